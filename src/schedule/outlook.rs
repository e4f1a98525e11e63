//! From computed days to the facts of each step.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::activity::Reference;
use super::actuals::{Actuals, Marked, marked, postponed};
use super::count::{Computed, Fit, Undated};
use super::course::Course;
use super::derivation::Derivation;
use super::facts::{Basis, Fork, Known, Notice, Place, Status, StepFacts, Wait};
use super::moves::workdays_later;
use super::pattern::{Dates, Pattern};
use super::pauses::Pausing;
use crate::calendar::{DayNumber, WorkCalendar, WorkingDays};
use crate::plan::{Anchor, Audience, Direction, Fate, PlanParts, Span, Step, Unit};

/// A sequence as it looks: the facts of its steps, and the calendar each is counted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SequenceFacts {
    pub(super) facts: Vec<StepFacts>,
    calendars: Vec<WorkCalendar>,
    of_step: Vec<usize>,
}

impl SequenceFacts {
    /// The facts of a sequence as it looks on a day.
    pub(super) fn of(plan: &PlanParts, audience: Audience, today: Option<NaiveDate>) -> Self {
        let steps = &plan.sequences.of(audience).steps;
        let pattern = Pattern::of(plan, audience);
        let run = plan.runs.of(audience);
        let (marks, postponed) = (marked(steps, run), postponed(steps, run));
        let start = plan.start(audience).map(DayNumber::of);
        let baseline = pattern.date(Actuals { start, marks: &[], status_date: None });
        let actuals = Actuals { start, marks: &marks, status_date: today.map(DayNumber::of) };
        let course = Course::own(actuals, &postponed);
        let seen = run.has_begun().then(|| pattern.date_own(&course));
        let outlook = Outlook {
            steps,
            pattern: &pattern,
            calendars: pattern.calendars(),
            business: &pattern.calendars()[0],
            course: &course,
            fates: fates(steps.len(), &marks),
            today,
            baseline: &baseline,
            seen: seen.as_ref().unwrap_or(&baseline),
            known_until: known_until(plan),
        };
        let facts = outlook.all_facts();
        let of_step = (0..steps.len()).map(|at| pattern.calendar(at)).collect();
        Self { facts, of_step, calendars: pattern.into_calendars() }
    }

    /// Facts that were found elsewhere, each with the calendar it is counted by.
    pub(super) fn given(facts: Vec<StepFacts>, calendars: Vec<Arc<WorkCalendar>>) -> Self {
        let of_step = (0..facts.len()).collect();
        let calendars = calendars.iter().map(|calendar| (**calendar).clone()).collect();
        Self { facts, calendars, of_step }
    }

    /// The calendar that the step at a place is counted by.
    pub(super) fn calendar(&self, at: usize) -> Option<&WorkCalendar> {
        self.calendars.get(*self.of_step.get(at)?)
    }
}

/// One contact's time through a sequence, with all that its facts are made of.
#[derive(Clone, Copy, Debug)]
pub struct Followed<'a> {
    /// The plan, for what is known of its holidays.
    pub plan: &'a PlanParts,
    /// The steps.
    pub steps: &'a [Step],
    /// The same, laid out [for contacts](Pattern::for_contacts).
    pub pattern: &'a Pattern,
    /// The calendar of each of the pattern's slots.
    pub calendars: &'a [WorkCalendar],
    /// The pauses that are over, in order, each from its first to its last day.
    pub pauses: &'a [(DayNumber, DayNumber)],
    /// The calendars as if nobody were away: by these, and as if nothing had been paused, the baseline is counted.
    pub planned: &'a [WorkCalendar],
    /// That of the business, by which differences are counted.
    pub business: &'a WorkCalendar,
    /// What is known of the course.
    pub course: Course<'a>,
}

impl Followed<'_> {
    /// What there is to tell of its steps, in order.
    pub fn facts(&self) -> Vec<StepFacts> {
        let (mut baseline, mut seen) = (Dates::default(), Dates::default());
        let Actuals { start, marks, status_date } = self.course.actuals;
        let planned = Actuals { start, marks: &[], status_date: None };
        self.pattern.date_into(self.planned, planned, &mut baseline);
        let pausing: Vec<_> = self.calendars.iter().map(|days| Pausing::new(days, self.pauses)).collect();
        self.pattern.date_course(&pausing, &self.course, &mut seen);
        let outlook = Outlook {
            steps: self.steps,
            pattern: self.pattern,
            calendars: self.calendars,
            business: self.business,
            course: &self.course,
            fates: fates(self.steps.len(), marks),
            today: status_date.and_then(DayNumber::date),
            baseline: &baseline,
            seen: &seen,
            known_until: known_until(self.plan),
        };
        outlook.all_facts()
    }
}

fn known_until(plan: &PlanParts) -> Option<i32> {
    plan.holiday_sets.iter().map(|set| set.through).min()
}

