//! The roster: the people a plan is carried out with, beside the plan and never in it.
//!
//! A [`Contact`] is somebody who is followed up, with its times through the sequences ([`Enrolment`], B1) and what else
//! passed between us ([`Touchpoint`]). [`Availability`] is when those who do the steps work (F8). Plan and roster together
//! are one value, [`Workspace`], which shares whatever did not change with the one before: contacts stand in chunks, so a
//! change of one copies that one and the list of its chunk, and what differs between two is found by comparing pointers.
//!
//! Like the plan it holds no date that can be computed, reads no clock and makes no random names: ids are counted, and none
//! is given twice. There is one way in, [`Workspace::edited`].

mod availability;

mod chunks;

mod contact;

mod edit;

mod enrolment;

mod hours;

mod limits;

mod listed;

mod merge;

mod parts;

mod together;

mod touchpoint;

mod version;

mod workspace;

pub use availability::{Absence, Availability, Cover};
pub use chunks::{CHUNK, Chunk};
pub use contact::{Contact, ContactId, NewContact, Reach};
pub use edit::{ContactEdit, EnrolmentEdit, PersonEdit, Refusal, RosterEdit};
pub use enrolment::{End, Enrolment, Exit, Fact, Pause};
pub use hours::{NotHours, minutes_of_hours};
pub use limits::RosterLimit;
pub use listed::{Whom, listed};
pub use merge::{likely_twins, looks_like, twins_of};
pub use parts::{Flawed, Roster, RosterParts};
pub use touchpoint::{Touchpoint, TouchpointId, Way};
pub use version::{Version, VersionId};
pub use workspace::{Spread, Workspace, WorkspaceEdit};

#[cfg(test)]
mod tests;
