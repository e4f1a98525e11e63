//! A sequence laid out for counting, and the one way its dates are found.

use super::days::Days;
use super::leg::Leg;
use crate::calendar::WorkCalendar;
use crate::plan::{
    Anchor, Audience, Closure, Fate, Outcome, PersonId, PlanParts, Responsible, Run, Step, StepId,
};

/// The steps of a sequence with everything looked up that their dates depend on, for one run or for many.
#[derive(Clone, Debug)]
pub struct Pattern {
    legs: Vec<Leg>,
    calendars: Vec<WorkCalendar>,
}

/// What a step is counted from.
#[derive(Clone, Copy, Debug)]
pub(super) enum From {
    Previous,
    Start,
    Leg(usize),
    /// A date, or the day of an event, where it has one.
    Day(Option<i32>),
}

/// What became of a step, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The place of the step in its sequence, from 0.
    pub step: usize,
    /// The day, numbered from 1 January 1970.
    pub on: i32,
    /// What became of it.
    pub fate: Fate,
}

/// One time through a pattern, by the numbers of days.
#[derive(Clone, Copy, Debug)]
pub struct Journey<'a> {
    /// The day it starts.
    pub start: Option<i32>,
    /// What is known of its steps, in any order.
    pub marks: &'a [Marked],
    /// The day on which one looks, if open steps are not to lie before it.
    pub today: Option<i32>,
}

/// When a step is due and how that came about, by the numbers of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// The day it was done, or is due.
    pub day: Result<i32, Undated>,
    /// The way it was found; none for a step that is over, or without a day.
    pub route: Option<Reckoning>,
    /// The day of the last attempt.
    pub last_attempt: i32,
    /// The day it should have been done by, where that is over.
    pub overdue_since: Option<i32>,
}

/// How a day was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// The step it is counted from, by its place; none for the start, an event, a date.
    pub after: Option<usize>,
    /// The day it is counted from.
    pub from: i32,
    /// The day the count leads to.
    pub landed: i32,
    /// That day, or the working day that is taken in its place.
    pub earliest: i32,
    /// The last day that will do, if there is one.
    pub latest: Option<i32>,
    /// Whether the day suits (C2).
    pub fit: Fit,
}

/// How well a day suits what was wished for (C2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// In every respect.
    Good,
    /// It is in time, but no day in time has the weekday wanted, or is not right before a holiday.
    Unloved,
    /// No working day is in time.
    Late,
}

/// Why a step has no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undated {
    /// The sequence has no start.
    NoStart,
    /// The event has no day.
    NoEvent,
    /// What it is counted from has none.
    Upstream,
    /// It lies beyond the calendar.
    OutOfRange,
}

/// The place of the step that one is counted from where that goes without saying: the one before on its own way (B4,
/// B5); `None` for the start.
pub fn previous_step(plan: &PlanParts, audience: Audience, step: usize) -> Option<usize> {
    let steps = &plan.sequences.of(audience).steps;
    let marks = marked(steps, plan.runs.of(audience));
    (step < steps.len()).then(|| Pattern::of(plan, audience).previous(&marks, step)).flatten()
}

