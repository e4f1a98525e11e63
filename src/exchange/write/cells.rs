//! The table as cells to paste: parted by tabs, a row a line, as spreadsheets take them from the clipboard.
//!
//! What is pasted is taken as if it were typed. Where a text begins like a formula an apostrophe stands before it, which
//! spreadsheets take for "this is text" and do not show.

use super::table::{begins_like_formula, plain_rows};
use crate::exchange::{Rows, Written};

/// The table as a file.
pub fn write(rows: &Rows<'_>) -> Written {
    Written { bytes: as_cells(rows).into_bytes(), ..Written::default() }
}

/// The table as cells to paste: the titles, then a line for each step.
pub fn as_cells(rows: &Rows<'_>) -> String {
    let mut text = String::new();
    for row in plain_rows(rows) {
        for (at, cell) in row.iter().enumerate() {
            text.push_str(if at == 0 { "" } else { "\t" });
            text.push_str(if begins_like_formula(cell) { "'" } else { "" });
            text.extend(cell.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }));
        }
        text.push('\n');
    }
    text
}
