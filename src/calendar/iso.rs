//! Dates as text: ISO 8601, year, month, day; and the months by name.

use chrono::{Datelike, NaiveDate};

/// Reads a date written as `2026-09-07`, in these ten characters; `None` for anything else. Whether the calendar
/// covers it is not asked here.
pub fn iso_date(text: &str) -> Option<NaiveDate> {
    let part = |from: usize, to: usize| -> Option<u32> {
        let digits = text.get(from..to)?;
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let has_form = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let date = NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(5, 7)?, part(8, 10)?);
    date.filter(|_| has_form)
}

/// The month of a date as calendars write it, `Sep`.
pub fn short_month(date: NaiveDate) -> &'static str {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS[date.month0() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_back_as_it_is_written() {
        for text in ["1800-01-01", "2026-09-07", "2024-02-29", "0026-01-01"] {
            assert_eq!(iso_date(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn only_the_ten_characters_of_a_date_are_one() {
        for text in [
            "",
            "2026-9-7",
            "2026-02-30",
            "2026/09/07",
            " 2026-09-07",
            "2026-09-07T",
            "+026-01-01",
            "２026-09-07",
        ] {
            assert_eq!(iso_date(text), None, "{text:?}");
        }
    }
}
