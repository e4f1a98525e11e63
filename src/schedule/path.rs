//! The paths through a sequence that parts (B5).

use chrono::NaiveDate;

use super::actuals::{Actuals, marked, postponed};
use super::branches::Turn;
use super::course::Course;
use super::facts::Fork;
use super::pattern::Pattern;
use crate::calendar::DayNumber;
use crate::plan::{Audience, Outcome, PlanParts, StepId};

/// One path through a sequence: what comes of the step at which it leaves the one that is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The step that decides, and what comes of it; none for the path that is expected.
    pub fork: Option<Fork>,
    /// The steps passed, in order.
    pub stops: Vec<Stop>,
}

/// A step on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The step.
    pub step: StepId,
    /// Its number in the sequence (B2).
    pub number: usize,
    /// The day it is due on this path, or was done, where there is one.
    pub due: Option<NaiveDate>,
    /// Whether there is something left to do.
    pub is_open: bool,
}

impl Path {
    /// The path that is taken, or expected, then one for each outcome that some step asks for and that may still come:
    /// as it looks on a day, on which no open step lies before it.
    pub fn all(plan: &PlanParts, audience: Audience, today: NaiveDate) -> Vec<Self> {
        let steps = &plan.sequences.of(audience).steps;
        let pattern = Pattern::of(plan, audience);
        let run = plan.runs.of(audience);
        let (marks, postponed) = (marked(steps, run), postponed(steps, run));
        let start = plan.start(audience).map(DayNumber::of);
        let actuals = Actuals { start, marks: &marks, status_date: Some(DayNumber::of(today)) };
        let course = Course::own(actuals, &postponed);
        let path = |turn: Option<(usize, Outcome)>, pattern: &Pattern| {
            let dates = pattern.date_own(&course);
            let passed = (0..pattern.steps()).filter(|at| pattern.progress(&dates, *at).is_taken());
            let stops = passed.map(|at| Stop {
                step: steps[at].id,
                number: at + 1,
                due: dates.steps()[at].day.ok().and_then(DayNumber::date),
                is_open: !run.mark(steps[at].id).is_some_and(|mark| mark.fate.is_over()),
            });
            let fork = turn.map(|(fork, outcome)| Fork { step: steps[fork].id, number: fork + 1, outcome });
            Self { fork, stops: stops.collect() }
        };
        let dates = pattern.date_own(&course);
        let open = |(fork, outcome): &(usize, Outcome)| match pattern.turn(&dates, *fork) {
            Turn::Came(_) => false,
            // A path that parts from one that can no longer be gone cannot be gone either.
            Turn::Expected(expected) => {
                expected != Some(*outcome) && pattern.progress(&dates, *fork).is_possible()
            }
        };
        let others = pattern
            .turns()
            .filter(open)
            .map(|(fork, outcome)| path(Some((fork, outcome)), &pattern.expecting(fork, outcome)));
        std::iter::once(path(None, &pattern)).chain(others).collect()
    }

    /// Its open steps after the fork: what comes before is the same on every path.
    pub fn after_fork(&self) -> impl Iterator<Item = &Stop> {
        let fork = self.fork.map_or(0, |fork| fork.number);
        self.stops.iter().filter(move |stop| stop.number > fork && stop.is_open)
    }
}
