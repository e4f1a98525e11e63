//! The steps on the way with their planned days: what a review looks at.
//!
//! A review judges the plan, not how well it is kept: planned days count, and what is late is said where dates stand.

use chrono::NaiveDate;

use crate::advice::touch::are_joined;
use crate::plan::{Audience, Channel, Outcome, PlanParts, Step};
use crate::schedule::{Place, Schedule};

/// A step on the way that is taken or expected, with its planned day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Planned<'a> {
    pub date: NaiveDate,
    pub audience: Audience,
    pub step: &'a Step,
}

/// A step by which we turn to the contact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contact<'a> {
    pub date: NaiveDate,
    pub audience: Audience,
    pub channel: Channel,
    pub step: &'a Step,
}

impl Contact<'_> {
    /// Whether they have written first: an answer is never too much (E6).
    pub fn is_answer(&self) -> bool {
        self.step.only_after.is_some_and(|branch| branch.outcome == Outcome::Replied)
    }

    /// The days since another contact.
    pub fn days_since(&self, earlier: &Self) -> i64 {
        (self.date - earlier.date).num_days()
    }
}

/// The planned steps in order of time: one list where both sequences count together, else one for each.
pub(super) fn planned<'a>(plan: &'a PlanParts, schedule: &Schedule) -> Vec<Vec<Planned<'a>>> {
    let of = |audience: Audience| {
        let steps = plan.sequences.of(audience).steps.iter().zip(schedule.steps(audience));
        let on_way = steps.filter(|(_, dated)| dated.place == Place::OnWay);
        on_way.filter_map(move |(step, dated)| Some(Planned { date: dated.planned?, audience, step }))
    };
    let mut lists: Vec<Vec<_>> = if are_joined(plan) {
        vec![Audience::BOTH.into_iter().flat_map(of).collect()]
    } else {
        Audience::BOTH.map(|audience| of(audience).collect()).into()
    };
    lists.iter_mut().for_each(|list| list.sort_by_key(|planned| planned.date));
    lists
}

/// Those by which we turn to the contact. Inside work is none, and comments are begun by the contact (E6).
pub(super) fn contacts<'a>(planned: &[Planned<'a>]) -> Vec<Contact<'a>> {
    let contact = |planned: &Planned<'a>| {
        let Planned { date, audience, step } = *planned;
        let channel = step.channel.filter(|it| !matches!(it, Channel::Internal | Channel::Comments))?;
        Some(Contact { date, audience, channel, step })
    };
    planned.iter().filter_map(contact).collect()
}
