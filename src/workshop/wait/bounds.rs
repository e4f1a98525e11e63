//! How lengths bound a wait: one alone, two of them, and the words that make one the longest.

use super::anchor::Target;
use super::date::date;
use super::hint::written;
use super::length::Length;
use super::reader::{Reach, Reader};
use super::vocabulary::{Counted, among, counted, number_word};
use super::{Kind, Problem};
use crate::plan::{Direction, Unit};

impl Reader<'_> {
    /// A length that stands on its own, or the first of two.
    pub(super) fn lengths(&mut self, length: Length) -> Result<(), Problem> {
        if let Some(first) = self.first.clone() {
            return self.second_length(&first, &length);
        }
        let is_range = self.is(self.at, "to") || (self.is(self.at, "-") && self.is_number(self.at + 1));
        // `2 or 3 days`, `a week or two`; `5 or 10 days` are two waits.
        let at = self.at + 1;
        let is_next = || {
            let last = self.word(at).parse().ok().or(number_word(self.word(at)));
            last.is_some_and(|last| length.number.checked_add(1) == Some(last))
        };
        let is_range = is_range || self.is(self.at, "or") && is_next();
        if is_range {
            self.at += 1;
            return self.range(length);
        }
        self.first = Some(length);
        Ok(())
    }

    /// Up to where it goes: `5 to 10 days`, `1 week to 2 months`.
    fn range(&mut self, mut first: Length) -> Result<(), Problem> {
        let from = self.at - 1;
        let Some(mut last) = self.length()? else {
            let is_end = self.at >= self.tokens.len();
            let kind = if is_end { Kind::Unfinished } else { Kind::Unclear };
            return Err(self.wrong(kind, if is_end { from..self.at } else { self.at..self.at + 1 }));
        };
        // `5 to 10 days`, `a week to two`
        first.counted = first.counted.or(last.counted);
        last.counted = last.counted.or(first.counted);
        (self.first, self.last) = (Some(first), Some(last));
        Ok(())
    }

    /// `1 week and 2 calendar days`: added, or refused.
    fn second_length(&mut self, first: &Length, second: &Length) -> Result<(), Problem> {
        let place = first.place.start..second.place.end;
        if self.last.is_none()
            && self.reach == Reach::Said
            && let Some(sum) = first.plus(second)
        {
            self.first = Some(sum);
            return Ok(());
        }
        let mut problem = Problem::new(Kind::SecondLength, place.clone());
        if self.last.is_none() {
            if let Some((weeks, days)) = first.weeks_and_days(second) {
                let worked = 7 - self.setting.plan.work_week.days_off().count();
                let worked = u32::try_from(worked).unwrap_or(7);
                let lengths = [(7, "calendar days"), (worked, "working days")];
                let hints = lengths.map(|(in_week, unit)| {
                    let length = weeks.saturating_mul(in_week).saturating_add(days);
                    written(self.text, &place, &format!("{length} {unit}"))
                });
                problem.hints.extend(hints);
            } else if first.counted.is_none() {
                let range = &self.text[second.place.clone()];
                problem.hints.push(written(self.text, &place, &format!("{} to {range}", first.number)));
            }
        }
        Err(problem)
    }

    /// What bounds the wait: `within 2 weeks`, `2 weeks at the latest`.
    pub(super) fn bounded(&mut self, reach: Reach, from: usize) -> Result<(), Problem> {
        if self.reach != Reach::Said || self.last.is_some() {
            return Err(self.wrong(Kind::SecondLength, from..self.at));
        }
        self.reach = reach;
        while self.takes("the")
            || self.takes("next")
            || self.takes("in")
            || self.takes("this")
            || self.takes("after")
        {}
        if self.first.is_some() {
            return Ok(());
        }
        if let Some(length) = self.length()? {
            return self.lengths(length);
        }
        // `within the week`
        if counted(self.word(self.at)).is_some() {
            let at = self.at;
            let counted = self.counted_here();
            self.first = Some(Length { number: 1, counted, place: self.place(at..self.at) });
            return Ok(());
        }
        let is_end = self.at >= self.tokens.len();
        let kind = if is_end { Kind::Unfinished } else { Kind::Unclear };
        Err(self.wrong(kind, if is_end { from..self.at } else { self.at..self.at + 1 }))
    }

    /// `at most 5 days` begins on the day itself, `5 days at most` on the first.
    pub(super) fn at_most(&mut self, from: usize) -> Result<(), Problem> {
        let reach = if self.first.is_some() { Reach::Within } else { Reach::AtMost };
        self.bounded(reach, from)
    }

    pub(super) fn between(&mut self, from: usize) -> Result<(), Problem> {
        let first = self.length()?;
        let Some(first) = first.filter(|_| among("and to -", self.word(self.at))) else {
            return Err(self.wrong(Kind::Unfinished, from..self.at.min(self.tokens.len())));
        };
        if self.first.is_some() {
            return Err(self.wrong(Kind::SecondLength, from..self.at));
        }
        self.at += 1;
        self.range(first)
    }

    /// `from 5 to 10 days`, `2 weeks from the start`.
    pub(super) fn after_from(&mut self, from: usize) -> Result<(), Problem> {
        let is_range = self.is_number(self.at) && date(&self.tokens[self.at..], self.next_from()).is_none();
        if is_range {
            return match self.length()? {
                Some(length) => self.lengths(length),
                None => Err(self.wrong(Kind::Unfinished, from..self.at)),
            };
        }
        self.after(Direction::After, from)?;
        // `from 15 January`, `from the renewal on`: that day, and what is bounded by nothing else.
        let is_on = self.is(self.at, "on") && self.at + 1 == self.tokens.len();
        self.at += usize::from(is_on || self.is(self.at, "onwards"));
        let is_fixed = self.target.as_ref().is_some_and(Target::is_fixed);
        self.is_day_itself |= is_fixed && self.first.is_none() && self.at >= self.tokens.len();
        Ok(())
    }

    /// `exactly 3 days`: to the very day, worked or not.
    pub(super) fn exactly(&mut self, from: usize) -> Result<(), Problem> {
        let Some(mut length) = self.length()? else {
            return Err(self.wrong(Kind::Unfinished, from..self.at.min(self.tokens.len())));
        };
        length.counted = match length.counted {
            None | Some(Counted::PlainDays) => Some(Counted::Of(Unit::ExactDays, 1)),
            Some(Counted::Of(Unit::ExactDays, by)) => Some(Counted::Of(Unit::ExactDays, by)),
            Some(Counted::Of(Unit::Weeks, _)) => Some(Counted::Of(Unit::ExactDays, 7)),
            Some(Counted::Of(Unit::CalendarDays, by)) => Some(Counted::Of(Unit::ExactDays, by)),
            Some(Counted::Of(Unit::WorkingDays | Unit::Months, _)) => {
                return Err(self.wrong(Kind::Unclear, from..from + 1));
            }
        };
        self.lengths(length)
    }
}
