//! When it is said that a plan is saved, and when not.

use super::*;

#[test]
fn saved_is_said_only_after_the_write_succeeded() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    assert_eq!(tab.says(), SaveState::Saved);

    tab.name("Summer");
    tab.workspace.mark_changed();
    assert_eq!((tab.says(), tab.stored().as_str()), (SaveState::Saving, "Spring"));

    tab.workspace.save_now();
    assert_eq!((tab.says(), tab.stored().as_str()), (SaveState::Saved, "Summer"));
}

#[test]
fn a_change_taken_back_is_saved_too() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.name("Summer");
    tab.workspace.save_now();
    tab.session.undo();
    assert!(tab.workspace.has_unsaved());
    tab.workspace.save_now();
    assert_eq!(tab.stored(), "Spring");
}

#[test]
fn a_change_taken_back_before_it_was_written_leaves_nothing_to_be_saved() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.name("Summer");
    tab.workspace.mark_changed();
    tab.session.undo();
    tab.workspace.mark_changed();
    assert_eq!((tab.says(), tab.stored().as_str()), (SaveState::Saved, "Spring"));
}

#[test]
fn a_plan_that_is_as_it_was_saved_is_not_written_again() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let before = tab.disk.text(&tab.id());
    tab.workspace.mark_changed();
    assert_eq!(tab.says(), SaveState::Saved);
    tab.workspace.save_now();
    assert_eq!(tab.disk.text(&tab.id()), before);
}

#[test]
fn a_full_storage_is_said_and_after_room_is_made_trying_again_saves() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.disk.has_room.set(false);
    tab.name("Summer");
    tab.workspace.save_now();
    assert_eq!(tab.says(), SaveState::NotSaved);
    assert_eq!(tab.trouble(), Some(Trouble::Storage(StorageError::Full)));
    assert_eq!((tab.shows().as_str(), tab.stored().as_str()), ("Summer", "Spring"));

    tab.workspace.try_again();
    assert_eq!(tab.says(), SaveState::NotSaved, "there is still no room");

    tab.disk.has_room.set(true);
    tab.workspace.try_again();
    assert_eq!((tab.says(), tab.trouble()), (SaveState::Saved, None));
    assert_eq!(tab.stored(), "Summer");
}

#[test]
fn work_goes_on_in_a_full_storage_and_the_next_change_tries_by_itself() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.disk.has_room.set(false);
    tab.name("Summer");
    tab.workspace.save_now();
    tab.disk.has_room.set(true);
    tab.name("Autumn");
    tab.workspace.mark_changed();
    assert_eq!(tab.says(), SaveState::Saving);
    tab.workspace.save_now();
    assert_eq!((tab.trouble(), tab.stored().as_str()), (None, "Autumn"));
}

#[test]
fn where_nothing_lasts_saved_is_never_said() {
    let tab = Tab::with_storage(Disk::empty(), false);
    let blocked = Some(Trouble::Storage(StorageError::Blocked));
    let mut said = vec![tab.says()];
    tab.workspace.start_new().unwrap();
    said.push(tab.says());
    tab.name("Spring");
    tab.workspace.mark_changed();
    said.push(tab.says());
    tab.workspace.save_now();
    said.push(tab.says());
    assert_eq!(tab.trouble(), blocked);
    tab.workspace.try_again();
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    said.push(tab.says());
    assert!(!said.contains(&SaveState::Saved), "{said:?}");
    assert_eq!(tab.trouble(), blocked);
}

#[test]
fn where_nothing_lasts_one_can_still_go_from_plan_to_plan() {
    let tab = Tab::with_storage(Disk::empty(), false);
    tab.workspace.start_new().unwrap();
    let first = tab.id();
    tab.name("Spring");
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    tab.workspace.open(&first).unwrap();
    assert_eq!(tab.shows(), "Spring");
}

#[test]
fn what_is_cleared_while_the_page_is_open_is_told_as_that_and_written_again() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    for key in tab.disk.kept.keys("").unwrap() {
        tab.disk.kept.remove(&key).unwrap();
    }
    tab.name("Summer");
    tab.workspace.save_now();
    assert_eq!((tab.says(), tab.trouble(), tab.stored().as_str()), (SaveState::Saved, None, "Summer"));
    assert!(tab.announces().contains("cleared"), "{}", tab.announces());
}

#[test]
fn leaving_would_lose_only_what_is_nowhere_else() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    assert!(!tab.workspace.flush());
    tab.disk.has_room.set(false);
    tab.name("Summer");
    tab.workspace.save_now();
    assert!(tab.workspace.flush(), "the last change is only here");
    tab.session.undo();
    tab.workspace.save_now();
    assert!(!tab.workspace.flush(), "it is as it was saved");
}

#[test]
fn changes_that_could_not_be_saved_are_not_given_up_for_another_plan() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let own = tab.id();
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    let example = tab.id();
    tab.workspace.open(&own).unwrap();
    tab.name("Summer");
    tab.disk.has_room.set(false);
    assert!(tab.workspace.open(&example).is_err());
    assert!(tab.workspace.open_example(Some(fresh_example())).is_err());
    assert!(tab.workspace.start_new().is_err());
    assert!(tab.workspace.begin(roster::Workspace::default()).is_err());
    assert_eq!((tab.id(), tab.shows().as_str()), (own, "Summer"));
}

#[test]
fn a_full_storage_does_not_keep_anyone_from_looking_around() {
    let tab = Tab::on(Disk::empty());
    tab.disk.has_room.set(false);
    tab.workspace.start_new().unwrap();
    tab.workspace.open_example(Some(fresh_example())).unwrap();
    tab.workspace.start_new().unwrap();
    assert_eq!(tab.says(), SaveState::NotSaved);
}
