//! Where in a line its wait is said (B4), among words that say something else.

use std::ops::Range;

use super::phrases::{CHANNELS, is_before_name, phrase};
use super::words_of_line::Words;
use super::{Doubt, DoubtKind, Replacement, Sketch};
use crate::plan::PlainDays;
use crate::workshop::wait::date::date;
use crate::workshop::wait::token::tokens;
use crate::workshop::wait::vocabulary::{among, counted, number_word, ordinal, weekdays};
use crate::workshop::wait::{Hint, Kind, Problem, Setting, is_readable, read_unhinted, read_wait};

/// The most words a wait is said in.
const LONGEST: usize = 16;

/// Words that a wait may begin with, before what it counts.
pub(super) const LEADS: &str = "in after before within inside wait for at most least up to no later more than on the from between exactly over during not next only by until plus latest max about around approximately approx roughly eod cob first thing some time sometime min minimum sooner earlier earliest give leave it hold pause anytime either c";

/// Before a length these say that it is no wait: `valid for 30 days`, `the last 2 weeks`.
const NO_WAIT_AFTER: &str =
    "for of last past valid per than over under these those first this every each once twice times";

/// Behind a length too: `3 weeks ago`, `2 days apart`.
const NO_WAIT_BEFORE: &str = "ago old apart long off free trial";

/// Words that no wait ends with.
const LOOSE_ENDS: &str =
    "the of in for a an then but please only best wait and on at from to before within next every each";

/// Words that begin what can follow a comma within a wait: the days that suit.
const GOES_ON: &str = "on not at best";

/// Where a wait is said: its words, and how they can be read; or what stands in the way.
pub(super) struct Found {
    pub(super) words: Range<usize>,
    pub(super) phrase: Result<String, Doubt>,
}

/// The first wait of a line.
pub(super) fn wait_in(words: &Words<'_>, setting: Setting<'_>, above: &[Sketch]) -> Option<Found> {
    let looking = Looking { words, setting, above };
    (0..words.len())
        .find_map(|at| looking.begun(at))
        .or_else(|| (0..words.len()).find_map(|at| looking.seeming(at)))
}

/// A line in which a wait is looked for.
pub(super) struct Looking<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) setting: Setting<'a>,
    above: &'a [Sketch],
}

