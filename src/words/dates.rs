//! Dates in words. The app speaks English; a date names its weekday, since that is what people plan by.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::short_month;

/// The weekdays, as they are listed.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// `Wed 9 Sep 2026`.
pub fn day_and_year(date: NaiveDate) -> String {
    format!("{} {}", date.weekday(), day_of(date))
}

/// `9 Sep`.
pub fn day(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `Sep`.
pub fn month(date: NaiveDate) -> &'static str {
    short_month(date)
}

/// `9 Sep 2026`.
pub fn day_of(date: NaiveDate) -> String {
    format!("{} {}", day(date), date.year())
}

/// `2026-09-09`, as a date field and a `<time>` want it.
pub fn iso(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// `Wednesday`.
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_with_its_weekday() {
        let date = NaiveDate::from_ymd_opt(2026, 9, 9).unwrap();
        assert_eq!(day_and_year(date), "Wed 9 Sep 2026");
        assert_eq!(iso(date), "2026-09-09");
        assert_eq!(iso(NaiveDate::from_ymd_opt(1800, 1, 1).unwrap()), "1800-01-01");
    }
}
