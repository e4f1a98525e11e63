//! What would put a text right: words and names that are near to what was typed.

use std::ops::Range;

use chrono::{Datelike, Months, NaiveDate};

use super::reader::read;
use super::token::tokens;
use super::vocabulary::{INSTEAD, MEANT, counted, is_telling};
use super::{Hint, Kind, Problem, Setting};
use crate::calendar::short_month;
use crate::plan::in_small_letters;

/// How many texts are offered.
const MOST: usize = 3;

/// The text with something else in one place.
pub(super) fn written(text: &str, place: &Range<usize>, instead: &str) -> Hint {
    Hint::Write(instead_of(text, place, instead).trim().to_owned())
}

fn instead_of(text: &str, place: &Range<usize>, instead: &str) -> String {
    format!("{}{instead}{}", &text[..place.start], &text[place.end..])
}

/// Adds what may have been meant: a known word or name that is near. Only what can be read is offered.
pub(super) fn with_near_words(text: &str, setting: Setting<'_>, mut problem: Problem) -> Problem {
    let at_fault = in_small_letters(&text[problem.place.clone()]);
    let mut candidates = Vec::new();
    match problem.kind {
        Kind::NoSuchEvent(_) => {
            candidates.extend(near_names(&at_fault, setting));
            candidates.extend(near("start", &at_fault).then(|| "start".to_owned()));
        }
        Kind::Unclear => {
            let instead = INSTEAD.iter().filter(|(word, _)| *word == at_fault);
            candidates.extend(instead.flat_map(|(_, words)| words.split('|')).map(str::to_owned));
            candidates.extend(MEANT.into_iter().filter(|known| near(known, &at_fault)).map(str::to_owned));
            candidates.extend(near_names(&at_fault, setting).into_iter().map(|name| format!("on {name}")));
            // `week`
            if counted(&at_fault).is_some() && text.trim().len() == at_fault.len() && at_fault.len() > 2 {
                candidates.push(format!("a {at_fault}"));
            }
            // `~3`
            let number = at_fault.trim_start_matches(|c: char| !c.is_alphanumeric());
            candidates.extend((number.len() < at_fault.len()).then(|| number.to_owned()));
            candidates.extend((!at_fault.split(' ').any(is_telling)).then(String::new));
        }
        // `tomorrow at 9am`
        Kind::TimeOfDay if problem.hints.is_empty() => {
            let is_part = ["morning", "afternoon", "evening"].contains(&at_fault.as_str());
            candidates.extend(is_part.then(|| "day".to_owned()));
            candidates.push(String::new());
        }
        // `this Tuesday`
        Kind::NotADay => {
            candidates.extend(at_fault.strip_prefix("this ").map(str::to_owned));
            candidates.extend(first_or_last(&at_fault, setting.today));
        }
        _ => {}
    }
    let texts = candidates.into_iter().map(|candidate| tidy(&instead_of(text, &problem.place, &candidate)));
    let most = if problem.kind == Kind::TimeOfDay { 1 } else { MOST };
    // `90` is no longer what `90 min` was.
    let is_bare = |text: &String| !text.contains(char::is_alphabetic);
    let texts = texts.filter(|text| problem.kind != Kind::TimeOfDay || !is_bare(text));
    let found: Vec<_> = texts.filter(|text| is_readable(text, setting)).take(most).map(Hint::Write).collect();
    problem.hints.retain(|hint| !matches!(hint, Hint::Write(text) if !is_readable(text, setting)));
    problem.hints.splice(0..0, found);
    problem
}

pub(in crate::workshop) fn is_readable(text: &str, setting: Setting<'_>) -> bool {
    read(text, setting).map_or_else(|other| other.kind == Kind::WhichDays, |_| true)
}

/// The day with which a week or a month begins or ends: `end of the month`, `start of next week`.
fn first_or_last(part: &str, today: NaiveDate) -> Option<String> {
    let (is_end, is_next) = (part.starts_with("end"), part.contains("next"));
    if !is_end && !["beginning", "start", "first of"].iter().any(|begins| part.starts_with(begins)) {
        return None;
    }
    if part.ends_with("week") && !is_next {
        return Some(if is_end { "Friday" } else { "Monday" }.to_owned());
    }
    let months = if is_end && is_next { 2 } else { 1 };
    let first = today.with_day(1)?.checked_add_months(Months::new(months))?;
    let day = if is_end { first.pred_opt()? } else { first };
    part.ends_with("month").then(|| format!("{} {} {}", day.day(), short_month(day), day.year()))
}

/// A sentence without the marks and the small words that a word left behind when it was taken out.
fn tidy(text: &str) -> String {
    let is_word = |word: &&str| word.contains(|c: char| c.is_alphanumeric() || matches!(c, '-' | '&' | '+'));
    let mut words: Vec<&str> = text.split_whitespace().filter(is_word).collect();
    while words.last().is_some_and(|last| ["in", "at", "the"].contains(last)) {
        words.pop();
    }
    words.join(" ").trim_end_matches(',').to_owned()
}

/// The names of events that are near to what was typed, as they have to be written.
fn near_names(typed: &str, setting: Setting<'_>) -> Vec<String> {
    let words = tokens(typed);
    let is_near = |name: &str| {
        let name_words = tokens(name);
        let shares = |word: &str| {
            word.len() >= 3
                && name_words.iter().any(|known| known.word.starts_with(word) || near(&known.word, word))
        };
        near(&in_small_letters(name), typed) || words.iter().any(|token| shares(&token.word))
    };
    let near = setting.plan.events.iter().filter(|event| is_near(event.name.as_str().trim()));
    near.map(|event| {
        let name = event.name.as_str().trim();
        if super::is_plain_name(setting.plan, event.id) { name.to_owned() } else { format!("“{name}”") }
    })
    .collect()
}

/// Whether one word is mistyped for another: by one letter, or two in a long one.
fn near(known: &str, typed: &str) -> bool {
    let most = match typed.chars().count() {
        0..=2 => return false,
        3..=5 => 1,
        _ => 2,
    };
    known != typed && distance(known, typed) <= most
}

/// How many letters have to be added, left out, changed, or swapped with their neighbours.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}
