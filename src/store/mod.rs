//! Where plans are kept: one versioned envelope a plan, over any key-value [`Storage`].
//!
//! A [`PlanStore`] lists, opens, saves and removes plans. Three things hold whatever happens (F10):
//!
//! **Invariant:** text that cannot be read as a plan is never overwritten and never removed, except by
//! [`PlanStore::discard`] of exactly that text.
//!
//! **Invariant:** a save replaces only the version it was made from. Anything else stored there by then is
//! [`SaveError::ChangedElsewhere`]; what slips through between tabs is noticed by [`Keeper::hear`] in both, or by the
//! durable place ([`Places`]).
//!
//! **Invariant:** a failing write leaves the old version standing.
//!
//! It knows no browser, reads no clock and makes no random names: storage and ids are arguments. What goes
//! over the wire is frozen, one module per released version of the format.

mod copied;

mod id;

mod keeper;

mod versions;

mod memory;

mod own_file;

mod people;

mod places;

mod plan_store;

mod record;

mod snapshot;

mod stamp;

mod storage;

mod unreadable;

pub(crate) mod wire;

pub use copied::Copies;
pub use id::{PlanId, TabId};
pub use keeper::{Heard, Keeper};
pub use memory::MemoryStorage;
pub use own_file::{Digest, InFile};
pub use people::{Damage, DamagedPart, FoundRoster, RosterKey, RosterPart, RosterWrite, roster_writes};
pub use places::{Change, Places};
pub use plan_store::{Contents, OpenError, PlanStore, Quarantined, SaveError, State, Stored};
pub use record::Record;
pub(crate) use record::crc32;
pub use snapshot::{Moment, Occasion, Snapshot};
pub use stamp::{Known, KnownText, Stamp, TakenNumbers};
pub use storage::{Storage, StorageError};
pub use unreadable::{Fault, Unreadable};
pub use versions::{Revision, VersionVector};
