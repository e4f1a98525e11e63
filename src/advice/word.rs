//! A text as its words, each with its place.

use super::letter::{is_capital, is_letter_or_digit};

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The word in small letters, with plain hyphens and without a possessive ending.
    pub plain: String,
    /// Where it starts in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it starts with a capital letter.
    pub is_capital: bool,
    /// Whether a mark follows that parts it from the next word; a comma does not.
    pub is_last: bool,
}

/// The words of a text, in order. Currency signs and per cent signs belong to words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let between_digits = before.is_ascii_digit() && after.is_ascii_digit();
        if c.is_whitespace() || c == '—' || (matches!(c, '/' | '–') && !between_digits) {
            words.extend(word(text, start, at));
            start = at + c.len_utf8();
        }
        before = c;
    }
    words.extend(word(text, start, text.len()));
    words
}

fn word(text: &str, start: usize, end: usize) -> Option<Word> {
    let is_edge = |c: char| !(is_letter_or_digit(c) || c == '%' || is_currency(c));
    let raw = &text[start..end];
    let headless = raw.trim_start_matches(is_edge);
    let body = headless.trim_end_matches(is_edge);
    let tail = &headless[body.len()..];
    let start = start + raw.len() - headless.len();
    let plain = body.to_ascii_lowercase().replace(['‐', '‑'], "-").replace('’', "'");
    let plain = plain.strip_suffix("'s").unwrap_or(&plain).to_owned();
    (!body.is_empty()).then(|| Word {
        plain,
        start,
        end: start + body.len(),
        is_capital: body.starts_with(is_capital),
        is_last: tail.contains(['.', '!', '?', '…', ';', ':', ')']),
    })
}

/// The signs of currencies people type.
pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' | '₴' | '₪')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_marks_and_keep_their_signs() {
        let plain = |text| words(text).into_iter().map(|word| word.plain).collect::<Vec<_>>();
        assert_eq!(plain("“Hello,” they say."), ["hello", "they", "say"]);
        assert_eq!(plain("$50, 20% or 3.5"), ["$50", "20%", "or", "3.5"]);
        assert_eq!(plain("e‑mail/phone—May’s"), ["e-mail", "phone", "may"]);
        assert_eq!(plain("1/9/2026 and 2–3"), ["1/9/2026", "and", "2–3"]);
        assert!(plain(" … -- ").is_empty());
    }

    #[test]
    fn a_word_knows_its_place() {
        let text = "Ah, “où”!";
        let found: Vec<_> =
            words(text).iter().map(|word| (&text[word.start..word.end], word.is_last)).collect();
        assert_eq!(found, [("Ah", false), ("où", true)]);
    }
}
