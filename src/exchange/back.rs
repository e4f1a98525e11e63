//! A spreadsheet comes back: what is different in it from the plan, cell by cell, before any of it is taken (F3).
//!
//! It is compiled into the program for files only. A sheet that is none of this plan's is handed over as lines to be read as a new
//! list of steps.

mod cells;

mod columns;

mod compare;

mod days;

mod fields;

mod sheets;

use chrono::NaiveDate;

use self::compare::Comparison;
use super::Written;
use super::json;
use crate::plan::Plan;

pub use cells::SheetError;

/// How the answer begins: what is told of the sheet.
const COMPARED: &str = "compared";
const OTHER: &str = "other";
const REFUSED: &str = "refused";

/// What stands before a sentence that is about no cell.
const NOTE: char = '!';

/// What a spreadsheet that came back says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackAnswer {
    /// It cannot be read, and why.
    Refused(String),
    /// It is of this plan, and says what differs.
    Differences {
        /// What differs, in order.
        differences: Vec<Difference>,
        /// What is to be known besides, in sentences: what was passed over.
        notes: Vec<String>,
        /// The plan with what was wanted of it, as a file.
        plan: String,
    },
    /// It is of another plan, or of none of ours: its rows as lines of cells.
    Other(String),
}

/// One cell that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Where: `Prospect sequence, step 3`.
    pub place: String,
    /// What of it: `Done on`.
    pub what: String,
    /// What the plan says; empty where it says nothing.
    pub before: String,
    /// What the sheet says; empty where it says nothing.
    pub after: String,
}

/// Compares a spreadsheet with a plan as it is on a day. What stands at the places in `left` is not taken.
pub fn compare(file: &[u8], plan: &Plan, today: NaiveDate, left: &[usize]) -> BackAnswer {
    let sheets = match cells::read(file) {
        Ok(sheets) => sheets,
        Err(error) => return BackAnswer::Refused(error.to_string()),
    };
    match Comparison::of(&sheets, plan, today) {
        Some(comparison) => {
            let taken = comparison.taken(plan, left);
            BackAnswer::Differences {
                plan: json::compact(&taken, today),
                notes: comparison.notes,
                differences: comparison.differences.into_iter().map(|(difference, _)| difference).collect(),
            }
        }
        None => match cells::as_lines(&sheets) {
            Some(lines) => BackAnswer::Other(lines),
            None => BackAnswer::Refused(SheetError::Blank.to_string()),
        },
    }
}

impl BackAnswer {
    /// The answer as it travels: the plan as the file, the rest as lines.
    pub(super) fn written(self) -> Written {
        let one_line = |text: &str| text.replace(['\t', '\r', '\n'], " ");
        match self {
            Self::Refused(reason) => {
                Written { notes: vec![REFUSED.to_owned(), one_line(&reason)], ..Written::default() }
            }
            Self::Other(lines) => {
                Written { bytes: lines.into_bytes(), notes: vec![OTHER.to_owned()], ..Written::default() }
            }
            Self::Differences { differences, notes, plan } => {
                let cells = differences.iter().map(|it| {
                    let parts = [&it.place, &it.what, &it.before, &it.after];
                    parts.map(|part| one_line(part)).join("\t")
                });
                let notes = notes.iter().map(|note| format!("{NOTE}{}", one_line(note)));
                let lines = std::iter::once(COMPARED.to_owned()).chain(cells).chain(notes);
                Written { bytes: plan.into_bytes(), notes: lines.collect(), ..Written::default() }
            }
        }
    }
}

/// Reads what the worker says of a spreadsheet that came back: the lines, and what came as the file. `None` where it is no
/// such answer.
pub fn back_answer(lines: &str, file: String) -> Option<BackAnswer> {
    let mut lines = lines.split('\n');
    match lines.next()? {
        REFUSED => return Some(BackAnswer::Refused(lines.next()?.to_owned())),
        OTHER => return Some(BackAnswer::Other(file)),
        COMPARED => {}
        _ => return None,
    }
    let (mut differences, mut notes) = (Vec::new(), Vec::new());
    for line in lines {
        match line.strip_prefix(NOTE) {
            Some(note) => notes.push(note.to_owned()),
            None => {
                let mut parts = line.split('\t').map(str::to_owned);
                let [place, what, before, after] = std::array::from_fn(|_| parts.next());
                let (place, what, before, after) = (place?, what?, before?, after?);
                differences.push(Difference { place, what, before, after });
            }
        }
    }
    Some(BackAnswer::Differences { differences, notes, plan: file })
}
