//! One open plan between this tab and the others: what is held, and what to do with what another tab wrote.

use std::sync::Arc;

use super::{Revision, State, Stored, Unreadable, VersionVector, wire};
use crate::plan::Plan;

/// How many versions are remembered, as what both sides may have come from.
const HELD: usize = 32;

/// What a tab holds of the plan that is open in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeper {
    lineage: VersionVector,
    /// Versions that were written or taken over here, the latest last.
    held: Vec<(Revision, Arc<Plan>)>,
}

/// What becomes of the version of another tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is already part of what is held here.
    Known,
    /// Nothing was changed here since: it is taken over.
    Adopt(Box<Stored>),
    /// Both changed, in different places: what both say together, to be shown and saved.
    Merged(Box<Plan>, State),
    /// Both changed the same, or what both came from is not known here: both are to be kept, and somebody asked.
    Conflict,
    /// It cannot be read: damaged, or written by a newer version of the app. What is held here can be kept as a plan of
    /// its own.
    Unreadable(Unreadable),
    /// The plan was removed, for good or into the bin. What is held here can be kept.
    Removed,
}

impl Keeper {
    /// Begins with the version that was opened or first saved.
    pub fn new(lineage: VersionVector, plan: Arc<Plan>) -> Self {
        Self { held: vec![(lineage.latest().clone(), plan)], lineage }
    }

    /// The writes that what is held descends from: what a save has to name.
    pub fn lineage(&self) -> &VersionVector {
        &self.lineage
    }

    /// The version written or taken over last.
    pub fn saved(&self) -> Option<&Arc<Plan>> {
        self.held.last().map(|(_, plan)| plan)
    }

    /// Goes on to the version that was written here.
    pub fn wrote(&mut self, revision: Revision, plan: Arc<Plan>) {
        self.lineage.advance(revision.clone());
        self.hold(revision, plan);
    }

    /// Judges what another tab wrote, against the plan on the screen; `None` when it was removed. A record of the durable
    /// place brings its lineage; what stands in local storage only says what it was made from.
    ///
    /// Give it the text that the report carries, not what can be read at that moment: a tab that has just written reads
    /// its own text, and would never learn of the one it wrote over.
    pub fn hear(&mut self, text: Option<&str>, lineage: Option<&VersionVector>, current: &Plan) -> Heard {
        let Some(text) = text else { return Heard::Removed };
        let stored = match wire::read(text) {
            Ok(stored) => stored,
            Err(why) => return Heard::Unreadable(why),
        };
        if self.lineage.contains(&stored.revision) {
            return Heard::Known;
        }
        if stored.state.is_binned() {
            return Heard::Removed;
        }
        let is_base = |revision: &Revision| match lineage {
            Some(lineage) => lineage.contains(revision),
            None => stored.after.as_ref() == Some(revision),
        };
        let base = self.held.iter().rev().find(|(revision, _)| is_base(revision));
        let both = base.and_then(|(_, base)| wire::merge(base, current, &stored.plan));
        let Some(both) = both else { return Heard::Conflict };
        if let Some(lineage) = lineage {
            self.lineage.join(lineage);
        }
        self.wrote(stored.revision.clone(), Arc::new(stored.plan.clone()));
        if both == stored.plan {
            Heard::Adopt(Box::new(stored))
        } else {
            Heard::Merged(Box::new(both), stored.state)
        }
    }

    fn hold(&mut self, revision: Revision, plan: Arc<Plan>) {
        if self.held.len() == HELD {
            self.held.remove(0);
        }
        self.held.push((revision, plan));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Line};
    use crate::store::TabId;

    fn revision(number: u64, tab: &str) -> Revision {
        Revision { number, tab: TabId::parse(tab).unwrap() }
    }

    fn edited(edit: impl Fn(Line) -> Edit, words: &str) -> Plan {
        Plan::blank().edited(edit(Line::parse(words).unwrap())).unwrap()
    }

    fn text(own: Revision, after: Revision, plan: &Plan) -> String {
        wire::write(&Stored { plan: plan.clone(), state: State::Open, revision: own, after: Some(after) })
    }

    fn keeper() -> Keeper {
        Keeper::new(VersionVector::new(revision(4, "a")), Arc::new(Plan::blank()))
    }

    #[test]
    fn the_next_version_is_adopted_where_nothing_was_changed() {
        let mut held = keeper();
        let theirs = edited(Edit::Business, "Theirs");
        let heard = held.hear(Some(&text(revision(5, "b"), revision(4, "a"), &theirs)), None, &Plan::blank());
        assert!(matches!(heard, Heard::Adopt(stored) if stored.plan == theirs));
        assert_eq!(held.saved().map(|plan| (**plan).clone()), Some(theirs));
    }

    #[test]
    fn what_both_changed_in_different_places_is_merged() {
        let (mine, theirs) = (edited(Edit::Name, "Mine"), edited(Edit::Business, "Theirs"));
        let heard = keeper().hear(Some(&text(revision(5, "b"), revision(4, "a"), &theirs)), None, &mine);
        let both = mine.edited(Edit::Business(theirs.business.clone())).unwrap();
        assert_eq!(heard, Heard::Merged(Box::new(both), State::Open));
    }

    #[test]
    fn what_both_changed_in_one_place_is_a_conflict() {
        let (mine, theirs) = (edited(Edit::Name, "Mine"), edited(Edit::Name, "Theirs"));
        let heard = keeper().hear(Some(&text(revision(5, "b"), revision(4, "a"), &theirs)), None, &mine);
        assert_eq!(heard, Heard::Conflict);
    }

    #[test]
    fn late_news_of_what_is_already_held_is_known() {
        let mut held = keeper();
        held.wrote(revision(7, "a"), Arc::new(Plan::blank()));
        for (own, after) in [(revision(3, "a"), revision(2, "c")), (revision(7, "a"), revision(6, "b"))] {
            let news = text(own, after, &edited(Edit::Name, "Old"));
            assert_eq!(held.hear(Some(&news), None, &Plan::blank()), Heard::Known);
        }
    }

    #[test]
    fn a_version_made_from_one_that_was_never_here_is_a_conflict_unless_its_lineage_tells() {
        let theirs = edited(Edit::Name, "Theirs");
        let news = text(revision(6, "b"), revision(5, "b"), &theirs);
        assert_eq!(keeper().hear(Some(&news), None, &Plan::blank()), Heard::Conflict);
        let mut lineage = VersionVector::new(revision(4, "a"));
        lineage.advance(revision(6, "b"));
        assert!(matches!(keeper().hear(Some(&news), Some(&lineage), &Plan::blank()), Heard::Adopt(_)));
    }

    #[test]
    fn what_cannot_be_read_and_what_is_gone_are_said_to_be_so() {
        let cut = Unreadable::CutShort { line: 1 };
        assert_eq!(keeper().hear(Some("{"), None, &Plan::blank()), Heard::Unreadable(cut));
        assert_eq!(keeper().hear(None, None, &Plan::blank()), Heard::Removed);
    }
}
