//! The sheets on which the days stand: days off and the working week, every day where that is needed, and events (B13).

use chrono::NaiveDate;
use rust_xlsxwriter::{DataValidation, Formula, Workbook, Worksheet};

use super::cell::{self, column_name, day_result, put_day, put_formula, put_text};
use super::days::{CountedDays, FIRST_ROW, LaidOut, ROOM};
use super::look::Look;
use super::table::{a_day, new_sheet, paper};
use super::{DAY_IT_IS, DAYS_OFF, DAYS_SHEET, EVENTS_SHEET, WORKING_WEEK};
use crate::calendar::DayNumber;
use crate::plan::PlanParts;
use crate::schedule::Days as _;
use crate::words::{self, HOLIDAYS_SHEET};

/// Where things are on the sheet of holidays.
const DATES: u16 = 0;
const NAMES: u16 = 1;
const LABELS: u16 = 3;
const VALUES: u16 = 4;
const WORKED: u16 = 6;
const EXCHANGED: u16 = 7;
const AWAY: u16 = 9;

/// The names of the lists of days that are worked.
const WORKED_NAME: &str = "WorkedAfterAll";
const EXCHANGED_NAME: &str = "WorkedInExchange";

/// The rows of the values beside the list, after the seven weekdays.
const WEEK_ROW: u32 = FIRST_ROW + 8;
const TODAY_ROW: u32 = FIRST_ROW + 9;
const LISTED_ROW: u32 = FIRST_ROW + 10;

/// The sheet of days off and of the working week.
pub fn holidays(book: &mut Workbook, look: &Look, plan: &PlanParts, days: &CountedDays, today: NaiveDate) {
    let sheet = new_sheet(book, HOLIDAYS_SHEET);
    put_text(sheet, (0, 0), "Days off", &look.title);
    let how = "Change what has a pale ground, and add days in the empty rows: the dates of the steps follow.";
    put_text(sheet, (1, 0), how, &look.hint);
    let mut lists = Lists { sheet, look, names: Vec::new() };
    let off: Vec<_> = days.off.iter().map(|day| day.date).collect();
    lists.put(DATES, "Day off", &off, Some(DAYS_OFF));
    for (holiday, row) in days.off.iter().zip(FIRST_ROW..) {
        put_text(lists.sheet, (row, NAMES), holiday.name.as_str(), &look.text_input);
    }
    if !days.worked.is_empty() || !days.exchanged.is_empty() {
        lists.put(WORKED, "Worked after all", &days.worked, Some(WORKED_NAME));
        lists.put(EXCHANGED, "Worked in exchange, unless off", &days.exchanged, Some(EXCHANGED_NAME));
    }
    for (away, column) in days.away.iter().zip(AWAY..) {
        lists.put(column, &format!("Away: {}", away.name), &away.days, None);
    }
    let Lists { sheet, mut names, .. } = lists;
    put_text(sheet, (FIRST_ROW - 1, NAMES), "What it is", &look.heading);
    put_week(sheet, look, plan);
    names.push((WORKING_WEEK, cell::fixed(WEEK_ROW, VALUES)));
    put_text(sheet, (TODAY_ROW, LABELS), "The day it is", &look.text);
    let now = day_result(Some(DayNumber::of(today)));
    put_formula(sheet, (TODAY_ROW, VALUES), "TODAY()", &now, &look.date_input);
    names.push((DAY_IT_IS, cell::fixed(TODAY_ROW, VALUES)));
    let horizon = days.horizon;
    for (label, day, row) in
        [("Days are listed from", horizon.first, LISTED_ROW), ("to", horizon.last, LISTED_ROW + 1)]
    {
        put_text(sheet, (row, LABELS), label, &look.text);
        put_day(sheet, (row, VALUES), Some(day), &look.date);
    }
    for (column, width) in
        [(DATES, 17), (NAMES, 34), (LABELS, 32), (VALUES, 17), (WORKED, 17), (EXCHANGED, 17)]
    {
        _ = sheet.set_column_width(column, width);
    }
    _ = sheet.set_freeze_panes(FIRST_ROW, 0);
    _ = sheet.set_repeat_rows(FIRST_ROW - 1, FIRST_ROW - 1);
    paper(sheet);
    for (name, place) in names {
        _ = book.define_name(name, &format!("={HOLIDAYS_SHEET}!{place}"));
    }
}

/// Lists of days on a sheet.
struct Lists<'a> {
    sheet: &'a mut Worksheet,
    look: &'a Look,
    names: Vec<(&'static str, String)>,
}

impl Lists<'_> {
    fn put(&mut self, column: u16, title: &str, days: &[NaiveDate], name: Option<&'static str>) {
        put_text(self.sheet, (FIRST_ROW - 1, column), title, &self.look.heading);
        let last = last_row(days.len());
        for (row, day) in
            (FIRST_ROW..=last).zip(days.iter().copied().map(Some).chain(std::iter::repeat(None)))
        {
            put_day(self.sheet, (row, column), day, &self.look.date_input);
        }
        _ = self.sheet.add_data_validation(FIRST_ROW, column, last, column, &a_day());
        _ = self.sheet.set_column_width(column, 17);
        self.names.extend(name.map(|name| (name, cell::range((FIRST_ROW, column), (last, column)))));
    }
}

fn last_row(days: usize) -> u32 {
    FIRST_ROW + u32::try_from(days).unwrap_or_default() + ROOM - 1
}

