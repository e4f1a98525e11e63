//! One line: its parts, and what is left over.

use std::ops::Range;

use super::cells::is_drawn;
use super::condition::{CONDITIONS, condition_in};
use super::day_count::scheduled;
use super::describe::description;
use super::person::person_in;
use super::phrases::{CHANNELS, INSIDE, ON_PAPER, is_before_name, phrase};
use super::wait_phrase::{Found, wait_in};
use super::words_of_line::Words;
use super::{Doubt, DoubtKind, Part, PartKind, Replacement, Sketch};
use crate::calendar::sort_by_number;
use crate::plan::{Anchor, Channel, Line, TextError};
use crate::workshop::wait::vocabulary::{among, is_time_of_day};
use crate::workshop::wait::{Kind, Setting, read_unhinted};

/// The lines that say something: each with its number in the text, and its bytes without a bullet.
pub(super) fn lines(text: &str) -> Vec<(usize, Range<usize>)> {
    let mut from = 0;
    let mut lines = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        let place = without_bullet(line);
        if !is_drawn(&line[place.clone()]) {
            lines.push((number, place.start + from..place.end + from));
        }
        from += line.len() + 1;
    }
    lines
}

/// A line without what only marks it as one of several: `-`, `*`, `1.`, `[ ]`, `Step 1:`.
fn without_bullet(line: &str) -> Range<usize> {
    let mut rest = line.trim();
    while let Some(behind) = behind_bullet(rest) {
        rest = behind.trim_start();
    }
    let end = line.trim_end().len();
    end - rest.len()..end
}

