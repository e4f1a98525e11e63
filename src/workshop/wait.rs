//! Waits as people write them: `3 days`, `within a fortnight`, `10 days before the renewal` (B4, C2).
//!
//! What is typed is read, never carried out: a text gives a [`Reading`] or a [`Problem`] with its place and hints that
//! put it right. A text means the same whatever the field held before and however it got there.

mod ahead;

mod anchor;

mod bounds;

pub(super) mod date;

mod days;

mod hint;

mod length;

mod meaning;

pub(super) mod name;

mod reader;

mod stretch;

pub(super) mod token;

pub(super) mod vocabulary;

use std::ops::Range;

use chrono::NaiveDate;

use crate::plan::{Anchor, Delay, Edit, Line, PlainDays, Plan, Span, StepEdit, StepId, Window};
use crate::schedule::Schedule;
pub(super) use hint::is_readable;
pub use name::is_plain_name;
pub use stretch::read_stretch;

/// For which step of which plan a wait is read, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The plan: its steps and events can be named.
    pub plan: &'a Plan,
    /// The step that waits.
    pub step: StepId,
    /// The day it is: a day without a year is the next one.
    pub today: NaiveDate,
}

/// What was written, understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// How long to wait, which way, and from where.
    pub delay: Delay,
    /// Which days suit.
    pub window: Window,
}

impl Reading {
    /// The edit that makes a step wait so.
    pub fn edit(self, step: StepId) -> Edit {
        Edit::Step(step, StepEdit::Timing(self.delay, self.window))
    }

    /// The day it names, where it says nothing but that.
    pub fn day(self) -> Option<NaiveDate> {
        match self.delay.anchor() {
            Anchor::Date(day) if self.delay.length() == 0 && self.window == Window::default() => Some(day),
            _ => None,
        }
    }

    /// The longest it says to wait.
    pub fn longest(self) -> Span {
        self.window.latest.unwrap_or(self.delay.span())
    }

    /// The day the step would be due.
    pub fn due(self, plan: &Plan, step: StepId, today: NaiveDate) -> Option<NaiveDate> {
        let edited = plan.edited(self.edit(step)).ok()?;
        Schedule::on(&edited, today).step(step)?.due
    }
}

/// What stands in a field that takes a sentence, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// As it was typed.
    pub text: String,
    /// What it means, or why it means nothing.
    pub reading: Result<Reading, Problem>,
}

impl Draft {
    /// Reads a text.
    pub fn read(text: impl Into<String>, setting: Setting<'_>) -> Self {
        let text = text.into();
        Self { reading: read_wait(&text, setting), text }
    }
}

/// What is wrong with a text, where, and what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: Kind,
    /// Which bytes of the text are at fault.
    pub place: Range<usize>,
    /// What would put it right, best first.
    pub hints: Vec<Hint>,
}

impl Problem {
    fn new(kind: Kind, place: Range<usize>) -> Self {
        Self { kind, place, hints: Vec::new() }
    }
}

/// Why a wait was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing was written.
    Empty,
    /// This means nothing here.
    Unclear,
    /// Something must follow.
    Unfinished,
    /// It is longer than a delay can be.
    TooLong,
    /// Only whole days, weeks and months can be counted.
    Fraction,
    /// Counting back is said by "before".
    Negative,
    /// It ends before it begins.
    Backward,
    /// A second length, which cannot be added to the first.
    SecondLength,
    /// Said a second time: from where it is counted, or which days suit.
    SaidTwice,
    /// There are so many steps above, and that one is not among them.
    NotAbove(usize),
    /// Day and month could be either way round.
    AmbiguousDate,
    /// There is no such day.
    NoSuchDay,
    /// It is not on that weekday.
    OtherWeekday,
    /// The calendar does not reach so far.
    BeyondCalendar,
    /// It means a time of the year or the month, not a day.
    NotADay,
    /// A weekday of next week: which one that is depends on the day it is counted from.
    WhichWeek,
    /// A step has a day, and no time of day.
    TimeOfDay,
    /// A step comes once; what comes again is several steps.
    Repeats,
    /// Only from an event or a date can one count back.
    CannotCountBack,
    /// Working days or days of the calendar: so many are not the same.
    WhichDays,
    /// The plan has no event of that name.
    NoSuchEvent(Line),
    /// Two events have that name.
    SameName,
    /// It is not said how long the wait is.
    NoLength,
}

/// What would put a text right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// The whole text, written so that it can be read.
    Write(String),
    /// The event is added to the plan, and the step counted from it.
    AddEvent(Edit, Line),
    /// It is settled what many plain days are in this plan.
    PlainDays(PlainDays, Reading),
}

/// Understands when a step comes.
///
/// # Errors
/// [`Problem`], with its place and hints.
pub fn read_wait(text: &str, setting: Setting<'_>) -> Result<Reading, Problem> {
    reader::read(text, setting).map_err(|problem| hint::with_near_words(text, setting, problem))
}

/// The same without looking for what may have been meant.
pub(super) fn read_unhinted(text: &str, setting: Setting<'_>) -> Result<Reading, Problem> {
    reader::read(text, setting)
}

#[cfg(test)]
mod tests;
