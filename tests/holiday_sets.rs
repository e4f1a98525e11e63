//! The ready-made holiday sets: their form, and their days against rules taken from the laws.

#![cfg(test)]

#[path = "holiday_sets/laws.rs"]
mod laws;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use followthrough::calendar::iso_date;
use followthrough::exchange::{Listed, ReadySet, holiday_list, holiday_set};
use followthrough::plan::{Edit, Plan};
use serde_json::Value;

const YEARS: std::ops::RangeInclusive<i32> = 2020..=2035;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/holidays").join(name)
}

fn file(name: &str) -> Value {
    let path = path(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn text<'a>(of: &'a Value, field: &str) -> &'a str {
    of[field].as_str().unwrap_or_else(|| panic!("{field} in {of:.80}"))
}

fn list<'a>(of: &'a Value, field: &str) -> &'a [Value] {
    of[field].as_array().unwrap_or_else(|| panic!("{field} in {of:.80}"))
}

fn date(of: &Value) -> NaiveDate {
    of.as_str().and_then(iso_date).unwrap_or_else(|| panic!("{of} is no date"))
}

/// Names with their dates: each of a year of the set, none twice.
fn days(of: &Value, field: &str, years: (i64, i64)) -> BTreeSet<NaiveDate> {
    let mut days = BTreeSet::new();
    for named in list(of, field) {
        let [name, dates @ ..] = named.as_array().unwrap().as_slice() else { panic!("{named} has no name") };
        assert!(!name.as_str().unwrap().trim().is_empty() && !dates.is_empty(), "{named}");
        for day in dates.iter().map(date) {
            let year = i64::from(chrono::Datelike::year(&day));
            assert!((years.0..=years.1).contains(&year), "{day} {name}");
            assert!(days.insert(day), "{day} is there once in {field} of {}", text(of, "code"));
        }
    }
    days
}

fn years(of: &Value) -> (i64, i64) {
    (of["from"].as_i64().unwrap(), of["through"].as_i64().unwrap())
}

/// The days of a country, or of a region of it.
fn set(code: &str) -> BTreeSet<NaiveDate> {
    let country = file(&format!("{}.json", &code[..2]));
    let mut set = days(&country, "days", years(&country));
    if code.len() > 2 {
        let region = list(&country, "regions").iter().find(|region| text(region, "code") == code).unwrap();
        for dropped in list(region, "drop") {
            assert!(set.remove(&date(dropped)), "{code} drops a day of its country");
        }
        set.extend(days(region, "add", years(&country)));
    }
    set
}

#[test]
fn every_set_is_well_formed_and_listed() {
    let index = file("index.json");
    let countries = list(&index, "countries");
    assert!(countries.len() >= 60, "{} countries", countries.len());
    assert!(countries.is_sorted_by_key(|country| text(country, "name")));
    for listed in countries {
        let code = text(listed, "code");
        let country = file(&format!("{code}.json"));
        assert_eq!((text(&country, "code"), text(&country, "name")), (code, text(listed, "name")));
        assert_eq!(
            (text(&country, "format"), &country["version"]),
            ("followthrough-holidays", &index["version"])
        );
        let national = days(&country, "days", years(&country));
        let names: Vec<_> = list(&country, "regions").iter().map(|region| text(region, "name")).collect();
        assert_eq!(names, list(listed, "regions").iter().map(|it| text(it, "name")).collect::<Vec<_>>());
        for region in list(&country, "regions") {
            assert!(days(region, "add", years(&country)).is_disjoint(&national), "{}", text(region, "code"));
            set(text(region, "code"));
        }
    }
    let files = fs::read_dir(path("")).unwrap();
    let sets = files.filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".json")
    });
    assert_eq!(sets.count(), countries.len() + 1);
}

