//! Notes on a destination statement: short, and inspiring rather than specific (A11).

use super::letter::{is_capital, is_small};
use super::sentence::sentence_count;
use super::word::{Word, is_currency, words};

/// The most sentences a destination statement should have (A11).
pub const MAX_SENTENCES: usize = 3;

/// Something to think about in a destination statement (A11). A piece is the text as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum StatementNote {
    /// It has more than [`MAX_SENTENCES`].
    Long {
        /// How many it has.
        sentences: usize,
    },
    /// A number, an amount or a share: that is for the measures of an action (A23).
    Number(String),
    /// A date: that is for the route.
    Date(String),
    /// A channel: how a contact is reached is chosen on the route.
    Channel(String),
}

/// What there is to note about a statement: its length first, then the specific pieces in the order of the text,
/// each once.
///
/// Specific are numbers in digits, spelled numbers of hours, days or money, names of months and weekdays, years, and
/// names of channels. A word that is only sometimes one of them counts where its neighbours make it clear: "May" after
/// "by" or beside a day or year, "call" after "phone". Names such as "B2B" or "24/7" are not numbers.
pub fn statement_notes(statement: &str) -> Vec<StatementNote> {
    let mut notes = Vec::new();
    let sentences = sentence_count(statement);
    if sentences > MAX_SENTENCES {
        notes.push(StatementNote::Long { sentences });
    }
    let words = words(statement);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let found = date(&words, at)
            .map(|count| (count, StatementNote::Date as fn(String) -> StatementNote))
            .or_else(|| number(&words, at).map(|count| (count, StatementNote::Number as fn(_) -> _)))
            .or_else(|| channel(&words, at).map(|count| (count, StatementNote::Channel as fn(_) -> _)));
        let count = found.map_or(1, |(count, _)| count.max(1));
        if let Some((_, note)) = found {
            let end = words.get(at + count - 1).unwrap_or(word).end;
            let note = note(statement[word.start..end].to_owned());
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        at += count;
    }
    notes
}

/// Months that are nothing else.
const MONTHS: [&str; 9] =
    ["january", "february", "april", "june", "july", "september", "october", "november", "december"];

/// Short months that are nothing else, written with a capital.
const SHORT_MONTHS: [&str; 5] = ["feb", "sept", "oct", "nov", "dec"];

/// Months that are also other words.
const DOUBTFUL_MONTHS: [&str; 3] = ["march", "may", "august"];

/// Words that make a doubtful month one.
const BEFORE_MONTHS: [&str; 17] = [
    "of", "from", "in", "by", "until", "till", "before", "after", "since", "during", "every", "each", "next",
    "last", "early", "late", "mid",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// How many words from `at` on are a date.
fn date(words: &[Word], at: usize) -> Option<usize> {
    let run = unbroken(words, at);
    let plain = |offset: usize| run.get(offset).map_or("", |word| word.plain.as_str());
    let first = plain(0);
    let is_named = is_weekday(first) || matches!(first, "q1" | "q2" | "q3" | "q4");
    if is_year(first) || is_numeric_date(first) || is_named {
        return Some(1);
    }
    let day_first = usize::from(is_day(first));
    let month = day_first + usize::from(day_first == 1 && plain(1) == "of");
    let (name, is_capital) = run.get(month).map(|word| (word.plain.as_str(), word.is_capital))?;
    let has_day = day_first == 1 || is_day(plain(month + 1));
    let has_year = is_year(plain(month + 1));
    let follows = at > 0
        && words
            .get(at - 1)
            .is_some_and(|word| !word.is_last && BEFORE_MONTHS.contains(&word.plain.as_str()));
    let is_month = MONTHS.contains(&name)
        || (is_capital && SHORT_MONTHS.contains(&name))
        || (is_capital && DOUBTFUL_MONTHS.contains(&name) && (has_day || has_year || follows));
    if !is_month {
        return None;
    }
    let day_after = usize::from(day_first == 0 && has_day);
    let year_after = usize::from(is_year(plain(month + 1 + day_after)));
    Some(month + 1 + day_after + year_after)
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word.strip_suffix('s').unwrap_or(word))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2200).contains(&year))
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th")
        && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// `2026-09-01`, `1/9/2026`, `1.9.26`.
fn is_numeric_date(word: &str) -> bool {
    ['-', '/', '.'].into_iter().any(|sign| {
        let parts: Vec<_> = word.split(sign).collect();
        parts.len() == 3 && parts.iter().all(|part| part.len() <= 4 && part.parse::<u16>().is_ok())
    })
}

