//! Cells between commas (RFC 4180): one row a step, as every program that reads tables takes them.

use csv::{Terminator, WriterBuilder};

use crate::exchange::{Rows, StepRow, Written};
use crate::plan::Plan;
use crate::schedule::Status;
use crate::words;

/// What stands at the top of each column of a step.
const COLUMNS: [&str; 12] = [
    "Sequence", "Step", "What", "When", "Planned", "Due", "State", "Remark", "Who", "With", "Goal", "Action",
];

/// The rows as a table; those of people begin with whom they are for.
pub fn write(rows: &Rows<'_>) -> Written {
    let is_of_people = rows.rows.iter().any(|row| row.contact.is_some());
    let titles = is_of_people.then_some("Contact").into_iter().chain(COLUMNS).map(str::to_owned).collect();
    let cells = rows.rows.iter().map(|row| {
        let name = row.contact.map(|(contact, _)| guarded(words::name_of(contact)));
        name.into_iter().chain(cells(rows.plan(), row)).collect()
    });
    let bytes = separated(std::iter::once(titles).chain(cells), rows.outgoing.wanted.mark);
    Written { bytes, ..Written::default() }
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
        guarded(told.what),
        guarded(told.when),
        day(row.facts.baseline),
        day(row.facts.due),
        state(row).to_owned(),
        told.remark,
        guarded(told.who),
        guarded(told.with),
        guarded(goal),
        guarded(action),
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

/// A text that no spreadsheet takes for a formula: a tab before it, which nobody sees, where it begins like one.
pub fn guarded(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("\t{text}") } else { text }
}

/// Rows of cells as a file, quoted where they have to be.
pub fn separated(rows: impl Iterator<Item = Vec<String>>, has_mark: bool) -> Vec<u8> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and all rows are equally long.
        _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    if has_mark { [MARK, &bytes].concat() } else { bytes }
}
