//! The words of a wait, one after the other.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::anchor::Target;
use super::date::date;
use super::hint::written;
use super::length::Length;
use super::token::{Token, tokens};
use super::vocabulary::{
    Counted, among, begins_bound, counted, is_feast, is_filler, is_part_of_time, is_repeated, is_time_of_day,
    month, ordinal, weekdays,
};
use super::{Hint, Kind, Problem, Reading, Setting};
use crate::calendar::{WorkWeek, short_month};
use crate::plan::{Direction, Eves, Step, Unit};

/// Reads a whole text.
pub(super) fn read(text: &str, setting: Setting<'_>) -> Result<Reading, Problem> {
    // What was taken for text is something else.
    if let Some(at) = text.find('\0') {
        return Err(Problem::new(Kind::Unclear, at..at + 1));
    }
    let tokens = tokens(text);
    if tokens.is_empty() {
        return Err(Problem::new(Kind::Empty, 0..text.len()));
    }
    let mut reader = Reader::new(text, &tokens, setting);
    reader.run()?;
    reader.finished()
}

/// How the lengths that were written bound the wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// So long; or from one to the other.
    Said,
    /// From the first day to the end of it.
    Within,
    /// From the day itself to the end of it.
    AtMost,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) setting: Setting<'a>,
    pub(super) above: &'a [Step],
    /// The bytes of a name that the plan does not know.
    pub(super) new_event: Option<Range<usize>>,
    pub(super) first: Option<Length>,
    pub(super) last: Option<Length>,
    pub(super) reach: Reach,
    /// On the very day of what it is counted from.
    pub(super) is_day_itself: bool,
    pub(super) target: Option<Target>,
    pub(super) direction: Direction,
    pub(super) weekdays: Option<WorkWeek>,
    pub(super) eves: Eves,
    /// Where `next week` is said.
    pub(super) next_week: Option<Range<usize>>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, tokens: &'a [Token], setting: Setting<'a>) -> Self {
        let above = setting.plan.sequences.iter().find_map(|(_, sequence)| {
            let at = sequence.steps.iter().position(|step| step.id == setting.step)?;
            Some(&sequence.steps[..at])
        });
        Self {
            text,
            tokens,
            at: 0,
            setting,
            above: above.unwrap_or_default(),
            new_event: None,
            first: None,
            last: None,
            reach: Reach::Said,
            is_day_itself: false,
            target: None,
            direction: Direction::After,
            weekdays: None,
            eves: Eves::Taken,
            next_week: None,
        }
    }

    fn run(&mut self) -> Result<(), Problem> {
        while self.at < self.tokens.len() {
            self.part()?;
        }
        Ok(())
    }

    /// One thing that is said.
    fn part(&mut self) -> Result<(), Problem> {
        let from = self.at;
        let word = self.word(from).to_owned();
        if let Some(found) = date(&self.tokens[from..], self.next_from()) {
            let target = self.dated(from, found)?;
            self.is_apart(from)?;
            self.is_day_itself = true;
            return self.counted_from(target, from);
        }
        if self.tokens[from].quoted_from.is_some() && self.takes_event(from)? {
            return Ok(());
        }
        // `the third working day after the fair`
        if self.begins_nth(from) {
            self.at += 1;
            let counted = self.counted();
            let number = ordinal(&word).unwrap_or(1);
            return self.lengths(Length { number, counted, place: self.place(from..self.at) });
        }
        if let Some(length) = self.length()? {
            return self.lengths(length);
        }
        self.at += 1;
        match word.as_str() {
            "within" | "inside" | "maximum" | "max" => self.bounded(Reach::Within, from),
            "up" if self.takes("to") => self.bounded(Reach::Within, from),
            "no" | "not" if self.takes("later") || self.takes("more") => {
                self.takes("than");
                match () {
                    () if self.begins_day() => self.on(from),
                    // `no later than the end of the week`: what that is comes next.
                    () if self.begins_part_of_time() => Ok(()),
                    () => self.bounded(Reach::Within, from),
                }
            }
            "no" | "not" if self.takes("earlier") || self.takes("sooner") || self.takes("less") => {
                self.takes("than");
                Ok(())
            }
            "min" if self.is_number(self.at) => Ok(()),
            "at" if self.takes("once") => self.at_once(from),
            // `right after the fair`, `immediately before the renewal`
            "shortly" | "just" | "soon" if self.begins_side() => Ok(()),
            "straight" | "right" | "immediately" if self.begins_side() => {
                let is_alone = self.at + 1 == self.tokens.len();
                if self.is(self.at, "after") && (is_alone || self.begins_step(self.at + 1)) {
                    self.at += usize::from(is_alone);
                    self.at_once(from)
                } else {
                    Ok(())
                }
            }
            "straight" | "right" if self.takes("away") || self.takes("now") => self.at_once(from),
            "more" | "less" | "fewer" if self.takes("than") => Err(self.wrong(Kind::Unclear, from..self.at)),
            "few" | "several" => {
                let article = usize::from(from > 0 && self.is(from - 1, "a"));
                Err(self.wrong(Kind::Unclear, from - article..self.at))
            }
            // `Monday at 10`
            "at" if self.word(self.at).bytes().all(|byte| byte.is_ascii_digit())
                && self.is_number(self.at) =>
            {
                Err(self.wrong(Kind::TimeOfDay, from..self.at + 1))
            }
            "as" if self.takes("soon") && self.takes("as") && self.takes("possible") => self.at_once(from),
            "no" | "without" if self.takes("wait") || self.takes("waiting") || self.takes("delay") => {
                self.at_once(from)
            }
            "at" if self.takes("most") => self.at_most(from),
            // `Monday at the latest`: that is when it is due.
            "latest" if self.first.is_none() && !self.begins_bounded() => Ok(()),
            "latest" => self.bounded(Reach::Within, from),
            "earliest" => Ok(()),
            "at" if self.is(self.at, "the") && self.is(self.at + 1, "earliest") => {
                self.at += 2;
                Ok(())
            }
            "at" if (self.weekdays.is_some() || self.is_day_itself) && self.take_latest() => Ok(()),
            "at" if self.take_latest() => self.bounded(Reach::Within, from),
            "at" if self.takes("least") => Ok(()),
            "between" if weekdays(self.word(self.at)).is_some() => self.suiting(from),
            "between" => self.between(from),
            "from" => self.after_from(from),
            "over" | "during" if self.takes("the") && self.takes("next") => self.bounded(Reach::Within, from),
            // `this Friday` is the one that comes.
            "this" if self.takes("coming") || weekdays(self.word(self.at)).is_some() => self.next(from),
            "next" | "coming" => self.next(from),
            "following" if self.begins_what_comes() => self.next(from),
            "following" => self.after(Direction::After, from),
            // `within a week of step 1`
            "of" if self.first.is_some() && self.begins_length(self.at) => {
                Err(self.wrong(Kind::Unclear, from..from + 1))
            }
            "of" if self.first.is_some() => self.after(Direction::After, from),
            "in" if self.takes("advance") && self.takes("of") => self.after(Direction::Before, from),
            // `first thing tomorrow`, `some time next week`, `in a week or so`
            "first" if self.takes("thing") => Ok(()),
            "some" if self.takes("time") => Ok(()),
            "or" if self.first.is_some() && self.takes("so") => Ok(()),
            "or" if self.takes("thereabouts") => Ok(()),
            "this" if self.takes("time") => Ok(()),
            "give" | "leave" if self.takes("it") || self.is_number(self.at) => Ok(()),
            // `end of day Friday`
            "end" | "close" if self.is(self.at, "of") && among("day business", self.word(self.at + 1)) => {
                self.at += 2;
                if self.begins_day() || self.is(self.at, "tomorrow") {
                    return Ok(());
                }
                Err(self.wrong(Kind::TimeOfDay, from..self.at))
            }
            // `one week on`
            "on" if self.first.is_some()
                && (self.tokens[from].is_last_of_part || self.at == self.tokens.len()) =>
            {
                Ok(())
            }
            "eod" | "cob" if self.begins_day() || self.is(self.at, "tomorrow") => Ok(()),
            // `the first Monday after the fair`
            "first" if weekdays(self.word(self.at)).is_some() && self.is(self.at + 1, "after") => Ok(()),
            "last" if weekdays(self.word(self.at)).is_some() && self.is(self.at + 1, "before") => Ok(()),
            // `by Friday`: that is when it is due
            "by" | "until" | "till" | "over" | "during" | "at" if self.begins_day() => self.on(from),
            "by" | "until" | "till" if among("today tomorrow eod cob", self.word(self.at)) => Ok(()),
            "after" if begins_bound(self.word(self.at)) && self.is_number(self.at + 1) => Ok(()),
            "at" | "upon" if self.begins_event() => self.on_day_of(from),
            "same" if self.takes("day") => self.same_day(from),
            "tomorrow" | "tmrw" => self.ahead(1, from),
            "day" if self.is(self.at, "after") && self.is(self.at + 1, "tomorrow") => {
                self.at += 2;
                self.ahead(2, from)
            }
            "day" if self.takes("of") => self.on_day_of(from),
            "today" | "immediately" | "now" | "asap" | "a.s.a.p" | "straightaway" | "instantly" => {
                self.at_once(from)
            }
            "after" => self.after(Direction::After, from),
            "before" => self.after(Direction::Before, from),
            "prior" if self.takes("to") => self.after(Direction::Before, from),
            "ahead" if self.takes("of") => self.after(Direction::Before, from),
            "on" => self.on(from),
            "and" | "plus" | "&" if self.goes_on() => Ok(()),
            // `the renewal + 5 days`
            "plus" if self.is_number(self.at) => self.turned(Direction::After),
            // `step 1 + 3 days`
            "step" | "start" if self.first.is_none() && self.begins_sum(from) => {
                self.at = from;
                self.after(Direction::After, from)
            }
            "-" | "minus" if self.is_day_itself && self.target.is_some() && self.is_number(self.at) => {
                self.turned(Direction::Before)
            }
            "except" | "excluding" | "excl" | "never" | "avoid" | "avoiding" => self.not(from),
            "at" | "by" | "until" if self.begins_part_of_time() => Ok(()),
            "not" => self.not(from),
            "exactly" => self.exactly(from),
            "-" if self.is_number(self.at) => Err(self.wrong(Kind::Negative, from..self.at + 1)),
            word => self.other(word, from),
        }
    }

    /// Whether an event is named here, by itself: then it is counted from its day.
    fn takes_event(&mut self, from: usize) -> Result<bool, Problem> {
        let at = self.at;
        match self.named(from)? {
            Some(named @ Target::Known(_)) => {
                self.is_apart(from)?;
                self.is_day_itself = true;
                self.counted_from(named, from)?;
                Ok(true)
            }
            // Quotation marks around anything else say nothing.
            Some(Target::New(_)) => {
                (self.at, self.new_event) = (at, None);
                Ok(false)
            }
            None => {
                self.at = at;
                Ok(false)
            }
        }
    }

    /// Whether a day may stand here by itself. `10 days the renewal` does not say on which side of it.
    fn is_apart(&self, from: usize) -> Result<(), Problem> {
        let Some(first) = &self.first else { return Ok(()) };
        let mut problem = self.wrong(Kind::Unclear, from..self.at);
        problem.hints.extend(["after", "before"].map(|side| {
            let name = &self.text[problem.place.clone()];
            written(self.text, &(first.place.end..problem.place.end), &format!(" {side} {name}"))
        }));
        Err(problem)
    }

    /// So many days from the day that was named, and not that day.
    fn turned(&mut self, direction: Direction) -> Result<(), Problem> {
        if self.target.is_some() {
            self.direction = direction;
        }
        self.is_day_itself = false;
        Ok(())
    }

    fn other(&mut self, word: &str, from: usize) -> Result<(), Problem> {
        self.at = from;
        let unit = self.counted();
        if unit.is_some() && among("after before following later", self.word(self.at)) {
            // `the day after the fair`, `the week after next`
            let is_next = self.is(self.at, "after") && self.is(self.at + 1, "next");
            self.at += if is_next { 2 } else { 0 };
            let number = if is_next { 2 } else { 1 };
            let length = Length { number, counted: unit, place: self.place(from..self.at) };
            return self.lengths(length);
        }
        if let Some(number) = unit.and_then(|_| self.word(self.at).parse::<u32>().ok()) {
            let mut problem = self.wrong(Kind::NotADay, from..self.at + 1);
            let unit = self.text[self.place(from..self.at)].trim_end_matches('s');
            problem.hints.extend([number, number.saturating_sub(1)].map(|number| {
                let s = if number == 1 { "" } else { "s" };
                written(self.text, &problem.place, &format!("{number} {unit}{s} after the start"))
            }));
            return Err(problem);
        }
        self.at = from + 1;
        // An event that stands alone: on its day.
        let is_word = !is_filler(word) && weekdays(word).is_none();
        if is_word && self.takes_event(from)? {
            return Ok(());
        }
        if is_repeated(word) || (word == "times" || word == "once") {
            return Err(self.wrong(Kind::Repeats, from..from + 1));
        }
        if is_time_of_day(word) || (word == "at" && is_time_of_day(self.word(self.at))) {
            return Err(self
                .wrong(Kind::TimeOfDay, from..self.tokens.len().min(from + 1 + usize::from(word == "at"))));
        }
        if weekdays(word).is_some() {
            self.at = from;
            return self.suiting(from);
        }
        if is_feast(word) && self.first.is_none() {
            self.at = from;
            return self.on_day_of(from);
        }
        let names_part = is_part_of_time(word)
            || ordinal(word).is_some()
            || matches!(word, "last" | "this")
            || (word == "start" && self.is(self.at, "of"))
            || (counted(word).is_some() && self.is(self.at, "end"));
        if names_part {
            return Err(self.wrong(Kind::NotADay, from..self.end_of_part(from)));
        }
        if is_filler(word) || word.is_empty() {
            return Ok(());
        }
        Err(self.wrong(Kind::Unclear, from..from + 1))
    }

    /// `next week`, `next Tuesday`, `next working day`, `next 5 days`.
    fn next(&mut self, from: usize) -> Result<(), Problem> {
        if weekdays(self.word(self.at)).is_some() && counted(self.word(self.at)).is_none() {
            return self.suiting(from);
        }
        if matches!(date(&self.tokens[self.at..], self.next_from()), Some(Ok(_))) {
            return Ok(());
        }
        if self.is_number(self.at) {
            return self.bounded(Reach::Within, from);
        }
        let at = self.at;
        match self.counted() {
            Some(counted) => {
                if counted == Counted::Of(Unit::Weeks, 1) {
                    let goes_along = |at: &usize| among("of the", self.word(*at));
                    let before = (0..from).rev().take_while(goes_along).last().unwrap_or(from);
                    self.next_week = Some(self.place(before..self.at));
                }
                let place = self.place(from..self.at);
                self.lengths(Length { number: 1, counted: Some(counted), place })
            }
            None if at >= self.tokens.len() => Err(self.wrong(Kind::Unfinished, from..at)),
            None if is_time_of_day(self.word(at)) => Err(self.wrong(Kind::TimeOfDay, at..at + 1)),
            // `next January`
            None if month(self.word(at)).is_some() => Ok(()),
            None => Err(self.wrong(Kind::Unclear, at..at + 1)),
        }
    }

    fn same_day(&mut self, from: usize) -> Result<(), Problem> {
        if self.takes("as") {
            return self.on_day_of(from);
        }
        self.at_once(from)
    }

    pub(super) fn at_once(&mut self, from: usize) -> Result<(), Problem> {
        self.is_first_length(from)?;
        self.is_day_itself = true;
        Ok(())
    }

    /// So many working days on from the step before.
    fn ahead(&mut self, days: u32, from: usize) -> Result<(), Problem> {
        self.is_first_length(from)?;
        let counted = Some(Counted::PlainDays);
        self.first = Some(Length { number: days, counted, place: self.place(from..self.at) });
        Ok(())
    }

    pub(super) fn is_first_length(&self, from: usize) -> Result<(), Problem> {
        let is_first = self.first.is_none() && !self.is_day_itself;
        if is_first { Ok(()) } else { Err(self.wrong(Kind::SecondLength, from..self.at)) }
    }

    pub(super) fn on_day_of(&mut self, from: usize) -> Result<(), Problem> {
        self.is_first_length(from)?;
        match self.target()? {
            Some(target) => {
                self.is_day_itself = true;
                self.counted_from(target, from)
            }
            None => Err(self.wrong(Kind::Unfinished, from..self.at)),
        }
    }

    /// What stands behind `after`, `before`, `from`.
    pub(super) fn after(&mut self, direction: Direction, from: usize) -> Result<(), Problem> {
        let at = self.at;
        match self.target()? {
            Some(target) => {
                if direction == Direction::Before && !target.is_fixed() {
                    return Err(self.wrong(Kind::CannotCountBack, from..self.at));
                }
                self.direction = direction;
                self.counted_from(target, from)
            }
            // `a week after`, `after a week`: of what goes without saying.
            None if direction == Direction::After && (self.first.is_some() || at < self.tokens.len()) => {
                Ok(())
            }
            None if direction == Direction::After && self.weekdays.is_some() => Ok(()),
            None if at < self.tokens.len() => {
                // `before 3 days`
                Err(self.wrong(Kind::CannotCountBack, from..at + 1))
            }
            None => Err(self.wrong(Kind::Unfinished, from..at)),
        }
    }

    pub(super) fn counted_from(&mut self, target: Target, from: usize) -> Result<(), Problem> {
        if self.target.is_some() {
            return Err(self.wrong(Kind::SaidTwice, from..self.at));
        }
        self.target = Some(target);
        Ok(())
    }

    // Not inlined, like what follows: it is asked for all over.
    #[inline(never)]
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    /// Whether a word stands at a place.
    #[inline(never)]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// Passes a word over, if it comes next.
    pub(super) fn takes(&mut self, word: &str) -> bool {
        let is_next = self.at < self.tokens.len() && self.word(self.at) == word;
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn counted_here(&mut self) -> Option<Counted> {
        let found = counted(self.word(self.at))?;
        self.at += 1;
        Some(found)
    }

    /// Where the part ends in which a word stands.
    pub(super) fn end_of_part(&self, at: usize) -> usize {
        let ends = |at: &usize| self.tokens[at - 1].is_last_of_part;
        (at + 1..=self.tokens.len()).find(ends).unwrap_or(self.tokens.len())
    }

    /// The bytes of some words.
    pub(super) fn place(&self, words: Range<usize>) -> Range<usize> {
        let to = words.end.clamp(1, self.tokens.len());
        let from = words.start.min(to - 1);
        self.tokens[from].place.start..self.tokens[to - 1].place.end
    }

    pub(super) fn wrong(&self, kind: Kind, words: Range<usize>) -> Problem {
        Problem::new(kind, self.place(words))
    }

    /// The text with a date in place of what may have meant it.
    pub(super) fn in_place_of(&self, place: &Range<usize>, date: NaiveDate) -> Hint {
        written(self.text, place, &format!("{} {} {}", date.day(), short_month(date), date.year()))
    }
}
