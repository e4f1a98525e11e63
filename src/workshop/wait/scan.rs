//! The words of a wait, one after the other.

use chrono::Weekday;

use super::{From, Wait, WaitError, date, event};
use crate::calendar::{FIRST_DAY, LAST_DAY, WorkWeek, iso_date};
use crate::plan::{Anchor, Eves, Line, PlanParts, Step, Unit};

/// Words for what is counted, and how many of it they are.
const UNITS: [(&str, Unit, i32); 21] = [
    ("day", Unit::WorkingDays, 1),
    ("days", Unit::WorkingDays, 1),
    ("d", Unit::WorkingDays, 1),
    ("workday", Unit::WorkingDays, 1),
    ("workdays", Unit::WorkingDays, 1),
    ("business", Unit::WorkingDays, 1),
    ("wd", Unit::WorkingDays, 1),
    ("calendar", Unit::CalendarDays, 1),
    ("exact", Unit::ExactDays, 1),
    ("week", Unit::Weeks, 1),
    ("weeks", Unit::Weeks, 1),
    ("w", Unit::Weeks, 1),
    ("fortnight", Unit::CalendarDays, 14),
    ("fortnights", Unit::CalendarDays, 14),
    ("month", Unit::Months, 1),
    ("months", Unit::Months, 1),
    ("m", Unit::Months, 1),
    ("quarter", Unit::Months, 3),
    ("quarters", Unit::Months, 3),
    ("year", Unit::Months, 12),
    ("years", Unit::Months, 12),
];

/// Words that say nothing here.
const FILLERS: [&str; 11] =
    ["the", "of", "in", "for", "wait", "best", "only", "working", "later", "then", "between"];

/// Reads a whole text.
pub(super) fn scan(text: &str, plan: &PlanParts, above: &[Step]) -> Result<Wait, WaitError> {
    let text = text.to_ascii_lowercase().replace(['–', '—'], "-").replace(',', " ");
    let words = pieces(&text);
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    if words.is_empty() {
        return Err(WaitError::Empty);
    }
    let wait = Wait::default();
    let mut scanner = Scanner { words: &words, at: 0, plan, above, wait, within: None, is_back: false };
    scanner.run()?;
    Ok(scanner.finished())
}

/// Words, with `3d` and `5-10` taken apart; dates stay whole.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c| matches!(c, '.' | ';' | ':' | '!' | '"' | '“' | '”'));
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = word.split_at(digits);
        match rest.strip_prefix('-') {
            Some(last) if digits > 0 && iso_date(word).is_none() => {
                let last: Vec<_> = ["to", last].into_iter().filter(|part| !part.is_empty()).collect();
                pieces.push(number.to_owned());
                pieces.extend(self::pieces(&last.join(" ")));
            }
            _ if digits > 0 && ["d", "w", "m", "wd"].contains(&rest) => {
                pieces.extend([number.to_owned(), rest.to_owned()]);
            }
            _ if word.is_empty() => {}
            _ => pieces.push(word.to_owned()),
        }
    }
    pieces
}

struct Scanner<'a> {
    words: &'a [&'a str],
    at: usize,
    plan: &'a PlanParts,
    above: &'a [Step],
    wait: Wait,
    /// The first of the days that `within` allows.
    within: Option<i32>,
    is_back: bool,
}

