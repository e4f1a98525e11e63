//! Cells between commas (RFC 4180): one row a step, as every program that reads tables takes them.
//!
//! **Invariant:** no text is taken for a formula, and all of it is there; numbers and dates stay what they are.

use crate::exchange::{Rows, StepRow, TableColumn, Written};
use crate::plan::Plan;
use crate::roster::Contact;
use crate::schedule::Status;
use crate::words::{self, Row};

/// The rows as a table, in the columns that are wanted.
pub fn write(rows: &Rows<'_>) -> Written {
    let guarded = plain_rows(rows).map(|row| row.into_iter().map(guarded).collect());
    let bytes = separated(guarded, rows.outgoing.wanted.mark);
    Written { bytes, ..Written::default() }
}

/// The titles, then the cells of each row as they are.
pub fn plain_rows<'a>(rows: &'a Rows<'_>) -> impl Iterator<Item = Vec<String>> + 'a {
    let is_of_people = rows.rows.iter().any(|row| row.contact.is_some());
    let columns: Vec<_> = rows.outgoing.columns.shown(is_of_people).collect();
    let titles = columns.iter().map(|it| it.title().to_owned()).collect();
    let cells = rows.rows.iter().map(move |row| {
        let told = row.words(rows.plan());
        columns.iter().map(|it| cell(rows.plan(), row, &told, it.column)).collect()
    });
    std::iter::once(titles).chain(cells)
}

fn cell(plan: &Plan, row: &StepRow<'_>, told: &Row, column: TableColumn) -> String {
    let day = |day: Option<_>| day.map(words::iso).unwrap_or_default();
    let of_contact = |tell: fn(&Contact) -> String| row.contact.map(|(contact, _)| tell(contact));
    match column {
        TableColumn::Contact => of_contact(words::name_of).unwrap_or_default(),
        TableColumn::Sequence => words::sequence(row.audience).to_owned(),
        TableColumn::Step => told.number.to_string(),
        TableColumn::What => told.what.clone(),
        TableColumn::When => told.when.clone(),
        TableColumn::Planned => day(row.facts.baseline),
        TableColumn::Due => day(row.facts.due),
        TableColumn::State => state(row).to_owned(),
        TableColumn::Remark => told.remark.clone(),
        TableColumn::Who => told.who.clone(),
        TableColumn::With => told.with.clone(),
        TableColumn::Goal => row.goal(plan).map(|(goal, _)| goal.text.to_string()).unwrap_or_default(),
        TableColumn::Action => row.goal(plan).map(|(_, action)| action.text.to_string()).unwrap_or_default(),
        TableColumn::Latest => day(row.facts.latest),
        TableColumn::DayDone => day(row.facts.due.filter(|_| !row.facts.is_open())),
        TableColumn::Notes => row.message(),
        TableColumn::Mail => of_contact(|contact| contact.reach.mail.to_string()).unwrap_or_default(),
        TableColumn::Phone => of_contact(|contact| contact.reach.phone.to_string()).unwrap_or_default(),
    }
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
