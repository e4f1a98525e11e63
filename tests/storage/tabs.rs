//! Two tabs that write the same plan.

use std::sync::Arc;

use followthrough::store::{Heard, Keeper};

use super::*;

#[test]
fn two_tabs_in_turn_follow_each_other() {
    let storage = MemoryStorage::default();
    let (here, there) = (PlanStore::new(&storage, tab("here")), PlanStore::new(&storage, tab("there")));
    let first = here.save(&id("a"), &named("1"), State::Open, None).unwrap();
    let mut held_here = Keeper::new(after(&first), Arc::new(named("1")));
    let mut held_there = held_here.clone();

    let second = here.save(&id("a"), &named("2"), State::Open, Some(held_here.lineage())).unwrap();
    held_here.wrote(second, Arc::new(named("2")));
    let heard = held_there.hear(Some(&text_of(&storage, "a")), None, &named("1"));
    assert!(matches!(heard, Heard::Adopt(second) if second.plan == named("2")));

    there.save(&id("a"), &named("3"), State::Open, Some(held_there.lineage())).unwrap();
    let heard = held_here.hear(Some(&text_of(&storage, "a")), None, &named("2"));
    let Heard::Adopt(third) = heard else { panic!("the third version is not adopted") };
    assert_eq!((third.plan, third.revision), (named("3"), revision(3, "there")));
}

#[test]
fn a_tab_that_missed_a_change_does_not_write_over_it() {
    let storage = MemoryStorage::default();
    let (here, there) = (PlanStore::new(&storage, tab("here")), PlanStore::new(&storage, tab("there")));
    let first = here.save(&id("a"), &named("1"), State::Open, None).unwrap();
    there.save(&id("a"), &named("theirs"), State::Open, Some(&after(&first))).unwrap();
    let late = here.save(&id("a"), &named("mine"), State::Open, Some(&after(&first)));
    assert_eq!(late, Err(SaveError::ChangedElsewhere));
    assert_eq!(here.open(&id("a")).unwrap().unwrap().plan, named("theirs"));
}

#[test]
fn two_tabs_that_write_at_once_both_notice_and_both_versions_can_be_kept() {
    // Each tab sees the storage as it was: neither has heard of the other's write yet.
    let (seen_here, seen_there) = (holding(FULL), holding(FULL));
    let (here, there) = (PlanStore::new(&seen_here, tab("here")), PlanStore::new(&seen_there, tab("there")));
    let opened = here.open(&id("a")).unwrap().unwrap();
    let mut held_here = Keeper::new(after(&opened.revision), Arc::new(opened.plan));
    let mut held_there = held_here.clone();
    let mine = here.save(&id("a"), &named("mine"), State::Open, Some(held_here.lineage())).unwrap();
    let theirs = there.save(&id("a"), &named("theirs"), State::Open, Some(held_there.lineage())).unwrap();
    held_here.wrote(mine, Arc::new(named("mine")));
    held_there.wrote(theirs, Arc::new(named("theirs")));

    let (written_here, written_there) = (text_of(&seen_here, "a"), text_of(&seen_there, "a"));
    assert_eq!(held_here.hear(Some(&written_there), None, &named("mine")), Heard::Conflict);
    assert_eq!(held_there.hear(Some(&written_here), None, &named("theirs")), Heard::Conflict);

    // The later write stands in the storage; the other version becomes a plan of its own.
    seen_here.write(&id("a").key(), &written_there).unwrap();
    let again = here.save(&id("a"), &named("mine"), State::Open, Some(held_here.lineage()));
    assert_eq!(again, Err(SaveError::ChangedElsewhere));
    here.save(&id("copy"), &named("mine"), State::Open, None).unwrap();
    let plans = here.contents().unwrap().plans;
    let names: Vec<_> = plans.iter().map(|(_, stored)| stored.plan.name.as_str()).collect();
    assert_eq!(names, ["theirs", "mine"]);
}

#[test]
fn a_tab_that_goes_back_to_an_older_version_never_repeats_a_revision() {
    let storage = holding(FULL);
    let plan_store = PlanStore::new(&storage, tab("here"));
    let mut known = revision(7, "tab-b");
    for name in ["mine", "mine still"] {
        known = plan_store.save(&id("a"), &named(name), State::Open, Some(&after(&known))).unwrap();
    }
    assert_eq!(known, revision(9, "here"));
    storage.write(&id("a").key(), FULL).unwrap();
    let back = plan_store.open(&id("a")).unwrap().unwrap();
    assert_eq!(
        plan_store.save(&id("a"), &back.plan, State::Open, Some(&after(&back.revision))),
        Ok(revision(10, "here"))
    );
}

#[test]
fn a_plan_removed_in_another_tab_is_not_brought_back_unasked() {
    let storage = MemoryStorage::default();
    let (here, there) = (PlanStore::new(&storage, tab("here")), PlanStore::new(&storage, tab("there")));
    let first = here.save(&id("a"), &named("1"), State::Open, None).unwrap();
    there.remove(&id("a"), &after(&first)).unwrap();
    assert_eq!(
        Keeper::new(after(&first), Arc::new(named("1"))).hear(None, None, &named("1")),
        Heard::Removed
    );
    let late = here.save(&id("a"), &named("2"), State::Open, Some(&after(&first)));
    assert_eq!(late, Err(SaveError::ChangedElsewhere));
}