impl<'a> Scanner<'a> {
    fn run(&mut self) -> Result<(), WaitError> {
        while let Some(word) = self.next() {
            match word {
                "within" => self.within = Some(1),
                "up" if self.takes("to") => self.within = Some(1),
                "at" if self.takes("once") => self.at_once(),
                "at" if self.takes("most") => self.within = Some(i32::from(self.wait.count.is_some())),
                "at" if self.takes("the") && self.takes("latest") => self.within = Some(1),
                "to" | "and" if self.wait.count.is_some() => self.wait.last = Some(self.number()?),
                "half" if self.takes("a") && self.takes("year") => self.length(6, Unit::Months),
                "next" => self.wait.count = Some(1),
                "couple" => self.wait.count = Some(2),
                "same" if self.takes("day") => {
                    self.at_once();
                    if self.takes("as") {
                        self.anchor()?;
                    }
                }
                "tomorrow" => self.length(1, Unit::WorkingDays),
                "today" | "immediately" | "now" => self.at_once(),
                "after" | "from" => self.anchor()?,
                "before" => {
                    self.is_back = true;
                    self.anchor()?;
                }
                "on" => self.on()?,
                "not" => self.not()?,
                "every" | "each" => return Err(WaitError::Repeats),
                "exactly" => self.wait.unit = Some(Unit::ExactDays),
                _ if self.unit(word) => {}
                _ if weekdays_of(word).is_some() => {
                    self.at -= 1;
                    self.weekdays();
                }
                _ if number_of(word).is_some() && self.wait.count.is_none() => {
                    self.at -= 1;
                    self.wait.count = Some(self.number()?);
                }
                _ if FILLERS.contains(&word) => {}
                _ if word.contains('/') => return Err(WaitError::AmbiguousDate),
                _ => return Err(WaitError::Unclear(word.to_owned())),
            }
        }
        Ok(())
    }

    /// `within` makes the number said the last one, `before` turns both round.
    fn finished(mut self) -> Wait {
        if let (Some(first), None, Some(count)) = (self.within, self.wait.last, self.wait.count) {
            self.wait.last = Some(count).filter(|last| *last > first);
            self.wait.count = Some(first.min(count));
        }
        if self.is_back {
            let (count, last) = (self.wait.count.unwrap_or(0), self.wait.last);
            let (near, far) = (count.min(last.unwrap_or(count)), count.max(last.unwrap_or(count)));
            (self.wait.count, self.wait.last) = (Some(-far), last.map(|_| -near));
        }
        self.wait
    }

