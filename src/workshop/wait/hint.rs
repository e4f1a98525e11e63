//! What would put a text right: words and names that are near to what was typed.

use std::ops::Range;

use super::reader::read;
use super::token::tokens;
use super::vocabulary::MEANT;
use super::{Hint, Kind, Problem, Setting};
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
            candidates.extend(MEANT.into_iter().filter(|known| near(known, &at_fault)).map(str::to_owned));
            candidates.extend(near_names(&at_fault, setting).into_iter().map(|name| format!("on {name}")));
            candidates.push(String::new());
        }
        _ => {}
    }
    let texts = candidates.into_iter().map(|candidate| {
        let text = instead_of(text, &problem.place, &candidate);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let readable = texts.filter(|text| match read(text, setting) {
        Ok(_) => true,
        Err(other) => other.kind == Kind::WhichDays,
    });
    let mut found: Vec<_> = readable.take(MOST).map(Hint::Write).collect();
    found.append(&mut problem.hints);
    Problem { hints: found, ..problem }
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
