//! Why a step is due on its day (F2).

use chrono::NaiveDate;

use super::{Schedule, landing};
use crate::calendar::DayOff;
use crate::plan::{Anchor, Audience, Delay, Plan, StepId, Unit};

/// How a due date came about: enough to say it in a sentence, or to count it again by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What the wait is counted from.
    pub counted_from: CountedFrom,
    /// The day that is.
    pub from: NaiveDate,
    /// The wait.
    pub delay: Delay,
    /// The day the wait leads to, before a day off is left behind. Working days leave none behind, so there it is the
    /// due date.
    pub landed: NaiveDate,
    /// The days off passed over, in order: between the two days for working days, from `landed` on for other units.
    pub skipped: Vec<(NaiveDate, DayOff)>,
    /// The day the step is due.
    pub due: NaiveDate,
}

/// What a wait is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The start of the run (B1).
    Start,
    /// The step of that number, which is the one before (B6).
    Step(usize),
}

impl Why {
    /// Why a step of the plan is due on its day; `None` where it has none. `schedule` is the plan's.
    pub fn of(plan: &Plan, schedule: &Schedule, id: StepId) -> Option<Self> {
        let step = plan.step(id)?;
        let (audience, at) = Audience::BOTH.into_iter().find_map(|audience| {
            Some((audience, schedule.steps(audience).iter().position(|dated| dated.step == id)?))
        })?;
        let due = schedule.steps(audience)[at].due?;
        let previous = at.checked_sub(1).map(|at| schedule.steps(audience)[at]);
        let (counted_from, from) = match (step.delay.anchor, previous) {
            (Anchor::PreviousStep, Some(previous)) => (CountedFrom::Step(previous.number), previous.due?),
            (Anchor::PreviousStep, None) | (_, _) => (CountedFrom::Start, plan.start(audience)?),
        };
        let calendar = plan.calendar();
        let landed = landing(&calendar, from, step.delay).ok()?;
        let passed = if step.delay.unit == Unit::WorkingDays { from.succ_opt()? } else { landed };
        let days = passed.iter_days().take_while(|date| *date < due);
        let skipped = days.filter_map(|date| Some((date, calendar.day_off(date)?))).collect();
        Some(Self { counted_from, from, delay: step.delay, landed, skipped, due })
    }
}
