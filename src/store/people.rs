//! A roster in records beside its plan's: one of what its contacts stand in, and one a chunk of contacts.
//!
//! What a change writes follows from two rosters alone ([`roster_writes`]): the chunks that are no longer shared, and the
//! surroundings if they or the list of chunks are others. What is read back is a roster in any case, with what is damaged
//! said beside it ([`FoundRoster`]).
//!
//! **Invariant:** no name of a contact stands in a plan's record, and none of a removed contact in any record that is
//! written after.
//!
//! **Invariant:** what cannot be read is given back byte for byte, and the numbers of the contacts in it are given to
//! nobody else (F10).

mod found;

mod key;

mod writes;

pub use found::{Damage, DamagedPart, FoundRoster};
pub use key::{RosterKey, RosterPart};
pub use writes::{RosterWrite, roster_writes};
