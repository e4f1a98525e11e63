//! All plans in a storage.

mod bin;

mod people;

use std::cell::{Cell, RefCell};
use std::{error, fmt};

use chrono::{Days, NaiveDate};

use super::places::left_beside;
use super::{PlanId, Revision, RosterKey, Storage, StorageError, TabId, Unreadable, VersionVector, wire};
use crate::plan::Plan;

/// The key under which the plan opened last is named.
const CURRENT: &str = "followthrough/current";

/// The plans in a storage, as one tab sees and changes them. A tab has one plan store for as long as it lives.
#[derive(Debug)]
pub struct PlanStore<S> {
    storage: S,
    tab: TabId,
    /// The largest revision this tab has written: its next one is larger still, whatever it goes back to.
    last_revision: Cell<u64>,
    /// The text read or written last, so that a save need not read it through once more to know what it is.
    seen: RefCell<Option<Seen>>,
}

/// A text that was read whole, or written here: what is equal to it is of that revision.
#[derive(Debug)]
struct Seen {
    key: String,
    text: String,
    revision: Revision,
}

/// A plan as it stands in the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The plan.
    pub plan: Plan,
    /// In use, or put away.
    pub state: State,
    /// The write that put it there.
    pub revision: Revision,
    /// The version it was made from; none for a new plan.
    pub after: Option<Revision>,
}

/// Whether a plan is in use (A7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// In use.
    Open,
    /// Put away whole, to be reopened at any time.
    Archived,
    /// Removed on that day: in the bin, and gone for good some time later.
    Binned(NaiveDate),
}

impl State {
    /// So long a removed plan can be taken back.
    pub const DAYS_IN_BIN: u64 = 30;

    /// Whether it is in the bin.
    pub fn is_binned(self) -> bool {
        matches!(self, Self::Binned(_))
    }

    /// The day on which a removed plan is gone for good; `None` for all others, and for those that the calendar has no
    /// such day for.
    pub fn gone_on(self) -> Option<NaiveDate> {
        match self {
            Self::Binned(on) => on.checked_add_days(Days::new(Self::DAYS_IN_BIN)),
            Self::Open | Self::Archived => None,
        }
    }
}

/// Everything on a plan store, in order of keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The plans.
    pub plans: Vec<(PlanId, Stored)>,
    /// What stands among them and cannot be read.
    pub quarantined: Vec<Quarantined>,
    /// How many more there are that the storage does not hand out.
    pub withheld: usize,
}

/// A text that cannot be read as a plan. It stays where it is, as it is, until it is discarded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Where it is stored.
    pub key: String,
    /// The text, unchanged; to be offered for download.
    pub text: String,
    /// Why it cannot be read.
    pub why: Unreadable,
}

/// Why a plan could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The storage refused.
    Storage(StorageError),
    /// What is stored there cannot be read.
    Unreadable(Unreadable),
}

/// Why nothing was saved, removed or discarded. What was stored before still is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The storage refused.
    Storage(StorageError),
    /// What is stored there cannot be read and is not written over.
    Unreadable(Unreadable),
    /// What is stored there is not the version that was expected: another tab changed or removed it.
    ChangedElsewhere,
}

impl<S: Storage> PlanStore<S> {
    /// The plan store of a storage, for one tab.
    pub fn new(storage: S, tab: TabId) -> Self {
        Self { storage, tab, last_revision: Cell::new(0), seen: RefCell::new(None) }
    }

    /// The tab that this plan store writes for.
    pub fn tab(&self) -> &TabId {
        &self.tab
    }

