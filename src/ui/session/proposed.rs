//! Changes that move dates of people: they wait until somebody has seen what they move (F4).

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::Session;
use crate::agenda::{Forecasts, Preview};
use crate::plan::{Audience, Edit, StepId};
use crate::roster::{self, ContactEdit, ContactId, EnrolmentEdit, RosterEdit, Spread, WorkspaceEdit};
use crate::schedule::Schedule;
use crate::words;
use crate::workshop::Intent;

/// A change that waits for somebody's word.
#[derive(Clone)]
pub struct Proposed {
    change: Change,
    said: String,
    moves: Vec<String>,
    taken: Arc<dyn Fn() + Send + Sync>,
}

#[derive(Clone)]
enum Change {
    Edit(WorkspaceEdit),
    /// The plan and its people as they are then, made of those that were open.
    Whole {
        of: Arc<roster::Workspace>,
        after: Box<roster::Workspace>,
    },
}

impl Proposed {
    /// What it moves, in sentences.
    pub fn moves(&self) -> &[String] {
        &self.moves
    }
}

impl Session {
    /// Makes a change of the plan at once where it moves no date of anybody, and says so; else it waits until somebody has
    /// seen what moves. `taken` is called when it is made.
    ///
    /// # Errors
    /// A sentence that says why it was refused; all is as it was.
    pub fn propose(
        self,
        edit: Edit,
        said: impl Into<String>,
        taken: impl Fn() + Send + Sync + 'static,
    ) -> Result<(), String> {
        let edit = self.spread(edit);
        self.propose_any(edit, said.into(), Arc::new(taken))
    }

    /// The same for any change.
    ///
    /// # Errors
    /// As [`Self::propose`].
    pub fn propose_any(
        self,
        edit: WorkspaceEdit,
        said: String,
        taken: Arc<dyn Fn() + Send + Sync>,
    ) -> Result<(), String> {
        let whole = self.whole_now();
        let after = whole.edited(edit.clone()).map_err(|refusal| words::roster_problem(&whole, refusal))?;
        // Of somebody who is opened again nobody may have been under way.
        let is_under_way = whole.roster.is_under_way() || after.roster.is_under_way();
        let moves = if is_under_way { self.moves(&after) } else { Vec::new() };
        self.wait_or_make(Proposed { change: Change::Edit(edit), said, moves, taken })
    }

    /// The same for a plan and its people that take the place of what is open.
    ///
    /// # Errors
    /// As [`Self::propose`].
    pub fn propose_whole(
        self,
        after: roster::Workspace,
        said: String,
        taken: Arc<dyn Fn() + Send + Sync>,
    ) -> Result<(), String> {
        let of = self.whole_now();
        let moves = if of.roster.is_under_way() { self.moves(&after) } else { Vec::new() };
        let change = Change::Whole { of, after: Box::new(after) };
        self.wait_or_make(Proposed { change, said, moves, taken })
    }

    /// Asks whether an open step shall be done on another day, of the plan's own run or of somebody's, with what that moves.
    ///
    /// # Errors
    /// A sentence that says why it cannot be; all is as it was.
    pub fn propose_put_off(
        self,
        whose: Option<ContactId>,
        (audience, step): (Audience, StepId),
        to: NaiveDate,
    ) -> Result<(), String> {
        if to <= self.today_now() {
            return Err(words::put_off_to_past());
        }
        let edit = match whose {
            None => WorkspaceEdit::Plan(Edit::Postpone(step, Some(to))),
            Some(contact) => {
                let edit = EnrolmentEdit::Postpone(step, Some(to));
                WorkspaceEdit::Roster(RosterEdit::Contact(contact, ContactEdit::Enrolment(audience, edit)))
            }
        };
        let whole = self.whole_now();
        let after = whole.edited(edit.clone()).map_err(|refusal| words::roster_problem(&whole, refusal))?;
        let before = untrack(|| self.forecasts());
        let (dates, dates_after) = match whose {
            None => (untrack(|| self.schedule()), Schedule::on(&after.plan, before.today())),
            Some(contact) => {
                let later = before.after(&after, before.today());
                let own = |forecasts: &Forecasts| forecasts.own_plan(contact).map(|own| own.schedule);
                let Some((dates, later)) = own(&before).zip(own(&later)) else { return Ok(()) };
                (Arc::new(dates), later)
            }
        };
        let moves = words::step_would_move(step, &dates, &dates_after);
        let is_late = dates.step(step).is_some_and(|facts| facts.late_since(before.today()).is_some());
        let said = match moves.first() {
            Some(first) => first.clone(),
            // It could not have been done before that day: it only is not late any more.
            None if is_late => format!("{}.", words::put_off(to)),
            // Let go on the day where it was, or on a day off before that.
            None => return Ok(()),
        };
        self.wait_or_make(Proposed { change: Change::Edit(edit), said, moves, taken: Arc::new(|| ()) })
    }