impl Pattern {
    /// Lays out a sequence of a plan.
    pub fn of(plan: &PlanParts, audience: Audience) -> Self {
        let steps = &plan.sequences.of(audience).steps;
        let mut calendars = vec![plan.calendar()];
        let mut people: Vec<PersonId> = Vec::new();
        let place = |id: StepId| steps.iter().position(|step| step.id == id);
        let mut leg = |step: &Step| Leg {
            from: match step.delay.anchor() {
                Anchor::PreviousStep => From::Previous,
                Anchor::Start => From::Start,
                Anchor::Step(id) => place(id).map_or(From::Previous, From::Leg),
                Anchor::Event(id) => {
                    From::Day(plan.event(id).and_then(|event| event.date).map(|date| date.to_epoch_days()))
                }
                Anchor::Date(date) => From::Day(Some(date.to_epoch_days())),
            },
            span: step.delay.span(),
            direction: step.delay.direction(),
            latest: step.window.latest,
            weekdays: step.window.weekdays,
            eves: step.window.eves,
            attempts: step.attempts.count().into(),
            gap: step.attempts.gap().into(),
            branch: step.only_after.and_then(|branch| Some((place(branch.step)?, branch.outcome))),
            expected: step.expected,
            calendar: match step.who {
                Some(Responsible::Person(id)) if plan.closures.iter().any(|it| is_away(it, id)) => {
                    1 + people.iter().position(|known| *known == id).unwrap_or_else(|| {
                        people.push(id);
                        calendars.push(plan.calendar_of(id));
                        people.len() - 1
                    })
                }
                _ => 0,
            },
        };
        let legs = steps.iter().map(&mut leg).collect();
        Self { legs, calendars }
    }

    /// How many steps it has.
    pub fn steps(&self) -> usize {
        self.legs.len()
    }

    /// The calendars it is counted by: that of the business, then those of people who are away at times.
    pub fn calendars(&self) -> &[WorkCalendar] {
        &self.calendars
    }

    /// The calendar a step is counted by.
    pub fn calendar(&self, step: usize) -> &WorkCalendar {
        &self.calendars[self.legs[step].calendar]
    }

    /// Dates the steps of one journey by the pattern's own calendars.
    pub fn date(&self, journey: Journey<'_>) -> Vec<Reckoned> {
        let mut days = Vec::with_capacity(self.legs.len());
        self.date_into(&self.calendars, journey, &mut days);
        days
    }

    /// Dates the steps of one journey into `days`, whose room is used again. `calendars` are those of the pattern in
    /// whatever form.
    pub fn date_into(&self, calendars: &[impl Days], journey: Journey<'_>, days: &mut Vec<Reckoned>) {
        days.clear();
        for leg in 0..self.legs.len() {
            let calendar = &calendars[self.legs[leg].calendar];
            let reckoned = self.reckon(calendar, &journey, leg, days);
            days.push(reckoned);
        }
    }

    /// Whether the way leads past a step, as far as is known, or else as is expected (B5).
    pub fn is_on_path(&self, marks: &[Marked], step: usize) -> bool {
        self.allows(marks, None, step)
    }

    /// The step before on the same way: on that of the step itself, whatever is expected.
    pub fn previous(&self, marks: &[Marked], step: usize) -> Option<usize> {
        (0..step).rev().find(|other| self.allows(marks, Some(step), *other))
    }

    /// The step and the outcome that a step belongs to.
    pub(super) fn branch(&self, step: usize) -> Option<(usize, Outcome)> {
        self.legs[step].branch
    }

    /// What came of a step, or else is expected.
    pub(super) fn comes(&self, marks: &[Marked], step: usize) -> Option<Outcome> {
        self.outcome(marks, None, step)
    }

    /// The same pattern where one expects something of a step, and of the steps on the way to it that it is reached.
    pub(super) fn expecting(&self, step: usize, outcome: Outcome) -> Self {
        let mut other = self.clone();
        let mut at = (step, outcome);
        loop {
            other.legs[at.0].expected = Some(at.1);
            match other.legs[at.0].branch {
                Some(before) => at = before,
                None => return other,
            }
        }
    }

    /// Whether one comes past `other` on the way to `step`.
    fn allows(&self, marks: &[Marked], step: Option<usize>, mut other: usize) -> bool {
        while let Some((fork, outcome)) = self.legs[other].branch {
            if self.outcome(marks, step, fork) != Some(outcome) {
                return false;
            }
            other = fork;
        }
        true
    }

