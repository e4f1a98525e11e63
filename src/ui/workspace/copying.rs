//! When the plans were last copied to files, and when to remind.

use leptos::prelude::*;

use super::Workspace;
use crate::plan::{Origin, Plan};
use crate::store::{Copies, Keeper, PlanId, Storage};

impl Workspace {
    /// The days of the last copy and the last change of each plan, and what the next reminder counts from.
    pub fn copies(self) -> Copies {
        self.copies.get()
    }

    /// It is time to copy the open plan, which is the owner's, to a file.
    pub fn is_copy_due(self) -> bool {
        let today = self.session.today();
        let is_own = self.session.read(|plan| plan.origin == Origin::Own);
        self.opened.with(|opened| {
            let opened = opened.as_ref().filter(|_| is_own);
            opened.is_some_and(|opened| {
                let number = opened.keeper.as_ref().map_or(0, revision);
                self.copies.with(|copies| copies.is_due(&opened.id, number, today))
            })
        })
    }

    /// The open plan has been copied to a file.
    pub fn copied(self) {
        self.note_copy(Copies::copied);
    }

    /// A plan that is not open has been.
    pub fn copied_as(self, id: &PlanId, number: u64) {
        let today = self.today();
        self.change_copies(|copies| copies.copied(id, number, today));
    }

    /// The reminder is put off.
    pub fn put_copy_off(self) {
        self.note_copy(Copies::put_off);
    }

    /// The open plan was changed: from the first time on it is counted how long it goes without a copy.
    pub(super) fn note_change(self) {
        let Some(id) = self.open_plan().filter(|_| *self.session.plan_now() != Plan::blank()) else { return };
        if !self.copies.with_untracked(|copies| copies.knows(&id)) {
            self.put_copy_off();
        }
        let today = self.today();
        if self.copies.with_untracked(|copies| copies.last_change(&id)) != Some(today) {
            self.change_copies(|copies| copies.changed(&id, today));
        }
    }

    fn note_copy(self, note: fn(&mut Copies, &PlanId, u64, chrono::NaiveDate)) {
        let today = self.today();
        let Some(opened) = self.opened.get_untracked() else { return };
        let number = opened.keeper.as_ref().map_or(0, revision);
        self.change_copies(|copies| note(copies, &opened.id, number, today));
    }

    fn change_copies(self, change: impl FnOnce(&mut Copies)) {
        let mut copies = self.copies.with_untracked(Copies::clone);
        change(&mut copies);
        // Refused, a reminder comes once more.
        _ = self.places.with_value(|places| places.write(Copies::KEY, &copies.to_text()));
        self.copies.set(copies);
    }
}

fn revision(keeper: &Keeper) -> u64 {
    keeper.lineage().latest().number
}
