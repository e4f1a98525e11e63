//! Our part of `scripts/bench`: the rows that everybody gets, and our own times on them, as JSON.

#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::HashSet;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use bdays::{HolidayCalendar, HolidayCalendarCache};
use chrono::{Datelike, Days, NaiveDate};
use followthrough::calendar::{DayNumber, DayTable, WorkCalendar, WorkWeek};
use followthrough::schedule::{Cohort, Contact, Done};

const WAITS: [u16; 10] = [2, 3, 5, 10, 3, 5, 5, 10, 20, 20];

/// Numbers that look random and are the same in every run.
fn random(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Eleven holidays a year, 2010 to 2039.
fn holidays() -> Vec<NaiveDate> {
    const DAYS: [(u32, u32); 11] =
        [(1, 1), (1, 19), (2, 16), (5, 25), (6, 19), (7, 4), (9, 7), (10, 12), (11, 11), (11, 26), (12, 25)];
    (2010..2040).flat_map(|year| DAYS.map(|(month, day)| date(year, month, day))).collect()
}

/// Starts from 2024 to 2030, one to sixty working days.
fn offsets() -> Vec<(NaiveDate, i32)> {
    let mut state = 7;
    let first = date(2024, 1, 1);
    let offset = |_| (first + Days::new(random(&mut state) % 2557), 1 + (random(&mut state) % 60) as i32);
    (0..10_000).map(offset).collect()
}

/// Ten thousand contacts, each with one step done late.
fn contacts() -> Vec<Contact> {
    let mut state = 11;
    let first = DayNumber::of(date(2026, 1, 1));
    let contact = |_| {
        let start = first.plus((random(&mut state) % 365) as i32);
        let (step, late) = ((random(&mut state) % 9) as usize, (random(&mut state) % 30) as i32);
        Contact { start, done: Some(Done { step, on: start.plus(60 + late) }) }
    };
    (0..10_000).map(contact).collect()
}

/// The best of many rounds, in nanoseconds: what else the machine does only ever adds to it.
fn best(mut work: impl FnMut()) -> f64 {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_nanos() as f64
    };
    (0..300).map(round).fold(f64::INFINITY, f64::min)
}

fn day_by_day(holidays: &HashSet<NaiveDate>, start: NaiveDate, count: i32) -> NaiveDate {
    let (mut date, mut left) = (start, count);
    while left > 0 {
        date = date.succ_opt().unwrap();
        if date.weekday().num_days_from_monday() < 5 && !holidays.contains(&date) {
            left -= 1;
        }
    }
    date
}

struct Eleven(HashSet<NaiveDate>);

impl HolidayCalendar<NaiveDate> for Eleven {
    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.0.contains(&date)
    }
}

fn main() {
    let calendar = WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, holidays());
    let table = DayTable::new(&calendar, date(2010, 1, 1), date(2039, 12, 31)).unwrap();
    let (offsets, contacts) = (offsets(), contacts());
    let numbers: Vec<_> = offsets.iter().map(|(start, count)| (DayNumber::of(*start), *count)).collect();
    let cohort = Cohort::new(WAITS);
    let mut days = vec![DayNumber::default(); contacts.len() * WAITS.len()];

    let offset = best(|| {
        let sum = numbers.iter().map(|(day, count)| table.workday(black_box(*day), *count).unwrap().0);
        black_box(sum.sum::<i32>());
    });
    let dates = best(|| {
        for (start, count) in &offsets {
            black_box(table.workday_date(black_box(*start), *count));
        }
    });
    let set: HashSet<_> = holidays().into_iter().collect();
    let loops = best(|| {
        for (start, count) in &offsets[..1000] {
            black_box(day_by_day(&set, black_box(*start), *count));
        }
    });
    let cache = HolidayCalendarCache::new(
        Eleven(holidays().into_iter().collect()),
        date(2010, 1, 1),
        date(2039, 12, 31),
    );
    let crate_bdays = best(|| {
        for (start, count) in &offsets {
            black_box(cache.advance_bdays(black_box(*start), *count));
        }
    });
    let same = offsets.iter().filter(|(start, count)| {
        Some(cache.advance_bdays(*start, *count)) == table.workday_date(*start, *count)
    });
    let same = same.count();
    let reflow = best(|| cohort.date(&calendar, &table, black_box(&contacts), &mut days).unwrap());
    let edited = best(|| {
        let calendar = WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, black_box(holidays()));
        let table = DayTable::new(&calendar, date(2010, 1, 1), date(2039, 12, 31)).unwrap();
        cohort.date(&calendar, &table, &contacts, &mut days).unwrap();
    });

    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/compare");
    std::fs::create_dir_all(&out).unwrap();
    let rows: Vec<_> = numbers
        .iter()
        .map(|(day, count)| format!("[{},{count},{}]", day.0, table.workday(*day, *count).unwrap().0))
        .collect();
    let starts: Vec<_> = contacts
        .iter()
        .map(|contact| {
            let done = contact.done.unwrap();
            format!("[{},{},{}]", contact.start.0, done.step, done.on.0)
        })
        .collect();
    let off: Vec<_> = holidays().iter().map(|day| day.to_epoch_days().to_string()).collect();
    let dues: Vec<_> = days.iter().map(|day| day.0.to_string()).collect();
    let rows = format!(
        "{{\"holidays\":[{}],\"waits\":{WAITS:?},\"rows\":[{}],\"contacts\":[{}],\"days\":[{}]}}",
        off.join(","),
        rows.join(","),
        starts.join(","),
        dues.join(",")
    );
    std::fs::write(out.join("rows.json"), rows).unwrap();
    let times = format!(
        "{{\"offset\":{},\"dates\":{},\"loop\":{},\"bdays\":{},\"bdaysAgree\":{same},\"reflow\":{reflow},\"edited\":{edited},\"bytes\":{}}}",
        offset / offsets.len() as f64,
        dates / offsets.len() as f64,
        loops / 1000.0,
        crate_bdays / offsets.len() as f64,
        table.bytes()
    );
    std::fs::write(out.join("ours.json"), &times).unwrap();
    println!("{times}");
}
