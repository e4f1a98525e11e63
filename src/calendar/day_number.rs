//! Days by their numbers, and the two kinds of differences between days.

use chrono::{NaiveDate, Weekday};

/// A day by its number: 0 is 1 January 1970, as in [`NaiveDate::to_epoch_days`]. What is counted many times over is
/// counted in these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayNumber(pub i32);

impl DayNumber {
    /// The number of a date.
    pub fn of(date: NaiveDate) -> Self {
        Self(date.to_epoch_days())
    }

    /// The date of that number, where there is one.
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_epoch_days(self.0)
    }

    /// So many calendar days later; earlier when negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Its weekday: day 0 was a Thursday.
    pub fn weekday(self) -> Weekday {
        match self.0.rem_euclid(7) {
            0 => Weekday::Thu,
            1 => Weekday::Fri,
            2 => Weekday::Sat,
            3 => Weekday::Sun,
            4 => Weekday::Mon,
            5 => Weekday::Tue,
            _ => Weekday::Wed,
        }
    }
}

/// A difference in working days: days off count for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkingDays(pub i64);

/// A difference in calendar days: every day counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDays(pub i64);

impl CalendarDays {
    /// From one date to another; below zero where the other is earlier.
    pub fn between(from: NaiveDate, to: NaiveDate) -> Self {
        Self((to - from).num_days())
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn a_number_and_its_date_have_the_same_weekday() {
        for day in [-719_162, -8, -1, 0, 1, 20_000, 156_935].map(DayNumber) {
            assert_eq!(day.weekday(), day.date().unwrap().weekday(), "{day:?}");
            assert_eq!(DayNumber::of(day.date().unwrap()), day);
        }
    }

    #[test]
    fn days_between_two_dates_are_counted_over_the_weekend() {
        let [friday, monday] = ["2026-09-04", "2026-09-07"].map(|day| day.parse().unwrap());
        assert_eq!(CalendarDays::between(friday, monday), CalendarDays(3));
        assert_eq!(CalendarDays::between(monday, friday), CalendarDays(-3));
    }
}
