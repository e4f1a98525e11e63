//! Why a step is due on its day (F2).

use chrono::NaiveDate;

use super::{Dated, Pattern, Schedule};
use crate::calendar::{DayOff, WorkCalendar};
use crate::plan::{
    Anchor, Audience, Delay, EventId, Fate, PlanParts, Responsible, Step, StepId, Unit, Window,
};

/// How a due date came about: enough to say it in a sentence, or to count it again by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What the wait is counted from.
    pub counted_from: CountedFrom,
    /// The day that is.
    pub from: NaiveDate,
    /// The wait; between two attempts, their gap.
    pub delay: Delay,
    /// The day the wait leads to, before a day off is left behind. Working days leave none behind.
    pub landed: NaiveDate,
    /// The days off passed over while counting or after it, in order of time.
    pub skipped: Vec<(NaiveDate, DayOff)>,
    /// The first day that is possible.
    pub earliest: NaiveDate,
    /// Which of the days from then on suit.
    pub window: Window,
    /// The last day that will do, where there is one.
    pub latest: Option<NaiveDate>,
    /// The day it should have been done by, where it is moved because that is over.
    pub overdue_since: Option<NaiveDate>,
    /// The day the step is due.
    pub due: NaiveDate,
}

/// What a wait is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The start of the run (B1).
    Start,
    /// The step of that number (B6), and how its day is known.
    Step(usize, Known),
    /// An event.
    Event(EventId),
    /// A date.
    Date,
    /// The attempt before (B5): so many were in vain.
    Attempt(u8),
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

impl Why {
    /// Why a step of the plan is due on its day; `None` where it has none, or is over. `schedule` is the plan's.
    pub fn of(plan: &PlanParts, schedule: &Schedule, id: StepId) -> Option<Self> {
        let step = plan.step(id)?;
        let (audience, dated) = Audience::BOTH.into_iter().find_map(|audience| {
            Some((audience, schedule.steps(audience).iter().find(|dated| dated.step == id)?))
        })?;
        let calendar = match step.who {
            Some(Responsible::Person(person)) => plan.calendar_of(person),
            _ => plan.calendar(),
        };
        Self::by(schedule.steps(audience), step, dated, &calendar)
    }

    /// Why each step of a sequence is due on its day, in its order.
    pub fn all(plan: &PlanParts, schedule: &Schedule, audience: Audience) -> Vec<Option<Self>> {
        let pattern = Pattern::of(plan, audience);
        let steps = plan.sequences.of(audience).steps.iter().zip(schedule.steps(audience)).enumerate();
        let why = |(at, (step, dated))| Self::by(schedule.steps(audience), step, dated, pattern.calendar(at));
        steps.map(why).collect()
    }

    fn by(all: &[Dated], step: &Step, dated: &Dated, calendar: &WorkCalendar) -> Option<Self> {
        let (found, due) = (dated.found?, dated.due?);
        let counted_from = match (dated.fate, step.delay.anchor(), found.after) {
            (Some(Fate::Tried(times)), _, _) => CountedFrom::Attempt(times),
            (_, Anchor::Event(event), _) => CountedFrom::Event(event),
            (_, Anchor::Date(_), _) => CountedFrom::Date,
            (_, _, None) => CountedFrom::Start,
            (_, _, Some(at)) => CountedFrom::Step(at + 1, known(step, &all[at], found.from)),
        };
        let delay = match counted_from {
            CountedFrom::Attempt(_) => {
                let gap = step.attempts.gap();
                Delay::after(gap, Unit::WorkingDays, Anchor::PreviousStep)?
            }
            _ => step.delay,
        };
        let skipped = skipped(calendar, delay, found.from, found.landed, found.earliest);
        Some(Self {
            counted_from,
            from: found.from,
            delay,
            landed: found.landed,
            skipped,
            earliest: found.earliest,
            window: step.window,
            latest: dated.latest,
            overdue_since: dated.overdue_since,
            due,
        })
    }
}

fn known(step: &Step, previous: &Dated, from: NaiveDate) -> Known {
    match previous.fate {
        Some(Fate::Done(_)) => Known::Done,
        Some(Fate::Skipped) => Known::Skipped,
        Some(Fate::Tried(_)) | None => {
            let is_after_silence = step.only_after.is_some_and(|branch| branch.outcome.is_silence());
            let is_last = previous.last_attempt == Some(from) && previous.due != Some(from);
            if is_after_silence && is_last { Known::LastAttempt } else { Known::Due }
        }
    }
}

/// The days off between the two ends of a count of working days, and those left behind where another count ended.
fn skipped(
    calendar: &WorkCalendar,
    delay: Delay,
    from: NaiveDate,
    landed: NaiveDate,
    earliest: NaiveDate,
) -> Vec<(NaiveDate, DayOff)> {
    let (first, last) = match delay.unit() {
        Unit::WorkingDays => (from.min(landed), from.max(landed)),
        _ => (landed.min(earliest), landed.max(earliest)),
    };
    let days = first.iter_days().take_while(|date| *date <= last);
    // What is counted from does not count, whether worked or not.
    let days = days.filter(|date| delay.unit() != Unit::WorkingDays || *date != from);
    days.filter_map(|date| Some((date, calendar.day_off(date)?))).collect()
}
