//! The schedule: what there is to tell of the steps of a plan's two sequences.
//!
//! A legal plan always has a schedule. What stands in the way of a date, or is odd about one, comes beside it as
//! a [`Notice`]; nothing fails. It reads no clock: baseline dates depend on the plan alone, and the day on which one
//! looks is an argument.
//!
//! All that any surface tells of a step is one value, [`StepFacts`], computed here and nowhere else.
//!
//! Three dates are kept apart (F4): the *baseline*, by the pattern and the start alone; the *forecast*, from what was
//! done and from today; the *actual* day a step was done. [`StepFacts::due`] is the actual one once there is one, else
//! the forecast.

mod activity;

mod actuals;

mod branches;

mod cohort;

mod count;

mod course;

mod days;

mod derivation;

mod difference;

mod done_on;

mod facts;

mod moves;

mod outlook;

mod path;

mod pattern;

mod pauses;

mod worklist;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::calendar::WorkCalendar;
use crate::plan::{Audience, PerAudience, PlanParts, StepId};
pub use actuals::{Actuals, Marked};
pub use cohort::{Cohort, Contact, Done};
pub use count::{Computed, Count, Fit, Undated};
pub use course::{Course, Postponed, Rest};
pub use days::{Days, Roll, Tabled};
pub use derivation::Derivation;
pub use difference::{Differences, MovedDates};
pub use done_on::DoneOn;
pub use facts::{Basis, Fork, Known, Notice, Place, Status, StepFacts, Wait};
pub use moves::{Move, Rebased, workdays_later};
use outlook::SequenceFacts;
pub use outlook::{Followed, previous_step};
pub use path::{Path, Stop};
pub use pattern::{Dates, Pattern, Slot};
pub use pauses::Pausing;
pub use worklist::{Worklist, has_begun};

/// What there is to tell of both sequences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    sequences: PerAudience<SequenceFacts>,
}

impl Schedule {
    /// Dates every step of a plan, whatever day it is: what is open and over stays in the past.
    pub fn of(plan: &PlanParts) -> Self {
        Self::seen(plan, None)
    }

    /// Dates every step of a plan as it looks on a day: once a step is marked, open ones are due on that day or
    /// later.
    pub fn on(plan: &PlanParts, today: NaiveDate) -> Self {
        Self::seen(plan, Some(today))
    }

    fn seen(plan: &PlanParts, today: Option<NaiveDate>) -> Self {
        Self { sequences: PerAudience::from_fn(|audience| SequenceFacts::of(plan, audience, today)) }
    }

    /// What was found of both sequences elsewhere: the facts of their steps, each with the calendar it is counted by.
    pub fn of_facts(found: PerAudience<(Vec<StepFacts>, Vec<Arc<WorkCalendar>>)>) -> Self {
        let given = |audience| {
            let (facts, calendars) = found.of(audience).clone();
            SequenceFacts::given(facts, calendars)
        };
        Self { sequences: PerAudience::from_fn(given) }
    }

    /// The steps of a sequence, in its order.
    pub fn steps(&self, audience: Audience) -> &[StepFacts] {
        &self.sequences.of(audience).facts
    }

    /// Every step with the sequence it stands in, the prospect's first.
    pub fn all(&self) -> impl Iterator<Item = (Audience, &StepFacts)> {
        self.sequences
            .iter()
            .flat_map(|(audience, sequence)| sequence.facts.iter().map(move |facts| (audience, facts)))
    }

    /// The step of that name.
    pub fn step(&self, id: StepId) -> Option<&StepFacts> {
        self.all().map(|(_, facts)| facts).find(|facts| facts.step == id)
    }

    /// The step of that name, with the sequence it stands in.
    pub fn placed(&self, id: StepId) -> Option<(Audience, &StepFacts)> {
        self.all().find(|(_, facts)| facts.step == id)
    }

    /// The calendar a step is counted by: that of whoever does it.
    pub fn calendar(&self, id: StepId) -> Option<&WorkCalendar> {
        let place = |sequence: &SequenceFacts| sequence.facts.iter().position(|facts| facts.step == id);
        self.sequences.iter().find_map(|(_, sequence)| sequence.calendar(place(sequence)?))
    }

    /// The earliest and the latest due date of a sequence, on the path that is taken or expected.
    pub fn span(&self, audience: Audience) -> Option<(NaiveDate, NaiveDate)> {
        let dates =
            || self.steps(audience).iter().filter(|facts| facts.happens()).filter_map(|facts| facts.due);
        Some((dates().min()?, dates().max()?))
    }

    /// The steps that decide when a sequence ends: those of its critical path.
    pub fn critical_path(&self, audience: Audience) -> impl Iterator<Item = &StepFacts> {
        self.steps(audience).iter().filter(|facts| facts.moves_the_end)
    }
}
