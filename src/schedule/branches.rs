//! The paths of a sequence that parts (B5), and the step before another on the same path.
//!
//! Each outcome that some step asks for begins a path of its own, beside the trunk that has none: the paths are a tree.
//! The steps are walked through once, in order. Each path keeps the last step one has come past on it, or on a path
//! taken further on; so the step before is found by climbing from a step's own path to the trunk, whatever is above.

use std::collections::HashMap;

use crate::plan::Outcome;

/// The path of the steps that ask for no outcome.
pub(super) const TRUNK: usize = 0;

/// The paths of a sequence, the trunk first. A path comes after the one it parts from.
#[derive(Clone, Debug)]
pub(super) struct Branches {
    paths: Vec<Branching>,
    known: HashMap<(usize, Outcome), usize>,
}

/// Where a path parts from another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Branching {
    /// The step that decides, by its place.
    pub(super) fork: usize,
    /// What must come of it.
    pub(super) outcome: Outcome,
    /// The path that step stands on.
    pub(super) parent: usize,
    /// How many forks lie before its steps.
    pub(super) depth: usize,
}

/// A path, as far as one has come on it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Progress {
    /// Whether its fork goes this way: taken, or expected.
    goes: bool,
    /// Whether it and all it parts from go this way.
    is_taken: bool,
    /// Whether it may still be gone.
    is_possible: bool,
    /// The last step on it, or on what is taken further on.
    last: Option<usize>,
    /// The fork on this path beyond which that step lies, if it lies on another path.
    beyond: Option<usize>,
    /// The last step that does not lie beyond the same fork.
    last_beside: Option<usize>,
}

/// What is known of a fork.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// This came of it, or nothing that a path asks for.
    Came(Option<Outcome>),
    /// It is open, and this is expected, if anything.
    Expected(Option<Outcome>),
}

impl Branches {
    /// Only the trunk.
    pub(super) fn new() -> Self {
        let trunk = Branching { fork: usize::MAX, outcome: Outcome::Reached, parent: TRUNK, depth: 0 };
        Self { paths: vec![trunk], known: HashMap::new() }
    }

    /// The path that parts with an outcome from a fork, which stands on the path `parent`.
    pub(super) fn path(&mut self, fork: usize, outcome: Outcome, parent: usize) -> usize {
        *self.known.entry((fork, outcome)).or_insert_with(|| {
            let depth = self.paths[parent].depth + 1;
            self.paths.push(Branching { fork, outcome, parent, depth });
            self.paths.len() - 1
        })
    }

    /// Where a path parts from another; none for the trunk.
    pub(super) fn branching(&self, path: usize) -> Option<Branching> {
        (path != TRUNK).then(|| self.paths[path])
    }

    /// Every path but the trunk.
    pub(super) fn iter(&self) -> impl Iterator<Item = Branching> {
        self.paths[1..].iter().copied()
    }

    /// Before the first step: which paths go, by what is known of the forks.
    pub(super) fn set_out(&self, turn: impl Fn(usize) -> Turn, paths: &mut Vec<Progress>) {
        paths.clear();
        paths.push(Progress { goes: true, is_taken: true, is_possible: true, ..Progress::default() });
        for branching in self.iter() {
            let parent = paths[branching.parent];
            let (goes, may_go) = match turn(branching.fork) {
                Turn::Came(outcome) => {
                    (outcome == Some(branching.outcome), outcome == Some(branching.outcome))
                }
                Turn::Expected(outcome) => (outcome == Some(branching.outcome), true),
            };
            paths.push(Progress {
                goes,
                is_taken: goes && parent.is_taken,
                is_possible: may_go && parent.is_possible,
                ..Progress::default()
            });
        }
    }

    /// Of the steps one has come past, the one before a step on this path: on the way to it, whatever is expected of
    /// the forks before it, those of its own path go its way.
    pub(super) fn last_before(&self, paths: &[Progress], path: usize) -> Option<usize> {
        let mut last = paths[path].last;
        let mut at = path;
        while let Some(Branching { fork, parent, .. }) = self.branching(at) {
            last = last.max(paths[parent].last_beside(fork));
            at = parent;
        }
        last
    }

    /// Comes past a step of this path.
    pub(super) fn pass(&self, paths: &mut [Progress], path: usize, step: usize) {
        let (mut at, mut beyond) = (path, None);
        loop {
            paths[at].pass(step, beyond);
            match self.branching(at) {
                Some(Branching { fork, parent, .. }) if paths[at].goes => (at, beyond) = (parent, Some(fork)),
                _ => return,
            }
        }
    }
}

impl Progress {
    /// Whether it is taken, or expected.
    pub(super) fn is_taken(self) -> bool {
        self.is_taken
    }

    /// Whether it may still be gone: nothing has come of a fork that leads elsewhere.
    pub(super) fn is_possible(self) -> bool {
        self.is_possible
    }

    /// The last step that does not lie beyond this fork.
    fn last_beside(self, fork: usize) -> Option<usize> {
        if self.beyond == Some(fork) { self.last_beside } else { self.last }
    }

    fn pass(&mut self, step: usize, beyond: Option<usize>) {
        if self.last.is_some() && self.beyond != beyond {
            self.last_beside = self.last;
        }
        (self.last, self.beyond) = (Some(step), beyond);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By the rule itself: the nearest step above all of whose forks go its way, where those of the step's own path go
    /// that path's way.
    fn searched(parts: &[Option<(usize, Outcome)>], turns: &[Turn], step: usize) -> Option<usize> {
        let chain = |step: usize| std::iter::successors(parts[step], |(fork, _)| parts[*fork]);
        let goes = |fork: usize| match turns[fork] {
            Turn::Came(outcome) | Turn::Expected(outcome) => outcome,
        };
        let asked = |fork: usize| chain(step).find(|(other, _)| *other == fork).map(|(_, outcome)| outcome);
        (0..step)
            .rev()
            .find(|other| chain(*other).all(|(fork, outcome)| asked(fork).or(goes(fork)) == Some(outcome)))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn the_step_before_is_the_nearest_above_on_the_same_path(
            steps in prop::collection::vec((any::<prop::sample::Index>(), 0..5_usize, 0..4_usize), 1..14),
        ) {
            let outcome = |at: usize| Outcome::ALL.get(at).copied().filter(|_| at < 3);
            let parts: Vec<_> = steps
                .iter()
                .enumerate()
                .map(|(at, (fork, part, _))| (at > 0).then(|| Some((fork.index(at), outcome(*part)?)))?)
                .collect();
            let turns: Vec<_> = steps.iter().map(|(_, _, turn)| Turn::Expected(outcome(*turn))).collect();
            let mut branches = Branches::new();
            let mut paths = Vec::new();
            for part in &parts {
                paths.push(part.map_or(TRUNK, |(fork, outcome)| branches.path(fork, outcome, paths[fork])));
            }
            let mut progress = Vec::new();
            branches.set_out(|fork| turns[fork], &mut progress);
            for (step, path) in paths.iter().enumerate() {
                prop_assert_eq!(branches.last_before(&progress, *path), searched(&parts, &turns, step), "step {}", step);
                branches.pass(&mut progress, *path, step);
            }
        }
    }
}
