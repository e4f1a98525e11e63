//! Saving, and what may stand in its way.

use leptos::prelude::*;

use super::{Opened, Workspace};
use crate::plan::{Edit, Line, Plan};
use crate::store::{
    Change, Heard, Keeper, PlanStore, Record, SaveError, Storage, StorageError, Unreadable, VersionVector,
};

/// Whether what is on the screen is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// It is kept, and outlives the browser wherever that has a place for it.
    Saved,
    /// A change waits to be written, or for the durable place to say that it has it.
    Saving,
    /// It could not be written; a banner says why.
    NotSaved,
}

/// What stands in the way of keeping the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The storage refused.
    Storage(StorageError),
    /// Another tab changed this plan.
    ChangedElsewhere,
    /// Another tab removed this plan.
    RemovedElsewhere,
    /// What is stored of this plan cannot be read; it is left as it is.
    Unreadable(Unreadable),
}

impl Workspace {
    /// Whether the plan on the screen differs from what was written last.
    pub fn has_unsaved(self) -> bool {
        let plan = self.session.plan_now();
        self.opened.with_untracked(|opened| {
            let saved = |opened: &Opened| opened.keeper.as_ref().and_then(Keeper::saved) == Some(&plan);
            opened.as_ref().is_some_and(|opened| !saved(opened))
        })
    }

    /// A change waits to be written, or was taken back before it was.
    pub fn mark_changed(self) {
        if !self.may_save() {
            return;
        }
        if self.has_unsaved() {
            self.save_state.set(SaveState::Saving);
        } else {
            self.show_kept();
        }
    }

    /// Writes the plan if it differs from what was written last. `Saved` shows only once it is kept.
    pub fn save_now(self) {
        if !self.has_unsaved() || !self.may_save() {
            return;
        }
        let Some(mut opened) = self.opened.get_untracked() else { return };
        let plan = self.session.plan_now();
        let known = opened.keeper.as_ref().map(Keeper::lineage);
        let outcome =
            self.plan_store.with_value(|plan_store| plan_store.save(&opened.id, &plan, opened.state, known));
        match outcome {
            Ok(revision) => {
                match &mut opened.keeper {
                    Some(keeper) => keeper.wrote(revision, plan),
                    none => *none = Some(Keeper::new(VersionVector::new(revision), plan)),
                }
                self.opened.set(Some(opened));
                self.trouble.update(|trouble| {
                    if self.is_lasting {
                        *trouble = None;
                    }
                });
                self.show_kept();
                self.look_again();
            }
            Err(SaveError::Storage(error)) => self.fail(Trouble::Storage(error)),
            // Another tab was first. What both changed in different places is taken together, and written then.
            Err(SaveError::ChangedElsewhere) => {
                let key = opened.id.key();
                let text = self.places.with_value(|places| places.read(&key)).ok().flatten();
                let is_known = opened.keeper.is_some();
                match self.take_in(text.as_deref(), None) {
                    Some(trouble) => self.fail(trouble),
                    None if is_known => self.save_now(),
                    None => self.fail(Trouble::ChangedElsewhere),
                }
            }
            Err(SaveError::Unreadable(why)) => self.fail(Trouble::Unreadable(why)),
        }
    }

    /// What waits for the durable place.
    pub fn waiting(self) -> Option<Vec<Change>> {
        self.places.with_value(|places| places.waiting())
    }

    /// The durable place holds these changes.
    pub fn committed(self, changes: &[Change]) {
        self.places.with_value(|places| places.committed(changes));
        self.show_kept();
        self.store_changed.notify();
    }

    /// The durable place holds something this tab had not heard of, and took nothing for its sake.
    pub fn refused(self, key: &str, found: &str) {
        let Some(record) = self.places.with_value(|places| places.refused(key, found)) else { return };
        self.store_changed.notify();
        self.hear_record(key, record.text.as_deref(), Some(&record.lineage));
    }

