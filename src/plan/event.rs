//! Named events that steps are counted from (B4).

use chrono::NaiveDate;

use super::Line;

/// Names an event within a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

/// Something that happens on a day of its own: a renewal, a fair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name within the plan.
    pub id: EventId,
    /// What it is called.
    pub name: Line,
    /// The day, once known.
    pub date: Option<NaiveDate>,
}
