//! What is said on paper alone.

use chrono::{Datelike, Month, NaiveDate};

use super::{count, day, day_and_year};
use crate::plan::{Audience, Line, Measure, PlanParts};

/// `November 2026`.
pub fn month_and_year(date: NaiveDate) -> String {
    let month = u8::try_from(date.month()).ok().and_then(|month| Month::try_from(month).ok());
    format!("{} {}", month.map_or("", |month| month.name()), date.year())
}

/// A sequence as a sheet of its own is called.
pub fn course(audience: Audience) -> &'static str {
    match audience {
        Audience::Prospect => "Before the first purchase",
        Audience::Customer => "From the first purchase on",
    }
}

/// What stands at the top of sheets: the name of the plan, else that of the business.
pub fn sheet_title(plan: &PlanParts) -> String {
    let named = [&plan.name, &plan.business].into_iter().find(|text| !text.is_blank());
    named.map_or_else(|| "Follow-up plan".to_owned(), ToString::to_string)
}

/// How many sheets there are.
pub fn sheets(number: usize) -> String {
    count(number, "sheet")
}

/// A measure in sentences: `Measure: enquiries answered. Target: 9 of 10. By Tue 23 Feb 2027.`; none where nothing is said (A23).
pub fn measure(measure: &Measure) -> Option<String> {
    let part = |name: &str, text: &str| {
        if text.trim().is_empty() { String::new() } else { format!("{name} {}. ", text.trim()) }
    };
    let by = measure.by.map(|by| format!("By {}. ", day_and_year(by))).unwrap_or_default();
    let parts = [
        part("Measure:", measure.metric.as_str()),
        part("Target:", measure.target.as_str()),
        by,
        part("Result:", measure.result.as_str()),
    ];
    Some(parts.concat().trim_end().to_owned()).filter(|words| !words.is_empty())
}

/// A day in a narrow column: `Mon 23 Nov`.
pub fn day_in_column(date: NaiveDate) -> String {
    format!("{} {}", date.weekday(), day(date))
}

/// An address as it is written on a letter: a line for each of its parts.
pub fn address_lines(address: &Line) -> String {
    address
        .as_str()
        .split([',', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// That some things of a list find no room.
pub fn and_more(left_out: usize, what: &str) -> Option<String> {
    (left_out > 0).then(|| format!("And {}.", count(left_out, &format!("more {what}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_its_whole_name_on_the_wall() {
        assert_eq!(month_and_year("2027-02-01".parse().unwrap()), "February 2027");
    }

    #[test]
    fn each_part_of_an_address_has_a_line() {
        let address = Line::parse("12 Mill Lane, Riverton,  OR 97000").unwrap();
        assert_eq!(address_lines(&address), "12 Mill Lane\nRiverton\nOR 97000");
    }

    #[test]
    fn what_finds_no_room_is_counted() {
        assert_eq!(and_more(0, "step"), None);
        assert_eq!(and_more(1, "step").as_deref(), Some("And 1 more step."));
        assert_eq!(and_more(12, "step").as_deref(), Some("And 12 more steps."));
    }
}
