//! The people on a plan, between tabs and from one opening to the next.

use super::*;
use crate::roster::{ContactEdit, ContactId, NewContact, RosterEdit};

fn somebody(name: &str) -> RosterEdit {
    RosterEdit::Add(vec![NewContact { name: line(name), ..NewContact::default() }])
}

fn renamed(id: u32, name: &str) -> RosterEdit {
    RosterEdit::Contact(ContactId(id), ContactEdit::Name(line(name)))
}

impl Tab {
    fn changes(&self, edit: RosterEdit) {
        self.session.change_people(edit, "").unwrap();
    }

    fn people(&self) -> Vec<String> {
        let roster = self.session.roster().get_untracked();
        roster.contacts().map(|contact| contact.name.to_string()).collect()
    }
}

#[test]
fn people_are_saved_with_their_plan_and_found_again() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.changes(somebody("Ann"));
    assert!(tab.workspace.has_unsaved());
    tab.workspace.save_now();
    assert_eq!(tab.says(), SaveState::Saved);
    assert!(!tab.disk.text(&tab.id()).unwrap().contains("Ann"), "a plan has no name of a contact in it");
    assert_eq!(tab.twin().people(), ["Ann"]);
    tab.workspace.start_new().unwrap();
    assert_eq!(tab.people(), [""; 0]);
}

#[test]
fn one_undo_takes_back_whatever_was_done_last() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.changes(somebody("Ann"));
    tab.name("Summer");
    tab.changes(renamed(1, "Anne"));
    for (people, plan) in [("Ann", "Summer"), ("Ann", "Spring")] {
        tab.workspace.undo();
        assert_eq!((tab.people(), tab.shows().as_str()), (vec![people.to_owned()], plan));
    }
    tab.workspace.save_now();
    tab.workspace.undo();
    tab.workspace.save_now();
    assert_eq!(tab.twin().people(), [""; 0]);
}

#[test]
fn what_two_tabs_change_of_different_people_is_taken_together() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    one.changes(somebody("Ann"));
    one.changes(somebody("Ben"));
    one.workspace.save_now();
    let two = one.twin();
    one.changes(renamed(1, "Anne"));
    one.workspace.save_now();
    two.changes(renamed(2, "Benjamin"));
    two.workspace.save_now();
    assert_eq!((two.people(), two.trouble()), (vec!["Anne".to_owned(), "Benjamin".to_owned()], None));
    one.hears_of_its_plan();
    assert_eq!((one.people(), one.trouble()), (two.people(), None));
    one.workspace.undo();
    assert_eq!(one.people(), ["Anne", "Ben"], "undo takes back what came from elsewhere");
}

#[test]
fn of_one_person_that_two_tabs_changed_both_versions_are_kept_until_somebody_chose() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    one.changes(somebody("Ann"));
    one.workspace.save_now();
    let two = one.twin();
    one.changes(renamed(1, "Anne"));
    one.workspace.save_now();
    two.changes(renamed(1, "Anna"));
    two.workspace.save_now();
    assert_eq!((two.says(), two.trouble()), (SaveState::NotSaved, Some(Trouble::ChangedElsewhere)));
    assert_eq!((two.people(), one.twin().people()), (vec!["Anna".to_owned()], vec!["Anne".to_owned()]));
    two.workspace.keep_as_copy();
    assert_eq!((two.says(), two.twin().people()), (SaveState::Saved, vec!["Anna".to_owned()]));
    assert_eq!(one.twin().people(), ["Anne"]);
}

#[test]
fn the_other_version_is_taken_with_its_people() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    one.changes(somebody("Ann"));
    one.workspace.save_now();
    let two = one.twin();
    one.changes(renamed(1, "Anne"));
    one.workspace.save_now();
    two.changes(renamed(1, "Anna"));
    two.workspace.save_now();
    two.workspace.take_other_version().unwrap();
    assert_eq!((two.people(), two.says()), (vec!["Anne".to_owned()], SaveState::Saved));
    two.workspace.undo();
    two.workspace.save_now();
    assert_eq!((one.twin().people(), two.trouble()), (vec!["Anna".to_owned()], None));
}

#[test]
fn an_earlier_version_of_the_plan_keeps_the_people_of_today() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let (id, earlier) = (tab.id(), (*tab.session.plan_now()).clone());
    tab.name("Summer");
    tab.changes(somebody("Ann"));
    tab.workspace.save_now();
    tab.workspace.restore(&id, earlier).unwrap();
    assert_eq!((tab.shows().as_str(), tab.people()), ("Spring", vec!["Ann".to_owned()]));
}