    /// Everything on it. One that is not handed out does not hide the others.
    ///
    /// # Errors
    /// [`StorageError`] when the storage does not even say what there is.
    pub fn contents(&self) -> Result<Contents, StorageError> {
        let mut keys: Vec<String> = Vec::new();
        for key in self.storage.keys(PlanId::KEYS)? {
            let at = keys.partition_point(|before| *before < key);
            keys.insert(at, key);
        }
        let mut contents = Contents::default();
        for key in keys {
            let text = match self.storage.read(&key) {
                Ok(Some(text)) => text,
                Ok(None) => continue,
                Err(_) => {
                    contents.withheld += 1;
                    continue;
                }
            };
            let read = wire::read(&text);
            match read.and_then(|stored| Ok((PlanId::from_key(&key).ok_or(Unreadable::NotOurs)?, stored))) {
                Ok(plan) => contents.plans.push(plan),
                Err(why) => contents.quarantined.push(Quarantined { key, text, why }),
            }
        }
        Ok(contents)
    }

    /// The plan of that name; `None` when there is none.
    ///
    /// # Errors
    /// [`OpenError`] when the storage refuses or the text cannot be read.
    pub fn open(&self, id: &PlanId) -> Result<Option<Stored>, OpenError> {
        let key = id.key();
        let Some(text) = self.storage.read(&key).map_err(OpenError::Storage)? else { return Ok(None) };
        let stored = wire::read(&text).map_err(OpenError::Unreadable)?;
        self.seen.replace(Some(Seen { key, text, revision: stored.revision.clone() }));
        Ok(Some(stored))
    }

    /// Whether what is stored of a plan was written by an older version of the app, or by hand.
    pub fn is_of_older_format(&self, id: &PlanId) -> bool {
        self.storage.read(&id.key()).is_ok_and(|text| text.is_some_and(|text| !wire::is_newest(&text)))
    }

    /// Saves a plan over the version it was made from, `known`; `None` for a plan not stored so far.
    /// Archiving and reopening are saves with another state.
    ///
    /// # Errors
    /// [`SaveError`]; what was stored before still is.
    pub fn save(
        &self,
        id: &PlanId,
        plan: &Plan,
        state: State,
        known: Option<&VersionVector>,
    ) -> Result<Revision, SaveError> {
        self.save_all(id, plan, state, known, Vec::new())
    }

    /// Saves a plan with other records that belong to it: texts under keys, none to take one away.
    fn save_all(
        &self,
        id: &PlanId,
        plan: &Plan,
        state: State,
        known: Option<&VersionVector>,
        people: Vec<(String, Option<String>)>,
    ) -> Result<Revision, SaveError> {
        self.expect(id, known)?;
        let known = known.cloned();
        let revision = self.next_revision(known.as_ref());
        let stored = Stored {
            plan: plan.clone(),
            state,
            revision,
            after: known.as_ref().map(|known| known.latest().clone()),
        };
        let mut lineage = known.unwrap_or_else(|| VersionVector::new(stored.revision.clone()));
        lineage.advance(stored.revision.clone());
        let (key, text) = (id.key(), wire::write(&stored));
        if people.is_empty() {
            self.storage.write_version(&key, &text, &lineage)?;
        } else {
            // The plan last: it is what tells others that something was written.
            let writes: Vec<_> = people.into_iter().chain([(key.clone(), Some(text.clone()))]).collect();
            self.storage.write_versions(&writes, &lineage)?;
        }
        self.last_revision.set(stored.revision.number);
        self.seen.replace(Some(Seen { key, text, revision: stored.revision.clone() }));
        Ok(stored.revision)
    }

    /// Leaves a version beside the plan it was made from, without touching that: the next time it is a plan of its own.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses.
    pub fn leave(&self, id: &PlanId, plan: &Plan, known: &VersionVector) -> Result<(), StorageError> {
        let revision = self.next_revision(Some(known));
        let after = Some(known.latest().clone());
        let text = wire::write(&Stored { plan: plan.clone(), state: State::Open, revision, after });
        self.storage.write(&left_beside(id, &self.tab), &text)
    }

