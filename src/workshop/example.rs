//! The example plan: a small workshop that restores family pianos. Its text lies beside the app, in
//! `assets/example.json`; here it gets its dates.

use crate::calendar::sort_by_number;
use chrono::{Datelike, NaiveDate};

use crate::calendar::{FIRST_DAY, LAST_DAY, after_days, after_months};
use crate::plan::{Holiday, Plan};

/// The day from which the written example counts the months until its measures and its review.
const WRITTEN_ON: NaiveDate = match NaiveDate::from_ymd_opt(2024, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// The written example with dates that follow `today`, so that it never ages: the next time each day off comes, a
/// start on a Monday soon, the second ten weeks later, and measures, events and review as many months ahead as they
/// were written. Where the calendar ends they are left out.
pub fn example(written: Plan, today: NaiveDate) -> Plan {
    let mut parts = written.clone().into_parts();
    let coming = |day: &Holiday| Some(Holiday { date: coming(today, day.date)?, name: day.name.clone() });
    parts.holidays = parts.holidays.iter().filter_map(coming).collect();
    sort_by_number(&mut parts.holidays, |day| day.date.to_epoch_days().into());
    let calendar = parts.calendar();
    let workday = |date: NaiveDate| calendar.next_workday(date).ok();
    let later = |date: NaiveDate| {
        let months = (date.year() - WRITTEN_ON.year()) * 12 + date.month0() as i32;
        after_months(today, months).ok().and_then(workday)
    };
    let monday = after_days(today, 3).ok().and_then(monday_from);
    // The first purchase comes when the prospects' road is over, so that one contact gets one thing after another.
    let purchase = monday.and_then(|monday| after_days(monday, 70).ok());
    parts.runs.prospect.start = monday.and_then(workday);
    parts.runs.customer.start = purchase.and_then(workday);
    for event in &mut parts.events {
        event.date = event.date.and_then(later);
    }
    parts.review = parts.review.and_then(later);
    for action in parts.goals.iter_mut().flat_map(|goal| &mut goal.actions) {
        action.measure.by = action.measure.by.and_then(later);
    }
    parts.checked().unwrap_or(written)
}

/// The first Monday on or after a date.
fn monday_from(date: NaiveDate) -> Option<NaiveDate> {
    let passed = i64::from(date.weekday().num_days_from_monday());
    after_days(date, (7 - passed) % 7).ok()
}

/// The next time this day of the year comes, today included.
fn coming(today: NaiveDate, day: NaiveDate) -> Option<NaiveDate> {
    [today.year(), today.year() + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, day.month(), day.day()))
        .find(|date| *date >= today)
        .filter(|date| (FIRST_DAY..=LAST_DAY).contains(date))
}
