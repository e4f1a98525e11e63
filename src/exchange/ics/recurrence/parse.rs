//! A rule as text.

use crate::calendar::sort_by_number;
use chrono::Weekday;

use super::{Frequency, Rule, weekday_bit};
use crate::exchange::ics::property::Moment;

impl Rule {
    /// Reads `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`; none for what is no such rule or comes more than once a day.
    pub(in crate::exchange::ics) fn read(text: &str) -> Option<Self> {
        let mut frequency = None;
        let mut rule = Self {
            frequency: Frequency::Yearly,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Mon,
            months: 0,
            month_days: [0; 2],
            year_days: Vec::new(),
            weeks: [0; 2],
            weekdays: 0,
            nth_weekdays: Vec::new(),
            positions: Vec::new(),
        };
        for part in text.to_ascii_uppercase().split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim();
            match name.trim() {
                "FREQ" => frequency = Some(frequency_of(value)?),
                "INTERVAL" => rule.interval = whole(value).filter(|interval| *interval > 0)?,
                "COUNT" => rule.count = Some(whole(value).filter(|count| *count > 0)?.unsigned_abs()),
                "UNTIL" => rule.until = Some(Moment::read(value)?),
                "WKST" => rule.week_start = weekday(value)?,
                "BYMONTH" => {
                    for month in numbers(value, 12)? {
                        rule.months |= 1 << u32::try_from(month).ok()?;
                    }
                }
                "BYMONTHDAY" => {
                    for day in numbers(value, 31)? {
                        rule.month_days[usize::from(day < 0)] |= 1 << day.unsigned_abs();
                    }
                }
                "BYWEEKNO" => {
                    for week in numbers(value, 53)? {
                        rule.weeks[usize::from(week < 0)] |= 1 << week.unsigned_abs();
                    }
                }
                "BYYEARDAY" => rule.year_days = ordered(numbers(value, 366)?),
                "BYSETPOS" => rule.positions = ordered(numbers(value, 366)?),
                "BYDAY" => rule.take_weekdays(value)?,
                // The one calendar there is, and the times of day of a whole day.
                "RSCALE" if value == "GREGORIAN" => {}
                "BYHOUR" | "BYMINUTE" | "BYSECOND" if whole(value) == Some(0) => {}
                _ => return None,
            }
        }
        rule.frequency = frequency?;
        // The nth of a day or a week says nothing: the weekday is meant.
        if matches!(rule.frequency, Frequency::Daily | Frequency::Weekly) {
            for (_, weekday) in rule.nth_weekdays.drain(..) {
                rule.weekdays |= 1 << weekday;
            }
        }
        Some(rule)
    }

    fn take_weekdays(&mut self, value: &str) -> Option<()> {
        for day in value.split(',').map(str::trim) {
            let letters = day.len().checked_sub(2)?;
            let (nth, day) = (day.get(..letters)?, weekday(day.get(letters..)?)?);
            if nth.is_empty() {
                self.weekdays |= weekday_bit(day);
            } else {
                let nth = numbers(nth, 53)?;
                let number = day.num_days_from_monday().to_le_bytes()[0];
                self.nth_weekdays.extend(nth.into_iter().map(|nth| (nth, number)));
            }
        }
        sort_by_number(&mut self.nth_weekdays, |(nth, day)| i64::from(*nth) * 8 + i64::from(*day));
        self.nth_weekdays.dedup();
        Some(())
    }
}

fn frequency_of(value: &str) -> Option<Frequency> {
    Some(match value {
        "DAILY" => Frequency::Daily,
        "WEEKLY" => Frequency::Weekly,
        "MONTHLY" => Frequency::Monthly,
        "YEARLY" => Frequency::Yearly,
        _ => return None,
    })
}

fn weekday(value: &str) -> Option<Weekday> {
    Some(match value {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

/// A whole number; one too large to be counted to is as large as there is.
fn whole(value: &str) -> Option<i64> {
    let is_number = !value.is_empty() && value.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| value.parse().unwrap_or(i64::MAX))
}

/// Numbers other than nought, as large as `most` on either side of it.
fn numbers(value: &str, most: u32) -> Option<Vec<i32>> {
    let number = |text: &str| {
        let number: i32 = text.trim().parse().ok()?;
        (1..=most).contains(&number.unsigned_abs()).then_some(number)
    };
    value.split(',').map(number).collect()
}

fn ordered(mut numbers: Vec<i32>) -> Vec<i32> {
    sort_by_number(&mut numbers, |number| (*number).into());
    numbers.dedup();
    numbers
}
