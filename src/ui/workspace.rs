//! The workspace: which plan is open, what is kept, and what stands in the way of keeping it.
//!
//! Time, randomness and storage are arguments, so that a workspace works without a browser. When to save is decided
//! in `saving`.

mod archiving;

mod keeping;

#[cfg(test)]
mod tests;

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use archiving::Archiving;
pub use keeping::{SaveState, Trouble};

use super::reactive::{Memo, memo};
use super::{Route, Session};
use crate::plan::{Origin, Plan};
use crate::platform;
use crate::store::{
    Contents, Keeper, Places, PlanId, PlanStore, Quarantined, SaveError, State, Storage, StorageError,
    Stored, TabId,
};
use crate::words;

/// The places where plans are kept, which the store of plans works on too.
pub type SharedPlaces = Rc<Places<Box<dyn Storage>>>;

/// What a workspace needs from outside.
pub struct Ports {
    /// Where plans are kept.
    pub places: SharedPlaces,
    /// Whether what is kept there outlives the page.
    pub is_lasting: bool,
    /// 128 bits nobody else draws.
    pub random_bits: fn() -> u128,
    /// Remembers the plan this tab shows.
    pub remember: fn(Option<&PlanId>),
    /// Sees to it that what waits for the durable place gets there.
    pub carry: fn(Workspace),
}

/// The plan that is open, as the storage knows it.
#[derive(Clone)]
struct Opened {
    id: PlanId,
    state: State,
    /// None until the first write.
    keeper: Option<Keeper>,
}

impl Opened {
    fn new(id: PlanId) -> Self {
        Self { id, state: State::Open, keeper: None }
    }
}

/// The workspace of this tab.
#[derive(Clone, Copy)]
pub struct Workspace {
    session: Session,
    plan_store: StoredValue<PlanStore<SharedPlaces>, LocalStorage>,
    places: StoredValue<SharedPlaces, LocalStorage>,
    opened: RwSignal<Option<Opened>>,
    save_state: RwSignal<SaveState>,
    trouble: RwSignal<Option<Trouble>>,
    /// Told whenever something on the plan store may have changed.
    store_changed: Trigger,
    /// All of it as it was read last: each plan once, however many look.
    listed: Memo<Result<Contents, StorageError>>,
    is_lasting: bool,
    random_bits: fn() -> u128,
    archived: RwSignal<Option<Archiving>>,
    remember: fn(Option<&PlanId>),
    carry: fn(Workspace),
}

impl Workspace {
    /// A workspace with nothing on it.
    pub fn new(session: Session, ports: Ports) -> Self {
        let tab = TabId::from_bits((ports.random_bits)());
        let plan_store = StoredValue::new_local(PlanStore::new(Rc::clone(&ports.places), tab));
        let places = StoredValue::new_local(ports.places);
        let store_changed = Trigger::new();
        let listed = memo(move || {
            store_changed.track();
            plan_store.with_value(PlanStore::contents)
        });
        Self {
            session,
            plan_store,
            places,
            opened: RwSignal::new(None),
            save_state: RwSignal::new(if ports.is_lasting { SaveState::Saved } else { SaveState::NotSaved }),
            trouble: RwSignal::new((!ports.is_lasting).then_some(Trouble::Storage(StorageError::Blocked))),
            store_changed,
            listed,
            is_lasting: ports.is_lasting,
            random_bits: ports.random_bits,
            archived: RwSignal::new(None),
            remember: ports.remember,
            carry: ports.carry,
        }
    }

    /// The workspace of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// A plan is open.
    pub fn has_plan(self) -> bool {
        self.opened.with(Option::is_some)
    }

    /// The id of the open plan.
    pub fn open_id(self) -> Memo<Option<PlanId>> {
        memo(move || self.opened.with(|opened| opened.as_ref().map(|opened| opened.id.clone())))
    }

    /// Whether what is on the screen is kept.
    pub fn save_state(self) -> SaveState {
        self.save_state.get()
    }

    /// What stands in the way of keeping it, if anything.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// The day it is by the clock.
    pub fn today(self) -> NaiveDate {
        self.session.today_now()
    }

    /// Says something to a person who listens.
    pub fn announce(self, words: impl Into<String>) {
        self.session.announce(words);
    }

    /// Everything on the plan store, read anew whenever it may have changed; why not, where the storage refuses.
    pub fn contents(self) -> Memo<Result<Contents, StorageError>> {
        self.listed
    }

    /// What is on the plan store as far as it can be seen.
    pub fn with_contents<T>(self, look: impl FnOnce(&Contents) -> T) -> T {
        self.listed.with(|listed| match listed {
            Ok(contents) => look(contents),
            Err(_) => look(&Contents::default()),
        })
    }

