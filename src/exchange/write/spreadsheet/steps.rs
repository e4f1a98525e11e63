//! Steps in rows, each counted from those above it (B4-B6, B10).

use chrono::NaiveDate;
use rust_xlsxwriter::Worksheet;

use super::asks::Asks;
use super::basis::{Above, Events, Found};
use super::columns::Place;
use super::count::{Cells, Results};
use super::days::{By, CountedDays};
use super::formula::Line;
use super::look::Look;
use super::row::RowOf;
use crate::calendar::DayNumber;
use crate::plan::{Fate, PlanParts, Step};
use crate::schedule::{Place as OnPath, StepFacts};

/// Why the date of a step does not go on counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Still {
    /// It lies beyond the days that are listed.
    Far,
    /// More paths lead to it than a formula can ask for.
    Paths,
    /// The days of whoever does it are none of the plan's.
    OwnDays,
    /// Of this contact more is known than a sheet can say: a word in between, a time on hold, an end.
    Course,
    /// The formulas would find another day.
    Other,
}

/// A cell with a day from which steps are counted.
#[derive(Clone, Debug)]
pub struct Origin {
    pub cell: String,
    pub day: Option<DayNumber>,
}

/// A step in its row.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    pub step: &'a Step,
    pub facts: StepFacts,
    /// What became of it, and when.
    pub mark: Option<(NaiveDate, Fate)>,
    pub row: u32,
    pub by: By,
    pub who: String,
    /// The message of the step, or what was noted for the contact.
    pub notes: &'a str,
    pub still: Option<Still>,
    /// The day of its last try, once its row is counted.
    pub last_try: Option<DayNumber>,
}

/// Steps in order, in rows of a sheet, each counted from those above it or from one start.
#[derive(Debug)]
pub struct Steps<'a> {
    pub plan: &'a PlanParts,
    pub days: &'a CountedDays,
    pub events: &'a Events,
    pub place: Place,
    pub entries: Vec<Entry<'a>>,
    pub start: Origin,
    /// The day before which no open step is due.
    pub not_before: Origin,
    /// Whether formulas ask only for what there is.
    pub is_lean: bool,
}

impl Origin {
    /// A formula that finds the day.
    pub fn found(&self) -> Found {
        (format!("IF({0}=\"\",\"\",{0})", self.cell), self.day)
    }
}

impl Entry<'_> {
    /// Whether there is nothing left to do.
    pub fn is_over(&self) -> bool {
        !self.facts.is_open()
    }

    /// The day it was done, or is due.
    pub fn due(&self) -> Option<DayNumber> {
        self.facts.due.map(DayNumber::of)
    }
}

impl Steps<'_> {
    /// Writes the rows. Says how many dates of open steps do not go on counting.
    pub fn put(mut self, sheet: &mut Worksheet, look: &Look) -> usize {
        let mut still = 0;
        for at in 0..self.entries.len() {
            let above =
                Above { place: self.place, entries: &self.entries, start: &self.start, events: self.events };
            let (from, forks) = (above.day(at), above.fork_rows(&self.entries[at].facts));
            let results = self.results(at, &above, from.as_ref());
            let row = RowOf { steps: &self, at, sheet };
            let asks = if self.is_lean { Asks::only(&self.entries[at].facts) } else { Asks::All };
            row.put_words(look, asks, results.err());
            let reference = self.days.reference(self.entries[at].by);
            let line = Line {
                place: self.place,
                row: self.entries[at].row,
                days: &reference,
                not_before: &self.not_before.cell,
                forks: &forks,
                asks,
            };
            let row = RowOf { steps: &self, at, sheet };
            match (results, from) {
                (Ok(results), Some(from)) => row.put_days(look, line, &from, &results),
                _ => row.put_still(look),
            }
            let row = RowOf { steps: &self, at, sheet };
            row.put_turns(look, line);
            let entry = &mut self.entries[at];
            entry.last_try = match results {
                Ok(results) => results.last_try,
                Err(_) => entry.facts.last_attempt.map(DayNumber::of).or(entry.due()),
            };
            still += usize::from(results.is_err() && entry.facts.is_open());
        }
        still
    }

    /// What the formulas of a step come to; else why they are not written.
    fn results(&self, at: usize, above: &Above<'_>, from: Option<&Found>) -> Result<Results, Still> {
        let entry = &self.entries[at];
        let facts = &entry.facts;
        if let Some(still) = entry.still {
            return Err(still);
        }
        let (_, from) = from.ok_or(Still::Paths)?;
        let tried = entry.mark.and_then(|(on, fate)| match fate {
            Fate::Tried(times) => Some((i32::from(times), DayNumber::of(on))),
            Fate::Done(_) | Fate::Skipped => None,
        });
        let cells = Cells {
            done: entry.due().filter(|_| entry.is_over()),
            put_off: facts.postponed.map(DayNumber::of),
            tried,
            from: *from,
            wait: facts.wait,
            attempts: facts.attempts,
            not_before: self.not_before.day,
            may_come: above.may_come(facts),
            is_taken: facts.place == OnPath::OnPath,
        };
        let results = cells.results(self.days.calendar(entry.by), self.days.horizon).ok_or(Still::Far)?;
        let is_same = |one: Option<DayNumber>, other: Option<NaiveDate>| one == other.map(DayNumber::of);
        let agrees = is_same(results.due, facts.due)
            && is_same(results.latest, facts.latest)
            && is_same(results.late_since, facts.overdue_since);
        if agrees { Ok(results) } else { Err(Still::Other) }
    }
}
