//! What the rows of a sequence say where it is laid out.

use chrono::NaiveDate;

use super::{Row, comes_out, count, day_and_year};
use crate::schedule::Fork;

/// The outcome a step waits for, behind its words: `only if nobody is reached in step 2` (B5).
pub fn only_if(fork: Fork) -> String {
    format!("only if {} in step {}", comes_out(fork.outcome), fork.number)
}

/// A row as cells of a spreadsheet, parted by tabs: what, when, who, with, and the day it is due.
pub fn cells(row: &Row) -> String {
    let cells = [&row.what, &row.when, &row.who, &row.with, &row.due];
    let cell = |text: &&String| text.replace(['\t', '\n', '\r'], " ");
    cells.iter().map(cell).collect::<Vec<_>>().join("\t")
}

/// What a typed line makes: `Call · Phone · 2 weeks after step 1 · Mon 7 Dec 2026 · Ann`.
pub fn row_in_line(row: &Row) -> String {
    let parts = [&row.what, &row.conditions, &row.with, &row.when, &row.due, &row.who];
    parts.map(String::as_str).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Where dates have moved to: how many they are, and the last of them: `5 dates moved, the last one to Fri 29 Jan 2027.`
/// Empty where none has moved.
pub fn dates_moved(to: &[NaiveDate]) -> String {
    let Some(last) = to.iter().max().copied().map(day_and_year) else { return String::new() };
    match to.len() {
        1 => format!("1 date moved, to {last}."),
        moved => format!("{moved} dates moved, the last one to {last}."),
    }
}

/// What was done to a step, or to so many of them: `Prospect step 2 removed.`, `3 steps removed.`
pub fn acted_on(steps: usize, only: &str, done: &str) -> String {
    match steps {
        1 => format!("{only} {done}."),
        _ => format!("{} {done}.", count(steps, "step")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_five_cells_whatever_is_in_them() {
        let row = Row {
            what: "Call\tagain".to_owned(),
            when: "2 weeks after step 1".to_owned(),
            due: "Mon 7 Dec 2026".to_owned(),
            with: "Phone".to_owned(),
            ..Row::default()
        };
        assert_eq!(cells(&row), "Call again\t2 weeks after step 1\t\tPhone\tMon 7 Dec 2026");
    }

    #[test]
    fn dates_that_moved_are_counted_and_the_last_is_named() {
        let days = [26, 29, 27].map(|day| NaiveDate::from_ymd_opt(2027, 1, day).unwrap());
        assert_eq!(dates_moved(&days), "3 dates moved, the last one to Fri 29 Jan 2027.");
        assert_eq!(dates_moved(&days[..1]), "1 date moved, to Tue 26 Jan 2027.");
        assert_eq!(dates_moved(&[]), "");
    }
}
