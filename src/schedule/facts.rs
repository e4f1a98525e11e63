//! All that is told of a step, computed once: whatever shows a step formats this, and looks no deeper.

use chrono::NaiveDate;

use super::derivation::Derivation;
use crate::calendar::{DayOff, WorkWeek, WorkingDays};
use crate::plan::{Attempts, Delay, Direction, EventId, Eves, Fate, Outcome, Span, Step, StepId};

/// A step of a plan as it looks on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepFacts {
    /// The step.
    pub step: StepId,
    /// Its number in the sequence, from 1 (B2).
    pub number: usize,
    /// Where its path parts from another; none for a step that always comes (B5).
    pub fork: Option<Fork>,
    /// How many forks lie before it.
    pub depth: usize,
    /// Whether it is on the path that is taken, or expected (B5).
    pub place: Place,
    /// What its wait is counted from, as that turns out (B4).
    pub basis: Basis,
    /// How long it waits from there (B4, C2).
    pub wait: Wait,
    /// How often it is tried (B5).
    pub attempts: Attempts,
    /// Its outcome to be expected (B5).
    pub expected: Option<Outcome>,
    /// The day it is due by the pattern and the start alone, whatever was done since (F4).
    pub baseline: Option<NaiveDate>,
    /// The day it was done or left out, or else is due (B6), where one can be given.
    pub due: Option<NaiveDate>,
    /// The day somebody chose for it, while it is open: it is due then, or on the first working day after it.
    pub postponed: Option<NaiveDate>,
    /// By how many working days that is later than its baseline; earlier when negative (F4).
    pub variance: Option<WorkingDays>,
    /// The last day that will do, where there is one (C2).
    pub latest: Option<NaiveDate>,
    /// The day of the last attempt, where there are several (B5).
    pub last_attempt: Option<NaiveDate>,
    /// What became of it.
    pub fate: Option<Fate>,
    /// How it stands.
    pub status: Status,
    /// The day it should have been done by, where that is over and it is still open (B9).
    pub overdue_since: Option<NaiveDate>,
    /// Why nobody works on that day, by the calendar of whoever does it (B13).
    pub day_off: Option<DayOff>,
    /// What to know about the day it is due.
    pub notice: Option<Notice>,
    /// How the day came about (F2); none for a step that is over, or without a day.
    pub derivation: Option<Derivation>,
    /// Whether the last date of its sequence moves when this step is done later: it is on the critical path.
    pub moves_the_end: bool,
}

/// Where a path parts from another (B5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fork {
    /// The step that decides.
    pub step: StepId,
    /// Its number in the sequence (B2).
    pub number: usize,
    /// What comes of it on this path.
    pub outcome: Outcome,
}

/// Where a step lies (B5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the path that is taken, or expected.
    OnPath,
    /// On another: it belongs to an outcome that is not expected, or did not come.
    OffPath,
}

/// What a wait is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The start of the run (B1).
    Start,
    /// Another step (B6).
    Step {
        /// The step.
        step: StepId,
        /// Its number in the sequence (B2).
        number: usize,
        /// How its day is known.
        known: Known,
    },
    /// An event.
    Event(EventId),
    /// A date.
    Date(NaiveDate),
    /// The attempt before (B5): so many were in vain.
    Attempt(u8),
    /// A touchpoint outside the plan, on a day, from which one went on counting.
    Touchpoint(NaiveDate),
    /// A day that somebody chose for it.
    Chosen(NaiveDate),
}

/// How the day of a step is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is due then.
    Due,
    /// It was done then.
    Done,
    /// It was left out then.
    Skipped,
    /// Its last attempt is due then (B5).
    LastAttempt,
}

/// How long a step waits, and which days suit it: its delay and its window without what they are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// How long.
    pub span: Span,
    /// Which way it is counted.
    pub direction: Direction,
    /// The longest it may wait, if there is a latest day.
    pub latest: Option<Span>,
    /// The weekdays that suit; all of them if none are named.
    pub weekdays: Option<WorkWeek>,
    /// What the days before a holiday are good for.
    pub eves: Eves,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It was done.
    Done,
    /// It was left out.
    Skipped,
    /// It belongs to an outcome that is not expected, or did not come.
    OffPath,
    /// It has no day.
    Undated,
    /// Its day is still to come, as far as one looks.
    Upcoming,
    /// It is due.
    Due,
    /// It should have been done by a day that is over.
    Overdue,
}

/// Why a date is missing, or what is odd about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The sequence has no start date yet.
    NoStart,
    /// The event it is counted from has no date yet.
    NoEventDate,
    /// The day is not worked. Only a delay of no working days, or of exact ones, can lead there (B14).
    DayOff(DayOff),
    /// It is due before the step that stands above it.
    BeforePrevious,
    /// It is counted back to a day before the start or the step above: too late to start by then.
    TooLate,
    /// No day in time has the weekday wanted, or is not right before a holiday (C2).
    NoSuitingDay,
    /// No working day is in time (C2).
    NoDayInTime,
    /// All attempts were in vain: time to decide (B5).
    Decide,
    /// The day lies beyond the last year of a set of holidays.
    HolidaysUnknown,
    /// The day lies beyond the years the calendar covers.
    OutOfRange,
    /// It is counted from a step that has no date itself.
    PreviousUndated,
    /// It waits until somebody goes on with this contact.
    Paused,
    /// It never comes: this contact has left the sequence.
    Ended,
}

impl StepFacts {
    /// Whether there is something left to do.
    pub fn is_open(&self) -> bool {
        !self.fate.is_some_and(Fate::is_over)
    }

    /// Whether it comes, as things stand: it lies on the path and is not left out.
    pub fn happens(&self) -> bool {
        self.place == Place::OnPath && self.fate != Some(Fate::Skipped)
    }
}

impl Basis {
    /// The step it is, if it is one.
    pub fn step(self) -> Option<StepId> {
        match self {
            Self::Step { step, .. } => Some(step),
            Self::Start | Self::Event(_) | Self::Date(_) | Self::Attempt(_) => None,
            Self::Touchpoint(_) | Self::Chosen(_) => None,
        }
    }

    /// Whether it is the same thing, however its day is known and whatever its number is by now.
    pub fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Step { step, .. }, Self::Step { step: other, .. }) => step == other,
            _ => self == other,
        }
    }
}

impl Wait {
    /// The wait of a step.
    pub(super) fn of(step: &Step) -> Self {
        let (delay, window): (Delay, _) = (step.delay, step.window);
        Self {
            span: delay.span(),
            direction: delay.direction(),
            latest: window.latest,
            weekdays: window.weekdays,
            eves: window.eves,
        }
    }

    /// Whether some days suit better than others.
    pub fn is_choosy(&self) -> bool {
        self.weekdays.is_some() || self.eves == Eves::Avoided
    }
}
