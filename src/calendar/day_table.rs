use std::{error, fmt};

use chrono::NaiveDate;

use super::range::known_day;
use super::{DayNumber, OutOfRange, WorkCalendar};

/// The working days of some years, laid out in two tables: for dating many things at once.
///
/// One table ranks days (how many working days lie before this one), the other selects them (which day is the
/// nth working day). An offset is two look-ups, whatever the number of days and of holidays; an offset from a day
/// whose rank is known is one. Forty years take at most 64 kB.
///
/// A table knows only its own days: what leads beyond them is `None`, and [`WorkCalendar::workday`] knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTable {
    /// The number of the first day.
    first: i32,
    /// For each day, and the one after the last, the working days before it.
    ranks: Box<[u16]>,
    /// The working days in order, as days from the first.
    workdays: Box<[u16]>,
}

/// Why there is no table of some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayTableError {
    /// The calendar does not know a day.
    OutOfRange(OutOfRange),
    /// The last day comes before the first.
    Backward,
    /// There are more days than [`DayTable::MAX_DAYS`].
    TooLong,
}

impl DayTable {
    /// The most days a table holds: a little over 179 years.
    pub const MAX_DAYS: usize = u16::MAX as usize;

    /// The table of the days from `first` to `last`, both included.
    ///
    /// # Errors
    /// [`DayTableError`]: days the calendar does not know, in the wrong order, or too many.
    pub fn new(calendar: &WorkCalendar, first: NaiveDate, last: NaiveDate) -> Result<Self, DayTableError> {
        let days = known_day(last)? - known_day(first)? + 1;
        let days = usize::try_from(days).map_err(|_| DayTableError::Backward)?;
        match days {
            0 => return Err(DayTableError::Backward),
            1..=Self::MAX_DAYS => {}
            _ => return Err(DayTableError::TooLong),
        }
        let mut ranks = Vec::with_capacity(days + 1);
        let mut workdays = Vec::with_capacity(days);
        for (day, is_worked) in (0..=u16::MAX).zip(calendar.worked_from(first).take(days)) {
            ranks.push(workdays.len() as u16);
            if is_worked {
                workdays.push(day);
            }
        }
        ranks.push(workdays.len() as u16);
        Ok(Self { first: first.to_epoch_days(), ranks: ranks.into(), workdays: workdays.into() })
    }

    /// The first day of the table.
    pub fn first_day(&self) -> DayNumber {
        DayNumber(self.first)
    }

    /// The last day of the table.
    pub fn last_day(&self) -> DayNumber {
        // At most `MAX_DAYS` and the one after them.
        DayNumber(self.first + self.ranks.len() as i32 - 2)
    }

    /// What the tables take, in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.ranks) + size_of_val(&*self.workdays)
    }

    /// The day `count` working days after `day`; before it when `count` is negative. Exactly
    /// [`WorkCalendar::workday`] (B14), within the table.
    #[inline]
    pub fn workday(&self, day: DayNumber, count: i32) -> Option<DayNumber> {
        if count == 0 {
            return (self.first_day()..=self.last_day()).contains(&day).then_some(day);
        }
        // Forward, the day itself is passed over; backward, it is not yet reached.
        let from = if count > 0 { self.rank_after(day)?.wrapping_sub(1) } else { self.rank(day)? };
        self.nth(from.wrapping_add(count))
    }

    /// The same with dates.
    #[inline]
    pub fn workday_date(&self, start: NaiveDate, count: i32) -> Option<NaiveDate> {
        self.workday(DayNumber::of(start), count)?.date()
    }

    /// How many working days of the table lie before `day`.
    #[inline]
    pub fn rank(&self, day: DayNumber) -> Option<i32> {
        let at = usize::try_from(day.0.wrapping_sub(self.first)).ok()?;
        // The one behind the last day is there for `rank_after`.
        if at + 1 >= self.ranks.len() { None } else { Some(self.ranks[at].into()) }
    }

    /// How many working days of the table lie up to `day`, itself included: the rank from which a wait of
    /// `count` working days leads to [`nth`](Self::nth) of this plus `count`, less one.
    #[inline]
    pub fn rank_after(&self, day: DayNumber) -> Option<i32> {
        let at = usize::try_from(day.0.wrapping_sub(self.first)).ok()?;
        self.ranks.get(at + 1).copied().map(i32::from)
    }

    /// The working day with `rank` working days of the table before it.
    #[inline]
    pub fn nth(&self, rank: i32) -> Option<DayNumber> {
        let day = self.workdays.get(usize::try_from(rank).ok()?)?;
        Some(DayNumber(self.first + i32::from(*day)))
    }
}

impl From<OutOfRange> for DayTableError {
    fn from(error: OutOfRange) -> Self {
        Self::OutOfRange(error)
    }
}

