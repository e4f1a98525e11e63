//! Days in a row as people write them: `24 December to 1 January`, `Dec 24 - Jan 1`, `1 May`.

use chrono::NaiveDate;

use super::date::date;
use super::token::tokens;

/// The first and the last day, each the next one of its name where no year is said; `None` where that is not what the
/// text says. The last one follows the first.
pub fn read_stretch(text: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let tokens = tokens(text);
    let words = |at: usize| tokens.get(at).map(|token| token.word.as_str());
    let start = usize::from(matches!(words(0), Some("from")));
    let first = date(tokens.get(start..)?, today)?.ok()?;
    let joint = start + first.words;
    match words(joint) {
        None => Some((first.date, first.date)),
        Some("to" | "until" | "till" | "through" | "-" | "–") => {
            let rest = tokens.get(joint + 1..)?;
            let last = date(rest, first.date)?.ok()?;
            (last.words == rest.len() && last.date >= first.date).then_some((first.date, last.date))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let found = read_stretch(text, today).map(|(first, last)| (first.to_string(), last.to_string()));
        assert_eq!(found, expected.map(|(first, last)| (first.to_owned(), last.to_owned())), "{text}");
    }

    #[test]
    fn a_first_and_a_last_day_are_read_across_the_turn_of_the_year() {
        check("24 December to 1 January", Some(("2026-12-24", "2027-01-01")));
        check("from Dec 24 until Jan 1", Some(("2026-12-24", "2027-01-01")));
        check("1 August to 14 August", Some(("2027-08-01", "2027-08-14")));
        check("1 May", Some(("2027-05-01", "2027-05-01")));
    }

    #[test]
    fn what_is_no_stretch_of_days_is_not_guessed() {
        for text in [
            "",
            "Christmas",
            "24 December to",
            "24 December and more",
            "to 1 January",
            "31 February to 1 March",
        ] {
            check(text, None);
        }
    }
}
