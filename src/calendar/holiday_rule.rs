//! Holidays that come again every year.

use super::sort_by_number;
use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::range::{FIRST_DAY, LAST_DAY};
use super::{Easter, WorkWeek};

/// A holiday of many years: the day it falls on, the day it is kept, the years it is held.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HolidayRule {
    /// The day it falls on.
    pub day: YearDay,
    /// What happens when that day is off anyway.
    pub observed: Observed,
    /// The first and the last year it is held.
    pub years: RangeInclusive<i32>,
}

/// A day of every year. A day that a year does not have (29 February, a fifth Monday) is left out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearDay {
    /// A date: 25 December.
    Fixed {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// The nth such weekday of a month: the first Monday of September.
    Nth {
        /// 1 to 5.
        nth: u8,
        /// The weekday.
        weekday: Weekday,
        /// 1 to 12.
        month: u32,
    },
    /// The last such weekday of a month: the last Monday of May.
    Last {
        /// The weekday.
        weekday: Weekday,
        /// 1 to 12.
        month: u32,
    },
    /// Such a weekday on a date or the next one after it: the Saturday from 31 October on.
    OnOrAfter {
        /// The weekday.
        weekday: Weekday,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// Such a weekday before a date, the date itself not among them: the Wednesday before 23 November.
    Before {
        /// The weekday.
        weekday: Weekday,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// So many days from Easter Sunday, before it when negative: Good Friday is -2.
    FromEaster(Easter, i16),
}

/// What happens when a holiday falls on a day that is off anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Observed {
    /// Nothing: it is gone.
    Lost,
    /// From a Saturday to the Friday before it.
    SaturdayToFriday,
    /// From a Sunday to the Monday after it.
    SundayToMonday,
    /// Both of these.
    NearestWeekday,
    /// To the next working day that is no holiday itself.
    NextWorkday,
}

/// A day off that a rule leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RuleHoliday {
    /// The day.
    pub date: NaiveDate,
    /// The place of its rule in the list of rules.
    pub rule: usize,
    /// Whether the holiday falls on another day and is only kept on this one.
    pub is_observed: bool,
}

impl YearDay {
    /// The farthest from Easter that is said by it, in days before or after.
    pub const FAR_FROM_EASTER: i16 = 70;

    /// Whether some year has such a day.
    pub fn exists(self) -> bool {
        // A leap year has every date.
        let has_date = |month, day| NaiveDate::from_ymd_opt(2000, month, day).is_some();
        match self {
            Self::Fixed { month, day }
            | Self::OnOrAfter { month, day, .. }
            | Self::Before { month, day, .. } => has_date(month, day),
            Self::Nth { nth, month, .. } => (1..=5).contains(&nth) && has_date(month, 1),
            Self::Last { month, .. } => has_date(month, 1),
            Self::FromEaster(_, days) => days.unsigned_abs() <= Self::FAR_FROM_EASTER.unsigned_abs(),
        }
    }

    /// The ways in which a date can come again: as that date, as that weekday of its month, so many days from
    /// Easter.
    pub fn of(date: NaiveDate) -> Vec<Self> {
        let (weekday, month, day) = (date.weekday(), date.month(), date.day());
        let mut ways = vec![Self::Fixed { month, day }];
        let nth = u8::try_from(day.div_ceil(7)).unwrap_or(5);
        // A fifth one is missing in most years: whoever means it means the last.
        if nth < 5 {
            ways.push(Self::Nth { nth, weekday, month });
        }
        ways.push(Self::Last { weekday, month });
        ways.extend([Easter::Western, Easter::Orthodox].into_iter().filter_map(|easter| {
            let days = (date - easter.sunday(date.year())?).num_days();
            i16::try_from(days).ok().map(|days| Self::FromEaster(easter, days))
        }));
        ways.retain(|way| way.exists() && way.in_year(date.year()) == Some(date));
        ways
    }

    /// The first such day on a date or after it, if the calendar knows one.
    pub fn next_from(self, date: NaiveDate) -> Option<NaiveDate> {
        // A leap day may be eight years away.
        (date.year()..=date.year().saturating_add(8))
            .filter_map(|year| self.in_year(year))
            .find(|day| *day >= date)
    }

