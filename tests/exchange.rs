//! Plans go out as files and come back, and whatever else is offered is refused in one clear sentence.

#![cfg(test)]

mod fixtures;

use fixtures::edits::{HOSTILE, plans};
use fixtures::{date, full_plan, full_plan_v1, full_plan_v2, full_plan_v3, line};
use followthrough::exchange::{ImportError, MAX_BYTES, export_json, import_json};
use followthrough::plan::{Audience, Edit, Plan};
use followthrough::schedule::Schedule;
use proptest::prelude::*;
use serde_json::{Value, json};

const EXPORTED: &str = include_str!("fixtures/export-v4.json");
const STORED: &str = include_str!("fixtures/plan-v4.json");
const EXPORTED_V3: &str = include_str!("fixtures/export-v3.json");
const EXPORTED_V2: &str = include_str!("fixtures/export-v2.json");
const EXPORTED_V1: &str = include_str!("fixtures/export-v1.json");
const CHOOSE: &str = "Choose a file that was exported with “Export JSON”.";
const SET_RIGHT: &str = "Set that right in the file, or export the plan once more.";

fn exported(plan: &Plan) -> String {
    export_json(plan, &Schedule::of(plan), date("2026-11-22"))
}

fn refusal(bytes: impl AsRef<[u8]>) -> String {
    import_json(bytes.as_ref()).unwrap_err().to_string()
}

/// The exported file with one value put in another's place.
fn with(pointer: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(EXPORTED).unwrap();
    *file.pointer_mut(pointer).unwrap() = value;
    file.to_string()
}

// Out and back.

#[test]
fn the_exported_file_is_the_reference_file() {
    assert_eq!(exported(&full_plan()), EXPORTED);
}

#[test]
fn an_exported_file_comes_back_as_the_same_plan() {
    assert_eq!(import_json(EXPORTED.as_bytes()), Ok(full_plan()));
    assert_eq!(import_json(EXPORTED_V3.as_bytes()), Ok(full_plan_v3()));
    assert_eq!(import_json(EXPORTED_V2.as_bytes()), Ok(full_plan_v2()));
    assert_eq!(import_json(EXPORTED_V1.as_bytes()), Ok(full_plan_v1()));
    assert_eq!(import_json(format!("\u{feff}{EXPORTED}").as_bytes()), Ok(full_plan()));
    assert_eq!(import_json(exported(&Plan::blank()).as_bytes()), Ok(Plan::blank()));
}

#[test]
fn an_envelope_taken_from_the_storage_is_read_too() {
    assert_eq!(import_json(STORED.as_bytes()), Ok(full_plan()));
}

#[test]
fn the_schedule_in_a_file_is_not_believed() {
    for schedule in [json!(null), json!({ "prospect": [{ "due": "1066-10-14" }] }), json!("none")] {
        assert_eq!(import_json(with("/schedule", schedule).as_bytes()), Ok(full_plan()));
    }
}

#[test]
fn a_plan_without_dates_is_exported_without_dates() {
    let plan = Plan::blank().edited(Edit::AddStep { audience: Audience::Prospect, before: None }).unwrap();
    let file: Value = serde_json::from_str(&exported(&plan)).unwrap();
    let undated = json!({ "number": 1, "what": "", "when": "on the start date", "planned": null, "due": null, "state": "open", "who": null, "channel": null });
    assert_eq!(file["schedule"], json!({ "prospect": [undated], "customer": [] }));
}

#[test]
fn hostile_texts_come_back_as_they_were_typed() {
    for text in HOSTILE {
        let plan = Plan::blank().edited(Edit::Name(line(text))).unwrap();
        assert_eq!(import_json(exported(&plan).as_bytes()), Ok(plan), "{text:?}");
    }
}

#[test]
fn control_characters_in_a_file_fall_away_as_they_do_in_a_field() {
    let plan = import_json(with("/plan/name", json!("a\u{1}b\u{7}c")).as_bytes()).unwrap();
    assert_eq!(plan.name, line("abc"));
}