    /// Something on the plan store may have changed.
    pub fn look_again(self) {
        self.store_changed.notify();
        (self.carry)(self);
    }

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
        let stored = self.plan_store.with_value(|plan_store| plan_store.open(id));
        match stored {
            Ok(Some(stored)) => {
                self.put_in_workspace(id.clone(), stored);
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
        if self.opened.with_untracked(Option::is_some) && *self.session.plan_now() == Plan::blank() {
            // Nothing is in it yet: it is a new plan already.
            return Ok(None);
        }
        let is_own = self.session.plan_now().origin == Origin::Own;
        if is_own && let Some(opened) = self.opened.get_untracked() {
            // Refused, it stays where it is, open: nothing is lost either way.
            _ = self.set_state(&opened.id, State::Archived);
        }
        self.begin(Plan::blank())?;
        Ok(away.map(|name| format!("“{name}” is among your plans, in the archive.")))
    }

    /// Begins a blank plan and goes on with it; says where the plan open so far is, or why it stays.
    pub fn begin_at(self, to: Route) {
        match self.start_new() {
            Ok(away) => {
                platform::go_to(&to.path());
                away.into_iter().for_each(|away| self.announce(away));
            }
            Err(problem) => self.announce(problem),
        }
    }

    /// Opens the example: the one that is there, or else the fresh one, beside the owner's plans. Without either
    /// nothing changes, and it says `false`.
    ///
    /// # Errors
    /// A sentence that says why the plan open so far stays.
    pub fn open_example(self, fresh: Option<Plan>) -> Result<bool, String> {
        self.put_down()?;
        let contents = self.plan_store.with_value(PlanStore::contents).unwrap_or_default();
        let known = contents.plans.into_iter().find(|(_, stored)| stored.plan.origin == Origin::Example);
        match (known, fresh) {
            (Some((id, _)), _) if self.open(&id).is_ok() => {}
            (_, Some(fresh)) => self.begin(fresh)?,
            (_, None) => return Ok(false),
        }
        Ok(true)
    }

    /// Puts a plan beside what is there, and opens it.
    ///
    /// # Errors
    /// A sentence that says why the plan open so far stays.
    pub fn begin(self, plan: Plan) -> Result<(), String> {
        self.put_down()?;
        self.session.open(plan);
        self.opened.set(Some(Opened::new(self.new_id())));
        self.clear_conflict();
        self.save_now();
        self.remember_open();
        Ok(())
    }

    /// Archives or reopens a plan.
    ///
    /// # Errors
    /// A sentence that says why not; the plan is as it was.
    pub fn set_state(self, id: &PlanId, state: State) -> Result<(), String> {
        self.save_now();
        let outcome = self.plan_store.with_value(|plan_store| {
            let stored = plan_store.open(id).map_err(SaveError::from)?;
            let stored = stored.filter(|stored| self.knows(id, stored)).ok_or(SaveError::ChangedElsewhere)?;
            let lineage = plan_store.lineage(id, &stored);
            plan_store.save(id, &stored.plan, state, Some(&lineage)).map(|revision| Stored {
                state,
                revision,
                ..stored
            })
        });
        let stored = outcome.map_err(|error: SaveError| error.to_string())?;
        self.opened.update(|opened| {
            if let Some(opened) = opened.as_mut().filter(|opened| opened.id == *id) {
                opened.state = state;
                if let Some(keeper) = &mut opened.keeper {
                    keeper.wrote(stored.revision, Arc::new(stored.plan));
                }
            }
        });
        self.look_again();
        Ok(())
    }

    /// Removes a plan for good. An open one leaves the workspace.
    ///
    /// # Errors
    /// A sentence that says why not; the plan is still there.
    pub fn remove(self, id: &PlanId) -> Result<(), String> {
        let outcome = self.plan_store.with_value(|plan_store| match plan_store.open(id)? {
            Some(stored) => plan_store.remove(id, &plan_store.lineage(id, &stored)),
            None => Ok(()),
        });
        outcome.map_err(|error: SaveError| error.to_string())?;
        if self.opened.with_untracked(|opened| opened.as_ref().is_some_and(|opened| opened.id == *id)) {
            self.opened.set(None);
            self.session.open(Plan::blank());
            self.remember_open();
        }
        self.look_again();
        Ok(())
    }

    /// Removes a text that cannot be read.
    ///
    /// # Errors
    /// A sentence that says why not; the text is still there.
    pub fn discard(self, aside: &Quarantined) -> Result<(), String> {
        let outcome = self.plan_store.with_value(|plan_store| plan_store.discard(aside));
        // Refused too: what is there may be another text by now.
        self.look_again();
        outcome.map_err(|error: SaveError| error.to_string())
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

    /// Whether a stored version is the one this tab shows, or of a plan it does not show.
    fn knows(self, id: &PlanId, stored: &Stored) -> bool {
        self.opened.with_untracked(|opened| match opened {
            Some(Opened { id: open, keeper: Some(keeper), .. }) if open == id => {
                *keeper.lineage().latest() == stored.revision
            }
            _ => true,
        })
    }

    fn put_in_workspace(self, id: PlanId, stored: Stored) {
        let lineage = self.plan_store.with_value(|plan_store| plan_store.lineage(&id, &stored));
        self.session.open(stored.plan);
        let keeper = Some(Keeper::new(lineage, self.session.plan_now()));
        self.opened.set(Some(Opened { id, state: stored.state, keeper }));
        self.clear_conflict();
        self.remember_open();
    }

    fn new_id(self) -> PlanId {
        PlanId::from_bits((self.random_bits)())
    }

    fn remember_open(self) {
        let id = self.opened.with_untracked(|opened| opened.as_ref().map(|opened| opened.id.clone()));
        (self.remember)(id.as_ref());
        // Only a convenience for the next tab; a plan that could not be kept has its own banner.
        _ = self.plan_store.with_value(|plan_store| plan_store.set_current(id.as_ref()));
        self.look_again();
    }
}
