//! One step of a pattern: how its day is counted and chosen.

use super::days::{Days, Roll, date, weekday};
use super::pattern::{Fit, From, Reckoning, Undated};
use crate::calendar::{FIRST_DAY, LAST_DAY, OutOfRange, WorkWeek, after_months};
use crate::plan::{Direction, Eves, Outcome, Span, Unit};

/// How many days are looked at for one that suits, where there is no last one.
const PATIENCE: i32 = 92;

/// One step, laid out. Other steps are named by their places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leg {
    pub(super) from: From,
    pub(super) span: Span,
    pub(super) direction: Direction,
    pub(super) latest: Option<Span>,
    pub(super) weekdays: Option<WorkWeek>,
    pub(super) eves: Eves,
    pub(super) attempts: i32,
    pub(super) gap: i32,
    pub(super) branch: Option<(usize, Outcome)>,
    pub(super) expected: Option<Outcome>,
    pub(super) calendar: usize,
}

impl Leg {
    /// Counts from a day: the way to the earliest day, and how many attempts follow the first.
    pub(super) fn count(
        &self,
        calendar: &impl Days,
        after: Option<usize>,
        from: i32,
    ) -> Result<(Reckoning, i32), OutOfRange> {
        let landed = self.landing(calendar, from, self.span)?;
        let roll = if self.direction == Direction::Before { Roll::Back } else { Roll::Forward };
        let earliest = if self.span.unit().rolls() { calendar.rolled(landed, roll)? } else { landed };
        let latest = match self.latest {
            None => None,
            Some(span) => {
                let last = self.landing(calendar, from, span)?;
                Some(if span.unit().rolls() { calendar.rolled(last, Roll::Back)? } else { last })
            }
        };
        Ok((Reckoning { after, from, landed, earliest, latest, fit: Fit::Good }, self.attempts - 1))
    }

    /// The next attempt, after so many in vain, the last of them on a day (B5).
    pub(super) fn again(
        &self,
        calendar: &impl Days,
        on: i32,
        times: i32,
        at: usize,
    ) -> Result<(Reckoning, i32), Undated> {
        let left = (self.attempts - times).max(0);
        let next =
            if left == 0 { on } else { calendar.workday(on, self.gap).map_err(|_| Undated::OutOfRange)? };
        let route = Reckoning {
            after: Some(at),
            from: on,
            landed: next,
            earliest: next,
            latest: None,
            fit: Fit::Good,
        };
        Ok((route, (left - 1).max(0)))
    }

    /// The day a count leads to: working days exactly as WORKDAY (B11), the other units by the calendar.
    #[inline]
    fn landing(&self, calendar: &impl Days, from: i32, span: Span) -> Result<i32, OutOfRange> {
        let length = i32::from(span.length());
        let count = if self.direction == Direction::Before { -length } else { length };
        match span.unit() {
            Unit::WorkingDays => calendar.workday(from, count),
            Unit::CalendarDays | Unit::ExactDays => known(from.saturating_add(count)),
            Unit::Weeks => known(from.saturating_add(count * 7)),
            Unit::Months => {
                let start = date(from).ok_or(OutOfRange::TooLate)?;
                after_months(start, count).map(|date| date.to_epoch_days())
            }
        }
    }

    /// Of the days from the earliest on, the first that suits; where none does, the first.
    #[inline]
    pub(super) fn best(
        &self,
        calendar: &impl Days,
        earliest: i32,
        latest: Option<i32>,
    ) -> Option<(i32, Fit)> {
        if latest.is_some_and(|latest| earliest > latest) {
            return Some((earliest, Fit::Late));
        }
        if self.weekdays.is_none() && self.eves == Eves::Taken {
            return Some((earliest, Fit::Good));
        }
        let last = latest.unwrap_or(earliest.saturating_add(PATIENCE));
        let mut day = earliest;
        while day <= last {
            if self.suits(calendar, day) {
                return Some((day, Fit::Good));
            }
            day = self.next(calendar, day)?;
        }
        Some((earliest, Fit::Unloved))
    }

    /// The best day that is not over.
    pub(super) fn on_or_after(
        &self,
        calendar: &impl Days,
        today: i32,
        latest: Option<i32>,
    ) -> Option<(i32, Fit)> {
        let first = match self.span.unit() {
            Unit::ExactDays => today,
            _ => calendar.rolled(today, Roll::Forward).ok()?,
        };
        self.best(calendar, first, latest)
    }

    fn suits(&self, calendar: &impl Days, day: i32) -> bool {
        self.weekdays.is_none_or(|weekdays| weekdays.is_worked(weekday(day)))
            && (self.eves == Eves::Taken || !calendar.is_eve(day))
    }

    /// The next day that may do at all.
    fn next(&self, calendar: &impl Days, day: i32) -> Option<i32> {
        match self.span.unit() {
            Unit::ExactDays => known(day.saturating_add(1)).ok(),
            _ => calendar.workday(day, 1).ok(),
        }
    }
}

/// The day, if the calendar knows it.
fn known(day: i32) -> Result<i32, OutOfRange> {
    match () {
        () if day < FIRST_DAY.to_epoch_days() => Err(OutOfRange::TooEarly),
        () if day > LAST_DAY.to_epoch_days() => Err(OutOfRange::TooLate),
        () => Ok(day),
    }
}
