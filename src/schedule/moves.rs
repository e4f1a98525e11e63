//! What would move: one schedule beside another.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Basis, Schedule, StepFacts};
use crate::calendar::{WorkCalendar, WorkingDays};
use crate::plan::StepId;

/// A step whose day is another than before, or that was not there before, or is no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The step.
    pub step: StepId,
    /// The day it was due, if it was there and had one.
    pub before: Option<NaiveDate>,
    /// The day it is due, if it is there and has one.
    pub after: Option<NaiveDate>,
}

/// A step that is counted from something else than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rebased {
    /// The step.
    pub step: StepId,
    /// Its number by now (B2).
    pub number: usize,
    /// What it is counted from by now.
    pub basis: Basis,
    /// The day it is due by now, if it has one.
    pub due: Option<NaiveDate>,
    /// Whether it asked for an outcome before, and always comes by now (B5).
    pub is_freed: bool,
}

impl Move {
    /// By how many working days it comes later; earlier when negative. `None` where a day is missing.
    ///
    /// Days off count for nothing: from a Friday to the Sunday after it is no working day later.
    pub fn workdays(self, calendar: &WorkCalendar) -> Option<WorkingDays> {
        workdays_later(calendar, self.before?, self.after?)
    }
}

/// How many working days `after` comes later than `before`; earlier when negative. `None` beyond the calendar.
///
/// Days off count for nothing: from a Friday to the Sunday after it is no working day later.
pub fn workdays_later(calendar: &WorkCalendar, before: NaiveDate, after: NaiveDate) -> Option<WorkingDays> {
    let (first, last) = (before.min(after), before.max(after));
    let later = match first.succ_opt().filter(|next| *next <= last) {
        Some(next) => calendar.networkdays(next, last).ok()?,
        None => 0,
    };
    Some(WorkingDays(if before <= after { later } else { -later }))
}

impl Schedule {
    /// What is due on another day in `after`, in its order; then the steps that are only in this schedule.
    pub fn moves(&self, after: &Self) -> Vec<Move> {
        let days: HashMap<_, _> = self.all().map(|(_, facts)| (facts.step, facts.due)).collect();
        let moved = after.all().filter_map(|(_, facts)| match days.get(&facts.step) {
            Some(due) if *due == facts.due => None,
            due => Some(Move { step: facts.step, before: due.copied().flatten(), after: facts.due }),
        });
        let still: HashSet<_> = after.all().map(|(_, facts)| facts.step).collect();
        let gone = self.all().map(|(_, facts)| facts).filter(|facts| !still.contains(&facts.step));
        moved.chain(gone.map(|facts| Move { step: facts.step, before: facts.due, after: None })).collect()
    }

    /// The steps of `after` that are counted from something else than here, or come always by now, in its order. A step
    /// that is over is counted no more.
    pub fn rebased(&self, after: &Self) -> Vec<Rebased> {
        let before: HashMap<_, _> = self.all().map(|(_, facts)| (facts.step, facts)).collect();
        let rebased = after.all().filter_map(|(_, facts)| {
            let before = before.get(&facts.step).filter(|_| facts.is_open())?;
            let is_freed = before.fork.is_some() && facts.fork.is_none();
            let is_same = before.basis.is_same(facts.basis) && !is_freed;
            let StepFacts { step, number, basis, due, .. } = *facts;
            (!is_same).then_some(Rebased { step, number, basis, due, is_freed })
        });
        rebased.collect()
    }
}
