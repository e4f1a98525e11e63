//! What holds of the records of any roster, whatever happened to its people.

use followthrough::exchange::export_json;
use followthrough::plan::Audience;
use followthrough::roster::{ContactEdit, ContactId, RosterEdit, WorkspaceEdit};
use followthrough::schedule::Schedule;
use proptest::prelude::*;

use crate::chance::Chance;
use crate::events::{first_day, happening, newcomers};
use crate::setting::{firm, line};
use crate::weeks::some_weeks;
use crate::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn any_roster_comes_back_from_its_records_byte_for_byte(seed in any::<u64>()) {
        let roster = some_weeks(seed).0.roster;
        let written = records(&roster);
        let again = whole(&written);
        prop_assert_eq!(&again, &*roster);
        prop_assert_eq!(format!("{:?}", again.to_parts()), format!("{:?}", roster.to_parts()));
        prop_assert_eq!(records(&again), written);
    }

    #[test]
    fn what_a_change_writes_over_the_records_before_is_what_writing_all_gives(seed in any::<u64>()) {
        let mut chance = Chance::new(seed | 1);
        let mut today = first_day();
        let mut workspace = firm();
        let mut kept = records(&workspace.roster);
        let mut edits = vec![newcomers(&mut chance, 30, today), newcomers(&mut chance, 90, today)];
        for _ in 0..40 {
            let edit = edits.pop().unwrap_or_else(|| happening(&mut chance, &workspace, today));
            let Ok(after) = workspace.edited(edit) else { continue };
            carry_out(&mut kept, roster_writes(&workspace.roster, &after.roster));
            prop_assert_eq!(&kept, &records(&after.roster));
            prop_assert_eq!(roster_writes(&after.roster, &after.roster.clone()), []);
            // Back again, as somebody who undoes it.
            let mut back = kept.clone();
            carry_out(&mut back, roster_writes(&after.roster, &workspace.roster));
            prop_assert_eq!(back, records(&workspace.roster));
            workspace = after;
            today = today.succ_opt().unwrap();
        }
        prop_assert_eq!(&whole(&kept), &*workspace.roster);
    }

    #[test]
    fn the_name_of_somebody_removed_stands_in_no_record(seed in any::<u64>(), at in 0..25_usize, in_two_steps in any::<bool>()) {
        let (mut workspace, today) = some_weeks(seed);
        let id = workspace.roster.contacts().nth(at % workspace.roster.count()).unwrap().id;
        let act = |edit: ContactEdit| WorkspaceEdit::Roster(RosterEdit::Contact(id, edit));
        for edit in [ContactEdit::Name(line("Quetzalcoatl")), ContactEdit::Mail(line("quetzal@example.com"))] {
            workspace = workspace.edited(act(edit)).unwrap();
        }
        let enrol = ContactEdit::Enrol { audience: Audience::Customer, event: line("Quetzal said so"), start: today };
        workspace = workspace.edited(act(enrol)).unwrap_or(workspace);
        let mut kept = records(&workspace.roster);
        let is_named = |kept: &Records| kept.values().any(|text| text.to_lowercase().contains("quetzal"));
        prop_assert!(is_named(&kept));
        let mut after = workspace.edited(WorkspaceEdit::Roster(RosterEdit::Remove(id))).unwrap();
        if in_two_steps {
            let mut chance = Chance::new(seed | 1);
            after = after.edited(happening(&mut chance, &after, today)).unwrap_or(after);
        }
        carry_out(&mut kept, roster_writes(&workspace.roster, &after.roster));
        prop_assert!(!is_named(&kept), "{kept:#?}");
        prop_assert!(whole(&kept).contact(id).is_none());
    }

    #[test]
    fn a_file_of_the_plan_has_nobody_on_it(seed in any::<u64>()) {
        let (workspace, today) = some_weeks(seed);
        let file = export_json(&workspace.plan, &Schedule::on(&workspace.plan, today), today);
        for contact in workspace.roster.contacts() {
            prop_assert!(!file.contains(contact.name.as_str()), "{}", contact.name);
        }
    }

    #[test]
    fn a_record_is_read_in_any_order_and_lost_alone(seed in any::<u64>(), lost in 0..4_usize) {
        let mut chance = Chance::new(seed | 1);
        let roster = firm().edited(newcomers(&mut chance, 150, first_day())).unwrap().roster;
        let written = records(&roster);
        let all = || written.iter().map(|(part, text)| (*part, text.clone()));
        prop_assert_eq!(FoundRoster::read(all().rev()), FoundRoster::read(all()));
        let lost = *written.keys().nth(lost % written.len()).unwrap();
        let found = FoundRoster::read(all().filter(|(part, _)| *part != lost));
        prop_assert!(found.damage.iter().any(|damaged| damaged.part == lost && damaged.text.is_none()));
        for contact in roster.contacts() {
            let is_there = found.roster.contact(contact.id).is_some();
            prop_assert_eq!(is_there, lost != RosterPart::Chunk(contact.id.0 / 64));
        }
        prop_assert!(found.roster.last_contact() >= roster.last_contact());
    }
}

#[test]
fn numbers_of_people_removed_are_given_to_nobody_after_a_reload() {
    let mut chance = Chance::new(5);
    let mut workspace = firm().edited(newcomers(&mut chance, 70, first_day())).unwrap();
    for id in 60..=70 {
        workspace = workspace.edited(WorkspaceEdit::Roster(RosterEdit::Remove(ContactId(id)))).unwrap();
    }
    let kept = records(&workspace.roster);
    assert!(!kept.contains_key(&RosterPart::Chunk(1)), "a chunk of nobody is no record");
    workspace.roster = whole(&kept).into();
    let after = workspace.edited(newcomers(&mut chance, 1, first_day())).unwrap();
    assert_eq!(after.roster.contacts().last().unwrap().id, ContactId(71));
}
