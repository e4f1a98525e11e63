//! Where in a line its wait is said (B4), among words that say something else.

use std::ops::Range;

use super::phrases::{CHANNELS, among, is_before_name, phrase};
use super::words_of_line::Words;
use super::{Doubt, DoubtKind, Replacement, Sketch};
use crate::plan::PlainDays;
use crate::workshop::wait::date::date;
use crate::workshop::wait::name::part_of_name;
use crate::workshop::wait::token::tokens;
use crate::workshop::wait::vocabulary::{
    counted, is_feast, is_time_of_day, kind_of_days, month, number_word, ordinal, weekdays,
};
use crate::workshop::wait::{Hint, Kind, Problem, Setting, is_readable, read_unhinted, read_wait};

/// The most words a wait is said in.
const LONGEST: usize = 16;

/// Words that a wait may begin with, before what it counts.
const LEADS: &str = "in after before within inside wait for at most least up to no later more than on the from between exactly over during not next only by until plus latest max about around approximately approx roughly eod cob first thing some time sometime min minimum sooner earlier earliest give leave it hold pause anytime either c";

/// Before a length these say that it is no wait: `valid for 30 days`, `the last 2 weeks`.
const NO_WAIT_AFTER: &str =
    "for of last past valid per than over under these those first this every each once twice times";

/// Behind a length too: `3 weeks ago`, `2 days apart`.
const NO_WAIT_BEFORE: &str = "ago old apart long off free trial";

