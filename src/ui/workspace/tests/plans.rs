//! Plans come and go, and what cannot be read stays as it is.

use super::*;
use crate::roster;
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
    workspace.move_to(&tab.id(), "Spring", State::Archived).unwrap();
    assert_eq!(tab.plans(State::Archived), ["Spring"]);
    workspace.undo();
    assert_eq!(
        (tab.plans(State::Open), tab.announces().as_str()),
        (vec!["Spring".to_owned()], "Spring is in use again")
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
    tab.workspace.move_to(&tab.id(), "Spring", State::Archived).unwrap();
    tab.name("Summer");
    tab.workspace.save_now();
    tab.workspace.undo();
    tab.workspace.save_now();
    assert_eq!((tab.plans(State::Archived), tab.shows().as_str()), (vec!["Spring".to_owned()], "Spring"));
}

#[test]
fn a_removed_plan_is_in_the_bin_and_undo_brings_it_back_to_the_screen() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let (id, workspace) = (tab.id(), tab.workspace);
    let binned = State::Binned(CLOCK.get());
    workspace.move_to(&id, "Spring", binned).unwrap();
    assert_eq!((tab.plans(binned), workspace.open_id().get_untracked()), (vec!["Spring".to_owned()], None));
    assert!(workspace.open(&id).unwrap_err().contains("bin"));
    assert!(Tab::on(tab.disk).workspace.open(&id).is_err(), "nor in another tab");
    workspace.undo();
    assert_eq!((tab.plans(State::Open), tab.shows()), (vec!["Spring".to_owned()], "Spring".to_owned()));
    workspace.redo();
    assert_eq!((tab.plans(binned), workspace.open_id().get_untracked()), (vec!["Spring".to_owned()], None));
    workspace.move_to(&id, "Spring", State::Open).unwrap();
    workspace.undo();
    assert_eq!(tab.plans(binned), ["Spring"]);
}

#[test]
fn the_bin_is_emptied_of_what_was_there_for_thirty_days_and_of_nothing_else() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let removed_on = CLOCK.get();
    let first = tab.id();
    tab.workspace.move_to(&first, "Spring", State::Binned(removed_on)).unwrap();
    tab.workspace.start_new().unwrap();
    tab.name("Summer");
    tab.workspace.save_now();
    for (days, left) in [(0, 2), (29, 2), (30, 1)] {
        CLOCK.set(removed_on + chrono::Days::new(days));
        tab.workspace.empty_bin();
        let contents = tab.workspace.contents().get_untracked().unwrap();
        assert_eq!(contents.plans.len(), left, "{days} days later");
    }
    assert_eq!(tab.disk.text(&first), None);
    CLOCK.set(removed_on);
}

#[test]
fn a_clock_that_is_years_ahead_for_a_while_empties_no_bin() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let removed_on = CLOCK.get();
    tab.workspace.move_to(&tab.id(), "Spring", State::Binned(removed_on)).unwrap();
    // Twice on the wrong day, and the day after the clock was set right.
    for days in [0, 1_000, 1_000, 0, 1] {
        CLOCK.set(removed_on + chrono::Days::new(days));
        tab.workspace.empty_bin();
        assert_eq!(tab.workspace.contents().get_untracked().unwrap().plans.len(), 1, "{days} days later");
    }
    // Whoever really was away for so long finds it gone a day later.
    for (days, left) in [(1_000, 1), (1_001, 0)] {
        CLOCK.set(removed_on + chrono::Days::new(days));
        tab.workspace.empty_bin();
        assert_eq!(tab.workspace.contents().get_untracked().unwrap().plans.len(), left, "{days} days later");
    }
    CLOCK.set(removed_on);
}

#[test]
fn in_a_full_storage_the_bin_takes_nothing_and_removing_for_good_makes_room() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let old = tab.id();
    tab.workspace.start_new().unwrap();
    tab.name("Summer");
    tab.workspace.save_now();
    tab.disk.room_for_plans(2);
    tab.name("Summer, and longer");
    tab.workspace.save_now();
    assert_eq!(tab.trouble(), Some(Trouble::Storage(StorageError::Full)));
    let refusal = tab.workspace.move_to(&old, "Spring", State::Binned(CLOCK.get()));
    assert_eq!(refusal, Err(SaveError::Storage(StorageError::Full)));
    tab.workspace.remove(&old).unwrap();
    assert_eq!((tab.trouble(), tab.stored().as_str()), (None, "Summer, and longer"), "saved at once");
}

