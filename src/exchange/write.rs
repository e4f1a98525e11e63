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

pub use cells::as_cells;
pub use spreadsheet::Column;
pub use table::COLUMNS as TABLE_COLUMNS;

use super::{Format, Outgoing, Rows, Written};

/// What leaves, as a file of a format.
pub fn write(format: Format, outgoing: &Outgoing) -> Written {
    let rows = match format {
        // What only others do is hidden there, not left out: the rest is counted from it.
        Format::Spreadsheet => Rows::whole(outgoing),
        _ if format.facts().takes_people => Rows::of(outgoing),
        _ => Rows::of_the_plan(outgoing),
    };
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
