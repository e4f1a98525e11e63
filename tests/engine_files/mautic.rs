//! Campaigns for Mautic.

use followthrough::exchange::{Format, write};
use followthrough::plan::{Attempts, Plan};
use followthrough::roster::Workspace;
use serde_json::{Value, json};

use super::fixtures::edits::HOSTILE;
use super::fixtures::{full_plan, line};
use super::{example_plan, outgoing, parted, saying};

/// The one file in a stored archive, whose sum is right.
fn unpacked(zip: &[u8]) -> Value {
    let number = |at: usize, size: usize| {
        zip[at..at + size].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    assert_eq!((&zip[..4], number(8, 2), number(18, 4)), (&b"PK\x03\x04"[..], 0, number(22, 4)));
    let begin = 30 + number(26, 2);
    let directory = begin + number(18, 4);
    assert_eq!(&zip[directory..directory + 4], b"PK\x01\x02");
    let end = zip.len() - 22;
    assert_eq!((&zip[end..end + 4], number(end + 16, 4)), (&b"PK\x05\x06"[..], directory));
    assert_eq!(zip[14..30], zip[directory + 16..directory + 32]);
    serde_json::from_slice(&zip[begin..directory]).unwrap()
}

fn campaigns(plan: &Plan) -> Value {
    unpacked(&write(Format::Mautic, &outgoing(Workspace::new(plan.clone()))).bytes)
}

#[test]
fn mautic_gets_a_list_of_groups_with_an_unpublished_campaign_each() {
    let plan = example_plan();
    let groups = campaigns(&plan);
    assert_eq!(groups.as_array().unwrap().len(), 2);
    for group in groups.as_array().unwrap() {
        assert_eq!(group["campaign"][0]["is_published"], false);
        let events = group["campaign_event"].as_array().unwrap();
        let ids: Vec<_> = events.iter().map(|event| event["id"].as_u64().unwrap()).collect();
        for event in events {
            let parent = event["parent_id"].as_u64();
            assert!(
                parent.is_none_or(|parent| ids.contains(&parent) && parent < event["id"].as_u64().unwrap())
            );
            let days = event["triggerRestrictedDaysOfWeek"].as_array().unwrap();
            assert!(days.iter().all(|day| day.as_u64().is_some_and(|day| day < 7)));
            assert!(event.get("trigger_date").is_none());
            assert!(["d", "m"].contains(&event["trigger_interval_unit"].as_str().unwrap()));
        }
        let connections = group["campaign"][0]["canvas_settings"]["connections"].as_array().unwrap();
        assert_eq!(connections.len(), events.len());
        assert_eq!(group["dependencies"][0]["campaign_event"].as_array().unwrap().len(), events.len());
    }
}

#[test]
fn where_the_way_parts_mautic_asks_for_a_tag() {
    let groups = campaigns(&parted());
    let events = groups[0]["campaign_event"].as_array().unwrap();
    let told: Vec<_> = events
        .iter()
        .map(|event| {
            let interval = event["trigger_interval"].as_u64().unwrap();
            (event["name"].as_str().unwrap(), event["parent_id"].as_u64(), interval, &event["decisionPath"])
        })
        .collect();
    let (none, yes) = (Value::Null, json!("yes"));
    assert_eq!(
        told,
        [
            ("1. Write", None, 2, &none),
            ("Step 1: no answer?", Some(1), 3, &none),
            ("2. Call", Some(2), 0, &yes),
            // Five working days are a week; it is counted from what everybody passes.
            ("3. Letter", Some(1), 7, &none),
        ]
    );
    assert_eq!(events[0]["triggerRestrictedDaysOfWeek"], json!([1, 2, 3, 4, 5]));
    assert_eq!(events[1]["properties"], json!({"tags": ["prospect 1: no answer"]}));
}

#[test]
fn that_nobody_was_reached_is_asked_in_mautic_when_all_tries_are_over() {
    let mut parts = parted().into_parts();
    parts.sequences.prospect.steps[0].attempts = Attempts::new(3, 2).unwrap();
    let groups = campaigns(&parts.checked().unwrap());
    // Two more tries, two working days apart, and three more of them are nine days of the calendar.
    assert_eq!(groups[0]["campaign_event"][1]["trigger_interval"], 9);
}

#[test]
fn steps_with_a_date_of_their_own_are_left_out_of_mautic_and_it_is_said() {
    let written = write(Format::Mautic, &outgoing(Workspace::new(full_plan())));
    assert!(written.notes.iter().any(|note| note.contains("left out")), "{:?}", written.notes);
}

#[test]
fn what_a_person_typed_is_text_in_mautic_and_has_no_addresses() {
    let texts: Vec<_> = HOSTILE.iter().copied().chain(["Ask ann@example.com twice"]).collect();
    let groups = campaigns(&saying(texts.iter().copied()));
    let events = groups[0]["campaign_event"].as_array().unwrap();
    assert_eq!(events.len(), texts.len());
    for ((text, event), number) in texts.iter().zip(events).zip(1..) {
        let text = line(text);
        if !text.is_blank() && !text.as_str().contains('@') {
            assert_eq!(event["name"], format!("{number}. {}", text.as_str().trim()));
        }
    }
    assert!(events.last().unwrap()["name"].as_str().unwrap().ends_with("Ask  twice"));
    assert!(!groups.to_string().contains("ann@"));
}
