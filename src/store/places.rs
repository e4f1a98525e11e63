//! Two places for every plan: one that is quick and readable, and one that outlives a browser that is killed.
//!
//! Local storage is written to disk late; what stood in it when the browser was killed is gone. So each plan also goes
//! into a durable place, which answers later: what is written here is held in memory, waits for the durable place, and
//! is put into local storage once it is there. It knows neither browser nor clock: whoever holds it carries
//! [`Change`]s to the durable place and says what became of them.
//!
//! **Invariant:** a text is taken for kept only when the durable place has said so ([`Places::committed`]).
//!
//! **Invariant:** a change replaces in the durable place only what it descends from ([`Change::may_replace`]).

use std::cell::{Cell, RefCell};

use super::{PlanId, Record, Storage, StorageError, TabId, VersionVector, wire};

/// Both places, as this tab sees them.
#[derive(Debug)]
pub struct Places<L> {
    local: L,
    durable: Cell<Durable>,
    /// Every plan that is kept, in the order of keys.
    entries: RefCell<Vec<Entry>>,
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
}

/// What the durable place is asked to hold under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub key: String,
    /// What is to stand there; `None` takes away what cannot be read, without a trace.
    pub record: Option<Record>,
    turn: u32,
}

/// Before the id of a plan and the tab that wrote: what a page that went could not wait for.
const UNSAVED: &str = "followthrough/unsaved/";

/// Behind the key of a plan: a text found there that is damaged. It is no plan's key.
const DAMAGED: &str = "/damaged";

impl Entry {
    /// Where its text waits when the page goes.
    fn unsaved_key(&self) -> Option<String> {
        Some(left_beside(&PlanId::from_key(&self.key)?, &self.lineage.as_ref()?.latest().tab))
    }
}

/// Where a tab leaves what it could not save of a plan.
pub(super) fn left_beside(id: &PlanId, tab: &TabId) -> String {
    format!("{UNSAVED}{id}/{tab}")
}

impl Change {
    /// Whether it may be written over what is found there.
    pub fn may_replace(&self, found: Option<&str>) -> bool {
        let Some(record) = &self.record else { return true };
        // Nothing there, or what is damaged and was put aside before.
        let found = found.and_then(Record::read);
        found.is_none_or(|found| record.lineage.contains(found.lineage.latest()))
    }
}

impl<L: Storage> Places<L> {
    /// Local storage alone, where there is no durable place.
    pub fn local_only(local: L) -> Self {
        let places = Self { local, durable: Cell::new(Durable::Missing), entries: RefCell::default() };
        for left in places.local.keys(UNSAVED).unwrap_or_default() {
            if let Some((key, text)) = places.left(&left)
                && places.free_key(&key, &text).is_some_and(|free| places.local.write(&free, &text).is_ok())
            {
                _ = places.local.remove(&left);
            }
        }
        places
    }

    /// What a page that went left of a plan, with the plan's key.
    fn left(&self, left: &str) -> Option<(String, String)> {
        let (id, _) = left.strip_prefix(UNSAVED)?.split_once('/')?;
        Some((format!("{}{id}", PlanId::KEYS), self.local.read(left).ok()??))
    }

    /// A key beside that of a plan, for a text that is not to take its place.
    fn free_key(&self, key: &str, text: &str) -> Option<String> {
        let is_free =
            |key: &String| self.read(key).is_ok_and(|taken| taken.is_none_or(|taken| taken == text));
        (2..100).map(|number: u32| format!("{key}-{number}")).find(is_free)
    }

    /// Both places, as they were found: `durable` is everything in that place. Where they differ, the newer version
    /// holds and the other place is mended; what is damaged is put aside, byte for byte, and what does not follow from
    /// the other is kept beside it.
    /// What local storage refuses to say is taken from the durable place.
    pub fn both(local: L, durable: Vec<(String, String)>) -> Self {
        let [keys, unsaved] = [PlanId::KEYS, UNSAVED].map(|prefix| local.keys(prefix).unwrap_or_default());
        let places = Self { local, durable: Cell::new(Durable::Works), entries: RefCell::default() };
        for (key, raw) in durable {
            match Record::read(&raw) {
                Some(record) => places.set(&key, record.text, Some(record.lineage), false),
                None => _ = places.put_aside(&key, raw),
            }
            if !keys.contains(&key) {
                places.mirror(&key);
            }
        }
        for key in keys {
            if let Ok(Some(text)) = places.local.read(&key) {
                places.compare(&key, text, true);
            }
        }
        for left in unsaved {
            let Some((id, _)) = left.strip_prefix(UNSAVED).and_then(|name| name.split_once('/')) else {
                continue;
            };
            let key = format!("{}{id}", PlanId::KEYS);
            if let Ok(Some(text)) = places.local.read(&left) {
                places.compare(&key, text, false);
            }
            if !places.is_waiting(&key) {
                _ = places.local.remove(&left);
            }
        }
        places
    }

