//! Who does it (B7): somebody the plan knows, a role, or a new name where it is clearly one.

use std::ops::Range;

use super::Doer;
use super::describe::{capital_first, is_large};
use super::phrases::{CHANNELS, INSIDE, ROLES, among, is_before_name, phrase};
use super::words_of_line::Words;
use crate::plan::{Line, PlanParts, Responsible, in_small_letters, is_letter_or_digit};
use crate::workshop::wait::vocabulary::{counted, is_time_of_day, month, weekdays};

/// Whoever is named: by `@ben`, before what they do, between commas, behind `by`, or before a colon.
pub(super) fn person_in(
    words: &Words<'_>,
    plan: &PlanParts,
    people: &mut Vec<Line>,
) -> Option<(Range<usize>, Doer)> {
    for at in (0..words.len()).filter(|at| words.is_free(*at)) {
        let written = words.written(&(at..at + 1));
        let name = written.strip_prefix('@').filter(|name| name.chars().all(is_in_name) && !name.is_empty());
        if let Some(name) = name {
            let known = known(name, plan, people);
            return Some((at..at + 1, known.unwrap_or_else(|| add(&capital_first(name), people))));
        }
    }
    if let Some(found) = doing(words, plan, people) {
        return Some(found);
    }
    for segment in words.segments().into_iter().rev() {
        let is_first = segment.start == 0;
        // Before a dash or a comma it is somebody who is known.
        let is_name = known(words.written(&segment), plan, people).is_some() && segment.end < words.len();
        if is_first && !words.is_before_colon(&segment) && !is_name {
            continue;
        }
        let skipped = segment.clone().take_while(|at| is_before_name(words.word(*at))).count();
        if let Some(doer) = named(words, &(segment.start + skipped..segment.end), plan, people, !is_first) {
            return Some((segment, doer));
        }
    }
    // `letter by Ben`, `letter by the assistant`
    for at in (1..words.len()).filter(|at| words.word(*at) == "by" && words.is_free(*at)) {
        let skipped = (at..words.len()).take_while(|at| is_before_name(words.word(*at))).count();
        let end = (at + 1..=words.len()).find(|end| words.ends_before(*end) || !words.is_free(*end));
        let found = at + skipped..end.unwrap_or(words.len());
        if !found.is_empty()
            && words.are_free(found.clone())
            && let Some(doer) = named(words, &found, plan, people, true)
        {
            return Some((at..found.end, doer));
        }
    }
    None
}

/// What somebody does: `Anna calls`, `Tom sends prices`.
const DOES: &str = "calls rings phones sends writes emails e-mails mails texts visits meets posts chases asks thanks \
    prepares checks drops does";

/// Whoever a part of the line begins with, and what they do behind that; only somebody who is known, since `Birthday calls`
/// begin with nobody.
fn doing(words: &Words<'_>, plan: &PlanParts, people: &mut Vec<Line>) -> Option<(Range<usize>, Doer)> {
    let at = (0..words.len()).find(|at| {
        words.ends_before(*at)
            && words.are_free(*at..at + 2)
            && !words.ends_before(at + 1)
            && does(words, at + 1)
    })?;
    let end = at + 1 + usize::from(among("to will", words.word(at + 1)));
    named(words, &(at..at + 1), plan, people, false).map(|doer| (at..end, doer))
}

/// Whether a word says what somebody does: `calls`, `to call`, `will send`.
fn does(words: &Words<'_>, at: usize) -> bool {
    let next = words.word(at + 1);
    let is_done = || DOES.split(' ').any(|word| word.strip_suffix('s') == Some(next));
    among(DOES, words.word(at)) || (among("to will", words.word(at)) && words.is_free(at + 1) && is_done())
}

/// Who these words as a whole are.
fn named(
    words: &Words<'_>,
    found: &Range<usize>,
    plan: &PlanParts,
    people: &mut Vec<Line>,
    may_be_new: bool,
) -> Option<Doer> {
    if found.is_empty() {
        return None;
    }
    let tokens = &words.tokens[found.clone()];
    if let Some((_, role)) = phrase(&ROLES, tokens).filter(|(count, _)| *count == tokens.len()) {
        return Some(Doer::Known(role));
    }
    let written = words.written(found);
    if let Some(known) = known(written, plan, people) {
        return Some(known);
    }
    let is_new = may_be_new
        && tokens.len() <= 2
        && tokens.iter().zip(written.split_whitespace()).all(|(token, written)| {
            let word = token.word.as_str();
            let mut chars = written.chars();
            let is_capital = chars.next().is_some_and(is_large);
            // `PDF` is no name, `Ben` is one.
            let goes_on =
                chars.clone().all(is_in_name) && (chars.as_str().is_empty() || !chars.all(is_large));
            is_capital
                && goes_on
                && !is_other_word(word)
                && phrase(&CHANNELS, std::slice::from_ref(token)).is_none()
                && phrase(&INSIDE, std::slice::from_ref(token)).is_none()
        });
    (is_new && written.split_whitespace().count() == tokens.len()).then(|| add(written, people))
}

/// Words that may begin with a capital behind a comma and are nobody's name.
fn is_other_word(word: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "then",
        "if",
        "when",
        "please",
        "thanks",
        "christmas",
        "easter",
        "offer",
        "follow-up",
        "reminder",
        "sales",
        "no",
    ];
    OTHERS.contains(&word)
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
