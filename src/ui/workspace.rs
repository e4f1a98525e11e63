//! The workspace: which plan is open, what is kept, and what stands in the way of keeping it.
//!
//! Time, randomness and storage are arguments, so that a workspace works without a browser. When to save is decided
//! in `saving`.

mod copying;

mod hearing;

mod keeping;

mod moving;

mod opening;

mod people;

#[cfg(test)]
mod tests;

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

pub use keeping::{SaveState, Trouble};
use moving::Move;
use people::KeptPeople;

use super::Session;
use super::reactive::{Memo, Var, memo, var};
use crate::plan::Plan;
use crate::roster::{self, ContactId};
use crate::store::{
    Contents, Copies, Keeper, Occasion, Places, PlanId, PlanStore, Quarantined, SaveError, State, Storage,
    StorageError, Stored, TabId,
};
use crate::words;

/// The places where plans are kept, which the store of plans works on too.
pub type SharedPlaces = Rc<Places<Box<dyn Storage>>>;

/// What a workspace needs from outside.
pub struct Ports {
    /// Where plans are kept.
    pub places: SharedPlaces,
    /// Why nothing that is kept there outlives the page, where it does not.
    pub blocked: Option<StorageError>,
    /// 128 bits nobody else draws.
    pub random_bits: fn() -> u128,
    /// Remembers the plan this tab shows.
    pub remember: fn(Option<&PlanId>),
    /// Sees to it that what waits for the durable place gets there.
    pub carry: fn(Workspace),
    /// Puts a version of a plan by, given its text and its people as a file, where there are any.
    pub put_by: fn(PlanId, Occasion, String, Option<String>),
    /// Takes somebody out of all that is put by of a plan.
    pub forget_contact: fn(PlanId, ContactId),
    /// Has a field go back that holds what was refused, and gives what was in it.
    pub give_up_refused: fn() -> Option<String>,
    /// Gives up all that is put by of plans that are gone for good.
    pub forget: fn(Vec<PlanId>),
    /// Asks the durable place what stands there of the open plan and its people.
    pub catch_up: fn(Workspace),
}

/// The plan that is open, as the storage knows it.
#[derive(Clone)]
struct Opened {
    id: PlanId,
    state: State,
    /// None until the first write.
    keeper: Option<Keeper>,
    people: KeptPeople,
}

impl Opened {
    fn new(id: PlanId) -> Self {
        Self { id, state: State::Open, keeper: None, people: KeptPeople::default() }
    }
}

/// The workspace of this tab.
#[derive(Clone, Copy)]
pub struct Workspace {
    session: Session,
    plan_store: StoredValue<PlanStore<SharedPlaces>, LocalStorage>,
    places: StoredValue<SharedPlaces, LocalStorage>,
    opened: Var<Option<Opened>>,
    save_state: Var<SaveState>,
    trouble: Var<Option<Trouble>>,
    /// Told whenever something on the plan store may have changed.
    store_changed: Trigger,
    /// All of it as it was read last: each plan once, however many look.
    listed: Memo<Result<Contents, StorageError>>,
    is_lasting: Var<bool>,
    random_bits: fn() -> u128,
    moved: Var<Option<Move>>,
    copies: Var<Copies>,
    remember: fn(Option<&PlanId>),
    carry: fn(Workspace),
    put_by: fn(PlanId, Occasion, String, Option<String>),
    forget_contact: fn(PlanId, ContactId),
    /// Who was removed while this page was open.
    removed: StoredValue<Vec<(PlanId, ContactId)>>,
    forget: fn(Vec<PlanId>),
    catch_up: fn(Workspace),
    give_up_refused: fn() -> Option<String>,
}

