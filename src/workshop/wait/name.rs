//! Events by their names, in a text.

use std::ops::Range;

use super::token::{Token, is_quote, tokens};
use crate::plan::{EventId, PlanParts, in_small_letters};

/// What the name of an event came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// This event, by so many words.
    Event(EventId, usize),
    /// Several have that name.
    Several(usize),
    /// None has it: the words, and their bytes.
    None(usize, Range<usize>),
}

/// The event whose whole name begins a list of words: the longest, since one name can begin another.
pub(super) fn whole_name(plan: &PlanParts, words: &[Token]) -> Option<Named> {
    let mut best: Option<(usize, Vec<EventId>)> = None;
    for event in &plan.events {
        let name = tokens(event.name.as_str());
        let is_named = !name.is_empty()
            && name.len() <= words.len()
            && name.iter().zip(words).all(|(a, b)| a.word == b.word);
        if !is_named {
            continue;
        }
        match &mut best {
            Some((length, ids)) if *length == name.len() => ids.push(event.id),
            Some((length, _)) if *length > name.len() => {}
            _ => best = Some((name.len(), vec![event.id])),
        }
    }
    best.map(|(length, ids)| match ids[..] {
        [id] => Named::Event(id, length),
        _ => Named::Several(length),
    })
}

/// The only event in whose name these words stand in a row: `the fair` for `Spring fair`.
pub(in crate::workshop) fn part_of_name(plan: &PlanParts, words: &[Token]) -> Option<EventId> {
    let is_part = |name: &[Token]| {
        name.windows(words.len()).any(|part| part.iter().zip(words).all(|(a, b)| a.word == b.word))
    };
    let mut found = plan.events.iter().filter(|event| is_part(&tokens(event.name.as_str())));
    let first = found.next().filter(|_| !words.is_empty())?;
    found.next().is_none().then_some(first.id)
}

/// The event whose name stands in quotation marks from a byte of the text on.
pub(super) fn quoted(plan: &PlanParts, text: &str, from: usize, words: &[Token]) -> Named {
    let rest = &text[from..];
    let closes = |length: usize| rest[length..].chars().next().is_some_and(is_quote);
    let names = || plan.events.iter().map(|event| (event.id, event.name.as_str().trim()));
    let longest = names()
        .filter(|(_, name)| !name.is_empty() && rest.starts_with(name) && closes(name.len()))
        .max_by_key(|(_, name)| name.len());
    // No name begins with these marks: what is quoted begins behind them.
    let marks = if longest.is_none() { rest.len() - rest.trim_start_matches(is_quote).len() } else { 0 };
    let (from, rest) = (from + marks, &rest[marks..]);
    let length = longest.map(|(_, name)| name.len()).or_else(|| rest.find(is_quote)).unwrap_or(rest.len());
    let inner = &rest[..length];
    let end = from + length;
    let count = words.iter().take_while(|token| token.place.start < end).count();
    let same: Vec<_> = match longest {
        Some(_) => names().filter(|(_, name)| *name == inner).map(|(id, _)| id).collect(),
        None => names()
            .filter(|(_, name)| in_small_letters(name) == in_small_letters(inner.trim()))
            .map(|(id, _)| id)
            .collect(),
    };
    match same[..] {
        [id] => Named::Event(id, count),
        [] => Named::None(count, from..end),
        _ => Named::Several(count),
    }
}

/// Whether an event is found by its bare name, so that it needs no quotation marks.
pub fn is_plain_name(plan: &PlanParts, id: EventId) -> bool {
    let Some(event) = plan.event(id) else { return false };
    let words = tokens(event.name.as_str());
    let is_whole = whole_name(plan, &words) == Some(Named::Event(id, words.len()));
    // A word of a letter or two is easily another word of the sentence: an article, a unit.
    let is_telling = words.iter().any(|token| token.word.chars().count() > 2);
    is_whole && is_telling && !super::anchor::is_built_in(&words) && !event.name.as_str().contains(is_quote)
}
