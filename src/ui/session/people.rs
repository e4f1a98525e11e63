//! The people on the open plan: their dates, and the named ways to change them.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::Session;
use crate::agenda::Forecasts;
use crate::plan::Plan;
use crate::roster::{self, Contact, ContactId, Roster, RosterEdit, WorkspaceEdit};
use crate::ui::reactive::{Memo, Var, memo};
use crate::workshop::Intent;

/// The dates of everybody, which are the same only where nothing was computed anew.
#[derive(Clone)]
pub struct Dated(Arc<Forecasts>);

impl PartialEq for Dated {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Dated {
    /// Follows plan, people and day. What did not change is shared with what was computed before.
    pub fn followed(plan: Memo<Arc<Plan>>, roster: Memo<Arc<Roster>>, today: Var<NaiveDate>) -> Memo<Self> {
        let dated = StoredValue::new(None::<Self>);
        memo(move || {
            let whole = roster::Workspace { plan: plan.get(), roster: roster.get() };
            let before = dated.get_value();
            let now = match before {
                Some(Self(before)) => before.after(&whole, today.get()),
                None => Forecasts::of(&whole, today.get()),
            };
            let now = Self(Arc::new(now));
            dated.set_value(Some(now.clone()));
            now
        })
    }
}

impl Session {
    /// The people on it as they are.
    pub fn roster(self) -> Memo<Arc<Roster>> {
        self.roster
    }

    /// Whether somebody is on it.
    pub fn has_people(self) -> bool {
        self.roster.with(|roster| roster.count() > 0)
    }

    /// The dates of everybody's steps (B6).
    pub fn forecasts(self) -> Arc<Forecasts> {
        let made = || Dated::followed(self.plan, self.roster, self.today);
        self.forecasts.or_made(made).get().0
    }

    /// Somebody on the plan, followed on its own.
    pub fn contact(self, id: ContactId) -> Memo<Option<Arc<Contact>>> {
        memo(move || self.roster.with(|roster| roster.contact(id).cloned()))
    }

    /// The people who were pasted and are not taken yet: they outlive their page.
    pub fn pasted_people(self) -> Var<String> {
        self.pasted_people
    }

    /// Whether changes of steps pass over those who are under way: they go on by the steps they have.
    pub fn spares_people(self) -> Var<bool> {
        self.spares_people
    }

    /// Makes a change of the people, one of its own, and says so.
    ///
    /// # Errors
    /// A sentence that says why it was refused; all is as it was.
    pub fn change_people(self, edit: RosterEdit, words: impl Into<String>) -> Result<(), String> {
        self.change_together([edit], words)
    }

    /// Makes changes of the people that belong together, and says so.
    ///
    /// # Errors
    /// A sentence that says why they were refused; all is as it was.
    pub fn change_together(
        self,
        edits: impl IntoIterator<Item = RosterEdit>,
        words: impl Into<String>,
    ) -> Result<(), String> {
        self.carry_out(edits.into_iter().map(WorkspaceEdit::Roster), Intent::Act)?;
        self.announce(words);
        Ok(())
    }

    /// Makes changes of the plan and its people that belong together, and says so.
    ///
    /// # Errors
    /// A sentence that says why they were refused; all is as it was.
    pub fn change_whole(self, edits: Vec<WorkspaceEdit>, words: impl Into<String>) -> Result<(), String> {
        self.pause();
        self.carry_out(edits, Intent::Act)?;
        self.pause();
        self.announce(words);
        Ok(())
    }

    /// Makes a change of the people that is typed into a field.
    ///
    /// # Errors
    /// A sentence that says why it was refused; all is as it was.
    pub fn type_of_people(self, edit: RosterEdit) -> Result<(), String> {
        let intent = self.typing.get_value().map_or(Intent::Act, Intent::Typing);
        self.carry_out([WorkspaceEdit::Roster(edit)], intent)
    }
}
