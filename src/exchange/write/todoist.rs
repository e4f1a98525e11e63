//! A project template of Todoist: a section a sequence, or somebody on one; a task an open step, its details as a note.
//!
//! The columns and what may stand in them are those of Todoist's help page on templates: `TYPE` in small letters; priority 4
//! for none, since an empty one counts as the highest; whoever is responsible would have to be named by a number that
//! only Todoist knows, so the note says who.
//!
//! The [guard](super::table::guarded) stays: such files are looked at in spreadsheets before they are taken in, and
//! Todoist drops white space around a task.

use super::table::{guarded, separated};
use crate::exchange::{Entries, Rows, Written};
use crate::words;

const COLUMNS: [&str; 9] =
    ["TYPE", "CONTENT", "PRIORITY", "INDENT", "AUTHOR", "RESPONSIBLE", "DATE", "DATE_LANG", "TIMEZONE"];

/// The open steps as a template.
pub fn write(rows: &Rows<'_>) -> Written {
    let entries = Entries::of(rows);
    if entries.all.is_empty() {
        return Written::nothing(words::NONE_OPEN);
    }
    let mut lines = vec![COLUMNS.map(str::to_owned).to_vec()];
    let mut section = None;
    for entry in &entries.all {
        let heading = entry.row.heading();
        if section.as_ref() != Some(&heading) {
            lines.push(line("section", &heading, None));
            section = Some(heading);
        }
        let due = entry.due.map(words::iso).unwrap_or_default();
        lines.push(line("task", &entry.title(), Some(due)));
        lines.push(line("note", &entry.details(rows.plan()), None));
    }
    let notes = words::off_path_left_out(entries.off_path).into_iter().collect();
    Written { bytes: separated(lines, rows.outgoing.wanted.mark), notes, ..Written::default() }
}

fn line(kind: &str, content: &str, due: Option<String>) -> Vec<String> {
    let content = guarded(content.to_owned());
    let (priority, indent, language) = if due.is_some() { ("4", "1", "en") } else { ("", "", "") };
    let due = due.unwrap_or_default();
    let cells = [kind, &content, priority, indent, "", "", &due, language, ""];
    cells.map(str::to_owned).to_vec()
}