#[test]
fn every_set_that_is_listed_can_be_taken_into_a_plan() {
    let index = fs::read_to_string(path("index.json")).unwrap();
    let listed = holiday_list(&index).unwrap();
    assert!(listed.len() > 700, "{} sets", listed.len());
    let (mut text, mut name) = (String::new(), String::new());
    for it in &listed {
        if name != it.file() {
            name = it.file();
            text = fs::read_to_string(path(&name)).unwrap();
        }
        let ready =
            holiday_set(&text, &it.code, 2025).unwrap_or_else(|error| panic!("{}: {error:?}", it.code));
        let days: Vec<_> = ready.set.days.iter().map(|day| day.date).collect();
        let expected = set(&it.code).into_iter().filter(|day| chrono::Datelike::year(day) >= 2025);
        assert_eq!(days, expected.collect::<Vec<_>>(), "{}", it.code);
        let through = years(&serde_json::from_str(&text).unwrap()).1;
        assert_eq!((ready.set.name.as_str(), i64::from(ready.set.through)), (it.name.as_str(), through));
        assert!(!ready.source.is_empty());
        assert!(ready.notes.iter().all(|note| note.ends_with('.')) && !ready.notes.is_empty(), "{}", it.code);
        let plan = Plan::blank().edited(Edit::TakeHolidays(ready.set));
        assert!(plan.is_ok(), "{}: {plan:?}", it.code);
    }
}

#[test]
fn the_states_that_trade_most_have_their_regions() {
    let regions = |code: &str| list(&file(&format!("{code}.json")), "regions").len();
    assert!(["US", "CA", "GB", "DE", "ES", "CH", "AU", "IN"].map(regions).iter().all(|count| *count >= 4));
    assert_eq!((regions("US"), regions("GB")), (51, 4));
}

/// The set of that code, as it would be taken.
fn ready(code: &str) -> ReadySet {
    let text = fs::read_to_string(path(&format!("{}.json", &code[..2]))).unwrap();
    holiday_set(&text, code, 2020).unwrap_or_else(|error| panic!("{code}: {error:?}"))
}

/// Which of some days a set has, and which it has not.
#[track_caller]
fn keeps(code: &str, kept: &[&str], worked: &[&str]) {
    let set = set(code);
    for day in kept {
        assert!(set.contains(&day.parse().unwrap()), "{code} keeps {day}");
    }
    for day in worked {
        assert!(!set.contains(&day.parse().unwrap()), "{code} works on {day}");
    }
}

#[track_caller]
fn says(code: &str, sentence: &str) {
    let notes = ready(code).notes;
    assert!(notes.iter().any(|note| note.contains(sentence)), "{code}: {notes:?}");
}

/// The General Holidays Ordinance (Cap. 149) and the Employment Ordinance (Cap. 57).
#[test]
fn hong_kong_keeps_its_general_holidays_and_says_so() {
    let easter = ["2026-04-03", "2026-04-04", "2026-04-06"];
    keeps("HK", &easter, &[]);
    says("HK", "General holidays");
    keeps("HK-STATUTORY", &["2026-04-06"], &["2026-04-03", "2026-04-04"]);
    says("HK-STATUTORY", "Statutory holidays");
}

#[test]
fn in_bavaria_the_fifteenth_of_august_is_a_choice() {
    keeps("DE-BY", &["2026-06-04"], &["2026-08-15"]);
    keeps("DE-BY-CATHOLIC", &["2026-06-04", "2026-08-15"], &[]);
    for code in ["DE-BY", "DE-BY-CATHOLIC"] {
        says(code, "your town says which set is yours");
    }
    keeps("DE-SN", &[], &["2026-06-04"]);
    keeps("DE-SN-CATHOLIC", &["2026-06-04"], &[]);
}

/// Texas Government Code 662.003: partly staffed days and days an office may keep are worked.
#[test]
fn texas_is_without_its_partly_staffed_and_optional_days() {
    let closed = ["2026-01-19", "2026-02-16", "2026-11-27", "2026-12-24"];
    keeps("US-TX", &closed, &["2026-03-02", "2026-03-31", "2026-04-03", "2026-04-21", "2026-08-27"]);
    says("US-TX", "partly staffed are left out");
}

/// California Government Code 6700 and 19853.
#[test]
fn california_works_on_days_that_are_only_observed() {
    keeps("US-CA", &["2027-03-31", "2027-11-26"], &["2028-02-15", "2027-10-29"]);
}

