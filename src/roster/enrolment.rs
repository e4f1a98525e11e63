//! One contact's time through a sequence.

use chrono::NaiveDate;

use super::VersionId;
use crate::calendar::after_months;
use crate::plan::{Amount, Audience, Fate, Line, Prose, StepId};

/// One time through a sequence: when it began, what became of its steps, how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The sequence (A8).
    pub audience: Audience,
    /// The event that set it off (B1), in words.
    pub event: Line,
    /// The day from which its steps are counted (B1).
    pub start: NaiveDate,
    /// What is known of its steps, in order of their ids, one each.
    pub facts: Vec<Fact>,
    /// When nothing is done, in order; only the last may be without an end.
    pub pauses: Vec<Pause>,
    /// How and when it ended, if it did.
    pub end: Option<End>,
    /// The steps it runs on where those are not the plan's own of today.
    pub version: Option<VersionId>,
}

/// What is known of a step of an enrolment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The step.
    pub step: StepId,
    /// What became of it and when (B5, B6), if anything did.
    pub mark: Option<(NaiveDate, Fate)>,
    /// The day somebody chose for it while it is open.
    pub postponed: Option<NaiveDate>,
    /// Notes.
    pub note: Prose,
}

/// A stretch of days on which nothing is done for a contact. What is left goes on counting afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The first day.
    pub first: NaiveDate,
    /// The last one; none until somebody goes on.
    pub last: Option<NaiveDate>,
}

/// The end of an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The day.
    pub on: NaiveDate,
    /// How it ended.
    pub exit: Exit,
}

/// How a time through a sequence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All its steps are over.
    Finished,
    /// They bought (A8), for so much where that is known (C8).
    Bought(Option<Amount>),
    /// They replied, and it goes on by talking.
    Replied,
    /// One has met.
    Met,
    /// Not now: to be taken up again on a day (D6).
    NotNow(NaiveDate),
    /// They want to hear nothing more, ever.
    OptedOut,
    /// They bought elsewhere, or nothing came of it.
    Lost,
    /// It is not the right person.
    WrongPerson,
    /// The same person stood in the roster twice, and the other time through it goes on.
    Merged,
}

impl Exit {
    /// Not now, but so many months later (D6); on the day itself where the calendar ends before.
    pub fn not_now(today: NaiveDate, months: i32) -> Self {
        Self::NotNow(after_months(today, months).unwrap_or(today))
    }
}

impl Enrolment {
    /// Somebody starts on a sequence.
    pub fn new(audience: Audience, event: Line, start: NaiveDate) -> Self {
        Self { audience, event, start, facts: Vec::new(), pauses: Vec::new(), end: None, version: None }
    }

    /// Whether it has not ended.
    pub fn is_open(&self) -> bool {
        self.end.is_none()
    }

    /// Whether it waits until somebody goes on.
    pub fn is_paused(&self) -> bool {
        self.pauses.last().is_some_and(|pause| pause.last.is_none())
    }

    /// What is known of a step.
    pub fn fact(&self, step: StepId) -> Option<&Fact> {
        let at = self.facts.binary_search_by_key(&step, |fact| fact.step).ok()?;
        Some(&self.facts[at])
    }

    /// Changes what is known of a step; what is then nothing is kept no longer.
    pub(super) fn change_fact(&mut self, step: StepId, change: impl FnOnce(&mut Fact)) {
        let at = match self.facts.binary_search_by_key(&step, |fact| fact.step) {
            Ok(at) => at,
            Err(at) => {
                self.facts.insert(at, Fact { step, mark: None, postponed: None, note: Prose::default() });
                at
            }
        };
        change(&mut self.facts[at]);
        if self.facts[at].is_blank() {
            self.facts.remove(at);
        }
    }
}

impl Fact {
    /// Whether there is nothing left to do.
    pub fn is_over(&self) -> bool {
        self.mark.is_some_and(|(_, fate)| fate.is_over())
    }

    pub(super) fn is_blank(&self) -> bool {
        self.mark.is_none() && self.postponed.is_none() && self.note.as_str().is_empty()
    }
}
