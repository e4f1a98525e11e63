//! After which outcome a line comes (B5): `if no answer: call again`.

use std::ops::Range;

use super::words_of_line::Words;
use super::{Doubt, DoubtKind, ListSetting, Sketch};
use crate::plan::{Branch, Channel, Outcome, Step, StepId};
use crate::workshop::wait::vocabulary::among;

/// What has to come of the step before; which outcome that is depends on how the contact is reached there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Heard,
    NotHeard,
    Told(Outcome),
}

impl Answer {
    /// As an outcome of a step of that channel: on the phone one is reached, in writing one is answered.
    fn of(self, channel: Option<Channel>) -> Outcome {
        let is_voice = matches!(channel, Some(Channel::Phone | Channel::InPerson));
        match self {
            Self::Heard if is_voice => Outcome::Reached,
            Self::Heard => Outcome::Replied,
            Self::NotHeard if is_voice => Outcome::NotReached,
            Self::NotHeard => Outcome::NoReply,
            Self::Told(outcome) => outcome,
        }
    }
}

/// What a word tells of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Not,
    Answer,
    Reach,
    Buy,
    Decline,
    Interest,
    Later,
    Now,
    Yes,
    Silence,
}

const CUES: [(Cue, &str); 10] = [
    (
        Cue::Not,
        "no not nobody none never nothing noone no-one don't doesn't didn't can't cannot couldn't isn't aren't haven't hasn't without won't unanswered",
    ),
    (
        Cue::Answer,
        "answer answers answered reply replies replied respond responds responded response hear heard joy luck react reacts reaction unanswered",
    ),
    (Cue::Reach, "reach reached reachable pick picks picked home available"),
    (
        Cue::Buy,
        "buy buys bought order orders ordered sign signs signed purchase purchases purchased accept accepts accepted won",
    ),
    (
        Cue::Decline,
        "decline declines declined refuse refuses refused reject rejects rejected lost unsubscribe unsubscribes",
    ),
    (Cue::Interest, "interest interested keen"),
    (Cue::Later, "later busy"),
    (Cue::Now, "now yet ready time"),
    (Cue::Yes, "yes"),
    (Cue::Silence, "nothing silent silence quiet ghost ghosted voicemail engaged unavailable"),
];

/// Words of a condition that tell nothing by themselves.
const FILLERS: &str = "still they're we're he's she's there is are was were be they we he she it you i one anyone anybody somebody someone the a an any customer client prospect lead contact person quote still get gets got have has had do does did to on from us me them him her by up back say says said stay stays stayed go goes went keep keeps happens comes want wants more our my their answers phone";

fn cues(word: &str) -> impl Iterator<Item = Cue> {
    CUES.iter().filter(move |(_, words)| among(words, word)).map(|(cue, _)| *cue)
}

/// What can be written instead of words that name no outcome.
pub(super) const CONDITIONS: [&str; 4] = ["if they answer", "if no answer", "if they buy", "if they say no"];

/// The condition of a line: its words, and what has to come; none of that where it is not understood.
pub(super) fn condition_in(words: &Words<'_>) -> Option<(Range<usize>, Option<Answer>)> {
    for at in (0..words.len()).filter(|at| words.is_free(*at)) {
        let is_if = words.is(at, "if");
        let begin = match (words.word(at), words.word(at + 1)) {
            // Words that go with what is done.
            ("if", next) if among("possible poss needed necessary required applicable", next) => continue,
            ("if" | "when" | "once", _) => at + 1,
            ("in", "case") => at + 2 + usize::from(words.is(at + 2, "of")),
            // `after no answer`
            ("after" | "on", no) if cues(no).any(|cue| cue == Cue::Not) => at + 1,
            _ => continue,
        };
        let (end, is_bounded) = known_until(words, begin);
        let whole = Some(end).filter(|end| is_bounded && *end > begin);
        let found = whole
            .or_else(|| first_telling(words, begin, end))
            .and_then(|end| Some((at..end, meaning(words, begin..end)?)));
        let doubted = (begin + 1..=words.len()).find(|to| words.ends_before(*to) || !words.is_free(*to));
        match found {
            Some(found) => return Some(found),
            None if is_if => return Some((at..doubted.unwrap_or(words.len()).max(at + 1), None)),
            None => {}
        }
    }
    // `No answer: call again`, `No answer? Call again`
    let (end, is_bounded) = known_until(words, 0);
    // `No answer after a week: call again`
    let colon = (end..words.len()).find(|at| words.is_free(*at)).unwrap_or(words.len());
    let is_told =
        is_bounded && end > 0 && [end, colon].iter().any(|end| words.is_before(&(0..*end), &[':', '?']));
    // `No answer - call again`, `no answer → call again`, `No answer after a week, call again`
    let is_no = cues(words.word(0)).any(|cue| cue == Cue::Not);
    let ends = |end: &usize| words.is_behind_dash(*end) || words.is_before(&(0..*end), &[',']);
    let is_told = is_told || is_no && is_bounded && colon < words.len() && [end, colon].iter().any(ends);
    if among("otherwise else unless", words.word(0)) && words.is_free(0) {
        // `Unless they reply: call`
        let (end, is_bounded) = known_until(words, 1);
        return Some((0..if is_bounded { end } else { 1 }, None));
    }
    let answer = meaning(words, 0..end).filter(|_| is_told)?;
    Some((0..end, answer))
}

