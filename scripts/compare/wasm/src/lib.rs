//! The engine in wasm without a browser's side, to be timed in V8: numbers go in and out through plain functions.

mod roster;

use std::cell::RefCell;

use chrono::NaiveDate;
use followthrough::calendar::{DayNumber, DayTable, WorkCalendar, WorkWeek};
use followthrough::schedule::{Cohort, Contact, Done};

#[derive(Default)]
struct Given {
    holidays: Vec<NaiveDate>,
    waits: Vec<u16>,
    rows: Vec<(DayNumber, i32)>,
    contacts: Vec<Contact>,
    ready: Option<(WorkCalendar, DayTable, Cohort)>,
    days: Vec<DayNumber>,
}

thread_local! {
    static GIVEN: RefCell<Given> = RefCell::default();
}

fn given<T>(work: impl FnOnce(&mut Given) -> T) -> T {
    GIVEN.with_borrow_mut(work)
}

#[unsafe(no_mangle)]
extern "C" fn holiday(day: i32) {
    given(|it| it.holidays.extend(DayNumber(day).date()));
}

#[unsafe(no_mangle)]
extern "C" fn wait(count: i32) {
    given(|it| it.waits.push(count as u16));
}

#[unsafe(no_mangle)]
extern "C" fn row(day: i32, count: i32) {
    given(|it| it.rows.push((DayNumber(day), count)));
}

#[unsafe(no_mangle)]
extern "C" fn contact(start: i32, step: i32, on: i32) {
    given(|it| it.contacts.push(Contact { start: DayNumber(start), done: Some(Done { step: step as usize, on: DayNumber(on) }) }));
}

#[unsafe(no_mangle)]
extern "C" fn prepare() {
    given(|it| {
        let calendar = WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, it.holidays.iter().copied());
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let table = DayTable::new(&calendar, day(2010, 1, 1), day(2039, 12, 31)).unwrap();
        it.days = vec![DayNumber::default(); it.contacts.len() * it.waits.len()];
        it.ready = Some((calendar, table, Cohort::new(it.waits.iter().copied())));
    });
}

/// All rows once; the sum of the days.
#[unsafe(no_mangle)]
extern "C" fn offsets() -> i32 {
    given(|it| {
        let (_, table, _) = it.ready.as_ref().unwrap();
        it.rows.iter().fold(0, |sum, (day, count)| i32::wrapping_add(sum, table.workday(*day, *count).unwrap().0))
    })
}

/// All contacts once; the sum of the days.
#[unsafe(no_mangle)]
extern "C" fn reflow() -> i32 {
    given(|it| {
        let (calendar, table, cohort) = it.ready.as_ref().unwrap();
        cohort.date(calendar, table, &it.contacts, &mut it.days).unwrap();
        it.days.iter().fold(0, |sum, day| i32::wrapping_add(sum, day.0))
    })
}
