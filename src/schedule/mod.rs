//! The schedule: the dates of a plan's two sequences.
//!
//! A legal plan always has a schedule. What stands in the way of a date, or is odd about one, comes beside it as
//! a [`Notice`]; nothing fails. It reads no clock: planned dates depend on the plan alone, and the day on which one
//! looks is an argument.
//!
//! Three dates are kept apart (F4): *planned*, by the pattern and the start alone; *projected*, from what was done
//! and from today; *actual*, the day a step was done. [`Dated::due`] is the actual one once there is one, else the
//! projected.

mod cohort;

mod days;

mod leg;

mod moves;

mod pattern;

mod way;

mod why;

use chrono::{Datelike, NaiveDate};

use crate::calendar::{DayOff, WorkCalendar};
use crate::plan::{Audience, Direction, Fate, PerAudience, PlanParts, Step, StepId};
pub use cohort::{Cohort, Contact, Done};
pub use days::{Days, Roll, Tabled};
pub use moves::{Move, workdays_later};
pub use pattern::{Fit, Journey, Marked, Pattern, Reckoned, Reckoning, Undated, previous_step};
pub use way::Way;
pub use why::{CountedFrom, Known, Why};

/// The dates of both sequences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    dated: PerAudience<Vec<Dated>>,
}

/// A step with its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The step.
    pub step: StepId,
    /// Its number in the sequence, from 1 (B2).
    pub number: usize,
    /// The day it is due by the pattern and the start alone, whatever was done since.
    pub planned: Option<NaiveDate>,
    /// The day it was done or left out, or else is due (B6), where one can be given.
    pub due: Option<NaiveDate>,
    /// The last day that will do, where there is one (C2).
    pub latest: Option<NaiveDate>,
    /// The day of the last attempt, where there are several (B5).
    pub last_attempt: Option<NaiveDate>,
    /// What became of it.
    pub fate: Option<Fate>,
    /// Whether it is on the way that is taken, or expected (B5).
    pub place: Place,
    /// The day it should have been done by, where that is over and it is still open (B9).
    pub overdue_since: Option<NaiveDate>,
    /// What to know about the day it is due.
    pub notice: Option<Notice>,
    found: Option<Found>,
}

/// Where a step lies (B5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the way that is taken, or expected.
    OnPath,
    /// On another: it belongs to an outcome that is not expected, or did not come.
    OffPath,
}

/// How a date was found, for [`Why`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    after: Option<usize>,
    from: NaiveDate,
    landed: NaiveDate,
    earliest: NaiveDate,
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
        Self { dated: PerAudience::from_fn(|audience| dated_steps(plan, audience, today)) }
    }

    /// The dated steps of a sequence, in its order.
    pub fn steps(&self, audience: Audience) -> &[Dated] {
        self.dated.of(audience)
    }

    /// The dated step of that name.
    pub fn step(&self, id: StepId) -> Option<&Dated> {
        self.dated.iter().flat_map(|(_, steps)| steps).find(|dated| dated.step == id)
    }

    /// The earliest and the latest due date of a sequence, on the way that is taken or expected.
    pub fn span(&self, audience: Audience) -> Option<(NaiveDate, NaiveDate)> {
        let steps = || self.steps(audience).iter().filter(|dated| dated.place == Place::OnPath);
        let dates = || steps().filter_map(|dated| dated.due);
        Some((dates().min()?, dates().max()?))
    }
}

impl Dated {
    /// By how many working days it is, or was, later than planned; earlier when negative.
    pub fn variance(&self, calendar: &WorkCalendar) -> Option<i64> {
        workdays_later(calendar, self.planned?, self.due?)
    }

    /// Whether there is something left to do.
    pub fn is_open(&self) -> bool {
        !self.fate.is_some_and(Fate::is_over)
    }
}

fn dated_steps(plan: &PlanParts, audience: Audience, today: Option<NaiveDate>) -> Vec<Dated> {
    let steps = &plan.sequences.of(audience).steps;
    let start = plan.start(audience).map(|date| date.to_epoch_days());
    let pattern = Pattern::of(plan, audience);
    let marks = pattern::marked(steps, plan.runs.of(audience));
    let planned = pattern.date(Journey { start, marks: &[], today: None });
    let journey = Journey { start, marks: &marks, today: today.map(|date| date.to_epoch_days()) };
    let seen = if marks.is_empty() { planned.clone() } else { pattern.date(journey) };
    let known_until = plan.holiday_sets.iter().map(|set| set.through).min();
    let dated = |(at, step): (usize, &Step)| {
        let found = &seen[at];
        let fate = plan.runs.of(audience).mark(step.id).map(|mark| mark.fate);
        let due = found.day.ok().and_then(days::date);
        let is_tried_often = step.attempts.count() > 1 && !fate.is_some_and(Fate::is_over);
        let notice = match fate {
            Some(fate) if fate.is_over() => None,
            Some(Fate::Tried(times)) if times >= step.attempts.count() => Some(Notice::Decide),
            _ => {
                let previous = pattern.previous(&marks, at).map(|at| &seen[at]);
                notice(
                    &pattern,
                    at,
                    found,
                    previous,
                    start,
                    step.delay.direction() == Direction::Before,
                    known_until,
                )
            }
        };
        Dated {
            step: step.id,
            number: at + 1,
            planned: planned[at].day.ok().and_then(days::date),
            due,
            latest: found.route.and_then(|route| route.latest).and_then(days::date),
            last_attempt: days::date(found.last_attempt).filter(|_| is_tried_often && due.is_some()),
            fate,
            place: if pattern.is_on_path(&marks, at) { Place::OnPath } else { Place::OffPath },
            overdue_since: found.overdue_since.and_then(days::date),
            notice,
            found: found.route.and_then(Found::of),
        }
    };
    steps.iter().enumerate().map(dated).collect()
}

fn notice(
    pattern: &Pattern,
    at: usize,
    found: &Reckoned,
    previous: Option<&Reckoned>,
    start: Option<i32>,
    counts_back: bool,
    known_until: Option<i32>,
) -> Option<Notice> {
    let day = match found.day {
        Ok(day) => day,
        Err(Undated::NoStart) => return Some(Notice::NoStart),
        Err(Undated::NoEvent) => return Some(Notice::NoEventDate),
        Err(Undated::Upstream) => return Some(Notice::PreviousUndated),
        Err(Undated::OutOfRange) => return Some(Notice::OutOfRange),
    };
    let before = previous.and_then(|previous| previous.day.ok()).or(start);
    if before.is_some_and(|before| day < before) {
        return Some(if counts_back { Notice::TooLate } else { Notice::BeforePrevious });
    }
    match found.route.map(|route| route.fit) {
        Some(Fit::Late) => return Some(Notice::NoDayInTime),
        Some(Fit::Unloved) => return Some(Notice::NoSuitingDay),
        _ => {}
    }
    let date = days::date(day)?;
    if let Some(day_off) = pattern.calendar(at).day_off(date) {
        return Some(Notice::DayOff(day_off));
    }
    known_until.filter(|last| date.year() > *last).map(|_| Notice::HolidaysUnknown)
}

impl Found {
    fn of(route: Reckoning) -> Option<Self> {
        Some(Self {
            after: route.after,
            from: days::date(route.from)?,
            landed: days::date(route.landed)?,
            earliest: days::date(route.earliest)?,
        })
    }
}
