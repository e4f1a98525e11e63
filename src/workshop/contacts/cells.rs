//! A pasted text taken apart into lines of cells.

use std::ops::Range;

use super::columns::{is_mail, with_mail};

/// A line with its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) place: Range<usize>,
    pub(super) cells: Vec<String>,
}

/// The lines that hold something. Cells are parted by tabs, as spreadsheets copy them; else by semicolons, or by commas,
/// whichever of them stands in the first line. A cell in quotation marks may hold what parts cells, and line breaks.
pub(super) fn rows(text: &str) -> Vec<Row> {
    if let Some(rows) = recipients(text) {
        return rows;
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let part = ['\t', ';', ','].into_iter().find(|part| first.contains(*part)).unwrap_or('\t');
    let mut rows = Vec::new();
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut is_quoted, mut start) = (false, 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                chars.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.trim().is_empty() && closes(&text[at + 1..], part) => {
                cell.clear();
                is_quoted = true;
            }
            '\n' | '\r' if !is_quoted => {
                cells.push(std::mem::take(&mut cell));
                add(&mut rows, &mut cells, start..at);
                start = at + 1;
            }
            c if c == part && !is_quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    cells.push(cell);
    add(&mut rows, &mut cells, start..text.len());
    rows
}

/// Those a letter goes to, as mail programs list them: `Ann <ann@example.com>; Ben <ben@example.com>`, parted by semicolons,
/// by commas, or by lines. None where the text is something else.
fn recipients(text: &str) -> Option<Vec<Row>> {
    if text.contains('\t') || !text.contains('<') {
        return None;
    }
    let parted = |part: char| {
        let (mut rows, mut start) = (Vec::new(), 0);
        let (mut is_quoted, mut is_address) = (false, false);
        for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
            match c {
                '"' => is_quoted = !is_quoted,
                '<' => is_address = true,
                '>' => is_address = false,
                c if c == '\n' || (c == part && !is_quoted && !is_address) => {
                    let cell = text[start..at].trim();
                    add(&mut rows, &mut vec![cell.to_owned()], start..at);
                    (is_quoted, is_address, start) = (false, false, at + 1);
                }
                _ => {}
            }
        }
        rows
    };
    let is_one = |row: &Row| with_mail(&row.cells[0]).is_some() || is_mail(&row.cells[0]);
    [';', ',', '\n'].into_iter().map(parted).find(|rows| !rows.is_empty() && rows.iter().all(is_one))
}

/// Whether a quotation that begins here ends at the end of its cell; else the mark is one of the text.
fn closes(rest: &str, part: char) -> bool {
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '"' {
            match chars.peek() {
                Some('"') => _ = chars.next(),
                next => return next.is_none_or(|next| *next == part || matches!(next, '\n' | '\r')),
            }
        }
    }
    false
}

fn add(rows: &mut Vec<Row>, cells: &mut Vec<String>, place: Range<usize>) {
    let cells = std::mem::take(cells);
    if cells.iter().any(|cell| !cell.trim().is_empty()) {
        rows.push(Row { place, cells });
    }
}
