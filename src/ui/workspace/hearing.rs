//! What other tabs wrote: taken in where it can be, else said.

use leptos::prelude::*;

use super::{Trouble, Workspace};
use crate::roster;
use crate::store::{Heard, Record, State, VersionVector};

impl Workspace {
    /// The durable place holds something this tab had not heard of, and took nothing for its sake: a plan, with the
    /// records of its people.
    pub fn refused(self, key: &str, found: &str, people: Vec<(String, String)>) {
        let Some(record) = self.places.with_value(|places| places.refused(key, found)) else { return };
        self.find_people(key, people);
        self.store_changed.notify();
        self.hear_record(key, record.text.as_deref(), Some(&record.lineage));
    }

    /// Hears that another tab wrote `text` for a key, or removed it. Gives back whether the durable place has to be
    /// asked what came before it.
    pub fn hear(self, key: &str, text: Option<&str>) -> bool {
        self.hear_record(key, text, None)
    }

    /// The same, from the durable place, which knows what it was made from.
    pub fn hear_record(self, key: &str, text: Option<&str>, lineage: Option<&VersionVector>) -> bool {
        let is_open =
            self.opened.with_untracked(|opened| opened.as_ref().is_some_and(|it| it.id.key() == key));
        // What waits here is on its way: the durable place refuses it, and hands out what it holds, if another was first. Until
        // then nobody knows from what the people of both were made.
        if is_open && self.is_waiting() && !self.is_waiting_in_vain() {
            return false;
        }
        let trouble = if is_open { self.take_in(text, lineage) } else { None };
        let is_durable = self.places.with_value(|places| places.is_durable());
        let asks = is_durable
            && lineage.is_none()
            && matches!(trouble, Some(Trouble::ChangedElsewhere | Trouble::Unreadable(_)));
        if !asks {
            self.places.with_value(|places| places.heard(key, text));
            if let Some(trouble) = trouble {
                self.fail(trouble);
            }
        }
        self.look_again();
        asks
    }

    /// The same, as it stands in the durable place, with the records of its people.
    pub fn hear_raw(self, key: &str, raw: &str, people: Vec<(String, String)>) {
        if let Some(record) = Record::read(raw) {
            self.find_people(key, people);
            self.hear_record(key, record.text.as_deref(), Some(&record.lineage));
        }
    }

    /// Takes in what another tab made of the open plan, if it can be; otherwise says what stands in the way.
    pub(super) fn take_in(self, text: Option<&str>, lineage: Option<&VersionVector>) -> Option<Trouble> {
        let mut opened = self.opened.get_untracked()?;
        let current = self.session.whole_now();
        let was_archived = opened.state == State::Archived;
        let (plan, state, words) = match opened.keeper.as_mut()?.hear(text, lineage, &current.plan) {
            Heard::Known if self.knows_people(&opened) => return None,
            Heard::Known => (
                (*current.plan).clone(),
                opened.state,
                "What was changed in another tab has been added to yours.",
            ),
            Heard::Adopt(stored) => (
                stored.plan,
                stored.state,
                "This plan was changed in another tab; here is the new version. Undo goes back to the one before.",
            ),
            Heard::Merged(plan, state) => {
                (*plan, state, "What was changed in another tab has been added to yours.")
            }
            Heard::Conflict => return Some(Trouble::ChangedElsewhere),
            Heard::Unreadable(why) => return Some(Trouble::Unreadable(why)),
            Heard::Removed => return Some(Trouble::RemovedElsewhere),
        };
        let roster = match self.take_in_people(&mut opened, &current.roster) {
            Ok(roster) => roster.into(),
            Err(trouble) => return Some(trouble),
        };
        opened.state = state;
        self.opened.set(Some(opened));
        let taken = roster::Workspace { plan: plan.into(), roster };
        if taken != *current {
            self.session.adopt(taken);
            self.session.announce(words);
        } else if state == State::Archived && !was_archived {
            self.session.announce("This plan was put into the archive in another tab.");
        }
        self.clear_conflict();
        None
    }
}
