//! The ready-made holidays of a country, as they lie beside the app.

use crate::calendar::sort_by_number;
use std::{error, fmt};

use chrono::{Datelike, NaiveDate};

use crate::calendar::iso_date;
use crate::plan::{Holiday, HolidaySet, Line};
use crate::store::wire::{Fields, File, Found, number, word};
use crate::store::{Fault, Unreadable};

/// What such a file says of itself.
const FORMAT: &str = "followthrough-holidays";

const VERSION: u64 = 2;

/// A set of holidays to be taken into a plan, with what is to be known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadySet {
    /// The days from the year asked for on.
    pub set: HolidaySet,
    /// Where they come from.
    pub source: String,
    /// What they are and what is uncertain about them, in sentences.
    pub notes: Vec<String>,
}

/// Why a file of holidays cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidayFileError {
    /// It is no file of holidays, or a damaged one.
    Unreadable(Unreadable),
    /// It says nothing of the region.
    NoSuchRegion,
}

/// A region of a country: what it adds to the country's days and what it drops.
struct Region {
    code: String,
    name: String,
    /// What its set is, and what is to be known of it.
    notes: Vec<String>,
    add: Vec<Holiday>,
    drop: Vec<NaiveDate>,
}

/// Reads the days of a country or of a region of it from the country's file, from a year on.
///
/// # Errors
/// [`HolidayFileError`] where the text is no such file, or not of that country.
pub fn holiday_set(text: &str, code: &str, since: i32) -> Result<ReadySet, HolidayFileError> {
    read_file(text, |file| {
        let (source, country) = (file.word("source")?, file.word::<String>("code")?);
        let mut name: String = file.word("name")?;
        let (_, through): (i32, i32) = (number(file.field("from")?)?, number(file.field("through")?)?);
        let mut notes = vec![file.word("kind")?];
        let of_whole: Vec<String> = file.field("whole")?.list(word)?;
        let of_all: Vec<String> = file.field("notes")?.list(word)?;
        let mut days = in_order(file.field("days")?.list(named_days)?);
        let mut worked: Vec<NaiveDate> = file.field("worked")?.list(day)?;
        let regions = file.field("regions")?.list(region)?;
        if country == code {
            notes.extend(of_whole);
        } else {
            let Some(region) = regions.into_iter().find(|region| region.code == code) else {
                return Ok(None);
            };
            name = format!("{name}: {}", region.name);
            notes = region.notes;
            days.retain(|day| !region.drop.contains(&day.date));
            days = in_order(vec![days, region.add]);
        }
        notes.extend(of_all);
        days.retain(|day| day.date.year() >= since);
        worked.retain(|day| day.year() >= since);
        let set = HolidaySet { code: Line::fitted(code), name: Line::fitted(&name), through, days, worked };
        Ok(Some(ReadySet { set, source, notes }))
    })?
    .ok_or(HolidayFileError::NoSuchRegion)
}

/// All days in order of their dates.
fn in_order(days: Vec<Vec<Holiday>>) -> Vec<Holiday> {
    let mut days = days.concat();
    sort_by_number(&mut days, |day| day.date.to_epoch_days().into());
    days
}

