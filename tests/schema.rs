//! What our files look like, said as JSON Schemas in `assets/schema`, which the site has beside it.
//!
//! `UPDATE_DOCS=1 cargo test --no-default-features --test schema` writes them anew; `scripts/schema` has `ajv` hold files
//! against them.

#![cfg(test)]

mod fixtures;

#[path = "fixtures/full_roster.rs"]
mod full_roster;

#[path = "simulated_quarter/chance.rs"]
mod chance;

#[path = "simulated_quarter/events.rs"]
#[allow(dead_code)]
mod events;

#[path = "simulated_quarter/setting.rs"]
mod setting;

#[path = "simulated_quarter/weeks.rs"]
mod weeks;

use std::fs;
use std::path::{Path, PathBuf};

use fixtures::edits::plans;
use fixtures::{date, full_plan};
use followthrough::exchange::{export_json, export_roster, import_json, plan_schema, roster_schema};
use followthrough::plan::Plan;
use followthrough::schedule::Schedule;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;

const TODAY: &str = "2026-11-22";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema")
}

#[test]
fn the_schemas_beside_the_site_are_as_the_records_say() {
    for (name, schema) in [("plan", plan_schema()), ("roster", roster_schema())] {
        let path = folder().join(format!("{name}.schema.json"));
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&path, &schema).unwrap();
        }
        let old = format!("{path:?} is old: UPDATE_DOCS=1 cargo test --no-default-features --test schema");
        assert!(fs::read_to_string(&path).is_ok_and(|written| written == schema), "{old}");
    }
}

/// The names of the fields of a record in a schema.
fn fields(schema: &Value, record: &str) -> Vec<String> {
    schema["$defs"][record]["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn a_schema_names_what_a_file_says_and_refers_to_nothing_else() {
    let schema: Value = serde_json::from_str(&plan_schema()).unwrap();
    let file: Value = serde_json::from_str(&json(&full_plan())).unwrap();
    // It uses every field, but one is as usual.
    let mut named = fields(&schema, "Plan");
    named.retain(|name| name != "plainDays");
    assert_eq!(named, file["plan"].as_object().unwrap().keys().cloned().collect::<Vec<_>>());
    for schema in [schema, serde_json::from_str(&roster_schema()).unwrap()] {
        let text = schema.to_string();
        let named = text.split("\"#/$defs/").skip(1).map(|rest| rest.split('"').next().unwrap());
        let mut named: Vec<_> = named.collect();
        named.sort_unstable();
        named.dedup();
        let defined: Vec<_> = schema["$defs"].as_object().unwrap().keys().collect();
        assert_eq!(named, defined);
    }
}

#[test]
fn a_number_says_how_far_it_goes_and_a_word_which_there_are() {
    let schema: Value = serde_json::from_str(&plan_schema()).unwrap();
    let step = &schema["$defs"]["Step"];
    assert_eq!(step["required"], serde_json::json!(["id", "what", "delay", "readiness"]));
    assert_eq!(step["properties"]["what"], serde_json::json!({"type": "string", "maxLength": 200}));
    let delay = &step["properties"]["delay"];
    assert_eq!(delay["properties"]["count"]["maximum"], 999);
    let mark = schema["$defs"]["Run"]["properties"]["marks"].to_string();
    assert!(mark.contains(r#"{"enum":["done","skipped","tried"]}"#), "{mark}");
}

fn json(plan: &Plan) -> String {
    export_json(plan, &Schedule::on(plan, date(TODAY)), date(TODAY))
}

/// Writes plans and rosters for `scripts/schema` into the folder that `SCHEMA_OUT` names.
#[test]
#[ignore = "it writes files for scripts/schema"]
fn files_for_a_validator() {
    let out = PathBuf::from(std::env::var_os("SCHEMA_OUT").expect("SCHEMA_OUT names a folder"));
    let write = |kind: &str, name: &str, text: &str| {
        fs::write(out.join(format!("{kind}-{name}.json")), text).unwrap();
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Files of older versions as they are written today.
    let older = (1..=3).map(|version| format!("tests/fixtures/export-v{version}.json"));
    for (at, path) in older.chain(["assets/example.json".to_owned()]).enumerate() {
        let plan = import_json(&fs::read(root.join(path)).unwrap()).unwrap();
        write("plan", &format!("older-{at}"), &json(&plan));
    }
    write("plan", "full", &json(&full_plan()));
    let full = export_roster(&full_roster::full_roster(), &full_plan(), date(TODAY)).unwrap();
    write("roster", "full", &full);
    let mut runner = TestRunner::deterministic();
    let strategy = plans();
    for number in 0..200 {
        write("plan", &number.to_string(), &json(&strategy.new_tree(&mut runner).unwrap().current()));
        let (workspace, today) = weeks::some_weeks(number);
        let roster = export_roster(&workspace.roster, &workspace.plan, today).unwrap();
        write("roster", &number.to_string(), &roster);
    }
}