// What is refused, in whole sentences.

#[test]
fn a_file_with_nothing_or_no_text_in_it_is_refused() {
    let picture = [0x89, b'P', b'N', b'G', 0xff, 0xfe];
    assert_eq!(refusal(""), format!("This file is empty. {CHOOSE}"));
    assert_eq!(refusal("\u{feff} \r\n"), format!("This file is empty. {CHOOSE}"));
    assert_eq!(refusal(picture), format!("This file is not text, so it cannot be a plan. {CHOOSE}"));
}

#[test]
fn what_is_no_plan_is_refused_with_a_next_step() {
    let cut: String = EXPORTED.split_inclusive('\n').take(100).collect();
    for (file, why, next) in [
        (
            "Dear all,\nplease see".into(),
            "it is no plan of this planner, or only part of one: line 1 cannot be read",
            CHOOSE,
        ),
        (
            EXPORTED.replace("\"own\"", "own"),
            "it is no plan of this planner, or only part of one: line 6 cannot be read",
            CHOOSE,
        ),
        (cut, "it ends too early, in line 101", "It may not have been copied whole: export it once more."),
        ("{\"name\":\"x\"}".into(), "it is not a plan of Followthrough", CHOOSE),
        ("[1,2]".into(), "it is not a plan of Followthrough", CHOOSE),
        (with("/format", json!("followthrough-tasks")), "it is not a plan of Followthrough", CHOOSE),
        (
            with("/version", json!(5)),
            "it was made by a newer Followthrough (format 5)",
            "Reload this page to get the newest version, then try again.",
        ),
    ] {
        assert_eq!(refusal(&file), format!("This file cannot be imported: {why}. {next}"), "{file:.200}");
    }
}

#[test]
fn a_file_beyond_5_mb_is_refused_before_it_is_read() {
    assert_eq!(import_json(&vec![b'['; MAX_BYTES + 1]), Err(ImportError::TooLarge));
    assert_eq!(
        refusal(vec![0xff; 50_000_000]),
        format!("This file is larger than 5 MB, more than can be imported. {CHOOSE}")
    );
    let mut padded = EXPORTED.to_owned();
    padded.push_str(&" ".repeat(MAX_BYTES - padded.len()));
    assert_eq!(import_json(padded.as_bytes()), Ok(full_plan()));
}