/// How far the words are such as conditions are made of, and whether something ends there.
fn known_until(words: &Words<'_>, from: usize) -> (usize, bool) {
    let is_known = |at: usize| {
        let word = words.word(at);
        let is_thing = ["the", "our", "my", "that", "this"].contains(&words.word_before(at))
            && ["call", "letter", "e-mail", "email", "offer", "message"].contains(&word);
        words.is_free(at) && (is_thing || among(FILLERS, word) || cues(word).next().is_some())
    };
    let mut at = from;
    while is_known(at) {
        at += 1;
        if words.ends_before(at) {
            return (at, true);
        }
    }
    (at, at > from && !words.is_free(at))
}

/// The end of the first words that tell an outcome, where what is done follows at once.
fn first_telling(words: &Words<'_>, from: usize, to: usize) -> Option<usize> {
    let tells = |at: &usize| cues(words.word(*at)).any(|cue| !matches!(cue, Cue::Not));
    let mut end = (from..to).find(tells)? + 1;
    while end < to && ["up", "back", "us", "yet"].contains(&words.word(end)) {
        end += 1;
    }
    Some(end)
}

/// What has to come, by these words; none where they name what is no outcome: who is interested has answered, and more.
fn meaning(words: &Words<'_>, of: Range<usize>) -> Option<Option<Answer>> {
    let found: Vec<Cue> = of.clone().flat_map(|at| cues(words.word(at))).collect();
    let has = |cue| found.contains(&cue);
    let is_not = has(Cue::Not);
    let heard = if is_not { Answer::NotHeard } else { Answer::Heard };
    let answer = match () {
        () if has(Cue::Decline) && !is_not => Answer::Told(Outcome::Declined),
        () if has(Cue::Decline) => return None,
        () if has(Cue::Interest) && is_not => Answer::Told(Outcome::Declined),
        () if has(Cue::Interest) => return Some(None),
        () if has(Cue::Buy) && is_not => return None,
        () if has(Cue::Buy) => Answer::Told(Outcome::Bought),
        () if has(Cue::Reach) || has(Cue::Answer) => heard,
        // `if they say nothing`, `if they stay silent`
        () if has(Cue::Silence) => Answer::NotHeard,
        () if has(Cue::Later) && !is_not => Answer::Told(Outcome::NotNow),
        () if has(Cue::Now) && is_not => Answer::Told(Outcome::NotNow),
        () if has(Cue::Yes) && !is_not => return Some(None),
        // `if they say no`, `if no`; and no more than that.
        () if is_not && of.clone().next_back().is_some_and(|at| words.is(at, "no")) => {
            Answer::Told(Outcome::Declined)
        }
        () => return None,
    };
    Some(Some(answer))
}

/// A step above that may decide.
#[derive(Clone, Copy)]
struct Above {
    step: StepId,
    channel: Option<Channel>,
    only_after: Option<Branch>,
}

/// Which outcome of which step above each line belongs to: of the contact before it; or, where that belongs to another
/// outcome of a step, of the same step.
pub(super) fn branches(
    sketches: &mut [Sketch],
    steps: &[Step],
    setting: ListSetting<'_>,
) -> Vec<Option<Branch>> {
    let standing = &setting.plan.sequences.of(setting.audience).steps;
    let at = setting.before.and_then(|before| standing.iter().position(|step| step.id == before));
    let mut above: Vec<Above> = standing[..at.unwrap_or(standing.len())]
        .iter()
        .map(|step| Above { step: step.id, channel: step.channel, only_after: step.only_after })
        .collect();
    let mut found = Vec::new();
    for (sketch, step) in sketches.iter_mut().zip(steps) {
        let only_after = sketch.condition.and_then(|answer| decided(answer, &above));
        if sketch.condition.is_some() && only_after.is_none() {
            sketch.doubts.push(Doubt {
                kind: DoubtKind::NothingAbove,
                place: sketch.place.clone(),
                hints: Vec::new(),
            });
        }
        above.push(Above { step: step.id, channel: sketch.channel, only_after });
        found.push(only_after);
    }
    found
}

fn decided(answer: Answer, above: &[Above]) -> Option<Branch> {
    let last = above.iter().rev().find(|it| it.channel != Some(Channel::Internal))?;
    let fork =
        last.only_after.and_then(|branch| above.iter().find(|it| it.step == branch.step).zip(Some(branch)));
    Some(match fork {
        Some((fork, taken)) if answer.of(fork.channel) != taken.outcome => {
            Branch { step: fork.step, outcome: answer.of(fork.channel) }
        }
        _ => Branch { step: last.step, outcome: answer.of(last.channel) },
    })
}

/// Where the words of an outcome end, with which a text begins: `if no answer`, `not reached`.
pub(super) fn condition_end(text: &str) -> Option<usize> {
    let words = Words::new(text, &(0..text.len()));
    let from = usize::from(words.is(0, "if"));
    let (end, _) = known_until(&words, from);
    let is_said = end > from && meaning(&words, from..end).is_some();
    is_said.then(|| if end == words.len() { text.len() } else { words.place(&(0..end)).end })
}

/// Whether a text as a whole says an outcome.
pub(super) fn is_condition(text: &str) -> bool {
    condition_end(text) == Some(text.len())
}
