//! Plans come and go, and what cannot be read stays as it is.

use super::*;
use crate::store::Unreadable;

#[test]
fn starting_a_new_plan_archives_the_one_at_hand_whole() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let first = tab.id();
    tab.session.edit(Edit::Business(line("Bakery, not yet saved")));
    let before = tab.session.plan_now();
    tab.workspace.start_new().unwrap();
    assert_eq!(*tab.session.plan_now(), Plan::blank());
    assert_eq!(
        (tab.plans(State::Open), tab.plans(State::Archived)),
        (vec![String::new()], vec!["Spring".to_owned()])
    );

    tab.workspace.set_state(&first, State::Open).unwrap();
    tab.workspace.open(&first).unwrap();
    assert_eq!(tab.session.plan_now(), before);
}

#[test]
fn starting_a_new_plan_leaves_the_example_where_it_is() {
    let tab = Tab::on(Disk::empty());
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    tab.workspace.start_new().unwrap();
    assert_eq!(tab.plans(State::Archived), [""; 0]);
    assert_eq!(tab.plans(State::Open).len(), 2);
}

#[test]
fn the_example_is_opened_again_rather_than_made_again() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let own = tab.id();
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    let example = tab.id();
    assert_eq!(tab.session.plan_now().origin, Origin::Example);
    assert_eq!(tab.stored_as(&own), "Spring");
    tab.name("Looked around");
    tab.workspace.open(&own).unwrap();
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    assert_eq!((tab.id(), tab.shows().as_str()), (example, "Looked around"));
}

#[test]
fn an_example_made_ones_own_stays_when_the_example_is_opened() {
    let tab = Tab::on(Disk::empty());
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    let adopted = tab.id();
    tab.session.edit(Edit::Adopt);
    tab.name("Now mine");
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    assert_ne!(tab.id(), adopted);
    assert_eq!(tab.stored_as(&adopted), "Now mine");
}

#[test]
fn a_tab_comes_back_to_its_own_plan_and_a_new_one_to_the_plan_opened_last() {
    let disk = Disk::empty();
    let one = Tab::with_plan(disk, "Spring");
    let remembered = REMEMBERED.with_borrow(Clone::clone);
    assert_eq!(remembered, Some(one.id()));
    let two = Tab::with_plan(disk, "Summer");

    let again = Tab::on(disk);
    again.workspace.reopen_last(remembered);
    assert_eq!((again.id(), again.shows().as_str()), (one.id(), "Spring"));
    two.workspace.open(&two.id()).unwrap();
    let third = Tab::on(disk);
    third.workspace.reopen_last(None);
    assert_eq!(third.shows(), "Summer");
}

#[test]
fn a_removed_plan_leaves_the_desk() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let id = tab.id();
    tab.workspace.remove(&id).unwrap();
    assert_eq!(tab.workspace.open_id().get_untracked(), None);
    assert_eq!(tab.disk.text(&id), None);
    assert_eq!(REMEMBERED.with_borrow(Clone::clone), None);
    tab.workspace.save_now();
    assert_eq!(tab.disk.text(&id), None, "what is gone is not written again");
    assert!(tab.workspace.open(&id).unwrap_err().contains("no longer"));
}

#[test]
fn a_stored_plan_that_cannot_be_read_is_set_aside_and_never_overwritten() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let id = tab.id();
    let torn = &tab.disk.text(&id).unwrap()[..100];
    tab.disk.write(&id.key(), torn).unwrap();

    let again = Tab::on(tab.disk);
    again.workspace.reopen_last(Some(id.clone()));
    assert_eq!(again.workspace.open_id().get_untracked(), None);
    assert!(again.workspace.open(&id).unwrap_err().contains("ends too early"));
    again.workspace.start_new().unwrap();
    let contents = again.workspace.contents().get_untracked().unwrap();
    assert_eq!(contents.quarantined.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), [torn]);
    assert_eq!(again.plans(State::Archived), [""; 0]);

    tab.name("Summer");
    tab.workspace.save_now();
    assert_eq!(tab.trouble(), Some(Trouble::Unreadable(Unreadable::CutShort { line: 1 })));
    assert_eq!(tab.disk.text(&id).as_deref(), Some(torn));
}

#[test]
fn what_is_set_aside_is_discarded_only_as_it_was_seen() {
    let tab = Tab::on(Disk::empty());
    let key = "followthrough/plan/torn";
    tab.disk.write(key, "{").unwrap();
    let aside = tab.workspace.contents().get_untracked().unwrap().quarantined.remove(0);
    tab.disk.write(key, "{}").unwrap();
    assert!(tab.workspace.discard(&aside).is_err());
    assert_eq!(tab.disk.read(key).unwrap().as_deref(), Some("{}"));

    let aside = tab.workspace.contents().get_untracked().unwrap().quarantined.remove(0);
    tab.workspace.discard(&aside).unwrap();
    assert_eq!(tab.disk.read(key).unwrap(), None);
}

#[test]
fn undo_right_after_archiving_takes_that_back_and_nothing_else() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let workspace = tab.workspace;
    workspace.archive(&tab.id(), "Spring").unwrap();
    assert_eq!(tab.plans(State::Archived), ["Spring"]);
    workspace.undo();
    assert_eq!(
        (tab.plans(State::Open), tab.announces().as_str()),
        (vec!["Spring".to_owned()], "Spring is out of the archive again")
    );
    assert_eq!(tab.shows(), "Spring");
    workspace.redo();
    assert_eq!(tab.plans(State::Archived), ["Spring"]);
    workspace.undo();
    workspace.undo();
    assert_eq!((tab.plans(State::Archived), tab.shows().as_str()), (Vec::new(), ""));
}

#[test]
fn what_was_done_since_is_taken_back_first() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.workspace.archive(&tab.id(), "Spring").unwrap();
    tab.name("Summer");
    tab.workspace.save_now();
    tab.workspace.undo();
    tab.workspace.save_now();
    assert_eq!((tab.plans(State::Archived), tab.shows().as_str()), (vec!["Spring".to_owned()], "Spring"));
}

#[test]
fn however_many_look_at_the_plans_each_is_read_once() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.workspace.start_new().unwrap();
    tab.workspace.look_again();
    let before = tab.disk.reads.get();
    for _ in 0..3 {
        assert_eq!(tab.workspace.contents().get_untracked().unwrap().plans.len(), 2);
    }
    assert_eq!(tab.disk.reads.get() - before, 2);
}

#[test]
fn plans_that_cannot_be_listed_are_told_from_none() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.disk.is_seen.set(false);
    tab.workspace.look_again();
    assert_eq!(tab.workspace.contents().get_untracked(), Err(StorageError::Blocked));
}

#[test]
fn what_another_tab_left_unreadable_is_told_as_that() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let key = tab.id().key();
    let newer = tab.disk.text(&tab.id()).unwrap().replacen("\"version\":4", "\"version\":5", 1);
    tab.disk.write(&key, &newer).unwrap();
    tab.workspace.hear(&key, Some(&newer));
    assert_eq!(tab.trouble(), Some(Trouble::Unreadable(Unreadable::NewerVersion(5))));
    tab.name("Summer");
    tab.workspace.save_now();
    assert_eq!(tab.disk.text(&tab.id()), Some(newer));
}
