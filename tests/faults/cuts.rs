//! What is cut at any byte is never taken for whole.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use followthrough::exchange::{import_json, read_holidays};
use followthrough::store::{
    MemoryStorage, Places, PlanId, PlanStore, Record, Revision, Storage, TabId, VersionVector,
};

const STORED: &str = include_str!("../fixtures/plan-v4.json");

fn key() -> String {
    PlanId::parse("a").unwrap().key()
}

#[test]
fn a_file_cut_at_any_byte_is_refused() {
    let files = [
        include_str!("../fixtures/export-v1.json"),
        include_str!("../fixtures/export-v4.json"),
        include_str!("../fixtures/plan-v3.json"),
    ];
    let mut cuts = 0;
    for (at, file) in files.map(str::trim_end).into_iter().enumerate() {
        // Each byte of what stands at the beginning and at the end; in the middle, where all is alike, every so many.
        let is_near = |end: usize| end < 600 || file.len() - end < 300;
        for end in (0..file.len()).filter(|end| is_near(*end) || end % 41 == at) {
            cuts += 1;
            let error = import_json(&file.as_bytes()[..end]).unwrap_err().to_string();
            assert!(error.starts_with("This file ") && error.ends_with('.'), "cut at {end}: {error}");
        }
    }
    println!("{cuts} cuts of a file, none taken for a plan");
}

#[test]
fn a_record_cut_at_any_byte_is_set_aside_and_local_storage_holds() {
    let revision = Revision { number: 9, tab: TabId::parse("tab").unwrap() };
    let raw = Record { lineage: VersionVector::new(revision), text: Some(STORED.to_owned()) }.write();
    let cuts: Vec<usize> = (0..raw.len()).filter(|end| raw.is_char_boundary(*end)).step_by(61).collect();
    for end in &cuts {
        let local = Rc::new(MemoryStorage::default());
        local.write(&key(), STORED).unwrap();
        let places = Places::both(Rc::clone(&local), vec![(key(), raw[..*end].to_owned())]);
        let contents = PlanStore::new(places, TabId::parse("next").unwrap()).contents().unwrap();
        assert_eq!(contents.plans.len(), 1, "cut at {end}");
        assert_eq!(contents.quarantined.iter().map(|aside| &*aside.text).collect::<Vec<_>>(), [&raw[..*end]]);
        assert_eq!(local.read(&key()).unwrap().as_deref(), Some(STORED));
    }
    println!("{} cuts of a record, each set aside byte for byte", cuts.len());
}

#[test]
fn a_calendar_cut_at_any_byte_brings_no_day_that_the_whole_one_does_not_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/calendars");
    let mut cuts = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let days =
            |bytes: &[u8]| read_holidays(bytes, 2026..=2029).map(|found| found.days).unwrap_or_default();
        let whole = days(&bytes);
        for end in 0..bytes.len() {
            cuts += 1;
            // A rule that lost its end repeats more often: a day too many is then said to come from a file that is cut.
            let part = read_holidays(&bytes[..end], 2026..=2029);
            let Ok(part) = part else { continue };
            let is_known = |date| whole.iter().any(|day| day.date == date);
            assert!(part.is_cut_short || part.days.iter().all(|day| is_known(day.date)), "cut at {end}");
        }
    }
    println!("{cuts} cuts of calendars");
}