/// Reads a file of this format behind its head.
pub(super) fn read_file<T>(
    text: &str,
    read: impl FnOnce(&mut Fields<'_>) -> Result<T, Box<Fault>>,
) -> Result<T, HolidayFileError> {
    let file = File::read(text).map_err(HolidayFileError::Unreadable)?;
    let why = match (file.format.as_str(), file.version) {
        (FORMAT, VERSION) => match file.rest(read) {
            Ok(value) => return Ok(value),
            Err(fault) => fault.into(),
        },
        (FORMAT, newer) => Unreadable::NewerVersion(newer),
        _ => Unreadable::NotOurs,
    };
    Err(HolidayFileError::Unreadable(why))
}

fn region(found: Found<'_>) -> Result<Region, Box<Fault>> {
    found.object(|region| {
        let (code, name) = (region.word("code")?, region.word("name")?);
        let mut notes = vec![region.word("kind")?];
        notes.extend(region.field("notes")?.list(word::<String>)?);
        let add = region.field("add")?.list(named_days)?.concat();
        Ok(Region { code, name, notes, add, drop: region.field("drop")?.list(day)? })
    })
}

/// `["New Year's Day", "2026-01-01", "2027-01-01"]`.
fn named_days(found: Found<'_>) -> Result<Vec<Holiday>, Box<Fault>> {
    match found.list(word::<String>)?.split_first() {
        Some((name, dates)) if !dates.is_empty() => {
            let of_name = |date: &String| Ok(Holiday { date: date_of(date)?, name: Line::fitted(name) });
            dates.iter().map(of_name).collect()
        }
        _ => Err(Box::new(Fault::new("days", "each must be a name with its dates"))),
    }
}

fn day(found: Found<'_>) -> Result<NaiveDate, Box<Fault>> {
    date_of(&word::<String>(found)?)
}

fn date_of(date: &str) -> Result<NaiveDate, Box<Fault>> {
    iso_date(date).ok_or_else(|| Box::new(Fault::new("days", format_args!("“{date}” is no date"))))
}

impl fmt::Display for HolidayFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "These holidays cannot be read. Reload this page and try again; you can also add the days by hand below.",
        )
    }
}

impl error::Error for HolidayFileError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(days: &str, regions: &str) -> String {
        format!(
            r#"{{"format":"followthrough-holidays","version":2,"source":"us","code":"XX","name":"Land",
            "from":2020,"through":2040,"kind":"By law.","whole":["Hills differ."],"notes":["By the moon."],
            "days":{days},"worked":["2025-02-01","2026-02-07"],"regions":{regions}}}"#
        )
    }

    const DAYS: &str = r#"[["New Year","2025-01-01","2026-01-01","2027-01-01"],["Summer","2026-06-01"]]"#;

    fn days(set: &HolidaySet) -> Vec<String> {
        set.days.iter().map(|day| format!("{} {}", day.date, day.name)).collect()
    }

    #[test]
    fn a_country_has_its_days_from_the_year_on() {
        let ready = holiday_set(&file(DAYS, "[]"), "XX", 2026).unwrap();
        assert_eq!((ready.set.name.as_str(), ready.set.through), ("Land", 2040));
        assert_eq!(days(&ready.set), ["2026-01-01 New Year", "2026-06-01 Summer", "2027-01-01 New Year"]);
        assert_eq!(ready.set.worked, ["2026-02-07".parse().unwrap()]);
        assert_eq!(ready.source, "us");
        assert_eq!(ready.notes, ["By law.", "Hills differ.", "By the moon."]);
    }

    #[test]
    fn a_region_adds_and_drops_days_and_says_what_it_is_itself() {
        let region = r#"[{"code":"XX-A","name":"Hill","kind":"By hill.","notes":["Ask."],
            "add":[["Hill Day","2026-03-03"]],"drop":["2026-06-01"]}]"#;
        let ready = holiday_set(&file(DAYS, region), "XX-A", 2026).unwrap();
        assert_eq!((ready.set.code.as_str(), ready.set.name.as_str()), ("XX-A", "Land: Hill"));
        assert_eq!(days(&ready.set), ["2026-01-01 New Year", "2026-03-03 Hill Day", "2027-01-01 New Year"]);
        assert_eq!(ready.notes, ["By hill.", "Ask.", "By the moon."]);
        let missing = holiday_set(&file(DAYS, region), "XX-B", 2026);
        assert_eq!(missing, Err(HolidayFileError::NoSuchRegion));
    }

    #[test]
    fn what_is_no_file_of_holidays_is_refused() {
        for text in ["", "<!doctype html>", r#"{"format":"followthrough-holidays","version":3}"#, "{}"] {
            let outcome = holiday_set(text, "XX", 2026);
            assert!(matches!(outcome, Err(HolidayFileError::Unreadable(_))), "{text}: {outcome:?}");
        }
        for days in [r#"[["No Day","2026-02-30"]]"#, r#"[["New Year"]]"#, "[[]]", r#"["2026-01-01"]"#] {
            let outcome = holiday_set(&file(days, "[]"), "XX", 2026);
            assert!(matches!(outcome, Err(HolidayFileError::Unreadable(_))), "{days}: {outcome:?}");
        }
    }
}
