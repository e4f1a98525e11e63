//! What is found in both places when the browser starts, or when the durable one works again.

use std::cell::{Cell, RefCell};

use super::change::{aside_key, is_aside};
use super::{Durable, Entry, Places, UNSAVED, is_of_people};
use crate::store::{PlanId, Record, Storage, VersionVector, wire};

impl<L: Storage> Places<L> {
    /// Local storage alone, where there is no durable place.
    pub fn local_only(local: L) -> Self {
        let places = Self::empty(local, Durable::Missing);
        for left in places.local.keys(UNSAVED).unwrap_or_default() {
            if let Some((key, text)) = places.left(&left)
                && places.free_key(&key, &text).is_some_and(|free| places.local.write(&free, &text).is_ok())
            {
                _ = places.local.remove(&left);
            }
        }
        places
    }

    /// Both places, as they were found: `durable` is every plan in that place, and the records of their people. Where they
    /// differ, the newer version
    /// holds and the other place is mended; what is damaged is put aside, byte for byte, and what does not follow from
    /// the other is kept beside it.
    /// What local storage refuses to say is taken from the durable place.
    pub fn both(local: L, durable: Vec<(String, String)>) -> Self {
        let places = Self::empty(local, Durable::Works);
        places.take_in(durable);
        places
    }

    /// The durable place works again, or at last, and holds this: what is held here and differs waits for it.
    pub fn resume(&self, durable: Vec<(String, String)>) {
        if self.durable.replace(Durable::Works) == Durable::Missing {
            return self.take_in(durable);
        }
        let records: Vec<_> = durable.iter().map(|(key, raw)| (key, Record::read(raw))).collect();
        for (key, record) in &records {
            if let Some(record) = record
                && self.entry(key).is_none()
            {
                self.set(key, record.text.clone(), Some(record.lineage.clone()), false);
                if !is_of_people(key) {
                    self.mirror(key);
                }
            }
        }
        for entry in self.entries.borrow_mut().iter_mut().filter(|entry| entry.lineage.is_some()) {
            let is_there = |(key, record): &(&String, Option<Record>)| {
                **key == entry.key && record.as_ref().is_some_and(|record| record.text == entry.text)
            };
            if !records.iter().any(is_there) {
                entry.wait();
            }
        }
    }

    fn take_in(&self, durable: Vec<(String, String)>) {
        let [keys, unsaved] =
            [PlanId::KEYS, UNSAVED].map(|prefix| self.local.keys(prefix).unwrap_or_default());
        let mut plans = Vec::new();
        for (key, raw) in durable {
            match Record::read(&raw) {
                Some(record) => {
                    plans.extend(PlanId::from_key(&key).map(|id| (id, record.lineage.latest().clone())));
                    self.set(&key, record.text, Some(record.lineage), false);
                }
                // It was put aside by a transaction that found it; or it is said to be damaged by who reads the people.
                None if is_aside(&key) || is_of_people(&key) => self.set(&key, Some(raw), None, false),
                None => _ = self.put_aside(&key, raw),
            }
            if !keys.contains(&key) && !is_of_people(&key) {
                self.mirror(&key);
            }
        }
        for key in keys {
            match self.local.read(&key) {
                Ok(Some(text)) => self.compare(&key, text, true),
                Ok(None) => {}
                Err(_) => self.withheld.borrow_mut().push(key),
            }
        }
        for left in unsaved {
            let Some((key, text)) = self.left(&left) else { continue };
            self.compare(&key, text, false);
            if !self.is_waiting(&key) {
                _ = self.local.remove(&left);
            }
        }
        self.take_in_people(&plans);
    }

    fn empty(local: L, durable: Durable) -> Self {
        let (entries, withheld) = (RefCell::default(), RefCell::default());
        Self { local, durable: Cell::new(durable), entries, withheld }
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
        let aside = aside_key(key, &text);
        let is_there = self.local.write(&aside, &text).is_ok();
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
}
