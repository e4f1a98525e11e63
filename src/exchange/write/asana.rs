//! A table for Asana's import of spreadsheets: a task an open step, in the section of its sequence, or of somebody on one.
//!
//! Names and order of the columns are those of Asana's help page on preparing a CSV file, and so is the order of month, day
//! and year in a date. `Assignee` would have to be an e-mail address of a member, which a plan does not know: the column is
//! there to be filled in, and the description says who.
//!
//! The [guard](super::table::guarded) stays: such files are looked at in spreadsheets before they are taken in.

use chrono::{Datelike, NaiveDate};

use super::table::{guarded, separated};
use crate::exchange::{Entries, Rows, Written};
use crate::words;

const COLUMNS: [&str; 5] = ["Name", "Description", "Section", "Assignee", "Due Date"];

/// The open steps as tasks.
pub fn write(rows: &Rows<'_>) -> Written {
    let entries = Entries::of(rows);
    if entries.all.is_empty() {
        return Written::nothing(words::NONE_OPEN);
    }
    let titles = COLUMNS.map(str::to_owned).to_vec();
    let tasks = entries.all.iter().map(|entry| {
        vec![
            guarded(entry.title()),
            guarded(entry.details(rows.plan())),
            guarded(entry.row.heading()),
            String::new(),
            entry.due.map(american).unwrap_or_default(),
        ]
    });
    let bytes = separated(std::iter::once(titles).chain(tasks), rows.outgoing.wanted.mark);
    Written {
        bytes,
        notes: words::off_path_left_out(entries.off_path).into_iter().collect(),
        ..Written::default()
    }
}

/// `11/24/2026`.
fn american(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", day.month(), day.day(), day.year())
}
