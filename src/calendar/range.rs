use std::{error, fmt};

use chrono::NaiveDate;

/// The earliest date the calendar knows: 1 January 1800.
pub const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(1800, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// The latest date the calendar knows: 31 December 2399.
pub const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2399, 12, 31) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// A date outside [`FIRST_DAY`] to [`LAST_DAY`], given or arrived at (B14: "out of range is an error").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutOfRange {
    /// This date was given.
    Given(NaiveDate),
    /// The result would lie before [`FIRST_DAY`].
    TooEarly,
    /// The result would lie after [`LAST_DAY`].
    TooLate,
}

impl OutOfRange {
    /// The limit that was passed: [`FIRST_DAY`] or [`LAST_DAY`].
    pub fn limit(self) -> NaiveDate {
        match self {
            Self::TooEarly => FIRST_DAY,
            Self::Given(date) if date < FIRST_DAY => FIRST_DAY,
            Self::Given(_) | Self::TooLate => LAST_DAY,
        }
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(date) => write!(f, "{date} is outside the calendar, {FIRST_DAY} to {LAST_DAY}"),
            Self::TooEarly => write!(f, "the date would be before {FIRST_DAY}, where the calendar starts"),
            Self::TooLate => write!(f, "the date would be after {LAST_DAY}, where the calendar ends"),
        }
    }
}

impl error::Error for OutOfRange {}

/// Days from Monday, 29 December 1969, to 1 January 1970.
const EPOCH: i64 = 3;

/// Days since a Monday, so that multiples of seven are Mondays. Total: every `NaiveDate` has one.
pub(super) fn days_from_monday(date: NaiveDate) -> i64 {
    i64::from(date.to_epoch_days()) + EPOCH
}

/// The day number of a date the calendar knows.
pub(super) fn known_day(date: NaiveDate) -> Result<i64, OutOfRange> {
    if (FIRST_DAY..=LAST_DAY).contains(&date) {
        Ok(days_from_monday(date))
    } else {
        Err(OutOfRange::Given(date))
    }
}

/// The date of a day number, if the calendar knows it.
pub(super) fn known_date(day: i64) -> Result<NaiveDate, OutOfRange> {
    if day < days_from_monday(FIRST_DAY) {
        return Err(OutOfRange::TooEarly);
    }
    i32::try_from(day - EPOCH)
        .ok()
        .and_then(NaiveDate::from_epoch_days)
        .filter(|date| *date <= LAST_DAY)
        .ok_or(OutOfRange::TooLate)
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Weekday};

    use super::*;

    #[test]
    fn the_calendar_runs_from_1800_to_2399() {
        assert_eq!(FIRST_DAY.to_string(), "1800-01-01");
        assert_eq!(LAST_DAY.to_string(), "2399-12-31");
    }

    #[test]
    fn multiples_of_seven_are_mondays() {
        for date in [NaiveDate::MIN, FIRST_DAY, LAST_DAY, NaiveDate::MAX] {
            let weekday = days_from_monday(date).rem_euclid(7);
            assert_eq!(weekday, i64::from(date.weekday().num_days_from_monday()), "{date}");
        }
        assert_eq!(known_date(0).unwrap().weekday(), Weekday::Mon);
    }

    #[test]
    fn the_limits_belong_to_the_calendar_and_their_neighbours_do_not() {
        let (first, last) = (days_from_monday(FIRST_DAY), days_from_monday(LAST_DAY));
        assert_eq!(known_date(first), Ok(FIRST_DAY));
        assert_eq!(known_date(last), Ok(LAST_DAY));
        assert_eq!(known_date(first - 1), Err(OutOfRange::TooEarly));
        assert_eq!(known_date(last + 1), Err(OutOfRange::TooLate));
        assert_eq!(known_date(i64::MIN), Err(OutOfRange::TooEarly));
        assert_eq!(known_date(i64::MAX), Err(OutOfRange::TooLate));
        assert_eq!(known_day(FIRST_DAY), Ok(first));
        assert_eq!(known_day(LAST_DAY), Ok(last));
        for neighbour in [FIRST_DAY.pred_opt().unwrap(), LAST_DAY.succ_opt().unwrap()] {
            assert_eq!(known_day(neighbour), Err(OutOfRange::Given(neighbour)));
        }
    }

    #[test]
    fn an_error_names_the_date_and_the_limit() {
        let before = OutOfRange::Given(FIRST_DAY.pred_opt().unwrap());
        let after = OutOfRange::Given(LAST_DAY.succ_opt().unwrap());
        assert_eq!([before.limit(), OutOfRange::TooEarly.limit()], [FIRST_DAY; 2]);
        assert_eq!([after.limit(), OutOfRange::TooLate.limit()], [LAST_DAY; 2]);
        assert_eq!(after.to_string(), "2400-01-01 is outside the calendar, 1800-01-01 to 2399-12-31");
        assert_eq!(
            OutOfRange::TooEarly.to_string(),
            "the date would be before 1800-01-01, where the calendar starts"
        );
        assert_eq!(
            OutOfRange::TooLate.to_string(),
            "the date would be after 2399-12-31, where the calendar ends"
        );
    }
}
