//! Days on which nobody works, or not everybody, or after all (B13).

use chrono::NaiveDate;

use super::{Line, PersonId};
use crate::calendar::{Observed, YearDay, after_months};

/// A named day off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// What it is called; may be blank.
    pub name: Line,
}

/// The holidays of a country or a part of it, copied into the plan so that its dates never change by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidaySet {
    /// What names it: `US`, `DE-BY`.
    pub code: Line,
    /// What it is called: `Germany: Bavaria`.
    pub name: Line,
    /// The last year it knows.
    pub through: i32,
    /// The days, in order, one each.
    pub days: Vec<Holiday>,
    /// Days off otherwise that are worked in exchange for some of the holidays, in order, one each. They come and go
    /// with the set.
    pub worked: Vec<NaiveDate>,
}

impl Holiday {
    /// Whether its date is not official yet: then its name says so.
    pub fn is_estimated(&self) -> bool {
        self.name.as_str().contains("estimated)")
    }
}

impl HolidaySet {
    /// Its days in the twelve months that begin on a day.
    pub fn coming(&self, today: NaiveDate) -> impl Iterator<Item = &Holiday> {
        self.days.iter().filter(move |day| is_coming(day.date, today))
    }

    /// The days worked in exchange in these months.
    pub fn coming_worked(&self, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        self.worked.iter().copied().filter(move |day| is_coming(*day, today))
    }
}

fn is_coming(date: NaiveDate, today: NaiveDate) -> bool {
    let end = after_months(today, 12).unwrap_or(today);
    (today..end).contains(&date)
}

/// Days in a row on which the business is closed, or one person away (F8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// The first day.
    pub first: NaiveDate,
    /// The last day, at most [`Closure::MAX_DAYS`] days in all.
    pub last: NaiveDate,
    /// What it is called; may be blank.
    pub name: Line,
    /// Who is away; everybody if nobody is named.
    pub who: Option<PersonId>,
}

impl Closure {
    /// The longest, in days.
    pub const MAX_DAYS: i64 = 366;

    /// Its days.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.last;
        self.first.iter_days().take_while(move |date| *date <= last)
    }

    /// Whether it is neither backwards nor too long.
    pub(super) fn is_sound(&self) -> bool {
        (0..Self::MAX_DAYS).contains(&(self.last - self.first).num_days())
    }
}

/// Days on which the business is closed every year: a day, or some in a row (B13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearlyClosure {
    /// What it is called; may be blank.
    pub name: Line,
    /// The day, or the first of them.
    pub day: YearDay,
    /// How many days in a row, at most [`YearlyClosure::MAX_DAYS`].
    pub days: u16,
    /// What happens when a single day falls on one that is not worked. Days in a row are never moved.
    pub observed: Observed,
}

impl YearlyClosure {
    /// The longest, in days.
    pub const MAX_DAYS: u16 = 31;

    /// Whether some year has it, it is neither empty nor too long, and only a single day is moved.
    pub(super) fn is_sound(&self) -> bool {
        let is_moved = self.observed != Observed::Lost;
        self.day.exists() && (1..=Self::MAX_DAYS).contains(&self.days) && (self.days == 1 || !is_moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coming_days_are_those_of_twelve_months() {
        let day = |text: &str| Holiday { date: text.parse().unwrap(), name: Line::default() };
        let days = ["2026-11-22", "2026-11-23", "2027-11-22", "2027-11-23"].map(day).into();
        let set = HolidaySet {
            code: Line::default(),
            name: Line::default(),
            through: 2027,
            days,
            worked: Vec::new(),
        };
        let coming = set.coming("2026-11-23".parse().unwrap()).map(|day| day.date.to_string());
        assert_eq!(coming.collect::<Vec<_>>(), ["2026-11-23", "2027-11-22"]);
    }
}