impl Looking<'_> {
    /// The wait that begins with a word: the longest that can be read.
    fn begun(&self, at: usize) -> Option<Found> {
        let words = self.words;
        let leads = (at..words.len()).take_while(|at| among(LEADS, words.word(*at))).count().min(4);
        let (core, end) = (at..=at + leads).find_map(|core| Some((core, self.core(core)?)))?;
        // `if they stay silent for a week`
        let is_for = words.is(at, "for") && !among("if when no nothing still", words.word(0));
        // `3-4d`: no wait begins within it.
        if !words.are_free(at..end) || is_for || words.is(at, "to") {
            return None;
        }
        if self.is_about_something_else(at, core, end) {
            return None;
        }
        // Up to where the line pauses, unless what follows still says which days suit.
        let pauses = |to: &usize| {
            let day = *to + usize::from(words.is(*to, "-"));
            words.ends_before(*to) && !among(GOES_ON, words.word(*to)) && weekdays(words.word(day)).is_none()
        };
        let furthest = (end..=words.len()).find(pauses).unwrap_or(end).min(at + LONGEST);
        let is_whole = |to: &usize| {
            let last = words.word(to - 1);
            // `the week after next`; `one week on`
            let is_end = last == "next" && words.word_before(to - 1) == "after"
                || last == "on" && words.ends_before(*to);
            (is_end || !among(LOOSE_ENDS, last)) && !self.ends_with_number(*to, end)
        };
        let mut ends = (end..=furthest).rev().filter(is_whole).filter_map(|to| self.read(at..to));
        // What is no day by itself is none with what follows either.
        let is_asked = |doubt: &Doubt| doubt.kind == DoubtKind::Wait(Kind::WhichDays);
        let short =
            self.read(at..end).filter(|short| short.phrase.as_ref().is_err_and(|doubt| !is_asked(doubt)));
        let found = match short {
            Some(short) => ends.find(|found| found.phrase.is_ok()).unwrap_or(short),
            None => ends.next()?,
        };
        // `Thursday week`: not the first that comes.
        let to = found.words.end;
        if weekdays(words.word_before(to)).is_some() && among("week fortnight", words.word(to)) {
            let place = words.place(&(at..to + 1));
            let day = words.written(&(to - 1..to));
            let hints = vec![Replacement { place: place.clone(), words: format!("in a week, on a {day}") }];
            let phrase = Err(Doubt { kind: DoubtKind::Wait(Kind::Unclear), place, hints });
            return Some(Found { words: at..to + 1, phrase });
        }
        Some(found).filter(|found| {
            let is_bare = at == core && found.words.end == end && self.is_length(at);
            !is_bare
                || words.ends_before(end)
                || !words.is_free(end)
                || among("if when", words.word(end))
                || found.phrase.is_err() && among("after before later", words.word(end))
                // `3 days call`, and not `3 day course`
                || at == 0 && words.word(end - 1) != "day" && words.word(end) != "post" && phrase(&CHANNELS, &words.tokens[end..]).is_some()
        })
    }

    /// Whether what looks like a length is none: `valid for 30 days`, `3 weeks ago`.
    fn is_about_something_else(&self, at: usize, core: usize, end: usize) -> bool {
        let words = self.words;
        let is_blocked =
            among(NO_WAIT_AFTER, words.word_before(at)) && !among("every each once twice", words.word(core));
        // `about Friday's meeting`
        let is_topic = words.is(at, "about") && !self.is_length(core);
        // `next week's meeting`
        let behind = words.tokens.get(end - 1).and_then(|last| words.text[last.place.end..].chars().next());
        let is_possessive = matches!(behind, Some('\'' | '’')) && !self.is_length(core);
        let of = at.checked_sub(2).map_or("", |at| words.word(at));
        // `last Friday of the month`
        let is_last = words.word_before(at) == "last" && weekdays(words.word(core)).is_some();
        // `10 to 15 December`
        let is_range = words.word_before(at) == "to" && !self.is_length(core) && {
            let first = at.checked_sub(2).map_or("", |at| words.word(at));
            first.starts_with(|c: char| c.is_ascii_digit())
        };
        let is_week = is_last
            || is_range
            || among("w/c w/b w/e", words.word_before(at))
            || among("week wk", of) && among("of commencing beginning starting", words.word_before(at));
        // `offer expires in 7 days`
        let before = (0..core).rev().map(|at| words.word(at)).find(|word| !among(LEADS, word));
        let is_asked_for = words.is(at, "some") && words.word_before(at) == "for";
        is_topic
            || is_asked_for
            || among("expires expiring ends", before.unwrap_or_default())
            || is_possessive
            || is_week
            || among("by until", words.word_before(at)) && self.is_length(core)
            || (is_blocked && self.is_length(core))
            || among(NO_WAIT_BEFORE, words.word(end)) && self.is_length(core)
    }

    /// Whether it ends with a number that belongs to no date and no step.
    fn ends_with_number(&self, to: usize, core_end: usize) -> bool {
        let word = self.words.word(to - 1);
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit()) || number_word(word).is_some();
        // `in a week or two`
        let is_range = self.words.word_before(to - 1) == "or" && self.words.ends_before(to);
        is_number
            && !is_range
            && to != core_end
            && self.words.word_before(to - 1) != "step"
            && phrase(&CHANNELS, &self.words.tokens[to.saturating_sub(2)..to - 1]).is_none()
            && !(1..4).any(|back| to.checked_sub(back).is_some_and(|from| self.is_date_until(from, to)))
    }

    fn is_date_until(&self, from: usize, to: usize) -> bool {
        let found = date(&self.words.tokens[from..], self.setting.today);
        found.is_some_and(|found| from + found.map_or_else(|wrong| wrong.words, |found| found.words) == to)
    }

    /// What these words mean; none where they mean nothing together.
    fn read(&self, words: Range<usize>) -> Option<Found> {
        // `at 3 months`
        if self.words.is(words.start, "at") && self.is_length(words.start + 1) {
            let found = self.read(words.start + 1..words.end)?;
            let start = if found.phrase.is_ok() { words.start } else { found.words.start };
            return Some(Found { words: start..found.words.end, ..found });
        }
        let place = self.words.place(&words);
        // `24.12.`: the point behind a day is part of it.
        let is_pointed =
            self.words.word(words.end - 1).contains('.') && self.words.text[place.end..].starts_with('.');
        let phrase = &self.words.text[place.start..place.end + usize::from(is_pointed)];
        let mut problem = match read_unhinted(phrase, self.setting) {
            Ok(_) => return Some(Found { words, phrase: Ok(phrase.to_owned()) }),
            Err(problem) => problem,
        };
        // `next morning`: the time of day is said of what is done.
        let last = words.end - 1;
        if among("morning afternoon evening", self.words.word(last))
            && among("next following", self.words.word_before(last))
            && last > words.start
        {
            return Some(Found { words: words.start..last, phrase: Ok("next day".to_owned()) });
        }
        if matches!(problem.kind, Kind::NotADay | Kind::TimeOfDay) {
            problem = read_wait(phrase, self.setting).err()?;
        }
        problem.hints.retain(|hint| !matches!(hint, Hint::Write(text) if !is_readable(text, self.setting)));
        if let Kind::NoSuchEvent(_) = problem.kind
            && let Some(step) = self.step_called(&phrase[problem.place.clone()])
        {
            let named =
                format!("{}step {step}{}", &phrase[..problem.place.start], &phrase[problem.place.end..]);
            if read_unhinted(&named, self.setting).is_ok() {
                return Some(Found { words, phrase: Ok(named) });
            }
        }
        let is_telling = !matches!(
            problem.kind,
            Kind::Unclear | Kind::Unfinished | Kind::Empty | Kind::TimeOfDay | Kind::NoLength
        );
        let is_next = words.len() == 2 && among("next following", self.words.word(words.start));
        let hours = "h hr hrs hour hours minute minutes min mins tonight eod cob";
        let (last, before) = (self.words.word(words.end - 1), self.words.word_before(words.end - 1));
        let is_hours = problem.kind == Kind::TimeOfDay
            && (is_next || among(hours, last) || before == "of" && among("day business", last));
        (is_telling || is_hours).then(|| {
            let place = self.words.place(&words);
            Found { words, phrase: Err(doubt(phrase, place, problem)) }
        })
    }

    /// The number of the step above that is called so: `the call`, `the first letter`.
    fn step_called(&self, name: &str) -> Option<usize> {
        let called = tokens(name);
        let last = called.last()?;
        let channel = phrase(&CHANNELS, std::slice::from_ref(last)).map(|(_, channel)| channel);
        let is_called = |sketch: &Sketch| {
            let what = tokens(sketch.what.as_str());
            let mut telling = called.iter().filter(|token| {
                !is_before_name(&token.word)
                    && ordinal(&token.word).is_none()
                    && !among("previous last", &token.word)
            });
            telling.all(|called| what.iter().any(|token| token.word == called.word))
                || (channel.is_some() && sketch.channel == channel)
        };
        let mut such =
            self.above.iter().enumerate().filter(|(_, sketch)| is_called(sketch)).map(|(at, _)| at);
        let nth =
            called.iter().find_map(|token| ordinal(&token.word)).and_then(|nth| usize::try_from(nth).ok());
        let found = match nth {
            Some(nth) => such.nth(nth.checked_sub(1)?),
            None => such.next_back(),
        };
        let standing =
            self.setting.plan.sequences.iter().find_map(|(_, sequence)| {
                sequence.steps.iter().position(|step| step.id == self.setting.step)
            })?;
        found.map(|at| standing - self.above.len() + at + 1)
    }
}