/// The seven digits of the working week, as `WORKDAY.INTL` takes them, with what they mean.
fn put_week(sheet: &mut Worksheet, look: &Look, plan: &PlanParts) {
    put_text(sheet, (FIRST_ROW - 1, LABELS), "Weekday", &look.heading);
    put_text(sheet, (FIRST_ROW - 1, VALUES), "Worked or off", &look.heading);
    let week = cell::fixed(WEEK_ROW, VALUES);
    for ((day, at), row) in words::WEEK.into_iter().zip(1..).zip(FIRST_ROW..) {
        let said = if plan.work_week.is_worked(day) { "worked" } else { "off" };
        put_text(sheet, (row, LABELS), words::weekday(day), &look.text);
        let formula = format!("IF(MID({week},{at},1)=\"1\",\"off\",\"worked\")");
        put_formula(sheet, (row, VALUES), &formula, said, &look.text);
    }
    put_text(sheet, (WEEK_ROW, LABELS), words::WEEK_LABEL, &look.text);
    put_text(sheet, (WEEK_ROW, VALUES), &plan.work_week.mask(), &look.digits_input);
    let rest = format!("SUBSTITUTE(SUBSTITUTE({week},\"0\",\"\"),\"1\",\"\")");
    let rule = format!("AND(LEN({week})=7,{rest}=\"\",{week}<>\"1111111\")");
    let rule = DataValidation::new().allow_custom(Formula::new(rule));
    _ = sheet.add_data_validation(WEEK_ROW, VALUES, WEEK_ROW, VALUES, &rule);
}

/// Every day, and whether it counts for whoever does steps; only where some step needs it.
pub fn days(book: &mut Workbook, look: &Look, days: &CountedDays) {
    if days.laid_out().is_empty() {
        return;
    }
    let sheet = new_sheet(book, DAYS_SHEET);
    put_text(sheet, (0, 0), "Day", &look.heading);
    _ = sheet.set_column_width(0, 17);
    for (day, row) in days.rows().zip(1..) {
        put_day(sheet, (row, 0), Some(day), &look.inner_date);
    }
    for laid in days.laid_out() {
        put_laid_out(sheet, look, days, *laid);
    }
    _ = sheet.set_freeze_panes(1, 1);
    _ = sheet.set_repeat_rows(0, 0);
    paper(sheet);
}

fn put_laid_out(sheet: &mut Worksheet, look: &Look, days: &CountedDays, laid: LaidOut) {
    const NOTHING: &str = "1";
    let calendar = days.laid_calendar(laid);
    let person = days.person(laid);
    let title = person.map_or_else(|| "Off".to_owned(), |(_, away)| format!("Off: {}", away.name));
    put_text(sheet, (0, laid.column), &title, &look.heading);
    _ = sheet.set_column_width(laid.column, 17);
    if laid.has_eves {
        put_text(sheet, (0, laid.column + 1), "Right before a holiday", &look.heading);
        _ = sheet.set_column_width(laid.column + 1, 17);
    }
    let off = column_name(laid.column);
    let eve = column_name(laid.column + 1);
    let away = person.map(|(place, away)| {
        let column = AWAY + u16::try_from(place).unwrap_or_default();
        let range = cell::range((FIRST_ROW, column), (last_row(away.days.len()), column));
        format!("{HOLIDAYS_SHEET}!{range}")
    });
    for (day, row) in days.rows().zip(1_u32..) {
        let number = DayNumber::of(day);
        let itself = day_result(Some(number));
        let result = |is_so: bool| if is_so { itself.as_str() } else { NOTHING };
        let (here, next) = (row + 1, row + 2);
        let formula = match &away {
            Some(away) => format!("IF(COUNTIF({away},A{here})>0,A{here},B{here})"),
            None => format!(
                "IF(OR(COUNTIF({WORKED_NAME},A{here})>0,AND(COUNTIF({DAYS_OFF},A{here})=0,OR(COUNTIF({EXCHANGED_NAME},A{here})>0,MID({WORKING_WEEK},WEEKDAY(A{here},2),1)=\"0\"))),1,A{here})"
            ),
        };
        // Without such days there are no names for them.
        let formula = match days.worked.is_empty() && days.exchanged.is_empty() && away.is_none() {
            true => format!(
                "IF(AND(COUNTIF({DAYS_OFF},A{here})=0,MID({WORKING_WEEK},WEEKDAY(A{here},2),1)=\"0\"),1,A{here})"
            ),
            false => formula,
        };
        put_formula(sheet, (row, laid.column), &formula, result(!calendar.is_workday(day)), &look.inner_date);
        if laid.has_eves {
            let formula = format!(
                "IF({off}{next}=1,1,IF(OR(MID({WORKING_WEEK},WEEKDAY(A{next},2),1)=\"0\",{eve}{next}<>1),A{here},1))"
            );
            let is_last = day >= days.horizon.last;
            let formula = if is_last { NOTHING.to_owned() } else { formula };
            let is_eve = !is_last && calendar.is_eve(number);
            put_formula(sheet, (row, laid.column + 1), &formula, result(is_eve), &look.inner_date);
        }
    }
}

/// The sheet of events, where there are any.
pub fn events(book: &mut Workbook, look: &Look, plan: &PlanParts) {
    if plan.events.is_empty() {
        return;
    }
    let sheet = new_sheet(book, EVENTS_SHEET);
    put_text(sheet, (0, 0), "Event", &look.heading);
    put_text(sheet, (0, 1), "Day", &look.heading);
    _ = sheet.set_column_width(0, 40);
    _ = sheet.set_column_width(1, 17);
    for (event, row) in plan.events.iter().zip(1..) {
        put_text(sheet, (row, 0), event.name.as_str(), &look.text_input);
        put_day(sheet, (row, 1), event.date, &look.date_input);
    }
    let last = u32::try_from(plan.events.len()).unwrap_or(1);
    _ = sheet.add_data_validation(1, 1, last, 1, &a_day());
    _ = sheet.set_freeze_panes(1, 0);
    paper(sheet);
}
