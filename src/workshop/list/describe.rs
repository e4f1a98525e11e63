//! What is left over of a line when its parts are taken out: what is done (B3).

use std::ops::Range;

use super::phrases::is_mark;
use crate::plan::{is_letter_or_digit, small_letter};

/// What is done, cleanly: begun with a capital, without what hung between the parts.
pub(super) fn description(text: &str, line: &Range<usize>, apart: &[Range<usize>]) -> String {
    let mut pieces = Vec::new();
    let mut from = line.start;
    for place in apart.iter().cloned().chain(std::iter::once(line.end..line.end)) {
        let piece = without_emphasis(&text[from..place.start.max(from)]);
        let piece = trimmed(&piece);
        // `today!`
        let is_said = apart.is_empty() || !piece.bytes().all(|byte| byte.is_ascii_punctuation());
        pieces.push(if is_said { piece.to_owned() } else { String::new() });
        from = place.end.max(from);
    }
    let joined = pieces.join(" ");
    let words: Vec<&str> = joined.split_whitespace().filter(|word| *word != "@").collect();
    let is_joint = |word: &&&str| ["and", "then"].contains(&in_plain_letters(word).as_str());
    let begin = words.iter().take_while(is_joint).count();
    let end = words.iter().rev().take_while(is_joint).count();
    let words = words.get(begin..words.len().max(begin + end) - end).unwrap_or_default().join(" ");
    let words = words.replace(" |", ",");
    // `Tom (phone)`
    let inner = words.strip_prefix('(').and_then(|words| words.strip_suffix(')'));
    let words = inner.filter(|inner| !inner.contains(['(', ')'])).unwrap_or(&words);
    let words: String = trimmed(words).chars().filter(|c| !matches!(c, '‹' | '›')).collect();
    capital_first(&words)
}

/// Without the marks that stood between this and what was taken out, and without a bracket that lost its other half.
fn trimmed(piece: &str) -> &str {
    type Mark = fn(char) -> bool;
    let (is_opening, is_closing): (Mark, Mark) =
        (|c| is_mark(c) || matches!(c, '(' | '['), |c| is_mark(c) || matches!(c, ')' | ']'));
    let ends: Mark = if piece.contains([')', ']']) { is_mark } else { is_opening };
    let begins: Mark = if piece.contains(['(', '[']) { is_mark } else { is_closing };
    // What was asked is a condition.
    let piece = piece.trim_end_matches(ends).trim_start_matches(begins).trim_start_matches(['?', ' ']);
    // The point of a day.
    let piece = piece.strip_prefix(". ").unwrap_or(piece);
    match piece.strip_suffix('.') {
        Some(sentence) if !sentence.ends_with('.') => sentence.trim_end_matches(ends),
        _ => piece,
    }
}

/// Without the marks that make words stand out: `**Call** them`. Within a word they are its own.
fn without_emphasis(piece: &str) -> String {
    let mut before = ' ';
    let mut chars = piece.chars().peekable();
    let mut plain = String::new();
    while let Some(c) = chars.next() {
        let is_within = is_letter_or_digit(before) && chars.peek().copied().is_some_and(is_letter_or_digit);
        if is_within || !matches!(c, '*' | '_') {
            plain.push(c);
        }
        before = c;
    }
    plain
}

fn in_plain_letters(word: &str) -> String {
    word.trim_matches(',').to_ascii_lowercase()
}

/// With a capital at the beginning.
pub(super) fn capital_first(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(large_letter);
    first.into_iter().chain(chars).collect()
}

/// The large letter of a small one, in the alphabets that are known here: the one whose small letter it is.
fn large_letter(c: char) -> char {
    const APART: [u32; 4] = [32, 1, 80, 48];
    let large = |apart: &u32| u32::from(c).checked_sub(*apart).and_then(char::from_u32);
    APART.iter().filter_map(large).find(|large| *large != c && small_letter(*large) == c).unwrap_or(c)
}

/// Whether a word begins with a large letter.
pub(super) fn is_large(c: char) -> bool {
    small_letter(c) != c
}
