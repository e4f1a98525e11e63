//! Lengths of time: a number and what is counted.

use std::ops::Range;

use super::hint::written;
use super::reader::Reader;
use super::vocabulary::{
    Counted, HOURS, among, counted, is_time_of_day, kind_of_days, number_word, ordinal, tens,
};
use super::{Kind, Problem};
use crate::plan::{PlainDays, Span, Unit};

/// A length as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) number: u32,
    /// What is counted; `None` where that was not said.
    pub(super) counted: Option<Counted>,
    pub(super) place: Range<usize>,
}

impl Length {
    /// Whether it is so many days without saying which: `30 days`, `30`.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.counted, None | Some(Counted::PlainDays))
    }

    /// Whether one has to ask what its days are.
    pub(super) fn is_asked(&self) -> bool {
        self.is_plain() && self.number > PlainDays::MOST_UNASKED.into()
    }

    /// The span it is, with plain days counted in a unit.
    pub(super) fn span(&self, plain: Unit) -> Result<Span, Problem> {
        let (unit, times) = match self.counted {
            Some(Counted::Of(unit, times)) => (unit, times),
            None | Some(Counted::PlainDays) => (plain, 1),
        };
        let length = self.number.checked_mul(times).and_then(|length| u16::try_from(length).ok());
        let span = length.and_then(|length| Span::new(length, unit));
        span.ok_or_else(|| Problem::new(Kind::TooLong, self.place.clone()))
    }

    /// Both together, where they are counted in the same.
    pub(super) fn plus(&self, other: &Self) -> Option<Self> {
        let place = self.place.start..other.place.end;
        let sum = |a: u32, b: u32, counted: Counted| {
            Some(Self { number: a.checked_add(b)?, counted: Some(counted), place: place.clone() })
        };
        let times = |length: &Self, by: u32| length.number.checked_mul(by);
        match (self.counted?, other.counted?) {
            (Counted::PlainDays, Counted::PlainDays) => sum(self.number, other.number, Counted::PlainDays),
            (Counted::Of(Unit::Weeks, _), Counted::Of(Unit::CalendarDays, by)) => {
                sum(times(self, 7)?, times(other, by)?, Counted::Of(Unit::CalendarDays, 1))
            }
            (Counted::Of(Unit::CalendarDays, by), Counted::Of(Unit::Weeks, _)) => {
                sum(times(self, by)?, times(other, 7)?, Counted::Of(Unit::CalendarDays, 1))
            }
            (Counted::Of(Unit::Weeks, _), Counted::Of(Unit::ExactDays, _)) => {
                sum(times(self, 7)?, other.number, Counted::Of(Unit::ExactDays, 1))
            }
            (Counted::Of(a, by), Counted::Of(b, also_by)) if a == b => {
                sum(times(self, by)?, times(other, also_by)?, Counted::Of(a, 1))
            }
            _ => None,
        }
    }

    /// How many weeks and days of another kind these are, where they are that: what one may have meant by it.
    pub(super) fn weeks_and_days(&self, other: &Self) -> Option<(u32, u32)> {
        match (self.counted?, other.counted?) {
            (Counted::Of(Unit::Weeks, _), Counted::PlainDays | Counted::Of(Unit::WorkingDays, _)) => {
                Some((self.number, other.number))
            }
            _ => None,
        }
    }
}

