//! The people of the open plan, as they are kept beside it.

use leptos::prelude::*;

use super::{Opened, Trouble, Workspace};
use crate::exchange::export_roster;
use crate::roster::{self, ContactId, Roster};
use crate::store::{DamagedPart, FoundRoster, Occasion, PlanId};

/// The people of a plan between this tab and the places.
#[derive(Clone, Default)]
pub struct KeptPeople {
    /// As they were found or written last.
    written: FoundRoster,
    /// As they were kept when this tab last knew: what the versions of two tabs both come from.
    base: Roster,
}

impl KeptPeople {
    /// As they were found.
    pub fn found(found: FoundRoster) -> Self {
        Self { base: found.roster.clone(), written: found }
    }

    /// What was found or written last.
    pub fn written(&self) -> &FoundRoster {
        &self.written
    }

    /// Whether these are what was found or written last.
    pub fn has(&self, roster: &Roster) -> bool {
        self.written.roster == *roster
    }

    /// These were written.
    pub fn wrote(&mut self, roster: &Roster) {
        self.written = FoundRoster { roster: roster.clone(), damage: Vec::new() };
    }
}

impl Workspace {
    /// What of the people of the open plan cannot be read as it was written; put aside, byte for byte, by the next save.
    pub fn damaged_people(self) -> Vec<DamagedPart> {
        self.opened
            .with(|opened| opened.as_ref().map_or_else(Vec::new, |it| it.people.written.damage.clone()))
    }

    /// What was written is kept: from now on other tabs' versions come from that.
    pub(super) fn settle_people(self) {
        if !self.is_waiting() {
            self.opened.update_untracked(|opened| {
                opened
                    .iter_mut()
                    .for_each(|opened| opened.people.base = opened.people.written.roster.clone());
            });
        }
    }

    /// The people of a plan as a file, which is put by with it; none where nobody is on it.
    pub fn people_as_file(self, id: &PlanId) -> Option<String> {
        let whole = match self.open_plan().as_ref() == Some(id) {
            true => (*self.session.whole_now()).clone(),
            false => self.plan_store.with_value(|plan_store| {
                let roster = plan_store.people(id).ok()?.roster.into();
                Some(roster::Workspace { plan: plan_store.open(id).ok()??.plan.into(), roster })
            })?,
        };
        let is_kept = whole.roster.count() > 0;
        is_kept.then(|| export_roster(&whole.roster, &whole.plan, self.today()).ok()).flatten()
    }

    /// Many of the people are about to be changed at once: how all stands now is put by.
    pub fn put_people_by(self) {
        if let Some(id) = self.open_plan()
            && self.session.roster().with_untracked(|roster| roster.count() > 0)
        {
            self.save_now();
            self.put_by(&id, Occasion::People);
        }
    }

    /// Somebody was removed from the open plan, and is nowhere in its earlier versions any more.
    pub fn forget_contact(self, gone: ContactId) {
        if let Some(id) = self.open_plan() {
            self.removed.update_value(|removed| removed.push((id.clone(), gone)));
            (self.forget_contact)(id, gone);
        }
    }

    /// Whoever was removed, brought back, and is gone again was put by with a version meanwhile, maybe.
    pub(super) fn forget_again(self) {
        let roster = self.session.roster().get_untracked();
        let Some(id) = self.open_plan() else { return };
        let removed = self.removed.get_value();
        let gone = removed.into_iter().filter(|(plan, gone)| *plan == id && roster.contact(*gone).is_none());
        gone.for_each(|(plan, gone)| (self.forget_contact)(plan, gone));
    }

    /// The records of a plan's people as they stand in the durable place.
    pub(super) fn find_people(self, key: &str, people: Vec<(String, String)>) {
        if let Some(plan) = PlanId::from_key(key) {
            self.places.with_value(|places| places.found_people(&plan, people));
        }
    }

    /// Whether the people of the open plan are kept as this tab wrote or found them.
    pub(super) fn knows_people(self, opened: &Opened) -> bool {
        let found = self.plan_store.with_value(|plan_store| plan_store.people(&opened.id));
        found.is_ok_and(|found| opened.people.has(&found.roster))
    }

    /// Takes in what another tab made of the people: both, where each changed others (F10).
    pub(super) fn take_in_people(self, opened: &mut Opened, mine: &Roster) -> Result<Roster, Trouble> {
        let found = self.plan_store.with_value(|plan_store| plan_store.people(&opened.id));
        let found = found.map_err(Trouble::Storage)?;
        let both =
            Roster::together(&opened.people.base, mine, &found.roster).ok_or(Trouble::ChangedElsewhere)?;
        opened.people = KeptPeople::found(found);
        Ok(both)
    }
}
