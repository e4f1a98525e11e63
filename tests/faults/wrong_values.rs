//! Every field of every version, with every wrong value in its place: a legal plan, or a sentence that names the field.

use std::rc::Rc;

use followthrough::exchange::import_json;
use followthrough::plan::Plan;
use followthrough::store::{MemoryStorage, PlanId, PlanStore, State, Storage, TabId};
use serde_json::{Value, json};

use crate::trees::{places, wrong_values};

const VERSIONS: [&str; 4] = [
    include_str!("../fixtures/plan-v1.json"),
    include_str!("../fixtures/plan-v2.json"),
    include_str!("../fixtures/plan-v3.json"),
    include_str!("../fixtures/plan-v4.json"),
];

/// Whether a place is in none of those lists, or in one of its entries that are looked at.
fn is_kept(place: &str, list: &str, entries: &[&str]) -> bool {
    let rest = place.split_once(list).map(|(_, rest)| rest.split('/').next().unwrap_or_default());
    rest.is_none_or(|entry| entries.contains(&entry))
}

/// What a text with something wrong in it comes to: a plan that goes round, or a sentence.
fn judged(text: &str) -> Result<Plan, String> {
    let plan = import_json(text.as_bytes()).map_err(|error| error.to_string())?;
    let plan_store = PlanStore::new(MemoryStorage::default(), TabId::parse("tab").unwrap());
    let id = PlanId::parse("again").unwrap();
    plan_store.save(&id, &plan, State::Open, None).unwrap();
    assert_eq!(plan_store.open(&id).unwrap().unwrap().plan, plan, "{text:.300}");
    Ok(plan)
}

#[test]
fn every_field_replaced_by_wrong_values_is_read_rightly_or_named() {
    let (mut tried, mut refused, mut unnamed) = (0, 0, Vec::new());
    for text in VERSIONS {
        let tree: Value = serde_json::from_str(text).unwrap();
        let mut all = Vec::new();
        places(&tree, "", &mut all);
        // Of many alike, the first and the last.
        all.retain(|place| {
            is_kept(place, "/goals/", &["0", "25"]) && is_kept(place, "/prospect/steps/", &["1", "3", "5"])
        });
        for place in &all {
            for value in wrong_values() {
                let mut changed = tree.clone();
                *changed.pointer_mut(place).unwrap() = value;
                tried += 1;
                let Err(sentence) = judged(&changed.to_string()) else { continue };
                refused += 1;
                let last = place.split('/').rfind(|name| name.parse::<usize>().is_err()).unwrap_or_default();
                let is_ours = sentence.contains("not a plan of Followthrough")
                    || sentence.contains("newer Followthrough");
                if !is_ours && !sentence.contains(last) && !sentence.contains("plan") {
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
fn a_way_of_counting_that_nobody_knows_is_refused_in_every_version() {
    for (version, name) in [(0, None), (1, Some("way")), (2, Some("way")), (3, Some("direction"))] {
        let Some(name) = name else { continue };
        for word in ["sideways", "", "Before", "before ", "back"] {
            let mut tree: Value = serde_json::from_str(VERSIONS[version]).unwrap();
            let delay = tree.pointer_mut("/plan/sequences/prospect/steps/3/delay").unwrap();
            assert_eq!(delay[name], "before");
            delay[name] = json!(word);
            let sentence = judged(&tree.to_string()).unwrap_err();
            let place = format!("“plan.sequences.prospect.steps[3].delay.{name}” in it is wrong");
            assert!(sentence.contains(&place) && sentence.contains("one of after, before"), "{sentence}");
        }
    }
}

#[test]
fn a_field_less_or_twice_or_more_is_never_passed_over() {
    let tree: Value = serde_json::from_str(VERSIONS[3]).unwrap();
    let mut all = Vec::new();
    places(&tree, "", &mut all);
    for place in all {
        let mut changed = tree.clone();
        let Some(Value::Object(fields)) = changed.pointer_mut(&place) else { continue };
        fields.insert("unheardOf".to_owned(), json!(1));
        assert!(judged(&changed.to_string()).is_err(), "one more field in {place}");
    }
}

#[test]
fn what_is_wrong_in_the_storage_is_left_there_byte_for_byte() {
    let tree: Value = serde_json::from_str(VERSIONS[3]).unwrap();
    let id = PlanId::parse("a").unwrap();
    for place in ["/plan", "/plan/workWeek", "/plan/goals/0/id", "/revision", "/state"] {
        let mut changed = tree.clone();
        *changed.pointer_mut(place).unwrap() = json!("sideways");
        let storage = Rc::new(MemoryStorage::default());
        storage.write(&id.key(), &changed.to_string()).unwrap();
        let plan_store = PlanStore::new(Rc::clone(&storage), TabId::parse("tab").unwrap());
        let contents = plan_store.contents().unwrap();
        assert_eq!((contents.plans.len(), contents.quarantined.len()), (0, 1), "{place}");
        assert_eq!(storage.read(&id.key()).unwrap(), Some(changed.to_string()));
    }
}
