//! What would put a text right: words and names that are near to what was typed.

use std::ops::Range;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::reader::read;
use super::token::tokens;
use super::vocabulary::{INSTEAD, MEANT, counted, is_telling, month, ordinal, weekdays};
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
    let mut instead_at = problem.place.clone();
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
            // `~3`, `<5`
            let number = at_fault.trim_start_matches(|c: char| !c.is_alphanumeric());
            let bound = match at_fault.chars().next() {
                Some('<' | '≤') => "within ",
                Some('>' | '≥') => "at least ",
                _ => "",
            };
            candidates.extend((number.len() < at_fault.len()).then(|| format!("{bound}{number}")));
            let is_telling = |word: &str| is_telling(word) || weekdays(word).is_some();
            candidates.extend((!at_fault.split(' ').any(is_telling)).then(String::new));
        }
        // `tomorrow at 9am`
        Kind::TimeOfDay if problem.hints.is_empty() => {
            let is_part = ["morning", "afternoon", "evening"].contains(&at_fault.as_str());
            candidates.extend(is_part.then(|| "day".to_owned()));
            candidates.extend(
                ["tonight", "eod", "cob", "end of day", "close of business"]
                    .contains(&at_fault.as_str())
                    .then(|| "today".to_owned()),
            );
            // `in 15` is something else.
            candidates.extend((!at_fault.starts_with("min")).then(String::new));
        }
        Kind::NotADay => {
            // `4 days after first`: of several.
            let is_nth = ordinal(&at_fault).is_some() && text[..problem.place.start].ends_with("after ");
            candidates.extend(days_of(&at_fault, setting.today).into_iter().filter(|_| !is_nth));
            if !candidates.is_empty() {
                problem.hints.clear();
            }
            // `by the end of the month`: the small words before it belong to it.
            let before = in_small_letters(&text[..problem.place.start]);
            let mut words = before.as_str();
            // `before Friday`, `after the weekend`
            let days = weekdays(at_fault.trim_start_matches("the ")).unwrap_or_default();
            let side = words.strip_suffix("the ").unwrap_or(words);
            let other = match (side, &days[..]) {
                ("before ", [first, ..]) => Some(first.pred()),
                ("after ", [.., last]) => Some(last.succ()),
                _ => None,
            };
            if let Some(other) = other {
                // On a weekend few work.
                let other = match (other, side) {
                    (Weekday::Sat | Weekday::Sun, "before ") => Weekday::Fri,
                    (Weekday::Sat | Weekday::Sun, _) => Weekday::Mon,
                    (other, _) => other,
                };
                candidates.push(format!("on {other}"));
                words = "";
            }
            while let Some(rest) = SMALL.iter().find_map(|small| words.strip_suffix(small)) {
                words = rest;
            }
            if before.len() == problem.place.start {
                instead_at.start = words.len();
            }
            // `on 31 Dec 2026`, but `10 days before 31 Dec 2026`
            if instead_at.start == 0 {
                let is_date = |text: &&mut String| text.starts_with(|c: char| c.is_ascii_digit());
                candidates.iter_mut().filter(is_date).for_each(|text| text.insert_str(0, "on "));
            }
        }
        _ => {}
    }
    let texts = candidates.into_iter().map(|candidate| tidy(&instead_of(text, &instead_at, &candidate)));
    let most = if problem.kind == Kind::TimeOfDay { 1 } else { MOST };
    // `90` is no longer what `90 min` was.
    let is_bare = |text: &String| !text.contains(char::is_alphabetic);
    // `of 7 December` is what is left of its week.
    let is_cut = |text: &String| text.starts_with("of ") || text.contains("the of ");
    let texts = texts.filter(|text| !is_cut(text));
    let texts = texts.filter(|text| problem.kind != Kind::TimeOfDay || !is_bare(text));
    let found: Vec<_> = texts.filter(|text| is_readable(text, setting)).take(most).map(Hint::Write).collect();
    problem.hints.retain(|hint| !matches!(hint, Hint::Write(text) if !is_readable(text, setting)));
    problem.hints.splice(0..0, found);
    problem
}

pub(in crate::workshop) fn is_readable(text: &str, setting: Setting<'_>) -> bool {
    read(text, setting).map_or_else(|other| other.kind == Kind::WhichDays, |_| true)
}

/// Small words before what names a part of the year.
const SMALL: [&str; 12] = [
    "next ",
    "no later than ",
    "the ",
    "at ",
    "by ",
    "in ",
    "until ",
    "during ",
    "over ",
    "around ",
    "later ",
    "sometime ",
];

