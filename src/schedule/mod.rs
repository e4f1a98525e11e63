//! The schedule: the dates of a plan's two sequences.
//!
//! A legal plan always has a schedule. What stands in the way of a date, or is odd about one, comes beside it as
//! a [`Notice`]; nothing fails. It reads no clock: planned dates depend on the plan alone.

mod cohort;

mod moves;

mod why;

use chrono::NaiveDate;

use crate::calendar::{DayOff, OutOfRange, WorkCalendar, after_days, after_months};
use crate::plan::{Anchor, Audience, Delay, PerAudience, Plan, StepId, Unit};
pub use cohort::{Cohort, Contact, Done};
pub use moves::Move;
pub use why::{CountedFrom, Why};

/// The dates of both sequences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    dated: PerAudience<Vec<Dated>>,
}

/// A step with its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The step.
    pub step: StepId,
    /// Its number in the sequence, from 1 (B2).
    pub number: usize,
    /// The day it is due (B6), where one can be given.
    pub due: Option<NaiveDate>,
    /// What to know about that day.
    pub notice: Option<Notice>,
}

/// Why a date is missing, or what is odd about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The sequence has no start date yet.
    NoStart,
    /// The day is not worked. Only a delay of no working days can lead there, as in WORKDAY (B14).
    DayOff(DayOff),
    /// It is due before the step that stands above it.
    BeforePrevious,
    /// The day lies beyond the years the calendar covers.
    OutOfRange,
    /// It is counted from a step that has no date itself.
    PreviousUndated,
}

impl Schedule {
    /// Dates every step of a plan.
    pub fn of(plan: &Plan) -> Self {
        let calendar = plan.calendar();
        Self { dated: PerAudience::from_fn(|audience| dated_steps(plan, &calendar, audience)) }
    }

    /// The dated steps of a sequence, in its order.
    pub fn steps(&self, audience: Audience) -> &[Dated] {
        self.dated.of(audience)
    }

    /// The dated step of that name.
    pub fn step(&self, id: StepId) -> Option<&Dated> {
        self.dated.iter().flat_map(|(_, steps)| steps).find(|dated| dated.step == id)
    }

    /// The earliest and the latest due date of a sequence.
    pub fn span(&self, audience: Audience) -> Option<(NaiveDate, NaiveDate)> {
        let dates = || self.steps(audience).iter().filter_map(|dated| dated.due);
        Some((dates().min()?, dates().max()?))
    }
}

fn dated_steps(plan: &Plan, calendar: &WorkCalendar, audience: Audience) -> Vec<Dated> {
    let start = plan.start(audience);
    let mut previous = start.ok_or(Notice::NoStart);
    let steps = plan.sequences.of(audience).steps.iter().zip(1..);
    steps
        .map(|(step, number)| {
            let anchor = match step.delay.anchor {
                Anchor::Start => start.ok_or(Notice::NoStart),
                _ => previous,
            };
            let due = anchor.and_then(|from| due(calendar, from, step.delay).map_err(|_| Notice::OutOfRange));
            let notice = match (due, previous) {
                (Err(notice), _) => Some(notice),
                (Ok(due), Ok(previous)) if due < previous => Some(Notice::BeforePrevious),
                (Ok(due), _) => calendar.day_off(due).map(Notice::DayOff),
            };
            previous = due.map_err(|notice| match notice {
                Notice::OutOfRange => Notice::PreviousUndated,
                other => other,
            });
            Dated { step: step.id, number, due: due.ok(), notice }
        })
        .collect()
}

/// The day a step is due: that which its delay leads to, or the next that is worked.
fn due(calendar: &WorkCalendar, from: NaiveDate, delay: Delay) -> Result<NaiveDate, OutOfRange> {
    let landed = landing(calendar, from, delay)?;
    if delay.unit.rolls() { calendar.next_workday(landed) } else { Ok(landed) }
}

/// The day a delay leads to (B4, B11): working days exactly as WORKDAY, the other units by the calendar.
fn landing(calendar: &WorkCalendar, from: NaiveDate, delay: Delay) -> Result<NaiveDate, OutOfRange> {
    let count = i32::from(delay.count());
    match delay.unit {
        Unit::WorkingDays => calendar.workday(from, count.into()),
        Unit::CalendarDays | Unit::ExactDays => after_days(from, count.into()),
        Unit::Weeks => after_days(from, i64::from(count) * 7),
        Unit::Months => after_months(from, count),
    }
}
