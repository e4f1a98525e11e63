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
    /// Open steps for which somebody chose another day, in order of their ids, one each.
    pub postponed: Vec<Postponement>,
}

impl Run {
    /// What is known of a step.
    pub fn mark(&self, step: StepId) -> Option<&Mark> {
        self.place(step).ok().map(|at| &self.marks[at])
    }

    /// Whether something of it was done or put off: from then on its open steps wait for somebody (B6).
    pub fn has_begun(&self) -> bool {
        !self.marks.is_empty() || !self.postponed.is_empty()
    }

    /// The day somebody chose for an open step.
    pub fn postponed(&self, step: StepId) -> Option<NaiveDate> {
        let at = self.postponed.binary_search_by_key(&step, |known| known.step).ok()?;
        Some(self.postponed[at].to)
    }

    /// Marks stand in order, one a step, each of a step of the sequence; so do other days, each of a step that is open.
    pub(super) fn check(&self, sequence: &Sequence) -> Result<(), Flaw> {
        let is_known = |id: StepId| sequence.steps.iter().any(|step| step.id == id);
        for (at, mark) in self.marks.iter().enumerate() {
            let is_ordered = self.marks[..at].last().is_none_or(|before| before.step < mark.step);
            if !is_ordered || !is_known(mark.step) || mark.fate == Fate::Tried(0) {
                return Err(Flaw::Marks(mark.step));
            }
        }
        for (at, Postponement { step, .. }) in self.postponed.iter().enumerate() {
            let is_ordered = self.postponed[..at].last().is_none_or(|before| before.step < *step);
            let is_over = self.mark(*step).is_some_and(|mark| mark.fate.is_over());
            if !is_ordered || !is_known(*step) || is_over {
                return Err(Flaw::Postponed(*step));
            }
        }
        Ok(())
    }

    /// Whoever does something about a step has no other day for it any more.
    pub(super) fn set_mark(&mut self, mark: Mark) {
        self.postpone(mark.step, None);
        match self.place(mark.step) {
            Ok(at) => self.marks[at] = mark,
            Err(at) => self.marks.insert(at, mark),
        }
    }

    pub(super) fn postpone(&mut self, step: StepId, to: Option<NaiveDate>) {
        self.postponed.retain(|known| known.step != step);
        if let Some(to) = to {
            let at = self.postponed.partition_point(|known| known.step < step);
            self.postponed.insert(at, Postponement { step, to });
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

/// Another day for an open step than the one that is counted: it is due then, or on the first working day after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Postponement {
    /// The step.
    pub step: StepId,
    /// The day.
    pub to: NaiveDate,
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
