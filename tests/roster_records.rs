//! The people on a plan in the records beside it: nobody is lost, nobody who was removed stays (F10).

#![cfg(test)]

#[path = "simulated_quarter/chance.rs"]
mod chance;

#[path = "simulated_quarter/events.rs"]
mod events;

#[path = "fixtures/full_roster.rs"]
mod full_roster;

#[path = "simulated_quarter/setting.rs"]
mod setting;

#[path = "fixtures/trees.rs"]
mod trees;

#[path = "simulated_quarter/weeks.rs"]
mod weeks;

#[path = "roster_records/damage.rs"]
mod damage;

#[path = "roster_records/files.rs"]
mod files;

#[path = "roster_records/laws.rs"]
mod laws;

#[path = "roster_records/many.rs"]
mod many;

#[path = "roster_records/wrong_values.rs"]
mod wrong_values;

use std::collections::BTreeMap;

use chrono::TimeDelta;
use events::first_day;
use followthrough::agenda::{Agenda, Forecasts};
use followthrough::plan::Plan;
use followthrough::roster::{Roster, Workspace};
use followthrough::store::{FoundRoster, RosterPart, RosterWrite, roster_writes};
use full_roster::full_roster;

const PEOPLE: &str = include_str!("fixtures/people-v1.json");
const CONTACTS: &str = include_str!("fixtures/contacts-v1.json");

/// Records under their keys.
type Records = BTreeMap<RosterPart, String>;

/// All records of a roster.
fn records(roster: &Roster) -> Records {
    let mut records = Records::new();
    carry_out(&mut records, roster_writes(&Roster::default(), roster));
    records
}

fn carry_out(records: &mut Records, writes: Vec<RosterWrite>) {
    for RosterWrite { part, text } in writes {
        match text {
            Some(text) => _ = records.insert(part, text),
            None => assert!(records.remove(&part).is_some(), "{part:?} is taken away and was not there"),
        }
    }
}

fn found(records: &Records) -> FoundRoster {
    FoundRoster::read(records.iter().map(|(part, text)| (*part, text.clone())))
}

/// The roster in records of which nothing is damaged.
#[track_caller]
fn whole(records: &Records) -> Roster {
    let found = found(records);
    assert_eq!(found.damage, [], "nothing is damaged");
    found.roster
}

#[test]
fn version_1_reads_to_the_people_it_says_and_is_written_so() {
    let written = records(&full_roster());
    assert_eq!(written[&RosterPart::Surroundings], PEOPLE.trim_end());
    assert_eq!(written[&RosterPart::Chunk(0)], CONTACTS.trim_end());
    assert_eq!(written.len(), 4, "contacts 1 and 2, 64, and 200 stand in three chunks");
    assert_eq!(whole(&written), full_roster());
}

/// As after an app that knows of no people has changed the plan.
#[test]
fn people_who_name_what_the_plan_has_no_more_still_have_an_agenda() {
    let workspace = Workspace { plan: Plan::blank().into(), roster: full_roster().into() };
    let forecasts = Forecasts::of(&workspace, first_day());
    _ = Agenda::of(&forecasts, first_day() + TimeDelta::days(400));
    for contact in workspace.roster.contacts() {
        for at in 0..contact.enrolments.len() {
            assert!(forecasts.facts(contact.id, at).is_some(), "{contact:?}");
        }
    }
}

#[test]
fn nobody_at_all_is_no_record() {
    assert_eq!(records(&Roster::default()), Records::new());
    assert_eq!(whole(&Records::new()), Roster::default());
}