#[test]
fn a_wrong_field_is_named_with_what_is_wrong_with_it() {
    let step = json!({
        "id": 99, "what": "", "delay": { "count": 1, "unit": "weeks", "from": "start" }, "readiness": "ready"
    });
    let many = |count: u32, thing: fn(u32) -> Value| Value::Array((0..count).map(thing).collect());
    for (pointer, value, place, problem) in [
        ("/version", json!("one"), "version", "it must be a whole number from 1 on"),
        ("/version", json!(1.5), "version", "it must be a whole number from 1 on"),
        ("/exportedOn", json!("yesterday"), "exportedOn", "it must be a date such as 2026-11-23"),
        ("/plan", json!(null), "plan", "it must be an object in braces"),
        ("/plan/name", json!("x".repeat(203)), "plan.name", "it has 203 characters, 3 more than fit"),
        ("/plan/name", json!(5), "plan.name", "it must be text in quotes"),
        ("/plan/name", json!("a\u{0}b"), "plan.name", "there is a character in it that is no text (NUL)"),
        (
            "/plan/sequences/prospect/steps/3/delay/direction",
            json!("sideways"),
            "plan.sequences.prospect.steps[3].delay.direction",
            "it must be one of after, before",
        ),
        (
            "/plan/sequences/prospect/steps/2/window/latest/count",
            json!(1000),
            "plan.sequences.prospect.steps[2].window.latest",
            "a length goes from 0 to 999",
        ),
        (
            "/plan/leftAlone/0/fingerprint",
            json!("facts-7"),
            "plan.leftAlone[0].fingerprint",
            "it must be a fingerprint such as facts-0f3a9c01",
        ),
        ("/plan/dealValue", json!("1,200"), "plan.dealValue", "it must be an amount such as 1200 or 1200.50"),
        (
            "/plan/currency",
            json!("euro"),
            "plan.currency",
            "it must be a currency code of three capital letters, such as EUR",
        ),
        (
            "/plan/contactsAMonth",
            json!(-1),
            "plan.contactsAMonth",
            "it must be a whole number, not too large",
        ),
        (
            "/plan/reasons/4",
            json!("whim"),
            "plan.reasons[4]",
            "it must be one of new-tools, customer-knowledge, new-products, new-know-how, age",
        ),
        ("/plan/goals/2/idea", json!("luck"), "plan.goals[2].idea", "there is no goal idea of this name"),
        (
            "/plan/goals/25/actions/0/measure/by",
            json!("2400-01-01"),
            "plan.goals[25].actions[0].measure.by",
            "dates go from 1800-01-01 to 2399-12-31",
        ),
        (
            "/plan/sequences/prospect/steps/3/delay/count",
            json!(1000),
            "plan.sequences.prospect.steps[3].delay",
            "a delay counts from 0 to 999, and back only from an event or a date",
        ),
        (
            "/plan/sequences/prospect/steps/3/who",
            json!("nobody"),
            "plan.sequences.prospect.steps[3].who",
            "it must be myself, co-worker, assistant, automation, vendor or a person",
        ),
        ("/plan/workWeek", json!("1111111"), "plan.workWeek", "at least one day of the week must be worked"),
        (
            "/plan/holidays/1/date",
            json!("2026-2-3"),
            "plan.holidays[1].date",
            "it must be a date such as 2026-11-23",
        ),
        (
            "/plan/holidays/1/date",
            json!("2026-12-25"),
            "plan.holidays",
            "they must be in order of date, one a day",
        ),
        ("/plan/people/1/id", json!(90), "plan.people[1].id", "the id 90 is used twice"),
        ("/plan/goals/3/id", json!(45), "plan.sequences.prospect.steps[5].id", "the id 45 is used twice"),
        (
            "/plan/sequences/customer/steps/0",
            with_field(&step, "action", json!(7)),
            "plan.sequences.customer.steps[0].action",
            "there is no such action in the plan",
        ),
        (
            "/plan/sequences/customer/steps/0",
            with_field(&step, "who", json!({ "person": 7 })),
            "plan.sequences.customer.steps[0].who.person",
            "there is no such person in the plan",
        ),
        (
            "/plan/people",
            many(101, |id| json!({ "id": 1000 + id, "name": "" })),
            "plan.people",
            "there are more than 100 of them",
        ),
        (
            "/plan/goals/0/actions",
            many(51, |id| json!({ "id": 200 + id, "text": "" })),
            "plan.goals[0].actions",
            "there are more than 50 of them",
        ),
        ("/plan/goals/0/id", json!(u32::MAX), "plan", "its ids go beyond 1000000000"),
        ("/plan/goals/0/id", json!(1e300), "plan.goals[0].id", "it must be a whole number, not too large"),
        ("/plan/statements", json!({ "prospect": "" }), "plan.statements", "missing field `customer`"),
    ] {
        let sentence =
            format!("This file cannot be imported: “{place}” in it is wrong: {problem}. {SET_RIGHT}");
        assert_eq!(refusal(with(pointer, value)), sentence);
    }
}

fn with_field(object: &Value, name: &str, value: Value) -> Value {
    let mut object = object.clone();
    object[name] = value;
    object
}

#[test]
fn what_is_unknown_twice_or_beyond_measure_is_refused() {
    let twice = EXPORTED.replace("\"origin\": \"own\",", "\"origin\": \"own\", \"origin\": \"own\",");
    assert!(refusal(twice).contains("“plan” in it is wrong: duplicate field `origin`."));
    let unknown = EXPORTED.replace("\"origin\": \"own\",", "\"origin\": \"own\", \"<script>\u{202e}\": 1,");
    assert!(refusal(unknown).contains("unknown field `<script>\u{fffd}`"));
    let huge =
        EXPORTED.replace("\"contactsAMonth\": 40", &format!("\"contactsAMonth\": {}", "9".repeat(400)));
    let said = refusal(huge);
    assert!(said.contains("it is no plan of this planner, or only part of one: line"), "{said}");
}

