//! Civil offsets: days and months that count every day alike, worked or not.

use chrono::{Months, NaiveDate};

use super::range::{FIRST_DAY, LAST_DAY, OutOfRange, known_date, known_day};

/// The date `days` calendar days after `start`; before it when `days` is negative.
///
/// The result may be a day off: [`WorkCalendar::next_workday`](super::WorkCalendar::next_workday) rolls it.
///
/// # Errors
/// [`OutOfRange`] when `start` or the result lies beyond the calendar.
pub fn after_days(start: NaiveDate, days: i64) -> Result<NaiveDate, OutOfRange> {
    known_date(known_day(start)?.saturating_add(days))
}

/// The same day of the month, `months` later (earlier when negative), or the month's last day where it has no such day:
/// a month after 31 January is 28 or 29 February.
///
/// Months do not add up: a month and a month after 31 January is 28 March, two months after it 31 March.
/// Count them from one start.
///
/// # Errors
/// [`OutOfRange`] when `start` or the result lies beyond the calendar.
pub fn after_months(start: NaiveDate, months: i32) -> Result<NaiveDate, OutOfRange> {
    known_day(start)?;
    let length = Months::new(months.unsigned_abs());
    if months < 0 {
        let date = start.checked_sub_months(length).filter(|date| *date >= FIRST_DAY);
        date.ok_or(OutOfRange::TooEarly)
    } else {
        start.checked_add_months(length).filter(|date| *date <= LAST_DAY).ok_or(OutOfRange::TooLate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_count_weekends_too() {
        assert_eq!(after_days(date("2026-09-04"), 3), Ok(date("2026-09-07")));
        assert_eq!(after_days(date("2026-09-04"), 0), Ok(date("2026-09-04")));
        assert_eq!(after_days(date("2026-03-01"), -1), Ok(date("2026-02-28")));
    }

    #[test]
    fn a_month_after_the_31st_is_the_last_day_of_a_shorter_month() {
        assert_eq!(after_months(date("2027-01-31"), 1), Ok(date("2027-02-28")));
        assert_eq!(after_months(date("2028-01-31"), 1), Ok(date("2028-02-29")));
        assert_eq!(after_months(date("2026-08-31"), 1), Ok(date("2026-09-30")));
        assert_eq!(after_months(date("2026-08-31"), 2), Ok(date("2026-10-31")));
        assert_eq!(after_months(date("2028-02-29"), 12), Ok(date("2029-02-28")));
        assert_eq!(after_months(date("2026-12-15"), 0), Ok(date("2026-12-15")));
        assert_eq!(after_months(date("2027-03-31"), -1), Ok(date("2027-02-28")));
    }

    #[test]
    fn offsets_stop_at_the_limits() {
        assert_eq!(after_days(FIRST_DAY, -1), Err(OutOfRange::TooEarly));
        assert_eq!(after_days(LAST_DAY, 1), Err(OutOfRange::TooLate));
        assert_eq!(after_days(LAST_DAY, i64::MAX), Err(OutOfRange::TooLate));
        assert_eq!(after_days(FIRST_DAY, i64::MIN), Err(OutOfRange::TooEarly));
        assert_eq!(after_months(date("2399-10-31"), 2), Ok(LAST_DAY));
        assert_eq!(after_months(date("2399-11-30"), 2), Err(OutOfRange::TooLate));
        assert_eq!(after_months(FIRST_DAY, i32::MAX), Err(OutOfRange::TooLate));
        assert_eq!(after_months(FIRST_DAY, -1), Err(OutOfRange::TooEarly));
        assert_eq!(after_months(LAST_DAY, i32::MIN), Err(OutOfRange::TooEarly));
    }

    #[test]
    fn a_start_beyond_the_calendar_is_named() {
        assert_eq!(after_days(NaiveDate::MIN, 0), Err(OutOfRange::Given(NaiveDate::MIN)));
        assert_eq!(after_months(NaiveDate::MAX, 0), Err(OutOfRange::Given(NaiveDate::MAX)));
        assert_eq!(after_months(NaiveDate::MIN, 1), Err(OutOfRange::Given(NaiveDate::MIN)));
    }
}
