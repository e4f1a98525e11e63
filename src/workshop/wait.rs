//! Waits as people write them: `3 days`, `within a fortnight`, `10 before renewal` (B4, C2).

mod scan;

use chrono::NaiveDate;

use crate::calendar::WorkWeek;
use crate::plan::{
    Anchor, Delay, Direction, Edit, EventId, Eves, Line, PlanParts, Span, Step, StepEdit, StepId, Unit,
    Window,
};
use scan::scan;

/// What was written, understood. What was not said stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wait {
    /// How many of the unit at least; below zero it counts back.
    count: Option<i32>,
    /// How many at most, where that was said.
    last: Option<i32>,
    unit: Option<Unit>,
    from: Option<From>,
    weekdays: Option<WorkWeek>,
    eves: Option<Eves>,
}

/// What a wait is counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum From {
    Anchor(Anchor),
    /// An event that the plan does not have yet.
    NewEvent(Line),
}

/// Why a wait was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitError {
    /// Nothing was written.
    Empty,
    /// This word means nothing here.
    Unclear(String),
    /// It is longer than a delay can be.
    TooLong,
    /// It ends before it begins.
    Backward,
    /// There are so many steps above, and that one is not among them.
    NotAbove(usize),
    /// Day and month could be either way round.
    AmbiguousDate,
    /// A step comes once; what comes again is several steps.
    Repeats,
    /// Only from an event or a date can one count back.
    CannotCountBack,
}

/// Understands what was written about when a step comes, and makes the edit of it.
///
/// # Errors
/// [`WaitError`], for a sentence that helps.
pub fn parse_wait(text: &str, plan: &PlanParts, id: StepId) -> Result<Edit, WaitError> {
    let sequence =
        plan.sequences.iter().find(|(_, sequence)| sequence.steps.iter().any(|step| step.id == id));
    let steps = sequence.map_or(&[][..], |(_, sequence)| &sequence.steps);
    let at = steps.iter().position(|step| step.id == id);
    let (above, step) = match at {
        Some(at) => (&steps[..at], &steps[at]),
        None => return Err(WaitError::Empty),
    };
    scan(text, plan, above)?.edit(step)
}

impl Wait {
    /// The edit that makes a step wait so.
    fn edit(self, step: &Step) -> Result<Edit, WaitError> {
        let old = step.delay;
        let unit = self.unit.unwrap_or(old.unit());
        let kept = if old.anchor().is_fixed() { Anchor::PreviousStep } else { old.anchor() };
        let is_silent = self.count.is_none() && self.from.is_none() && self.unit.is_none();
        let signed = match old.direction() {
            Direction::After => i32::from(old.length()),
            Direction::Before => -i32::from(old.length()),
        };
        let count = match self.count {
            Some(count) => count,
            None if is_silent => signed,
            None => 0,
        };
        let direction = if count < 0 { Direction::Before } else { Direction::After };
        let span = |length: i32| {
            let length = u16::try_from(length.unsigned_abs()).map_err(|_| WaitError::TooLong)?;
            Span::new(length, unit).ok_or(WaitError::TooLong)
        };
        let latest = match self.last {
            Some(last) if last < count => return Err(WaitError::Backward),
            Some(last) if last == count => None,
            Some(last) => Some(span(last)?),
            None if is_silent => step.window.latest,
            None => None,
        };
        let span = span(count)?;
        let weekdays = self.weekdays.or(step.window.weekdays);
        let window = Window { latest, weekdays, eves: self.eves.unwrap_or(step.window.eves) };
        let anchor = match self.from {
            Some(From::NewEvent(name)) => {
                return Ok(Edit::AddEventFor { step: step.id, name, span, direction, window });
            }
            Some(From::Anchor(anchor)) => anchor,
            None if is_silent => old.anchor(),
            None => kept,
        };
        let delay = Delay::new(span, direction, anchor).ok_or(WaitError::CannotCountBack)?;
        Ok(Edit::Step(step.id, StepEdit::Timing(delay, window)))
    }
}

/// The event that a name means: the whole name, else the only one with a word that begins so.
fn event(plan: &PlanParts, name: &str) -> Option<EventId> {
    let lower = |text: &str| text.trim().to_ascii_lowercase();
    let events = || plan.events.iter().map(|event| (event.id, lower(event.name.as_str())));
    let begins = |(_, known): &(EventId, String)| known.split_whitespace().any(|word| word.starts_with(name));
    let whole = events().find(|(_, known)| known == name);
    let mut some = events().filter(begins);
    whole.or_else(|| some.next().filter(|_| some.next().is_none())).map(|(id, _)| id)
}

/// The day that three words name: `1 sep 2026`, `september 1 2026`.
fn date(words: &[&str]) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = |word: &str| {
        let at = MONTHS.iter().position(|month| word.starts_with(month))?;
        u32::try_from(at + 1).ok()
    };
    let [first, second, year] = words else { return None };
    let (day, month) = match month(second) {
        Some(month) => (first, month),
        None => (second, month(first)?),
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day)
        .filter(|date| (crate::calendar::FIRST_DAY..=crate::calendar::LAST_DAY).contains(date))
}

#[cfg(test)]
mod tests;