    /// The durable place takes nothing any more: what waits goes into local storage, now and from now on.
    pub fn fall_back(self, error: StorageError) {
        match self.places.with_value(|places| places.fall_back()) {
            Ok(()) => {
                self.trouble.update(|trouble| {
                    if matches!(trouble, Some(Trouble::Storage(_))) {
                        *trouble = None;
                    }
                });
                self.show_kept();
            }
            Err(_) => self.fail(Trouble::Storage(error)),
        }
        self.store_changed.notify();
    }

    /// Whether leaving now would lose something that is nowhere else.
    pub fn would_lose(self) -> bool {
        let is_refused = matches!(self.trouble.get_untracked(), Some(Trouble::Storage(_)));
        is_refused && self.opened.with_untracked(Option::is_some) && *self.session.plan_now() != Plan::blank()
    }

    /// The key of the open plan.
    pub fn open_key(self) -> Option<String> {
        self.opened.with_untracked(|opened| opened.as_ref().map(|opened| opened.id.key()))
    }

    /// The browser took everything away while the page was open: it is written again, and said.
    pub fn write_again(self) {
        self.places.with_value(|places| places.write_again());
        self.session.announce(
            "The browser’s data for this page were cleared while it was open. Your plans are written again.",
        );
        self.look_again();
    }

    /// The page may be about to go: what waits is put where it may be in time. What stands against another tab's version
    /// is left beside it, and is a plan of its own the next time.
    pub fn flush(self) {
        self.places.with_value(|places| places.flush());
        let Some(opened) = self.opened.get_untracked().filter(|_| self.has_unsaved() && !self.may_save())
        else {
            return;
        };
        if let Some(keeper) = &opened.keeper {
            let copy = self.session.plan_now().edited(self.copy_name());
            let copy = copy.unwrap_or_else(|_| (*self.session.plan_now()).clone());
            // Refused, it is still on the page for as long as that stays.
            _ = self
                .plan_store
                .with_value(|plan_store| plan_store.leave(&opened.id, &copy, keeper.lineage()));
        }
    }

    /// Whether what is kept outlives a browser that is killed.
    pub fn is_durable(self) -> bool {
        self.store_changed.track();
        self.places.with_value(|places| places.is_durable())
    }

    /// Hears that another tab wrote `text` for a key, or removed it. Gives back whether the durable place has to be
    /// asked what came before it.
    pub fn hear(self, key: &str, text: Option<&str>) -> bool {
        self.hear_record(key, text, None)
    }

    /// The same, from the durable place, which knows what it was made from.
    pub fn hear_record(self, key: &str, text: Option<&str>, lineage: Option<&VersionVector>) -> bool {
        let is_open =
            self.opened.with_untracked(|opened| opened.as_ref().is_some_and(|it| it.id.key() == key));
        let trouble = if is_open { self.take_in(text, lineage) } else { None };
        let is_durable = self.places.with_value(|places| places.is_durable());
        let asks = is_durable
            && lineage.is_none()
            && matches!(trouble, Some(Trouble::ChangedElsewhere | Trouble::Unreadable(_)));
        if !asks {
            self.places.with_value(|places| places.heard(key, text));
            if let Some(trouble) = trouble {
                self.fail(trouble);
            }
        }
        self.look_again();
        asks
    }

    /// The same, as it stands in the durable place.
    pub fn hear_raw(self, key: &str, raw: &str) {
        if let Some(record) = Record::read(raw) {
            self.hear_record(key, record.text.as_deref(), Some(&record.lineage));
        }
    }