    /// Removes a plan for good, with its people.
    ///
    /// # Errors
    /// [`SaveError`]; the plan is still there.
    pub fn remove(&self, id: &PlanId, known: &VersionVector) -> Result<(), SaveError> {
        self.expect(id, Some(known))?;
        let revision = self.next_revision(Some(known));
        self.last_revision.set(revision.number);
        let mut lineage = known.clone();
        lineage.advance(revision);
        let people = self.storage.keys(&RosterKey::keys_of(id))?;
        let gone: Vec<_> = people.into_iter().chain([id.key()]).map(|key| (key, None)).collect();
        self.storage.write_versions(&gone, &lineage)?;
        Ok(())
    }

    /// Removes a text that cannot be read, if it still is the one that was quarantined.
    ///
    /// # Errors
    /// [`SaveError`]; the text is still there.
    pub fn discard(&self, aside: &Quarantined) -> Result<(), SaveError> {
        if self.storage.read(&aside.key)?.as_ref() != Some(&aside.text) {
            return Err(SaveError::ChangedElsewhere);
        }
        Ok(self.storage.remove(&aside.key)?)
    }

    /// The plan opened last, if it is named.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses.
    pub fn current(&self) -> Result<Option<PlanId>, StorageError> {
        Ok(self.storage.read(CURRENT)?.and_then(|id| PlanId::parse(&id)))
    }

    /// Names the plan opened last; `None` names none.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses.
    pub fn set_current(&self, id: Option<&PlanId>) -> Result<(), StorageError> {
        match id {
            Some(id) => self.storage.write(CURRENT, id.as_str()),
            None => self.storage.remove(CURRENT),
        }
    }

    /// The writes that what is stored of a plan descends from, as far as the storage tells them apart.
    pub fn lineage(&self, id: &PlanId, stored: &Stored) -> VersionVector {
        let told = self.storage.lineage(&id.key()).filter(|lineage| *lineage.latest() == stored.revision);
        told.unwrap_or_else(|| VersionVector::new(stored.revision.clone()))
    }

    fn next_revision(&self, known: Option<&VersionVector>) -> Revision {
        let last = self.last_revision.get().max(known.map_or(0, VersionVector::highest));
        Revision { number: last.saturating_add(1), tab: self.tab.clone() }
    }

    /// What is stored is what the version to be written descends from.
    fn expect(&self, id: &PlanId, known: Option<&VersionVector>) -> Result<(), SaveError> {
        let is_expected = match (self.revision(id)?, known) {
            (Some(found), Some(known)) => known.contains(&found),
            (found, known) => found.is_none() && known.is_none(),
        };
        if is_expected { Ok(()) } else { Err(SaveError::ChangedElsewhere) }
    }

    /// The revision that is stored. A text is read through only if it is not the one seen last: what cannot be read as
    /// a plan is found out as surely as ever.
    fn revision(&self, id: &PlanId) -> Result<Option<Revision>, OpenError> {
        let key = id.key();
        let Some(text) = self.storage.read(&key).map_err(OpenError::Storage)? else { return Ok(None) };
        if let Some(seen) = &*self.seen.borrow()
            && seen.key == key
            && seen.text == text
        {
            return Ok(Some(seen.revision.clone()));
        }
        wire::read(&text).map(|stored| Some(stored.revision)).map_err(OpenError::Unreadable)
    }
}

impl From<StorageError> for SaveError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<OpenError> for SaveError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Storage(error) => Self::Storage(error),
            OpenError::Unreadable(why) => Self::Unreadable(why),
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Storage(error) => error.fmt(f),
            Self::Unreadable(why) => {
                write!(
                    f,
                    "The stored plan cannot be opened: {why}. Download it to keep it; it is left as it is."
                )
            }
        }
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Storage(error) => error.fmt(f),
            Self::Unreadable(why) => {
                write!(
                    f,
                    "What is stored under this plan is left as it is: {why}. Keep your version as a copy."
                )
            }
            Self::ChangedElsewhere => f.write_str(
                "This plan was changed in another tab. Keep your version as a copy, or open the other.",
            ),
        }
    }
}

impl error::Error for OpenError {}

impl error::Error for SaveError {}
