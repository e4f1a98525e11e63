//! The people on a plan as a file of their own.

use followthrough::exchange::{
    ImportError, MAX_ROSTER_BYTES, RosterFileError, export_roster, import_json, import_roster,
    without_contact,
};
use followthrough::plan::{Edit, Plan};
use followthrough::roster::{ContactId, Roster, RosterEdit};
use followthrough::store::Unreadable;
use proptest::prelude::*;
use serde_json::json;

use crate::setting::{date, line};
use crate::weeks::some_weeks;
use crate::*;

const FILE: &str = include_str!("../fixtures/roster-v1.json");

fn bakery() -> Plan {
    Plan::blank().edited(Edit::Name(line("My bakery"))).unwrap()
}

fn file(roster: &Roster) -> String {
    export_roster(roster, &bakery(), date("2026-11-23")).unwrap()
}

#[test]
fn a_file_of_version_1_is_made_as_it_was_and_read_to_what_it_says() {
    let made = file(&full_roster());
    assert_eq!(made, FILE);
    let read = import_roster(FILE.as_bytes()).unwrap();
    assert_eq!(read.roster, full_roster());
    assert_eq!((read.plan.as_str(), read.exported_on), ("My bakery", date("2026-11-23")));
    assert_eq!(import_roster(format!("\u{feff}{FILE}").as_bytes()).unwrap(), read);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_people_come_back_from_their_file_and_make_it_again(seed in any::<u64>()) {
        let (workspace, today) = some_weeks(seed);
        let made = export_roster(&workspace.roster, &workspace.plan, today).unwrap();
        let read = import_roster(made.as_bytes()).unwrap();
        prop_assert_eq!(&read.roster, &*workspace.roster);
        prop_assert_eq!(export_roster(&read.roster, &workspace.plan, today).unwrap(), made);
    }
}

#[test]
fn a_file_without_somebody_is_that_of_the_others() {
    let all = file(&full_roster());
    let ids: Vec<_> = full_roster().contacts().map(|contact| contact.id).collect();
    for id in &ids {
        let others = full_roster().edited(RosterEdit::Remove(*id)).unwrap();
        let left = without_contact(&all, *id).unwrap();
        let read = import_roster(left.as_bytes()).unwrap().roster;
        let names = |roster: &Roster| roster.contacts().map(|it| it.name.to_string()).collect::<Vec<_>>();
        assert_eq!(names(&read), names(&others));
        assert_eq!(without_contact(&left, *id), None, "nothing of them is left");
    }
    let none = ids.iter().fold(all.clone(), |file, id| without_contact(&file, *id).unwrap());
    assert_eq!(import_roster(none.as_bytes()).unwrap().roster.count(), 0);
    // A version of steps and somebody's touchpoint have such numbers as well.
    assert_eq!(without_contact(&all, ContactId(4)), None);
    assert_eq!(without_contact("no such file", ContactId(1)), None);
}

/// A sentence or two, with what to do next.
#[track_caller]
fn refused(bytes: &[u8], expected: &str) -> RosterFileError {
    let error = import_roster(bytes).unwrap_err();
    let said = error.to_string();
    assert!(said.contains(expected), "{said}");
    assert!(said.ends_with('.') && said.len() < 600 && !said.contains(char::is_control), "{said}");
    error
}

#[test]
fn what_is_no_file_of_people_is_refused_in_a_sentence_with_a_next_step() {
    let plan = include_str!("../fixtures/export-v4.json");
    let not_ours = "it is not a file of people of Followthrough. Choose a file";
    refused(b"", "This file is empty. Choose a file that was exported with “Export people”.");
    refused(" \n\u{feff}".as_bytes(), "This file is empty.");
    refused(&[0xff, 0xfe, 0], "This file is not text");
    refused(b"[]", not_ours);
    refused(plan.as_bytes(), not_ours);
    refused(PEOPLE.as_bytes(), not_ours);
    refused(b"name,phone\nZoe,1", "line 1 cannot be read. Choose a file");
    let too_large = vec![b' '; MAX_ROSTER_BYTES + 1];
    assert_eq!(refused(&too_large, "than one file of 32 MB holds"), RosterFileError(ImportError::TooLarge));
    let newer = FILE.replacen("\"version\": 1", "\"version\": 2", 1);
    let error = refused(newer.as_bytes(), "made by a newer Followthrough (format 2). Reload this page");
    assert_eq!(error, RosterFileError(ImportError::Unreadable(Unreadable::NewerVersion(2))));
    for version in ["0", "-1", "\"1\"", "1.5", "null"] {
        let other = FILE.replacen("\"version\": 1", &format!("\"version\": {version}"), 1);
        refused(other.as_bytes(), "“version” in it is wrong");
    }
    let said = import_json(FILE.as_bytes()).unwrap_err().to_string();
    assert!(said.contains("it is not a plan of Followthrough"), "a file of people is no plan: {said}");
}

#[test]
fn a_file_of_people_cut_at_any_byte_is_refused() {
    let text = FILE.trim_end();
    for end in 0..text.len() {
        let error = import_roster(&text.as_bytes()[..end]).unwrap_err().to_string();
        assert!(error.ends_with('.'), "cut at {end}: {error}");
    }
    println!("{} cuts of a file, none taken for people", text.len());
}

#[test]
fn what_is_wrong_in_a_file_is_named_by_its_place() {
    let tree: serde_json::Value = serde_json::from_str(FILE).unwrap();
    for (place, value, expected) in [
        ("/roster/contacts/0/name", json!("x".repeat(201)), "“roster.contacts[0].name”"),
        (
            "/roster/contacts/0/country",
            json!("XX"),
            "“roster.contacts[0].country” in it is wrong: there is no such",
        ),
        ("/roster/contacts/0/enrolments/0/version", json!(5), "“roster.contacts[0].enrolments”"),
        ("/roster/contacts/2/id", json!(2), "“roster.contacts[2].id”"),
        ("/roster/contacts/3/id", json!(4_000_000_000_u32), "“roster.contacts[3].id”"),
        ("/roster/contacts/2/touchpoints/0/id", json!(4_000_000_000_u32), "“roster.contacts[2].touchpoints”"),
        ("/roster/lastContact", json!(4_000_000_000_u32), "“roster.lastContact”"),
        ("/roster/countries/0/through", json!("x"), "“roster.countries[0].through”"),
        ("/exportedOn", json!("yesterday"), "“exportedOn”"),
    ] {
        let mut changed = tree.clone();
        *changed.pointer_mut(place).unwrap() = value;
        refused(changed.to_string().as_bytes(), expected);
    }
}
