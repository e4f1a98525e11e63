//! What a step is counted from, as a formula (B4-B6): the day of the step before it on whatever path is taken, of another
//! step, of the start, of an event.

use super::columns::{Column, Place};
use super::formula::Fork;
use super::steps::{Entry, Origin};
use crate::calendar::DayNumber;
use crate::plan::{Anchor, EventId, Fate, Outcome};
use crate::schedule::StepFacts;
use crate::words;

/// The most paths that a formula asks for before it would no longer be taken by every spreadsheet.
const MOST_PATHS: usize = 40;

/// A formula that finds a day, with the day it finds.
pub type Found = (String, Option<DayNumber>);

/// Where events stand, and their days.
pub type Events = [(EventId, String, Option<DayNumber>)];

/// The steps above one, with all that it could be counted from.
#[derive(Clone, Copy, Debug)]
pub struct Above<'a> {
    pub place: Place,
    pub entries: &'a [Entry<'a>],
    /// The cell of the start.
    pub start: &'a Origin,
    pub events: &'a Events,
}

impl Above<'_> {
    /// The forks on the way to a step, the nearest first: the place of each, and what must come of it.
    pub fn forks(&self, facts: &StepFacts) -> Vec<(usize, Outcome)> {
        let above = |fork: &crate::schedule::Fork| self.entries[fork.number - 1].facts.fork;
        std::iter::successors(facts.fork, above).map(|fork| (fork.number - 1, fork.outcome)).collect()
    }

    /// The same by their rows, as formulas ask for them.
    pub fn fork_rows(&self, facts: &StepFacts) -> Vec<Fork> {
        let row = |(at, outcome): (usize, Outcome)| (self.entries[at].row, words::outcome(outcome));
        self.forks(facts).into_iter().map(row).collect()
    }

    /// Whether a step may still come: nothing has come of a fork that leads elsewhere.
    pub fn may_come(&self, facts: &StepFacts) -> bool {
        self.forks(facts).into_iter().all(|(at, outcome)| {
            let fork = &self.entries[at];
            !fork.is_over() || fork.turn() == Some(outcome)
        })
    }

    /// The day a step is counted from. A blank formula is a date to be written as such; none is too much for one.
    pub fn day(&self, at: usize) -> Option<Found> {
        let entry = &self.entries[at];
        Some(match entry.step.delay.anchor() {
            Anchor::Start => self.start.found(),
            Anchor::Date(date) => (String::new(), Some(DayNumber::of(date))),
            Anchor::Event(id) => match self.events.iter().find(|(event, ..)| *event == id) {
                Some((_, cell, day)) => (format!("IF({cell}=\"\",\"\",{cell})"), *day),
                None => (String::new(), None),
            },
            Anchor::Step(id) => match self.entries[..at].iter().position(|other| other.step.id == id) {
                Some(other) => self.of_step(at, other),
                None => return self.before(at),
            },
            Anchor::PreviousStep => return self.before(at),
        })
    }

    /// The day of another step; that of its last try where one comes only when all are in vain (B5).
    fn of_step(&self, at: usize, other: usize) -> Found {
        let is_after_silence = self.entries[at]
            .facts
            .fork
            .is_some_and(|fork| fork.number == other + 1 && fork.outcome.is_silence());
        let found = &self.entries[other];
        if is_after_silence {
            (self.place.other(found.row, Column::LastTry), found.last_try)
        } else {
            (self.place.other(found.row, Column::Due), found.due())
        }
    }

    /// The day of the nearest step above all of whose forks go its way, where those on the way to this step go that way.
    fn before(&self, at: usize) -> Option<Found> {
        let own = self.forks(&self.entries[at].facts);
        let mut asked: Vec<(String, Found, bool)> = Vec::new();
        let mut last = self.start.found();
        for other in (0..at).rev() {
            let asked_of =
                |fork: usize| own.iter().find(|(known, _)| *known == fork).map(|(_, outcome)| *outcome);
            let forks = self.forks(&self.entries[other].facts);
            let leads_elsewhere =
                |(fork, outcome): &(usize, Outcome)| asked_of(*fork).is_some_and(|own| own != *outcome);
            if forks.iter().any(leads_elsewhere) {
                continue;
            }
            let open: Vec<_> = forks.into_iter().filter(|(fork, _)| asked_of(*fork).is_none()).collect();
            if open.is_empty() {
                last = self.of_step(at, other);
                break;
            }
            let goes = open.iter().all(|(fork, outcome)| self.entries[*fork].turn() == Some(*outcome));
            let conditions = open.iter().map(|(fork, outcome)| {
                let turn = self.place.other(self.entries[*fork].row, Column::Turn);
                format!("{turn}=\"{}\"", words::outcome(*outcome))
            });
            let conditions = conditions.collect::<Vec<_>>().join(",");
            asked.push((format!("AND({conditions})"), self.of_step(at, other), goes));
        }
        let nest = |(rest, day): Found, (condition, (cell, its_day), goes): (String, Found, bool)| {
            (format!("IF({condition},{cell},{rest})"), if goes { its_day } else { day })
        };
        (asked.len() <= MOST_PATHS).then(|| asked.into_iter().rev().fold(last, nest))
    }
}

impl Entry<'_> {
    /// With what outcome it goes on, as far as is known.
    pub fn turn(&self) -> Option<Outcome> {
        match self.facts.fate {
            Some(Fate::Done(outcome)) => outcome,
            Some(Fate::Skipped) => None,
            Some(Fate::Tried(_)) | None => self.facts.expected,
        }
    }
}
