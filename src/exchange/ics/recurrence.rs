//! Rules by which days come again (RFC 5545, 3.3.10), for whole days.
//!
//! A rule is a period (a day, a week, a month, a year), of which every so many count, and what days of it: these are
//! found period by period, and only those that can reach the days asked for, as far as the rule can be entered in
//! the middle.

mod parse;

use std::borrow::Cow;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

use super::property::{Moment, days_after};

/// How often the period comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A rule as it stands in a file. Lists without an entry ask for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    frequency: Frequency,
    /// At least 1.
    interval: i64,
    /// How many times at most.
    count: Option<u64>,
    /// The last moment at which it may begin.
    pub(super) until: Option<Moment>,
    week_start: Weekday,
    /// Bit 1 is January.
    months: u16,
    /// Days of the month from its beginning and from its end: bit 1 is the first, the last.
    month_days: [u32; 2],
    /// Days of the year, negative from its end; in order.
    year_days: Vec<i32>,
    /// Weeks of the year from its beginning and from its end: bit 1 is the first, the last.
    weeks: [u64; 2],
    /// Bit 0 is Monday.
    weekdays: u8,
    /// The nth such weekday of the month or year, negative from its end; in order.
    nth_weekdays: Vec<(i32, u8)>,
    /// Which of a period's days, negative from its end; in order.
    positions: Vec<i32>,
}

/// How much work may still be done for a file, in days looked at.
#[derive(Debug)]
pub(super) struct Budget {
    left: usize,
}

/// The work was more than there was a budget for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exhausted;

impl Budget {
    pub(super) fn new(left: usize) -> Self {
        Self { left }
    }

    pub(super) fn spend(&mut self, work: usize) -> Result<(), Exhausted> {
        match self.left.checked_sub(work) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(Exhausted),
        }
    }

    /// Lets one piece of work have no more than a share of what is left; what it used is gone.
    pub(super) fn at_most<T>(&mut self, share: usize, work: impl FnOnce(&mut Self) -> T) -> T {
        let mut own = Self::new(share.min(self.left));
        let before = own.left;
        let outcome = work(&mut own);
        self.left -= before - own.left;
        outcome
    }
}

/// The first and the last day of a period.
type Period = (NaiveDate, NaiveDate);

impl Rule {
    /// The days within a span on which it begins, for what began first on `first`, none after `until`.
    pub(super) fn starts(
        &self,
        first: NaiveDate,
        until: Option<NaiveDate>,
        within: &RangeInclusive<NaiveDate>,
        budget: &mut Budget,
    ) -> Result<Vec<NaiveDate>, Exhausted> {
        let rule = self.with_defaults(first);
        let last = until.map_or(*within.end(), |until| until.min(*within.end()));
        let (mut at, mut left) = self.entry(first, *within.start());
        let (mut starts, mut days) = (Vec::new(), Vec::new());
        while let Some((from, to)) = rule.period(first, at).filter(|(from, _)| *from <= last) {
            days.clear();
            budget.spend(1 + rule.positions.len())?;
            rule.add_days(from, to, &mut days, budget)?;
            for day in rule.positioned(&days).iter().copied().filter(|day| *day >= first) {
                if day > last || left == Some(0) {
                    return Ok(starts);
                }
                left = left.map(|left| left - 1);
                if day >= *within.start() {
                    starts.push(day);
                }
            }
            at = at.saturating_add(1);
        }
        Ok(starts)
    }