/// What became of each step, by its place.
fn fates(steps: usize, marks: &[Marked]) -> Vec<Option<Fate>> {
    let mut fates = vec![None; steps];
    for mark in marks.iter().rev() {
        if let Some(fate) = fates.get_mut(mark.step) {
            *fate = Some(mark.fate);
        }
    }
    fates
}

/// The place of the step before another on its path: what "the step before" means for the step at that place. None for
/// the first, and where there is no step.
pub fn previous_step(plan: &PlanParts, audience: Audience, step: usize) -> Option<usize> {
    let marks = marked(&plan.sequences.of(audience).steps, plan.runs.of(audience));
    let actuals = Actuals { start: None, marks: &marks, status_date: None };
    Pattern::of(plan, audience).date(actuals).steps().get(step)?.previous
}

/// A sequence with all that its facts are made of.
struct Outlook<'a> {
    steps: &'a [Step],
    pattern: &'a Pattern,
    calendars: &'a [WorkCalendar],
    business: &'a WorkCalendar,
    course: &'a Course<'a>,
    fates: Vec<Option<Fate>>,
    today: Option<NaiveDate>,
    baseline: &'a Dates,
    seen: &'a Dates,
    known_until: Option<i32>,
}

impl Outlook<'_> {
    fn all_facts(&self) -> Vec<StepFacts> {
        let mut facts: Vec<_> = (0..self.steps.len()).map(|at| self.facts(at)).collect();
        self.mark_critical_path(&mut facts);
        facts
    }

    fn facts(&self, at: usize) -> StepFacts {
        let (step, found) = (&self.steps[at], &self.seen.steps()[at]);
        let fate = self.fates[at];
        let branching = self.pattern.branching(at);
        let place = match self.pattern.progress(self.seen, at).is_taken() {
            true => Place::OnPath,
            false => Place::OffPath,
        };
        let baseline = self.baseline.steps()[at].day.ok().and_then(DayNumber::date);
        let due = found.day.ok().and_then(DayNumber::date);
        let overdue_since = found.overdue_since.and_then(DayNumber::date);
        let is_tried_often = step.attempts.count() > 1 && !fate.is_some_and(Fate::is_over);
        StepFacts {
            step: step.id,
            number: at + 1,
            fork: branching.map(|branching| Fork {
                step: self.steps[branching.fork].id,
                number: branching.fork + 1,
                outcome: branching.outcome,
            }),
            depth: branching.map_or(0, |branching| branching.depth),
            place,
            basis: self.basis(at),
            wait: Wait::of(step),
            attempts: step.attempts,
            expected: step.expected,
            baseline,
            due,
            postponed: self.postponed(at).filter(|_| !fate.is_some_and(Fate::is_over)),
            variance: self.variance(baseline, due),
            latest: found.count.and_then(|count| count.latest).and_then(DayNumber::date),
            last_attempt: found.last_attempt.date().filter(|_| is_tried_often && due.is_some()),
            fate,
            status: match fate {
                Some(Fate::Done(_)) => Status::Done,
                Some(Fate::Skipped) => Status::Skipped,
                Some(Fate::Tried(_)) | None if place == Place::OffPath => Status::OffPath,
                Some(Fate::Tried(_)) | None => match (due, overdue_since, self.today) {
                    (None, ..) => Status::Undated,
                    (_, Some(_), _) => Status::Overdue,
                    (Some(due), None, Some(today)) if due <= today => Status::Due,
                    (Some(_), None, _) => Status::Upcoming,
                },
            },
            overdue_since,
            day_off: due.and_then(|due| self.calendar(at).day_off(due)),
            notice: match fate {
                Some(fate) if fate.is_over() => None,
                Some(Fate::Tried(times)) if times >= step.attempts.count() => Some(Notice::Decide),
                _ => self.notice(at, found),
            },
            derivation: self.derivation(at, found, fate),
            moves_the_end: false,
        }
    }

    /// By how much a day is later than the baseline, in the working days of the business.
    fn variance(&self, baseline: Option<NaiveDate>, due: Option<NaiveDate>) -> Option<WorkingDays> {
        workdays_later(self.business, baseline?, due?)
    }

    /// The day that somebody chose for a step.
    fn postponed(&self, at: usize) -> Option<NaiveDate> {
        self.course.postponed.iter().find(|chosen| chosen.step == at)?.to.date()
    }

    /// The calendar a step is counted by.
    fn calendar(&self, at: usize) -> &WorkCalendar {
        &self.calendars[self.pattern.calendar(at)]
    }

    /// The step that a step is counted from, by its place.
    fn predecessor(&self, at: usize) -> Option<usize> {
        match self.pattern.reference(at) {
            Reference::Previous => self.seen.steps()[at].previous,
            Reference::Step(other) => Some(other),
            Reference::Start | Reference::Day(_) => None,
        }
    }

    fn basis(&self, at: usize) -> Basis {
        match (self.steps[at].delay.anchor(), self.predecessor(at)) {
            (Anchor::Event(event), _) => Basis::Event(event),
            (Anchor::Date(date), _) => Basis::Date(date),
            _ if let Some(touch) = self.touch(at) => Basis::Touchpoint(touch),
            (_, None) => Basis::Start,
            (_, Some(other)) => {
                let step = self.steps[other].id;
                Basis::Step { step, number: other + 1, known: self.known(at, other) }
            }
        }
    }

    /// The touchpoint outside the plan that a step is counted from, if it is.
    fn touch(&self, at: usize) -> Option<NaiveDate> {
        self.pattern.touch(self.course, self.seen, at)?.date()
    }

    fn known(&self, at: usize, other: usize) -> Known {
        let found = &self.seen.steps()[other];
        match self.fates[other] {
            Some(Fate::Done(_)) => Known::Done,
            Some(Fate::Skipped) => Known::Skipped,
            Some(Fate::Tried(_)) | None => {
                // Without a day there is no last try to be seen yet, and it is counted from all the same.
                let has_several = self.steps[other].attempts.count() > 1;
                let is_later = found.day.map_or(has_several, |day| found.last_attempt != day);
                if is_later && self.pattern.is_after_silence(at, other) {
                    Known::LastAttempt
                } else {
                    Known::Due
                }
            }
        }
    }

    fn derivation(&self, at: usize, found: &Computed, fate: Option<Fate>) -> Option<Derivation> {
        let (count, step) = (found.count?, &self.steps[at]);
        let (basis, span, direction) = match fate {
            _ if let Some(on) = self.postponed(at) => {
                (Basis::Chosen(on), Span::new(0, Unit::CalendarDays)?, Direction::After)
            }
            Some(Fate::Tried(times)) => {
                let gap = Span::new(step.attempts.gap(), Unit::WorkingDays)?;
                (Basis::Attempt(times), gap, Direction::After)
            }
            _ => (self.basis(at), step.delay.span(), step.delay.direction()),
        };
        Some(Derivation {
            basis,
            from: count.from.date()?,
            span,
            direction,
            landed: count.landed.date()?,
            earliest: count.earliest.date()?,
        })
    }

    fn notice(&self, at: usize, found: &Computed) -> Option<Notice> {
        let day = match found.day {
            Ok(day) => day,
            Err(Undated::NoStart) => return Some(Notice::NoStart),
            Err(Undated::NoEvent) => return Some(Notice::NoEventDate),
            Err(Undated::Upstream) => return Some(Notice::PreviousUndated),
            Err(Undated::OutOfRange) => return Some(Notice::OutOfRange),
            Err(Undated::Paused) => return Some(Notice::Paused),
            Err(Undated::Ended) => return Some(Notice::Ended),
        };
        let previous = found.previous.map(|previous| &self.seen.steps()[previous]);
        let before = previous.and_then(|previous| previous.day.ok()).or(self.course.actuals.start);
        if before.is_some_and(|before| day < before) {
            return Some(match self.steps[at].delay.direction() {
                Direction::Before => Notice::TooLate,
                Direction::After => Notice::BeforePrevious,
            });
        }
        match found.count.map(|count| count.fit) {
            Some(Fit::TooLate) => return Some(Notice::NoDayInTime),
            Some(Fit::NoPreferredDay) => return Some(Notice::NoSuitingDay),
            Some(Fit::Suitable) | None => {}
        }
        let date = day.date()?;
        if let Some(day_off) = self.calendar(at).day_off(date) {
            return Some(Notice::DayOff(day_off));
        }
        self.known_until.filter(|last| date.year() > *last).map(|_| Notice::HolidaysUnknown)
    }

    /// Marks what decides the last date of the sequence: the steps that come last, what those are counted from, and so
    /// on. What is over moves no more, and a step that waits for nothing but the day it is moves by itself.
    fn mark_critical_path(&self, facts: &mut [StepFacts]) {
        let last = facts.iter().filter(|facts| facts.happens()).filter_map(|facts| facts.due).max();
        let is_last = |facts: &StepFacts| facts.happens() && facts.due.is_some() && facts.due == last;
        let mut moves: Vec<bool> = facts.iter().map(is_last).collect();
        for at in (0..facts.len()).rev() {
            facts[at].moves_the_end = moves[at] && facts[at].is_open();
            let is_free = self.postponed(at).is_some() || self.touch(at).is_some();
            let is_counted = facts[at].moves_the_end && !self.seen.steps()[at].is_pushed && !is_free;
            // An attempt is counted from the one before it, not from another step.
            if let Some(before) = self.predecessor(at).filter(|_| is_counted && facts[at].fate.is_none()) {
                moves[before] = true;
            }
        }
    }
}