impl Reader<'_> {
    /// Whether a number begins here.
    pub(super) fn is_number(&self, at: usize) -> bool {
        let word = self.word(at);
        let is_article = matches!(word, "a" | "an") && self.begins_counted(at + 1);
        let is_couple = word == "couple" || (word == "a" && self.is(at + 1, "couple"));
        is_article
            || is_couple
            || word.starts_with(|c: char| c.is_ascii_digit())
            || number_word(word).is_some()
            || (word == "no" && counted(self.word(at + 1)).is_some())
    }

    /// Whether what is counted begins here.
    fn begins_counted(&self, at: usize) -> bool {
        let word = self.word(at);
        counted(word).is_some()
            || word == "hundred"
            || (kind_of_days(word).is_some() && counted(self.word(at + 1)).is_some())
    }

    /// Reads a number; the caller has seen that one begins here.
    fn number(&mut self) -> Result<u32, Problem> {
        let at = self.at;
        let word = self.word(at).to_owned();
        self.at += 1;
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            if !word.bytes().all(|byte| byte.is_ascii_digit()) {
                let is_broken = word.contains(['.', ',', '½', '¼', '¾']);
                let kind = match is_time_of_day(&word) {
                    true => Kind::TimeOfDay,
                    false if ordinal(&word).is_some() => Kind::NotADay,
                    false if is_broken => Kind::Fraction,
                    false => Kind::Unclear,
                };
                let mut problem = match kind {
                    // `1st Monday of March`
                    Kind::NotADay => self.wrong(kind, at..self.end_of_part(at)),
                    kind => self.wrong(kind, at..at + 1),
                };
                // `1.5 weeks`
                let whole =
                    word.split(['.', ',', '½', '¼', '¾']).next().and_then(|whole| whole.parse::<u16>().ok());
                let is_length = problem.kind == Kind::Fraction && counted(self.word(self.at)).is_some();
                if let Some(whole) = whole.filter(|whole| is_length && *whole > 0) {
                    let range = format!("{whole} to {}", u32::from(whole) + 1);
                    problem.hints.push(written(self.text, &problem.place, &range));
                }
                return Err(problem);
            }
            // More digits than a number holds are too many in any unit.
            return Ok(word.parse().unwrap_or(u32::MAX));
        }
        if word == "a" && self.is(self.at, "couple") {
            self.at += 1;
        }
        if word == "couple" || self.is(self.at - 1, "couple") {
            self.takes("of");
            return Ok(2);
        }
        let number = match word.as_str() {
            "a" | "an" => 1,
            "no" => 0,
            word => number_word(word).unwrap_or(0),
        };
        if self.takes("hundred") {
            let and = usize::from(self.is(self.at, "and"));
            return Ok(number * 100
                + match number_word(self.word(self.at + and)) {
                    Some(more) => {
                        self.at += and + 1;
                        more
                    }
                    None => 0,
                });
        }
        let ones = number_word(self.word(self.at)).filter(|ones| (1..10).contains(ones));
        match ones.filter(|_| tens(&word).is_some()) {
            Some(ones) => {
                self.at += 1;
                Ok(number + ones)
            }
            None => Ok(number),
        }
    }

    /// What is counted, if that is said here.
    pub(super) fn counted(&mut self) -> Option<Counted> {
        let word = self.word(self.at);
        if let Some(kind) = kind_of_days(word) {
            let is_within_part = !self.tokens[self.at].is_last_of_part;
            match counted(self.word(self.at + 1)) {
                Some(Counted::PlainDays) if is_within_part => {
                    self.at += 2;
                    return Some(Counted::Of(kind, 1));
                }
                // `calendar weeks` are weeks; exactly so many weeks are days, to the very day.
                Some(Counted::Of(Unit::Weeks, _)) if kind == Unit::ExactDays => {
                    self.at += 2;
                    return Some(Counted::Of(Unit::ExactDays, 7));
                }
                Some(of) if kind == Unit::CalendarDays => {
                    self.at += 2;
                    return Some(of);
                }
                _ => {}
            }
        }
        let found = counted(word)?;
        self.at += 1;
        // `in a week's time`
        self.takes("time");
        Some(found)
    }

    /// A length, if one begins here: a number, and what is counted unless that is left out.
    pub(super) fn length(&mut self) -> Result<Option<Length>, Problem> {
        let from = self.at;
        if self.is(from, "half") && among("a an", self.word(from + 1)) {
            if counted(self.word(from + 2)) == Some(Counted::Of(Unit::Months, 12)) {
                self.at += 3;
                let counted = Some(Counted::Of(Unit::Months, 1));
                return Ok(Some(Length { number: 6, counted, place: self.place(from..self.at) }));
            }
            return Err(self.wrong(Kind::Fraction, from..from + 3));
        }
        if !self.is_number(from) {
            return Ok(None);
        }
        let number = self.number()?;
        // `three (3) days`
        let is_again = self.word(self.at).parse() == Ok(number)
            && self.text[..self.tokens[self.at].place.start].ends_with('(');
        self.at += usize::from(is_again);
        if self.is(self.at, "and") && self.is(self.at + 1, "a") && self.is(self.at + 2, "half") {
            return Err(self.wrong(Kind::Fraction, from..self.at + 3));
        }
        if HOURS.contains(&self.word(self.at)) {
            let mut problem = self.wrong(Kind::TimeOfDay, from..self.at + 1);
            let days = number.div_ceil(24);
            let days = format!("{days} {}", if days == 1 { "day" } else { "days" });
            problem.hints.push(written(self.text, &problem.place, &days));
            return Err(problem);
        }
        // A year is no length.
        if self.at == from + 1
            && (1800..2400).contains(&number)
            && self.word(from).len() == 4
            && counted(self.word(self.at)).is_none()
            && kind_of_days(self.word(self.at)).is_none()
        {
            return Err(self.wrong(Kind::NotADay, from..self.at));
        }
        let counted = self.counted();
        if self.is(self.at, "and") && self.is(self.at + 1, "a") && self.is(self.at + 2, "half") {
            return Err(self.wrong(Kind::Fraction, from..self.at + 3));
        }
        Ok(Some(Length { number, counted, place: self.place(from..self.at) }))
    }
}
