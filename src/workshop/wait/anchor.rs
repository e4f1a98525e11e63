//! What a wait is counted from: a step, the start, an event, a date.

use super::date::{date, is_like_date};
use super::hint::written;
use super::name::{Named, part_of_name, quoted, whole_name};
use super::reader::Reader;
use super::token::Token;
use super::vocabulary::{
    HOURS, among, begins_bound, counted, is_time_of_day, kind_of_days, number_word, ordinal, weekdays,
};
use super::{Kind, Problem};
use crate::calendar::FIRST_DAY;
use crate::plan::{Anchor, Line};

/// From where it is counted, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Known(Anchor),
    /// An event that the plan does not have.
    New(Line),
}

impl Target {
    pub(super) fn is_fixed(&self) -> bool {
        match self {
            Self::Known(anchor) => anchor.is_fixed(),
            Self::New(_) => true,
        }
    }
}

/// How many words at the beginning speak of what every plan has: the start, a step, a date, a length of time.
fn built_in(words: &[Token]) -> usize {
    let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
    let article = usize::from(matches!(word(0), "the" | "a" | "an" | "our"));
    let is_number = |word: &str| word.parse::<u32>().is_ok() || number_word(word).is_some();
    let past_article = match (word(article), word(article + 1)) {
        ("start", "date" | "day") => 2,
        ("step", next) if next == "before" || is_number(next) => 2,
        ("previous" | "prev" | "preceding" | "last", "step") | ("one", "before") => 2,
        (first, "step") if ordinal(first).is_some() => 2,
        ("start" | "previous" | "it" | "that" | "step" | "today" | "now", _) => 1,
        (number, unit) if is_number(number) && (counted(unit).is_some() || kind_of_days(unit).is_some()) => 2,
        (unit, _) if counted(unit).is_some() || weekdays(unit).is_some() => 1,
        (bound, _) if begins_bound(bound) => 1,
        (
            "plus" | "minus" | "by" | "until" | "of" | "on" | "at" | "in" | "after" | "before" | "from"
            | "within" | "not" | "and" | "or" | "to",
            _,
        ) => 1,
        _ => 0,
    };
    let of_date = match date(words, FIRST_DAY) {
        Some(Ok(found)) => found.words,
        Some(Err(wrong)) => wrong.words,
        None => 0,
    };
    of_date.max(if past_article == 0 { 0 } else { article + past_article })
}

/// Whether these words as a whole speak of what every plan has.
pub(super) fn is_built_in(words: &[Token]) -> bool {
    let rest = &words[usize::from(words.len() > 1 && words[0].word == "the")..];
    built_in(words) >= words.len() || built_in(rest) >= rest.len()
}

