//! Dates as people write them: `1 Sep 2027`, `September 1st`, `2027-09-01`, `01.09.2027`.

use chrono::{Datelike, NaiveDate};

use super::token::Token;
use super::vocabulary::{is_part_of_time, month, ordinal, weekdays};
use super::{Kind, Problem};
use crate::calendar::{FIRST_DAY, LAST_DAY};

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::workshop) struct Found {
    pub(in crate::workshop) date: NaiveDate,
    /// How many words it takes.
    pub(in crate::workshop) words: usize,
}

/// A date that is none, or not yet one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::workshop) struct Wrong {
    pub(in crate::workshop) kind: Kind,
    pub(in crate::workshop) words: usize,
    /// The dates that may be meant.
    pub(in crate::workshop) meant: Vec<NaiveDate>,
}

impl Wrong {
    fn new(kind: Kind, words: usize, meant: Vec<NaiveDate>) -> Self {
        Self { kind, words, meant }
    }

    /// With the place of its words; what may be meant becomes hints elsewhere.
    pub(in crate::workshop) fn problem(&self, tokens: &[Token]) -> Problem {
        let (first, last) = (&tokens[0], &tokens[self.words.max(1) - 1]);
        Problem::new(self.kind.clone(), first.place.start..last.place.end)
    }
}

/// The date that begins a list of words; `None` where none does. A day without a year is the next one from `from` on.
pub(in crate::workshop) fn date(tokens: &[Token], from: NaiveDate) -> Option<Result<Found, Wrong>> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    // `Tue 1 Dec 2026`, `Tuesday the 1st of December`
    if let Some([day]) = weekdays(word(0)).as_deref() {
        let article = usize::from(word(1) == "the");
        let at = 1 + article;
        let is_day =
            word(at).starts_with(|c: char| c.is_ascii_digit()) && !tokens[0].word.contains(['-', '/']);
        let rest = is_day.then(|| date(tokens.get(at..).unwrap_or_default(), from)).flatten()?;
        return Some(match rest {
            Ok(found) if found.date.weekday() == *day => Ok(Found { words: found.words + at, ..found }),
            Ok(found) => Err(Wrong::new(Kind::OtherWeekday, found.words + at, vec![found.date])),
            Err(wrong) => Err(Wrong { words: wrong.words + at, ..wrong }),
        });
    }
    let article = usize::from(word(0) == "the");
    let rest = tokens.get(article..).unwrap_or_default();
    let in_digits = || numeric(word(article), from).or_else(|| pointed(rest, from));
    // The article is a word of it as well.
    let longer = |found: Result<Found, Wrong>| match found {
        Ok(found) => Ok(Found { words: found.words + article, ..found }),
        Err(wrong) => Err(Wrong { words: wrong.words + article, ..wrong }),
    };
    named(tokens, article, from).or_else(|| in_digits().map(longer))
}

/// A date whose month is a word.
fn named(tokens: &[Token], article: usize, from: NaiveDate) -> Option<Result<Found, Wrong>> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    let day = |word: &str| ordinal(word).or_else(|| word.parse().ok().filter(|_| word.len() <= 2));
    let (day, month, words) = match day(word(article)) {
        Some(day) => {
            let of = usize::from(word(article + 1) == "of");
            (day, month(word(article + 1 + of))?, article + 2 + of)
        }
        None => {
            let number = month(word(0))?;
            // `September the 1st`
            let the = usize::from(word(1) == "the" && ordinal(word(2)).is_some());
            let said = word(1 + the);
            let is_in_digits = said.starts_with(|c: char| c.is_ascii_digit());
            match day(said).filter(|_| ordinal(said).is_none() || is_in_digits || the > 0) {
                Some(day) => (day, number, 2 + the),
                // A month alone, or with its year: `June`, `June 2027`.
                None => return whole_month(word(0), word(1), number, from),
            }
        }
    };
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    // `September 1, 2027`, `15 Jan. 2027`
    if is_year(word(words)) {
        let year = word(words).parse().ok()?;
        return Some(found(year, month, day, words + 1));
    }
    let short = word(words).trim_start_matches('\'');
    let is_short = short.len() == 2 && short.bytes().all(|byte| byte.is_ascii_digit());
    if is_short && !tokens[words - 1].is_last_of_part && words + 1 == tokens.len() {
        let year: i32 = short.parse().ok()?;
        let meant = NaiveDate::from_ymd_opt(2000 + year, month, day).into_iter().collect();
        return Some(Err(Wrong::new(Kind::AmbiguousDate, words + 1, meant)));
    }
    Some(match next_such(month, day, from) {
        Some(date) => Ok(Found { date, words }),
        None => Err(Wrong::new(Kind::NoSuchDay, words, Vec::new())),
    })
}

fn whole_month(name: &str, year: &str, number: u32, from: NaiveDate) -> Option<Result<Found, Wrong>> {
    // `may` and `mar` begin other words as well; only a name that is written out, or short as usual, is a month.
    let is_name = name.len() == 3 || name.len() > 3;
    let said: Option<i32> = year.parse().ok().filter(|_| year.len() == 4);
    let first = match said {
        Some(year) => NaiveDate::from_ymd_opt(year, number, 1),
        None => next_such(number, 1, from),
    };
    let words = 1 + usize::from(said.is_some());
    is_name.then(|| Err(Wrong::new(Kind::NotADay, words, first.into_iter().collect())))
}

