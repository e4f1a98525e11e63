//! Everything that reads is given what nobody would write: it answers, soon, in little memory, and says the truth.
//!
//! Cases are made from a corpus by a generator with a seed, so that each comes again: a failure names the reader, the
//! number of the case, and a file with the input. What was found so is kept in `findings`. For more, and sooner:
//! `CASES=20000 cargo test --profile hard --no-default-features --test fuzz`.

#![cfg(test)]

#[path = "../fixtures/mod.rs"]
mod fixtures;

mod corpus;
mod dice;
mod mutate;
mod people;
mod readers;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use corpus::Kind;
use dice::Dice;

/// `CASES` for more.
const CASES: u64 = 60;

/// What one case may take, also without optimisation and on a machine that does much else.
const LONGEST: Duration = Duration::from_secs(4);

/// And how much memory, beside a multiple of what is read.
const MOST_BYTES: u64 = 24 << 20;
const MOST_BYTES_PER_BYTE: u64 = 400;

/// A reader with its name, what it is fed from, and what is asked of it.
struct Reader {
    name: &'static str,
    kind: Kind,
    read: fn(&[u8]),
}

fn cases() -> u64 {
    env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES)
}

fn findings(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/findings").join(name)
}

/// What is wrong with what a reader does with an input.
fn fault(reader: &Reader, input: &[u8]) -> Option<String> {
    let began = Instant::now();
    let mut outcome = Ok(());
    let asked = allocation_counter::measure(|| {
        outcome = catch_unwind(AssertUnwindSafe(|| (reader.read)(input)));
    });
    let took = began.elapsed();
    let most = MOST_BYTES + MOST_BYTES_PER_BYTE * input.len() as u64;
    if let Err(payload) = outcome {
        let words = payload.downcast_ref::<String>().map(String::as_str);
        return Some(words.or(payload.downcast_ref::<&str>().copied()).unwrap_or("it panics").to_owned());
    }
    if took > LONGEST {
        return Some(format!("{} bytes took {took:?}", input.len()));
    }
    (asked.bytes_max > most)
        .then(|| format!("{} bytes took {} bytes of memory", input.len(), asked.bytes_max))
}

fn check(reader: &Reader) {
    let mut known: Vec<_> = fs::read_dir(findings(reader.name)).into_iter().flatten().flatten().collect();
    known.sort_by_key(fs::DirEntry::path);
    for found in &known {
        let input = fs::read(found.path()).unwrap();
        assert_eq!(fault(reader, &input), None, "{}", found.path().display());
    }
    let corpus = corpus::of(reader.kind);
    for input in &corpus {
        assert_eq!(fault(reader, input), None, "{}", String::from_utf8_lossy(input));
    }
    let began = Instant::now();
    // What is packed takes its time to be unpacked, read and compared.
    let cases = if reader.kind == Kind::Sheet { cases().div_ceil(10) } else { cases() };
    for case in 0..cases {
        let mut dice = Dice::new(case ^ u64::from(reader.name.as_bytes()[0]) << 40);
        let input = mutate::made(&mut dice, reader.kind, &corpus);
        if let Some(fault) = fault(reader, &input) {
            let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{case}", reader.name));
            fs::write(&place, &input).unwrap();
            panic!("{}, case {case}, kept in {}: {fault}", reader.name, place.display());
        }
    }
    println!("{}: {} cases in {:.1?}, {} findings kept", reader.name, cases, began.elapsed(), known.len());
}

macro_rules! readers {
    ($($test:ident: $name:literal, $kind:ident, $read:path;)*) => { $(
        #[test]
        fn $test() {
            check(&Reader { name: $name, kind: Kind::$kind, read: $read });
        }
    )* };
}

readers! {
    a_stored_plan_is_read_or_set_aside_as_it_is: "stored", Stored, readers::stored;
    a_record_of_the_durable_place_is_whole_or_damaged: "record", Record, readers::record;
    a_file_is_a_plan_or_refused_in_a_sentence: "file", File, readers::file;
    a_calendar_file_brings_days_or_a_reason: "calendar", Calendar, readers::calendar;
    words_of_a_wait_are_understood_or_a_problem_with_a_place: "wait", Wait, readers::wait;
    a_list_comes_to_steps_that_the_plan_takes: "list", List, readers::list;
    a_set_of_holidays_is_read_or_refused: "holidays", Holidays, readers::holidays;
    an_answer_of_the_worker_is_read_or_refused: "answer", Answer, readers::answer;
    what_a_link_holds_is_read_or_refused: "link", Link, readers::link;
    a_spreadsheet_is_compared_or_refused: "sheet", Sheet, readers::sheet;
    what_a_server_says_of_a_list_ends_a_round: "team", Team, readers::team;
    a_record_of_people_is_read_or_said_to_be_damaged: "people", People, people::record;
    a_file_of_people_is_read_or_refused_in_a_sentence: "roster-file", RosterFile, people::file;
}
