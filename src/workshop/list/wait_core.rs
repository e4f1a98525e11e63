//! What makes a wait of some words: a length, a day, a part of the year, an event.

use super::wait_phrase::{LEADS, Looking};
use crate::workshop::wait::Kind;
use crate::workshop::wait::date::date;
use crate::workshop::wait::name::part_of_name;
use crate::workshop::wait::token::tokens;
use crate::workshop::wait::vocabulary::{
    among, counted, is_feast, is_time_of_day, kind_of_days, month, number_word, ordinal, weekdays,
};

/// Words before a part of the year, which is named besides: `the Q1 report`.
const BEFORE_PARTS: &str = "in by during before after until from of early late mid end";

/// Whether it may be a part of something: `1/2`, `2/3`.
fn is_part(word: &str) -> bool {
    let numbers = word.split_once('/').and_then(|(of, all)| Some((of.parse().ok()?, all.parse().ok()?)));
    numbers.is_some_and(|(of, all): (u32, u32)| of <= all && all <= 4)
}

impl Looking<'_> {
    pub(super) fn is_length(&self, at: usize) -> bool {
        self.length(at).is_some()
    }

    /// A number and what is counted: the end of both.
    pub(super) fn length(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let is_number = |at: usize| {
            let word = words.word(at);
            word.starts_with(|c: char| c.is_ascii_digit()) || number_word(word).is_some() || word == "couple"
        };
        let is_article = among("a an", words.word(at));
        if !is_number(at) && !is_article && words.word(at) != "half" {
            return None;
        }
        let is_between = |at: usize| {
            is_number(at)
                || kind_of_days(words.word(at)).is_some()
                || among("to - and or of a hundred couple half", words.word(at))
        };
        let unit = (at + 1..at + 6).find(|at| !is_between(*at) || self.unit(*at))?;
        let is_straight = !is_article
            || unit == at + 1
            || is_between(at + 1) && !among("a and or to of", words.word(at + 1));
        // `Touch 3: day 7`
        let is_apart = words.tokens[at..unit].iter().any(|token| token.is_last_of_part);
        (self.unit(unit) && is_straight && !is_apart && !self.is_in_name(at)).then_some(unit + 1)
    }

    /// Whether a number is part of what is done: `Email 2 (4 days)`, `Email 2 - 3 days`, and not `wait 2 - 3 days`.
    fn is_in_name(&self, at: usize) -> bool {
        let words = self.words;
        let Some(next) = words.tokens.get(at + 1) else { return false };
        let between = &words.text[words.tokens[at].place.end..next.place.start];
        let before = words.word_before(at);
        let is_named = !words.ends_before(at)
            && (before == "up" || !among(LEADS, before) && !among("every each again then and", before));
        let is_dashed = next.word == "-" && between.starts_with(' ') && self.is_length(at + 2);
        between.contains(['(', '[']) || is_named && is_dashed
    }

    /// Something that is counted. A letter stands for it only right behind its number; hours are counted too, in vain.
    fn unit(&self, at: usize) -> bool {
        let word = self.words.word(at);
        let is_close = |token: usize| {
            let tokens = &self.words.tokens;
            token > 0 && tokens[token - 1].place.end == tokens[token].place.start
        };
        match word {
            "m" | "y" | "am" | "pm" => false,
            "d" | "w" | "mo" | "h" => {
                is_close(at) || at > 1 && among("in after within", self.words.word(at - 2))
            }
            "hour" | "hours" | "hr" | "hrs" | "minutes" | "mins" => true,
            _ => counted(word).is_some(),
        }
    }

    /// What makes a wait of some words, if it begins here; the end of it.
    pub(super) fn core(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let (word, next) = (words.word(at), words.word(at + 1));
        if word.is_empty() {
            return None;
        }
        if let Some(end) = self.length(at) {
            return Some(end);
        }
        if let Some(found) = date(&words.tokens[at..], self.setting.today) {
            let is_said = among("on by before after until from in", words.word_before(at));
            return match found {
                Ok(found) => Some(at + found.words),
                Err(wrong) if wrong.kind == Kind::NotADay => is_said.then_some(at + wrong.words),
                Err(wrong) => {
                    // `1/2` alone may be a half, and `1/12` at the end a day.
                    let is_date = word.matches('/').count() != 1
                        || words.is_before(&(at..at + 1), &[':'])
                        || word != "24/7"
                            && (wrong.meant.len() == 1 || at > 0 && at + 1 == words.len() && !is_part(word));
                    (is_said || is_date).then_some(at + wrong.words)
                }
            };
        }
        let is_unit = |word: &str| counted(word).is_some();
        let stands_alone = words.ends_before(at) || words.ends_before(at + 1);
        match (word, next) {
            // A number in a cell of its own.
            (number, _) if words.is_cell(at) && number.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(at + 1)
            }
            ("tomorrow" | "tmrw" | "immediately" | "asap", _) => Some(at + 1),
            ("today" | "tonight" | "eod" | "cob" | "eow" | "eom" | "eoy" | "midweek", _) => Some(at + 1),
            ("now", _) if stands_alone && words.word_before(at) != "not" => Some(at + 1),
            ("same", "day") | ("at", "once") | ("straight" | "right", "away" | "after") => Some(at + 2),
            ("a", next) if weekdays(next).is_some() && words.word_before(at) == "on" => Some(at + 2),
            ("every" | "each", "other") => Some(at + 3),
            ("end" | "close", "of") if among("day business", words.word(at + 2)) => {
                let day = words.word(at + 3);
                Some(at + 3 + usize::from(day == "tomorrow" || weekdays(day).is_some()))
            }
            ("between", next) if weekdays(next).is_some() => Some(at + 2),
            ("next" | "following", "morning" | "afternoon" | "evening") => Some(at + 2),
            ("week" | "month" | "quarter" | "year", "end") => Some(at + 2),
            ("next" | "following" | "coming", next) if is_unit(next) || weekdays(next).is_some() => {
                Some(at + 2)
            }
            ("this", next)
                if is_unit(next)
                    || weekdays(next).is_some()
                    || among("coming morning afternoon evening", next) =>
            {
                Some(at + 2 + usize::from(next == "coming"))
            }
            ("next" | "following", next) if kind_of_days(next).is_some() && is_unit(words.word(at + 2)) => {
                Some(at + 3)
            }
            ("day", "after" | "of" | "later") | ("week" | "month" | "year", "after" | "later") => {
                Some(at + 2)
            }
            ("every" | "each", next)
                if is_unit(next) || weekdays(next).is_some() || self.is_length(at + 1) =>
            {
                Some(at + 2)
            }
            ("once" | "twice", "a") if is_unit(words.word(at + 2)) => Some(at + 3),
            ("start", next) if next != "of" && self.is_behind(at, "on") => {
                Some(at + 1 + usize::from(matches!(next, "date" | "day")))
            }
            _ if self.part_of_time(at).is_some() => self.part_of_time(at),
            ("spring" | "summer" | "autumn" | "winter", _)
                if words.ends_before(at + 1) && self.is_behind(at, BEFORE_PARTS) =>
            {
                Some(at + 1)
            }
            (year, _)
                if year.len() == 4
                    && year.starts_with("20")
                    && year.bytes().all(|byte| byte.is_ascii_digit())
                    && among(
                        "in during early late mid spring summer autumn winter",
                        words.word_before(at),
                    ) =>
            {
                Some(at + 1)
            }
            ("q1" | "q2" | "q3" | "q4", _) if self.is_behind(at, BEFORE_PARTS) => {
                Some(self.with_year(at + 1))
            }
            // `+3 – e-mail`
            ("plus", number)
                if number.bytes().all(|byte| byte.is_ascii_digit()) && words.ends_before(at + 2) =>
            {
                (!number.is_empty()).then_some(at + 2)
            }
            _ if is_feast(word) && self.is_behind(at, "on at in before after by until over") => {
                Some(at + 1 + usize::from(among("day eve year year's monday friday", next)))
            }
            _ if ordinal(word).is_some()
                && word != "second"
                && self.is_behind(at, "on by until before after around about")
                && (words.ends_before(at + 1) || next == "of") =>
            {
                Some(at + 1)
            }
            _ if is_unit(word) && self.is_behind(at, "within") => Some(at + 1),
            _ if weekdays(word).is_some() => {
                // `Wed: e-mail`, `call, Tue`
                let is_alone = words.ends_before(at + 1) && words.word_before(at) != "the"
                    || is_time_of_day(next)
                    || next == "next"
                    || ordinal(next).is_some()
                    || among("or and to & -", next) && weekdays(words.word(at + 2)).is_some();
                // `sat`, `sun` and `wed` are other words too.
                let is_said = among("on next a or and by until", words.word_before(at))
                    || !among("sat sun wed", word)
                    || is_alone;
                // `Black Friday`
                let is_feast = is_feast(words.word_before(at));
                (is_said && !is_unit(word) && !is_feast).then_some(at + 1)
            }
            _ => self.event(at),
        }
    }

    /// `end of the month`, `early next week`, `mid January`
    fn part_of_time(&self, at: usize) -> Option<usize> {
        if !among("end beginning middle start mid early late", self.words.word(at)) {
            return None;
        }
        let is_small = |at: &usize| among("in of the next this", self.words.word(*at));
        let small = (at + 1..at + 4).take_while(is_small).count();
        let named = self.words.word(at + 1 + small);
        let is_named = counted(named).is_some() || month(named).is_some() || among("q1 q2 q3 q4", named);
        let end = self.with_year(at + 2 + small);
        // `end of month report`
        let is_kind = counted(named).is_some()
            && !(at..at + 1 + small).any(|at| among("the next this", self.words.word(at)))
            && !among(LEADS, self.words.word_before(at))
            && !self.words.ends_before(end);
        (is_named && !is_kind).then_some(end)
    }

    /// The end of a part of the year, with the year where that follows.
    fn with_year(&self, end: usize) -> usize {
        let word = self.words.word(end);
        end + usize::from(word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Whether one of these words stands before, or before the article there.
    fn is_behind(&self, at: usize, those: &str) -> bool {
        let article = usize::from(self.words.word_before(at) == "the");
        at.checked_sub(article).is_some_and(|at| among(those, self.words.word_before(at)))
    }

    /// An event of the plan, behind what says that it is counted from.
    fn event(&self, at: usize) -> Option<usize> {
        let is_said = self.is_behind(at, "on after before of");
        let all = &self.words.tokens[at..];
        let named = |name: &str| {
            let name = tokens(name);
            let is_here = !name.is_empty()
                && name.len() <= all.len()
                && name.iter().zip(all).all(|(a, b)| a.word == b.word);
            is_here.then_some(at + name.len())
        };
        self.setting
            .plan
            .events
            .iter()
            .filter(|_| is_said)
            .filter_map(|event| named(event.name.as_str()))
            .max()
            .or_else(|| {
                // `after the fair`
                let is_part = self.is_behind(at, "after before") && self.words.ends_before(at + 1);
                part_of_name(self.setting.plan, all.get(..1)?).filter(|_| is_part).map(|_| at + 1)
            })
    }
}
