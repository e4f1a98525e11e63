//! Lines that say their place in a count from the start: `Day 1: call`, `letter - week 2`.

use std::ops::Range;

use super::wait_phrase::Found;
use super::words_of_line::Words;
use super::{Doubt, DoubtKind, Replacement};
use crate::workshop::wait::token::Token;
use crate::workshop::wait::vocabulary::{among, number_word, ordinal, weekdays};
use crate::workshop::wait::{Kind, Setting, read_unhinted};

/// A place in a count that begins some words: what is counted, the number, and how many words say it.
pub(super) fn nth(words: &[Token]) -> Option<(&'static str, u32, usize)> {
    let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
    let number = |word: &str| number_word(word).or_else(|| word.parse().ok());
    // `D3`, `Day3`, `W2`
    let digits = word(0).find(|c: char| c.is_ascii_digit()).unwrap_or(word(0).len());
    let (unit, rest) = word(0).split_at(digits);
    let (unit, nth, count) = match (ordinal(word(0)), rest) {
        // `3rd day`
        (Some(nth), _) => (word(1), nth, 2),
        (None, "") if unit.len() > 1 => (unit, number(word(1))?, 2),
        (None, _) => (unit, rest.parse().ok()?, 1),
    };
    let unit = match unit {
        "d" | "day" => "day",
        "w" | "wk" | "week" => "week",
        "month" => "month",
        _ => return None,
    };
    Some((unit, nth, count))
}

/// Where a line says its place in a count: at its beginning or its end, between marks, or behind `on`.
fn place(words: &Words<'_>) -> Option<(Range<usize>, &'static str, u32)> {
    (0..words.len()).find_map(|at| {
        let (unit, nth, count) = nth(&words.tokens[at..])?;
        let end = at + count;
        // `on day 3`, `in the second week`
        let from = at - usize::from(words.word_before(at) == "the");
        let is_led = among("on in", words.word_before(from));
        let from = if is_led { from - 1 } else { at };
        // `report for week 2` says what is done.
        let is_last = end == words.len()
            && ordinal(words.word(at)).is_none()
            && !among("for of from about the to per", words.word_before(at));
        let stands_alone = at == 0 || words.ends_before(end) && (words.ends_before(at) || is_led || is_last);
        stands_alone.then_some((from..end, unit, nth))
    })
}

/// The number that the day of the start has, where nearly all lines say theirs: 0 where one says so, or else 1.
pub(super) fn first_day(text: &str, lines: &[(usize, Range<usize>)]) -> Option<u32> {
    let said = lines.iter().filter_map(|(_, line)| place(&Words::new(text, line)));
    let numbers: Vec<u32> = said.map(|(_, _, number)| number).collect();
    let first = numbers.iter().min().copied().filter(|first| *first <= 1)?;
    (numbers.len() > 1 && numbers.len() * 4 >= lines.len() * 3).then_some(first)
}

/// The wait of a line that says so, among others that do.
pub(super) fn scheduled(words: &Words<'_>, first_day: Option<u32>, setting: Setting<'_>) -> Option<Found> {
    let first_day = first_day?;
    let (found, unit, number) = place(words)?;
    let later = number.checked_sub(first_day)?;
    let end = found.end;
    // `Day 3 and 5: call` are two of them.
    let next = words.word(end + 1);
    let is_several = among("- to or and &", words.word(end))
        && (next.starts_with(|c: char| c.is_ascii_digit()) || nth(&words.tokens[end + 1..]).is_some());
    if !words.are_free(found.clone()) || is_several {
        return None;
    }
    let after = |days: &str| format!("{later} {days} after the start");
    let wait = match (later, unit) {
        (0, _) => "on the start date".to_owned(),
        (1, unit) => after(unit),
        (_, unit) => after(&format!("{unit}s")),
    };
    // `Week 2, Monday`: which Monday that is depends on the day of the start.
    if weekdays(words.word(end)).is_some() {
        let found = found.start..end + 1;
        let mut place = words.place(&found);
        let day = words.written(&(end..end + 1));
        place.end += usize::from(words.text[place.end..].starts_with(')'));
        let hints = vec![Replacement { place: place.clone(), words: format!("{wait}, on a {day}") }];
        let phrase = Err(Doubt { kind: DoubtKind::Wait(Kind::WhichWeek), place, hints });
        return Some(Found { words: found, phrase });
    }
    let phrase = match read_unhinted(&wait, setting) {
        Ok(_) => Ok(wait),
        // Of many days one has to say which.
        Err(problem) => {
            let place = words.place(&found);
            let hint = |days: &str| Replacement { place: place.clone(), words: after(days) };
            let is_asked = problem.kind == Kind::WhichDays;
            let hints = ["working days", "calendar days"]
                .iter()
                .filter(|_| is_asked)
                .map(|days| hint(days))
                .collect();
            Err(Doubt { kind: DoubtKind::Wait(problem.kind), place, hints })
        }
    };
    Some(Found { words: found, phrase })
}
