//! The ready-made holidays of a country, as they lie beside the app.

use std::{error, fmt};

use chrono::Datelike;

use crate::calendar::iso_date;
use crate::plan::{Holiday, HolidaySet, Line};
use crate::store::wire::{Fields, File, Found, number, word};
use crate::store::{Fault, Unreadable};

/// What such a file says of itself.
const FORMAT: &str = "followthrough-holidays";

const VERSION: u64 = 1;

/// A set of holidays to be taken into a plan, with what is to be known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadySet {
    /// The days from the year asked for on.
    pub set: HolidaySet,
    /// Where they come from.
    pub source: String,
    /// What is uncertain about them, if anything.
    pub notice: Option<String>,
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
    add: Vec<Holiday>,
    drop: Vec<Holiday>,
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
        let notice = file.option("notice", word)?;
        let mut days = file.field("days")?.list(named_day)?;
        let regions = file.field("regions")?.list(region)?;
        if country != code {
            let Some(region) = regions.into_iter().find(|region| region.code == code) else {
                return Ok(None);
            };
            name = format!("{name}: {}", region.name);
            days.retain(|day| region.drop.iter().all(|dropped| dropped.date != day.date));
            days.extend(region.add);
            days.sort_by_key(|day| day.date);
        }
        days.retain(|day| day.date.year() >= since);
        let set = HolidaySet { code: Line::fitted(code), name: Line::fitted(&name), through, days };
        Ok(Some(ReadySet { set, source, notice }))
    })?
    .ok_or(HolidayFileError::NoSuchRegion)
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
        Ok(Region {
            code: region.word("code")?,
            name: region.word("name")?,
            add: region.field("add")?.list(named_day)?,
            drop: region.field("drop")?.list(|day| day_of(&word::<String>(day)?, ""))?,
        })
    })
}

/// `["2026-01-01", "New Year's Day"]`.
fn named_day(found: Found<'_>) -> Result<Holiday, Box<Fault>> {
    match found.list(word::<String>)?.as_slice() {
        [date, name] => day_of(date, name),
        _ => Err(Box::new(Fault::new("days", "each must be a date with a name"))),
    }
}

fn day_of(date: &str, name: &str) -> Result<Holiday, Box<Fault>> {
    let day = iso_date(date).map(|date| Holiday { date, name: Line::fitted(name) });
    day.ok_or_else(|| Box::new(Fault::new("days", format_args!("“{date}” is no date"))))
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
            r#"{{"format":"followthrough-holidays","version":1,"source":"us","code":"XX","name":"Land",
            "from":2020,"through":2040,"days":{days},"regions":{regions}}}"#
        )
    }

    const DAYS: &str = r#"[["2025-01-01","New Year"],["2026-01-01","New Year"],["2026-06-01","Summer"]]"#;

    fn days(set: &HolidaySet) -> Vec<String> {
        set.days.iter().map(|day| format!("{} {}", day.date, day.name)).collect()
    }

    #[test]
    fn a_country_has_its_days_from_the_year_on() {
        let ready = holiday_set(&file(DAYS, "[]"), "XX", 2026).unwrap();
        assert_eq!((ready.set.name.as_str(), ready.set.through), ("Land", 2040));
        assert_eq!(days(&ready.set), ["2026-01-01 New Year", "2026-06-01 Summer"]);
        assert_eq!((ready.source.as_str(), ready.notice), ("us", None));
    }

    #[test]
    fn a_region_adds_and_drops_days() {
        let region =
            r#"[{"code":"XX-A","name":"Hill","add":[["2026-03-03","Hill Day"]],"drop":["2026-06-01"]}]"#;
        let ready = holiday_set(&file(DAYS, region), "XX-A", 2026).unwrap();
        assert_eq!((ready.set.code.as_str(), ready.set.name.as_str()), ("XX-A", "Land: Hill"));
        assert_eq!(days(&ready.set), ["2026-01-01 New Year", "2026-03-03 Hill Day"]);
        let missing = holiday_set(&file(DAYS, region), "XX-B", 2026);
        assert_eq!(missing, Err(HolidayFileError::NoSuchRegion));
    }

    #[test]
    fn what_is_no_file_of_holidays_is_refused() {
        for text in ["", "<!doctype html>", r#"{"format":"followthrough-holidays","version":2}"#, "{}"] {
            let outcome = holiday_set(text, "XX", 2026);
            assert!(matches!(outcome, Err(HolidayFileError::Unreadable(_))), "{text}: {outcome:?}");
        }
        for days in [r#"[["2026-02-30","No Day"]]"#, r#"[["2026-01-01"]]"#, r#"["2026-01-01"]"#] {
            let outcome = holiday_set(&file(days, "[]"), "XX", 2026);
            assert!(matches!(outcome, Err(HolidayFileError::Unreadable(_))), "{days}: {outcome:?}");
        }
    }
}
