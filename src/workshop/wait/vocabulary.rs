//! The words a wait is written in.

use chrono::Weekday;

use crate::plan::Unit;

/// What a word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::workshop) enum Counted {
    /// Days, without saying which.
    PlainDays,
    /// So many of a unit.
    Of(Unit, u32),
}

/// Whether a word is one of these.
pub(in crate::workshop) fn among(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

/// What is counted, by its word: `weeks`, `wks`, `fortnight`.
pub(in crate::workshop) fn counted(word: &str) -> Option<Counted> {
    Some(match word {
        "day" | "days" | "d" => Counted::PlainDays,
        "workday" | "workdays" | "weekday" | "weekdays" | "wd" | "wds" | "bd" => {
            Counted::Of(Unit::WorkingDays, 1)
        }
        "week" | "weeks" | "w" | "wk" | "wks" => Counted::Of(Unit::Weeks, 1),
        "fortnight" | "fortnights" => Counted::Of(Unit::CalendarDays, 14),
        "month" | "months" | "m" | "mo" | "mos" | "mth" | "mths" => Counted::Of(Unit::Months, 1),
        "quarter" | "quarters" => Counted::Of(Unit::Months, 3),
        "year" | "years" | "y" | "yr" | "yrs" => Counted::Of(Unit::Months, 12),
        _ => return None,
    })
}

/// What days are counted, by the word before them: `working days`, `calendar days`.
pub(in crate::workshop) fn kind_of_days(word: &str) -> Option<Unit> {
    Some(match word {
        "working" | "business" | "work" | "week" => Unit::WorkingDays,
        "calendar" => Unit::CalendarDays,
        "exact" => Unit::ExactDays,
        _ => return None,
    })
}

/// `three`, `twenty`; not `a`, which is more than a number.
pub(in crate::workshop) fn number_word(word: &str) -> Option<u32> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    let at = ONES.iter().position(|known| *known == word);
    at.and_then(|at| u32::try_from(at).ok()).or(tens(word))
}

/// `twenty` to `ninety`.
pub(in crate::workshop) fn tens(word: &str) -> Option<u32> {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    (20..).step_by(10).zip(TENS).find(|(_, known)| *known == word).map(|(number, _)| number)
}

/// `first`, `3rd`, `twenty-first`.
pub(in crate::workshop) fn ordinal(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    if let Some((ten, nth)) = word.split_once('-') {
        return Some(tens(ten)? + ordinal(nth).filter(|nth| (1..10).contains(nth))?);
    }
    let at = WORDS.iter().position(|known| *known == word);
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
    let named = match word.strip_suffix("ieth") {
        Some(stem) => tens(&format!("{stem}y")),
        None => word.strip_suffix("th").and_then(number_word),
    };
    let at = at.and_then(|at| u32::try_from(at + 1).ok());
    at.or(digits.and_then(|digits| digits.parse().ok())).or(named)
}

/// The number of a month, by its name or the beginning of it.
pub(in crate::workshop) fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(word))?;
    u32::try_from(at + 1).ok()
}

/// The week, Monday first.
pub(in crate::workshop) const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The weekdays a word names: `tue`, `tuesdays`, `tue-thu`, `mon/wed`, `weekdays`.
pub(in crate::workshop) fn weekdays(word: &str) -> Option<Vec<Weekday>> {
    match word {
        "weekday" | "weekdays" => return Some(WEEK[..5].to_vec()),
        "weekend" | "weekends" => return Some(WEEK[5..].to_vec()),
        _ => {}
    }
    if word.contains('/') {
        return word.split('/').map(|day| weekday(day).map(|at| WEEK[at])).collect();
    }
    match word.split_once('-') {
        Some((first, last)) => Some(WEEK.get(weekday(first)?..=weekday(last)?)?.to_vec()),
        None => Some(vec![WEEK[weekday(word)?]]),
    }
}

fn weekday(word: &str) -> Option<usize> {
    const NAMES: [&str; 7] =
        ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"];
    let word = if word == "weds" { "wed" } else { word };
    NAMES.iter().position(|name| word.len() >= 3 && name.starts_with(word))
}

