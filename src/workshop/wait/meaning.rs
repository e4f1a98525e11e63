//! What the words of a wait come to, taken together.

use std::ops::Range;

use chrono::NaiveDate;

use super::anchor::Target;
use super::hint::written;
use super::length::Length;
use super::reader::{Reach, Reader};
use super::{Hint, Kind, Problem, Reading};
use crate::plan::{
    Anchor, Audience, Delay, Direction, Edit, Limit, PlainDays, Span, Unit, Window, is_letter_or_digit,
};
use crate::schedule::previous_step;

impl Reader<'_> {
    /// What was said, as a whole.
    pub(super) fn finished(self) -> Result<Reading, Problem> {
        if let Some(place) = self.next_week.clone().filter(|_| self.weekdays.is_some()) {
            let mut problem = Problem::new(Kind::WhichWeek, place.clone());
            problem.hints.extend(["", "in a week"].map(|instead| written(self.text, &place, instead)));
            return Err(problem);
        }
        let asked = [&self.first, &self.last].into_iter().flatten().find(|length| length.is_asked()).cloned();
        match (asked, self.setting.plan.plain_days) {
            (Some(length), None) => {
                let mut problem = Problem::new(Kind::WhichDays, length.place);
                for days in PlainDays::BOTH {
                    let reading = self.reading(days.unit())?;
                    problem.hints.push(Hint::PlainDays(days, reading));
                }
                // A name that is not known comes first: only then the days can be told.
                if self.new_event.is_some() { self.reading_of(Unit::WorkingDays) } else { Err(problem) }
            }
            (Some(_), Some(days)) => self.reading_of(days.unit()),
            (None, _) => self.reading_of(Unit::WorkingDays),
        }
    }

    fn reading_of(self, plain: Unit) -> Result<Reading, Problem> {
        let reading = self.reading(plain)?;
        let Some(Target::New(name)) = self.target else { return Ok(reading) };
        let place = self.new_event.clone().unwrap_or(0..self.text.len());
        let mut problem = Problem::new(Kind::NoSuchEvent(name.clone()), place);
        let letters = name.as_str().chars().filter(|c| is_letter_or_digit(*c)).count();
        if letters >= 3 && self.setting.plan.events.len() < Limit::Events.max() {
            let (delay, window) = (reading.delay, reading.window);
            let (span, direction) = (delay.span(), delay.direction());
            let edit =
                Edit::AddEventFor { step: self.setting.step, name: name.clone(), span, direction, window };
            problem.hints.push(Hint::AddEvent(edit, name));
        }
        Err(problem)
    }

    /// The reading, with plain days counted in a unit. What is counted from an event that is not there yet is counted
    /// from a day, until it is.
    fn reading(&self, plain: Unit) -> Result<Reading, Problem> {
        let anchor = match &self.target {
            Some(Target::Known(anchor)) => *anchor,
            Some(Target::New(_)) => Anchor::Date(self.setting.today),
            None => Anchor::PreviousStep,
        };
        let (first, latest) = self.ends(plain)?;
        let direction =
            if first.length() == 0 && latest.is_none() { Direction::After } else { self.direction };
        let delay = Delay::new(first, direction, anchor);
        // Back to the day itself from no day before it: there is nothing to count back.
        let delay = delay.ok_or_else(|| Problem::new(Kind::CannotCountBack, 0..self.text.len()))?;
        let window = Window { latest, weekdays: self.weekdays, eves: self.eves };
        if !window.fits(delay) {
            return Err(Problem::new(Kind::Backward, self.lengths_place()));
        }
        Ok(Reading { delay, window })
    }

    /// The first day that will do, and the last where there is one.
    fn ends(&self, plain: Unit) -> Result<(Span, Option<Span>), Problem> {
        let one = |length, unit| {
            Span::new(length, unit).ok_or_else(|| Problem::new(Kind::TooLong, 0..self.text.len()))
        };
        let is_back = self.direction == Direction::Before;
        let Some(first) = &self.first else {
            return match (&self.target, self.weekdays) {
                _ if self.is_day_itself => Ok((one(0, Unit::WorkingDays)?, None)),
                // `the Tuesday before the fair`
                (Some(_), Some(_)) if is_back => {
                    Ok((one(7, Unit::CalendarDays)?, Some(one(1, Unit::CalendarDays)?)))
                }
                (_, Some(_)) => Ok((one(1, Unit::CalendarDays)?, None)),
                // `before Christmas`, `after the fair`: not the day itself.
                (Some(_), None) => Ok((one(1, Unit::WorkingDays)?, None)),
                (None, None) => Err(Problem::new(Kind::NoLength, 0..self.text.len())),
            };
        };
        if self.is_day_itself {
            return Err(Problem::new(Kind::SecondLength, first.place.clone()));
        }
        let said = first.span(plain)?;
        let last = self.last.as_ref().map(|last| last.span(plain)).transpose()?;
        let (near, far) = match (self.reach, last) {
            (Reach::Said, None) => return Ok((said, None)),
            (Reach::Said, Some(last)) if said.unit() == last.unit() && said.length() > last.length() => {
                if !is_back {
                    return Err(self.backward(first));
                }
                (last, said)
            }
            // `1 week to 2 days`; what a plan holds says which days.
            (Reach::Said, Some(last))
                if !is_back
                    && self.last.as_ref().is_some_and(Length::is_plain)
                    && about(said) > about(last) =>
            {
                return Err(self.backward(first));
            }
            (Reach::Said, Some(last)) => {
                // Counted back in other units, the first that is said is the farther one.
                let is_apart = is_back && said.unit() != last.unit();
                if is_apart { (last, said) } else { (said, last) }
            }
            (Reach::Within, None) => (one(1.min(said.length()), first_of(said.unit()))?, said),
            (Reach::AtMost, None) => (one(0, first_of(said.unit()))?, said),
            (Reach::Within | Reach::AtMost, Some(_)) => {
                // `within 1-2 days`
                let mut problem = Problem::new(Kind::SecondLength, self.lengths_place());
                problem.hints.push(written(self.text, &(0..problem.place.start), ""));
                return Err(problem);
            }
        };
        Ok(if is_back { (far, Some(near)) } else { (near, Some(far)) })
    }

    fn backward(&self, first: &Length) -> Problem {
        let mut problem = Problem::new(Kind::Backward, self.lengths_place());
        if let Some(last) = &self.last {
            let (first, last) = (&self.text[first.place.clone()], &self.text[last.place.clone()]);
            let is_bare = first.bytes().all(|byte| byte.is_ascii_digit());
            if is_bare && let Some((number, unit)) = last.split_once(' ') {
                let turned = format!("{number} to {first} {unit}");
                problem.hints.push(written(self.text, &problem.place, &turned));
            }
        }
        problem
    }

    fn lengths_place(&self) -> Range<usize> {
        match (&self.first, &self.last) {
            (Some(first), Some(last)) => first.place.start..last.place.end,
            (Some(first), None) => first.place.clone(),
            _ => 0..self.text.len(),
        }
    }

    /// The place of the step that one without a word is counted from.
    pub(super) fn previous(&self) -> Option<usize> {
        let audience = Audience::BOTH.into_iter().find(|audience| {
            self.setting.plan.sequences.of(*audience).steps.iter().any(|step| step.id == self.setting.step)
        })?;
        previous_step(self.setting.plan, audience, self.above.len())
    }

    /// From when on a day without a year is looked for: today, or the start where that is still to come.
    pub(super) fn next_from(&self) -> NaiveDate {
        let plan = self.setting.plan;
        let place = |audience: &Audience| {
            plan.sequences.of(*audience).steps.iter().any(|step| step.id == self.setting.step)
        };
        let start = Audience::BOTH.into_iter().find(place).and_then(|audience| plan.start(audience));
        start.map_or(self.setting.today, |start| start.max(self.setting.today))
    }
}

/// How long a span is in hours, about: long enough apart, two of different units have an order.
fn about(span: Span) -> u32 {
    let hours = match span.unit() {
        Unit::WorkingDays => 34,
        Unit::CalendarDays | Unit::ExactDays => 24,
        Unit::Weeks => 168,
        Unit::Months => 730,
    };
    u32::from(span.length()) * hours
}

/// In what the first of the days within a span is counted: `within 2 weeks` begins on the next day.
fn first_of(unit: Unit) -> Unit {
    match unit {
        Unit::WorkingDays | Unit::CalendarDays | Unit::ExactDays => unit,
        Unit::Weeks | Unit::Months => Unit::CalendarDays,
    }
}
