//! What is known of one time through a sequence.

use super::course::Postponed;
use crate::calendar::DayNumber;
use crate::plan::{Fate, Run, Step};

/// One time through a sequence, by the numbers of days.
#[derive(Clone, Copy, Debug)]
pub struct Actuals<'a> {
    /// The day it starts.
    pub start: Option<DayNumber>,
    /// What is known of its steps, in any order; the first of several about one step counts.
    pub marks: &'a [Marked],
    /// The day on which one looks, if open steps are not to lie before it.
    pub status_date: Option<DayNumber>,
}

/// What became of a step, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The place of the step in its sequence, from 0.
    pub step: usize,
    /// The day.
    pub on: DayNumber,
    /// What became of it.
    pub fate: Fate,
}

/// What is known of the steps of a sequence, by their places.
pub(super) fn marked(steps: &[Step], run: &Run) -> Vec<Marked> {
    let marked = |(at, step): (usize, &Step)| {
        let mark = run.mark(step.id)?;
        Some(Marked { step: at, on: DayNumber::of(mark.on), fate: mark.fate })
    };
    steps.iter().enumerate().filter_map(marked).collect()
}

/// The steps of a sequence that somebody put off, by their places.
pub(super) fn postponed(steps: &[Step], run: &Run) -> Vec<Postponed> {
    let postponed =
        |(at, step): (usize, &Step)| Some(Postponed { step: at, to: DayNumber::of(run.postponed(step.id)?) });
    steps.iter().enumerate().filter_map(postponed).collect()
}
