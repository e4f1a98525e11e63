//! One step, laid out: how its day is counted and chosen.

use super::count::{Count, Fit, Undated};
use super::days::{Days, Roll};
use crate::calendar::{DayNumber, FIRST_DAY, LAST_DAY, OutOfRange, WorkWeek, after_months};
use crate::plan::{Direction, Eves, Outcome, Span, Unit};

/// How many days are looked at for one that suits, where there is no last one.
const DAYS_SEARCHED: i32 = 92;

/// What a step is counted from. Other steps are named by their places.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reference {
    /// The step before it on its path.
    Previous,
    /// The start.
    Start,
    /// Another step.
    Step(usize),
    /// A date, or the day of an event, where it has one.
    Day(Option<DayNumber>),
}

/// One step with everything looked up that its day depends on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Activity {
    pub(super) reference: Reference,
    pub(super) span: Span,
    pub(super) direction: Direction,
    pub(super) latest: Option<Span>,
    pub(super) weekdays: Option<WorkWeek>,
    pub(super) eves: Eves,
    pub(super) attempts: i32,
    pub(super) gap: i32,
    /// The path it stands on, by its place among the [`Branches`](super::branches::Branches).
    pub(super) path: usize,
    pub(super) expected: Option<Outcome>,
    pub(super) calendar: usize,
}

impl Activity {
    /// Counts from a day to the earliest one; with it, how many attempts follow the first.
    pub(super) fn count(&self, calendar: &impl Days, from: DayNumber) -> Result<(Count, i32), OutOfRange> {
        let landed = self.landing(calendar, from, self.span)?;
        let roll = if self.direction == Direction::Before { Roll::Back } else { Roll::Forward };
        let earliest = if self.span.unit().rolls() { calendar.rolled(landed, roll)? } else { landed };
        let earliest = self.resumed(calendar, earliest)?;
        let latest = match self.latest {
            None => None,
            Some(span) => {
                let last = self.landing(calendar, from, span)?;
                let last = if span.unit().rolls() { calendar.rolled(last, Roll::Back)? } else { last };
                Some(self.resumed(calendar, last)?)
            }
        };
        Ok((Count { from, landed, earliest, latest, fit: Fit::Suitable }, self.attempts - 1))
    }

    /// The next attempt, after so many in vain, the last of them on a day (B5).
    pub(super) fn again(
        &self,
        calendar: &impl Days,
        on: DayNumber,
        times: i32,
    ) -> Result<(Count, i32), Undated> {
        let left = (self.attempts - times).max(0);
        let next =
            if left == 0 { on } else { calendar.workday(on, self.gap).map_err(|_| Undated::OutOfRange)? };
        let earliest = self.resumed(calendar, next).map_err(|_| Undated::OutOfRange)?;
        let count = Count { from: on, landed: next, earliest, latest: None, fit: Fit::Suitable };
        Ok((count, (left - 1).max(0)))
    }

    /// A day somebody chose: no wish for a weekday stands in its way, only days off do. Where there is a last day that
    /// is over by then, it is none any more.
    pub(super) fn chosen(
        &self,
        calendar: &impl Days,
        on: DayNumber,
        latest: Option<DayNumber>,
    ) -> Option<Count> {
        let earliest = self.first_from(calendar, on)?;
        let latest = latest.filter(|latest| *latest >= earliest);
        Some(Count { from: on, landed: on, earliest, latest, fit: Fit::Suitable })
    }

    /// The day a count leads to: working days exactly as WORKDAY (B11), the other units by the calendar.
    #[inline]
    fn landing(&self, calendar: &impl Days, from: DayNumber, span: Span) -> Result<DayNumber, OutOfRange> {
        let length = i32::from(span.length());
        let count = if self.direction == Direction::Before { -length } else { length };
        match span.unit() {
            Unit::WorkingDays => calendar.workday(from, count),
            Unit::CalendarDays | Unit::ExactDays => known(from.plus(count)),
            Unit::Weeks => known(from.plus(count * 7)),
            Unit::Months => {
                let start = from.date().ok_or(OutOfRange::TooLate)?;
                after_months(start, count).map(DayNumber::of)
            }
        }
    }

    /// Of the days from the earliest on, the first that suits; where none does, the first.
    #[inline]
    pub(super) fn best(
        &self,
        calendar: &impl Days,
        earliest: DayNumber,
        latest: Option<DayNumber>,
    ) -> Option<(DayNumber, Fit)> {
        if latest.is_some_and(|latest| earliest > latest) {
            return Some((earliest, Fit::TooLate));
        }
        if self.weekdays.is_none() && self.eves == Eves::Taken {
            return Some((earliest, Fit::Suitable));
        }
        let last = latest.unwrap_or_else(|| calendar.days_later(earliest, DAYS_SEARCHED));
        let mut day = earliest;
        while day <= last {
            if self.suits(calendar, day) {
                return Some((day, Fit::Suitable));
            }
            day = self.next(calendar, day)?;
        }
        Some((earliest, Fit::NoPreferredDay))
    }

    /// The best day that is not over.
    pub(super) fn on_or_after(
        &self,
        calendar: &impl Days,
        today: DayNumber,
        latest: Option<DayNumber>,
    ) -> Option<(DayNumber, Fit)> {
        self.best(calendar, self.first_from(calendar, today)?, latest)
    }

    /// The first day that may do at all, from one on.
    fn first_from(&self, calendar: &impl Days, day: DayNumber) -> Option<DayNumber> {
        match self.span.unit() {
            Unit::ExactDays => known(calendar.resumed(day)).ok(),
            _ => calendar.rolled(day, Roll::Forward).ok(),
        }
    }

    /// A day on hold gives way to the first that may do after it; every other stays as it was counted.
    #[inline]
    fn resumed(&self, calendar: &impl Days, day: DayNumber) -> Result<DayNumber, OutOfRange> {
        match calendar.resumed(day) {
            next if next == day => Ok(day),
            next => self.first_from(calendar, next).ok_or(OutOfRange::TooLate),
        }
    }

    fn suits(&self, calendar: &impl Days, day: DayNumber) -> bool {
        self.weekdays.is_none_or(|weekdays| weekdays.is_worked(day.weekday()))
            && (self.eves == Eves::Taken || !calendar.is_eve(day))
    }

    /// The next day that may do at all.
    fn next(&self, calendar: &impl Days, day: DayNumber) -> Option<DayNumber> {
        match self.span.unit() {
            Unit::ExactDays => known(calendar.resumed(day.plus(1))).ok(),
            _ => calendar.workday(day, 1).ok(),
        }
    }
}

/// The day, if the calendar knows it.
fn known(day: DayNumber) -> Result<DayNumber, OutOfRange> {
    match () {
        () if day < DayNumber::of(FIRST_DAY) => Err(OutOfRange::TooEarly),
        () if day > DayNumber::of(LAST_DAY) => Err(OutOfRange::TooLate),
        () => Ok(day),
    }
}