impl fmt::Display for DayTableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange(error) => error.fmt(f),
            Self::Backward => write!(f, "the last day of a table comes before its first"),
            Self::TooLong => write!(f, "a table holds at most {} days", DayTable::MAX_DAYS),
        }
    }
}

impl error::Error for DayTableError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{FIRST_DAY, LAST_DAY, WorkWeek};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// September 2026, Monday to Friday, Labor Day off.
    fn september() -> DayTable {
        let calendar = WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, [date("2026-09-07")]);
        DayTable::new(&calendar, date("2026-09-01"), date("2026-09-30")).unwrap()
    }

    #[track_caller]
    fn check(start: &str, count: i32, due: Option<&str>) {
        assert_eq!(september().workday_date(date(start), count), due.map(date), "{start} and {count}");
    }

    #[test]
    fn offsets_are_those_of_the_calendar() {
        check("2026-09-02", 3, Some("2026-09-08"));
        check("2026-09-05", 1, Some("2026-09-08"));
        check("2026-09-07", -1, Some("2026-09-04"));
        check("2026-09-08", -1, Some("2026-09-04"));
        check("2026-09-05", 0, Some("2026-09-05"));
    }

    #[test]
    fn what_leads_beyond_the_table_is_not_known() {
        check("2026-09-30", 1, None);
        check("2026-09-01", -1, None);
        check("2026-08-31", 1, None);
        check("2026-10-01", 0, None);
        check("2026-10-01", -1, None);
        check("2026-09-29", 1, Some("2026-09-30"));
        check("2026-09-02", -1, Some("2026-09-01"));
        for count in [i32::MIN, i32::MAX] {
            check("2026-09-15", count, None);
            assert_eq!(september().workday(DayNumber(i32::MIN), count), None);
            assert_eq!(september().workday(DayNumber(i32::MAX), count), None);
        }
    }

    #[test]
    fn ranks_and_working_days_are_inverse() {
        let table = september();
        assert_eq!(table.first_day(), DayNumber::of(date("2026-09-01")));
        assert_eq!(table.last_day(), DayNumber::of(date("2026-09-30")));
        assert_eq!(table.rank(table.first_day()), Some(0));
        assert_eq!(table.rank_after(table.last_day()), Some(21));
        assert_eq!(table.rank(table.last_day().plus(1)), None);
        assert_eq!(table.rank_after(table.last_day().plus(1)), None);
        for rank in 0..21 {
            let day = table.nth(rank).unwrap();
            assert_eq!((table.rank(day), table.rank_after(day)), (Some(rank), Some(rank + 1)));
        }
        assert_eq!((table.nth(-1), table.nth(21)), (None, None));
    }

    #[test]
    fn a_table_may_begin_after_a_holiday_or_on_one() {
        let calendar = WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, ["2026-09-04", "2026-09-07"].map(date));
        let table = DayTable::new(&calendar, date("2026-09-07"), date("2026-09-30")).unwrap();
        assert_eq!(table.nth(0), Some(DayNumber::of(date("2026-09-08"))));
    }

    #[test]
    fn forty_years_of_any_week_take_at_most_64_kb() {
        let every_day = WorkCalendar::new(WorkWeek::from_mask("0000000").unwrap(), []);
        let table = DayTable::new(&every_day, date("2000-01-01"), date("2039-12-31")).unwrap();
        assert_eq!(table.bytes(), 58_442);
    }

    #[test]
    fn days_that_make_no_table_are_refused() {
        let calendar = WorkCalendar::default();
        let refused = |first, last| DayTable::new(&calendar, first, last).unwrap_err();
        assert_eq!(refused(LAST_DAY, FIRST_DAY), DayTableError::Backward);
        assert_eq!(refused(date("2026-09-02"), date("2026-09-01")), DayTableError::Backward);
        assert_eq!(refused(FIRST_DAY, LAST_DAY), DayTableError::TooLong);
        let beyond = NaiveDate::MAX;
        assert_eq!(refused(FIRST_DAY, beyond), DayTableError::OutOfRange(OutOfRange::Given(beyond)));
        assert!(DayTable::new(&calendar, FIRST_DAY, date("1979-06-06")).is_ok());
        assert_eq!(refused(FIRST_DAY, date("1979-06-07")), DayTableError::TooLong);
    }

    #[test]
    fn errors_say_what_is_wrong_with_the_days() {
        assert_eq!(DayTableError::TooLong.to_string(), "a table holds at most 65535 days");
        assert_eq!(DayTableError::Backward.to_string(), "the last day of a table comes before its first");
        let beyond = OutOfRange::Given(NaiveDate::MAX);
        assert_eq!(DayTableError::from(beyond).to_string(), beyond.to_string());
    }
}
