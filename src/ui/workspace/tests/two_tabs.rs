//! Two tabs on one plan: nothing is overwritten unasked.

use super::*;

#[test]
fn the_later_of_two_tabs_does_not_overwrite_the_earlier_one() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    two.name("Theirs");
    one.workspace.save_now();
    two.workspace.save_now();
    assert_eq!(one.says(), SaveState::Saved);
    assert_eq!((two.says(), two.trouble()), (SaveState::NotSaved, Some(Trouble::ChangedElsewhere)));
    assert_eq!((two.shows().as_str(), two.stored().as_str()), ("Theirs", "Mine"));

    two.name("Theirs, later");
    two.workspace.mark_changed();
    two.workspace.save_now();
    two.workspace.try_again();
    assert_eq!((two.says(), two.stored().as_str()), (SaveState::NotSaved, "Mine"));
}

#[test]
fn a_copy_keeps_both_versions() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    one.workspace.save_now();
    two.name("Theirs");
    two.workspace.save_now();

    two.workspace.keep_as_copy();
    assert_ne!(two.id(), one.id());
    assert_eq!((two.says(), two.trouble()), (SaveState::Saved, None));
    assert_eq!(two.plans(State::Open), ["Mine", "Theirs (copy)"]);
}

#[test]
fn after_taking_the_other_version_undo_brings_mine_back() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    one.workspace.save_now();
    two.name("Theirs");
    two.workspace.save_now();

    two.workspace.take_other_version().unwrap();
    assert_eq!((two.shows().as_str(), two.says(), two.trouble()), ("Mine", SaveState::Saved, None));
    two.session.undo();
    two.workspace.save_now();
    assert_eq!((two.stored().as_str(), two.says()), ("Theirs", SaveState::Saved));
}

#[test]
fn an_idle_tab_takes_over_what_another_one_saved_and_can_take_it_back() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Summer");
    one.workspace.save_now();
    two.hears_of_its_plan();
    assert_eq!((two.shows().as_str(), two.says()), ("Summer", SaveState::Saved));
    assert!(two.announces().contains("another tab"), "{}", two.announces());

    two.name("Autumn");
    two.workspace.save_now();
    assert_eq!((two.says(), two.stored().as_str()), (SaveState::Saved, "Autumn"));
    two.session.undo();
    two.session.undo();
    assert_eq!(two.shows(), "Spring");
}

#[test]
fn a_tab_with_unsaved_changes_asks_when_it_hears_of_another_version() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    two.name("Theirs");
    one.workspace.save_now();
    two.hears_of_its_plan();
    assert_eq!((two.trouble(), two.shows().as_str()), (Some(Trouble::ChangedElsewhere), "Theirs"));
}

#[test]
fn what_a_tab_hears_of_other_plans_leaves_its_own_alone() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    one.name("Summer");
    one.workspace.hear("followthrough/plan/another", Some("{"));
    one.workspace.hear("followthrough/current", None);
    assert_eq!((one.trouble(), one.shows().as_str()), (None, "Summer"));
}

#[test]
fn a_plan_removed_elsewhere_is_said_to_be_and_can_be_kept() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.workspace.remove(&one.id()).unwrap();
    two.hears_of_its_plan();
    assert_eq!((two.says(), two.trouble()), (SaveState::NotSaved, Some(Trouble::RemovedElsewhere)));

    two.name("Still here");
    two.workspace.save_now();
    assert_eq!(two.plans(State::Open), [""; 0], "it does not come back by itself");
    assert!(two.workspace.take_other_version().is_err());
    two.workspace.keep_as_copy();
    assert_eq!(two.plans(State::Open), ["Still here (copy)"]);
}

#[test]
fn a_plan_binned_elsewhere_is_kept_when_another_is_begun() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    let binned = State::Binned(CLOCK.get());
    one.workspace.move_to(&one.id(), "Spring", binned).unwrap();
    two.hears_of_its_plan();
    assert_eq!(two.trouble(), Some(Trouble::RemovedElsewhere));
    two.name("Only here");
    two.workspace.start_new().unwrap();
    assert_eq!(
        (two.plans(State::Archived), two.plans(binned)),
        (vec!["Only here (copy)".to_owned()], vec!["Spring".to_owned()])
    );
}

#[test]
fn a_plan_taken_out_of_the_bin_elsewhere_is_itself_again_here() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    let id = one.id();
    one.workspace.move_to(&id, "Spring", State::Binned(CLOCK.get())).unwrap();
    two.hears_of_its_plan();
    one.workspace.move_to(&id, "Spring", State::Open).unwrap();
    two.hears_of_its_plan();
    two.workspace.take_other_version().unwrap();
    two.name("Summer");
    two.workspace.save_now();
    assert_eq!((two.trouble(), two.stored().as_str()), (None, "Summer"));
}

#[test]
fn a_plan_archived_elsewhere_is_said_to_be_and_stays_archived() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.workspace.move_to(&one.id(), "Spring", State::Archived).unwrap();
    two.hears_of_its_plan();
    assert!(two.announces().contains("archive"), "{}", two.announces());
    assert!(untrack(|| two.workspace.is_archived()));
    two.name("Summer");
    two.workspace.save_now();
    assert_eq!(two.plans(State::Archived), ["Summer"]);
}

#[test]
fn putting_a_plan_away_does_not_pass_over_what_another_tab_made_of_it() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    one.workspace.save_now();
    assert!(
        two.workspace.set_state(&two.id(), State::Archived).is_err(),
        "this tab has not seen that version yet"
    );
    two.name("Theirs");
    two.workspace.save_now();
    assert_eq!((two.trouble(), two.stored().as_str()), (Some(Trouble::ChangedElsewhere), "Mine"));
}

#[test]
fn the_conflict_of_one_plan_is_not_that_of_the_next() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    one.workspace.save_now();
    two.name("Theirs");
    assert!(two.workspace.open_example(Some(fresh_example())).is_err(), "first it must be settled");
    two.workspace.keep_as_copy();
    two.workspace.open(&one.id()).unwrap();
    assert_eq!((two.shows().as_str(), two.says(), two.trouble()), ("Mine", SaveState::Saved, None));
}
