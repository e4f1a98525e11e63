//! Saving, and what may stand in its way.

use leptos::prelude::*;

use super::{KeptPeople, Opened, SharedPlaces, Workspace};
use crate::plan::{Edit, Line, Origin, Plan};
use crate::roster;
use crate::store::{Change, Keeper, PlanStore, SaveError, Storage, StorageError, Unreadable, VersionVector};

const NOT_KEPT: Trouble = Trouble::Storage(StorageError::NotKept);

/// What all keys of ours in local storage begin with.
const ALL_KEYS: &str = "followthrough/";

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
    /// Another tab removed this plan, maybe into the bin.
    RemovedElsewhere,
    /// What is stored of this plan cannot be read; it is left as it is.
    Unreadable(Unreadable),
}

impl Workspace {
    /// Whether the plan on the screen or its people differ from what was written last.
    pub fn has_unsaved(self) -> bool {
        let whole = self.session.whole_now();
        self.opened.with_untracked(|opened| {
            let is_saved = |opened: &Opened| {
                opened.keeper.as_ref().and_then(Keeper::saved) == Some(&whole.plan)
                    && opened.people.has(&whole.roster)
            };
            opened.as_ref().is_some_and(|opened| !is_saved(opened))
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

    /// Writes the plan with its people if they differ from what was written last. `Saved` shows only once it is kept.
    pub fn save_now(self) {
        if !self.has_unsaved() || !self.may_save() {
            return;
        }
        let Some(mut opened) = self.opened.get_untracked() else { return };
        let whole = self.session.whole_now();
        let known = opened.keeper.as_ref().map(Keeper::lineage);
        let written = opened.people.written();
        let outcome = self.plan_store.with_value(|plan_store| {
            plan_store.save_with_people(&opened.id, &whole, opened.state, known, written)
        });
        match outcome {
            Ok(revision) => {
                let plan = whole.plan.clone();
                match &mut opened.keeper {
                    Some(keeper) => keeper.wrote(revision, plan),
                    none => *none = Some(Keeper::new(VersionVector::new(revision), plan)),
                }
                opened.people.wrote(&whole.roster);
                self.opened.set(Some(opened));
                self.settle_people();
                if self.is_lasting.get_untracked() && !self.is_waiting_in_vain() {
                    self.trouble.set(None);
                }
                self.note_change();
                self.show_kept();
                self.look_again();
            }
            Err(SaveError::Storage(error)) => self.fail(Trouble::Storage(error)),
            // What is found there is what it made of our own last write.
            Err(_) if self.trouble.get_untracked() == Some(NOT_KEPT) => self.fail(NOT_KEPT),
            Err(SaveError::ChangedElsewhere) if self.was_cleared() => self.write_again(),
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

    /// The open plan is the owner's, and not blank.
    pub fn has_own(self) -> bool {
        let plan = self.session.plan_now();
        self.open_plan().is_some() && plan.origin == Origin::Own && *plan != Plan::blank()
    }

    /// All that is on the screen is kept, as often as it has changed.
    pub fn is_all_kept(self) -> bool {
        _ = self.session.whole();
        self.save_state.get() == SaveState::Saved && !self.has_unsaved()
    }

    /// What makes room there.
    pub fn making_room(self) -> Option<Vec<Change>> {
        self.places.with_value(|places| places.making_room())
    }

    /// The durable place holds these changes.
    pub fn committed(self, changes: &[Change]) {
        self.places.with_value(|places| places.committed(changes));
        self.settle_people();
        if !self.is_waiting() {
            self.clear_storage_trouble();
        }
        self.show_kept();
        self.store_changed.notify();
    }

    /// The durable place takes nothing any more: what waits goes into local storage, now and from now on.
    pub fn fall_back(self, error: StorageError) {
        match self.places.with_value(|places| places.fall_back()) {
            Ok(()) => {
                self.clear_storage_trouble();
                self.show_kept();
            }
            Err(_) => self.fail(Trouble::Storage(error)),
        }
        self.store_changed.notify();
    }

    /// The durable place works again, or at last, and holds this.
    pub fn resume(self, durable: Vec<(String, String)>) {
        self.places.with_value(|places| places.resume(durable));
        self.is_lasting.set(true);
        self.clear_storage_trouble();
        self.save_now();
        self.show_kept();
        self.look_again();
    }

    /// Whether something failed that may work by itself later: what is typed is not kept, or less safely than it could be.
    pub fn needs_mending(self) -> bool {
        matches!(self.trouble.get(), Some(Trouble::Storage(_))) || !self.is_durable()
    }

    /// What waits, where there is no durable place to wait for: local storage refused it.
    pub(super) fn is_waiting_in_vain(self) -> bool {
        self.is_waiting() && !self.places.with_value(|places| places.is_durable())
    }

    /// The key of the open plan.
    pub fn open_key(self) -> Option<String> {
        self.open_plan().map(|id| id.key())
    }

    /// The browser took everything away while the page was open: it is written again, and said.
    pub fn write_again(self) {
        if self.places.with_value(|places| places.is_durable()) {
            self.places.with_value(|places| places.write_again());
            self.session.announce(
                "The browser’s data for this page were cleared while it was open. Your plans are written again.",
            );
        } else if let Some(opened) = self.opened.get_untracked() {
            // The others were nowhere but there.
            self.opened.set(Some(Opened { keeper: None, ..opened }));
            self.save_now();
            self.session.announce(
                "The browser’s data for this page were cleared while it was open. This plan is written again; other plans that stood there are gone.",
            );
        }
        self.remember_open();
    }

    /// There is nothing of ours in local storage any more, and it is all there is.
    fn was_cleared(self) -> bool {
        let keys = |places: &SharedPlaces| places.keys(ALL_KEYS);
        !self.places.with_value(|places| places.is_durable())
            && self.places.with_value(keys).is_ok_and(|keys| keys.is_empty())
    }

    /// The page may be about to go: what waits is put where it may be in time. What stands against another tab's version
    /// is left beside it, and is a plan of its own the next time. Whether something may be lost all the same.
    pub fn flush(self) -> bool {
        let is_safe = self.places.with_value(|places| places.flush());
        let Some(opened) = self.opened.get_untracked() else { return false };
        if !self.is_lasting.get_untracked() {
            return *self.session.plan_now() != Plan::blank();
        }
        if !self.has_unsaved() {
            return self.is_waiting() && !is_safe;
        }
        match &opened.keeper {
            Some(keeper) if !self.may_save() => {
                // The copy is of the plan alone.
                let has_people = !opened.people.has(&self.session.whole_now().roster);
                let copy = self.session.plan_now().edited(self.copy_name());
                let copy = copy.unwrap_or_else(|_| (*self.session.plan_now()).clone());
                let leave = |plan_store: &PlanStore<_>| plan_store.leave(&opened.id, &copy, keeper.lineage());
                self.plan_store.with_value(leave).is_err() || has_people
            }
            _ => *self.session.plan_now() != Plan::blank(),
        }
    }

    /// Whether what is kept outlives a browser that is killed.
    pub fn is_durable(self) -> bool {
        self.store_changed.track();
        self.places.with_value(|places| places.is_durable())
    }

    /// Tries again to write.
    pub fn try_again(self) {
        let trouble = self.trouble.get_untracked().filter(|_| self.is_lasting.get_untracked());
        let Some(Trouble::Storage(error)) = trouble else { return };
        if self.is_waiting_in_vain() {
            self.fall_back(error);
        }
        self.save_now();
        // What could not be written has been taken back meanwhile.
        if !self.has_unsaved() && !self.is_waiting() {
            self.clear_storage_trouble();
            self.show_kept();
        }
    }

    /// Takes over what the other tab wrote; undo brings this tab's version back.
    ///
    /// # Errors
    /// A sentence that says why it cannot be opened; this tab's version stays.
    pub fn take_other_version(self) -> Result<(), String> {
        let Some(mut opened) = self.opened.get_untracked() else { return Ok(()) };
        let (stored, people) = self
            .plan_store
            .with_value(|plan_store: &PlanStore<_>| {
                Ok::<_, SaveError>((plan_store.open(&opened.id)?, plan_store.people(&opened.id)?))
            })
            .map_err(|error| error.to_string())?;
        let stored = stored.ok_or("The other version is gone. Keep yours as a copy.")?;
        let lineage = self.plan_store.with_value(|plan_store| plan_store.lineage(&opened.id, &stored));
        let roster = people.roster.clone().into();
        self.session.adopt(roster::Workspace { plan: stored.plan.into(), roster });
        opened.state = stored.state;
        opened.keeper = Some(Keeper::new(lineage, self.session.plan_now()));
        opened.people = KeptPeople::found(people);
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

    fn clear_storage_trouble(self) {
        if matches!(self.trouble.get_untracked(), Some(Trouble::Storage(_))) {
            self.trouble.set(None);
        }
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
    pub(super) fn is_waiting(self) -> bool {
        let is_waiting = |key: String| self.places.with_value(|places| places.is_waiting(&key));
        self.open_key().is_some_and(is_waiting)
    }

    /// While another tab's version is in the way, nothing is written over it.
    fn may_save(self) -> bool {
        self.trouble.with_untracked(|trouble| matches!(trouble, None | Some(Trouble::Storage(_))))
    }

    pub(super) fn fail(self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
        self.save_state.set(SaveState::NotSaved);
    }
}
