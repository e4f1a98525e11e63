//! Days that come again every year, in words.

use chrono::{Datelike, NaiveDate};

use super::{day_and_year, weekday};
use crate::calendar::{Easter, Observed, YearDay};
use crate::plan::YearlyClosure;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `Every year on 26 November`, `Every year on the 4th Thursday of November`, `Every year, 1 day after Easter`.
pub fn every_year(day: YearDay) -> String {
    match day {
        YearDay::Fixed { month, day } => format!("Every year on {}", day_of_month(month, day)),
        YearDay::Nth { nth, weekday: day, month } => {
            format!("Every year on the {} {} of {}", ordinal(nth), weekday(day), month_name(month))
        }
        YearDay::Last { weekday: day, month } => {
            format!("Every year on the last {} of {}", weekday(day), month_name(month))
        }
        YearDay::OnOrAfter { weekday: name, month, day } => {
            format!("Every year on the first {} from {} on", weekday(name), day_of_month(month, day))
        }
        YearDay::Before { weekday: name, month, day } => {
            format!("Every year on the last {} before {}", weekday(name), day_of_month(month, day))
        }
        YearDay::FromEaster(easter, days) => from_easter(easter, days),
    }
}

/// Its days, and what happens when they fall on one that is off: `Every year from 24 December to 1 January`.
pub fn yearly_closure(yearly: &YearlyClosure) -> String {
    let when = match (yearly.days, last_day(yearly)) {
        (1, _) => every_year(yearly.day),
        (_, Some((first, last))) => format!("Every year from {first} to {last}"),
        (days, None) => format!("{}, for {days} days", every_year(yearly.day)),
    };
    match yearly.observed {
        Observed::Lost => when,
        moved => format!("{when}; if that is off, {}", moving(moved)),
    }
}

/// `Winter break, next Thu 24 Dec 2026`.
pub fn yearly_name(yearly: &YearlyClosure, today: NaiveDate) -> String {
    let next = yearly.day.next_from(today).map(|day| format!("next {}", day_and_year(day)));
    let name = Some(yearly.name.as_str().trim()).filter(|name| !name.is_empty()).map(str::to_owned);
    name.into_iter().chain(next).collect::<Vec<_>>().join(", ")
}

/// What happens to a day that falls on one that is not worked, as it is chosen.
pub fn moving(observed: Observed) -> &'static str {
    match observed {
        Observed::Lost => "it is not moved",
        Observed::SaturdayToFriday => "from a Saturday to Friday",
        Observed::SundayToMonday => "from a Sunday to Monday",
        Observed::NearestWeekday => "from a Saturday to Friday, from a Sunday to Monday",
        Observed::NextWorkday => "to the next working day",
    }
}

/// Why a time away cannot come every year.
pub fn one_person_every_year() -> String {
    "Only a time when everybody is off can come every year. Choose everybody, or only once.".to_owned()
}

/// The first and the last day, where these are the same in every year: days in a row over a leap day have no such.
fn last_day(yearly: &YearlyClosure) -> Option<(String, String)> {
    let YearDay::Fixed { month, day } = yearly.day else { return None };
    let last = |year| {
        let first = NaiveDate::from_ymd_opt(year, month, day)?;
        let last = first.iter_days().nth(usize::from(yearly.days).checked_sub(1)?)?;
        Some((last.month(), last.day()))
    };
    // The years before a leap year, of one, and after one.
    let ends = [2003, 2004, 2005].map(last);
    let (last_month, last_day) = ends[0].filter(|_| ends.iter().all(|end| *end == ends[0]))?;
    Some((day_of_month(month, day), day_of_month(last_month, last_day)))
}

fn from_easter(easter: Easter, days: i16) -> String {
    let (name, sunday) = match easter {
        Easter::Western => ("Easter", "Easter Sunday"),
        Easter::Orthodox => ("Orthodox Easter", "Orthodox Easter Sunday"),
    };
    let unit = if days.unsigned_abs() == 1 { "day" } else { "days" };
    match days {
        0 => format!("Every year on {sunday}"),
        1.. => format!("Every year, {days} {unit} after {name}"),
        ..0 => format!("Every year, {} {unit} before {name}", days.unsigned_abs()),
    }
}

fn day_of_month(month: u32, day: u32) -> String {
    format!("{day} {}", month_name(month))
}

fn month_name(month: u32) -> &'static str {
    let at = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    at.and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

fn ordinal(nth: u8) -> String {
    match nth {
        1 => "1st".to_owned(),
        2 => "2nd".to_owned(),
        3 => "3rd".to_owned(),
        nth => format!("{nth}th"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::plan::Line;

    #[track_caller]
    fn check(day: YearDay, days: u16, observed: Observed, expected: &str) {
        let yearly = YearlyClosure { name: Line::default(), day, days, observed };
        assert_eq!(yearly_closure(&yearly), expected);
    }

    #[test]
    fn a_rule_is_said_in_words() {
        let lost = Observed::Lost;
        check(YearDay::Fixed { month: 11, day: 26 }, 1, lost, "Every year on 26 November");
        let fourth = YearDay::Nth { nth: 4, weekday: Weekday::Thu, month: 11 };
        check(fourth, 1, lost, "Every year on the 4th Thursday of November");
        let last = YearDay::Last { weekday: Weekday::Mon, month: 5 };
        check(last, 1, lost, "Every year on the last Monday of May");
        let easter = |days| YearDay::FromEaster(Easter::Western, days);
        check(easter(1), 1, lost, "Every year, 1 day after Easter");
        check(easter(-2), 1, lost, "Every year, 2 days before Easter");
        check(YearDay::FromEaster(Easter::Orthodox, 0), 1, lost, "Every year on Orthodox Easter Sunday");
        check(easter(1), 5, lost, "Every year, 1 day after Easter, for 5 days");
        let sunday = Observed::SundayToMonday;
        let moved = "Every year on 4 July; if that is off, from a Sunday to Monday";
        check(YearDay::Fixed { month: 7, day: 4 }, 1, sunday, moved);
    }

    #[test]
    fn days_in_a_row_are_said_by_their_ends_unless_a_leap_day_moves_these() {
        let from = |month, day| YearDay::Fixed { month, day };
        check(from(12, 24), 9, Observed::Lost, "Every year from 24 December to 1 January");
        check(from(2, 27), 5, Observed::Lost, "Every year on 27 February, for 5 days");
        check(from(2, 29), 2, Observed::Lost, "Every year on 29 February, for 2 days");
    }

    #[test]
    fn the_next_one_is_named_beside_it() {
        let day = YearDay::Fixed { month: 12, day: 24 };
        let mut yearly =
            YearlyClosure { name: Line::fitted("Break"), day, days: 9, observed: Observed::Lost };
        let today = "2026-12-25".parse().unwrap();
        assert_eq!(yearly_name(&yearly, today), "Break, next Fri 24 Dec 2027");
        yearly.name = Line::default();
        assert_eq!(yearly_name(&yearly, today), "next Fri 24 Dec 2027");
    }
}