/// A problem of a phrase, in its place in the whole text.
pub(super) fn doubt(phrase: &str, place: Range<usize>, problem: Problem) -> Doubt {
    let within = |at: &Range<usize>| place.start + at.start..place.start + at.end;
    let hint = |hint: Hint| match hint {
        Hint::Write(words) => {
            Some(Replacement { place: place.clone(), words: words.trim_end_matches('.').to_owned() })
        }
        // What many days are is not asked for the plan but said in the line.
        Hint::PlainDays(days, _) => {
            let number = phrase[problem.place.clone()].split_whitespace().next().unwrap_or_default();
            // `T+30` says from where as well.
            let from = if number.contains('+') { " after the start" } else { "" };
            let number = number.trim_start_matches(|c: char| !c.is_ascii_digit());
            let number: String = number.chars().take_while(char::is_ascii_digit).collect();
            let kind = match days {
                PlainDays::Working => "working",
                PlainDays::Calendar => "calendar",
            };
            let words = format!("{number} {kind} days{from}");
            (!number.is_empty()).then(|| Replacement { place: within(&problem.place), words })
        }
        Hint::AddEvent(..) => None,
    };
    let mut hints: Vec<_> = problem.hints.iter().cloned().filter_map(hint).collect();
    // `every Monday`, `every 3 months`: the first of them.
    if problem.kind == Kind::Repeats
        && let Some((_, what)) = phrase.split_once(' ')
    {
        let every_other = what.strip_prefix("other ").map(|unit| format!("in 2 {unit}s"));
        let lead = match tokens(what).first() {
            Some(token) if weekdays(&token.word).is_some() => "on",
            Some(token) if counted(&token.word).is_some() => "in 1",
            _ => "in",
        };
        let words = every_other.unwrap_or_else(|| format!("{lead} {what}"));
        hints.push(Replacement { place: place.clone(), words });
    }
    if matches!(problem.kind, Kind::NoSuchEvent(_)) || problem.kind == Kind::NotADay && hints.is_empty() {
        // `2 weeks after delivery`: of the line before.
        let length = phrase.split_once(" after ").map(|(length, _)| length.trim());
        let length =
            length.filter(|length| tokens(length).iter().any(|token| counted(&token.word).is_some()));
        hints.extend(
            length.map(|length| Replacement { place: place.clone(), words: format!("{length} later") }),
        );
        // It may be no wait at all.
        hints.push(Replacement { place: place.clone(), words: format!("‹{phrase}›") });
    }
    Doubt { kind: DoubtKind::Wait(problem.kind.clone()), place: within(&problem.place), hints }
}