/// The days that may be meant by a part of a week, a month, a quarter or a year: `end of the month`, `early next week`.
fn days_of(part: &str, today: NaiveDate) -> Vec<String> {
    let words: Vec<&str> = part.split([' ', '-']).collect();
    let says = |those: &[&str]| words.iter().any(|word| those.contains(word));
    let is_next = says(&["next"]);
    let is_end = says(&["end", "late", "eow", "eom", "eoy"]);
    let is_begin = says(&["beginning", "start", "early"]) || part.starts_with("first of");
    let is_mid = says(&["mid", "middle"]);
    let last =
        words.iter().rev().find(|word| **word != "end" && !word.starts_with(|c: char| c.is_ascii_digit()));
    let day = |day: NaiveDate| format!("{} {} {}", day.day(), short_month(day), day.year());
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    // `the 10th`
    if let Some(nth) = ordinal(words[0]).filter(|_| words.len() == 1 || part.ends_with(" of the month")) {
        let mut months = (0..4).filter_map(|by| today.with_day(1)?.checked_add_months(Months::new(by)));
        let found = months.find_map(|first| first.with_day(nth).filter(|found| *found >= today));
        return found.map(day).into_iter().collect();
    }
    // Parts of the year: how many months it has, and whether one comes that has begun already.
    let (months, first) = match last.copied().unwrap_or_default() {
        "morning" | "afternoon" | "evening" => return texts(&["today"]),
        "midweek" => return texts(&["on Wednesday"]),
        "week" | "eow" => {
            return texts(match () {
                () if is_end && is_next => &["in a week, on a Friday"],
                () if is_begin => &["on Monday"],
                () if is_mid && is_next => &["in a week, on a Wednesday"],
                () if is_mid => &["on Wednesday"],
                () if is_end => &["on Friday"],
                () if says(&["this"]) => &["on Friday", "within a week"],
                () => &[],
            });
        }
        "month" | "eom" => (1, today.month0()),
        "quarter" => (3, today.month0() / 3 * 3),
        "year" | "eoy" => (12, 0),
        named => match (month(named), named.strip_prefix('q').and_then(|nth| nth.parse::<u32>().ok())) {
            (Some(month), _) => (1, month - 1),
            (None, Some(nth @ 1..=4)) => (3, (nth - 1) * 3),
            _ => return Vec::new(),
        },
    };
    let year = words.iter().find_map(|word| word.parse().ok().filter(|_| word.len() == 4));
    let begin = NaiveDate::from_ymd_opt(year.unwrap_or(today.year()), first + 1, 1);
    let on = |begin: NaiveDate, by: u32| begin.checked_add_months(Months::new(by));
    let is_named = last.is_some_and(|last| month(last).is_some() || last.starts_with('q'));
    let days = |begin: NaiveDate| {
        let end = on(begin, months)?.pred_opt()?;
        let mid = on(begin, months / 2)?.with_day(15)?;
        Some((begin, mid, end))
    };
    let times = (0..3).filter_map(|times| match is_named {
        true => on(begin?, 12 * times),
        false => on(begin?, months * times),
    });
    let mut coming = times.filter_map(days).skip(usize::from(is_next));
    if months == 1
        && let Some(pick) = nth_day(&words)
    {
        let is_said = year.is_some() || is_next;
        let found = coming.filter_map(|(begin, _, end)| pick(begin, end)).find(|it| is_said || *it >= today);
        return found.map(day).into_iter().collect();
    }
    let mut found = |of: fn((NaiveDate, NaiveDate, NaiveDate)) -> NaiveDate| {
        let is_said = year.is_some() || is_next;
        coming.by_ref().map(of).find(|found| is_said || *found >= today).map(day).into_iter().collect()
    };
    match () {
        () if says(&["early"]) && months == 1 => found(|days| days.0.with_day(5).unwrap_or(days.0)),
        () if says(&["late"]) && months == 1 => found(|days| days.0.with_day(25).unwrap_or(days.2)),
        () if is_begin => found(|days| days.0),
        () if is_mid => found(|days| days.1),
        () if is_end => found(|days| days.2),
        () if is_named => {
            let Some((begin, mid, end)) = coming.find(|days| year.is_some() || days.2 >= today) else {
                return Vec::new();
            };
            [begin, mid, end].into_iter().filter(|it| *it >= today).map(day).collect()
        }
        () if says(&["this"]) => found(|days| days.2),
        () => Vec::new(),
    }
}

/// Which day of a month is said, by its first and its last: `first monday of`, `last day of`, `15th of`.
fn nth_day(words: &[&str]) -> Option<impl Fn(NaiveDate, NaiveDate) -> Option<NaiveDate>> {
    let [first, second, ..] = *words else { return None };
    let (nth, is_last) = (ordinal(first), first == "last");
    let weekday = weekdays(second).filter(|days| days.len() == 1).map(|days| days[0]);
    let is_day = matches!(second, "of" | "day") && !(is_last && second == "of");
    let is_worked = is_last && matches!(second, "working" | "business");
    let back_to = |end: NaiveDate, suits: &dyn Fn(Weekday) -> bool| {
        end.iter_days().rev().take(7).find(|day| suits(day.weekday()))
    };
    ((nth.is_some() || is_last) && (weekday.is_some() || is_day || is_worked)).then_some(
        move |begin: NaiveDate, end: NaiveDate| match (weekday, nth) {
            (Some(weekday), Some(nth)) => {
                let nth = u8::try_from(nth).ok()?;
                NaiveDate::from_weekday_of_month_opt(begin.year(), begin.month(), weekday, nth)
            }
            (Some(weekday), None) => back_to(end, &|day| day == weekday),
            (None, Some(nth)) => begin.with_day(nth),
            (None, None) if is_worked => back_to(end, &|day| !matches!(day, Weekday::Sat | Weekday::Sun)),
            (None, None) => Some(end),
        },
    )
}

/// A sentence without the marks and the small words that a word left behind when it was taken out.
fn tidy(text: &str) -> String {
    let is_word = |word: &&str| word.contains(|c: char| c.is_alphanumeric() || matches!(c, '-' | '&' | '+'));
    let mut words: Vec<&str> = text.split_whitespace().filter(is_word).collect();
    while words.last().is_some_and(|last| ["in", "at", "the"].contains(last)) {
        words.pop();
    }
    let text = words.join(" ").replace("in within", "within");
    text.trim_end_matches(',').to_owned()
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