/// A date in digits.
fn numeric(word: &str, from: NaiveDate) -> Option<Result<Found, Wrong>> {
    let separator = word.chars().find(|c| matches!(c, '-' | '.' | '/'))?;
    let parts: Vec<&str> = word.split(separator).collect();
    let number = |part: &&str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let numbers: Option<Vec<u32>> = parts.iter().map(number).collect();
    let numbers = numbers?;
    let either_way = |a: u32, b: u32, year: Option<u32>| {
        let date = |month, day| match year {
            Some(year) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
            None => next_such(month, day, from),
        };
        let mut meant: Vec<_> = [date(b, a), date(a, b)].into_iter().flatten().collect();
        meant.dedup();
        meant
    };
    match (&numbers[..], separator) {
        (&[year, month, day], _) if parts[0].len() == 4 => Some(found(year, month, day, 1)),
        (&[day, month, year], '.') if parts[2].len() == 4 => Some(found(year, month, day, 1)),
        (&[a, b, year], _) if parts[2].len() == 4 || parts[2].len() == 2 => {
            let is_whole = parts[2].len() == 4;
            let meant = either_way(a, b, Some(if is_whole { year } else { 2000 + year }));
            Some(match meant[..] {
                [] => Err(Wrong::new(Kind::NoSuchDay, 1, meant)),
                [date] if is_whole => bounded(date, 1),
                _ => Err(Wrong::new(Kind::AmbiguousDate, 1, meant)),
            })
        }
        // `1/9`, `1.9`: a day of any year, either way round. With a point it may be a broken number too.
        (&[a, b], '/') => {
            let meant = either_way(a, b, None);
            let kind = if meant.is_empty() { Kind::NoSuchDay } else { Kind::AmbiguousDate };
            Some(Err(Wrong::new(kind, 1, meant)))
        }
        _ => None,
    }
}

/// `24. 12. 2026`, `1.9.`
fn pointed(tokens: &[Token], from: NaiveDate) -> Option<Result<Found, Wrong>> {
    let part =
        |at: usize| tokens.get(at).filter(|token| token.is_last_of_part).map(|token| token.word.as_str());
    match (part(0)?.split_once('.'), part(1), tokens.get(2)) {
        (Some((day, month)), ..) if day.len() <= 2 && month.len() <= 2 => {
            let date = numeric(&format!("{day}/{month}"), from)?;
            Some(date.or_else(|wrong| match wrong.meant[..] {
                [date] => Ok(Found { date, words: 1 }),
                _ => Err(wrong),
            }))
        }
        (None, Some(month), Some(year)) if year.word.len() == 4 => {
            let date = numeric(&format!("{}/{month}/{}", part(0)?, year.word), from)?;
            Some(match date {
                Ok(found) => Ok(Found { words: 3, ..found }),
                Err(wrong) => Err(Wrong { words: 3, ..wrong }),
            })
        }
        _ => None,
    }
}

fn found(year: u32, month: u32, day: u32, words: usize) -> Result<Found, Wrong> {
    match i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day)) {
        Some(date) => bounded(date, words),
        None => Err(Wrong::new(Kind::NoSuchDay, words, Vec::new())),
    }
}

fn bounded(date: NaiveDate, words: usize) -> Result<Found, Wrong> {
    if (FIRST_DAY..=LAST_DAY).contains(&date) {
        Ok(Found { date, words })
    } else {
        Err(Wrong::new(Kind::BeyondCalendar, words, Vec::new()))
    }
}

/// The next day of that month, on `from` or later; 29 February waits for its year.
fn next_such(month: u32, day: u32, from: NaiveDate) -> Option<NaiveDate> {
    let years = from.year()..=from.year() + 8;
    let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.find(|date| *date >= from && *date <= LAST_DAY)
}

/// Whether all these words speak of the calendar: such a name would be mistaken for a date.
pub(in crate::workshop) fn is_like_date(words: &[&str]) -> bool {
    let is_of_calendar = |word: &&str| {
        month(word).is_some()
            || weekdays(word).is_some()
            || ordinal(word).is_some()
            || is_part_of_time(word)
            || super::vocabulary::counted(word).is_some()
            || super::vocabulary::kind_of_days(word).is_some()
            || super::vocabulary::number_word(word).is_some()
            || word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | ','))
            || [
                "of",
                "the",
                "last",
                "next",
                "this",
                "in",
                "to",
                "and",
                "or",
                "today",
                "tomorrow",
                "yesterday",
                "now",
            ]
            .contains(word)
    };
    let is_broken_date = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(['/', '.', '-']) && word.len() > 2
    };
    let has_day_of_month = words.windows(2).any(|pair| {
        let is_number = |word: &str| ordinal(word).is_some() || word.parse::<u32>().is_ok();
        (is_number(pair[0]) && month(pair[1]).is_some()) || (month(pair[0]).is_some() && is_number(pair[1]))
    });
    words.iter().all(is_of_calendar) || words.iter().any(is_broken_date) || has_day_of_month
}
