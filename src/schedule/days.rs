//! Working days by the numbers of days, as the engine counts them.

use chrono::NaiveDate;

use crate::calendar::{DayNumber, DayOff, DayTable, DayTableError, OutOfRange, WorkCalendar, WorkingDays};

/// Working days, by the numbers of days.
pub trait Days {
    /// The day `count` working days away, exactly as WORKDAY (B14).
    ///
    /// # Errors
    /// [`OutOfRange`] beyond the calendar.
    fn workday(&self, day: DayNumber, count: i32) -> Result<DayNumber, OutOfRange>;

    /// Whether the day is worked.
    fn is_worked(&self, day: DayNumber) -> bool;

    /// Whether the day is off though its weekday is worked.
    fn is_holiday(&self, day: DayNumber) -> bool;

    /// The day itself if it is worked, else the first worked day after it, or before it.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond the calendar.
    fn rolled(&self, day: DayNumber, to: Roll) -> Result<DayNumber, OutOfRange> {
        if self.is_worked(day) {
            return Ok(day);
        }
        self.workday(day, if to == Roll::Forward { 1 } else { -1 })
    }

    /// The first day after those on hold where the day is one of them, else the day itself.
    #[inline]
    fn resumed(&self, day: DayNumber) -> DayNumber {
        day
    }

    /// The day so many days later, those on hold not counted.
    #[inline]
    fn days_later(&self, day: DayNumber, count: i32) -> DayNumber {
        day.plus(count)
    }

    /// Whether a holiday comes before the next working day (see [`Eves`](crate::plan::Eves)).
    fn is_eve(&self, day: DayNumber) -> bool {
        // A week has a worked weekday, so a day off that is none of the weekend comes within seven days.
        (1..=7)
            .map(|after| day.plus(after))
            .take_while(|next| !self.is_worked(*next))
            .any(|next| self.is_holiday(next))
    }
}

impl<D: Days> Days for &D {
    #[inline]
    fn workday(&self, day: DayNumber, count: i32) -> Result<DayNumber, OutOfRange> {
        (**self).workday(day, count)
    }

    #[inline]
    fn is_worked(&self, day: DayNumber) -> bool {
        (**self).is_worked(day)
    }

    fn is_holiday(&self, day: DayNumber) -> bool {
        (**self).is_holiday(day)
    }

    fn rolled(&self, day: DayNumber, to: Roll) -> Result<DayNumber, OutOfRange> {
        (**self).rolled(day, to)
    }

    fn resumed(&self, day: DayNumber) -> DayNumber {
        (**self).resumed(day)
    }

    fn days_later(&self, day: DayNumber, count: i32) -> DayNumber {
        (**self).days_later(day, count)
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
    fn workday(&self, day: DayNumber, count: i32) -> Result<DayNumber, OutOfRange> {
        self.workday_number(day, count.into())
    }

    fn is_worked(&self, day: DayNumber) -> bool {
        day.date().is_some_and(|date| self.is_workday(date))
    }

    fn is_holiday(&self, day: DayNumber) -> bool {
        day.date().and_then(|date| self.day_off(date)) == Some(DayOff::Holiday)
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

    /// The calendar that is laid out.
    pub fn calendar(&self) -> &WorkCalendar {
        &self.calendar
    }

    /// How many working days `after` comes later than `before`, as [`workdays_later`](super::workdays_later) counts.
    pub fn workdays_later(&self, before: DayNumber, after: DayNumber) -> Option<WorkingDays> {
        match (self.table.rank_after(before), self.table.rank_after(after)) {
            // What lies at the edge of the table may only seem to have no days before it.
            (Some(one), Some(other))
                if before >= self.table.first_day() && after >= self.table.first_day() =>
            {
                Some(WorkingDays(i64::from(other) - i64::from(one)))
            }
            _ => super::workdays_later(&self.calendar, before.date()?, after.date()?),
        }
    }
}

impl Days for Tabled {
    #[inline]
    fn workday(&self, day: DayNumber, count: i32) -> Result<DayNumber, OutOfRange> {
        match self.table.workday(day, count) {
            Some(day) => Ok(day),
            None => Days::workday(&self.calendar, day, count),
        }
    }

    #[inline]
    fn is_worked(&self, day: DayNumber) -> bool {
        match (self.table.rank(day), self.table.rank_after(day)) {
            (Some(before), Some(after)) => before < after,
            _ => Days::is_worked(&self.calendar, day),
        }
    }

    fn is_holiday(&self, day: DayNumber) -> bool {
        !self.is_worked(day) && self.calendar.week().is_worked(day.weekday())
    }
}
