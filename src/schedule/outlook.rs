//! From computed days to the facts of each step.

use chrono::{Datelike, NaiveDate};

use super::activity::Reference;
use super::actuals::{Actuals, marked};
use super::count::{Computed, Fit, Undated};
use super::derivation::Derivation;
use super::facts::{Basis, Fork, Known, Notice, Place, Status, StepFacts, Wait};
use super::moves::workdays_later;
use super::pattern::{Dates, Pattern};
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
        let marks = marked(steps, plan.runs.of(audience));
        let start = plan.start(audience).map(DayNumber::of);
        let baseline = pattern.date(Actuals { start, marks: &[], status_date: None });
        let actuals = Actuals { start, marks: &marks, status_date: today.map(DayNumber::of) };
        let seen = if marks.is_empty() { None } else { Some(pattern.date(actuals)) };
        let outlook = Outlook {
            plan,
            audience,
            steps,
            pattern: &pattern,
            start,
            today,
            baseline: &baseline,
            seen: seen.as_ref().unwrap_or(&baseline),
            known_until: plan.holiday_sets.iter().map(|set| set.through).min(),
        };
        let mut facts: Vec<_> = (0..steps.len()).map(|at| outlook.facts(at)).collect();
        outlook.mark_critical_path(&mut facts);
        let of_step = (0..steps.len()).map(|at| pattern.calendar(at)).collect();
        Self { facts, of_step, calendars: pattern.into_calendars() }
    }

    /// The calendar that the step at a place is counted by.
    pub(super) fn calendar(&self, at: usize) -> Option<&WorkCalendar> {
        self.calendars.get(*self.of_step.get(at)?)
    }
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
    plan: &'a PlanParts,
    audience: Audience,
    steps: &'a [Step],
    pattern: &'a Pattern,
    start: Option<DayNumber>,
    today: Option<NaiveDate>,
    baseline: &'a Dates,
    seen: &'a Dates,
    known_until: Option<i32>,
}

impl Outlook<'_> {
    fn facts(&self, at: usize) -> StepFacts {
        let (step, found) = (&self.steps[at], &self.seen.steps()[at]);
        let fate = self.plan.runs.of(self.audience).mark(step.id).map(|mark| mark.fate);
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
        workdays_later(&self.pattern.calendars()[0], baseline?, due?)
    }

    /// The calendar a step is counted by.
    fn calendar(&self, at: usize) -> &WorkCalendar {
        &self.pattern.calendars()[self.pattern.calendar(at)]
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
            (_, None) => Basis::Start,
            (_, Some(other)) => {
                let step = self.steps[other].id;
                Basis::Step { step, number: other + 1, known: self.known(at, other) }
            }
        }
    }

    fn known(&self, at: usize, other: usize) -> Known {
        let found = &self.seen.steps()[other];
        match self.plan.runs.of(self.audience).mark(self.steps[other].id).map(|mark| mark.fate) {
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
        };
        let previous = found.previous.map(|previous| &self.seen.steps()[previous]);
        let before = previous.and_then(|previous| previous.day.ok()).or(self.start);
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
            let is_counted = facts[at].moves_the_end && !self.seen.steps()[at].is_pushed;
            // An attempt is counted from the one before it, not from another step.
            if let Some(before) = self.predecessor(at).filter(|_| is_counted && facts[at].fate.is_none()) {
                moves[before] = true;
            }
        }
    }
}
