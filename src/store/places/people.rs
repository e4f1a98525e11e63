//! The people on plans between the two places: they follow their plan.
//!
//! What their records were made from is told by the plan, whose write they share: where the plan's version holds, theirs
//! does, and where it is given up, theirs is. In local storage they stand as records with a sum and a lineage.

use super::{Durable, Places};
use crate::store::{PlanId, Record, Revision, RosterKey, Storage, StorageError, TabId, VersionVector};

/// Before the tab that wrote, the plan and the part: what a page that went could not wait for.
const LEFT: &str = "followthrough/unsaved-people/";

/// Where a record waits when the page of a tab goes.
pub(super) fn left_key(key: &str, tab: &TabId) -> Option<String> {
    Some(format!("{LEFT}{tab}/{}", key.strip_prefix(RosterKey::KEYS)?))
}

/// What stands in a record in local storage: nothing once it was removed; all of it where it is damaged, for whoever reads
/// the people to say so.
pub(super) fn text(raw: String) -> Option<String> {
    match Record::read(&raw) {
        Some(record) => record.text,
        None => Some(raw),
    }
}

impl<L: Storage> Places<L> {
    /// The records of a plan's people as the durable place holds them, read there once another tab has written: they take
    /// the place of what is held here, unless that waits.
    pub fn found_people(&self, plan: &PlanId, durable: Vec<(String, String)>) {
        if self.durable.get() != Durable::Works {
            return;
        }
        let keys = RosterKey::keys_of(plan);
        let is_meant = |key: &str| key.starts_with(&keys) && !self.is_waiting(key);
        let is_gone = |key: &String| is_meant(key) && !durable.iter().any(|(found, _)| found == key);
        let gone: Vec<String> =
            self.entries.borrow().iter().map(|entry| entry.key.clone()).filter(is_gone).collect();
        gone.iter().for_each(|key| self.set(key, None, self.lineage(key), false));
        for (key, raw) in durable.into_iter().filter(|(key, _)| is_meant(key)) {
            match Record::read(&raw) {
                Some(record) => self.set(&key, record.text, Some(record.lineage), false),
                None => self.set(&key, Some(raw), None, false),
            }
        }
    }

    /// The version of a plan that this tab wanted to write is given up, and the people written with it: they are to be
    /// read anew ([`Places::found_people`]).
    pub(super) fn give_up_people(&self, plan: &str) {
        let Some(keys) = PlanId::from_key(plan).map(|id| RosterKey::keys_of(&id)) else { return };
        let mut entries = self.entries.borrow_mut();
        entries.iter_mut().filter(|entry| entry.key.starts_with(&keys)).for_each(|entry| {
            entry.is_waiting = false;
        });
    }

    /// Puts a record into local storage, or the word that it was removed, where there is room for that.
    pub(super) fn put_people_into_local(
        &self,
        key: &str,
        text: Option<&str>,
        lineage: &VersionVector,
    ) -> Result<(), StorageError> {
        let record = Record { lineage: lineage.clone(), text: text.map(str::to_owned) };
        match (self.local.write(key, &record.write()), text) {
            (Err(_), None) => self.local.remove(key),
            (outcome, _) => outcome,
        }
    }

    /// Takes in what stood in for the durable place in local storage, and what pages left that went; `plans` is the last
    /// write of each plan as the durable place held it.
    ///
    /// What stood in for it is newer if it was made from that write. What a page left goes with the plan that it left.
    pub(super) fn take_in_people(&self, plans: &[(PlanId, Revision)]) {
        for key in self.local.keys(RosterKey::KEYS).unwrap_or_default() {
            let Some(plan) = plan_of(&key) else { continue };
            let found = plans.iter().find(|(id, _)| *id == plan);
            self.take_in_record(&key, &key, |record| {
                found.is_none_or(|(_, write)| record.lineage.contains(write))
            });
        }
        for left in self.local.keys(LEFT).unwrap_or_default() {
            let rest = left.strip_prefix(LEFT).and_then(|rest| Some(rest.split_once('/')?.1));
            let Some(key) = rest.map(|rest| [RosterKey::KEYS, rest].concat()) else { continue };
            let Some(plan) = plan_of(&key) else { continue };
            let held = self.lineage(&plan.key());
            self.take_in_record(&key, &left, |record| {
                held.as_ref().is_some_and(|held| held.contains(record.lineage.latest()))
            });
        }
    }

    /// Takes in the record of a key that stands in local storage at `at`, if it is not known yet and `is_newer`.
    fn take_in_record(&self, key: &str, at: &str, is_newer: impl Fn(&Record) -> bool) {
        let Some(raw) = self.local.read(at).ok().flatten() else { return };
        let known = self.entry(key);
        let Some(record) = Record::read(&raw) else {
            // Damaged, and there is nothing better.
            if known.is_none() {
                self.set(key, Some(raw), None, false);
            }
            return;
        };
        let lineage = known.as_ref().and_then(|known| known.lineage.as_ref());
        if lineage.is_some_and(|lineage| lineage.contains(record.lineage.latest())) {
            if !self.is_waiting(key) {
                _ = self.local.remove(at);
            }
        } else if is_newer(&record) {
            self.set(key, record.text, Some(record.lineage), true);
        }
    }
}

/// The plan whose people a key is about.
fn plan_of(key: &str) -> Option<PlanId> {
    PlanId::parse(key.strip_prefix(RosterKey::KEYS)?.split('/').next()?)
}