    /// Takes in what local storage holds, which may be older or newer than what the durable place holds. What was left by
    /// a page that went is newer only if it was made from just that; what `may_lead` was written while there was no
    /// durable place, maybe more than once.
    fn compare(&self, key: &str, text: String, may_lead: bool) {
        let known = self.entry(key);
        if known.as_ref().is_some_and(|known| known.text.as_ref() == Some(&text)) {
            return;
        }
        match (wire::read(&text), known) {
            (Ok(stored), None) => self.set(key, Some(text), Some(VersionVector::new(stored.revision)), true),
            (Ok(stored), Some(Entry { lineage: Some(mut lineage), text: durable, .. })) => {
                if lineage.contains(&stored.revision) {
                    return self.mirror(key);
                }
                let follows = stored.after.as_ref() == Some(lineage.latest());
                let is_newer = follows || (may_lead && stored.revision.number > lineage.latest().number);
                lineage.advance(stored.revision.clone());
                let beside = if is_newer { durable.filter(|_| !follows) } else { Some(text.clone()) };
                if is_newer {
                    self.set(key, Some(text), Some(lineage), true);
                } else {
                    self.mirror(key);
                }
                if let Some(beside) = beside {
                    self.put_beside(key, beside);
                }
            }
            (Ok(stored), Some(Entry { lineage: None, .. })) => {
                self.set(key, Some(text), Some(VersionVector::new(stored.revision)), true);
            }
            (Err(_), Some(Entry { text: Some(_), lineage: Some(_), .. })) => {
                if self.put_aside(key, text) {
                    self.mirror(key);
                }
            }
            (Err(_), _) => self.set(key, Some(text), None, false),
        }
    }

    /// Puts what is damaged under a key of its own, at once: only then may something else stand in its place.
    fn put_aside(&self, key: &str, text: String) -> bool {
        let aside = format!("{key}{DAMAGED}");
        let is_there = self.put_into_local(&aside, Some(&text)).is_ok();
        self.set(&aside, Some(text), None, false);
        is_there
    }

    /// Keeps a version that nobody made from the other as a plan of its own.
    fn put_beside(&self, key: &str, text: String) {
        let Ok(stored) = wire::read(&text) else { return };
        if let Some(free) = self.free_key(key, &text) {
            self.set(&free, Some(text), Some(VersionVector::new(stored.revision)), true);
            // What it comes from is taken away now.
            self.mirror(&free);
        }
    }

    /// What waits for the durable place, all of it, to be carried over in one transaction; `None` when nothing does.
    pub fn waiting(&self) -> Option<Vec<Change>> {
        let entries = self.entries.borrow();
        let waiting = entries.iter().filter(|entry| entry.is_waiting && self.durable.get() == Durable::Works);
        let changes: Vec<Change> = waiting
            .map(|entry| Change {
                key: entry.key.clone(),
                record: entry.lineage.clone().map(|lineage| Record { lineage, text: entry.text.clone() }),
                turn: entry.turn,
            })
            .collect();
        (!changes.is_empty()).then_some(changes)
    }

    /// Whether what is held under a key waits for the durable place.
    pub fn is_waiting(&self, key: &str) -> bool {
        self.entries.borrow().iter().any(|entry| entry.key == key && entry.is_waiting)
    }

    /// Whether what is kept outlives a browser that is killed.
    pub fn is_durable(&self) -> bool {
        self.durable.get() == Durable::Works
    }

    /// The durable place holds these changes. What was not changed since is kept, and goes into local storage.
    pub fn committed(&self, changes: &[Change]) {
        for change in changes {
            let mut entries = self.entries.borrow_mut();
            if let Some(entry) = entries.iter_mut().find(|entry| entry.key == change.key)
                && entry.turn == change.turn
            {
                entry.is_waiting = false;
                let unsaved = entry.unsaved_key();
                drop(entries);
                self.mirror(&change.key);
                if let Some(unsaved) = unsaved {
                    _ = self.local.remove(&unsaved);
                }
            }
        }
    }

    /// The durable place holds something else under a key, which this tab had not heard of: nothing of a transaction was
    /// taken. It is given back, read. What this tab wanted to write is given up for it, unless it has been made from it
    /// by now.
    pub fn refused(&self, key: &str, found: &str) -> Option<Record> {
        let record = Record::read(found)?;
        let has_it = |lineage: VersionVector| lineage.contains(record.lineage.latest());
        if !self.lineage(key).is_some_and(has_it) {
            self.set(key, record.text.clone(), Some(record.lineage.clone()), false);
        }
        Some(record)
    }

    /// The durable place takes nothing any more: from now on there is local storage alone.
    ///
    /// # Errors
    /// [`StorageError`] when that does not take what was waiting either.
    pub fn fall_back(&self) -> Result<(), StorageError> {
        self.durable.set(Durable::Failed);
        let mut outcome = Ok(());
        for entry in self.entries.borrow_mut().iter_mut().filter(|entry| entry.is_waiting) {
            match self.put_into_local(&entry.key, entry.text.as_deref()) {
                Ok(()) => entry.is_waiting = false,
                refusal => outcome = refusal,
            }
        }
        outcome
    }