/// What looks like a number and is a name or a manner of speaking.
const NO_NUMBERS: [&str; 5] = ["24/7", "1:1", "1-on-1", "3d", "4x4"];

const NUMBER_WORDS: [&str; 19] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// What a number is counted in; it belongs to the piece.
const UNITS: [&str; 19] = [
    "%", "percent", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "dollars", "euros", "pounds", "usd", "eur", "gbp", "euro",
];

/// How many words from `at` on are a number, with what it is counted in.
fn number(words: &[Word], at: usize) -> Option<usize> {
    let run = unbroken(words, at);
    let plain = |offset: usize| run.get(offset).map_or("", |word| word.plain.as_str());
    let sign = usize::from(!plain(0).is_empty() && plain(0).chars().all(is_currency));
    let value = plain(sign);
    let working = usize::from(matches!(plain(sign + 1), "working" | "business" | "calendar"));
    let units = match (plain(sign + 1 + working), plain(sign + 2)) {
        ("per", "cent") if working == 0 => 2,
        (unit, _) if UNITS.contains(&unit) => 1 + working,
        _ => 0,
    };
    let is_digits = value.contains(|c: char| c.is_ascii_digit())
        && !value.starts_with(|c| is_small(c) || is_capital(c))
        && !NO_NUMBERS.contains(&value);
    let is_spelled = || value.split('-').all(|part| part == "one" || NUMBER_WORDS.contains(&part));
    let is_counted = units > 0 && value != "one" && is_spelled();
    (is_digits || is_counted).then_some(sign + 1 + units)
}

/// Channels, word by word; `*` is any one word. Longer ones stand before shorter ones.
const CHANNELS: [&[&str]; 36] = [
    &["text", "message"],
    &["direct", "message"],
    &["chat", "message"],
    &["push", "notification"],
    &["video", "message"],
    &["social", "network"],
    &["social", "media"],
    &["live", "chat"],
    &["direct", "mail"],
    &["by", "mail"],
    &["by", "post"],
    &["mailing"],
    &["phone", "call"],
    &["telephone", "call"],
    &["video", "call"],
    &["sales", "call"],
    &["cold", "call"],
    &["follow-up", "call"],
    &["welcome", "call"],
    &["give", "*", "a", "call"],
    &["call", "*", "back"],
    &["by", "phone"],
    &["on", "the", "phone"],
    &["over", "the", "phone"],
    &["pick", "up", "the", "phone"],
    &["telephone"],
    &["voicemail"],
    &["e-mail"],
    &["email"],
    &["newsletter"],
    &["webinar"],
    &["letter"],
    &["postcard"],
    &["inbox"],
    &["sms"],
    &["thank-you", "card"],
];

/// Networks by name.
const NETWORKS: [&str; 10] = [
    "facebook",
    "instagram",
    "linkedin",
    "tiktok",
    "twitter",
    "youtube",
    "pinterest",
    "snapchat",
    "whatsapp",
    "wechat",
];

/// Words before "letter" that make it no post.
const BEFORE_OTHER_LETTERS: [&str; 6] = ["the", "capital", "small", "love", "block", "single"];

/// How many words from `at` on are a channel.
fn channel(words: &[Word], at: usize) -> Option<usize> {
    let run = unbroken(words, at);
    let first = run.first()?;
    if NETWORKS.contains(&first.plain.as_str()) {
        return Some(1);
    }
    let is_other_letter = is_form_of(&first.plain, "letter")
        && at > 0
        && words.get(at - 1).is_some_and(|word| BEFORE_OTHER_LETTERS.contains(&word.plain.as_str()));
    let is_channel = |names: &&&[&str]| {
        names.len() <= run.len()
            && names.iter().zip(run).all(|(name, word)| *name == "*" || is_form_of(&word.plain, name))
    };
    let found = CHANNELS.iter().find(is_channel)?;
    (!is_other_letter).then_some(found.len())
}

/// The word itself or its plural.
fn is_form_of(word: &str, name: &str) -> bool {
    word.strip_prefix(name).is_some_and(|ending| matches!(ending, "" | "s"))
}

/// The words from `at` on up to the next mark that parts them.
fn unbroken(words: &[Word], at: usize) -> &[Word] {
    let rest = words.get(at..).unwrap_or_default();
    let length = rest.iter().position(|word| word.is_last).map_or(rest.len(), |last| last + 1);
    &rest[..length]
}

#[cfg(test)]
mod tests;
