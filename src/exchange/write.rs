//! Writing a plan for another program: one module a format.
//!
//! Everything here is compiled into the program for files only: the page names formats and never writes one itself.
//!
//! **Invariant:** text that a person typed stays text in every program that reads it, also where it begins like a formula.

mod asana;

mod build_sheets;

mod calendar;

mod cells;

mod hubspot;

mod mautic;

mod n8n;

mod spreadsheet;

mod table;

mod text;

mod todoist;

pub(super) use calendar::{
    Digest, Kind, Lines, Standing, date, is_done, put_day, put_standing, stamp, step_of, uid,
};
pub use cells::as_cells;
pub use spreadsheet::{Column, TOLD_SHEETS};

use super::{Format, Outgoing, Rows, Written};
use crate::words;

/// What leaves, as a file of a format.
pub fn write(format: Format, outgoing: &Outgoing) -> Written {
    let rows = match format {
        // What only others do is hidden there, not left out: the rest is counted from it.
        Format::Spreadsheet => Rows::whole(outgoing),
        _ if format.facts().takes_people => Rows::of(outgoing),
        _ => Rows::of_the_plan(outgoing),
    };
    if rows.rows.is_empty() {
        return without_steps(format, &rows);
    }
    match format {
        Format::Spreadsheet => spreadsheet::write(&rows),
        Format::Calendar => calendar::write(&rows),
        Format::Table => table::write(&rows),
        Format::Cells => cells::write(&rows),
        Format::Text => text::write(&rows),
        Format::Todoist => todoist::write(&rows),
        Format::Asana => asana::write(&rows),
        Format::HubSpot => hubspot::write(&rows),
        Format::N8n => n8n::write(&rows),
        Format::Mautic => mautic::write(&rows),
        Format::BuildSheets => build_sheets::write(&rows),
    }
}

/// A workbook without steps has days off and measures, and room for steps; nothing else is worth a file.
fn without_steps(format: Format, rows: &Rows<'_>) -> Written {
    if format == Format::Spreadsheet {
        let mut written = spreadsheet::write(rows);
        written.notes.push(words::NO_STEPS_IN_IT.to_owned());
        return written;
    }
    let wanted = rows.outgoing.wanted;
    let has_others = wanted.who.is_some() && !Rows::whole(rows.outgoing).rows.is_empty();
    let why = match () {
        () if has_others => words::NONE_OF_THEIRS,
        () if wanted.contact.is_some() => words::NOT_ON_A_SEQUENCE,
        () if wanted.people => words::NOBODY_ON_A_SEQUENCE,
        () => words::NO_STEPS,
    };
    Written::nothing(why)
}
