//! Who wrote what after what: how tabs notice each other.

use super::TabId;

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

/// So many tabs are remembered: a write older than all of theirs is one that was left behind long ago.
const REMEMBERED: usize = 64;

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
        self.remember(revision.clone());
        self.latest = revision;
    }

    /// Takes in what another version descends from, for a version made of both.
    pub fn join(&mut self, other: &Self) {
        for revision in &other.last_by_tab {
            if !self.contains(revision) {
                self.remember(revision.clone());
            }
        }
    }

    /// The largest number among them: the next write's is larger.
    pub(super) fn highest(&self) -> u64 {
        self.last_by_tab.iter().map(|last| last.number).max().unwrap_or_default()
    }

    /// The last write of each tab, the latest of all first.
    pub(super) fn revisions(&self) -> impl Iterator<Item = &Revision> {
        let others = self.last_by_tab.iter().rev().filter(|last| **last != self.latest);
        std::iter::once(&self.latest).chain(others)
    }

    /// Whether a write is part of what is held.
    pub fn contains(&self, revision: &Revision) -> bool {
        let is_past = |last: &Revision| last.tab == revision.tab && revision.number <= last.number;
        let is_older = |last: &Revision| revision.number < last.number;
        self.last_by_tab.iter().any(is_past)
            || (self.last_by_tab.len() == REMEMBERED && self.last_by_tab.iter().all(is_older))
    }

    fn remember(&mut self, revision: Revision) {
        self.last_by_tab.retain(|last| last.tab != revision.tab);
        self.last_by_tab.push(revision);
        if self.last_by_tab.len() > REMEMBERED {
            let oldest = self.last_by_tab.iter().map(|last| last.number).min();
            self.last_by_tab.retain(|last| Some(last.number) != oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn revision(number: u64, tab: &str) -> Revision {
        Revision { number, tab: TabId::parse(tab).unwrap() }
    }

    #[test]
    fn of_many_tabs_the_last_are_remembered_and_all_before_them_is_past() {
        let mut held = VersionVector::new(revision(1, "t1"));
        (2..=200).for_each(|number| held.advance(revision(number, &format!("t{number}"))));
        assert!(held.last_by_tab.len() <= REMEMBERED);
        assert!(held.contains(&revision(3, "t3")) && held.contains(&revision(200, "t200")));
        assert!(!held.contains(&revision(180, "other")) && !held.contains(&revision(201, "t200")));
    }
}
