//! The dates of everybody's steps, found day by day from what stands in plan and roster, and from nothing of the engine.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};
use followthrough::plan::{
    Anchor, Channel, Direction, Fate, Line, Outcome, PersonId, Responsible, Step, StepId, Unit,
};
use followthrough::roster::{Contact, Cover, Enrolment, Workspace};

/// The days that are looked at.
const DAYS: usize = 1500;

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()
}

/// Who does a step, and whose holidays count besides.
type Kind = (Option<PersonId>, Option<Line>);

/// Whether a day is worked.
type Worked<'a> = &'a dyn Fn(NaiveDate) -> bool;

/// Which days are worked, looked up one by one and remembered while nothing changes that decides them.
#[derive(Default)]
pub struct ByHand {
    seen: Option<Workspace>,
    worked: HashMap<Kind, Vec<bool>>,
}

/// The date of a step as far as it is found.
#[derive(Clone, Copy)]
struct Found {
    day: Option<NaiveDate>,
    last_attempt: Option<NaiveDate>,
}

impl ByHand {
    /// The dates of one time of a contact through a sequence, as they look on a day.
    pub fn dates(
        &mut self,
        workspace: &Workspace,
        contact: &Contact,
        enrolment: &Enrolment,
        today: NaiveDate,
    ) -> Vec<Option<NaiveDate>> {
        let is_same = self.seen.as_ref().is_some_and(|seen| {
            Arc::ptr_eq(&seen.plan, &workspace.plan) && seen.roster.has_same_surroundings(&workspace.roster)
        });
        if !is_same {
            self.worked.clear();
        }
        self.seen = Some(workspace.clone());
        let steps = workspace.steps(enrolment);
        let mut found: Vec<Found> = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            let who = match (step.who, contact.owner) {
                (None | Some(Responsible::Myself), Some(owner)) => Some(owner),
                (Some(Responsible::Person(person)), _) => Some(person),
                _ => None,
            };
            let is_live = matches!(step.channel, Some(Channel::Phone | Channel::InPerson));
            let kind = (who, contact.country.clone().filter(|_| is_live));
            let worked = self.worked.entry(kind.clone()).or_insert_with(|| worked_days(workspace, &kind));
            let is_there = |day: NaiveDate| {
                let place = (day - first_day()).num_days();
                worked[usize::try_from(place).unwrap()]
            };
            let course = Course { workspace, contact, enrolment, steps, found: &found, today };
            let next = course.date(at, step, &is_there);
            found.push(next);
        }
        found.into_iter().map(|found| found.day).collect()
    }
}

fn worked_days(workspace: &Workspace, (who, country): &Kind) -> Vec<bool> {
    let days = first_day().iter_days().take(DAYS);
    let is_worked = |day: NaiveDate| {
        let holidays = country.as_ref().and_then(|code| workspace.roster.country(code));
        let is_abroad_off = holidays.is_some_and(|set| set.days.iter().any(|holiday| holiday.date == day));
        does_somebody_work(workspace, *who, day, &mut Vec::new()) && !is_abroad_off
    };
    days.map(is_worked).collect()
}

/// Whether a person works on a day, or whoever stands in.
fn does_somebody_work(
    workspace: &Workspace,
    who: Option<PersonId>,
    day: NaiveDate,
    passed: &mut Vec<PersonId>,
) -> bool {
    let Some(person) = who else { return is_business_day(workspace, None, day) };
    if passed.contains(&person) {
        return false;
    }
    let away = workspace
        .plan
        .closures
        .iter()
        .any(|closure| closure.who == Some(person) && closure.first <= day && day <= closure.last);
    let absences = workspace.roster.availability(person).map_or(&[][..], |known| &known.absences[..]);
    let absence = absences.iter().find(|absence| absence.first <= day && day <= absence.last);
    match absence.map(|absence| absence.cover) {
        _ if away => false,
        Some(Cover::Shift) => false,
        Some(Cover::HandOver(other)) => {
            passed.push(person);
            does_somebody_work(workspace, Some(other), day, passed)
        }
        Some(Cover::Keep) | None => is_business_day(workspace, Some(person), day),
    }
}

fn is_business_day(workspace: &Workspace, who: Option<PersonId>, day: NaiveDate) -> bool {
    let plan = &workspace.plan;
    let own = who.and_then(|person| workspace.roster.availability(person));
    let week = own.and_then(|own| own.week).unwrap_or(plan.work_week);
    let country = own.and_then(|own| workspace.roster.country(own.country.as_ref()?));
    let national = match country {
        Some(set) => set.days.iter().any(|holiday| holiday.date == day),
        None => plan.holiday_sets.iter().flat_map(|set| &set.days).any(|holiday| holiday.date == day),
    };
    let is_closed = plan.holidays.iter().any(|holiday| holiday.date == day)
        || plan
            .closures
            .iter()
            .any(|closure| closure.who.is_none() && closure.first <= day && day <= closure.last);
    plan.worked.contains(&day) || (week.is_worked(day.weekday()) && !national && !is_closed)
}

