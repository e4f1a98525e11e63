//! What is damaged is said, given back byte for byte, and keeps nobody else from being read.

use followthrough::roster::{NewContact, Roster, RosterEdit, Workspace, WorkspaceEdit};
use followthrough::store::{Damage, PlanId, RosterKey, Unreadable};

use crate::chance::Chance;
use crate::events::{first_day, newcomers};
use crate::setting::firm;
use crate::*;

/// 150 people in three chunks.
fn some() -> Workspace {
    firm().edited(newcomers(&mut Chance::new(3), 150, first_day())).unwrap()
}

fn plan() -> PlanId {
    PlanId::parse("plan").unwrap()
}

const FIRST: RosterPart = RosterPart::Chunk(0);

/// The only damage found.
#[track_caller]
fn only(found: &FoundRoster, part: RosterPart, text: Option<&str>) -> Damage {
    let [damaged] = &found.damage[..] else { panic!("{:#?}", found.damage) };
    assert_eq!((damaged.part, damaged.text.as_deref()), (part, text));
    let said = damaged.to_string();
    assert!(said.ends_with('.') && !said.contains(char::is_control), "{said}");
    damaged.why.clone()
}

#[test]
fn a_record_cut_at_any_byte_is_damaged_and_the_others_hold() {
    let whole = records(&full_roster());
    let others = |part: RosterPart| {
        let all = full_roster();
        all.contacts().filter(|it| RosterPart::Chunk(it.id.0 / 64) != part).count()
    };
    let mut cuts = 0;
    for (part, text) in &whole {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            cuts += 1;
            let mut cut = whole.clone();
            cut.insert(*part, text[..end].to_owned());
            let found = found(&cut);
            let damaged = found.damage.iter().find(|damaged| damaged.part == *part).unwrap();
            assert!(matches!(damaged.why, Damage::Unreadable(_)), "{part:?} cut at {end}: {:?}", damaged.why);
            assert_eq!(damaged.text.as_deref(), Some(&text[..end]));
            assert_eq!(found.roster.count(), others(*part), "{part:?} cut at {end}");
        }
    }
    println!("{cuts} cuts of a record, each said and given back");
}

#[test]
fn a_chunk_that_is_gone_is_said_with_the_number_of_its_people_whose_numbers_are_not_given_again() {
    let workspace = some();
    let mut kept = records(&workspace.roster);
    kept.remove(&RosterPart::Chunk(2));
    let found = found(&kept);
    assert_eq!(only(&found, RosterPart::Chunk(2), None), Damage::Missing { contacts: Some(23) });
    assert_eq!(found.roster.count(), 127);
    let with_more = |count: usize| {
        let people = vec![NewContact::default(); count];
        let workspace = Workspace { roster: found.roster.clone().into(), ..workspace.clone() };
        workspace.edited(WorkspaceEdit::Roster(RosterEdit::Add(people))).unwrap()
    };
    let after = with_more(1);
    assert_eq!(after.roster.contacts().last().unwrap().id.0, 192, "it stands in the next chunk");
    let writes = roster_writes(&found.roster, &after.roster);
    assert!(
        writes.iter().all(|write| write.part != RosterPart::Chunk(2)),
        "what was there is not written over"
    );
}

#[test]
fn without_the_surroundings_the_people_are_there_less_what_they_stood_in() {
    let mut kept = records(&some().roster);
    kept.remove(&RosterPart::Surroundings);
    let found = found(&kept);
    let missing = found.damage.iter().find(|damaged| damaged.part == RosterPart::Surroundings).unwrap();
    assert_eq!(missing.why, Damage::Missing { contacts: None });
    assert!(found.damage.iter().skip(1).all(|damaged| damaged.why == Damage::Incomplete));
    assert_eq!(found.damage.len(), 4, "each chunk has people with a country");
    assert_eq!(found.roster.count(), 150);
    assert_eq!(found.roster.last_contact(), 150);
    assert!(found.roster.contacts().all(|contact| contact.country.is_none()));
    let checked = found.roster.to_parts().checked();
    assert_eq!(checked.as_ref(), Ok(&found.roster));
}

