//! Two places for every plan: one that is quick and readable, and one that outlives a browser that is killed.
//!
//! Local storage is written to disk late; what stood in it when the browser was killed is gone. So each plan also goes
//! into a durable place, which answers later: what is written here is held in memory, waits for the durable place, and
//! is put into local storage once it is there. It knows neither browser nor clock: whoever holds it carries
//! [`Change`]s to the durable place and says what became of them.
//!
//! **Invariant:** a text is taken for kept only when the durable place has said so ([`Places::committed`]).
//!
//! **Invariant:** a change replaces in the durable place only what it descends from ([`Change::writes`]).
//!
//! **Invariant:** a plan and the records of its people that were written together are carried over together. They go into
//! local storage only where there is nothing else, or when the page goes: they would not fit there.

mod carrying;

mod change;

mod people;

mod start;

use std::cell::{Cell, RefCell};

pub use change::Change;

use super::{PlanId, Record, RosterKey, Storage, StorageError, TabId, VersionVector};

/// Both places, as this tab sees them.
#[derive(Debug)]
pub struct Places<L> {
    local: L,
    durable: Cell<Durable>,
    /// Every plan that is kept, in the order of keys.
    entries: RefCell<Vec<Entry>>,
    /// Keys whose texts local storage would not hand out when it was asked.
    withheld: RefCell<Vec<String>>,
}

/// What the durable place is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Durable {
    /// There never was one: local storage alone is read and written.
    Missing,
    /// It takes what is written.
    Works,
    /// It was there, and takes nothing any more.
    Failed,
}

#[derive(Clone, Debug)]
struct Entry {
    key: String,
    /// None once it was removed.
    text: Option<String>,
    /// None for what cannot be read as a plan.
    lineage: Option<VersionVector>,
    /// The durable place has not said that it holds this.
    is_waiting: bool,
    /// Counts the changes, so that one that came meanwhile is told from one that was carried over.
    turn: u32,
    /// Removed, and no longer in the durable place, which is still to be told by whom.
    is_cleared: bool,
}

/// Before the id of a plan and the tab that wrote: what a page that went could not wait for.
const UNSAVED: &str = "followthrough/unsaved/";

impl Entry {
    /// It is to be written to the durable place, as something new.
    fn wait(&mut self) {
        self.is_waiting = true;
        self.turn = self.turn.wrapping_add(1);
    }

    /// Where its text waits when the page goes.
    fn unsaved_key(&self) -> Option<String> {
        let tab = &self.lineage.as_ref()?.latest().tab;
        match PlanId::from_key(&self.key) {
            Some(id) => Some(left_beside(&id, tab)),
            None => people::left_key(&self.key, tab),
        }
    }
}

/// Where a tab leaves what it could not save of a plan.
pub(super) fn left_beside(id: &PlanId, tab: &TabId) -> String {
    format!("{UNSAVED}{id}/{tab}")
}

impl<L: Storage> Places<L> {
    fn entry(&self, key: &str) -> Option<Entry> {
        self.entries.borrow().iter().find(|entry| entry.key == key).cloned()
    }

    fn set(&self, key: &str, text: Option<String>, lineage: Option<VersionVector>, is_waiting: bool) {
        let mut entries = self.entries.borrow_mut();
        let at = entries.partition_point(|entry| entry.key.as_str() < key);
        match entries.get_mut(at).filter(|entry| entry.key == key) {
            Some(entry) => {
                let turn = entry.turn.wrapping_add(1);
                *entry = Entry { key: key.to_owned(), text, lineage, is_waiting, turn, is_cleared: false };
            }
            None => {
                let (key, turn) = (key.to_owned(), 0);
                entries.insert(at, Entry { key, text, lineage, is_waiting, turn, is_cleared: false });
            }
        }
    }

    /// Local storage follows. Where it refuses, the durable place has what it lacks.
    fn mirror(&self, key: &str) {
        let Some(entry) = self.entry(key) else { return };
        if is_of_people(key) {
            // It stood in for the durable place.
            _ = self.local.remove(key);
        } else if self.put_into_local(&entry) == Err(StorageError::NotKept) {
            // Half a text would be found damaged.
            _ = self.local.remove(key);
        }
    }

    fn put_into_local(&self, entry: &Entry) -> Result<(), StorageError> {
        match (&entry.text, &entry.lineage) {
            (text, Some(lineage)) if is_of_people(&entry.key) => {
                self.put_people_into_local(&entry.key, text.as_deref(), lineage)
            }
            (Some(text), _) => self.local.write(&entry.key, text),
            (None, _) => self.local.remove(&entry.key),
        }
    }

    /// Whether what stands under a key is read from local storage itself.
    fn is_local(&self, key: &str) -> bool {
        self.durable.get() == Durable::Missing || !(key.starts_with(PlanId::KEYS) || is_of_people(key))
    }

    /// Holds something new, and has it written.
    fn hold(
        &self,
        key: &str,
        text: Option<&str>,
        lineage: Option<VersionVector>,
    ) -> Result<(), StorageError> {
        let works = self.durable.get() == Durable::Works;
        if !works {
            let (key, text, lineage) = (key.to_owned(), text.map(str::to_owned), lineage.clone());
            let (is_waiting, turn, is_cleared) = (false, 0, false);
            self.put_into_local(&Entry { key, text, lineage, is_waiting, turn, is_cleared })?;
        }
        self.set(key, text.map(str::to_owned), lineage, works);
        Ok(())
    }
}

/// Whether what stands under a key belongs to the people on a plan.
fn is_of_people(key: &str) -> bool {
    key.starts_with(RosterKey::KEYS)
}

impl<L: Storage> Storage for Places<L> {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        if self.is_local(prefix) {
            return self.local.keys(prefix);
        }
        let (entries, withheld) = (self.entries.borrow(), self.withheld.borrow());
        let kept = entries.iter().filter(|entry| entry.text.is_some() && entry.key.starts_with(prefix));
        let unknown = |key: &&String| !entries.iter().any(|entry| entry.key == **key);
        Ok(kept.map(|entry| &entry.key).chain(withheld.iter().filter(unknown)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        if self.is_local(key) {
            let found = self.local.read(key)?;
            return Ok(if is_of_people(key) { found.and_then(people::text) } else { found });
        }
        match self.entry(key) {
            Some(entry) => Ok(entry.text),
            None if self.withheld.borrow().iter().any(|withheld| withheld == key) => self.local.read(key),
            None => Ok(None),
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if self.is_local(key) { self.local.write(key, text) } else { self.hold(key, Some(text), None) }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if self.is_local(key) { self.local.remove(key) } else { self.hold(key, None, None) }
    }

    fn lineage(&self, key: &str) -> Option<VersionVector> {
        if self.is_local(key) && is_of_people(key) {
            return Some(Record::read(&self.local.read(key).ok()??)?.lineage);
        }
        self.entries.borrow().iter().find(|entry| entry.key == key)?.lineage.clone()
    }

    fn write_version(&self, key: &str, text: &str, lineage: &VersionVector) -> Result<(), StorageError> {
        match self.is_local(key) {
            true if is_of_people(key) => self.put_people_into_local(key, Some(text), lineage),
            true => self.local.write(key, text),
            false => self.hold(key, Some(text), Some(lineage.clone())),
        }
    }

    fn remove_version(&self, key: &str, lineage: &VersionVector) -> Result<(), StorageError> {
        match self.is_local(key) {
            true if is_of_people(key) => self.put_people_into_local(key, None, lineage),
            true => self.local.remove(key),
            false => self.hold(key, None, Some(lineage.clone())),
        }
    }
}
