//! Easter Sunday, on which a third of the world's holidays hang.

use chrono::{Datelike, Days, NaiveDate};

use super::range::{FIRST_DAY, LAST_DAY};

/// By whose reckoning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Easter {
    /// The western churches': the Gregorian computus.
    Western,
    /// The orthodox churches': the Julian computus, its date in today's calendar.
    Orthodox,
}

impl Easter {
    /// Easter Sunday of a year; `None` beyond the years the calendar knows.
    pub fn sunday(self, year: i32) -> Option<NaiveDate> {
        if !(FIRST_DAY.year()..=LAST_DAY.year()).contains(&year) {
            return None;
        }
        match self {
            Self::Western => western(year),
            Self::Orthodox => orthodox(year),
        }
    }
}

/// The anonymous Gregorian computus, as given by Meeus, *Astronomical Algorithms*, chapter 8.
fn western(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    march_day(year, epact + to_sunday - 7 * late + 22)
}

/// The Julian computus, as given in the same chapter, moved into the Gregorian calendar.
fn orthodox(year: i32) -> Option<NaiveDate> {
    let full_moon = (19 * (year % 19) + 15) % 30;
    let to_sunday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7;
    let days_behind = year / 100 - year / 400 - 2;
    march_day(year, full_moon + to_sunday + 22 + days_behind)
}

/// The day of March that may run on into April and May.
fn march_day(year: i32, day: i32) -> Option<NaiveDate> {
    let days = u64::try_from(day - 1).ok()?;
    NaiveDate::from_ymd_opt(year, 3, 1)?.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;

    #[track_caller]
    fn check(easter: Easter, published: &[&str]) {
        for date in published {
            let date: NaiveDate = date.parse().unwrap();
            assert_eq!(easter.sunday(date.year()), Some(date));
        }
    }

    /// Among them the earliest and the latest there can be, and 1954, 1981, 2049 and 2076, where the lunar table has
    /// its exceptions.
    #[test]
    fn western_easter_is_on_its_published_days() {
        check(
            Easter::Western,
            &[
                "1818-03-22",
                "1886-04-25",
                "1943-04-25",
                "1954-04-18",
                "1981-04-19",
                "2000-04-23",
                "2008-03-23",
                "2011-04-24",
                "2019-04-21",
                "2020-04-12",
                "2021-04-04",
                "2022-04-17",
                "2023-04-09",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2028-04-16",
                "2029-04-01",
                "2030-04-21",
                "2038-04-25",
                "2049-04-18",
                "2076-04-19",
                "2285-03-22",
            ],
        );
    }

    #[test]
    fn orthodox_easter_is_on_its_published_days() {
        check(
            Easter::Orthodox,
            &[
                "2008-04-27",
                "2010-04-04",
                "2016-05-01",
                "2019-04-28",
                "2020-04-19",
                "2021-05-02",
                "2022-04-24",
                "2023-04-16",
                "2024-05-05",
                "2025-04-20",
                "2026-04-12",
                "2027-05-02",
                "2028-04-16",
                "2029-04-08",
                "2030-04-28",
            ],
        );
    }

    /// The rule itself, told by the tables of the church instead of a formula: the Sunday after the first
    /// ecclesiastical full moon from 21 March on.
    #[test]
    fn western_easter_is_the_sunday_after_the_full_moon_of_spring() {
        for year in FIRST_DAY.year()..=LAST_DAY.year() {
            let century = year / 100 + 1;
            let solar = 3 * century / 4 - 12;
            let lunar = (8 * century + 5) / 25 - 5;
            let golden = year % 19 + 1;
            let mut epact = (11 * golden + 20 + lunar - solar).rem_euclid(30);
            if epact == 24 || (epact == 25 && golden > 11) {
                epact += 1;
            }
            let day = if 44 - epact < 21 { 74 - epact } else { 44 - epact };
            let full_moon = march_day(year, day).unwrap();
            let sunday = full_moon.iter_days().skip(1).find(|date| date.weekday() == Weekday::Sun);
            assert_eq!(Easter::Western.sunday(year), sunday);
        }
    }

    #[test]
    fn orthodox_easter_is_a_sunday_and_never_before_the_western() {
        for year in FIRST_DAY.year()..=LAST_DAY.year() {
            let [western, orthodox] = [Easter::Western, Easter::Orthodox].map(|by| by.sunday(year).unwrap());
            assert_eq!(orthodox.weekday(), Weekday::Sun, "{year}");
            assert!(western <= orthodox, "{year}");
        }
    }

    #[test]
    fn beyond_the_calendar_there_is_no_easter() {
        for year in [i32::MIN, 1799, 2400, i32::MAX] {
            assert_eq!([Easter::Western, Easter::Orthodox].map(|by| by.sunday(year)), [None, None]);
        }
    }
}
