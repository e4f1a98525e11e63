//! A spreadsheet that stays alive (B10, B11, F3): the dates of the steps are formulas over the days they were done, their
//! waits, the working week and the days off, all of which are cells to change.
//!
//! What a formula comes to is computed here as well and kept beside it. Where it is not the day that the schedule has, the
//! date is written as it is, and its row says so.
//!
//! **Invariant:** every date in the file is the schedule's, counted anew or not.

mod about;

mod asks;

mod basis;

mod cell;

mod columns;

mod count;

mod days;

mod formula;

mod holidays;

mod look;

mod people;

mod row;

mod sequence;

mod steps;

mod table;

pub use columns::Column;

use chrono::{Datelike, NaiveDateTime, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::super::{Rows, Written};
use crate::plan::{Audience, PlanParts};
use crate::words::{self, CONTACTS_SHEET, EVENTS_SHEET};
use days::CountedDays;
use look::Look;

const DAYS_SHEET: &str = "Days";
const ABOUT_SHEET: &str = "About";

/// Sheets in which nothing can be changed that the plan holds.
pub const TOLD_SHEETS: [&str; 2] = [DAYS_SHEET, ABOUT_SHEET];

/// The names of cells that formulas use.
const WORKING_WEEK: &str = "WorkingWeek";
const DAYS_OFF: &str = "DaysOff";
const DAY_IT_IS: &str = "DayItIs";

/// The plan as a workbook.
pub fn write(rows: &Rows<'_>) -> Written {
    let plan: &PlanParts = rows.plan();
    let sequences = Audience::BOTH.into_iter().flat_map(|audience| {
        plan.sequences.of(audience).steps.iter().zip(rows.schedule.steps(audience).iter().copied())
    });
    let of_people = rows.rows.iter().filter(|row| row.contact.is_some());
    let steps = sequences.chain(of_people.map(|row| (row.step, row.facts)));
    let days = CountedDays::of(plan, rows.outgoing.today, steps);
    let look = Look::new();
    let mut book = Workbook::new();
    book.set_properties(&properties(plan, rows.outgoing.moment));
    let mut still = 0;
    let events = sequence::put(&mut book, &look, rows, &days, &mut still);
    let mut notes = people::put(&mut book, &look, rows, &days, &events, &mut still);
    holidays::holidays(&mut book, &look, plan, &days, rows.outgoing.today);
    holidays::events(&mut book, &look, plan);
    about::measures(&mut book, &look, plan);
    about::about(&mut book, &look, rows);
    holidays::days(&mut book, &look, &days);
    if still > 0 {
        let dates = words::count(still, "date");
        notes.push(format!("{dates} will not go on counting; the remark beside each says why."));
    }
    // Writing to memory cannot fail, and no sheet is larger or named otherwise than spreadsheets allow.
    let bytes = book.save_to_buffer().unwrap_or_default();
    Written { bytes, notes, memory: String::new() }
}

/// What the file says of itself: the same plan at the same moment gives the same bytes.
fn properties(plan: &PlanParts, moment: NaiveDateTime) -> DocProperties {
    let (date, time) = (moment.date(), moment.time());
    let day = |year: i32| {
        let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
        ExcelDateTime::from_ymd(u16::try_from(year).ok()?, month, day).ok()
    };
    let [minute, second] =
        [time.minute(), time.second()].map(|number| u8::try_from(number).unwrap_or_default());
    let hour = u16::try_from(time.hour()).unwrap_or_default();
    let written = day(date.year()).and_then(|day| day.and_hms(hour, minute, second).ok());
    DocProperties::new()
        .set_title(words::plan_name(plan))
        .set_comment("Written by Followthrough")
        .set_creation_datetime(&written.unwrap_or_default())
}
