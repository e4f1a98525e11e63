//! Cells between commas (RFC 4180): one row a step, as every program that reads tables takes them.
//!
//! **Invariant:** no text is taken for a formula, and all of it is there; numbers and dates stay what they are.

use crate::exchange::{Rows, StepRow, Written};
use crate::plan::Plan;
use crate::schedule::Status;
use crate::words;

/// What stands at the top of each column of a step.
pub const COLUMNS: [&str; 12] = [
    "Sequence", "Step", "What", "When", "Planned", "Due", "State", "Remark", "Who", "With", "Goal", "Action",
];

/// The rows as a table; those of people begin with whom they are for.
pub fn write(rows: &Rows<'_>) -> Written {
    let guarded = plain_rows(rows).map(|row| row.into_iter().map(guarded).collect());
    let bytes = separated(guarded, rows.outgoing.wanted.mark);
    Written { bytes, ..Written::default() }
}

/// The titles, then the cells of each row as they are.
pub fn plain_rows<'a>(rows: &'a Rows<'_>) -> impl Iterator<Item = Vec<String>> + 'a {
    let is_of_people = rows.rows.iter().any(|row| row.contact.is_some());
    let titles = is_of_people.then_some("Contact").into_iter().chain(COLUMNS).map(str::to_owned).collect();
    let cells = rows.rows.iter().map(|row| {
        let name = row.contact.map(|(contact, _)| words::name_of(contact));
        name.into_iter().chain(cells(rows.plan(), row)).collect()
    });
    std::iter::once(titles).chain(cells)
}

fn cells(plan: &Plan, row: &StepRow<'_>) -> [String; COLUMNS.len()] {
    let told = row.words(plan);
    let (goal, action) = match row.goal(plan) {
        Some((goal, action)) => (goal.text.to_string(), action.text.to_string()),
        None => Default::default(),
    };
    let day = |day: Option<_>| day.map(words::iso).unwrap_or_default();
    [
        words::sequence(row.audience).to_owned(),
        told.number.to_string(),
        told.what,
        told.when,
        day(row.facts.baseline),
        day(row.facts.due),
        state(row).to_owned(),
        told.remark,
        told.who,
        told.with,
        goal,
        action,
    ]
}

/// How a step stands, in one word.
pub fn state(row: &StepRow<'_>) -> &'static str {
    match row.facts.status {
        Status::Done => "done",
        Status::Skipped => "skipped",
        Status::OffPath => "not on the way",
        Status::Undated => "without a day",
        Status::Upcoming | Status::Due => "open",
        Status::Overdue => "late",
    }
}

/// A text that no spreadsheet takes for a formula: a tab, which nobody sees, before what begins like one. Where lines are
/// parted by semicolons instead of commas, as spreadsheets in many countries do unasked, a cell also begins after each
/// semicolon and in each line. What a person typed has no tabs: without them it is the same text.
pub fn guarded(text: String) -> String {
    if !text.contains(SIGNS) {
        return text;
    }
    let mut guarded = String::with_capacity(text.len() + 1);
    for part in text.split_inclusive([';', '\n']) {
        guarded.extend([if begins_like_formula(part) { "\t" } else { "" }, part]);
    }
    guarded
}

/// What a formula begins with; some programs know the wide form of the signs as well.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet could take a text for a formula. Some look past white space at the beginning.
pub fn begins_like_formula(text: &str) -> bool {
    let is_unseen = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    text.trim_start_matches(is_unseen).starts_with(SIGNS)
}

/// Rows of cells as a file. Quoted is whatever could be taken for more than one cell, also by a program that looks for
/// tabs or semicolons between them.
pub fn separated(rows: impl IntoIterator<Item = Vec<String>>, has_mark: bool) -> Vec<u8> {
    const MARK: &str = "\u{feff}";
    let mut text = if has_mark { MARK.to_owned() } else { String::new() };
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            text.push_str(if at == 0 { "" } else { "," });
            if cell.trim() != cell || cell.contains([',', '"', '\t', ';', '\r', '\n']) {
                text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
            } else {
                text.push_str(cell);
            }
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}