#[test]
fn a_chunk_that_is_not_listed_brings_nobody_back() {
    let workspace = some();
    let mut kept = records(&workspace.roster);
    let mut parts = workspace.roster.to_parts();
    parts.contacts.retain(|contact| contact.id.0 >= 64);
    let smaller = parts.checked().unwrap();
    kept.insert(RosterPart::Surroundings, records(&smaller)[&RosterPart::Surroundings].clone());
    let found = found(&kept);
    assert_eq!(only(&found, FIRST, Some(&kept[&FIRST])), Damage::Unlisted);
    assert_eq!(found.roster, smaller);
}

#[test]
fn people_more_or_less_than_written_are_said() {
    let workspace = some();
    let mut kept = records(&workspace.roster);
    let mut parts = workspace.roster.to_parts();
    parts.contacts.remove(4);
    kept.insert(FIRST, records(&parts.checked().unwrap())[&FIRST].clone());
    let found = found(&kept);
    assert_eq!(only(&found, FIRST, Some(&kept[&FIRST])), Damage::Miscounted { listed: 63, found: 62 });
    assert_eq!(found.roster.count(), 149);
}

#[test]
fn a_chunk_in_the_place_of_another_is_not_taken() {
    let mut kept = records(&some().roster);
    let second = kept[&RosterPart::Chunk(1)].clone();
    kept.insert(FIRST, second.clone());
    let Damage::Unreadable(Unreadable::Wrong(fault)) = only(&found(&kept), FIRST, Some(&second)) else {
        panic!("it is wrong")
    };
    assert_eq!((&*fault.path, &*fault.problem), ("chunk", "it stands in the place of chunk 0"));
}

#[test]
fn a_newer_version_is_told_as_such_and_left_as_it_is() {
    let mut kept = records(&some().roster);
    let newer = kept[&FIRST].replace("\"version\":1", "\"version\":2");
    kept.insert(FIRST, newer.clone());
    let why = only(&found(&kept), FIRST, Some(&newer));
    assert_eq!(why, Damage::Unreadable(Unreadable::NewerVersion(2)));
}

#[test]
fn mending_puts_each_damaged_text_aside_and_leaves_a_whole_roster() {
    let plan = plan();
    let key = |part: RosterPart| RosterKey { plan: plan.clone(), part }.key();
    let whole = records(&some().roster);
    let spoiled: [(RosterPart, Option<String>); 5] = [
        (FIRST, Some(whole[&FIRST][..700].to_owned())),
        (RosterPart::Chunk(1), None),
        (RosterPart::Surroundings, Some("{}".to_owned())),
        (RosterPart::Surroundings, None),
        (RosterPart::Chunk(9), Some(whole[&FIRST].clone())),
    ];
    for (part, text) in spoiled {
        let mut kept = whole.clone();
        match &text {
            Some(text) => _ = kept.insert(part, text.clone()),
            None => _ = kept.remove(&part),
        }
        let found = found(&kept);
        let mut stored: BTreeMap<String, String> =
            kept.into_iter().map(|(part, text)| (key(part), text)).collect();
        for (key, text) in found.mending(&plan) {
            match text {
                Some(text) => _ = stored.insert(key, text),
                None => assert!(stored.remove(&key).is_some(), "{key}"),
            }
        }
        let read = |(key, text): (&String, &String)| Some((RosterKey::from_key(key)?.part, text.clone()));
        let again = FoundRoster::read(stored.iter().filter_map(read));
        assert_eq!(again.damage, [], "{part:?}");
        assert_eq!(again.roster, found.roster);
        for damaged in &found.damage {
            let Some(text) = &damaged.text else { continue };
            assert_eq!(stored.get(&RosterKey::aside(&plan, text)), Some(text), "{part:?}");
        }
    }
    assert_eq!(found(&whole).mending(&plan), []);
}

#[test]
fn nothing_is_said_of_a_roster_that_never_was() {
    assert_eq!(FoundRoster::read([]), FoundRoster { roster: Roster::default(), damage: Vec::new() });
}
