//! Which plan is open: another one, a new one, an earlier version.

use leptos::prelude::*;

use super::{KeptPeople, Opened, Trouble, Workspace};
use crate::plan::{Origin, Plan};
use crate::roster::{self, Roster};
use crate::store::{FoundRoster, Keeper, Occasion, OpenError, PlanId, PlanStore, State, Stored};
use crate::words;

impl Workspace {
    /// Opens the plan this tab showed last, or else the one opened last in any tab.
    pub fn reopen_last(self, remembered: Option<PlanId>) {
        let last = || self.plan_store.with_value(|plan_store| plan_store.current().ok().flatten());
        for id in remembered.into_iter().chain(last()) {
            if self.open(&id).is_ok() {
                return;
            }
        }
    }

    /// Opens a plan of the plan store.
    ///
    /// # Errors
    /// A sentence that says why it cannot be opened; the plan open so far stays.
    pub fn open(self, id: &PlanId) -> Result<(), String> {
        self.put_down()?;
        let stored = self.plan_store.with_value(|plan_store| {
            let people = plan_store.people(id).map_err(OpenError::Storage)?;
            Ok::<_, OpenError>(plan_store.open(id)?.map(|stored| (stored, people)))
        });
        match stored {
            Ok(Some((stored, _))) if stored.state.is_binned() => Err("This plan is in the bin.".to_owned()),
            Ok(Some((stored, people))) => {
                if self.plan_store.with_value(|plan_store| plan_store.is_of_older_format(id)) {
                    self.put_by(id, Occasion::Format);
                }
                self.put_in_workspace(id.clone(), stored, people);
                Ok(())
            }
            Ok(None) => Err("This plan is no longer in this browser.".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// The owner's plan that goes to the archive when another one is begun, by its name; none where none is open.
    pub fn put_away(self) -> Option<String> {
        let plan = self.session.plan().get();
        (self.has_plan() && plan.origin == Origin::Own && *plan != Plan::blank())
            .then(|| words::plan_name(&plan))
    }

    /// Begins a blank plan (A7). The owner's plan open so far is archived, whole: the sentence says so.
    ///
    /// # Errors
    /// A sentence that says why the plan open so far stays.
    pub fn start_new(self) -> Result<Option<String>, String> {
        let away = untrack(|| self.put_away());
        self.put_down()?;
        let is_in_use = |opened: &Opened| opened.state == State::Open;
        let is_open = self.opened.with_untracked(|opened| opened.as_ref().is_some_and(is_in_use));
        if is_open && *self.session.plan_now() == Plan::blank() {
            // Nothing is in it yet: it is a new plan already.
            return Ok(None);
        }
        let is_own = self.session.plan_now().origin == Origin::Own;
        if is_own && let Some(opened) = self.opened.get_untracked() {
            // Refused, it stays where it is, open: nothing is lost either way.
            _ = self.set_state(&opened.id, State::Archived);
        }
        self.begin(roster::Workspace::default())?;
        Ok(away.map(|name| format!("“{name}” is among your plans, in the archive.")))
    }

    /// Opens the example: the one that is there, or else the fresh one, beside the owner's plans. Without either
    /// nothing changes, and it says `false`.
    ///
    /// # Errors
    /// A sentence that says why the plan open so far stays.
    pub fn open_example(self, fresh: Option<roster::Workspace>) -> Result<bool, String> {
        self.put_down()?;
        let contents = self.plan_store.with_value(PlanStore::contents).unwrap_or_default();
        let is_known = |stored: &Stored| stored.plan.origin == Origin::Example && !stored.state.is_binned();
        let known = contents.plans.into_iter().find(|(_, stored)| is_known(stored));
        match (known, fresh) {
            (Some((id, _)), _) if self.open(&id).is_ok() => {}
            (_, Some(fresh)) => self.begin(fresh)?,
            (_, None) => return Ok(false),
        }
        Ok(true)
    }

    /// Puts a plan with its people beside what is there, and opens it.
    ///
    /// # Errors
    /// A sentence that says why the plan open so far stays.
    pub fn begin(self, whole: roster::Workspace) -> Result<(), String> {
        self.put_down()?;
        self.session.open(whole);
        self.opened.set(Some(Opened::new(self.new_id())));
        self.clear_conflict();
        self.save_now();
        self.remember_open();
        Ok(())
    }

    /// Puts a plan that came from outside, with its people, beside what is there, and opens it.
    ///
    /// # Errors
    /// A sentence that says why the plan open so far stays.
    pub fn import(self, whole: roster::Workspace) -> Result<(), String> {
        if let Some(id) = self.open_plan() {
            self.save_now();
            self.put_by(&id, Occasion::Import);
        }
        self.begin(whole)
    }

    /// The open plan is another version of itself from now on, with the people of that time where they are wanted and those
    /// of today otherwise; undo brings this one back.
    ///
    /// # Errors
    /// A sentence that says why the plan open so far stays.
    pub fn restore(self, id: &PlanId, version: Plan, people: Option<Roster>) -> Result<(), String> {
        if self.open_plan().as_ref() == Some(id) {
            self.put_down()?;
        } else {
            self.open(id)?;
        }
        self.put_by(id, Occasion::Restore);
        let now = self.session.whole_now();
        self.session.adopt(match people {
            Some(then) => {
                let roster = then.following(&now.roster).into();
                roster::Workspace { plan: version.into(), roster }
            }
            None => now.with_plan(version),
        });
        self.save_now();
        Ok(())
    }

    /// Saves the open plan so that another can take its place. What cannot be saved is not given up for it, unless
    /// nothing in it is the owner's.
    fn put_down(self) -> Result<(), String> {
        self.save_now();
        let plan = self.session.plan_now();
        let is_own = plan.origin == Origin::Own && *plan != Plan::blank();
        // It is nowhere but here.
        if is_own && self.trouble.get_untracked() == Some(Trouble::RemovedElsewhere) {
            self.keep_as_copy();
        }
        if is_own && self.has_unsaved() { Err(words::stays_open()) } else { Ok(()) }
    }

    fn put_in_workspace(self, id: PlanId, stored: Stored, people: FoundRoster) {
        let lineage = self.plan_store.with_value(|plan_store| plan_store.lineage(&id, &stored));
        let roster = people.roster.clone().into();
        self.session.open(roster::Workspace { plan: stored.plan.into(), roster });
        let keeper = Some(Keeper::new(lineage, self.session.plan_now()));
        let people = KeptPeople::found(people);
        self.opened.set(Some(Opened { id, state: stored.state, keeper, people }));
        self.clear_conflict();
        self.remember_open();
        // Another tab may have changed its people while it was not open here.
        (self.catch_up)(self);
    }
}
