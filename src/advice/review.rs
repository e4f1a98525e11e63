//! The review of a plan: what somebody who knows follow-up would point at, each with its reason and, where there is
//! one, a way to set it right (F6).
//!
//! A finding is a thought to consider, never an error. A rule is a pure function from a plan with its dates to
//! findings, at most one for each thing it is about.
//!
//! It is quiet by default, since a false alarm is worse than silence: what is still being written down is not judged
//! (*ours*). So a list speaks of its gaps once half of it is filled or the steps are begun, a sequence as a whole is
//! judged once it has two steps, and a step is asked for somebody and for tools once its channel is chosen.

mod contact;

mod finding;

mod fingerprint;

mod fix;

mod message;

mod pace;

mod planned;

mod wishes;

mod work;

use chrono::NaiveDate;

pub use finding::{Detail, Finding, Spot};
pub use fingerprint::fingerprint;
pub use fix::fixes;
pub use message::MESSAGE_WORDS_AT_LEAST;
pub use work::DAY_OF_WORK;

use super::Rule;
use super::spacing::PlannedTouchpoint;
use crate::plan::{Dismissal, Plan};
use crate::schedule::Schedule;
use planned::{Planned, contacts, planned};

/// What a review found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// What is to be considered, in the order of the rules.
    pub findings: Vec<Finding>,
    /// What is left alone, with the reason given.
    pub left_alone: Vec<(Finding, Dismissal)>,
}

/// A plan as its reviewer sees it.
struct Examination<'a> {
    plan: &'a Plan,
    schedule: &'a Schedule,
    today: NaiveDate,
    /// The steps on the way, in order of time: one list where both sequences count together, else one for each.
    planned: Vec<Vec<Planned<'a>>>,
    /// Those by which we turn to the contact.
    contacts: Vec<Vec<PlannedTouchpoint<'a>>>,
}

impl Review {
    /// Reviews a plan as it looks on a day.
    pub fn of(plan: &Plan, schedule: &Schedule, today: NaiveDate) -> Self {
        let exam = Examination::new(plan, schedule, today);
        let mut review = Self::default();
        for rule in Rule::ALL {
            for finding in exam.find(*rule) {
                match finding.answer(plan) {
                    Some(answer) => review.left_alone.push((finding, answer.clone())),
                    None => review.findings.push(finding),
                }
            }
        }
        review
    }

    /// The findings about one thing.
    pub fn about(&self, spot: Spot) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.spot == spot)
    }
}

impl<'a> Examination<'a> {
    fn new(plan: &'a Plan, schedule: &'a Schedule, today: NaiveDate) -> Self {
        let planned = planned(plan, schedule);
        let contacts = planned.iter().map(|planned| contacts(planned)).collect();
        Self { plan, schedule, today, planned, contacts }
    }

    /// What one rule finds, in the order of the plan; where days matter, in the order of time.
    fn find(&self, rule: Rule) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut note = |spot, detail| found.push(Finding { rule, spot, detail });
        match rule {
            Rule::StatementLong => self.long_statements(&mut note),
            Rule::StatementSpecific => self.specific_statements(&mut note),
            Rule::GoalMeasurable => self.measurable_goals(&mut note),
            Rule::NoContactGoal => self.goals_without_contact(&mut note),
            Rule::GoalWithoutAction => self.goals_without_action(&mut note),
            Rule::ActionWithoutMeasure => self.actions_without_measure(&mut note),
            Rule::ActionOffRoute => self.actions_off_route(&mut note),
            Rule::StepWithoutGoal => self.steps_without_goal(&mut note),
            Rule::NoDecision => self.undecided_attempts(&mut note),
            Rule::SecondTouchpointLate => self.late_second_touchpoint(&mut note),
            Rule::NoCrossSell => self.missing_cross_sell(&mut note),
            Rule::CallsTooClose => self.close_calls(&mut note),
            Rule::TooOften => self.channels_used_too_often(&mut note),
            Rule::TooMany => self.crowded_weeks(&mut note),
            Rule::TooSeldom => self.long_silences(&mut note),
            Rule::SocialAnswerSlow => self.slow_social_answers(&mut note),
            Rule::TooDear => self.dear_steps(&mut note),
            Rule::TooFaint => self.faint_sequence(&mut note),
            Rule::NoExit => self.missing_exit(&mut note),
            Rule::OutOfOrder => self.steps_out_of_order(&mut note),
            Rule::OnDayOff => self.steps_on_days_off(&mut note),
            Rule::UnusedEvent => self.unused_events(&mut note),
            Rule::NoOwner => self.steps_without_owner(&mut note),
            Rule::NoTool => self.steps_without_tool(&mut note),
            Rule::AboutUs => self.messages_about_us(&mut note),
            Rule::PretendsNothing => self.messages_that_pretend(&mut note),
            Rule::Overloaded => self.overloaded_people(&mut note),
            Rule::ReviewOverdue => self.overdue_review(&mut note),
        }
        found
    }
}

/// What a review says of the rhythm of contacts alone.
pub(super) fn cadence_findings(plan: &Plan, schedule: &Schedule) -> Vec<Finding> {
    // The day on which one looks plays no part in these.
    let exam = Examination::new(plan, schedule, NaiveDate::MIN);
    let rules =
        [Rule::CallsTooClose, Rule::TooOften, Rule::TooMany, Rule::SecondTouchpointLate, Rule::TooSeldom];
    rules.into_iter().flat_map(|rule| exam.find(rule)).collect()
}

/// Takes down what a rule finds.
type Note<'n> = &'n mut dyn FnMut(Spot, Detail);
