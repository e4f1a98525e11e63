//! What was done, and when: kept apart from the pattern it was done by (B6).

use chrono::NaiveDate;

use super::{Flaw, Outcome, Sequence, StepId};

/// One time through a sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The day it starts (B1), where it is not the other run's; see [`super::PlanParts::start`].
    pub start: Option<NaiveDate>,
    /// What is known of its steps, in order of their ids, one each.
    pub marks: Vec<Mark>,
}

impl Run {
    /// What is known of a step.
    pub fn mark(&self, step: StepId) -> Option<&Mark> {
        self.place(step).ok().map(|at| &self.marks[at])
    }

    /// Marks stand in order, one a step, each of a step of the sequence.
    pub(super) fn check(&self, sequence: &Sequence) -> Result<(), Flaw> {
        for (at, mark) in self.marks.iter().enumerate() {
            let is_ordered = self.marks[..at].last().is_none_or(|before| before.step < mark.step);
            let is_known = sequence.steps.iter().any(|step| step.id == mark.step);
            if !is_ordered || !is_known || mark.fate == Fate::Tried(0) {
                return Err(Flaw::Marks(mark.step));
            }
        }
        Ok(())
    }

    pub(super) fn set_mark(&mut self, mark: Mark) {
        match self.place(mark.step) {
            Ok(at) => self.marks[at] = mark,
            Err(at) => self.marks.insert(at, mark),
        }
    }

    fn place(&self, step: StepId) -> Result<usize, usize> {
        self.marks.binary_search_by_key(&step, |mark| mark.step)
    }
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The step.
    pub step: StepId,
    /// The day it became so.
    pub on: NaiveDate,
    /// What that is.
    pub fate: Fate,
}

/// What can become of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was done; with its outcome where one is known (B5).
    Done(Option<Outcome>),
    /// It was left out.
    Skipped,
    /// So many attempts were in vain, the last of them on the day; at least one.
    Tried(u8),
}

impl Fate {
    /// Whether there is nothing left to do.
    pub fn is_over(self) -> bool {
        !matches!(self, Self::Tried(_))
    }
}