impl Reader<'_> {
    /// Reads from where it is counted; `None` where nothing follows, or a length does (`after a week`).
    pub(super) fn target(&mut self) -> Result<Option<Target>, Problem> {
        let from = self.at;
        if let Some(named) = self.named(from)? {
            return Ok(Some(named));
        }
        if let Some(found) = date(&self.tokens[from..], self.next_from()) {
            return self.dated(from, found).map(Some);
        }
        // `after waiting 3 days`
        let waiting = usize::from(self.is(from, "waiting"));
        if self.begins_length(from + waiting) {
            self.at += waiting;
            return Ok(None);
        }
        while self.takes("the")
            || self.takes("our")
            || self.takes("their")
            || self.takes("a")
            || self.takes("an")
        {}
        // A step is done before anything is counted from it (B6).
        let done = match (self.word(self.at), self.word(self.at + 1)) {
            ("completion" | "end", "of") => 2,
            ("completing" | "finishing", _) => 1,
            _ => 0,
        };
        if done > 0 && self.begins_step(self.at + done) {
            self.at += done;
            self.takes("the");
        }
        // It is what a step counts from that comes when nobody was reached (B5): the step is named either way.
        if is_last_try(&self.tokens[self.at..]) {
            self.at += LAST_TRY.len();
            self.takes("the");
        }
        let (first, second) = (self.word(self.at).to_owned(), self.word(self.at + 1).to_owned());
        let anchor = match (first.as_str(), second.as_str()) {
            ("", _) => return Ok(None),
            ("start", next) => {
                self.at += 1 + usize::from(matches!(next, "date" | "day"));
                Anchor::Start
            }
            ("step" | "one", "before") | ("previous" | "prev" | "preceding" | "last", "step") => {
                self.at += 2;
                Anchor::PreviousStep
            }
            // `the previous e-mail` has a name.
            ("previous" | "it" | "that", next)
                if first != "previous" || next == "one" || self.may_end(self.at + 1) =>
            {
                self.at += 1 + usize::from(first == "previous" && next == "one");
                Anchor::PreviousStep
            }
            ("today" | "now", _) => {
                self.at += 1;
                Anchor::Date(self.setting.today)
            }
            (nth, "step") if ordinal(nth).is_some() => {
                self.at += 2;
                self.step(ordinal(nth).unwrap_or(0), from)?
            }
            (named, _) if named == "step" || named.starts_with('#') => {
                self.at += usize::from(named == "step");
                while self.takes("no") || self.takes("number") {}
                let word = self.word(self.at).trim_start_matches('#').to_owned();
                let Some(number) = number_word(&word).or_else(|| digits(&word)) else {
                    let kind = if word.is_empty() { Kind::Unfinished } else { Kind::Unclear };
                    return Err(self.wrong(kind, from..self.at + usize::from(!word.is_empty())));
                };
                self.at += 1;
                self.step(number, from)?
            }
            _ => return self.unknown_name().map(Some),
        };
        if matches!(anchor, Anchor::Step(_) | Anchor::PreviousStep) {
            self.take_done();
        }
        Ok(Some(Target::Known(anchor)))
    }

    /// Passes over `is done`, `has been completed`.
    fn take_done(&mut self) {
        let is_said = |at: &usize| among("is was has been gets", self.word(*at));
        let said = (self.at..).take_while(is_said).count();
        if said > 0 && among("done complete completed finished", self.word(self.at + said)) {
            self.at += said + 1;
        }
    }

    /// Whether a length of time begins here, and no more than that.
    pub(super) fn begins_length(&self, at: usize) -> bool {
        let is_unit = |at: usize| {
            let word = self.word(at);
            counted(word).is_some() || kind_of_days(word).is_some() || HOURS.contains(&word)
        };
        self.is_number(at)
            && (is_unit(at + 1) || matches!(self.word(at), "couple") || self.is(at + 1, "couple") || {
                // `10 to 15 days`
                self.is(at + 1, "to") && is_unit(at + 3)
            })
    }

    /// A date, once it is known to be one.
    pub(super) fn dated(
        &mut self,
        from: usize,
        found: Result<super::date::Found, super::date::Wrong>,
    ) -> Result<Target, Problem> {
        match found {
            Ok(found) => {
                self.at = from + found.words;
                Ok(Target::Known(Anchor::Date(found.date)))
            }
            Err(wrong) => {
                let mut problem = wrong.problem(&self.tokens[from..]);
                // `1/2 weeks`, `5/6 days`
                if wrong.kind == Kind::AmbiguousDate && counted(self.word(from + 1)).is_some() {
                    let ends = self.word(from).split_once('/').filter(|(first, _)| *first != "1");
                    let range = ends.map(|(first, last)| format!("{first} to {last}"));
                    let hints = range.map(|range| written(self.text, &problem.place, &range));
                    return Err(Problem {
                        kind: Kind::Fraction,
                        hints: hints.into_iter().collect(),
                        ..problem
                    });
                }
                problem.hints =
                    wrong.meant.iter().map(|date| self.in_place_of(&problem.place, *date)).collect();
                Err(problem)
            }
        }
    }

    fn step(&self, number: u32, from: usize) -> Result<Anchor, Problem> {
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        match place.and_then(|at| self.above.get(at).map(|step| (at, step))) {
            Some((at, _)) if self.previous() == Some(at) => Ok(Anchor::PreviousStep),
            Some((_, step)) => Ok(Anchor::Step(step.id)),
            None => Err(self.wrong(Kind::NotAbove(self.above.len()), from..self.at)),
        }
    }

    /// An event by its quoted or its whole name, where that is longer than anything else that begins so.
    pub(super) fn named(&mut self, from: usize) -> Result<Option<Target>, Problem> {
        let plan = self.setting.plan;
        let skips = self.tokens[from..].iter().take_while(|token| is_article(&token.word)).count();
        for skipped in [0, skips] {
            let at = from + skipped;
            let words = &self.tokens[at..];
            let quoted_from = words.first().and_then(|token| token.quoted_from);
            let named = match quoted_from {
                Some(byte) => Some(quoted(plan, self.text, byte, words)),
                None => whole_name(plan, words).filter(|named| match named {
                    Named::Event(_, words) | Named::Several(words) => {
                        skipped + words > built_in(&self.tokens[from..]) && self.may_end(at + words)
                    }
                    Named::None(..) => true,
                }),
            };
            match named {
                None => {}
                Some(Named::Event(id, words)) => {
                    self.at = at + words;
                    // `the renewal date`
                    _ = self.takes("date") || self.takes("day");
                    return Ok(Some(Target::Known(Anchor::Event(id))));
                }
                Some(Named::Several(words)) => return Err(self.wrong(Kind::SameName, at..at + words)),
                Some(Named::None(words, place)) => {
                    self.at = at + words.max(1);
                    let name = Line::fitted(self.text[place.clone()].trim());
                    self.new_event = Some(place);
                    return Ok(Some(Target::New(name)));
                }
            }
            if skips == 0 {
                break;
            }
        }
        Ok(None)
    }

    /// Whether a name may end before this word: what follows goes on about something else.
    fn may_end(&self, at: usize) -> bool {
        let goes_on = |word: &str| {
            [
                "", "date", "day", "on", "not", "best", "but", "at", "within", "wait", "in", "and", "to",
                "-", "plus", "minus",
            ]
            .contains(&word)
                || word.starts_with(|c: char| c.is_ascii_digit())
                || number_word(word).is_some()
                || weekdays(word).is_some()
        };
        goes_on(self.word(at))
            || self.tokens.get(at.wrapping_sub(1)).is_some_and(|token| token.is_last_of_part)
    }

    /// A part of an event's name, or a name the plan does not know: all words up to those that go on about days.
    fn unknown_name(&mut self) -> Result<Target, Problem> {
        let from = self.at;
        let mut to = from;
        while to < self.tokens.len() && !self.ends_name(to, from) {
            to += 1;
            if self.tokens[to - 1].is_last_of_part {
                break;
            }
        }
        if to == from {
            return Err(self.wrong(Kind::Unclear, from..from + 1));
        }
        let mut words = &self.tokens[from..to];
        if words.len() > 1 && words.last().is_some_and(|token| matches!(token.word.as_str(), "date" | "day"))
        {
            words = &words[..words.len() - 1];
        }
        self.at = to;
        if let Some(id) = part_of_name(self.setting.plan, words) {
            return Ok(Target::Known(Anchor::Event(id)));
        }
        let names: Vec<&str> = self.tokens[from..to].iter().map(|token| token.word.as_str()).collect();
        if let Some(word) = names.iter().position(|word| is_time_of_day(word)) {
            return Err(self.wrong(Kind::TimeOfDay, from + word..from + word + 1));
        }
        if is_like_date(&names) {
            return Err(self.wrong(Kind::NotADay, from..to));
        }
        let place = self.place(from..to);
        let name = Line::fitted(&self.text[place.clone()]);
        self.new_event = Some(place);
        Ok(Target::New(name))
    }

    fn ends_name(&self, at: usize, from: usize) -> bool {
        let ahead = |at: usize| {
            let at = if is_article(self.word(at)) { at + 1 } else { at };
            weekdays(self.word(at)).is_some()
        };
        match self.word(at) {
            "on" => ahead(at + 1) && at > from,
            "best" => self.is(at + 1, "on"),
            "not" => among("right before", self.word(at + 1)),
            "at" => is_time_of_day(self.word(at + 1)) || among("most the", self.word(at + 1)),
            _ => false,
        }
    }
}

/// `last try of`, before a step.
const LAST_TRY: [&[&str]; 3] = [&["last"], &["try", "attempt"], &["of"]];

fn is_last_try(words: &[Token]) -> bool {
    let is_said = |(said, words): (&Token, &&[&str])| words.contains(&said.word.as_str());
    words.len() > LAST_TRY.len() && words.iter().zip(&LAST_TRY).all(is_said)
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "our" | "their" | "a" | "an")
}

fn digits(word: &str) -> Option<u32> {
    let is_digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| word.parse().unwrap_or(u32::MAX))
}
