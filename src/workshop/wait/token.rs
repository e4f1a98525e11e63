//! A text taken apart into words that know their place in it.

use std::ops::Range;

use super::vocabulary::{among, counted, is_joined, month, ordinal, weekdays};
use crate::plan::{is_letter_or_digit, small_letter};

/// A word in small letters.
#[derive(Clone, Debug)]
pub(in crate::workshop) struct Token {
    pub(in crate::workshop) word: String,
    /// Its bytes in the text.
    pub(in crate::workshop) place: Range<usize>,
    /// A quotation mark stands before it: the bytes of what is quoted begin here.
    pub(in crate::workshop) quoted_from: Option<usize>,
    /// A comma or the like follows: what was begun ends here.
    pub(in crate::workshop) is_last_of_part: bool,
}

/// A character as it is compared, and the bytes it was written in.
type Glyph = (char, usize, usize);

/// Quotation marks, whichever way they point.
pub(in crate::workshop) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›')
}

/// The words of a text, with `3d` and `5-10` taken apart; dates stay whole.
pub(in crate::workshop) fn tokens(text: &str) -> Vec<Token> {
    let glyphs: Vec<Glyph> =
        text.char_indices().map(|(at, c)| (small_letter(plain(c)), at, at + c.len_utf8())).collect();
    let mut tokens = Vec::new();
    let is_between = |c: char| c.is_whitespace() || is_invisible(c);
    // `Call|next day;Ben`: strokes and semicolons part words without a space too.
    for word in glyphs.split_inclusive(|(c, ..)| is_between(*c) || matches!(c, '|' | ';')) {
        let is_ended = word.last().is_some_and(|(c, ..)| is_between(*c));
        take_apart(&word[..word.len() - usize::from(is_ended)], &mut tokens);
    }
    // `2 days post job`; what is posted is a thing.
    for at in 2..tokens.len() {
        let is_length = counted(&tokens[at - 2].word).is_some() && !tokens[at - 2].is_last_of_part;
        if is_length && tokens[at - 1].word == "post" && !among(POSTED, &tokens[at].word) {
            tokens[at - 1].word = "after".to_owned();
        }
    }
    tokens
}

/// Words behind `post` where it says what is done.
const POSTED: &str = "a an the it them him her another letter letters card cards postcard parcel package brochure flyer gift prices";

/// Dashes and apostrophes of all kinds are one.
fn plain(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '’' | '‘' | '`' | '´' => '\'',
        // Letters and digits as wide as a square.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn take_apart(word: &[Glyph], tokens: &mut Vec<Token>) {
    let is_mark = |c: char| {
        is_quote(c)
            || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '(' | ')' | '[' | ']' | '|' | '*' | '_')
    };
    let from = word.iter().position(|(c, ..)| !is_mark(*c)).unwrap_or(word.len());
    let is_broken =
        from == 1 && matches!(word[0].0, '.' | ',') && word.get(1).is_some_and(|(c, ..)| c.is_ascii_digit());
    let from = from - usize::from(is_broken);
    let to = word.iter().rposition(|(c, ..)| !is_mark(*c)).map_or(from, |last| last + 1);
    // The first of several opens: the others may be part of a name.
    let quoted_from = word[..from].iter().find(|(c, ..)| is_quote(*c)).map(|(.., end)| *end);
    let first = tokens.len();
    if from == to && quoted_from.is_some() {
        // Nothing but marks, as a name may be.
        push(String::new(), word, tokens);
    }
    split(&word[from..to], tokens);
    if let Some(token) = tokens.get_mut(first) {
        token.quoted_from = quoted_from;
    }
    let is_shortened = is_shortened(&word[from..to], tokens.len().checked_sub(2).map(|at| &tokens[at]));
    let ends_part = |(c, ..): &Glyph| {
        matches!(c, ',' | ';' | ':' | '!' | '?' | '…' | ')' | '|') || *c == '.' && !is_shortened
    };
    let is_ended = (from == to && word.iter().any(ends_part)) || word[to..].iter().any(ends_part);
    if is_ended && let Some(token) = tokens.last_mut() {
        token.is_last_of_part = true;
    }
}

/// Whether a point behind a word shortens it and ends nothing: `Mr. Smith`, `J. Smith`. That of a unit ends: `in 3 d. Then`.
fn is_shortened(word: &[Glyph], before: Option<&Token>) -> bool {
    let word = word.iter().map(|(c, ..)| *c).skip_while(|c| *c == '@').collect::<String>();
    let is_number = |token: &Token| token.word.starts_with(|c: char| c.is_ascii_digit());
    let is_counting = before.is_some_and(|before| !before.is_last_of_part && is_number(before));
    let is_letter = word.chars().count() == 1 && word.starts_with(is_letter_or_digit);
    let is_digit = word.starts_with(|c: char| c.is_ascii_digit());
    !is_counting && (among("mr mrs ms dr prof hr fr st vs e.g", &word) || is_letter && !is_digit)
}

