//! A day on which nobody works (B13).

use chrono::NaiveDate;

use super::Line;

/// A named day off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// What it is called; may be blank.
    pub name: Line,
}