    /// What comes of a fork on the way to `step`: what that way asks for, or what came of it, or is expected.
    fn outcome(&self, marks: &[Marked], step: Option<usize>, fork: usize) -> Option<Outcome> {
        let mut at = step;
        while let Some((other, outcome)) = at.and_then(|at| self.legs[at].branch) {
            if other == fork {
                return Some(outcome);
            }
            at = Some(other);
        }
        match mark(marks, fork).map(|mark| mark.fate) {
            Some(Fate::Done(outcome)) => outcome,
            Some(Fate::Skipped) => None,
            Some(Fate::Tried(_)) | None => self.legs[fork].expected,
        }
    }

    fn reckon(&self, calendar: &impl Days, journey: &Journey<'_>, at: usize, days: &[Reckoned]) -> Reckoned {
        let leg = &self.legs[at];
        let mark = mark(journey.marks, at);
        if let Some(mark) = mark.filter(|mark| mark.fate.is_over()) {
            return Reckoned { day: Ok(mark.on), route: None, last_attempt: mark.on, overdue_since: None };
        }
        let found = match mark {
            Some(Marked { on, fate: Fate::Tried(times), .. }) => {
                leg.again(calendar, *on, (*times).into(), at)
            }
            _ => self
                .origin(journey, at, days)
                .and_then(|(after, from)| leg.count(calendar, after, from).map_err(|_| Undated::OutOfRange)),
        };
        let undated = |why| Reckoned { day: Err(why), route: None, last_attempt: 0, overdue_since: None };
        let (mut route, left) = match found {
            Ok(found) => found,
            Err(why) => return undated(why),
        };
        let Some((mut day, mut fit)) = leg.best(calendar, route.earliest, route.latest) else {
            return undated(Undated::OutOfRange);
        };
        // An open step is not due on a day that is over, once the journey has begun.
        let mut overdue_since = None;
        if let Some(today) = journey.today.filter(|today| day < *today && !journey.marks.is_empty())
            && self.allows(journey.marks, None, at)
        {
            overdue_since = Some(route.latest.unwrap_or(day)).filter(|latest| *latest < today);
            let Some(pushed) = leg.on_or_after(calendar, today, route.latest) else {
                return undated(Undated::OutOfRange);
            };
            (day, fit) = pushed;
        }
        route.fit = fit;
        let last_attempt = calendar.workday(day, leg.gap * left).unwrap_or(day);
        Reckoned { day: Ok(day), route: Some(route), last_attempt, overdue_since }
    }

    /// What a step is counted from: which step, and the day.
    fn origin(
        &self,
        journey: &Journey<'_>,
        at: usize,
        days: &[Reckoned],
    ) -> Result<(Option<usize>, i32), Undated> {
        let after = match self.legs[at].from {
            From::Day(day) => return day.map(|day| (None, day)).ok_or(Undated::NoEvent),
            From::Start => None,
            From::Leg(other) => Some(other),
            From::Previous => self.previous(journey.marks, at),
        };
        let Some(other) = after else {
            return journey.start.map(|start| (None, start)).ok_or(Undated::NoStart);
        };
        let found = days[other];
        let day = found.day.map_err(|why| match why {
            Undated::OutOfRange => Undated::Upstream,
            other => other,
        })?;
        // That nobody was reached is known when the last attempt is over (B5).
        let is_after_silence =
            self.legs[at].branch.is_some_and(|(fork, outcome)| fork == other && outcome.is_silence());
        Ok((Some(other), if is_after_silence { found.last_attempt } else { day }))
    }
}

fn is_away(closure: &Closure, person: PersonId) -> bool {
    closure.who == Some(person)
}

fn mark(marks: &[Marked], step: usize) -> Option<&Marked> {
    marks.iter().find(|mark| mark.step == step)
}

/// What is known of the steps of a sequence, by their places.
pub(super) fn marked(steps: &[Step], run: &Run) -> Vec<Marked> {
    let marked = |(at, step): (usize, &Step)| {
        let mark = run.mark(step.id)?;
        Some(Marked { step: at, on: mark.on.to_epoch_days(), fate: mark.fate })
    };
    steps.iter().enumerate().filter_map(marked).collect()
}