    /// The day in a year, if the year has it and the calendar knows it.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        if !(FIRST_DAY.year()..=LAST_DAY.year()).contains(&year) {
            return None;
        }
        let date = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        let date = match self {
            Self::Fixed { month, day } => date(month, day),
            Self::Nth { nth, weekday, month } => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
            }
            Self::Last { weekday, month } => {
                let of_month = |nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth);
                of_month(5).or_else(|| of_month(4))
            }
            Self::OnOrAfter { weekday, month, day } => {
                let from = date(month, day)?;
                from.checked_add_days(Days::new(weekday.days_since(from.weekday()).into()))
            }
            Self::Before { weekday, month, day } => {
                let last = date(month, day)?.pred_opt()?;
                last.checked_sub_days(Days::new(last.weekday().days_since(weekday).into()))
            }
            Self::FromEaster(easter, days) => {
                let days = chrono::TimeDelta::days(days.into());
                easter.sunday(year)?.checked_add_signed(days)
            }
        };
        date.filter(|date| (FIRST_DAY..=LAST_DAY).contains(date))
    }
}

impl HolidayRule {
    /// A holiday without an end that is lost when it falls on a day off.
    pub fn new(day: YearDay) -> Self {
        Self { day, observed: Observed::Lost, years: i32::MIN..=i32::MAX }
    }

    fn in_year(&self, year: i32) -> Option<NaiveDate> {
        self.day.in_year(year).filter(|_| self.years.contains(&year))
    }
}

/// The days off that rules lead to in some years, in order: each holiday on the day it falls, and on the day it is
/// kept where that is another.
///
/// Which days are off anyway is said by `week`. Holidays of the years before and after count where they are kept
/// in these: a New Year's Day on a Saturday may be kept in December.
pub fn rule_holidays(rules: &[HolidayRule], week: WorkWeek, years: RangeInclusive<i32>) -> Vec<RuleHoliday> {
    rule_holidays_beside(rules, week, |_| false, years)
}

/// The same beside other days that are off: no holiday is kept on one of these.
pub fn rule_holidays_beside(
    rules: &[HolidayRule],
    week: WorkWeek,
    is_taken: impl Fn(NaiveDate) -> bool,
    years: RangeInclusive<i32>,
) -> Vec<RuleHoliday> {
    let around = years.start().saturating_sub(1)..=years.end().saturating_add(1);
    let known = *around.start().max(&FIRST_DAY.year())..=*around.end().min(&LAST_DAY.year());
    let mut holidays: Vec<_> = known
        .flat_map(|year| rules.iter().enumerate().map(move |(rule, holiday)| (rule, holiday.in_year(year))))
        .filter_map(|(rule, date)| Some(RuleHoliday { date: date?, rule, is_observed: false }))
        .collect();
    sort_by_number(&mut holidays, in_order);
    // Only who looks for a free day asks which days are kept.
    let looks_for_free_days = rules.iter().any(|rule| rule.observed == Observed::NextWorkday);
    let kept = holidays.iter().filter(|_| looks_for_free_days).map(|holiday| holiday.date);
    let mut kept: Vec<_> = kept.collect();
    for at in 0..holidays.len() {
        let RuleHoliday { date, rule, .. } = holidays[at];
        if week.is_worked(date.weekday()) {
            continue;
        }
        let other_day = match (rules[rule].observed, date.weekday()) {
            (Observed::SaturdayToFriday | Observed::NearestWeekday, Weekday::Sat) => date.pred_opt(),
            (Observed::SundayToMonday | Observed::NearestWeekday, Weekday::Sun) => date.succ_opt(),
            (Observed::NextWorkday, _) => {
                let is_free =
                    |day: &NaiveDate| week.is_worked(day.weekday()) && !kept.contains(day) && !is_taken(*day);
                date.iter_days().take_while(|day| *day <= LAST_DAY).find(is_free)
            }
            _ => None,
        };
        if let Some(date) = other_day {
            kept.push(date);
            holidays.push(RuleHoliday { date, rule, is_observed: true });
        }
    }
    holidays.retain(|holiday| years.contains(&holiday.date.year()));
    sort_by_number(&mut holidays, in_order);
    holidays
}

/// By date, and on one date by the place of the rule, of which there are far fewer than 2^31.
fn in_order(holiday: &RuleHoliday) -> i64 {
    (i64::from(holiday.date.to_epoch_days()) << 31) + holiday.rule as i64
}

#[cfg(test)]
mod tests;