/// The day so many worked days away, one day after another.
fn walk(day: NaiveDate, count: i64, is_worked: Worked) -> NaiveDate {
    let (mut at, mut left) = (day, count.abs());
    while left > 0 {
        at = if count > 0 { at.succ_opt().unwrap() } else { at.pred_opt().unwrap() };
        left -= i64::from(is_worked(at));
    }
    at
}

fn roll(day: NaiveDate, by: i64, is_worked: Worked) -> NaiveDate {
    if is_worked(day) { day } else { walk(day, by, is_worked) }
}

/// One time through a sequence, as far as it is dated.
struct Course<'a> {
    workspace: &'a Workspace,
    contact: &'a Contact,
    enrolment: &'a Enrolment,
    steps: &'a [Step],
    found: &'a [Found],
    today: NaiveDate,
}

impl Course<'_> {
    fn date(&self, at: usize, step: &Step, is_there: Worked) -> Found {
        let is_worked: Worked = &|day| is_there(day) && !self.is_held(day);
        let fact = self.enrolment.fact(step.id);
        let mark = fact.and_then(|fact| fact.mark);
        let none = Found { day: None, last_attempt: None };
        if let Some((on, Fate::Done(_) | Fate::Skipped)) = mark {
            return Found { day: Some(on), last_attempt: Some(on) };
        }
        if self.enrolment.end.is_some() || self.enrolment.pauses.iter().any(|pause| pause.last.is_none()) {
            return none;
        }
        let attempts = i64::from(step.attempts.count());
        let gap = i64::from(step.attempts.gap());
        let counted = match mark {
            Some((on, Fate::Tried(times))) => {
                let left = (attempts - i64::from(times)).max(0);
                let next = if left == 0 { on } else { walk(on, gap, is_worked) };
                Some((self.after_hold(step, next, is_worked), None, (left - 1).max(0)))
            }
            _ => self.counted_from(at, step).map(|from| {
                let (earliest, latest) = self.window(step, from, is_there);
                (earliest, latest, attempts - 1)
            }),
        };
        let postponed = fact.and_then(|fact| fact.postponed);
        let (earliest, latest, left) = match (postponed, counted) {
            (Some(to), counted) => {
                let earliest = self.first_from(step, to, is_worked);
                let latest = counted.and_then(|(_, latest, _)| latest).filter(|latest| *latest >= earliest);
                (earliest, latest, counted.map_or(attempts - 1, |(_, _, left)| left))
            }
            (None, Some(counted)) => counted,
            (None, None) => return none,
        };
        let mut day =
            if postponed.is_some() { earliest } else { self.suiting(step, earliest, latest, is_worked) };
        if day < self.today && self.is_possible(at) {
            day = self.suiting(step, self.first_from(step, self.today, is_worked), latest, is_worked);
        }
        Found { day: Some(day), last_attempt: Some(walk(day, gap * left, is_worked)) }
    }

    /// Whether nothing is to be done on a day, for a time that is over or known to end.
    fn is_held(&self, day: NaiveDate) -> bool {
        let is_within = |last: NaiveDate, first: NaiveDate| first <= day && day <= last;
        self.enrolment.pauses.iter().any(|pause| pause.last.is_some_and(|last| is_within(last, pause.first)))
    }

    /// The first day from one on that is not on hold and, where that counts, worked.
    fn first_from(&self, step: &Step, day: NaiveDate, is_worked: Worked) -> NaiveDate {
        let is_exact = step.delay.unit() == Unit::ExactDays;
        let may = |day: &NaiveDate| !self.is_held(*day) && (is_exact || is_worked(*day));
        day.iter_days().find(may).unwrap()
    }

    fn after_hold(&self, step: &Step, day: NaiveDate, is_worked: Worked) -> NaiveDate {
        if self.is_held(day) { self.first_from(step, day, is_worked) } else { day }
    }

    /// The first possible day and the last one that will do. Back one counts whether something is on hold or not.
    fn window(&self, step: &Step, from: NaiveDate, is_there: Worked) -> (NaiveDate, Option<NaiveDate>) {
        let is_worked: Worked = &|day| is_there(day) && !self.is_held(day);
        let is_back = step.delay.direction() == Direction::Before;
        let sign = if is_back { -1 } else { 1 };
        let landing = |length: u16, unit: Unit| {
            let count = i64::from(length) * sign;
            match unit {
                Unit::WorkingDays if is_back => walk(from, count, is_there),
                Unit::WorkingDays => walk(from, count, is_worked),
                Unit::CalendarDays | Unit::ExactDays => from + chrono::TimeDelta::days(count),
                Unit::Weeks => from + chrono::TimeDelta::days(count * 7),
                Unit::Months if sign > 0 => from + Months::new(length.into()),
                Unit::Months => from - Months::new(length.into()),
            }
        };
        let rolls = |unit: Unit| matches!(unit, Unit::CalendarDays | Unit::Weeks | Unit::Months);
        let landed = landing(step.delay.length(), step.delay.unit());
        let earliest = match rolls(step.delay.unit()) {
            true if is_back => roll(landed, -1, is_there),
            true => roll(landed, 1, is_worked),
            false => landed,
        };
        let latest = step.window.latest.map(|span| {
            let landed = landing(span.length(), span.unit());
            let last = if rolls(span.unit()) { roll(landed, -1, is_there) } else { landed };
            self.after_hold(step, last, is_worked)
        });
        (self.after_hold(step, earliest, is_worked), latest)
    }

    /// The day a step is counted from.
    fn counted_from(&self, at: usize, step: &Step) -> Option<NaiveDate> {
        let other = match step.delay.anchor() {
            Anchor::Date(date) => return Some(date),
            Anchor::Event(event) => return self.workspace.plan.event(event)?.date,
            Anchor::Start => return Some(self.enrolment.start),
            Anchor::Step(other) => Some(self.place(other)),
            Anchor::PreviousStep => {
                let previous = self.previous(at);
                let since = match previous {
                    None => Some(self.enrolment.start),
                    Some(previous) => self.over(previous),
                };
                let touches = self.contact.touchpoints.iter();
                let counted = touches.filter(|touch| touch.counts_for == Some(self.enrolment.audience));
                let last = counted.map(|touch| touch.on).max();
                if let Some(touch) = last.filter(|last| since.is_some_and(|since| *last >= since)) {
                    return Some(touch);
                }
                previous
            }
        };
        let Some(other) = other else { return Some(self.enrolment.start) };
        let branch = step.only_after;
        let is_silent = branch.is_some_and(|branch| {
            self.steps[other].id == branch.step
                && matches!(branch.outcome, Outcome::NotReached | Outcome::NoReply)
        });
        if is_silent { self.found[other].last_attempt } else { self.found[other].day }
    }

    fn place(&self, id: StepId) -> usize {
        self.steps.iter().position(|step| step.id == id).unwrap()
    }

    /// The day a step was over, if it is.
    fn over(&self, at: usize) -> Option<NaiveDate> {
        match self.enrolment.fact(self.steps[at].id)?.mark {
            Some((on, Fate::Done(_) | Fate::Skipped)) => Some(on),
            _ => None,
        }
    }

    /// What came of a step, or is expected of it.
    fn outcome(&self, at: usize) -> (Option<Outcome>, bool) {
        match self.enrolment.fact(self.steps[at].id).and_then(|fact| fact.mark) {
            Some((_, Fate::Done(outcome))) => (outcome, true),
            Some((_, Fate::Skipped)) => (None, true),
            _ => (self.steps[at].expected, false),
        }
    }

    /// The forks before a step, from the nearest: of which step, and what must come of it.
    fn forks(&self, at: usize) -> Vec<(usize, Outcome)> {
        let next =
            |at: usize| self.steps[at].only_after.map(|branch| (self.place(branch.step), branch.outcome));
        std::iter::successors(next(at), |(fork, _)| next(*fork)).collect()
    }

    /// The nearest step above on the same path.
    fn previous(&self, at: usize) -> Option<usize> {
        let own = self.forks(at);
        let goes = |fork: usize| {
            let asked = own.iter().find(|(known, _)| *known == fork).map(|(_, outcome)| *outcome);
            asked.or(self.outcome(fork).0)
        };
        (0..at)
            .rev()
            .find(|other| self.forks(*other).iter().all(|(fork, outcome)| goes(*fork) == Some(*outcome)))
    }

    fn is_possible(&self, at: usize) -> bool {
        self.forks(at).iter().all(|(fork, outcome)| match self.outcome(*fork) {
            (came, true) => came == Some(*outcome),
            (_, false) => true,
        })
    }

    /// Of the days from one on, the first that has a weekday wanted; where none in time does, the first.
    fn suiting(
        &self,
        step: &Step,
        earliest: NaiveDate,
        latest: Option<NaiveDate>,
        is_worked: Worked,
    ) -> NaiveDate {
        let Some(weekdays) = step.window.weekdays else { return earliest };
        if latest.is_some_and(|latest| latest < earliest) {
            return earliest;
        }
        let is_exact = step.delay.unit() == Unit::ExactDays;
        // So many days are looked at, in which it is not on hold.
        let looked_at = || earliest.iter_days().skip(1).filter(|day| !self.is_held(*day)).nth(91).unwrap();
        let last = latest.unwrap_or_else(looked_at);
        let days = earliest.iter_days().take_while(|day| *day <= last);
        let may = |day: &NaiveDate| match *day == earliest {
            true => true,
            false if is_exact => !self.is_held(*day),
            false => is_worked(*day),
        };
        days.filter(may).find(|day| weekdays.is_worked(day.weekday())).unwrap_or(earliest)
    }
}