    /// Takes in what another tab made of the open plan, if it can be; otherwise says what stands in the way.
    fn take_in(self, text: Option<&str>, lineage: Option<&VersionVector>) -> Option<Trouble> {
        let mut opened = self.opened.get_untracked()?;
        let current = self.session.plan_now();
        let (plan, state, words) = match opened.keeper.as_mut()?.hear(text, lineage, &current) {
            Heard::Known => return None,
            Heard::Adopt(stored) => (
                stored.plan,
                stored.state,
                "This plan was changed in another tab; here is the new version. Undo brings yours back.",
            ),
            Heard::Merged(plan, state) => {
                (*plan, state, "What was changed in another tab has been added to yours.")
            }
            Heard::Conflict => return Some(Trouble::ChangedElsewhere),
            Heard::Unreadable(why) => return Some(Trouble::Unreadable(why)),
            Heard::Removed => return Some(Trouble::RemovedElsewhere),
        };
        opened.state = state;
        self.opened.set(Some(opened));
        if plan != *current {
            self.session.adopt(plan);
            self.session.announce(words);
        }
        self.show_kept();
        None
    }

    /// Hears that the storage was cleared, in another tab or by the browser.
    pub fn hear_cleared(self) {
        if self.places.with_value(|places| places.is_durable()) {
            return self.write_again();
        }
        if let Some(opened) = self.opened.get_untracked() {
            self.hear(&opened.id.key(), None);
        }
    }

    /// Tries again to write.
    pub fn try_again(self) {
        let Some(Trouble::Storage(error)) = self.trouble.get_untracked().filter(|_| self.is_lasting) else {
            return;
        };
        if self.is_waiting() {
            self.fall_back(error);
        }
        self.save_now();
    }

    /// Takes over what the other tab wrote; undo brings this tab's version back.
    ///
    /// # Errors
    /// A sentence that says why it cannot be opened; this tab's version stays.
    pub fn take_other_version(self) -> Result<(), String> {
        let Some(mut opened) = self.opened.get_untracked() else { return Ok(()) };
        let stored = self
            .plan_store
            .with_value(|plan_store: &PlanStore<_>| plan_store.open(&opened.id))
            .map_err(|error| error.to_string())?;
        let stored = stored.ok_or("The other version is gone. Keep yours as a copy.")?;
        let lineage = self.plan_store.with_value(|plan_store| plan_store.lineage(&opened.id, &stored));
        self.session.adopt(stored.plan);
        opened.state = stored.state;
        opened.keeper = Some(Keeper::new(lineage, self.session.plan_now()));
        self.opened.set(Some(opened));
        self.clear_conflict();
        Ok(())
    }

    /// Keeps this tab's version as a plan of its own, beside the other.
    pub fn keep_as_copy(self) {
        self.session.edit(self.copy_name());
        self.opened.set(Some(Opened::new(self.new_id())));
        self.clear_conflict();
        self.save_now();
        self.remember_open();
    }

    fn copy_name(self) -> Edit {
        Edit::Name(Line::fitted(&format!("{} (copy)", self.session.plan_now().name)))
    }

    /// Nothing of a plan's conflict with another tab holds for the next plan.
    pub(super) fn clear_conflict(self) {
        if !matches!(self.trouble.get_untracked(), Some(Trouble::Storage(_))) {
            self.trouble.set(None);
        }
        self.show_kept();
    }

    /// Shows whether all of it is kept, unless something stands in the way.
    fn show_kept(self) {
        if self.trouble.with_untracked(Option::is_some) {
            return self.save_state.set(SaveState::NotSaved);
        }
        let is_on_its_way = self.is_waiting() || self.has_unsaved();
        self.save_state.set(if is_on_its_way { SaveState::Saving } else { SaveState::Saved });
    }

    /// What was written of the open plan is not known to be kept.
    fn is_waiting(self) -> bool {
        let is_waiting = |key: String| self.places.with_value(|places| places.is_waiting(&key));
        self.open_key().is_some_and(is_waiting)
    }

    /// While another tab's version is in the way, nothing is written over it.
    fn may_save(self) -> bool {
        self.trouble.with_untracked(|trouble| matches!(trouble, None | Some(Trouble::Storage(_))))
    }

    fn fail(self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
        self.save_state.set(SaveState::NotSaved);
    }
}