/// One word, without marks around it.
fn split(word: &[Glyph], tokens: &mut Vec<Token>) {
    let text: String = word.iter().map(|(c, ..)| *c).collect();
    // `.5`
    if text.starts_with(['.', ',']) {
        return push(format!("0{text}"), word, tokens);
    }
    let digits = word.iter().take_while(|(c, ..)| c.is_ascii_digit()).count();
    if word.is_empty() {
    } else if digits == 0 {
        split_joined(word, &text, tokens);
    } else if digits == word.len() || stays_whole(&text[digits..], &text) {
        push(text, word, tokens);
    } else {
        push(text[..digits].to_owned(), &word[..digits], tokens);
        let dashes = word[digits..].iter().take_while(|(c, ..)| *c == '-').count();
        // `15-Jan-2027`, `15/Jan/2027`
        if let Some((ends, dated)) = dated(&text[digits..]) {
            push(dated.to_owned(), &word[digits + ends..][..dated.len()], tokens);
            let year = digits + ends + dated.len();
            return split(word.get(year + 1..).unwrap_or_default(), tokens);
        }
        let rest = &word[digits + dashes..];
        // `1w2d`
        if let [letter, (digit, ..), ..] = rest
            && dashes == 0
            && letter.0.is_ascii_alphabetic()
            && digit.is_ascii_digit()
        {
            push(letter.0.to_string(), &[*letter], tokens);
            return split(&rest[1..], tokens);
        }
        if dashes > 0 && rest.first().is_none_or(|(c, ..)| c.is_ascii_digit()) {
            push("to".to_owned(), &word[digits..digits + dashes], tokens);
        }
        split(rest, tokens);
    }
}

/// The month behind a day, where a dash or a stroke parts it from what stands on both sides: how long that sign is, and its name.
fn dated(rest: &str) -> Option<(usize, &str)> {
    let named = rest.strip_prefix(['-', '/'])?;
    let name = named.split(['-', '/']).next()?;
    let is_month = name.is_ascii() && month(name).is_some();
    is_month.then_some((rest.len() - named.len(), name))
}

/// Whether what begins with a digit is one thing: a date, a time, `1st`, a broken number.
fn stays_whole(rest: &str, word: &str) -> bool {
    let is_numeric = word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/' | ','));
    let dashes = word.matches('-').count();
    let has_other = word.contains(['.', '/', ',']);
    (is_numeric && (dashes >= 2 || (has_other && dashes == 0)))
        || ["st", "nd", "rd", "th", "am", "pm"].contains(&rest)
        || rest.starts_with(':')
        || rest.starts_with(['½', '¼', '¾', '+'])
        || (rest.starts_with('.') && rest.len() > 1)
}

/// `tue-thu`, `mon/wed` and `twenty-first` stay together, `twenty-one` and `two-week` do not, `week's` is a week.
fn split_joined(word: &[Glyph], text: &str, tokens: &mut Vec<Token>) {
    if let Some((first, rest)) = word
        .split_first()
        .filter(|(first, rest)| matches!(first.0, '+' | '~') || (first.0 == '-' && !rest.is_empty()))
    {
        let said = match first.0 {
            '+' => "plus",
            '~' => "about",
            _ => "-",
        };
        push(said.to_owned(), &[*first], tokens);
        return split(rest, tokens);
    }
    if let Some(words) = counted_on(text) {
        let end = word.last().map_or(0, |(.., end)| *end);
        for (said, at) in words.into_iter().zip(0..) {
            // The number has the place of all of it.
            if at == 0 {
                push(said.to_owned(), word, tokens)
            } else {
                push(said.to_owned(), &[(' ', end, end)], tokens)
            }
        }
        return;
    }
    if text == "w/in" {
        return push("within".to_owned(), word, tokens);
    }
    // `step1`
    if let Some(number) = text.strip_prefix("step").filter(|number| is_digits(number)) {
        push("step".to_owned(), &word[..4], tokens);
        return push(number.to_owned(), &word[4..], tokens);
    }
    // `'renewal'`
    if text.starts_with('\'') && text[1..].starts_with(|c: char| !c.is_ascii_digit()) {
        return split_joined(&word[1..], &text[1..], tokens);
    }
    // `call/e-mail`
    let is_either = text.contains('/')
        && text.split('/').all(|part| part.len() > 2 && !part.contains(|c: char| c.is_ascii_digit()));
    if text.contains(['-', '/'])
        && weekdays(text).is_none()
        && ordinal(text).is_none()
        && (is_either || is_joined(text))
    {
        for part in word.split(|(c, ..)| *c == '/' || *c == '-' && !is_either) {
            split(part, tokens);
        }
        return;
    }
    // `day(s)`
    if let Some(one) = text.strip_suffix("(s") {
        return push(one.to_owned(), word, tokens);
    }
    let possessive = text.strip_suffix("'s").map(str::len).or(text.strip_suffix('\'').map(str::len));

    match possessive {
        Some(length) if length > 0 => {
            let glyphs = text[..length].chars().count();
            push(text[..length].to_owned(), &word[..glyphs], tokens);
        }
        _ => push(text.to_owned(), word, tokens),
    }
}

/// What `D+3` and `T+7` say: so many days after the start; `W+2` so many weeks.
fn counted_on(text: &str) -> Option<[&str; 4]> {
    let (of, number) = text.split_once('+')?;
    // `T+1w`
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = number.strip_suffix(unit).filter(|number| is_digits(number))?;
    let unit = match if of == "t" && !unit.is_empty() { unit } else { of } {
        "d" | "t" | "day" => "days",
        "w" | "wk" | "week" => "weeks",
        "m" | "month" => "months",
        _ => return None,
    };
    Some([number, unit, "after", "start"])
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn push(word: String, glyphs: &[Glyph], tokens: &mut Vec<Token>) {
    if let (Some((_, from, _)), Some((.., to))) = (glyphs.first(), glyphs.last()) {
        tokens.push(Token { word, place: *from..*to, quoted_from: None, is_last_of_part: false });
    }
}
