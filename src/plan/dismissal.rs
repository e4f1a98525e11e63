//! Findings of a review that a person has answered.

use super::Line;

/// A finding that is to be left alone, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// Which finding, by the name a review gives it.
    pub finding: Line,
    /// What it was about looked like then: when it looks otherwise, the finding comes back.
    pub print: u32,
    /// Why it is left alone.
    pub reason: Line,
}