impl Workspace {
    /// A workspace with nothing on it.
    pub fn new(session: Session, ports: Ports) -> Self {
        let tab = TabId::from_bits((ports.random_bits)());
        let plan_store = StoredValue::new_local(PlanStore::new(Rc::clone(&ports.places), tab));
        let copies = Copies::parse(&ports.places.read(Copies::KEY).ok().flatten().unwrap_or_default());
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
            opened: var(None),
            save_state: var(match ports.blocked {
                None => SaveState::Saved,
                Some(_) => SaveState::NotSaved,
            }),
            trouble: var(ports.blocked.map(Trouble::Storage)),
            store_changed,
            listed,
            is_lasting: var(ports.blocked.is_none()),
            random_bits: ports.random_bits,
            moved: var(None),
            copies: var(copies),
            remember: ports.remember,
            carry: ports.carry,
            put_by: ports.put_by,
            forget_contact: ports.forget_contact,
            removed: StoredValue::new(Vec::new()),
            forget: ports.forget,
            catch_up: ports.catch_up,
            give_up_refused: ports.give_up_refused,
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

    /// The open plan is in the archive.
    pub fn is_archived(self) -> bool {
        self.opened.with(|opened| opened.as_ref().is_some_and(|opened| opened.state == State::Archived))
    }

    /// The id of the open plan, without following it.
    pub fn open_plan(self) -> Option<PlanId> {
        self.opened.with_untracked(|opened| opened.as_ref().map(|opened| opened.id.clone()))
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

    /// The open plan, without following it.
    pub fn plan_now(self) -> Arc<Plan> {
        self.session.plan_now()
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

    /// The same without following it.
    pub fn with_contents_now<T>(self, look: impl FnOnce(&Contents) -> T) -> T {
        untrack(|| self.with_contents(look))
    }

    /// The plans in use, by name.
    pub fn names_in_use(self) -> Vec<(PlanId, String)> {
        self.with_contents(|all| {
            let open = all.plans.iter().filter(|(_, stored)| stored.state == State::Open);
            open.map(|(id, stored)| (id.clone(), words::plan_name(&stored.plan))).collect()
        })
    }

    /// Something on the plan store may have changed.
    pub fn look_again(self) {
        self.store_changed.notify();
        (self.carry)(self);
    }

    /// Puts a plan into another state, and says in which it was.
    ///
    /// # Errors
    /// [`SaveError`]; the plan is as it was.
    pub fn set_state(self, id: &PlanId, state: State) -> Result<State, SaveError> {
        self.save_now();
        let stored = self.plan_store.with_value(|plan_store| {
            let stored = plan_store.open(id).map_err(SaveError::from)?;
            let stored = stored.filter(|stored| self.knows(id, stored)).ok_or(SaveError::ChangedElsewhere)?;
            let lineage = plan_store.lineage(id, &stored);
            let revision = plan_store.save(id, &stored.plan, state, Some(&lineage))?;
            Ok::<_, SaveError>(Stored { revision, ..stored })
        })?;
        self.opened.update(|opened| {
            if let Some(opened) = opened.as_mut().filter(|opened| opened.id == *id) {
                opened.state = state;
                if let Some(keeper) = &mut opened.keeper {
                    keeper.wrote(stored.revision, Arc::new(stored.plan));
                }
            }
        });
        self.look_again();
        Ok(stored.state)
    }

    /// Removes a plan for good. An open one leaves the workspace. Where the storage is full, that makes room.
    ///
    /// # Errors
    /// A sentence that says why not; the plan is still there.
    pub fn remove(self, id: &PlanId) -> Result<(), String> {
        let outcome = self.plan_store.with_value(|plan_store| match plan_store.open(id)? {
            Some(stored) => plan_store.remove(id, &plan_store.lineage(id, &stored)),
            None => Ok(()),
        });
        outcome.map_err(|error: SaveError| error.to_string())?;
        self.leave(id);
        self.forget_removed(vec![id.clone()]);
        Ok(())
    }

    /// Removes for good what has been in the bin for its time.
    pub fn empty_bin(self) {
        let today = self.today();
        self.forget_removed(self.plan_store.with_value(|plan_store| plan_store.empty_bin(today)));
    }

    /// Nothing else is kept of plans that are gone for good.
    fn forget_removed(self, gone: Vec<PlanId>) {
        if !gone.is_empty() {
            (self.forget)(gone);
            self.look_again();
            self.try_again();
        }
    }

    /// Puts a stored plan by as it stands, with its people, before something is done to it.
    pub fn put_by(self, id: &PlanId, why: Occasion) {
        if let Ok(Some(text)) = self.places.with_value(|places| places.read(&id.key())) {
            (self.put_by)(id.clone(), why, text, self.people_as_file(id));
        }
    }

    /// The plan leaves the screen, if it is on it.
    fn leave(self, id: &PlanId) -> bool {
        let is_open = self.open_plan().as_ref() == Some(id);
        if is_open {
            self.opened.set(None);
            self.session.open(roster::Workspace::default());
            self.clear_conflict();
            self.remember_open();
        }
        is_open
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

    /// Whether a stored version is the one this tab shows, or of a plan it does not show.
    fn knows(self, id: &PlanId, stored: &Stored) -> bool {
        self.opened.with_untracked(|opened| match opened {
            Some(Opened { id: open, keeper: Some(keeper), .. }) if open == id => {
                *keeper.lineage().latest() == stored.revision
            }
            _ => true,
        })
    }

    fn new_id(self) -> PlanId {
        PlanId::from_bits((self.random_bits)())
    }

    fn remember_open(self) {
        let id = self.open_plan();
        (self.remember)(id.as_ref());
        // Only a convenience for the next tab; a plan that could not be kept has its own banner.
        _ = self.plan_store.with_value(|plan_store| plan_store.set_current(id.as_ref()));
        self.look_again();
    }
}
