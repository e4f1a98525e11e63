//! Days in a row on which nothing was left over (B9).

use std::collections::HashMap;

use chrono::NaiveDate;

use super::course::Known;
use super::forecast::{Forecasts, date};
use crate::calendar::DayNumber;
use crate::schedule::{Dates, Days as _, Pausing, Tabled};

/// How many working days are looked back at most.
const MOST: u32 = 365;

/// On how many working days in a row until yesterday nothing was left over: whatever should have been done by then was. A
/// day off of the business counts for nothing, and so do the days before anything was to be done. A step that was done late
/// was left over from the day it was due until the day before it was done.
pub fn days_clear(forecasts: &Forecasts) -> u32 {
    let mut open: HashMap<i32, i32> = HashMap::new();
    let mut first: Option<NaiveDate> = None;
    let mut known = Known::default();
    let mut dates = Dates::default();
    for course in forecasts.courses() {
        for (enrolment, timeline) in course.contact.enrolments.iter().zip(&course.timelines) {
            first = Some(first.map_or(enrolment.start, |first| first.min(enrolment.start)));
            for since in timeline.steps().filter_map(|(_, day)| day.overdue()) {
                add(&mut open, since, DayNumber::of(forecasts.today).plus(-1));
            }
            let laid = forecasts.frame.laid.for_enrolment(enrolment);
            known.fill(laid, &course.contact, enrolment);
            let places = forecasts.frame.places(laid, &course.contact);
            let actual: Vec<&Tabled> = places.map(|place| forecasts.frame.calendars.actual(place)).collect();
            date(laid, &actual, &known, forecasts.today, &mut dates);
            let course = known.course(forecasts.today);
            let pausing: Vec<_> = actual.iter().map(|days| Pausing::new(*days, &known.pauses)).collect();
            for mark in course.actuals.marks.iter().filter(|mark| mark.fate.is_over()) {
                let was_due = laid.pattern.was_due(&pausing, &course, &dates, mark.step);
                if let Some((_, last)) = was_due.filter(|(_, last)| *last < mark.on) {
                    add(&mut open, last, mark.on.plus(-1));
                }
            }
        }
    }
    let Some(first) = first.map(DayNumber::of) else { return 0 };
    counted(forecasts, &open, first)
}

/// Something was left over from the evening of one day to that of another.
fn add(open: &mut HashMap<i32, i32>, first: DayNumber, last: DayNumber) {
    *open.entry(last.0).or_default() += 1;
    *open.entry(first.0 - 1).or_default() -= 1;
}

/// Goes back from yesterday until something was left over.
fn counted(forecasts: &Forecasts, open: &HashMap<i32, i32>, first: DayNumber) -> u32 {
    let business = forecasts.frame.calendars.business();
    let yesterday = DayNumber::of(forecasts.today).plus(-1);
    // What was left over until after yesterday cannot be: nothing is done tomorrow.
    let mut left: i32 = open.iter().filter(|(day, _)| **day > yesterday.0).map(|(_, change)| change).sum();
    let mut clear = 0;
    let mut day = yesterday;
    while day >= first && clear < MOST {
        left += open.get(&day.0).copied().unwrap_or(0);
        if left > 0 {
            return clear;
        }
        clear += u32::from(business.is_worked(day));
        day = day.plus(-1);
    }
    clear
}
