//! Days by their numbers from 1 January 1970, as the engine counts them.

use chrono::{NaiveDate, Weekday};

use crate::calendar::{DayOff, DayTable, DayTableError, OutOfRange, WorkCalendar};

/// Working days, by the numbers of days.
pub trait Days {
    /// The day `count` working days away, exactly as WORKDAY (B14).
    ///
    /// # Errors
    /// [`OutOfRange`] beyond the calendar.
    fn workday(&self, day: i32, count: i32) -> Result<i32, OutOfRange>;

    /// Whether the day is worked.
    fn is_worked(&self, day: i32) -> bool;

    /// Whether the day is off though its weekday is worked.
    fn is_holiday(&self, day: i32) -> bool;

    /// The day itself if it is worked, else the first worked day after it, or before it.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond the calendar.
    fn rolled(&self, day: i32, to: Roll) -> Result<i32, OutOfRange> {
        if self.is_worked(day) {
            return Ok(day);
        }
        self.workday(day, if to == Roll::Forward { 1 } else { -1 })
    }

    /// Whether a holiday comes before the next working day (see [`Eves`](crate::plan::Eves)).
    fn is_eve(&self, day: i32) -> bool {
        // A week has a worked weekday, so a day off that is none of the weekend comes within seven days.
        (day.saturating_add(1)..)
            .take(7)
            .take_while(|next| !self.is_worked(*next))
            .any(|next| self.is_holiday(next))
    }
}

/// Which way a day off is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roll {
    /// To the next working day.
    Forward,
    /// To the one before.
    Back,
}

impl Days for WorkCalendar {
    fn workday(&self, day: i32, count: i32) -> Result<i32, OutOfRange> {
        self.workday_number(day, count.into())
    }

    fn is_worked(&self, day: i32) -> bool {
        date(day).is_some_and(|date| self.is_workday(date))
    }

    fn is_holiday(&self, day: i32) -> bool {
        date(day).and_then(|date| self.day_off(date)) == Some(DayOff::Holiday)
    }
}

/// A calendar with the days of some years laid out, for dating many things at once.
#[derive(Clone, Debug)]
pub struct Tabled {
    calendar: WorkCalendar,
    table: DayTable,
}

impl Tabled {
    /// Lays out the days from `first` to `last`; beyond them the calendar itself is asked.
    ///
    /// # Errors
    /// [`DayTableError`]: days the calendar does not know, in the wrong order, or too many.
    pub fn new(calendar: WorkCalendar, first: NaiveDate, last: NaiveDate) -> Result<Self, DayTableError> {
        Ok(Self { table: DayTable::new(&calendar, first, last)?, calendar })
    }
}

impl Days for Tabled {
    #[inline]
    fn workday(&self, day: i32, count: i32) -> Result<i32, OutOfRange> {
        match self.table.workday(day, count) {
            Some(day) => Ok(day),
            None => Days::workday(&self.calendar, day, count),
        }
    }

    #[inline]
    fn is_worked(&self, day: i32) -> bool {
        match (self.table.rank(day), self.table.rank_after(day)) {
            (Some(before), Some(after)) => before < after,
            _ => Days::is_worked(&self.calendar, day),
        }
    }

    fn is_holiday(&self, day: i32) -> bool {
        !self.is_worked(day) && self.calendar.week().is_worked(weekday(day))
    }
}

/// The date of a day number.
pub(super) fn date(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_epoch_days(day)
}

/// The weekday of a day number: 1 January 1970 was a Thursday.
pub(super) fn weekday(day: i32) -> Weekday {
    match day.rem_euclid(7) {
        0 => Weekday::Thu,
        1 => Weekday::Fri,
        2 => Weekday::Sat,
        3 => Weekday::Sun,
        4 => Weekday::Mon,
        5 => Weekday::Tue,
        _ => Weekday::Wed,
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn weekdays_are_those_of_the_dates() {
        for day in [-719_162, -8, -1, 0, 1, 20_000, 156_935] {
            assert_eq!(weekday(day), date(day).unwrap().weekday(), "{day}");
        }
    }
}