    /// What a change of the plan's own run would move of a step and of those after it, in sentences, followed; nothing where it
    /// would be refused.
    pub fn would_move(self, step: StepId, edit: Edit) -> Vec<String> {
        let Ok(after) = self.read(|plan| plan.edited(edit)) else { return Vec::new() };
        words::step_would_move(step, &self.schedule(), &Schedule::on(&after, self.today()))
    }

    /// What a change of people would move, in sentences, followed; nothing where it moves nothing or would be refused.
    pub fn would_move_people(self, edit: WorkspaceEdit) -> String {
        let (whole, forecasts) = (self.whole(), self.forecasts());
        let Ok(after) = whole.edited(edit) else { return String::new() };
        let preview = Preview::of(&forecasts, &forecasts.after(&after, forecasts.today()));
        words::preview_of_one(&after, &preview)
    }

    fn wait_or_make(self, proposed: Proposed) -> Result<(), String> {
        if proposed.moves.is_empty() {
            return self.make(proposed);
        }
        self.proposed.set(Some(proposed));
        Ok(())
    }

    /// What waits for somebody's word, followed.
    pub fn proposed(self) -> Option<Proposed> {
        self.proposed.get()
    }

    /// Makes the change that waits.
    pub fn take_proposed(self) {
        let proposed = self.proposed.try_update(Option::take).flatten();
        if let Some(Err(problem)) = proposed.map(|proposed| self.make(proposed)) {
            self.announce(problem);
        }
    }

    /// Leaves all as it is.
    pub fn leave_proposed(self) {
        self.proposed.set(None);
    }

    /// Whether what moved with the last change has been shown already, or was only taken back.
    pub fn has_shown_moves(self) -> bool {
        let whole = self.whole_now();
        self.shown_moves.with_value(|shown| shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, &whole)))
    }

    /// What moved with the last change need not be told.
    pub(super) fn mark_moves_shown(self) {
        self.shown_moves.set_value(Some(self.whole_now()));
    }

    /// A change of the plan, for whom it is meant.
    pub(super) fn spread(self, edit: Edit) -> WorkspaceEdit {
        match self.spares_people.get_untracked() {
            true => WorkspaceEdit::Pattern(edit, Spread::New),
            false => WorkspaceEdit::Plan(edit),
        }
    }

    /// What a change moves; nothing where no date moves.
    fn moves(self, after: &roster::Workspace) -> Vec<String> {
        let before = untrack(|| self.forecasts());
        let preview = Preview::of(&before, &before.after(after, before.today()));
        if preview.is_empty() { Vec::new() } else { words::preview(after, &preview) }
    }

    fn make(self, proposed: Proposed) -> Result<(), String> {
        self.pause();
        let made = match proposed.change {
            Change::Edit(edit) => self.carry_out([edit], Intent::Act),
            // What came from another tab while it waited would go.
            Change::Whole { of, .. } if !Arc::ptr_eq(&of, &self.whole_now()) => {
                Err(words::CHANGED_MEANWHILE.to_owned())
            }
            Change::Whole { after, .. } => {
                self.adopt(*after);
                Ok(())
            }
        };
        self.pause();
        made?;
        self.mark_moves_shown();
        (proposed.taken)();
        self.announce(proposed.said);
        Ok(())
    }
}
