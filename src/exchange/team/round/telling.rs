//! What a round tells people: what would leave, what was sent, and what is to be known besides.

use super::Round;
use crate::exchange::team::Leaving;
use crate::exchange::team::compared::Here;
use crate::exchange::team::memory::Standing;
use crate::exchange::write::{Kind, step_of};
use crate::exchange::{Entry, Turn};
use crate::words;

impl Round<'_> {
    /// What an entry is called.
    pub(super) fn title(&self, key: &str) -> String {
        if let Some(due) = self.open.get(key) {
            return due.said.title.clone();
        }
        match self.steps.get(step_of(key)) {
            Some(row) => Entry { row, turn: Turn::Once, due: None }.title(),
            None => words::NO_LONGER_PLANNED.to_owned(),
        }
    }

    /// The titles of all that stand in a way.
    pub(super) fn titles(&self, standing: Standing) -> Vec<String> {
        let all =
            self.memory.0.iter().filter(|(key, known)| known.standing == standing && self.names.has(key));
        all.map(|(key, _)| self.title(key)).collect()
    }

    /// All that would leave, by what is known without asking.
    pub(super) fn leaves(&self) -> Vec<Leaving> {
        let lines = self.here(std::iter::empty()).into_iter().filter_map(|(key, here)| {
            let known = self.memory.0.get(&key);
            let day = known.map_or(self.outgoing.today, |known| known.saying.day);
            let standing = known.map(|known| known.standing);
            let title = self.title(&key);
            let due = self.open.get(&key);
            let (said, at) = (due.map(|due| &due.said), due.map_or(usize::MAX, |due| due.at));
            let line = match (here, said, standing) {
                (Here::Open { .. }, Some(said), None | Some(Standing::Left)) => {
                    Some(words::team_new(&title, said.day))
                }
                (Here::Open { .. }, Some(said), Some(Standing::Deleted)) => {
                    self.again.then(|| words::team_new(&title, said.day))
                }
                (Here::Open { .. }, Some(said), Some(Standing::Done)) => {
                    Some(words::team_open_again(&title, said.day))
                }
                (Here::Open { .. }, Some(said), Some(Standing::Open | Standing::Reopened)) => {
                    let is_said = known.is_some_and(|known| known.saying == said.saying());
                    (!is_said).then(|| words::team_changed(&title, said.day, day))
                }
                (Here::Done(on), _, Some(Standing::Open | Standing::Asked)) if self.kind == Kind::Task => {
                    (standing == Some(Standing::Open)).then(|| words::team_done(&title, on))
                }
                (Here::Done(_) | Here::Gone, _, Some(Standing::Open | Standing::Reopened)) => {
                    (here == Here::Gone || self.kind == Kind::Event)
                        .then(|| words::team_called_off(&title, day))
                }
                _ => None,
            };
            let details = said.map(|said| said.details.clone()).unwrap_or_default();
            Some((at, Leaving { line: line?, details }))
        });
        // In the order of the steps; what is over comes last.
        let mut lines: Vec<_> = lines.collect();
        lines.sort();
        lines.into_iter().map(|(_, line)| line).collect()
    }

    pub(super) fn sent(&self) -> String {
        let [new, changed, done, called_off] = self.came.sent;
        words::team_sent(new, changed, done, called_off)
    }

    /// What is to be known besides.
    pub(super) fn said(&self, off_path: usize) -> Vec<String> {
        let came = &self.came;
        let mut moved = came.moved.clone();
        moved.sort_by_key(|(_, day)| *day);
        let all = [
            words::team_moved(&moved),
            words::team_ticked(
                &came.ticks.iter().map(|tick| self.title(&self.kind.key_of(&tick.name))).collect::<Vec<_>>(),
            ),
            words::team_asked(&self.titles(Standing::Asked)),
            words::team_off_there(&self.titles(Standing::CalledOff)),
            words::team_reopened(&came.reopened),
            words::team_deleted(&came.deleted),
            words::team_refused(&came.refused),
            words::team_foreign(came.foreign),
            words::off_path_left_out(off_path),
        ];
        all.into_iter().flatten().collect()
    }
}