/// Words before a part of the year, which is named besides: `the Q1 report`.
const BEFORE_PARTS: &str = "in by during before after until from of early late mid end";

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
        let is_for = words.word(at) == "for" && !among("if when no nothing still", words.word(0));
        // `3-4d`: no wait begins within it.
        if !words.are_free(at..end) || is_for || words.word(at) == "to" {
            return None;
        }
        if self.is_about_something_else(at, core, end) {
            return None;
        }
        // Up to where the line pauses, unless what follows still says which days suit.
        let pauses = |to: &usize| {
            let day = *to + usize::from(words.word(*to) == "-");
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
        let is_topic = words.word(at) == "about" && !self.is_length(core);
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
        let is_asked_for = words.word(at) == "some" && words.word_before(at) == "for";
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

    pub(super) fn is_length(&self, at: usize) -> bool {
        self.length(at).is_some()
    }

    /// A number and what is counted: the end of both.
    pub(super) fn length(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let is_number = |at: usize| {
            let word = words.word(at);
            word.starts_with(|c: char| c.is_ascii_digit()) || number_word(word).is_some() || word == "couple"
        };
        let is_article = matches!(words.word(at), "a" | "an");
        if !is_number(at) && !is_article && words.word(at) != "half" {
            return None;
        }
        let is_between = |at: usize| {
            is_number(at)
                || kind_of_days(words.word(at)).is_some()
                || among("to - and or of a hundred couple half", words.word(at))
        };
        let unit = (at + 1..at + 6).find(|at| !is_between(*at) || self.unit(*at))?;
        let is_straight = !is_article
            || unit == at + 1
            || is_between(at + 1) && !among("a and or to of", words.word(at + 1));
        // `Touch 3: day 7`
        let is_apart = words.tokens[at..unit].iter().any(|token| token.is_last_of_part);
        (self.unit(unit) && is_straight && !is_apart).then_some(unit + 1)
    }

    /// Something that is counted. A letter stands for it only right behind its number; hours are counted too, in vain.
    fn unit(&self, at: usize) -> bool {
        let word = self.words.word(at);
        let is_close = |token: usize| {
            let tokens = &self.words.tokens;
            token > 0 && tokens[token - 1].place.end == tokens[token].place.start
        };
        match word {
            "m" | "y" | "am" | "pm" => false,
            "d" | "w" | "mo" | "h" => {
                is_close(at) || at > 1 && among("in after within", self.words.word(at - 2))
            }
            "hour" | "hours" | "hr" | "hrs" | "minutes" | "mins" => true,
            _ => counted(word).is_some(),
        }
    }

    /// What makes a wait of some words, if it begins here; the end of it.
    pub(super) fn core(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let (word, next) = (words.word(at), words.word(at + 1));
        if word.is_empty() {
            return None;
        }
        if let Some(end) = self.length(at) {
            return Some(end);
        }
        if let Some(found) = date(&words.tokens[at..], self.setting.today) {
            let is_said = among("on by before after until from in", words.word_before(at));
            return match found {
                Ok(found) => Some(at + found.words),
                Err(wrong) if wrong.kind == Kind::NotADay => is_said.then_some(at + wrong.words),
                Err(wrong) => {
                    // `1/2` alone may be a half.
                    let is_date = word.matches('/').count() != 1
                        || words.is_before_colon(&(at..at + 1))
                        || wrong.meant.len() == 1 && word != "24/7";
                    (is_said || is_date).then_some(at + wrong.words)
                }
            };
        }
        let is_unit = |word: &str| counted(word).is_some();
        let stands_alone = words.ends_before(at) || words.ends_before(at + 1);
        match (word, next) {
            // A number in a cell of its own.
            (number, _) if words.is_cell(at) && number.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(at + 1)
            }
            ("tomorrow" | "tmrw" | "immediately" | "asap", _) => Some(at + 1),
            ("today" | "tonight" | "eod" | "cob" | "eow" | "eom" | "eoy" | "midweek", _) => Some(at + 1),
            ("now", _) if stands_alone && words.word_before(at) != "not" => Some(at + 1),
            ("same", "day") | ("at", "once") | ("straight" | "right", "away" | "after") => Some(at + 2),
            ("a", next) if weekdays(next).is_some() && words.word_before(at) == "on" => Some(at + 2),
            ("every" | "each", "other") => Some(at + 3),
            ("end" | "close", "of") if among("day business", words.word(at + 2)) => {
                let day = words.word(at + 3);
                Some(at + 3 + usize::from(day == "tomorrow" || weekdays(day).is_some()))
            }
            ("between", next) if weekdays(next).is_some() => Some(at + 2),
            ("next" | "following", "morning" | "afternoon" | "evening") => Some(at + 2),
            ("week" | "month" | "quarter" | "year", "end") => Some(at + 2),
            ("next" | "following" | "coming", next) if is_unit(next) || weekdays(next).is_some() => {
                Some(at + 2)
            }
            ("this", next)
                if is_unit(next)
                    || weekdays(next).is_some()
                    || among("coming morning afternoon evening", next) =>
            {
                Some(at + 2 + usize::from(next == "coming"))
            }
            ("next" | "following", next) if kind_of_days(next).is_some() && is_unit(words.word(at + 2)) => {
                Some(at + 3)
            }
            ("day", "after" | "of" | "later") | ("week" | "month" | "year", "after" | "later") => {
                Some(at + 2)
            }
            ("every" | "each", next)
                if is_unit(next) || weekdays(next).is_some() || self.is_length(at + 1) =>
            {
                Some(at + 2)
            }
            ("once" | "twice", "a") if is_unit(words.word(at + 2)) => Some(at + 3),
            ("start", next) if next != "of" && self.is_behind(at, "on") => {
                Some(at + 1 + usize::from(matches!(next, "date" | "day")))
            }
            _ if self.part_of_time(at).is_some() => self.part_of_time(at),
            ("spring" | "summer" | "autumn" | "winter", _)
                if words.ends_before(at + 1) && self.is_behind(at, BEFORE_PARTS) =>
            {
                Some(at + 1)
            }
            (year, _)
                if year.len() == 4
                    && year.starts_with("20")
                    && year.bytes().all(|byte| byte.is_ascii_digit())
                    && among(
                        "in during early late mid spring summer autumn winter",
                        words.word_before(at),
                    ) =>
            {
                Some(at + 1)
            }
            ("q1" | "q2" | "q3" | "q4", _) if self.is_behind(at, BEFORE_PARTS) => {
                Some(self.with_year(at + 1))
            }
            // `+3 – e-mail`
            ("plus", number)
                if number.bytes().all(|byte| byte.is_ascii_digit()) && words.ends_before(at + 2) =>
            {
                (!number.is_empty()).then_some(at + 2)
            }
            _ if is_feast(word) && self.is_behind(at, "on at in before after by until over") => {
                Some(at + 1 + usize::from(among("day eve year year's monday friday", next)))
            }
            _ if ordinal(word).is_some()
                && word != "second"
                && self.is_behind(at, "on by until before after around about")
                && (words.ends_before(at + 1) || next == "of") =>
            {
                Some(at + 1)
            }
            _ if is_unit(word) && self.is_behind(at, "within") => Some(at + 1),
            _ if weekdays(word).is_some() => {
                // `Wed: e-mail`, `call, Tue`
                let is_alone = words.ends_before(at + 1) && words.word_before(at) != "the"
                    || is_time_of_day(next)
                    || next == "next"
                    || ordinal(next).is_some()
                    || among("or and to & -", next) && weekdays(words.word(at + 2)).is_some();
                // `sat`, `sun` and `wed` are other words too.
                let is_said = among("on next a or and by until", words.word_before(at))
                    || !among("sat sun wed", word)
                    || is_alone;
                // `Black Friday`
                let is_feast = is_feast(words.word_before(at));
                (is_said && !is_unit(word) && !is_feast).then_some(at + 1)
            }
            _ => self.event(at),
        }
    }

    /// `end of the month`, `early next week`, `mid January`
    fn part_of_time(&self, at: usize) -> Option<usize> {
        if !among("end beginning middle start mid early late", self.words.word(at)) {
            return None;
        }
        let is_small = |at: &usize| among("in of the next this", self.words.word(*at));
        let small = (at + 1..at + 4).take_while(is_small).count();
        let named = self.words.word(at + 1 + small);
        let is_named = counted(named).is_some() || month(named).is_some() || among("q1 q2 q3 q4", named);
        let end = self.with_year(at + 2 + small);
        // `end of month report`
        let is_kind = counted(named).is_some()
            && !(at..at + 1 + small).any(|at| among("the next this", self.words.word(at)))
            && !among(LEADS, self.words.word_before(at))
            && !self.words.ends_before(end);
        (is_named && !is_kind).then_some(end)
    }

    /// The end of a part of the year, with the year where that follows.
    fn with_year(&self, end: usize) -> usize {
        let word = self.words.word(end);
        end + usize::from(word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Whether one of these words stands before, or before the article there.
    fn is_behind(&self, at: usize, those: &str) -> bool {
        let article = usize::from(self.words.word_before(at) == "the");
        at.checked_sub(article).is_some_and(|at| among(those, self.words.word_before(at)))
    }

    /// An event of the plan, behind what says that it is counted from.
    fn event(&self, at: usize) -> Option<usize> {
        let is_said = self.is_behind(at, "on after before of");
        let all = &self.words.tokens[at..];
        let named = |name: &str| {
            let name = tokens(name);
            let is_here = !name.is_empty()
                && name.len() <= all.len()
                && name.iter().zip(all).all(|(a, b)| a.word == b.word);
            is_here.then_some(at + name.len())
        };
        self.setting
            .plan
            .events
            .iter()
            .filter(|_| is_said)
            .filter_map(|event| named(event.name.as_str()))
            .max()
            .or_else(|| {
                // `after the fair`
                let is_part = self.is_behind(at, "after before") && self.words.ends_before(at + 1);
                part_of_name(self.setting.plan, all.get(..1)?).filter(|_| is_part).map(|_| at + 1)
            })
    }

    /// What these words mean; none where they mean nothing together.
    fn read(&self, words: Range<usize>) -> Option<Found> {
        let place = self.words.place(&words);
        // `24.12.`: the point behind a day is part of it.
        let is_pointed =
            self.words.word(words.end - 1).contains('.') && self.words.text[place.end..].starts_with('.');
        let phrase = &self.words.text[place.start..place.end + usize::from(is_pointed)];
        let mut problem = match read_unhinted(phrase, self.setting) {
            Ok(_) => return Some(Found { words, phrase: Ok(phrase.to_owned()) }),
            Err(problem) => problem,
        };
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
