//! What a count of days comes to, by the numbers of days.

use crate::calendar::DayNumber;

/// When a step is due and how that came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Computed {
    /// The day it was done, or is due.
    pub day: Result<DayNumber, Undated>,
    /// The step before it on its path, by its place; none for the first.
    pub previous: Option<usize>,
    /// How the day was found; none for a step that is over, or without a day.
    pub count: Option<Count>,
    /// The day of the last attempt, where there is a day at all.
    pub last_attempt: DayNumber,
    /// The day it should have been done by, where that is over.
    pub overdue_since: Option<DayNumber>,
    /// Whether its own day is over, so that it is due on the day one looks, or after it.
    pub is_pushed: bool,
}

/// How a day was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The day it is counted from.
    pub from: DayNumber,
    /// The day the count leads to.
    pub landed: DayNumber,
    /// That day, or the working day that is taken in its place.
    pub earliest: DayNumber,
    /// The last day that will do, if there is one.
    pub latest: Option<DayNumber>,
    /// Whether the day suits (C2).
    pub fit: Fit,
}

/// How well a day suits what was wished for (C2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// In every respect.
    Suitable,
    /// It is in time, but no day in time has the weekday wanted, or is not right before a holiday.
    NoPreferredDay,
    /// No working day is in time.
    TooLate,
}

/// Why a step has no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undated {
    /// The sequence has no start.
    NoStart,
    /// The event has no day.
    NoEvent,
    /// What it is counted from has none.
    Upstream,
    /// It lies beyond the calendar.
    OutOfRange,
    /// It waits until somebody goes on.
    Paused,
    /// It never comes: the course has ended.
    Ended,
}

impl Computed {
    /// A step without a day.
    pub(super) fn undated(previous: Option<usize>, why: Undated) -> Self {
        let last_attempt = DayNumber::default();
        Self { day: Err(why), previous, count: None, last_attempt, overdue_since: None, is_pushed: false }
    }

    /// A step that is over.
    pub(super) fn over(previous: Option<usize>, on: DayNumber) -> Self {
        Self { day: Ok(on), previous, count: None, last_attempt: on, overdue_since: None, is_pushed: false }
    }
}
