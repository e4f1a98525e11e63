//! What passed between a contact and us outside the plan.

use chrono::NaiveDate;

use crate::plan::{Audience, Channel, Prose};

/// Names a touchpoint of its contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TouchpointId(pub u32);

/// Something that passed between a contact and us outside the plan: "rang me today".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touchpoint {
    /// The name among those of the contact.
    pub id: TouchpointId,
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub channel: Option<Channel>,
    /// Whose word it was.
    pub way: Way,
    /// What it was about.
    pub note: Prose,
    /// The sequence whose next steps are counted from it, if any is.
    pub counts_for: Option<Audience>,
}

/// Whose word it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Ours.
    Ours,
    /// Theirs, and there is nothing to answer.
    Theirs,
    /// Theirs: an enquiry or a comment that waits for an answer (D3, E9).
    Asked,
    /// Theirs, and answered on a day.
    Answered(NaiveDate),
}
