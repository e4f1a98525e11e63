//! One finding: what, where, and by what it would be known again.

use chrono::NaiveDate;

use super::fingerprint::{counted, counted_values, facts};
use crate::advice::Rule;
use crate::calendar::{CalendarDays, WorkingDays};
use crate::plan::{
    ActionId, Audience, Channel, Dismissal, EventId, Fingerprint, GoalId, Line, PlanParts, Responsible,
    StepId,
};

/// Something to consider.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// What it is about.
    pub spot: Spot,
    /// What more there is to say.
    pub detail: Detail,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The plan as a whole.
    Plan,
    /// A statement.
    Statement(Audience),
    /// A goal.
    Goal(GoalId),
    /// An action.
    Action(ActionId),
    /// A sequence as a whole.
    Sequence(Audience),
    /// A step.
    Step(StepId),
    /// An event.
    Event(EventId),
    /// Somebody who works on the plan.
    Who(Responsible),
}

/// What more there is to say of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Detail {
    /// Nothing.
    None,
    /// The piece of a text, as it was written.
    Piece(String),
    /// How many, of at most.
    Count {
        /// How many there are.
        found: u64,
        /// How many there should be at most; at least, where there are fewer.
        limit: u64,
    },
    /// Days on a channel, and its limit.
    Days {
        /// The channel.
        channel: Channel,
        /// Days found.
        found: CalendarDays,
        /// Days it should be.
        limit: CalendarDays,
    },
    /// Days between attempts in vain, and how many there should be.
    Attempts {
        /// Days found.
        found: WorkingDays,
        /// Days it should be.
        limit: WorkingDays,
    },
    /// A channel that costs this share of what is at stake, in thousandths.
    Share {
        /// The channel.
        channel: Channel,
        /// The share.
        share: u64,
    },
    /// A day.
    Date(NaiveDate),
    /// Words about the sender, and about the reader.
    Words {
        /// I, we, our, …
        about_us: usize,
        /// You, your, …
        about_them: usize,
    },
}

impl Finding {
    /// By what it is known in files: its rule and what it is about.
    pub fn name(&self) -> String {
        let rule = self.rule.slug();
        match self.spot {
            Spot::Plan => rule.to_owned(),
            Spot::Statement(who) | Spot::Sequence(who) => format!("{rule} {}", who.slug()),
            Spot::Goal(id) => format!("{rule} {}", id.0),
            Spot::Action(id) => format!("{rule} {}", id.0),
            Spot::Step(id) => format!("{rule} {}", id.0),
            Spot::Event(id) => format!("{rule} {}", id.0),
            Spot::Who(Responsible::Person(id)) => format!("{rule} {}", id.0),
            Spot::Who(role) => {
                let number = Responsible::ROLES.iter().position(|known| *known == role);
                format!("{rule} role-{}", number.unwrap_or_default())
            }
        }
    }

    /// How what it is about looks now.
    pub fn fingerprint(&self, plan: &PlanParts) -> Fingerprint {
        let facts = facts(plan, self.rule, self.spot).unwrap_or_else(|| counted(&self.detail));
        Fingerprint::of(&facts)
    }

    /// The answer that leaves it alone, if there is one and what it is about still looks as it did then.
    pub(super) fn answer<'a>(&self, plan: &'a PlanParts) -> Option<&'a Dismissal> {
        if plan.dismissals.is_empty() {
            return None;
        }
        let name = self.name();
        let at = plan.dismissals.binary_search_by(|known| known.finding.as_str().cmp(&name)).ok()?;
        plan.dismissals.get(at).filter(|answer| self.is_as_in(answer, plan))
    }

    /// Whether a person has left it alone, and what it is about looks as it did then.
    pub fn is_left_alone(&self, plan: &PlanParts) -> bool {
        self.answer(plan).is_some()
    }

    fn is_as_in(&self, answer: &Dismissal, plan: &PlanParts) -> bool {
        match answer.fingerprint {
            known @ Fingerprint::Facts(_) => known == self.fingerprint(plan),
            // Such were brought along as they were only where the plan alone does not say what they rest on.
            known @ Fingerprint::Values(_) => counted_values(&self.detail) == Some(known),
        }
    }

    /// The answer that leaves it alone for a reason, as long as what it is about stays as it is.
    pub fn dismissed(&self, plan: &PlanParts, reason: Line) -> Dismissal {
        Dismissal { finding: Line::fitted(&self.name()), fingerprint: self.fingerprint(plan), reason }
    }
}
