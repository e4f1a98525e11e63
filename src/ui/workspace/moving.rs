//! Archiving as something that can be taken back, like a change of the plan.

use std::sync::Arc;

use leptos::prelude::*;

use super::Workspace;
use crate::plan::Plan;
use crate::platform;
use crate::store::{PlanId, State};

/// The last plan that was archived, for as long as nothing else is done.
#[derive(Clone)]
pub struct Archiving {
    id: PlanId,
    name: String,
    /// What was on the screen then: another plan, or another state of this one, and it is no longer the last act.
    beside: Arc<Plan>,
    /// Taken back, it can be done again.
    is_done: bool,
}

impl Workspace {
    /// Archives a plan, and says so.
    ///
    /// # Errors
    /// A sentence that says why not; the plan is as it was.
    pub fn archive(self, id: &PlanId, name: &str) -> Result<(), String> {
        self.set_state(id, State::Archived)?;
        let (id, name, beside) = (id.clone(), name.to_owned(), self.session.plan_now());
        self.announce(format!("{name} is in the archive. Undo brings it back."));
        self.archived.set(Some(Archiving { id, name, beside, is_done: true }));
        Ok(())
    }

    /// There is something to take back: the archiving that was the last act, or a change of the plan.
    pub fn can_undo(self) -> bool {
        self.last_archiving(true).is_some() || self.session.has_past()
    }

    /// There is something to bring back.
    pub fn can_redo(self) -> bool {
        self.last_archiving(false).is_some() || self.session.has_future()
    }

    /// Takes the last act back.
    pub fn undo(self) {
        // What stands in a field and was refused is the last thing somebody did.
        if let Some(text) = platform::give_up_refused() {
            self.session.announce(format!("“{}” is taken out again. It was not understood.", text.trim()));
            return;
        }
        match untrack(|| self.last_archiving(true)) {
            Some(archiving) => self.turn(archiving, State::Open, "is out of the archive again"),
            None => self.session.undo(),
        }
    }

    /// Does again what was taken back.
    pub fn redo(self) {
        match untrack(|| self.last_archiving(false)) {
            Some(archiving) => self.turn(archiving, State::Archived, "is in the archive again"),
            None => self.session.redo(),
        }
    }

    fn last_archiving(self, is_done: bool) -> Option<Archiving> {
        let plan = self.session.plan().get();
        let archiving = self.archived.get()?;
        (archiving.is_done == is_done && Arc::ptr_eq(&archiving.beside, &plan)).then_some(archiving)
    }

    fn turn(self, archiving: Archiving, to: State, said: &str) {
        match self.set_state(&archiving.id, to) {
            Ok(()) => {
                self.announce(format!("{} {said}", archiving.name));
                let is_done = to == State::Archived;
                self.archived.set(Some(Archiving { is_done, ..archiving }));
            }
            Err(problem) => self.announce(problem),
        }
    }
}