    /// Puts what waits into local storage at once: it may be the last thing this page does. It stands beside what other
    /// tabs read there, since it may never come into the durable place.
    pub fn flush(&self) {
        for entry in self.entries.borrow().iter().filter(|entry| entry.is_waiting) {
            if let (Some(key), Some(text)) = (entry.unsaved_key(), &entry.text) {
                // Full or refused, the durable place may still be quick enough.
                _ = self.local.write(&key, text);
            }
        }
    }

    /// The browser took everything away while this page was open: all of it is to be written again.
    pub fn write_again(&self) {
        for entry in self.entries.borrow_mut().iter_mut().filter(|entry| entry.text.is_some()) {
            entry.is_waiting = true;
            entry.turn = entry.turn.wrapping_add(1);
        }
    }

    /// Hears that another tab wrote a text into local storage, or removed it. What waits here is not given up for it: the
    /// durable place will tell which came first.
    pub fn heard(&self, key: &str, text: Option<&str>) {
        if self.durable.get() == Durable::Missing || self.is_waiting(key) || !key.starts_with(PlanId::KEYS) {
            return;
        }
        let lineage = self.lineage(key);
        match text.map(|text| (text, wire::read(text))) {
            None => self.set(key, None, lineage, false),
            Some((text, Ok(stored))) => {
                if lineage.as_ref().is_some_and(|lineage| lineage.contains(&stored.revision)) {
                    return;
                }
                let mut lineage = lineage.unwrap_or_else(|| VersionVector::new(stored.revision.clone()));
                lineage.advance(stored.revision);
                self.set(key, Some(text.to_owned()), Some(lineage), false);
            }
            // Damaged on its way: the durable place has it whole.
            Some((_, Err(_))) => {}
        }
    }

    fn entry(&self, key: &str) -> Option<Entry> {
        self.entries.borrow().iter().find(|entry| entry.key == key).cloned()
    }

    fn set(&self, key: &str, text: Option<String>, lineage: Option<VersionVector>, is_waiting: bool) {
        let mut entries = self.entries.borrow_mut();
        let at = entries.partition_point(|entry| entry.key.as_str() < key);
        match entries.get_mut(at).filter(|entry| entry.key == key) {
            Some(entry) => {
                let turn = entry.turn.wrapping_add(1);
                *entry = Entry { key: key.to_owned(), text, lineage, is_waiting, turn };
            }
            None => entries.insert(at, Entry { key: key.to_owned(), text, lineage, is_waiting, turn: 0 }),
        }
    }

    /// Local storage follows. Where it refuses, the durable place has what it lacks.
    fn mirror(&self, key: &str) {
        if let Some(entry) = self.entry(key) {
            _ = self.put_into_local(key, entry.text.as_deref());
        }
    }

    fn put_into_local(&self, key: &str, text: Option<&str>) -> Result<(), StorageError> {
        match text {
            Some(text) => self.local.write(key, text),
            None => self.local.remove(key),
        }
    }

    /// Whether what stands under a key is read from local storage itself.
    fn is_local(&self, key: &str) -> bool {
        self.durable.get() == Durable::Missing || !key.starts_with(PlanId::KEYS)
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
            self.put_into_local(key, text)?;
        }
        self.set(key, text.map(str::to_owned), lineage, works);
        Ok(())
    }
}

impl<L: Storage> Storage for Places<L> {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        if self.is_local(prefix) {
            return self.local.keys(prefix);
        }
        let entries = self.entries.borrow();
        let kept = entries.iter().filter(|entry| entry.text.is_some() && entry.key.starts_with(prefix));
        Ok(kept.map(|entry| entry.key.clone()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        if self.is_local(key) {
            self.local.read(key)
        } else {
            Ok(self.entry(key).and_then(|entry| entry.text))
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if self.is_local(key) { self.local.write(key, text) } else { self.hold(key, Some(text), None) }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if self.is_local(key) { self.local.remove(key) } else { self.hold(key, None, None) }
    }

    fn lineage(&self, key: &str) -> Option<VersionVector> {
        self.entries.borrow().iter().find(|entry| entry.key == key)?.lineage.clone()
    }

    fn write_version(&self, key: &str, text: &str, lineage: &VersionVector) -> Result<(), StorageError> {
        if self.is_local(key) {
            return self.local.write(key, text);
        }
        self.hold(key, Some(text), Some(lineage.clone()))
    }

    fn remove_version(&self, key: &str, lineage: &VersionVector) -> Result<(), StorageError> {
        if self.is_local(key) {
            return self.local.remove(key);
        }
        self.hold(key, None, Some(lineage.clone()))
    }
}
