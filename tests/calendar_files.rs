//! Calendar files as they come: against days found by others, against files made to do harm, against chance.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::Datelike;
use followthrough::exchange::{CalendarDays, IcsError, Omission, read_holidays};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

fn found(bytes: &[u8]) -> Result<CalendarDays, IcsError> {
    read_holidays(bytes, 2027..=2029)
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn real_files() -> Vec<Vec<u8>> {
    let folders = ["cases/calendars", "calendars/files"].map(|folder| tests().join(folder));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ics"));
    paths.sort();
    assert!(paths.len() > 70, "{} files", paths.len());
    paths.into_iter().map(|path| fs::read(path).unwrap()).collect()
}

/// The days beside the files were found by icalendar and recurring-ical-events: see `scripts/compare-calendars`.
#[test]
fn the_days_are_those_that_others_find() {
    let folder = tests().join("calendars/files");
    let table = fs::read_to_string(folder.join("days.csv")).unwrap();
    let rows: Vec<_> = table.lines().skip(1).map(|row| row.split_once(',').unwrap()).collect();
    assert_eq!(rows.len(), 60);
    for (file, days) in rows {
        let ours = match found(&fs::read(folder.join(file)).unwrap()) {
            Ok(found) => found.days.iter().map(|day| day.date.to_string()).collect::<Vec<_>>().join(" "),
            Err(IcsError::NoDays(_)) => String::new(),
            Err(error) => panic!("{file}: {error}"),
        };
        assert_eq!(ours, days, "{file}");
    }
}

/// A calendar of about that many bytes, of one event many times over.
fn dense(size: usize, event: &str) -> Vec<u8> {
    let event = format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n");
    let events: String = (0..size / event.len()).map(|at| event.replace('#', &at.to_string())).collect();
    format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n").into_bytes()
}

/// Files whose work would be without end: everything comes often, from long ago, for long.
fn hostile(size: usize) -> Vec<(&'static str, Vec<u8>)> {
    let numbers = |most: i32| (1..=most).map(|it| it.to_string()).collect::<Vec<_>>().join(",");
    let dates = "20280101,".repeat(size / 9);
    let rules = "RRULE:FREQ=DAILY\n".repeat(size / 17);
    let future = "UID:a\nDTSTART:20270101\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270101\nEND:VEVENT\nBEGIN:VEVENT\n\
                  UID:a\nDTSTART:18000101\nRRULE:FREQ=DAILY";
    vec![
        ("daily", dense(size, "DTSTART:18000101\nRRULE:FREQ=DAILY")),
        ("counted", dense(size, "DTSTART:18000101\nRRULE:FREQ=DAILY;BYMONTH=1;COUNT=99999999999999999999")),
        ("never", dense(size, "DTSTART:00010101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9")),
        ("long", dense(size, "DTSTART:18000101\nDURATION:P366D\nRRULE:FREQ=DAILY")),
        ("places", dense(size, &format!("DTSTART:18000101\nRRULE:FREQ=DAILY;BYSETPOS={}", numbers(366)))),
        (
            "places of years",
            dense(size, &format!("DTSTART:18000101\nRRULE:FREQ=YEARLY;BYYEARDAY={}", numbers(366))),
        ),
        ("taken out", dense(size, &format!("DTSTART:18000101\nRRULE:FREQ=DAILY\nEXDATE:{dates}"))),
        ("added", dense(size, &format!("DTSTART:18000101\nRDATE:{dates}"))),
        ("rules", dense(size, &format!("DTSTART:18000101\n{rules}RRULE:FREQ=DAILY"))),
        ("replaced", dense(size, "UID:a\nDTSTART:20270101\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270101")),
        ("one series", dense(size, future)),
        ("no events", dense(size, "")),
        ("deep", [b"BEGIN:VCALENDAR\n".to_vec(), b"BEGIN:X\n".repeat(size / 8)].concat()),
        ("unmatched", [b"BEGIN:VCALENDAR\n".to_vec(), b"BEGIN:X\nEND:Y\n".repeat(size / 14)].concat()),
        ("folds", dense(size, &format!("DTSTART:20270101\nSUMMARY:{}", "x\n ".repeat(size / 3)))),
    ]
}

#[test]
fn the_work_is_bounded_whatever_the_file_asks_for() {
    // Without optimisation, beside other tests, on a busy machine: optimised it is 30 ms. Without a bound it is minutes.
    let limit = Duration::from_secs(4);
    for (name, file) in hostile(20_000) {
        let begun = Instant::now();
        _ = read_holidays(&file, 2025..=2040);
        let took = begun.elapsed();
        assert!(took < limit, "{name}: {} bytes took {took:?}", file.len());
    }
}

#[test]
fn ten_times_the_file_takes_no_more_than_ten_times_as_long() {
    for ((name, small), (_, large)) in hostile(50_000).into_iter().zip(hostile(500_000)) {
        let time = |file: &[u8]| {
            let begun = Instant::now();
            _ = read_holidays(file, 2025..=2040);
            begun.elapsed()
        };
        let (small, large) = (time(&small), time(&large));
        // What is quadratic takes a hundred times as long.
        let limit = small * 30 + Duration::from_millis(300);
        assert!(large < limit, "{name}: {small:?}, then {large:?}");
    }
}

#[test]
fn what_was_too_much_is_counted() {
    let daily = dense(400_000, "DTSTART:20250101\nRRULE:FREQ=DAILY");
    let taken = read_holidays(&daily, 2025..=2040).unwrap();
    assert_eq!(taken.days.len(), 5844);
    let events = daily.windows(12).filter(|it| it == b"BEGIN:VEVENT").count();
    let left_out = taken.left_out.count(Omission::TooMuch);
    assert!(left_out > 0 && left_out < events, "{left_out} of {events}");
    let many = dense(1_500_000, "DTSTART:20270101");
    let events = many.windows(12).filter(|it| it == b"BEGIN:VEVENT").count();
    assert_eq!(found(&many).unwrap().left_out.count(Omission::TooMuch), events - 20_000);
}

#[test]
fn a_file_that_a_person_may_have_is_not_too_much() {
    let birthdays: String = (0..1500)
        .map(|at| {
            format!(
                "BEGIN:VEVENT\nDTSTART:19{:02}{:02}{:02}\nRRULE:FREQ=YEARLY\nEND:VEVENT\n",
                at % 100,
                at % 12 + 1,
                at % 28 + 1
            )
        })
        .collect();
    let daily =
        "BEGIN:VEVENT\nDTSTART:20000101\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=10000\nEND:VEVENT\n";
    let file = format!("BEGIN:VCALENDAR\n{birthdays}{daily}END:VCALENDAR\n");
    let read = read_holidays(file.as_bytes(), 2025..=2040).unwrap();
    assert_eq!(read.left_out.total(), 0);
}

/// Pieces of which calendar files are made.
const PIECES: &[&str] = &[
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VALARM",
    "END:VALARM",
    "\r\n",
    "\r",
    "\n",
    "\n ",
    "DTSTART",
    ";VALUE=DATE",
    ";TZID=\"a:b\"",
    ":",
    "20270101",
    "20280229T000000Z",
    "20271231",
    "DTEND:",
    "DURATION:",
    "P1W",
    "PT24H",
    "-P1D",
    "RRULE:FREQ=YEARLY",
    "RRULE:FREQ=MONTHLY",
    ";BYDAY=-1MO,TU",
    ";BYMONTH=2",
    ";COUNT=3",
    ";UNTIL=20280101",
    ";BYSETPOS=-1",
    ";INTERVAL=4294967296",
    "EXDATE:",
    "RDATE:",
    ",",
    "/",
    "UID:a",
    "RECURRENCE-ID",
    ";RANGE=THISANDFUTURE",
    "STATUS:CANCELLED",
    "SUMMARY:",
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    "\"",
    "99991231",
    "00010101",
    "\\",
    "🎉",
    "é",
];

/// So that chance comes near to a file.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()).boxed(),
        1 => prop::collection::vec(any::<u8>(), 0..4).boxed(),
    ]
}

fn is_sound(bytes: &[u8]) {
    if let Ok(read) = found(bytes) {
        assert!(read.days.is_sorted_by(|a, b| a.date < b.date));
        assert!(read.days.iter().all(|day| (2027..=2029).contains(&day.date.year())));
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        is_sound(&bytes);
        is_sound(&[b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\n", &*bytes].concat());
    }

    #[test]
    fn nothing_made_of_pieces_is_too_much(pieces in prop::collection::vec(piece(), 0..120)) {
        is_sound(&pieces.concat());
    }
}

#[test]
fn real_files_with_a_byte_changed_or_missing_are_still_read_or_refused() {
    let mut random = proptest::test_runner::TestRunner::deterministic();
    for bytes in real_files() {
        is_sound(&bytes);
        for _ in 0..20 {
            let places = (0..bytes.len(), 0..bytes.len(), any::<u8>());
            let (at, other, byte) = places.new_tree(&mut random).unwrap().current();
            let mut changed = bytes.clone();
            changed[at] = byte;
            is_sound(&changed);
            changed.remove(other);
            is_sound(&changed);
            changed.truncate(at);
            is_sound(&changed);
            let twice = [&bytes[at..], &bytes[..other]].concat();
            is_sound(&twice);
        }
    }
}
