//! How much work somebody can do, from the minutes a week that were said.

use chrono::NaiveDate;

use super::forecast::Forecasts;
use super::load::{Load, monday};
use crate::calendar::DayNumber;
use crate::plan::{PersonId, Responsible};
use crate::schedule::Days as _;

/// What somebody has to do in a week, and what fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// The Monday.
    pub week: NaiveDate,
    /// Minutes to do.
    pub minutes: u32,
    /// Minutes that fit, where there is a limit: those of the days that are worked.
    pub limit: Option<u32>,
}

impl Capacity {
    /// The weeks of somebody, from that of the day one looks on.
    pub fn weeks(forecasts: &Forecasts, load: &Load, person: PersonId, weeks: u16) -> Vec<Self> {
        let first = monday(DayNumber::of(forecasts.today));
        let who = Some(Responsible::Person(person));
        let week = |after: u16| {
            let monday = first.plus(i32::from(after) * 7);
            let week = monday.date()?;
            let limit = week_limit(forecasts, person, monday);
            Some(Self { week, minutes: load.week_minutes(who, week), limit })
        };
        (0..weeks).filter_map(week).collect()
    }

    /// What the longest of some bars stands for: the most that is to be done or fits in one of the weeks.
    pub fn longest(weeks: &[Self]) -> u32 {
        weeks.iter().map(|week| week.minutes.max(week.limit.unwrap_or(0))).max().unwrap_or(0).max(1)
    }

    /// How much more is to be done than fits, if it is.
    pub fn over(self) -> Option<u32> {
        self.limit.and_then(|limit| self.minutes.checked_sub(limit)).filter(|over| *over > 0)
    }

    /// Whether more is to be done than fits.
    pub fn is_over(self) -> bool {
        self.limit.is_some_and(|limit| self.minutes > limit)
    }
}

/// Minutes that somebody has on a day: an even share of the week on each day of it, none on a day off. `None` where there
/// is no limit.
pub fn day_minutes(forecasts: &Forecasts, person: PersonId, day: NaiveDate) -> Option<u32> {
    day_limit(forecasts, person, DayNumber::of(day))
}

pub(super) fn day_limit(forecasts: &Forecasts, person: PersonId, day: DayNumber) -> Option<u32> {
    let minutes = forecasts.roster().availability(person)?.minutes_a_week?;
    let calendar = forecasts.frame.calendars.actual(forecasts.frame.calendars.place(Some(person), None));
    let days_off = calendar.calendar().week().days_off().count();
    let days = u32::try_from(7 - days_off.min(6)).unwrap_or(1);
    Some(if calendar.is_worked(day) { u32::from(minutes) / days } else { 0 })
}

pub(super) fn week_limit(forecasts: &Forecasts, person: PersonId, monday: DayNumber) -> Option<u32> {
    let days: Option<Vec<u32>> =
        (0..7).map(|after| day_limit(forecasts, person, monday.plus(after))).collect();
    Some(days?.into_iter().sum())
}