#[test]
fn a_plan_that_the_storage_does_not_hand_out_does_not_hide_the_others() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let hidden = tab.id().key();
    tab.workspace.start_new().unwrap();
    tab.name("Summer");
    tab.workspace.save_now();
    tab.disk.withholds.replace(Some(hidden));
    tab.workspace.look_again();
    let contents = tab.workspace.contents().get_untracked().unwrap();
    assert_eq!((contents.plans.len(), contents.withheld), (1, 1));
    assert_eq!(tab.plans(State::Open), ["Summer"]);
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

/// What has been put by since it was asked last.
fn put_by() -> Vec<(Occasion, String)> {
    PUT_BY.take().into_iter().map(|(why, text)| (why, name_in(&text))).collect()
}

fn name_in(text: &str) -> String {
    crate::exchange::import_json(text.as_bytes()).unwrap().name.to_string()
}

#[test]
fn an_earlier_version_is_restored_and_undo_brings_the_other_back() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let (id, earlier) = (tab.id(), (*tab.session.plan_now()).clone());
    tab.name("Summer");
    put_by();
    tab.workspace.restore(&id, earlier.clone(), None).unwrap();
    assert_eq!((tab.shows().as_str(), tab.stored().as_str()), ("Spring", "Spring"));
    assert_eq!(put_by(), [(Occasion::Restore, "Summer".to_owned())]);
    tab.workspace.undo();
    tab.workspace.save_now();
    assert_eq!(tab.stored(), "Summer");

    tab.workspace.start_new().unwrap();
    tab.workspace.restore(&id, earlier, None).unwrap();
    assert_eq!((tab.id(), tab.shows().as_str()), (id, "Spring"), "it is opened for that");
}

#[test]
fn a_plan_is_put_by_before_it_is_removed_or_makes_way_or_is_written_anew() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.name("Spring, later");
    put_by();
    tab.workspace.import(roster::Workspace::new(Plan::blank())).unwrap();
    assert_eq!(put_by(), [(Occasion::Import, "Spring, later".to_owned())]);
    let id = tab.id();
    tab.name("Imported");
    tab.workspace.move_to(&id, "Imported", State::Binned(CLOCK.get())).unwrap();
    assert_eq!(put_by(), [(Occasion::Removal, "Imported".to_owned())]);

    let older = include_str!("../../../../tests/fixtures/plan-v3.json");
    let old = PlanId::parse("old").unwrap();
    tab.disk.write(&old.key(), older).unwrap();
    tab.workspace.open(&old).unwrap();
    assert_eq!(PUT_BY.take(), [(Occasion::Format, older.to_owned())]);
    tab.name("New");
    tab.workspace.save_now();
    tab.workspace.start_new().unwrap();
    put_by();
    tab.workspace.open(&old).unwrap();
    assert_eq!(put_by(), [], "it is of the newest format by now");
}

#[test]
fn the_day_of_the_last_change_of_each_plan_is_known() {
    let first_day = CLOCK.get();
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let changed = |tab: &Tab, id: &PlanId| untrack(|| tab.workspace.copies()).last_change(id);
    let spring = tab.id();
    assert_eq!(changed(&tab, &spring), Some(first_day));
    CLOCK.set(first_day.succ_opt().unwrap());
    tab.workspace.start_new().unwrap();
    tab.name("Spring");
    tab.workspace.save_now();
    let other = tab.id();
    // What was only put into the archive and opened again was not changed.
    tab.workspace.set_state(&spring, State::Open).unwrap();
    tab.workspace.open(&spring).unwrap();
    assert_eq!((changed(&tab, &spring), changed(&tab, &other)), (Some(first_day), first_day.succ_opt()));
    let again = Tab::on(tab.disk);
    assert_eq!(changed(&again, &other), first_day.succ_opt());
    CLOCK.set(first_day);
}
