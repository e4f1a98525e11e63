//! What waits for the durable place, and what becomes of it.

use super::{Change, Durable, Entry, Places, is_of_people};
use crate::store::{PlanId, Record, Storage, StorageError, VersionVector, wire};

impl<L: Storage> Places<L> {
    /// What waits for the durable place, all of it, to be carried over in one transaction, plans before their people;
    /// `None` when nothing does.
    pub fn waiting(&self) -> Option<Vec<Change>> {
        self.changes(false)
    }

    /// What makes room where the durable place is full: plans that were removed and still stand there. Nothing of it is
    /// written, only taken away; `None` when there is nothing.
    pub fn making_room(&self) -> Option<Vec<Change>> {
        self.changes(true)
    }

    fn changes(&self, makes_room: bool) -> Option<Vec<Change>> {
        let entries = self.entries.borrow();
        let is_wanted = |entry: &&Entry| {
            entry.is_waiting
                && self.durable.get() == Durable::Works
                && (!makes_room || (entry.text.is_none() && !entry.is_cleared))
        };
        let change = |entry: &Entry| Change {
            key: entry.key.clone(),
            record: entry.lineage.clone().map(|lineage| Record { lineage, text: entry.text.clone() }),
            turn: entry.turn,
            makes_room,
        };
        // Where another tab has written, it is the plan that says so, for its people too.
        let (people, plans): (Vec<_>, Vec<_>) =
            entries.iter().filter(is_wanted).partition(|entry| is_of_people(&entry.key));
        let changes: Vec<_> = plans.into_iter().chain(people).map(change).collect();
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
                entry.is_waiting = change.makes_room;
                entry.is_cleared = change.makes_room;
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
            self.give_up_people(key);
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
        let is_wanted = |entry: &&mut Entry| entry.is_waiting || is_of_people(&entry.key);
        for entry in self.entries.borrow_mut().iter_mut().filter(is_wanted) {
            match self.put_into_local(entry) {
                Ok(()) => entry.is_waiting = false,
                refusal if entry.is_waiting => outcome = refusal,
                // The durable place has had it.
                _ => {}
            }
        }
        outcome
    }

    /// Puts what waits into local storage at once: it may be the last thing this page does. It stands beside what other
    /// tabs read there, since it may never come into the durable place. Whether all of it is there.
    pub fn flush(&self) -> bool {
        let mut is_there = true;
        for entry in self.entries.borrow().iter().filter(|entry| entry.is_waiting) {
            // Full or refused, the durable place may still be quick enough.
            match (entry.unsaved_key(), &entry.text, &entry.lineage) {
                (Some(key), text, Some(lineage)) if is_of_people(&entry.key) => {
                    let record = Record { lineage: lineage.clone(), text: text.clone() };
                    is_there &= self.local.write(&key, &record.write()).is_ok();
                }
                (Some(key), Some(text), _) => is_there &= self.local.write(&key, text).is_ok(),
                _ => {}
            }
        }
        is_there
    }

    /// The browser took everything away while this page was open: all of it is to be written again.
    pub fn write_again(&self) {
        for entry in self.entries.borrow_mut().iter_mut().filter(|entry| entry.text.is_some()) {
            entry.wait();
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
}
