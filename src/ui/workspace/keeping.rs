//! Saving, and what may stand in its way.

use leptos::prelude::*;

use super::{Opened, Workspace};
use crate::plan::{Edit, Line};
use crate::store::{PlanStore, SaveError, StorageError, Unreadable, Verdict, VersionVector};

/// Whether what is on the screen is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// The write succeeded.
    Saved,
    /// A change waits to be written.
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
            opened.as_ref().is_some_and(|opened| opened.saved.as_ref() != Some(&plan))
        })
    }

    /// A change waits to be written.
    pub fn mark_changed(self) {
        if self.has_unsaved() && self.may_save() {
            self.save_state.set(SaveState::Saving);
        }
    }

    /// Writes the plan if it differs from what was written last. `Saved` shows only after the write.
    pub fn save_now(self) {
        if !self.has_unsaved() || !self.may_save() {
            return;
        }
        let Some(mut opened) = self.opened.get_untracked() else { return };
        let plan = self.session.plan_now();
        let known = opened.versions.as_ref().map(VersionVector::latest);
        let outcome =
            self.plan_store.with_value(|plan_store| plan_store.save(&opened.id, &plan, opened.state, known));
        match outcome {
            Ok(revision) => {
                match &mut opened.versions {
                    Some(versions) => versions.advance(revision),
                    none => *none = Some(VersionVector::new(revision)),
                }
                opened.saved = Some(plan);
                self.opened.set(Some(opened));
                if self.is_lasting {
                    self.trouble.set(None);
                    self.save_state.set(SaveState::Saved);
                } else {
                    self.save_state.set(SaveState::NotSaved);
                }
                self.look_again();
            }
            Err(SaveError::Storage(error)) => self.fail(Trouble::Storage(error)),
            Err(SaveError::ChangedElsewhere) => self.fail(Trouble::ChangedElsewhere),
            Err(SaveError::Unreadable(why)) => self.fail(Trouble::Unreadable(why)),
        }
    }

    /// Hears that another tab wrote `text` for a key, or removed it.
    pub fn hear(self, key: &str, text: Option<&str>) {
        self.look_again();
        let Some(mut opened) = self.opened.get_untracked() else { return };
        let Some(versions) = opened.versions.as_mut().filter(|_| opened.id.key() == key) else { return };
        match versions.judge(text, self.has_unsaved()) {
            Verdict::Ignore => {}
            Verdict::Adopt(stored) => {
                versions.advance(stored.revision);
                opened.state = stored.state;
                self.session.adopt(stored.plan);
                opened.saved = Some(self.session.plan_now());
                self.opened.set(Some(opened));
                self.session.announce(
                    "This plan was changed in another tab; here is the new version. Undo brings yours back.",
                );
            }
            Verdict::Conflict => self.fail(Trouble::ChangedElsewhere),
            Verdict::Unreadable(why) => self.fail(Trouble::Unreadable(why)),
            Verdict::Removed => self.fail(Trouble::RemovedElsewhere),
        }
    }

    /// Hears that another tab cleared the storage.
    pub fn hear_cleared(self) {
        if let Some(opened) = self.opened.get_untracked() {
            self.hear(&opened.id.key(), None);
        }
    }

    /// Tries again to write.
    pub fn try_again(self) {
        if matches!(self.trouble.get_untracked(), Some(Trouble::Storage(_))) && self.is_lasting {
            self.save_now();
        }
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
        self.session.adopt(stored.plan);
        opened.state = stored.state;
        opened.versions = Some(VersionVector::new(stored.revision));
        opened.saved = Some(self.session.plan_now());
        self.opened.set(Some(opened));
        self.clear_conflict();
        Ok(())
    }

    /// Keeps this tab's version as a plan of its own, beside the other.
    pub fn keep_as_copy(self) {
        let plan = self.session.plan_now();
        let name = Edit::Name(Line::fitted(&format!("{} (copy)", plan.name)));
        self.session.edit(name);
        self.opened.set(Some(Opened::new(self.new_id())));
        self.clear_conflict();
        self.save_now();
        self.remember_open();
    }

    /// Nothing of a plan's conflict with another tab holds for the next plan.
    pub(super) fn clear_conflict(self) {
        if !matches!(self.trouble.get_untracked(), Some(Trouble::Storage(_))) {
            self.trouble.set(None);
        }
        self.save_state.set(if self.is_lasting { SaveState::Saved } else { SaveState::NotSaved });
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
