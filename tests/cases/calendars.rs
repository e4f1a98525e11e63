//! The days off that calendar files mean: those that are ticked before anybody chooses.

use std::fs;
use std::path::Path;

use followthrough::exchange::{CalendarDays, DayKind, IcsError, read_holidays};

use crate::{folders, rows};

const DAYS: &str = "days_off_2027_to_2029";

fn days_off(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    match read_holidays(&bytes, 2027..=2029) {
        Ok(CalendarDays { days, .. }) => {
            let off = days.iter().filter(|day| day.kind == DayKind::Off).map(|day| day.date.to_string());
            off.collect::<Vec<_>>().join(" ")
        }
        Err(IcsError::NoDays(_)) => String::new(),
        Err(error) => format!("refused: {error}"),
    }
}

#[test]
fn every_calendar_means_its_days_off() {
    let (mut count, mut wrong) = (0, Vec::new());
    for folder in folders() {
        for row in rows::read(&folder.join("calendars.csv")) {
            count += 1;
            let found = days_off(&folder.join("calendars").join(&row["file"]));
            if found != row[DAYS] {
                wrong.push(format!(
                    "{}: {}\n  right: {}\n  found: {found}",
                    row["file"], row["what it is"], row[DAYS]
                ));
            }
        }
    }
    println!("{count} calendar rows ran in tests/cases");
    assert!(count > 0 && wrong.is_empty(), "\n{}", wrong.join("\n"));
}