#[test]
fn regions_keep_the_days_that_only_they_have() {
    keeps("FR", &[], &["2026-04-03", "2025-12-26"]);
    keeps("FR-6AE", &["2026-04-03", "2025-12-26"], &[]);
    keeps("FR-57", &["2026-04-03", "2025-12-26"], &[]);
    keeps("AT-9", &["2027-11-15"], &["2027-03-26"]);
    says("AT-9", "many businesses work");
    keeps("IT-MI", &["2026-12-07"], &[]);
    keeps("IT-RM", &["2026-06-29"], &["2026-12-07"]);
    says("IT", "patron days");
    keeps("MY-01", &["2026-02-02"], &[]);
    keeps("MY-13", &["2026-07-22"], &["2026-02-02"]);
}

/// The anniversary days as the government lists them for 2026.
#[test]
fn new_zealand_keeps_the_anniversaries_of_its_regions() {
    let anniversaries = [
        ("NZ-AUK", "2026-01-26"),
        ("NZ-BOP", "2026-01-26"),
        ("NZ-WKO", "2026-01-26"),
        ("NZ-WGN", "2026-01-19"),
        ("NZ-MWT", "2026-01-19"),
        ("NZ-TAS", "2026-02-02"),
        ("NZ-OTA", "2026-03-23"),
    ];
    for (region, day) in anniversaries {
        keeps(region, &[day], &[]);
        keeps("NZ", &[], &[day]);
    }
    // The Matariki days stand in the law until 2052.
    let named = ready("NZ").set.days;
    assert!(named.iter().all(|day| !day.is_estimated()));
}

/// The State Council's notice of November 2025.
#[test]
fn china_works_on_the_weekend_days_that_its_breaks_are_paid_with() {
    let set = ready("CN").set;
    let of_2026 = set.worked.iter().filter(|day| chrono::Datelike::year(*day) == 2026);
    let days: Vec<_> = of_2026.map(NaiveDate::to_string).collect();
    let expected = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"];
    assert_eq!(days, expected);
    says("CN", "known to 2026");
    let plan = Plan::blank().edited(Edit::TakeHolidays(set)).unwrap();
    let is_worked = |plan: &Plan, day: &str| plan.calendar().is_workday(day.parse().unwrap());
    assert!(is_worked(&plan, "2026-02-14") && !is_worked(&plan, "2026-02-20"));
    assert!(!is_worked(&plan, "2026-02-21"));
    let line = |text: &str| followthrough::plan::Line::fitted(text);
    let without = plan.edited(Edit::DropHolidays(line("CN"))).unwrap();
    assert!(!is_worked(&without, "2026-02-14") && is_worked(&without, "2026-02-20"));
}

#[test]
fn days_that_follow_the_moon_are_estimates_beyond_what_is_published() {
    let estimates = |code: &str, name: &str| {
        let days = ready(code).set.days;
        let of_name = days.iter().filter(|day| day.name.as_str().starts_with(name));
        let years = of_name.filter(|day| day.is_estimated());
        years.map(|day| chrono::Datelike::year(&day.date)).min()
    };
    assert_eq!(estimates("CN", "Mid-Autumn Festival"), Some(2027));
    assert_eq!(estimates("KR", "Chuseok"), Some(2027));
    assert_eq!(estimates("CN", "National Day"), None);
    assert_eq!(estimates("SA", "Eid al-Fitr"), Some(2026));
    assert!(estimates("AE", "Eid al-Adha").is_some());
    for fixed in ["IL", "US", "DE", "GR", "JP", "AU", "BR"] {
        assert!(ready(fixed).set.days.iter().all(|day| !day.is_estimated()), "{fixed}");
    }
    says("CN", "not official yet");
}

#[test]
fn the_emirates_are_found_by_their_letters() {
    let listed = holiday_list(&fs::read_to_string(path("index.json")).unwrap()).unwrap();
    let first =
        |typed: &str| Listed::found(&listed, typed).first().map(|it| it.code.clone()).unwrap_or_default();
    let sought = ["UAE", "NSW", "Bayern", "Deutschland", "Holland", "Alsace", "Österreich"];
    let found = sought.map(first);
    assert_eq!(found, ["AE", "AU-NSW", "DE-BY", "DE", "NL", "FR-6AE", "AT"]);
}
