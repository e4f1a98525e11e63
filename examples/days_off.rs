//! Prints the days off that calendar files mean: `cargo run --example days_off -- 2027 2029 a.ics b.ics`.
//!
//! A line a file: its path, a tab, its days. A day with a question mark is offered without a tick.

use std::error::Error;
use std::{env, fs};

use followthrough::exchange::{DayKind, FoundDay, read_holidays};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let mut year = || args.next().ok_or("Say the first and the last year, then the files.");
    let years = year()?.parse()?..=year()?.parse()?;
    for path in args {
        let said = match read_holidays(&fs::read(&path)?, years.clone()) {
            Ok(found) => found.days.iter().map(day).collect::<Vec<_>>().join(" "),
            Err(error) => error.to_string(),
        };
        println!("{path}\t{said}");
    }
    Ok(())
}

fn day(day: &FoundDay) -> String {
    let mark = if day.kind == DayKind::Off { "" } else { "?" };
    format!("{}{mark}", day.date)
}