/// What stands behind a bullet; `None` where there is none.
fn behind_bullet(line: &str) -> Option<&str> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}', '[', '\u{20e3}']);
    // Signs and pictures: `☐`, `→`, `📞`; and the box that stands around a digit.
    let is_sign =
        matches!(first, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{20e3}');
    if is_sign || matches!(first, '|' | '•' | '‣' | '·') {
        return Some(rest);
    }
    // `+ 3 days` is a wait.
    let is_added = first == '+' && rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    if matches!(first, '-' | '*' | '+' | '–' | '—') && ends(rest) && !is_added {
        return Some(rest);
    }
    if first == '[' {
        let rest = rest.strip_prefix([' ', 'x', 'X', '\u{a0}']).unwrap_or(rest);
        return rest.strip_prefix(']');
    }
    // `a)`, `ii.`
    let letters = line.bytes().take_while(u8::is_ascii_lowercase).count();
    let is_roman = line[..letters].bytes().all(|letter| b"ivx".contains(&letter));
    let behind = &line[letters..];
    let behind_letter = behind.strip_prefix(')').filter(|_| letters == 1 || is_roman);
    let behind_letter = behind_letter.or(behind.strip_prefix('.').filter(|_| is_roman));
    if let Some(behind) = behind_letter.filter(|behind| (1..=4).contains(&letters) && ends(behind)) {
        return Some(behind);
    }
    let is_step = line.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("step "));
    let numbered = if is_step { &line[5..] } else { line.strip_prefix(['(', '#']).unwrap_or(line) };
    let digits = numbered.bytes().take_while(u8::is_ascii_digit).count();
    // `1 - call`, `#1 call`
    let dashed =
        [" - ", " – ", " — ", " |"].into_iter().find_map(|dash| numbered[digits..].strip_prefix(dash));
    let dashed = dashed.or(numbered[digits..].strip_prefix(' ').filter(|_| line.starts_with('#')));
    let is_short = (1..=3).contains(&digits);
    if let Some(behind) =
        dashed.filter(|behind| is_short && !behind.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    {
        return Some(behind);
    }
    let behind =
        numbered[digits..].strip_prefix(if is_step { [':', '.', ')'] } else { ['.', ')', '\u{fe0f}'] })?;
    // `24. 12.` is a day.
    // `1.)`
    let behind = behind.strip_prefix(')').unwrap_or(behind);
    let is_number = is_short && ends(behind);
    let is_day = behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
    (is_number && !is_day).then_some(behind)
}

/// What a line says by itself, below others; with the number of the first day where nearly all of them begin so.
pub(super) fn sketch(
    text: &str,
    (line, place): (usize, Range<usize>),
    first_day: Option<u32>,
    above: &[Sketch],
    people: &mut Vec<Line>,
    setting: Setting<'_>,
) -> Sketch {
    let mut words = Words::new(text, &place);
    let mut parts = Vec::new();
    let mut doubts = Vec::new();
    // What is said beside what is done.
    let mut apart = Vec::new();

    let (mut wait, mut at_time, mut turn) = (None, String::new(), None);
    match scheduled(&words, first_day, setting).or_else(|| wait_in(&words, setting, above)) {
        Some(Found { words: mut found, phrase: Ok(phrase) }) => {
            // `tomorrow morning`: the time of day is said of what is done.
            if let Some(time) = time_of_day(&words, found.end) {
                at_time = time;
                found.end += 1;
            }
            parts.push(Part { kind: PartKind::Wait, place: words.place(&found) });
            apart.push(words.place(&found));
            turn = Some(found.clone())
                .filter(|found| among("wait give leave hold pause", words.word(found.start)));
            words.take(found);
            wait = Some(phrase);
        }
        Some(Found { phrase: Err(doubt), words: found }) => {
            words.take(found);
            doubts.push(doubt);
        }
        None => {}
    }
    // `quote by Friday, chase on Tuesday`: two steps.
    if wait.is_some() {
        match wait_in(&words, setting, above) {
            // `tomorrow or Thursday`: one of the two.
            Some(Found { words: found, phrase: Ok(_) }) if words.word_before(found.start) == "or" => {
                let last = words.place(&found);
                let first = parts.first().map_or(last.clone(), |part: &Part| part.place.clone());
                let both = first.start..last.end;
                let hint =
                    |one: Range<usize>| Replacement { place: both.clone(), words: text[one].to_owned() };
                let hints = [first, last].map(hint).into();
                doubts.push(Doubt { kind: DoubtKind::Wait(Kind::SecondLength), place: both, hints });
            }
            Some(Found { words: found, phrase: Ok(_) }) => doubts.push(second_step(&words, found)),
            // `Week 1, Monday`
            Some(Found { words: found, phrase: Err(doubt) })
                if among("day week wk month", words.word(found.start)) =>
            {
                doubts.push(doubt);
            }
            _ => {}
        }
    }
    let mut condition = None;
    match condition_in(&words) {
        Some((found, Some(answer))) => {
            parts.push(Part { kind: PartKind::Condition, place: words.place(&found) });
            apart.push(words.place(&found));
            turn = turn.or(Some(found.clone()));
            words.take(found);
            condition = Some(answer);
        }
        Some((found, None)) => {
            let doubted = words.place(&found);
            let hint = |words: &str| Replacement { place: doubted.clone(), words: words.to_owned() };
            // Without a mark behind it, what is done is in it too.
            let is_whole = text[doubted.end..place.end].trim_start().starts_with([':', ',', '?', '-', '–'])
                || among("otherwise else", words.word(found.start));
            let hints = CONDITIONS.iter().filter(|_| is_whole).map(|words| hint(words)).collect();
            doubts.push(Doubt { kind: DoubtKind::Condition, place: doubted, hints });
            words.take(found);
        }
        None => {}
    }
    let mut who = None;
    match person_in(&words, setting.plan, people) {
        Some((found, Some(doer))) => {
            parts.push(Part { kind: PartKind::Person, place: words.place(&found) });
            apart.push(words.place(&found));
            words.take(found);
            who = Some(doer);
        }
        Some((found, None)) => doubts.push(seeming_name(&words, &found)),
        None => {}
    }
    doubts.extend(
        turn.filter(|turn| begins_another(&words, turn)).map(|turn| turning(&words, &turn, place.end)),
    );
    let mut channel = None;
    if let Some((found, told, is_apart)) = channel_in(&words) {
        parts.push(Part { kind: PartKind::Channel, place: words.place(&found) });
        if is_apart {
            apart.push(words.place(&found));
        }
        channel = Some(told);
    }
    sort_by_number(&mut parts, |part| in_order(&part.place));
    sort_by_number(&mut apart, in_order);

    let mut what = description(text, &place, &apart);
    if what.is_empty() && wait.is_some() && parts.len() == 1 {
        let hints = behind_below(text, &place, setting).into_iter().collect();
        doubts.push(Doubt { kind: DoubtKind::NothingDone, place: place.clone(), hints });
    }
    what.push_str(&at_time);
    if let Err(TextError::TooLong { excess, .. }) = Line::parse(&what) {
        doubts.push(Doubt { kind: DoubtKind::TooLong(excess), place: place.clone(), hints: Vec::new() });
    }
    if text[place.clone()].contains('\0') {
        doubts.push(Doubt { kind: DoubtKind::NoText, place: place.clone(), hints: Vec::new() });
    }
    let what = Line::fitted(&what);
    Sketch { line, place, parts, what, channel, who, wait, condition, doubts }
}

/// A line that says only when, put behind the line below it.
fn behind_below(text: &str, line: &Range<usize>, setting: Setting<'_>) -> Option<Replacement> {
    let rest = text[line.end..].trim_start();
    let below = rest.lines().next().filter(|below| !is_drawn(below) && !says_when(below, setting))?;
    let end = text.len() - rest.len() + below.trim_end().len();
    let words = format!("{}, {}", &below[without_bullet(below)], &text[line.clone()]);
    Some(Replacement { place: line.start..end, words })
}

/// A time of day behind the words of a day, as it is said behind what is done: ` in the morning`, ` at 3pm`.
fn time_of_day(words: &Words<'_>, at: usize) -> Option<String> {
    let word = words.word(at);
    let is_meant = words.is_free(at) && !words.ends_before(at) && is_time_of_day(word);
    let is_clock = word.starts_with(|c: char| c.is_ascii_digit()) || among("noon lunchtime night", word);
    let said = match word {
        "morning" | "am" => " in the morning".to_owned(),
        "afternoon" | "pm" => " in the afternoon".to_owned(),
        "evening" => " in the evening".to_owned(),
        _ if is_clock => format!(" at {}", words.written(&(at..at + 1))),
        _ => return None,
    };
    is_meant.then_some(said)
}

/// What may be somebody's name, and may be a place or a tool: one of the two is said for it.
fn seeming_name(words: &Words<'_>, found: &Range<usize>) -> Doubt {
    let place = words.place(found);
    let name = words.written(found);
    let hint = |words: String| Replacement { place: place.clone(), words };
    let hints = [format!("@{name}"), format!("‹{name}›")].map(hint).into();
    Doubt { kind: DoubtKind::Name, place, hints }
}

/// `Call. If no answer, text.`, `e-mail, wait 3 days, call`: whether something is done before such words and something
/// else behind them.
fn begins_another(words: &Words<'_>, turn: &Range<usize>) -> bool {
    let mut rest = (turn.end..words.len()).filter(|at| {
        words.is_free(*at) && !is_before_name(words.word(*at)) && !among("- / then and", words.word(*at))
    });
    let is_channel = |at: usize| phrase(&CHANNELS, &words.tokens[at..]).map(|(count, _)| at + count);
    let is_said = (0..turn.start).any(|at| words.is_free(at) && is_channel(at).is_some());
    // `send prices if they answer, by e-mail`
    words.is_behind_description(turn.start)
        && rest.next().is_some_and(|first| is_said || is_channel(first) != Some(words.len()))
}

/// What begins a step of its own, up to the end of the line.
fn turning(words: &Words<'_>, turn: &Range<usize>, end: usize) -> Doubt {
    let place = words.place(turn);
    let before = (0..turn.start).rev().find(|at| !among("- / > →", words.word(*at)));
    let before = before.map(|before| words.place(&(before..before + 1)).end);
    let hint =
        |before| Replacement { place: before..end, words: format!("\n{}", &words.text[place.start..end]) };
    Doubt { kind: DoubtKind::SecondStep, hints: before.map(hint).into_iter().collect(), place }
}

/// A second wait in a line: what stands before it, from its comma on, may be a step of its own.
fn second_step(words: &Words<'_>, found: Range<usize>) -> Doubt {
    let begins = (1..=found.start).rev().find(|at| words.ends_before(*at) || !words.is_free(*at - 1));
    let begins = begins.filter(|at| *at < found.start);
    let hint = |at: usize| {
        let place = words.place(&(at - 1..at)).end..words.place(&found).end;
        Replacement { place, words: format!("\n{}", words.written(&(at..found.end))) }
    };
    let hints = begins.map(hint).into_iter().collect();
    Doubt { kind: DoubtKind::SecondStep, place: words.place(&found), hints }
}

/// Whether words say more than what is done, and how: when, who, or under which condition.
pub(super) fn says_more(text: &str, setting: Setting<'_>) -> bool {
    let sketch = sketch(text, (0, 0..text.len()), None, &[], &mut Vec::new(), setting);
    !sketch.doubts.is_empty() || sketch.parts.iter().any(|part| part.kind != PartKind::Channel)
}

/// Whether a line says when, or seems to.
pub(super) fn says_when(line: &str, setting: Setting<'_>) -> bool {
    let sketch = sketch(line, (0, without_bullet(line)), None, &[], &mut Vec::new(), setting);
    sketch.wait.is_some() || sketch.doubts.iter().any(|doubt| matches!(doubt.kind, DoubtKind::Wait(_)))
}

/// What says when, of a line that says only how long after another step; a day may head several.
pub(super) fn only_when(line: &str, setting: Setting<'_>) -> Option<String> {
    let place = without_bullet(line);
    let reading = read_unhinted(&line[place.clone()], setting).ok()?;
    let sketch = sketch(line, (0, place.clone()), None, &[], &mut Vec::new(), setting);
    let is_only = matches!(sketch.doubts.as_slice(), [Doubt { kind: DoubtKind::NothingDone, .. }]);
    let is_between = reading.delay.anchor() == Anchor::PreviousStep && !line.trim_end().ends_with(':');
    (is_only && is_between).then(|| line[place].to_owned())
}

/// How the contact is reached, and whether it is said beside what is done.
fn channel_in(words: &Words<'_>) -> Option<(Range<usize>, Channel, bool)> {
    let (found, channel, is_apart) = channel_said(words)?;
    let channel = if is_posted(words, found.end - 1) { Channel::Letter } else { channel };
    Some((found, channel, is_apart))
}

/// Whether a word mails what is on paper: `mail them a brochure`, `letter by mail`; and not `mail about the brochure`.
fn is_posted(words: &Words<'_>, at: usize) -> bool {
    let is_thing = |at: usize| among(ON_PAPER, words.word(at));
    let mut behind = (at + 1..words.len()).take_while(|at| {
        !words.ends_before(*at) && !among("about re regarding with on for if", words.word(*at))
    });
    among("mail mails", words.word(at))
        && (behind.any(is_thing) || among("by via", words.word_before(at)) && (0..at).any(is_thing))
}

/// How the contact is reached: as said for itself, as said with `by`, or by the first word that tells; and whether it is
/// said beside what is done.
fn channel_said(words: &Words<'_>) -> Option<(Range<usize>, Channel, bool)> {
    let segments = words.segments();
    // Behind `Ben:` it is what is done.
    let is_done = |segment: &&Range<usize>| {
        segments.iter().any(|it| it.end == segment.start && words.is_before(it, &[':']))
    };
    let behind = segments.iter().filter(|segment| words.is_behind_description(segment.start));
    for segment in behind.filter(|segment| !is_done(segment)) {
        let skipped = segment.clone().take_while(|at| is_before_name(words.word(*at))).count();
        let from = segment.start + skipped;
        if let Some((count, channel)) = phrase(&CHANNELS, &words.tokens[from..segment.end])
            && from + count == segment.end
        {
            return Some((segment.clone(), channel, true));
        }
    }
    let found = |at: usize| {
        let all = &words.tokens[at..];
        let told = phrase(&CHANNELS, all);
        let told = told
            .or_else(|| phrase(&INSIDE, all).filter(|_| segments.first().is_some_and(|it| it.start == at)));
        told.filter(|(count, _)| words.are_free(at..at + count))
            .map(|(count, channel)| (at..at + count, channel, false))
    };
    let is_said = |at: &usize| ["by", "via", "per", "over", "on"].contains(&words.word_before(*at));
    (0..words.len()).filter(is_said).find_map(found).or_else(|| (0..words.len()).find_map(found))
}

fn in_order(place: &Range<usize>) -> i64 {
    i64::try_from(place.start).unwrap_or(i64::MAX)
}
