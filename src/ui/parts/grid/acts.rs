//! What is done to rows: each is one change that can be taken back, and is said.

use leptos::prelude::*;

use super::super::choice::Chosen;
use super::super::who::who_edits;
use super::{Grid, channel_from, row_name};
use crate::plan::{Audience, Edit, StepEdit, StepId};
use crate::platform;
use crate::words;
use crate::workshop::{Shift, changed, neighbour, placed, removed, shifted};

impl Grid {
    /// Makes changes as one of their own; a refusal is said. Whether they were made.
    pub fn commit(self, edits: Vec<Edit>) -> bool {
        self.session.pause();
        let outcome = self.session.commit(edits);
        self.session.pause();
        outcome.map_err(|problem| self.session.announce(problem)).is_ok()
    }

    /// Makes changes to steps and says them, with what they did to others where only one was changed.
    fn commit_and_say(self, steps: &[StepId], edits: Vec<Edit>, words: String) -> bool {
        if edits.is_empty() {
            return false;
        }
        let before = untrack(|| self.session.schedule());
        let is_done = self.commit(edits);
        if is_done {
            let after = untrack(|| self.session.schedule());
            let changes = match steps {
                [only] => words::changes(&self.session.plan_now(), *only, &before, &after),
                _ => String::new(),
            };
            self.session.announce(format!("{words} {changes}").trim_end());
        }
        is_done
    }

    /// What a step is called.
    pub fn name(self, id: StepId) -> String {
        let schedule = untrack(|| self.session.schedule());
        let number = schedule.step(id).map_or(0, |facts| facts.number);
        format!("{} step {number}", words::audience(self.audience))
    }

    fn said(self, steps: &[StepId], done: &str) -> String {
        let only = steps.first().map(|id| self.name(*id)).unwrap_or_default();
        words::acted_on(steps.len(), &only, done)
    }

    /// Moves steps by one place. The focus stays in the cell of the row it was in.
    pub fn shift(self, steps: &[StepId], way: Shift, at: Option<(StepId, &str)>) {
        let edits = shifted(&self.session.plan_now(), self.audience, steps, way);
        let order = self.order();
        let (word, blocked) = match way {
            Shift::Up => ("moved up", "Nothing stands above it."),
            Shift::Down => ("moved down", "Nothing stands below it."),
        };
        if edits.is_empty() {
            return self.session.announce(blocked);
        }
        let words = match steps {
            [only] => {
                let at = order.iter().position(|id| id == only).unwrap_or(0);
                let now = if way == Shift::Up { at } else { at + 2 };
                format!("Now step {now} of {}.", order.len())
            }
            _ => self.said(steps, word),
        };
        self.commit_and_say(steps, edits, words);
        if let Some((id, cell)) = at {
            focus_soon(row_name(id), cell);
        }
    }

    /// Puts steps elsewhere, in this sequence or the other.
    pub fn place(self, steps: &[StepId], to: Audience, before: Option<StepId>) -> bool {
        let edits = placed(&self.session.plan_now(), self.audience, steps, to, before);
        let order = self.order();
        let words = match before {
            _ if to == self.audience => self.said(steps, "moved"),
            Some(_) => self.said(steps, &format!("moved to the {} sequence", words::lower(to))),
            None => match steps.len() {
                1 => format!("Moved to the end of the {} sequence.", words::lower(to)),
                count => format!(
                    "{} moved to the end of the {} sequence.",
                    words::count(count, "step"),
                    words::lower(to)
                ),
            },
        };
        let is_done = self.commit_and_say(steps, edits, words);
        if is_done && to != self.audience {
            self.clear_selection();
            self.focus_neighbour(&order, steps);
        }
        is_done
    }

    /// A copy of each right behind it (B2).
    pub fn duplicate(self, steps: &[StepId]) {
        let words = self.said(steps, "duplicated");
        // From below, so that no copy stands between two that are still to be copied.
        let mut edits = changed(steps, || StepEdit::Copy);
        edits.reverse();
        self.commit_and_say(steps, edits, words);
    }

    /// Takes steps away; the focus goes to the row that is now in their place.
    pub fn remove(self, steps: &[StepId]) {
        let order = self.order();
        let words = self.said(steps, "removed");
        let back = if steps.len() == 1 { "Undo brings it back." } else { "Undo brings them back." };
        let edits = removed(&self.session.plan_now(), self.audience, steps);
        if self.commit_and_say(steps, edits, format!("{words} {back}")) {
            self.clear_selection();
            self.focus_neighbour(&order, steps);
        }
    }

    fn focus_neighbour(self, before: &[StepId], gone: &[StepId]) {
        match neighbour(before, gone, &self.order()) {
            Some(id) => focus_soon(row_name(id), "what"),
            None => focus_soon(self.new_row().to_owned(), "new"),
        }
    }

    /// Nothing is selected any more.
    pub fn clear_selection(self) {
        self.selected.set(Vec::new());
        self.anchor.set_value(None);
    }

    /// Gives all that are selected to whoever was chosen.
    pub fn give_selected(self, chosen: Chosen) {
        let steps = self.selection();
        let edits = who_edits(&self.session.plan_now(), &steps, chosen);
        let words = self.said(&steps, "changed");
        self.commit_and_say(&steps, edits, words);
    }

    /// Sets the channel of all that are selected.
    pub fn channel_selected(self, chosen: &Chosen) {
        let steps = self.selection();
        let channel = channel_from(chosen);
        let words = self.said(&steps, "changed");
        self.commit_and_say(&steps, changed(&steps, || StepEdit::Channel(channel)), words);
    }
}

/// Moves the focus to a cell once the rows have been drawn anew: one that is moved loses it.
pub fn focus_soon(row: String, cell: &str) {
    let cell = cell.to_owned();
    request_animation_frame(move || platform::focus_cell(&row, &cell));
}
