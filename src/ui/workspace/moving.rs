//! Archiving, removing and taking back as something that can be undone, like a change of the plan.

use std::sync::Arc;

use leptos::prelude::*;

use super::Workspace;
use crate::roster;
use crate::store::{Occasion, PlanId, SaveError, State};

/// The last plan that was put somewhere else, for as long as nothing else is done.
#[derive(Clone, PartialEq)]
pub struct Move {
    id: PlanId,
    name: String,
    from: State,
    to: State,
    /// It was on the screen, and left it for the bin.
    was_open: bool,
    /// What is on the screen since: another plan, or another state of this one, and it is no longer the last act.
    beside: Arc<roster::Workspace>,
    /// Taken back, it can be done again.
    is_done: bool,
}

impl Workspace {
    /// Puts a plan into the archive, into the bin, or back in use, and says so.
    ///
    /// # Errors
    /// [`SaveError`]; the plan is where it was.
    pub fn move_to(self, id: &PlanId, name: &str, to: State) -> Result<(), SaveError> {
        if to.is_binned() {
            self.save_now();
            self.put_by(id, Occasion::Removal);
        }
        let from = self.set_state(id, to)?;
        let was_open = self.leave_for_bin(id, to);
        let more = match to {
            State::Binned(_) => " It can be restored there for 30 days.",
            State::Archived => " Undo brings it back.",
            State::Open => "",
        };
        self.announce(format!("{name} is {}.{more}", place(to)));
        let (id, name, beside) = (id.clone(), name.to_owned(), self.session.whole_now());
        self.moved.set(Some(Move { id, name, from, to, was_open, beside, is_done: true }));
        Ok(())
    }

    /// There is something to take back: the move that was the last act, or a change of the plan.
    pub fn can_undo(self) -> bool {
        self.last_move(true).is_some() || self.session.has_past()
    }

    /// There is something to bring back.
    pub fn can_redo(self) -> bool {
        self.last_move(false).is_some() || self.session.has_future()
    }

    /// Takes the last act back.
    pub fn undo(self) {
        // What stands in a field and was refused is the last thing somebody did.
        if let Some(text) = (self.give_up_refused)() {
            self.session.announce(format!("“{}” is taken out again. It was not understood.", text.trim()));
            return;
        }
        match untrack(|| self.last_move(true)) {
            Some(last) => self.turn(last),
            None => self.session.undo(),
        }
    }

    /// Does again what was taken back.
    pub fn redo(self) {
        match untrack(|| self.last_move(false)) {
            Some(last) => self.turn(last),
            None => {
                self.session.redo();
                self.forget_again();
            }
        }
    }

    fn last_move(self, is_done: bool) -> Option<Move> {
        let whole = self.session.whole();
        let last = self.moved.get()?;
        (last.is_done == is_done && Arc::ptr_eq(&last.beside, &whole)).then_some(last)
    }

    fn turn(self, last: Move) {
        let to = if last.is_done { last.from } else { last.to };
        let outcome = self.set_state(&last.id, to).map_err(|error| error.to_string()).and_then(|_| {
            self.leave_for_bin(&last.id, to);
            if last.was_open && !to.is_binned() { self.open(&last.id) } else { Ok(()) }
        });
        match outcome {
            Ok(()) => {
                self.announce(format!("{} is {} again", last.name, place(to)));
                let (is_done, beside) = (!last.is_done, self.session.whole_now());
                self.moved.set(Some(Move { is_done, beside, ..last }));
            }
            Err(problem) => self.announce(problem),
        }
    }

    /// A plan in the bin is on no screen. Whether it was on this one.
    fn leave_for_bin(self, id: &PlanId, to: State) -> bool {
        to.is_binned() && self.leave(id)
    }
}

/// Where plans of a state are.
fn place(state: State) -> &'static str {
    match state {
        State::Open => "in use",
        State::Archived => "in the archive",
        State::Binned(_) => "in the bin",
    }
}
