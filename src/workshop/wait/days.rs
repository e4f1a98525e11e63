//! Which days suit, and what is due on the very day of something.

use chrono::Weekday;

use super::date::date;
use super::hint::written;
use super::reader::Reader;
use super::vocabulary::{Counted, WEEK, among, counted, kind_of_days, weekdays};
use super::{Kind, Problem};
use crate::calendar::WorkWeek;
use crate::plan::Eves;

impl Reader<'_> {
    /// Weekdays, the start, or the very day of something.
    pub(super) fn on(&mut self, from: usize) -> Result<(), Problem> {
        let at = self.at;
        if date(&self.tokens[at..], self.next_from()).is_some() {
            // The next part is a date.
            return Ok(());
        }
        let article = usize::from(among("the a an", self.word(at)));
        if self.named(at)?.is_some() {
            self.at = at;
            return self.on_day_of(from);
        }
        self.at += article;
        if weekdays(self.word(self.at)).is_some() {
            return self.suiting(from);
        }
        match (self.word(self.at).to_owned().as_str(), self.word(self.at + 1)) {
            ("", _) => Err(self.wrong(Kind::Unfinished, from..at)),
            ("day" | "date", "of") => {
                self.at += 2;
                self.on_day_of(from)
            }
            ("very" | "same", "day") => {
                self.at += 2;
                _ = self.takes("of") || self.takes("as");
                if self.at >= self.tokens.len() { self.at_once(from) } else { self.on_day_of(from) }
            }
            _ if self.begins_nth(self.at) => Ok(()),
            // `on the day after the fair`
            ("day", "after" | "before") => Ok(()),
            ("next" | "following" | "coming", _) => Ok(()),
            _ => {
                let is_first = self.is_first_length(from);
                self.at = at;
                is_first?;
                self.on_day_of(from)
            }
        }
    }

    /// `tuesday or thursday`, `tue-thu`, `mon to wed`, `weekdays`.
    pub(super) fn suiting(&mut self, from: usize) -> Result<(), Problem> {
        if self.weekdays.is_some() {
            return Err(self.wrong(Kind::SaidTwice, from..self.at + 1));
        }
        // `Monday 10` may be the tenth.
        let next = self.word(self.at + 1);
        if next.bytes().all(|byte| byte.is_ascii_digit())
            && !next.is_empty()
            && !self.tokens[self.at].is_last_of_part
            && counted(self.word(self.at + 2))
                .or(kind_of_days(self.word(self.at + 2)).map(|_| Counted::PlainDays))
                .is_none()
        {
            return Err(self.wrong(Kind::NotADay, from..self.at + 2));
        }
        // `3 mondays`: neither three days nor the third of them is said.
        let number = self.first.as_ref().filter(|first| first.counted.is_none() && self.at == from);
        let before =
            from.checked_sub(1).map(|before| &self.tokens[before]).filter(|token| !token.is_last_of_part);
        if number.zip(before).is_some_and(|(number, before)| number.place.end == before.place.end) {
            return Err(self.wrong(Kind::Unclear, from..from + 1));
        }
        let mut wanted: Vec<Weekday> = Vec::new();
        while let Some(token) = self.tokens.get(self.at) {
            let is_range = matches!(token.word.as_str(), "-" | "to" | "through")
                || token.word == "and" && self.is(from, "between");
            if is_range
                && let (Some(first), Some([last])) =
                    (wanted.last(), weekdays(self.word(self.at + 1)).as_deref())
            {
                let place = |day: &Weekday| WEEK.iter().position(|known| known == day);
                let days = place(first).zip(place(last)).and_then(|(first, last)| WEEK.get(first..=last));
                if let Some(days) = days {
                    wanted.extend(days);
                    self.at += 2;
                    continue;
                }
            }
            match weekdays(&token.word) {
                Some(days) => wanted.extend(days),
                None if matches!(token.word.as_str(), "or" | "and" | "a" | "&") => {
                    let ahead = self.at + 1 + usize::from(self.is(self.at + 1, "a"));
                    if weekdays(self.word(ahead)).is_none() {
                        break;
                    }
                }
                None => break,
            }
            self.at += 1;
        }
        // `Monday week`: not the first that comes.
        if self.first.is_none() && among("week fortnight", self.word(self.at)) {
            let mut problem = self.wrong(Kind::Unclear, from..self.at + 1);
            let day = &self.text[self.place(from..self.at)];
            let wait = format!("in a {}, on a {day}", self.word(self.at));
            problem.hints.push(written(self.text, &problem.place, &wait));
            return Err(problem);
        }
        let others = WEEK.into_iter().filter(|day| !wanted.contains(day));
        self.weekdays = WorkWeek::from_days_off(others).ok();
        Ok(())
    }

    pub(super) fn not(&mut self, from: usize) -> Result<(), Problem> {
        self.takes("right");
        let is_before = self.takes("before");
        // `not before 5 days`: no sooner
        if is_before
            && self.is_number(self.at)
            && counted(self.word(self.at + 1)).is_some_and(|_| self.word(self.at) != "a")
        {
            return Ok(());
        }
        // `not before 15 January`: then
        if is_before && matches!(date(&self.tokens[self.at..], self.next_from()), Some(Ok(_))) {
            return Ok(());
        }
        // `not before Monday`: then, or later
        if is_before && weekdays(self.word(self.at)).is_some() {
            return self.suiting(from);
        }
        let is_on = !is_before && self.takes("on");
        while self.takes("a") || self.takes("the") || self.takes("any") {}
        if !is_before && weekdays(self.word(self.at)).is_some() {
            self.suiting(from)?;
            let unwanted = self.weekdays.take();
            let days = unwanted
                .into_iter()
                .flat_map(|days| WEEK.into_iter().filter(move |day| days.is_worked(*day)));
            self.weekdays = WorkWeek::from_days_off(days).ok();
            return Ok(());
        }
        let is_holiday = !is_on && (self.takes("holiday") || self.takes("holidays"));
        if is_before && is_holiday {
            self.eves = Eves::Avoided;
            return Ok(());
        }
        let to = (self.at + 1).min(self.tokens.len());
        Err(self.wrong(if self.at < self.tokens.len() { Kind::Unclear } else { Kind::Unfinished }, from..to))
    }
}
