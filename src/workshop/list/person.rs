//! Who does it (B7): somebody the plan knows, a role, or a new name where it is clearly one.

use std::ops::Range;

use super::Doer;
use super::describe::{capital_first, is_large};
use super::phrases::{CHANNELS, INSIDE, NO_NAMES, ROLES, is_before_name, phrase};
use super::words_of_line::Words;
use crate::plan::{Channel, Line, PlanParts, Responsible, in_small_letters, is_letter_or_digit};
use crate::workshop::wait::token::{Token, tokens};
use crate::workshop::wait::vocabulary::{among, counted, is_time_of_day, month, weekdays};

/// Marks behind whoever does what follows.
const MARKS: [char; 9] = [':', ';', '|', '/', '>', '→', '-', '–', '—'];

/// Whoever is named: by `@ben`, before what they do, between commas, behind `by`, or before a colon or a dash. None where
/// it may be a name, and may as well be a place or a tool.
pub(super) fn person_in(
    words: &Words<'_>,
    plan: &PlanParts,
    people: &mut Vec<Line>,
) -> Option<(Range<usize>, Option<Doer>)> {
    for at in (0..words.len()).filter(|at| words.is_free(*at)) {
        let Some(name) = words.written(&(at..at + 1)).strip_prefix('@') else { continue };
        if name.chars().all(is_in_name) && !name.is_empty() {
            // `@Ann Miller`, `@Dr. Ann Miller`
            let goes_on = |at: &usize| {
                !words.ends_before(*at) && words.is_free(*at) && is_name(words.written(&(*at..at + 1)))
            };
            let more = (at + 1..at + 3).take_while(goes_on).count();
            let is_whole = words.ends_before(at + 1 + more);
            let found = at..at + 1 + if is_whole { more } else { 0 };
            let name = words.written(&found).trim_start_matches('@');
            let known = known(name, plan, people);
            return Some((found, Some(known.unwrap_or_else(|| add(&capital_first(name), people)))));
        }
    }
    if let Some(found) = doing(words, plan, people) {
        return Some(found);
    }
    let segments = words.segments();
    let mut seeming = None;
    for (at, segment) in segments.iter().enumerate().rev() {
        let is_first = segment.start == 0;
        let written = words.written(segment);
        // Before a dash or a comma it is somebody who is known.
        let is_somebody = known(written, plan, people).is_some();
        if is_first && !words.is_before(segment, &MARKS) && !(is_somebody && segment.end < words.len()) {
            continue;
        }
        let skipped = segment.clone().take_while(|at| is_before_name(words.word(*at))).count();
        let name = segment.start + skipped..segment.end;
        match named(words, &name, plan, people) {
            Some(Some(doer)) => return Some((segment.clone(), Some(doer))),
            // `Oksana - e-mail`, `call next day, Priya`; `Terms: read them` begins with nobody.
            Some(None) if is_first && !segments.get(at + 1).is_some_and(|next| is_channel(words, next)) => {}
            Some(None) if is_first || !goes_somewhere(words) => {
                return Some((segment.clone(), Some(add(words.written(&name), people))));
            }
            // Where one goes, `visit, London`, it may be where to.
            Some(None) => seeming = seeming.or(Some((name, None))),
            None => {}
        }
    }
    // `letter by Ben`, `letter by the assistant`
    for at in (1..words.len()).filter(|at| words.is(*at, "by") && words.is_free(*at)) {
        let skipped = (at..words.len()).take_while(|at| is_before_name(words.word(*at))).count();
        let end = (at + 1..=words.len()).find(|end| words.ends_before(*end) || !words.is_free(*end));
        let found = at + skipped..end.unwrap_or(words.len());
        if found.is_empty() || !words.are_free(found.clone()) {
            continue;
        }
        match named(words, &found, plan, people) {
            None => continue,
            Some(doer) => {
                let doer = doer.unwrap_or_else(|| add(words.written(&found), people));
                return Some((at..found.end, Some(doer)));
            }
        }
    }
    seeming
}

/// Whether one goes to see somebody.
fn goes_somewhere(words: &Words<'_>) -> bool {
    let is_visit = |at: usize| {
        phrase(&CHANNELS, &words.tokens[at..]).is_some_and(|(_, channel)| channel == Channel::InPerson)
    };
    (0..words.len()).any(is_visit)
}

/// Whether words say a channel and nothing else.
fn is_channel(words: &Words<'_>, found: &Range<usize>) -> bool {
    let tokens = &words.tokens[found.clone()];
    phrase(&CHANNELS, tokens).is_some_and(|(count, _)| count == tokens.len())
}

/// What somebody does: `Anna calls`, `Tom sends prices`.
const DOES: &str = "calls rings phones sends writes emails e-mails mails texts visits meets posts chases asks thanks \
    prepares checks drops does";

