//! How fast dates are found. `cargo bench --no-default-features` shows each figure and, at the end, ratios taken
//! in the same run: machines differ and are never quiet, ratios hold.

#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::HashSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{Datelike, Days, NaiveDate};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use followthrough::calendar::{DayNumber, DayTable, WorkCalendar, WorkWeek};
use followthrough::schedule::{Cohort, Contact, Done};

const FIRST_YEAR: i32 = 2010;
const YEARS: i32 = 30;
const CONTACTS: usize = 10_000;
const STEPS: usize = 10;

/// Numbers that look random and are the same in every run.
fn random(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// Eleven holidays a year for thirty years.
fn holidays() -> Vec<NaiveDate> {
    const DAYS: [(u32, u32); 11] =
        [(1, 1), (1, 19), (2, 16), (5, 25), (6, 19), (7, 4), (9, 7), (10, 12), (11, 11), (11, 26), (12, 25)];
    let year = |year| DAYS.map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    (FIRST_YEAR..FIRST_YEAR + YEARS).flat_map(year).collect()
}

fn calendar() -> WorkCalendar {
    WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, holidays())
}

fn table(calendar: &WorkCalendar) -> DayTable {
    let last = NaiveDate::from_ymd_opt(FIRST_YEAR + YEARS - 1, 12, 31).unwrap();
    DayTable::new(calendar, NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap(), last).unwrap()
}

/// Starts from 2024 to 2030, one to sixty working days.
fn offsets() -> Vec<(NaiveDate, i32)> {
    let mut state = 7;
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    let offset = |_| (first + Days::new(random(&mut state) % 2557), 1 + (random(&mut state) % 60) as i32);
    (0..4096).map(offset).collect()
}

/// What most people would write: a day at a time, the holidays in a hash set.
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

fn contacts() -> Vec<Contact> {
    let mut state = 11;
    let first = DayNumber::of(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap());
    let contact = |_| {
        let start = first.plus((random(&mut state) % 365) as i32);
        let done = Done {
            step: (random(&mut state) % 9) as usize,
            on: start.plus(60 + (random(&mut state) % 30) as i32),
        };
        Contact { start, done: Some(done) }
    };
    (0..CONTACTS).map(contact).collect()
}

fn one_offset(criterion: &mut Criterion) {
    let (calendar, offsets) = (calendar(), offsets());
    let table = table(&calendar);
    let numbers: Vec<_> = offsets.iter().map(|(start, count)| (DayNumber::of(*start), *count)).collect();
    let holidays: HashSet<_> = holidays().into_iter().collect();
    let mut group = criterion.benchmark_group("4096 offsets");
    group.throughput(Throughput::Elements(offsets.len() as u64));
    group.bench_function("table, day numbers", |bench| {
        bench.iter(|| {
            numbers.iter().map(|(day, count)| table.workday(black_box(*day), *count).unwrap().0).sum::<i32>()
        });
    });
    group.bench_function("table, dates", |bench| {
        bench.iter(|| {
            for (start, count) in &offsets {
                black_box(table.workday_date(black_box(*start), *count));
            }
        });
    });
    group.bench_function("calendar, dates", |bench| {
        bench.iter(|| {
            for (start, count) in &offsets {
                black_box(calendar.workday(black_box(*start), i64::from(*count)).unwrap());
            }
        });
    });
    group.bench_function("chrono, day by day", |bench| {
        bench.iter(|| {
            for (start, count) in &offsets {
                black_box(day_by_day(&holidays, black_box(*start), *count));
            }
        });
    });
    group.finish();
}

fn reflow(criterion: &mut Criterion) {
    let (calendar, contacts) = (calendar(), contacts());
    let table = table(&calendar);
    let cohort = Cohort::new([2, 3, 5, 10, 3, 5, 5, 10, 20, 20]);
    let mut days = vec![DayNumber::default(); CONTACTS * STEPS];
    let mut group = criterion.benchmark_group("100000 dates");
    group.throughput(Throughput::Elements(days.len() as u64));
    group.bench_function("all contacts anew", |bench| {
        bench.iter(|| cohort.date(&calendar, &table, black_box(&contacts), &mut days).unwrap());
    });
    let mut holidays = holidays();
    holidays.push(NaiveDate::from_ymd_opt(2026, 8, 14).unwrap());
    group.bench_function("a holiday more, all contacts anew", |bench| {
        bench.iter(|| {
            let calendar =
                WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, black_box(&holidays).iter().copied());
            let table = self::table(&calendar);
            cohort.date(&calendar, &table, &contacts, &mut days).unwrap();
        });
    });
    group.finish();
}

/// The best of many rounds: what else the machine does only ever adds to it.
fn best(mut work: impl FnMut()) -> Duration {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..200).map(round).min().unwrap_or_default()
}

/// Side by side, in turns of one run.
fn ratios(_: &mut Criterion) {
    let (calendar, offsets) = (calendar(), offsets());
    let table = table(&calendar);
    let holidays: HashSet<_> = holidays().into_iter().collect();
    let numbers: Vec<_> = offsets.iter().map(|(start, count)| (DayNumber::of(*start), *count)).collect();
    let ours = best(|| {
        black_box(
            numbers.iter().map(|(day, count)| table.workday(black_box(*day), *count).unwrap().0).sum::<i32>(),
        );
    });
    let loops = best(|| {
        for (start, count) in &offsets {
            black_box(day_by_day(&holidays, black_box(*start), *count));
        }
    });
    let ratio = loops.as_secs_f64() / ours.as_secs_f64();
    println!(
        "An offset by table is {ratio:.0} times as fast as day by day; the table takes {} bytes.",
        table.bytes()
    );
}

criterion_group!(dates, one_offset, reflow, ratios);
criterion_main!(dates);
