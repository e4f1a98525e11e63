//! Touchpoints in order of time: what one person gets to feel of a plan (C6).

use crate::calendar::sort_by_number;
use chrono::NaiveDate;

use crate::plan::{Audience, Channel, PlanParts, StepId};
use crate::schedule::Schedule;

/// One time a contact hears from us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touchpoint {
    /// When.
    pub date: NaiveDate,
    /// How.
    pub channel: Channel,
    /// By which step.
    pub step: StepId,
}

/// The touchpoints of one person, in order of time: those on the path that is taken or expected. Inside work is none, nor
/// is a step that was left out.
///
/// Both sequences count together (C6) once each has a start of its own; else each is a list by itself.
pub fn touchpoints(plan: &PlanParts, schedule: &Schedule) -> Vec<Vec<Touchpoint>> {
    let of = |audience: Audience| {
        let steps = plan.sequences.of(audience).steps.iter().zip(schedule.steps(audience));
        steps.filter(|(_, facts)| facts.happens()).filter_map(|(step, facts)| {
            let channel = step.channel.filter(|channel| *channel != Channel::Internal)?;
            Some(Touchpoint { date: facts.due?, channel, step: facts.step })
        })
    };
    let mut lists: Vec<Vec<Touchpoint>> = if are_joined(plan) {
        vec![Audience::BOTH.into_iter().flat_map(of).collect()]
    } else {
        Audience::BOTH.map(|audience| of(audience).collect()).into()
    };
    lists
        .iter_mut()
        .for_each(|list| sort_by_number(list, |touchpoint| touchpoint.date.to_epoch_days().into()));
    lists
}

/// Whether the two sequences lie in time beside each other: once each has a start of its own. Until then both begin on
/// the same day only for want of a date.
pub(super) fn are_joined(plan: &PlanParts) -> bool {
    plan.runs.iter().all(|(_, run)| run.start.is_some())
}