/// Whether a word with dashes says what its parts would: `twenty-one`, `two-week`.
pub(in crate::workshop) fn is_joined(word: &str) -> bool {
    let is_known = |part: &str| {
        number_word(part).is_some()
            || counted(part).is_some()
            || kind_of_days(part).is_some()
            || month(part).is_some()
            || ["same", "next", "mid", "early", "late", "end"].contains(&part)
    };
    word.split(['-', '/']).all(is_known)
}

/// `9am`, `9:00`, `noon`, `hours`.
pub(in crate::workshop) fn is_time_of_day(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "tonight",
        "lunchtime",
        "eod",
        "cob",
        "noon",
        "midnight",
        "morning",
        "mornings",
        "afternoon",
        "evening",
        "night",
        "hour",
        "hours",
        "h",
        "hr",
        "hrs",
        "minute",
        "minutes",
        "min",
        "mins",
        "o'clock",
        "am",
    ];
    let begins_with_digit = word.starts_with(|c: char| c.is_ascii_digit());
    WORDS.contains(&word)
        || word == "pm"
        || (begins_with_digit && (word.contains(':') || word.ends_with("am") || word.ends_with("pm")))
}

/// Words for hours, which are counted in vain.
pub(in crate::workshop) const HOURS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];

/// Words for what comes again.
pub(in crate::workshop) fn is_repeated(word: &str) -> bool {
    ["every", "each", "daily", "weekly", "monthly", "yearly", "quarterly", "annually", "twice", "fortnightly"]
        .contains(&word)
}

/// Words that name a part of a month, a year: not a day.
pub(in crate::workshop) fn is_part_of_time(word: &str) -> bool {
    const PARTS: &str =
        "end beginning middle mid early late spring summer autumn winter q1 q2 q3 q4 eow eom eoy midweek";
    PARTS.split(' ').any(|part| part == word)
}

/// Words that say nothing here.
pub(in crate::workshop) fn is_filler(word: &str) -> bool {
    const FILLERS: &str = "the of in for wait waiting best only later then but please a an sometime anytime either c hold pause afterwards thereafter hence again another further minimum about around approximately approx roughly circa ca";
    FILLERS.split(' ').any(|filler| filler == word)
}

/// Words that begin the name of a day or a time of the year which a plan may have as an event.
pub(in crate::workshop) fn is_feast(word: &str) -> bool {
    const FEASTS: &str = "christmas xmas easter new thanksgiving black cyber boxing good whit pentecost ascension halloween hanukkah passover ramadan eid diwali valentine mother's father's labor labour carnival advent epiphany";
    FEASTS.split(' ').any(|feast| feast == word)
}

/// What is written instead of a word that is not read, where that says nearly the same: its day is shown beside it.
pub(in crate::workshop) const INSTEAD: [(&str, &str); 18] = [
    ("under", "within"),
    ("less than", "within"),
    ("fewer than", "within"),
    ("over", "at least"),
    ("more than", "at least"),
    ("few", "3|5"),
    ("a few", "3|5"),
    ("several", "3|5"),
    ("since", "after|on"),
    ("or", "to"),
    ("till", "to"),
    ("through", "to"),
    ("until", "to|on|before"),
    ("preceding", "before"),
    ("post", "after"),
    ("past", "after"),
    ("by", "before|on|within"),
    ("soon", "in 3 days|in a week"),
];

/// Words without which a sentence says something else: they are never left out.
pub(in crate::workshop) fn is_telling(word: &str) -> bool {
    const TELLING: &str = "not never except without no none than under over above below few several half quarter hundred thousand dozen by until till since if when unless per halfway pre post";
    word.bytes().any(|byte| byte.is_ascii_digit()) || TELLING.split(' ').any(|telling| telling == word)
}

/// Words before a length behind `after`: `after max 3 days`.
pub(in crate::workshop) fn begins_bound(word: &str) -> bool {
    ["max", "maximum", "about", "around", "approx"].contains(&word)
}

/// What may have been meant by a word that is not known.
pub(in crate::workshop) const MEANT: [&str; 52] = [
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "quarter",
    "quarters",
    "working",
    "business",
    "calendar",
    "exact",
    "workdays",
    "fortnight",
    "within",
    "between",
    "after",
    "before",
    "start",
    "step",
    "next",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "tomorrow",
    "previous",
    "same",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "holiday",
    "two",
    "three",
    "four",
    "five",
    "seven",
    "eight",
    "twelve",
];
