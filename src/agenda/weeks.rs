//! The weeks ahead at a glance: how much is to be done on each day, and through which channels.

use chrono::{Datelike, NaiveDate};

use super::calendars::is_worked;
use super::forecast::Forecasts;
use super::list::Agenda;
use crate::calendar::sort_by_number;
use crate::plan::{Channel, Responsible};

/// A day of the weeks ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayAhead {
    /// The day.
    pub day: NaiveDate,
    /// Whether the business works on it (B12, B13).
    pub is_worked: bool,
    /// What is to be done on it, a channel each, in order of channels.
    pub channels: Vec<Option<Channel>>,
}

/// So many weeks from the Monday of this one; of everybody, or of what one does. What is late is to be done today.
pub fn weeks(forecasts: &Forecasts, count: usize, whose: Option<Responsible>) -> Vec<[DayAhead; 7]> {
    let today = forecasts.today();
    let passed = today.weekday().num_days_from_monday();
    let Some(monday) = today.checked_sub_days(chrono::Days::new(passed.into())) else { return Vec::new() };
    let business = forecasts.frame.calendars.business();
    let days: Vec<NaiveDate> = monday.iter_days().take(count * 7).collect();
    let Some(last) = days.last().copied() else { return Vec::new() };
    let mut ahead: Vec<DayAhead> = days
        .iter()
        .map(|day| DayAhead { day: *day, is_worked: is_worked(business, *day), channels: Vec::new() })
        .collect();
    let agenda = Agenda::of(forecasts, last);
    for item in agenda.items().filter(|item| whose.is_none() || item.who == whose) {
        let at = usize::try_from((item.due - monday).num_days()).ok();
        if let Some(day) = at.and_then(|at| ahead.get_mut(at)) {
            day.channels.push(item.channel);
        }
    }
    for day in &mut ahead {
        sort_by_number(&mut day.channels, |channel| channel.map_or(-1, |channel| channel as i64));
    }
    let mut weeks = Vec::new();
    let mut rest = ahead.into_iter();
    while let Some(week) = next_week(&mut rest) {
        weeks.push(week);
    }
    weeks
}

fn next_week(days: &mut impl Iterator<Item = DayAhead>) -> Option<[DayAhead; 7]> {
    let week: Vec<DayAhead> = days.take(7).collect();
    week.try_into().ok()
}
