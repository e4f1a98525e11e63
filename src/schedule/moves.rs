//! What would move: one schedule beside another.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::Schedule;
use crate::calendar::WorkCalendar;
use crate::plan::{Audience, StepId};

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

impl Move {
    /// By how many working days it comes later; earlier when negative. `None` where a day is missing.
    ///
    /// Days off count for nothing: from a Friday to the Sunday after it is no working day later.
    pub fn workdays(self, calendar: &WorkCalendar) -> Option<i64> {
        workdays_later(calendar, self.before?, self.after?)
    }
}

/// How many working days `after` comes later than `before`; earlier when negative. `None` beyond the calendar.
///
/// Days off count for nothing: from a Friday to the Sunday after it is no working day later.
pub fn workdays_later(calendar: &WorkCalendar, before: NaiveDate, after: NaiveDate) -> Option<i64> {
    let (first, last) = (before.min(after), before.max(after));
    let later = match first.succ_opt().filter(|next| *next <= last) {
        Some(next) => calendar.networkdays(next, last).ok()?,
        None => 0,
    };
    Some(if before <= after { later } else { -later })
}

impl Schedule {
    /// What is due on another day in `after`, in its order; then the steps that are only in this schedule.
    pub fn moves(&self, after: &Self) -> Vec<Move> {
        let steps =
            |schedule: &Self| Audience::BOTH.map(|audience| schedule.steps(audience).to_vec()).concat();
        let (before, after) = (steps(self), steps(after));
        let days: HashMap<_, _> = before.iter().map(|dated| (dated.step, dated.due)).collect();
        let moved = after.iter().filter_map(|dated| match days.get(&dated.step) {
            Some(due) if *due == dated.due => None,
            due => Some(Move { step: dated.step, before: due.copied().flatten(), after: dated.due }),
        });
        let still: HashSet<_> = after.iter().map(|dated| dated.step).collect();
        let gone = before.iter().filter(|dated| !still.contains(&dated.step));
        moved.chain(gone.map(|dated| Move { step: dated.step, before: dated.due, after: None })).collect()
    }
}
