//! The steps on the path with their baseline days: what a review looks at.
//!
//! A review judges the plan, not how well it is kept: the baseline counts, and what is late is said where dates stand.
//! A step that was left out is no part of it any more.

use crate::calendar::sort_by_number;
use chrono::NaiveDate;

use crate::advice::spacing::PlannedTouchpoint;
use crate::advice::touchpoint::are_joined;
use crate::plan::{Audience, PlanParts, Step};
use crate::schedule::{Schedule, StepFacts};

/// A step on the path that is taken or expected, with its baseline day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Planned<'a> {
    pub date: NaiveDate,
    pub audience: Audience,
    pub step: &'a Step,
    pub facts: &'a StepFacts,
}

/// The planned steps in order of time: one list where both sequences count together, else one for each.
pub(super) fn planned<'a>(plan: &'a PlanParts, schedule: &'a Schedule) -> Vec<Vec<Planned<'a>>> {
    let of = |audience: Audience| {
        let steps = plan.sequences.of(audience).steps.iter().zip(schedule.steps(audience));
        let happening = steps.filter(|(_, facts)| facts.happens());
        happening
            .filter_map(move |(step, facts)| Some(Planned { date: facts.baseline?, audience, step, facts }))
    };
    let mut lists: Vec<Vec<_>> = if are_joined(plan) {
        vec![Audience::BOTH.into_iter().flat_map(of).collect()]
    } else {
        Audience::BOTH.map(|audience| of(audience).collect()).into()
    };
    lists.iter_mut().for_each(|list| sort_by_number(list, |planned| planned.date.to_epoch_days().into()));
    lists
}

/// Those by which we turn to the contact.
pub(super) fn contacts<'a>(planned: &[Planned<'a>]) -> Vec<PlannedTouchpoint<'a>> {
    planned.iter().filter_map(|it| PlannedTouchpoint::by(it.step, it.facts, it.audience, it.date)).collect()
}
