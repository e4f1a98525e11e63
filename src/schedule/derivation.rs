//! How a due date came about (F2).

use chrono::NaiveDate;

use super::facts::Basis;
use crate::calendar::{DayOff, WorkCalendar};
use crate::plan::{Direction, Span, Unit};

/// How a due date came about: enough to say it in a sentence, or to count it again by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// What it is counted from: the attempt before, where some were in vain; else what the wait is.
    pub basis: Basis,
    /// The day that is.
    pub from: NaiveDate,
    /// How long one waits from there; between two attempts, their gap.
    pub span: Span,
    /// Which way it is counted.
    pub direction: Direction,
    /// The day the wait leads to, before a day off is left behind. Working days leave none behind.
    pub landed: NaiveDate,
    /// The first day that is possible.
    pub earliest: NaiveDate,
}

impl Derivation {
    /// The days off passed over while counting or after it, in order of time, by the calendar of the step.
    pub fn days_off(&self, calendar: &WorkCalendar) -> Vec<(NaiveDate, DayOff)> {
        let is_worked = self.span.unit() == Unit::WorkingDays;
        // Between the two ends of a count of working days; else those left behind where the count ended.
        let (one, other) = if is_worked { (self.from, self.landed) } else { (self.landed, self.earliest) };
        let (first, last) = (one.min(other), one.max(other));
        let days = first.iter_days().take_while(|date| *date <= last);
        // What is counted from does not count, whether worked or not.
        let days = days.filter(|date| !is_worked || *date != self.from);
        days.filter_map(|date| Some((date, calendar.day_off(date)?))).collect()
    }
}
