//! A sequence laid out for counting, and the one way its dates are found.

use super::days::{Days, Roll, date, weekday};
use crate::calendar::{FIRST_DAY, LAST_DAY, OutOfRange, WorkCalendar, WorkWeek, after_months};
use crate::plan::{
    Anchor, Audience, Closure, Eves, Fate, Outcome, PersonId, PlanParts, Responsible, Run, Step, StepId, Unit,
};

/// The steps of a sequence with everything looked up that their dates depend on, for one run or for many.
#[derive(Clone, Debug)]
pub struct Pattern {
    legs: Vec<Leg>,
    calendars: Vec<WorkCalendar>,
}

/// One step, laid out. Other steps are named by their places.
#[derive(Clone, Copy, Debug)]
struct Leg {
    from: From,
    count: i32,
    unit: Unit,
    slack: i32,
    weekdays: Option<WorkWeek>,
    eves: Eves,
    attempts: i32,
    gap: i32,
    branch: Option<(usize, Outcome)>,
    expected: Option<Outcome>,
    calendar: usize,
}

#[derive(Clone, Copy, Debug)]
enum From {
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
    pub late_since: Option<i32>,
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

/// How many days are looked at for one that suits, where there is no last one.
const PATIENCE: i32 = 92;

impl Pattern {
    /// Lays out a sequence of a plan.
    pub fn of(plan: &PlanParts, audience: Audience) -> Self {
        let steps = &plan.sequences.of(audience).steps;
        let mut calendars = vec![plan.calendar()];
        let mut people: Vec<PersonId> = Vec::new();
        let place = |id: StepId| steps.iter().position(|step| step.id == id);
        let mut leg = |step: &Step| Leg {
            from: match step.delay.anchor {
                Anchor::PreviousStep => From::Previous,
                Anchor::Start => From::Start,
                Anchor::Step(id) => place(id).map_or(From::Previous, From::Leg),
                Anchor::Event(id) => {
                    From::Day(plan.event(id).and_then(|event| event.date).map(|date| date.to_epoch_days()))
                }
                Anchor::Date(date) => From::Day(Some(date.to_epoch_days())),
            },
            count: step.delay.count().into(),
            unit: step.delay.unit,
            slack: step.window.slack().into(),
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
    pub fn is_on_way(&self, marks: &[Marked], step: usize) -> bool {
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
            return Reckoned { day: Ok(mark.on), route: None, last_attempt: mark.on, late_since: None };
        }
        let found = match mark {
            Some(Marked { on, fate: Fate::Tried(times), .. }) => {
                leg.again(calendar, *on, (*times).into(), at)
            }
            _ => self
                .origin(journey, at, days)
                .and_then(|(after, from)| leg.count(calendar, after, from).map_err(|_| Undated::OutOfRange)),
        };
        let undated = |why| Reckoned { day: Err(why), route: None, last_attempt: 0, late_since: None };
        let (mut route, left) = match found {
            Ok(found) => found,
            Err(why) => return undated(why),
        };
        let Some((mut day, mut fit)) = leg.best(calendar, route.earliest, route.latest) else {
            return undated(Undated::OutOfRange);
        };
        // An open step is not due on a day that is over, once the journey has begun.
        let mut late_since = None;
        if let Some(today) = journey.today.filter(|today| day < *today && !journey.marks.is_empty())
            && self.allows(journey.marks, None, at)
        {
            late_since = Some(route.latest.unwrap_or(day)).filter(|latest| *latest < today);
            let Some(pushed) = leg.on_or_after(calendar, today, route.latest) else {
                return undated(Undated::OutOfRange);
            };
            (day, fit) = pushed;
        }
        route.fit = fit;
        let last_attempt = calendar.workday(day, leg.gap * left).unwrap_or(day);
        Reckoned { day: Ok(day), route: Some(route), last_attempt, late_since }
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

impl Leg {
    /// Counts from a day: the way to the earliest day, and how many attempts follow the first.
    fn count(
        &self,
        calendar: &impl Days,
        after: Option<usize>,
        from: i32,
    ) -> Result<(Reckoning, i32), OutOfRange> {
        let landed = self.landing(calendar, from, self.count)?;
        let roll = if self.count < 0 { Roll::Back } else { Roll::Forward };
        let earliest = if self.unit.rolls() { calendar.rolled(landed, roll)? } else { landed };
        let latest = match self.slack {
            0 => None,
            slack => {
                let last = self.landing(calendar, from, self.count + slack)?;
                Some(if self.unit.rolls() { calendar.rolled(last, Roll::Back)? } else { last })
            }
        };
        Ok((Reckoning { after, from, landed, earliest, latest, fit: Fit::Good }, self.attempts - 1))
    }

    /// The next attempt, after so many in vain, the last of them on a day (B5).
    fn again(
        &self,
        calendar: &impl Days,
        on: i32,
        times: i32,
        at: usize,
    ) -> Result<(Reckoning, i32), Undated> {
        let left = (self.attempts - times).max(0);
        let next =
            if left == 0 { on } else { calendar.workday(on, self.gap).map_err(|_| Undated::OutOfRange)? };
        let route = Reckoning {
            after: Some(at),
            from: on,
            landed: next,
            earliest: next,
            latest: None,
            fit: Fit::Good,
        };
        Ok((route, (left - 1).max(0)))
    }

    /// The day a count leads to: working days exactly as WORKDAY (B11), the other units by the calendar.
    #[inline]
    fn landing(&self, calendar: &impl Days, from: i32, count: i32) -> Result<i32, OutOfRange> {
        match self.unit {
            Unit::WorkingDays => calendar.workday(from, count),
            Unit::CalendarDays | Unit::ExactDays => known(from.saturating_add(count)),
            Unit::Weeks => known(from.saturating_add(count * 7)),
            Unit::Months => {
                let start = date(from).ok_or(OutOfRange::TooLate)?;
                after_months(start, count).map(|date| date.to_epoch_days())
            }
        }
    }

    /// Of the days from the earliest on, the first that suits; where none does, the first.
    #[inline]
    fn best(&self, calendar: &impl Days, earliest: i32, latest: Option<i32>) -> Option<(i32, Fit)> {
        if latest.is_some_and(|latest| earliest > latest) {
            return Some((earliest, Fit::Late));
        }
        if self.weekdays.is_none() && self.eves == Eves::Taken {
            return Some((earliest, Fit::Good));
        }
        let last = latest.unwrap_or(earliest.saturating_add(PATIENCE));
        let mut day = earliest;
        while day <= last {
            if self.suits(calendar, day) {
                return Some((day, Fit::Good));
            }
            day = self.next(calendar, day)?;
        }
        Some((earliest, Fit::Unloved))
    }

    /// The best day that is not over.
    fn on_or_after(&self, calendar: &impl Days, today: i32, latest: Option<i32>) -> Option<(i32, Fit)> {
        let first = match self.unit {
            Unit::ExactDays => today,
            _ => calendar.rolled(today, Roll::Forward).ok()?,
        };
        self.best(calendar, first, latest)
    }

    fn suits(&self, calendar: &impl Days, day: i32) -> bool {
        self.weekdays.is_none_or(|weekdays| weekdays.is_worked(weekday(day)))
            && (self.eves == Eves::Taken || !calendar.is_eve(day))
    }

    /// The next day that may do at all.
    fn next(&self, calendar: &impl Days, day: i32) -> Option<i32> {
        match self.unit {
            Unit::ExactDays => known(day.saturating_add(1)).ok(),
            _ => calendar.workday(day, 1).ok(),
        }
    }
}

fn is_away(closure: &Closure, person: PersonId) -> bool {
    closure.who == Some(person)
}

fn mark(marks: &[Marked], step: usize) -> Option<&Marked> {
    marks.iter().find(|mark| mark.step == step)
}

/// The day, if the calendar knows it.
fn known(day: i32) -> Result<i32, OutOfRange> {
    match () {
        () if day < FIRST_DAY.to_epoch_days() => Err(OutOfRange::TooEarly),
        () if day > LAST_DAY.to_epoch_days() => Err(OutOfRange::TooLate),
        () => Ok(day),
    }
}

/// What is known of the steps of a sequence, by their places.
pub(super) fn marked(steps: &[Step], run: &Run) -> Vec<Marked> {
    let marked = |(at, step): (usize, &Step)| {
        let mark = run.mark(step.id)?;
        Some(Marked { step: at, on: mark.on.to_epoch_days(), fate: mark.fate })
    };
    steps.iter().enumerate().filter_map(marked).collect()
}
