//! What is asked of each reader of people.

use followthrough::exchange::{export_roster, import_roster};
use followthrough::plan::Plan;
use followthrough::roster::Roster;
use followthrough::store::{FoundRoster, RosterPart, roster_writes};

use crate::corpus::PEOPLE;
use crate::fixtures::date;
use crate::readers::is_clear;

/// People that were read are legal, and come back from their records and their file the same.
fn is_usable(roster: &Roster) {
    let checked = roster.to_parts().checked();
    assert_eq!(checked.as_ref(), Ok(roster));
    let writes = roster_writes(&Roster::default(), roster);
    let again = FoundRoster::read(writes.into_iter().map(|write| (write.part, write.text.unwrap())));
    assert_eq!(again, FoundRoster { roster: roster.clone(), damage: Vec::new() });
    let file = export_roster(roster, &Plan::blank(), date("2026-11-27")).unwrap();
    assert_eq!(import_roster(file.as_bytes()).unwrap().roster, *roster);
}

/// Alone, and beside surroundings that are whole.
pub fn record(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let chunk = RosterPart::Chunk(0);
    let records = [
        vec![(RosterPart::Surroundings, text.clone())],
        vec![(chunk, text.clone())],
        vec![(RosterPart::Surroundings, PEOPLE.to_owned()), (chunk, text.clone())],
    ];
    for records in records {
        let part = records.last().unwrap().0;
        let found = FoundRoster::read(records.clone());
        is_usable(&found.roster);
        for damaged in &found.damage {
            is_clear(&damaged.to_string());
            assert!(
                damaged.part != part || damaged.text.as_ref() == Some(&text),
                "it is given back as it is"
            );
        }
    }
}

pub fn file(bytes: &[u8]) {
    match import_roster(bytes) {
        Ok(read) => is_usable(&read.roster),
        Err(error) => is_clear(&error.to_string()),
    }
}