/// Whoever a part of the line begins with, and what they do behind that, `the assistant sends`, `I call`; only somebody who
/// is known, since `Birthday calls` begin with nobody.
fn doing(words: &Words<'_>, plan: &PlanParts, people: &[Line]) -> Option<(Range<usize>, Option<Doer>)> {
    let (at, name) = (0..words.len()).filter(|at| words.ends_before(*at)).find_map(|at| {
        let begin = (at..words.len()).find(|at| !is_before_name(words.word(*at)))?;
        let end = begin + phrase(&ROLES, &words.tokens[begin..]).map_or(1, |(count, _)| count);
        let is_one = words.are_free(at..end + 1) && !(at + 1..=end).any(|at| words.ends_before(at));
        (is_one && does(words, end)).then_some((at, begin..end))
    })?;
    let end = name.end + usize::from(among("to will", words.word(name.end)));
    let doer = named(words, &name, plan, people)?;
    doer.map(|doer| (at..end, Some(doer)))
}

/// Whether a word says what somebody does: `calls`, `to call`, `will send`, `I call`.
fn does(words: &Words<'_>, at: usize) -> bool {
    let is_plain = |at: usize| DOES.split(' ').any(|word| word.strip_suffix('s') == Some(words.word(at)));
    among(DOES, words.word(at))
        || (among("to will", words.word(at)) && words.is_free(at + 1) && is_plain(at + 1))
        || (among("i i'll", words.word_before(at)) && is_plain(at))
}

/// Who these words as a whole are; none where they may be a name, and nobody is known to have it.
fn named(words: &Words<'_>, found: &Range<usize>, plan: &PlanParts, people: &[Line]) -> Option<Option<Doer>> {
    if found.is_empty() {
        return None;
    }
    let tokens = &words.tokens[found.clone()];
    if let Some((_, role)) = phrase(&ROLES, tokens).filter(|(count, _)| *count == tokens.len()) {
        return Some(Some(Doer::Known(role)));
    }
    let written = words.written(found);
    if let Some(known) = known(written, plan, people) {
        return Some(Some(known));
    }
    let is_nobody = |token: &Token| {
        is_other_word(&token.word) || phrase(&CHANNELS, std::slice::from_ref(token)).is_some()
    };
    if tokens.iter().any(is_nobody) || written.split_whitespace().count() != tokens.len() {
        return None;
    }
    // `Dr. Ann Miller`
    let most = if words.is_before(&(found.start..found.start + 1), &['.']) { 3 } else { 2 };
    (tokens.len() <= most && written.len() > 1 && written.split_whitespace().all(is_name)).then_some(None)
}

/// Whether a cell is one to three words with capitals that nobody does and nothing is called: `Ben`, `Sam Jones`.
pub(super) fn is_only_a_name(cell: &str) -> bool {
    let is_written = |word: &str| word.starts_with(is_large) && word.chars().all(is_in_name);
    let is_other = |token: &Token| is_other_word(&token.word) || is_doing(std::slice::from_ref(token));
    (1..=3).contains(&cell.split(' ').count())
        && cell.split(' ').all(is_written)
        && !tokens(cell).iter().any(is_other)
}

/// Whether words begin with a channel, or with what somebody does.
pub(super) fn is_doing(words: &[Token]) -> bool {
    let is_verb =
        |word: &str| DOES.split(' ').any(|does| does == word || does.strip_suffix('s') == Some(word));
    phrase(&CHANNELS, words).is_some() || words.first().is_some_and(|first| is_verb(&first.word))
}

/// Whether a word is written as a name is: `Ben` is one, `PDF` is none.
fn is_name(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(is_large)
        && chars.clone().all(is_in_name)
        && (chars.as_str().is_empty() || !chars.all(is_large))
}

/// Words that may begin with a capital behind a comma or before a dash and are nobody's name.
fn is_other_word(word: &str) -> bool {
    among(NO_NAMES, word)
        || ["ing", "ion", "ment"].iter().any(|end| word.len() > 5 && word.ends_with(end))
        || INSIDE.iter().any(|(inside, _)| *inside == word)
        || month(word).is_some()
        || weekdays(word).is_some()
        || counted(word).is_some()
        || is_time_of_day(word)
}

fn is_in_name(c: char) -> bool {
    is_letter_or_digit(c) && !c.is_ascii_digit() || matches!(c, '-' | '\'' | '’' | '.')
}

/// Somebody of the plan, or of the list so far: by the whole name, or by the first where only one has it.
fn known(name: &str, plan: &PlanParts, people: &[Line]) -> Option<Doer> {
    let wanted = in_small_letters(name.trim());
    let is_whole = |known: &str| in_small_letters(known.trim()) == wanted;
    let is_first =
        |known: &str| known.split_whitespace().next().is_some_and(|first| in_small_letters(first) == wanted);
    let all = || {
        let of_plan = plan
            .people
            .iter()
            .map(|person| (person.name.as_str(), Doer::Known(Responsible::Person(person.id))));
        of_plan.chain(people.iter().enumerate().map(|(at, name)| (name.as_str(), Doer::New(at))))
    };
    if let Some((_, doer)) = all().find(|(known, _)| is_whole(known)) {
        return Some(doer);
    }
    let mut named_so = all().filter(|(known, _)| is_first(known));
    let first = named_so.next().filter(|_| named_so.next().is_none());
    first.map(|(_, doer)| doer)
}

fn add(name: &str, people: &mut Vec<Line>) -> Doer {
    people.push(Line::fitted(name));
    Doer::New(people.len() - 1)
}