    /// The rule with what it leaves to the first day: a yearly one says no date, a weekly one no weekday.
    fn with_defaults(&self, first: NaiveDate) -> Cow<'_, Self> {
        if self.says_days() {
            return Cow::Borrowed(self);
        }
        let mut rule = self.clone();
        match self.frequency {
            Frequency::Daily => {}
            Frequency::Weekly => rule.weekdays = weekday_bit(first.weekday()),
            Frequency::Monthly => rule.month_days[0] = 1 << first.day(),
            Frequency::Yearly => {
                rule.month_days[0] = 1 << first.day();
                if self.months == 0 {
                    rule.months = 1 << first.month();
                }
            }
        }
        Cow::Owned(rule)
    }

    /// Whether it says which days of its period, months apart.
    fn says_days(&self) -> bool {
        self.weekdays != 0
            || !self.nth_weekdays.is_empty()
            || self.month_days != [0; 2]
            || !self.year_days.is_empty()
            || self.weeks != [0; 2]
    }

    /// The first period that can reach a day, and how many times are left from there on.
    fn entry(&self, first: NaiveDate, reached: NaiveDate) -> (i64, Option<u64>) {
        let days = (reached - first).num_days().max(0);
        let months = (month_number(reached) - month_number(first)).max(0);
        let periods = match self.frequency {
            Frequency::Daily => days,
            // The first week may have begun some days before the first day.
            Frequency::Weekly => (days / 7 - 1).max(0),
            Frequency::Monthly => months,
            Frequency::Yearly => i64::from((reached.year() - first.year()).max(0)),
        };
        let at = periods / self.interval;
        let comes_once_a_period = matches!(self.frequency, Frequency::Daily | Frequency::Weekly)
            && !self.says_days()
            && self.months == 0
            && self.positions.is_empty();
        match self.count {
            None => (at, None),
            Some(count) if comes_once_a_period => (at, Some(count.saturating_sub(at.unsigned_abs()))),
            // What comes now and then has to be counted from the beginning.
            Some(count) => (0, Some(count)),
        }
    }

    fn period(&self, first: NaiveDate, at: i64) -> Option<Period> {
        let away = at.checked_mul(self.interval)?;
        match self.frequency {
            Frequency::Daily => days_after(first, away).map(|day| (day, day)),
            Frequency::Weekly => {
                let since = i64::from(first.weekday().days_since(self.week_start));
                let from = days_after(first, away.checked_mul(7)? - since)?;
                Some((from, days_after(from, 6)?))
            }
            Frequency::Monthly => {
                let from = month_start(month_number(first).checked_add(away)?)?;
                Some((from, from.with_day(u32::from(from.num_days_in_month()))?))
            }
            Frequency::Yearly => {
                let year = i32::try_from(i64::from(first.year()).checked_add(away)?).ok()?;
                Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
            }
        }
    }

    /// The days of a period that it names, in order.
    fn add_days(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        days: &mut Vec<NaiveDate>,
        budget: &mut Budget,
    ) -> Result<(), Exhausted> {
        for month in month_number(from)..=month_number(to) {
            if self.months != 0 && self.months >> (month.rem_euclid(12) + 1) & 1 == 0 {
                continue;
            }
            let Some(first) = month_start(month) else { break };
            let length = u32::from(first.num_days_in_month());
            let begin = if first < from { from.day() } else { 1 };
            let end = if month == month_number(to) { to.day() } else { length };
            budget.spend(1)?;
            for of_month in begin..=end {
                if self.month_days == [0; 2] || self.has_month_day(of_month, length) {
                    budget.spend(1)?;
                    days.extend(first.with_day(of_month).filter(|day| self.has_day(*day, length)));
                }
            }
        }
        Ok(())
    }

    fn has_month_day(&self, day: u32, length: u32) -> bool {
        let [from_start, from_end] = self.month_days;
        (from_start >> day | from_end >> (length + 1 - day)) & 1 == 1
    }

    /// Whether a day of a month of that length is one of those named, its month and date apart.
    fn has_day(&self, day: NaiveDate, length: u32) -> bool {
        (self.weeks == [0; 2] || self.has_week(day))
            && (self.year_days.is_empty() || has_place(&self.year_days, place_in_year(day)))
            && (self.weekdays == 0 && self.nth_weekdays.is_empty() || self.has_weekday(day, length))
    }

    fn has_weekday(&self, day: NaiveDate, length: u32) -> bool {
        let weekday = day.weekday().num_days_from_monday();
        if self.weekdays >> weekday & 1 == 1 {
            return true;
        }
        if self.nth_weekdays.is_empty() {
            return false;
        }
        let is_in_month = self.frequency != Frequency::Yearly || self.months != 0;
        let (from_start, from_end) = match is_in_month {
            true => (signed(day.day()), signed(length) - signed(day.day()) + 1),
            false => place_in_year(day),
        };
        let nth = |place: i32| (place - 1) / 7 + 1;
        let is_named = |nth: i32| {
            let sought = (nth, weekday.to_le_bytes()[0]);
            self.nth_weekdays.binary_search(&sought).is_ok()
        };
        is_named(nth(from_start)) || is_named(-nth(from_end))
    }

    /// Whether it lies in one of the weeks named. A week belongs to the year that holds four days of it.
    fn has_week(&self, day: NaiveDate) -> bool {
        let since = i64::from(day.weekday().days_since(self.week_start));
        let Some(fourth) = days_after(day, 3 - since) else { return false };
        let (from_start, from_end) = place_in_year(fourth);
        let [weeks, weeks_from_end] = self.weeks;
        let nth = |place: i32| (place - 1) / 7 + 1;
        (weeks >> nth(from_start) | weeks_from_end >> nth(from_end)) & 1 == 1
    }

    fn positioned<'a>(&self, days: &'a [NaiveDate]) -> Cow<'a, [NaiveDate]> {
        if self.positions.is_empty() {
            return Cow::Borrowed(days);
        }
        let at = |position: i32| {
            let place = usize::try_from(position.unsigned_abs()).ok()?.checked_sub(1)?;
            if position > 0 { days.get(place) } else { days.len().checked_sub(place + 1).map(|at| &days[at]) }
        };
        let mut chosen: Vec<_> =
            self.positions.iter().filter_map(|position| at(*position)).copied().collect();
        chosen.sort_unstable();
        chosen.dedup();
        Cow::Owned(chosen)
    }
}

/// The first day of the month of that number.
fn month_start(month: i64) -> Option<NaiveDate> {
    let (year, of_year) =
        (i32::try_from(month.div_euclid(12)).ok()?, u32::try_from(month.rem_euclid(12)).ok()?);
    NaiveDate::from_ymd_opt(year, of_year + 1, 1)
}

/// Months since the beginning of year 0.
fn month_number(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

fn weekday_bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

fn signed(small: u32) -> i32 {
    i32::try_from(small).unwrap_or(i32::MAX)
}

/// The place of a day in its year: from the beginning and from the end, both from 1 on.
fn place_in_year(day: NaiveDate) -> (i32, i32) {
    let (place, length) = (signed(day.ordinal()), if day.leap_year() { 366 } else { 365 });
    (place, length - place + 1)
}

/// Whether a place is named, from the beginning or from the end.
fn has_place(places: &[i32], (from_start, from_end): (i32, i32)) -> bool {
    places.binary_search(&from_start).is_ok() || places.binary_search(&-from_end).is_ok()
}

#[cfg(test)]
mod tests;