    fn peek(&self) -> Option<&'a str> {
        self.words.get(self.at).copied()
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.peek()?;
        self.at += 1;
        Some(word)
    }

    /// Passes a word over, if it comes next.
    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.peek() == Some(word);
        self.at += usize::from(is_next);
        is_next
    }

    fn number(&mut self) -> Result<i32, WaitError> {
        let word = self.next().unwrap_or_default();
        match number_of(word) {
            Some(number) if number <= 9999 => Ok(number as i32),
            Some(_) => Err(WaitError::TooLong),
            None => Err(WaitError::Unclear(word.to_owned())),
        }
    }

    fn length(&mut self, count: i32, unit: Unit) {
        (self.wait.count, self.wait.unit) = (Some(count), Some(unit));
    }

    fn at_once(&mut self) {
        self.length(0, Unit::WorkingDays);
    }

    /// Whether the word says what is counted.
    fn unit(&mut self, word: &str) -> bool {
        let Some((_, unit, times)) = UNITS.iter().find(|(known, ..)| *known == word) else { return false };
        // `calendar days` and `exact days` are settled by their first word.
        let is_settled = word.starts_with('d') && self.wait.unit.is_some();
        if !is_settled {
            self.wait.unit = Some(*unit);
        }
        self.wait.count = self.wait.count.map(|count| count * times).or((*times > 1).then_some(*times));
        self.wait.last = self.wait.last.map(|last| last * times);
        true
    }

    /// What stands behind `after` or `before`.
    fn anchor(&mut self) -> Result<(), WaitError> {
        // `after a week`, `after 3 days`: of what goes without saying.
        let is_length = |word: &&str| UNITS.iter().any(|(unit, ..)| unit == word) || *word == "couple";
        if self.peek().and_then(number_of).is_some() && self.words.get(self.at + 1).is_some_and(is_length) {
            return Ok(());
        }
        while self.takes("the") || self.takes("our") || self.takes("their") || self.takes("a") {}
        let anchor = match self.next() {
            Some("start") => {
                self.takes("date");
                Anchor::Start
            }
            Some("step") if self.takes("before") => Anchor::PreviousStep,
            Some("previous" | "last") => {
                self.takes("step");
                Anchor::PreviousStep
            }
            Some("it" | "that") => Anchor::PreviousStep,
            Some("step") => self.step()?,
            Some(_) => {
                self.at -= 1;
                return self.day_or_event();
            }
            // `a week after`, of what goes without saying.
            None if !self.is_back => return Ok(()),
            None => return Err(WaitError::Unclear("before".to_owned())),
        };
        self.wait.from = Some(From::Anchor(anchor));
        Ok(())
    }

    fn step(&mut self) -> Result<Anchor, WaitError> {
        let number = usize::try_from(self.number()?).unwrap_or(0);
        match number.checked_sub(1).and_then(|at| self.above.get(at)) {
            Some(_) if number == self.above.len() => Ok(Anchor::PreviousStep),
            Some(step) => Ok(Anchor::Step(step.id)),
            None => Err(WaitError::NotAbove(self.above.len())),
        }
    }

    /// A date, or the name of an event: all words up to those that go on about days.
    fn day_or_event(&mut self) -> Result<(), WaitError> {
        let rest = &self.words[self.at..];
        if let Some(date) = rest.first().and_then(|word| iso_date(word)) {
            self.at += 1;
            let is_known = (FIRST_DAY..=LAST_DAY).contains(&date);
            return self.counted_from(Anchor::Date(date), is_known);
        }
        if let Some(date) = rest.get(..3).and_then(date) {
            self.at += 3;
            return self.counted_from(Anchor::Date(date), true);
        }
        if rest.first().is_some_and(|word| word.contains('/')) {
            return Err(WaitError::AmbiguousDate);
        }
        let length = rest.iter().position(|word| ["on", "not", "best"].contains(word)).unwrap_or(rest.len());
        let name = rest[..length].join(" ");
        self.at += length;
        self.wait.from = Some(match event(self.plan, &name) {
            Some(id) => From::Anchor(Anchor::Event(id)),
            None => From::NewEvent(Line::fitted(&name)),
        });
        Ok(())
    }

    fn counted_from(&mut self, anchor: Anchor, is_known: bool) -> Result<(), WaitError> {
        self.wait.from = Some(From::Anchor(anchor));
        if is_known { Ok(()) } else { Err(WaitError::TooLong) }
    }

    /// Weekdays, the start, or the very day of something.
    fn on(&mut self) -> Result<(), WaitError> {
        while self.takes("the") || self.takes("a") {}
        match self.peek() {
            Some(word) if weekdays_of(word).is_some() => {
                self.weekdays();
                Ok(())
            }
            Some(_) => {
                if self.takes("day") {
                    self.takes("of");
                }
                self.wait.count = self.wait.count.or(Some(0));
                self.anchor()
            }
            None => Err(WaitError::Unclear("on".to_owned())),
        }
    }

    /// `tuesday or thursday`, `tue-thu`, `weekdays`.
    fn weekdays(&mut self) {
        let mut wanted = Vec::new();
        while let Some(word) = self.peek() {
            match weekdays_of(word) {
                Some(days) => wanted.extend(days),
                None if ["or", "and", "a"].contains(&word) => {}
                None => break,
            }
            self.at += 1;
        }
        let others = WEEK.into_iter().filter(|day| !wanted.contains(day));
        self.wait.weekdays = WorkWeek::from_days_off(others).ok();
    }

    fn not(&mut self) -> Result<(), WaitError> {
        self.takes("right");
        let is_before = self.takes("before");
        while self.takes("a") || self.takes("the") || self.takes("any") {}
        match self.next() {
            Some("holiday" | "holidays") if is_before => {
                self.wait.eves = Some(Eves::Avoided);
                Ok(())
            }
            word => Err(WaitError::Unclear(word.unwrap_or("not").to_owned())),
        }
    }
}

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The weekdays a word names: `tue`, `tuesdays`, `tue-thu`, `weekdays`.
fn weekdays_of(word: &str) -> Option<Vec<Weekday>> {
    const NAMES: [&str; 7] =
        ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"];
    let at = |word: &str| NAMES.iter().position(|name| word.len() >= 3 && name.starts_with(word));
    if ["weekday", "weekdays"].contains(&word) {
        return Some(WEEK[..5].to_vec());
    }
    match word.split_once('-') {
        Some((first, last)) => Some(WEEK.get(at(first)?..=at(last)?)?.to_vec()),
        None => Some(vec![WEEK[at(word)?]]),
    }
}

/// `3`, `three`, `a`.
fn number_of(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    match word {
        "a" | "an" => Some(1),
        _ if word.bytes().all(|byte| byte.is_ascii_digit()) => word.parse().ok(),
        _ => WORDS.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok()),
    }
}