#[test]
fn a_hundred_thousand_nested_lists_do_no_harm() {
    let nested = "[".repeat(100_000) + &"]".repeat(100_000);
    assert!(refusal(&nested).starts_with("This file cannot be imported: it"));
    assert!(refusal("[".repeat(MAX_BYTES)).starts_with("This file cannot be imported: it"));
    let inside = EXPORTED.replace("\"name\": \"My bakery\"", &format!("\"name\": {nested}"));
    assert!(
        refusal(inside).contains("it is no plan of this planner, or only part of one: line 7 cannot be read")
    );
    let beside = EXPORTED.replace("\"schedule\": {", &format!("\"schedule\": {nested}, \"x\": {{"));
    assert!(refusal(beside).contains("it is no plan of this planner, or only part of one: line "));
}

#[test]
fn a_file_with_the_highest_ids_is_imported_and_so_is_all_that_becomes_of_it() {
    let highest = with("/plan/goals/0/id", json!(Plan::MAX_ID));
    let mut plan = import_json(highest.as_bytes()).unwrap();
    for edit in [
        Edit::AddGoal(line("One more")),
        Edit::AddPerson(line("Somebody")),
        Edit::AddStep { audience: Audience::Prospect, before: None },
        Edit::AddStep { audience: Audience::Customer, before: None },
    ] {
        plan = plan.edited(edit).unwrap();
        assert_eq!(import_json(exported(&plan).as_bytes()).as_ref(), Ok(&plan));
    }
    let beyond = with("/plan/goals/0/id", json!(Plan::MAX_ID + 1));
    assert!(refusal(beyond).contains("its ids go beyond 1000000000"));
}

// Any plan, any bytes.

/// A sentence or two for a person, on one line, whatever the file holds.
fn is_clear(error: &ImportError) -> bool {
    let said = error.to_string();
    said.starts_with("This file ")
        && said.ends_with('.')
        && said.len() < 2000
        && !said.contains(char::is_control)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_survives_export_and_import(plan in plans()) {
        let file = exported(&plan);
        prop_assert_eq!(&file, &exported(&plan));
        prop_assert_eq!(import_json(file.as_bytes()), Ok(plan));
    }

    #[test]
    fn any_part_of_a_file_is_refused(plan in plans(), part in 0.0..1.0_f64) {
        let file = exported(&plan);
        // Without its last line break the file is whole.
        let end = ((file.len() - 1) as f64 * part) as usize;
        let error = import_json(&file.as_bytes()[..end]).unwrap_err();
        prop_assert!(is_clear(&error), "{}", error);
    }

    #[test]
    fn changed_bytes_give_a_plan_or_a_clear_sentence(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..8),
        is_stored in any::<bool>(),
    ) {
        let mut bytes = if is_stored { STORED } else { EXPORTED }.as_bytes().to_vec();
        for (at, byte, is_inserted) in changes {
            let at = at.index(bytes.len());
            if is_inserted { bytes.insert(at, byte) } else { bytes[at] = byte }
        }
        match import_json(&bytes) {
            Ok(plan) => prop_assert_eq!(import_json(exported(&plan).as_bytes()), Ok(plan)),
            Err(error) => prop_assert!(is_clear(&error), "{}", error),
        }
    }

    #[test]
    fn any_text_gives_a_clear_sentence(text in any::<String>(), bytes in any::<Vec<u8>>()) {
        for bytes in [text.as_bytes(), &bytes] {
            let error = import_json(bytes).unwrap_err();
            prop_assert!(is_clear(&error), "{}", error);
        }
    }
}
