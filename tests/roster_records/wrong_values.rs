//! Every field of every record, with every wrong value in its place: a legal roster, or damage that names the field.

use std::sync::LazyLock;

use followthrough::store::{Damage, Unreadable};
use serde_json::{Value, json};

use crate::trees::{places, wrong_values};
use crate::*;

/// What a record with something wrong in it comes to: damage of that record in words; `None` if it was read as what it
/// says, and then the roster goes round.
fn judged(part: RosterPart, tree: &Value) -> Option<String> {
    static FULL: LazyLock<Records> = LazyLock::new(|| records(&full_roster()));
    let mut kept = FULL.clone();
    kept.insert(part, tree.to_string());
    let found = found(&kept);
    assert_eq!(whole(&records(&found.roster)), found.roster);
    let damaged = found.damage.iter().find(|damaged| damaged.part == part);
    // Elsewhere it may show that countries are gone, or people no longer listed.
    damaged.or(found.damage.first()).map(|damaged| {
        let is_kept = damaged.part != part || damaged.text.as_ref() == Some(&tree.to_string());
        assert!(is_kept, "its text is given back");
        damaged.to_string()
    })
}

fn trees() -> [(RosterPart, Value); 2] {
    [(RosterPart::Surroundings, PEOPLE), (RosterPart::Chunk(0), CONTACTS)]
        .map(|(part, text)| (part, serde_json::from_str(text).unwrap()))
}

#[test]
fn every_field_replaced_by_wrong_values_is_read_rightly_or_named() {
    let (mut tried, mut refused, mut unnamed) = (0, 0, Vec::new());
    for (part, tree) in trees() {
        let mut all = Vec::new();
        places(&tree, "", &mut all);
        for place in &all {
            for value in wrong_values() {
                let mut changed = tree.clone();
                *changed.pointer_mut(place).unwrap() = value;
                tried += 1;
                let Some(sentence) = judged(part, &changed) else { continue };
                refused += 1;
                let last = place.split('/').rfind(|name| name.parse::<usize>().is_err()).unwrap_or_default();
                let is_told = [
                    "not a roster of Followthrough",
                    "newer Followthrough",
                    "are gone",
                    "left over",
                    "are there",
                ]
                .iter()
                .any(|told| sentence.contains(told));
                let is_near = place.split('/').any(|name| name.len() > 2 && sentence.contains(name));
                if !is_told && !sentence.contains(last) && !is_near {
                    unnamed.push(format!("{place}: {sentence}"));
                }
            }
        }
    }
    println!("{tried} wrong values: {refused} refused by name, {} read as what they say", tried - refused);
    assert_eq!(unnamed, [""; 0]);
    assert!(refused > tried / 2);
}

#[test]
fn a_field_more_or_twice_is_never_passed_over() {
    for (part, tree) in trees() {
        let mut all = Vec::new();
        places(&tree, "", &mut all);
        for place in all {
            let mut changed = tree.clone();
            let Some(Value::Object(fields)) = changed.pointer_mut(&place) else { continue };
            fields.insert("unheardOf".to_owned(), json!(1));
            let sentence = judged(part, &changed).unwrap();
            assert!(sentence.contains("unknown field `unheardOf`"), "{place}: {sentence}");
        }
    }
    let twice = CONTACTS.trim_end().replacen("\"name\":", "\"name\":\"Somebody else\",\"name\":", 1);
    let mut kept = records(&full_roster());
    kept.insert(RosterPart::Chunk(0), twice);
    let found = found(&kept);
    assert!(found.damage[0].to_string().contains("duplicate field `name`"), "{:?}", found.damage);
}

/// A field that no writer writes would be the same whether it is there or not.
#[test]
fn every_field_less_is_noticed_or_changes_what_is_read() {
    let full = full_roster();
    for (part, tree) in trees() {
        let mut all = Vec::new();
        places(&tree, "", &mut all);
        for place in all {
            let (object, name) = place.rsplit_once('/').unwrap_or_default();
            let mut changed = tree.clone();
            let Some(Value::Object(fields)) = changed.pointer_mut(object) else { continue };
            if fields.remove(name).is_none() {
                continue;
            }
            let mut kept = records(&full);
            kept.insert(part, changed.to_string());
            let found = found(&kept);
            assert!(!found.is_whole() || found.roster != full, "{place} says nothing");
        }
    }
}

#[test]
fn what_does_not_fit_together_is_named_by_its_place() {
    let cases = [
        (RosterPart::Chunk(0), "/contacts/1/id", json!(1), "“contacts” in it is wrong: they stand in order"),
        (RosterPart::Chunk(0), "/contacts/1/id", json!(64), "those of this chunk"),
        (
            RosterPart::Chunk(0),
            "/contacts/0/enrolments/1/audience",
            json!("prospect"),
            "contacts[0].enrolments",
        ),
        (RosterPart::Chunk(0), "/contacts/1/optedOut", json!("1899-13-01"), "contacts[1].optedOut"),
        (RosterPart::Chunk(0), "/contacts/0/optedOut", json!("2026-10-01"), "contacts[0].optedOut"),
        (RosterPart::Chunk(0), "/contacts/0/enrolments/0/facts/0/step", json!(99), "contacts[0].enrolments"),
        (RosterPart::Chunk(0), "/contacts/0/enrolments/0/facts/5/note", json!(""), "contacts[0].enrolments"),
        (RosterPart::Surroundings, "/roster/lastVersion", json!(8), "roster.versions[1]"),
        (RosterPart::Surroundings, "/roster/lastContact", json!(10_000_001), "roster.lastContact"),
        (RosterPart::Surroundings, "/roster/versions/0/gone/0", json!(77), "roster.versions[0]"),
        (RosterPart::Surroundings, "/roster/countries/0/code", json!("GB"), "roster.countries"),
        (
            RosterPart::Surroundings,
            "/roster/countries/1/code",
            json!("GB"),
            "roster.availabilities[0].country",
        ),
        (RosterPart::Surroundings, "/roster/availabilities/1/person", json!(90), "roster.availabilities[1]"),
        (RosterPart::Surroundings, "/chunks/0/contacts", json!(65), "“chunks” in it is wrong"),
        (RosterPart::Surroundings, "/chunks/0/number", json!(156_251), "“chunks” in it is wrong"),
    ];
    for (part, place, value, expected) in cases {
        let (_, mut tree) = trees().into_iter().find(|(known, _)| *known == part).unwrap();
        let fields = tree.pointer_mut(place.rsplit_once('/').unwrap().0).unwrap();
        match (fields, place.rsplit_once('/').unwrap().1) {
            (Value::Object(fields), name) => _ = fields.insert(name.to_owned(), value),
            (Value::Array(entries), at) => entries[at.parse::<usize>().unwrap()] = value,
            _ => panic!("{place}"),
        }
        let sentence = judged(part, &tree).unwrap_or_else(|| panic!("{place} is taken"));
        assert!(sentence.contains(expected), "{place}: {sentence}");
    }
}

#[test]
fn contacts_do_not_stand_among_the_surroundings() {
    let (_, mut tree) = trees().into_iter().next().unwrap();
    tree["roster"]["contacts"] = json!([{ "id": 3, "name": "Hidden" }]);
    let mut kept = records(&full_roster());
    kept.insert(RosterPart::Surroundings, tree.to_string());
    let found = found(&kept);
    let Damage::Unreadable(Unreadable::Wrong(fault)) = &found.damage[0].why else { panic!("it is wrong") };
    assert_eq!(fault.path, "roster");
}
