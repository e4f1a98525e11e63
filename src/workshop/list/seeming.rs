//! What in a line looks like a wait and can be read as none: a doubt, with what can be written instead.

use super::day_count::nth;
use super::wait_phrase::{Found, Looking, doubt};
use super::{Doubt, DoubtKind, Replacement};
use crate::plan::Unit;
use crate::workshop::wait::date::date;
use crate::workshop::wait::vocabulary::{
    Counted, among, counted, is_time_of_day, month, number_word, ordinal, weekdays,
};
use crate::workshop::wait::{Hint, Kind, read_wait};

impl Looking<'_> {
    /// What looks like a wait that begins here, and cannot be read.
    pub(super) fn seeming(&self, at: usize) -> Option<Found> {
        let words = self.words;
        if !words.is_free(at) {
            return None;
        }
        let doubted = |from: usize, to: usize, hints: &[&str]| {
            let place = words.place(&(from..to));
            let hint = |words: &&str| Replacement { place: place.clone(), words: (*words).to_owned() };
            let kind = DoubtKind::Wait(Kind::Unclear);
            let doubt = Doubt { kind, place: place.clone(), hints: hints.iter().map(hint).collect() };
            Some(Found { words: from..to, phrase: Err(doubt) })
        };
        match (words.word(at), words.word(at + 1)) {
            ("few" | "several" | "some" | "many", unit) if counted(unit).is_some() => {
                let from = (0..at)
                    .rev()
                    .take_while(|at| among("in after within a", words.word(*at)) && words.is_free(*at))
                    .count();
                let later = usize::from(among("later after", words.word(at + 2)));
                let hints = match counted(unit) {
                    Some(Counted::PlainDays) => ["in 3 days", "in 5 days"],
                    Some(Counted::Of(Unit::Weeks, _)) => ["in 2 weeks", "in 3 weeks"],
                    _ => ["in 2 months", "in 3 months"],
                };
                doubted(at - from, at + 2 + later, &hints)
            }
            // `the week of 12 January`, `first week of May`
            ("week" | "wk", "of" | "in" | "commencing" | "beginning" | "starting" | "ending")
            | ("w/c" | "w/b" | "w/e", _) => {
                let from = at + if words.word(at).contains('/') { 1 } else { 2 };
                let nth = ordinal(words.word_before(at)).filter(|nth| (1..=4).contains(nth));
                let day = match date(words.tokens.get(from..)?, self.setting.today)? {
                    Ok(found) => words.written(&(from..from + found.words)).to_owned(),
                    Err(_) => {
                        let month = month(words.word(from)).and(nth).map(|nth| 7 * nth - 6)?;
                        format!("{month} {}", words.written(&(from..from + 1)))
                    }
                };
                let end = words.len().min(from + if nth.is_some() { 1 } else { day.split(' ').count() });
                let lead = (0..at)
                    .rev()
                    .take_while(|at| {
                        among("in on during by the", words.word(*at)) || ordinal(words.word(*at)).is_some()
                    })
                    .count();
                doubted(at - lead, end, &[&format!("on {day}")])
            }
            ("soon" | "sometime" | "eventually" | "shortly" | "whenever", _) => {
                doubted(at, at + 1, &["in 3 days", "in a week"])
            }
            ("later", next) if at > 0 && words.ends_before(at + 1 + usize::from(next == "on")) => {
                doubted(at, at + 1 + usize::from(next == "on"), &["3 days later", "a week later"])
            }
            ("by" | "until", next) if self.core(at + 1).is_some() && !among("the a", next) => {
                let end = self.core(at + 1)?;
                let on = if self.is_length(at + 1) { "within" } else { "on" };
                let rest = words.written(&(at + 1..end));
                doubted(at, end, &[&format!("{on} {rest}")])
            }
            // `three tries over 2 weeks`, `in less than 3 days`
            (bound @ ("over" | "under" | "less" | "fewer" | "more"), next)
                if self.is_length(at + 1 + usize::from(next == "than")) =>
            {
                let from = at + 1 + usize::from(next == "than");
                let end = self.length(from)?;
                let lead = usize::from(words.word_before(at) == "in" && words.is_free(at - 1));
                let length = words.written(&(from..end));
                let (within, least) = (format!("within {length}"), format!("at least {length}"));
                match bound {
                    "over" => doubted(at - lead, end, &[&within, &least]),
                    "more" => doubted(at - lead, end, &[&least]),
                    _ => doubted(at - lead, end, &[&within]),
                }
            }
            // `last Friday of the month`
            // `from 10 to 15 December`: the first or the last of them.
            (first, "to") if first.parse::<u8>().is_ok() => {
                let found = date(words.tokens.get(at + 2..)?, self.setting.today)?.ok()?;
                let end = at + 2 + found.words;
                let last = words.written(&(at + 2..end));
                let lead = usize::from(among("from between on", words.word_before(at)));
                let other = |day: &str| last.replacen(words.word(at + 2), day, 1);
                doubted(at - lead, end, &[&format!("on {}", other(first)), &format!("on {last}")])
            }
            ("a", "bit" | "while") if among("in after", words.word_before(at)) => {
                doubted(at - 1, at + 2, &["in 3 days", "in a week"])
            }
            ("last", day) if weekdays(day).is_some() => {
                let is_of =
                    |at: &usize| among("of in the next this each every month quarter year", words.word(*at));
                let of = (at + 2..words.len()).take_while(is_of).count();
                let lead = (0..at).rev().take_while(|at| among("on the", words.word(*at))).count();
                doubted(at - lead, at + 2 + of, &[&format!("on {}", words.written(&(at + 1..at + 2)))])
            }
            // `2 weeks prior`: to what?
            ("before" | "prior", _) if at > 1 && words.ends_before(at + 1) && self.is_length(at - 2) => {
                let mut found = doubted(at, at + 1, &[])?;
                found.phrase =
                    found.phrase.map_err(|doubt| Doubt { kind: DoubtKind::Wait(Kind::Unfinished), ..doubt });
                Some(found)
            }
            (
                "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "annually" | "fortnightly"
                | "biweekly" | "bi-weekly",
                _,
            ) if words.ends_before(at + 1) => doubted(at, at + 1, &["in a week", "in a month"]),
            _ if nth(&words.tokens[at..]).is_some() => {
                let (unit, number, count) = nth(&words.tokens[at..])?;
                // `on day 3`; `third day: call`
                let lead = (0..at).rev().take_while(|at| among("on by the", words.word(*at))).count();
                let is_nth = ordinal(words.word(at)).is_some();
                let is_apart = words.ends_before(at - lead) || among("on by", words.word(at - lead));
                if !is_apart || is_nth && !words.ends_before(at + count) {
                    return None;
                }
                let after = |count: u32| match (count, unit) {
                    (0, _) => "on the start date".to_owned(),
                    (1, unit) => format!("1 {unit} after the start"),
                    (count, unit) => format!("{count} {unit}s after the start"),
                };
                let (as_said, one_less) = (after(number), number.checked_sub(1).map(after));
                let hints: Vec<_> =
                    [Some(&as_said), one_less.as_ref()].into_iter().flatten().map(String::as_str).collect();
                doubted(at - lead, at + count, &hints)
            }
            (lead, _) if among("in after within", lead) => self.mistyped(at),
            _ => None,
        }
    }

    /// `in 3 dyas`: a number and a word that is nearly something counted.
    fn mistyped(&self, at: usize) -> Option<Found> {
        let words = self.words;
        let number = words.word(at + 1);
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit())
            || number_word(number).is_some()
            || number == "a";
        let found = at..at + 3;
        if !is_number
            || number.is_empty()
            || !words.are_free(found.clone())
            || is_time_of_day(words.word(at + 2))
        {
            return None;
        }
        let phrase = words.written(&found);
        let mut problem = read_wait(phrase, self.setting).err()?;
        let count = phrase.split_whitespace().count();
        problem.hints.retain(|hint| match hint {
            Hint::Write(text) => text.split_whitespace().count() == count,
            Hint::AddEvent(..) | Hint::PlainDays(..) => false,
        });
        let place = words.place(&found);
        (!problem.hints.is_empty())
            .then(|| Found { words: found, phrase: Err(doubt(phrase, place, problem)) })
    }
}
