//! Who wrote what after what: how tabs notice each other.

use super::{Stored, TabId, Unreadable, wire};

/// Names one write of a plan. No two writes have the same: a tab's revisions only grow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Revision {
    /// Counts the writes; larger than that of the version it was made from.
    pub number: u64,
    /// The tab that wrote.
    pub tab: TabId,
}

/// The writes that a tab's version of one plan descends from.
///
/// Of each tab the last one is enough: whoever holds it has left the earlier ones behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionVector {
    latest: Revision,
    /// One a tab, the latest among them.
    last_by_tab: Vec<Revision>,
}

/// What a tab does when it is told of another text stored for its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the next version of what is held here: take it over.
    Adopt(Box<Stored>),
    /// It is already part of what is held here: go on.
    Ignore,
    /// It does not follow from what is held here: stop saving and ask. What is held here is not in the storage any
    /// more, or soon will not be; it can be kept as a plan of its own.
    Conflict,
    /// It cannot be read: damaged, or written by a newer version of the app. Stop saving and say so; what is held here
    /// can be kept as a plan of its own.
    Unreadable(Unreadable),
    /// The plan was removed. What is held here can be kept.
    Removed,
}

impl VersionVector {
    /// Begins with the version that was opened or first saved.
    pub fn new(revision: Revision) -> Self {
        Self { last_by_tab: vec![revision.clone()], latest: revision }
    }

    /// The stored version that is held: what a save has to name.
    pub fn latest(&self) -> &Revision {
        &self.latest
    }

    /// Goes on to the version that was adopted or saved.
    pub fn advance(&mut self, revision: Revision) {
        self.last_by_tab.retain(|last| last.tab != revision.tab);
        self.last_by_tab.push(revision.clone());
        self.latest = revision;
    }

    /// Whether a write is part of what is held.
    pub fn contains(&self, revision: &Revision) -> bool {
        self.last_by_tab.iter().any(|last| last.tab == revision.tab && revision.number <= last.number)
    }

    /// Judges the text that the storage reports for the plan; `None` when it was removed.
    ///
    /// Give it the text that the report carries, not what can be read at that moment: a tab that has just
    /// written reads its own text, and would never learn of the one it wrote over. When two tabs write at
    /// once after the same version, each is told of the other's write, and both see a
    /// [`Conflict`](Verdict::Conflict).
    pub fn judge(&self, stored: Option<&str>, has_unsaved: bool) -> Verdict {
        let Some(text) = stored else { return Verdict::Removed };
        match wire::read(text) {
            Ok(stored) if self.contains(&stored.revision) => Verdict::Ignore,
            Ok(stored) if stored.after.as_ref() == Some(&self.latest) && !has_unsaved => {
                Verdict::Adopt(Box::new(stored))
            }
            Ok(_) => Verdict::Conflict,
            Err(why) => Verdict::Unreadable(why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::store::State;

    fn revision(number: u64, tab: &str) -> Revision {
        Revision { number, tab: TabId::parse(tab).unwrap() }
    }

    fn stored(own: Revision, after: Option<Revision>) -> Stored {
        Stored { plan: Plan::blank(), state: State::Open, revision: own, after }
    }

    fn text(own: Revision, after: Revision) -> String {
        wire::write(&stored(own, Some(after)))
    }

    #[test]
    fn the_next_version_is_adopted_unless_something_is_unsaved() {
        let held = VersionVector::new(revision(4, "a"));
        let next = text(revision(5, "b"), revision(4, "a"));
        let adopted = stored(revision(5, "b"), Some(revision(4, "a")));
        assert_eq!(held.judge(Some(&next), false), Verdict::Adopt(Box::new(adopted)));
        assert_eq!(held.judge(Some(&next), true), Verdict::Conflict);
    }

    #[test]
    fn late_news_of_what_is_already_held_is_ignored() {
        let mut held = VersionVector::new(revision(6, "b"));
        held.advance(revision(7, "a"));
        for (own, after) in [
            (revision(5, "b"), revision(4, "c")),
            (revision(6, "b"), revision(5, "b")),
            (revision(7, "a"), revision(6, "b")),
        ] {
            assert_eq!(held.judge(Some(&text(own, after)), true), Verdict::Ignore);
        }
    }

    #[test]
    fn a_late_write_over_newer_ones_is_a_conflict_however_small_its_revision() {
        let mut held = VersionVector::new(revision(4, "c"));
        (5..=7).for_each(|number| held.advance(revision(number, "a")));
        assert_eq!(held.judge(Some(&text(revision(5, "b"), revision(4, "c"))), false), Verdict::Conflict);
    }

    #[test]
    fn a_version_that_skips_one_we_never_saw_is_a_conflict() {
        let held = VersionVector::new(revision(4, "a"));
        assert_eq!(held.judge(Some(&text(revision(6, "b"), revision(5, "b"))), false), Verdict::Conflict);
    }

    #[test]
    fn what_cannot_be_read_and_what_is_gone_are_said_to_be_so() {
        let held = VersionVector::new(revision(4, "a"));
        assert_eq!(held.judge(Some("{"), false), Verdict::Unreadable(Unreadable::CutShort { line: 1 }));
        assert_eq!(held.judge(None, false), Verdict::Removed);
    }
}
