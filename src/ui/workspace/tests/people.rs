//! The people on a plan, between tabs and from one opening to the next.

use super::*;
use crate::plan::{Anchor, Audience, Delay, Holiday, StepEdit, StepId, Unit};
use crate::roster::{ContactEdit, ContactId, NewContact, RosterEdit, WorkspaceEdit};

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
    tab.workspace.restore(&id, earlier, None).unwrap();
    assert_eq!((tab.shows().as_str(), tab.people()), ("Spring", vec!["Ann".to_owned()]));
}

/// The names of those in a file that was put by.
fn names_in(file: &str) -> Vec<String> {
    let found = crate::exchange::import_roster(file.as_bytes()).unwrap();
    found.roster.contacts().map(|contact| contact.name.to_string()).collect()
}

#[test]
fn people_are_put_by_before_many_of_them_change_and_come_back_with_the_version() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.workspace.put_people_by();
    assert_eq!(PUT_BY.take(), [], "nobody is on it yet");
    tab.changes(somebody("Ann"));
    tab.workspace.put_people_by();
    assert_eq!(PUT_BY.take().iter().map(|(why, _)| *why).collect::<Vec<_>>(), [Occasion::People]);
    let files = PEOPLE_PUT_BY.take();
    assert_eq!(files.iter().map(|file| names_in(file)).collect::<Vec<_>>(), [["Ann"]]);

    let then = crate::exchange::import_roster(files[0].as_bytes()).unwrap().roster;
    let plan = (*tab.session.plan_now()).clone();
    tab.changes(renamed(1, "Bo"));
    tab.changes(somebody("Cy"));
    tab.workspace.restore(&tab.id(), plan.clone(), None).unwrap();
    assert_eq!(tab.people(), ["Bo", "Cy"], "the people stay unless those of then are wanted");
    tab.workspace.restore(&tab.id(), plan, Some(then)).unwrap();
    assert_eq!(tab.people(), ["Ann"]);
    assert_eq!(
        names_in(PEOPLE_PUT_BY.take().last().unwrap()),
        ["Bo", "Cy"],
        "who was here is put by as well"
    );
    tab.changes(somebody("Di"));
    let last = tab.session.roster().get_untracked().contacts().last().unwrap().id;
    assert_eq!(last, ContactId(3), "the number of somebody who came since is not given again");
    tab.workspace.undo();
    tab.workspace.undo();
    assert_eq!(tab.people(), ["Bo", "Cy"]);
}

#[test]
fn whoever_is_removed_is_taken_out_of_what_was_put_by() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.changes(somebody("Ann"));
    tab.changes(somebody("Bo"));
    tab.changes(RosterEdit::Remove(ContactId(1)));
    tab.workspace.forget_contact(ContactId(1));
    assert_eq!(FORGOTTEN.take(), [ContactId(1)]);
    tab.workspace.undo();
    assert_eq!((tab.people(), FORGOTTEN.take()), (vec!["Ann".to_owned(), "Bo".to_owned()], vec![]));
    tab.workspace.redo();
    assert_eq!(FORGOTTEN.take(), [ContactId(1)], "a version may have been put by meanwhile");
}

/// A call two working days after the start, and Ann on it.
fn with_ann_on_a_call(tab: &Tab) {
    let step = StepId(tab.session.plan_now().next_id());
    let wait = Delay::after(2, Unit::WorkingDays, Anchor::Start).unwrap();
    tab.session.edit(Edit::AddStep { audience: Audience::Prospect, before: None });
    tab.session.edit(Edit::Step(step, StepEdit::Delay(wait)));
    let start = Some((Audience::Prospect, Line::default(), CLOCK.get()));
    let ann = NewContact { name: line("Ann"), start, ..NewContact::default() };
    tab.changes(RosterEdit::Add(vec![ann]));
}

fn holiday(day: &str) -> Edit {
    Edit::AddHoliday(Holiday { date: day.parse().unwrap(), name: Line::default() })
}

#[test]
fn what_moves_dates_of_people_waits_until_it_is_seen_and_is_one_undo() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    with_ann_on_a_call(&tab);
    let taken = Arc::new(AtomicU64::new(0));
    let count = |taken: &Arc<AtomicU64>| {
        let taken = taken.clone();
        move || _ = taken.fetch_add(1, Ordering::Relaxed)
    };
    let holidays = || tab.session.plan_now().holidays.len();
    let moves = || untrack(|| tab.session.proposed()).map(|it| it.moves().to_vec());

    tab.session.propose(holiday("2026-11-25"), "It is off.", count(&taken)).unwrap();
    assert_eq!((holidays(), taken.load(Ordering::Relaxed)), (0, 0), "nothing is changed yet");
    let said = [
        "This changes dates of 1 person.",
        "1 step comes 1 working day later.",
        "The last date becomes Thu 26 Nov 2026 instead of Wed 25 Nov 2026.",
    ];
    assert_eq!(moves().unwrap(), said);
    tab.session.leave_proposed();
    assert_eq!((holidays(), moves()), (0, None));

    tab.session.propose(holiday("2026-11-25"), "It is off.", count(&taken)).unwrap();
    tab.session.take_proposed();
    assert_eq!((holidays(), taken.load(Ordering::Relaxed), moves()), (1, 1, None));
    assert_eq!(tab.announces(), "It is off.");
    assert!(tab.session.has_shown_moves());
    tab.session.undo();
    assert_eq!(holidays(), 0);
}

#[test]
fn what_moves_nobodys_dates_is_done_at_once_and_what_cannot_be_is_said() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.session.propose(holiday("2026-11-25"), "It is off.", || ()).unwrap();
    assert_eq!((tab.session.plan_now().holidays.len(), tab.announces().as_str()), (1, "It is off."));
    with_ann_on_a_call(&tab);
    tab.session.propose(holiday("2027-11-24"), "It is off as well.", || ()).unwrap();
    assert_eq!(tab.announces(), "It is off as well.", "she is done long before");
    let nobody = RosterEdit::Contact(ContactId(9), ContactEdit::Name(Line::default()));
    let refused = tab.session.propose_any(WorkspaceEdit::Roster(nobody), String::new(), Arc::new(|| ()));
    assert!(refused.is_err());
    assert!(untrack(|| tab.session.proposed()).is_none());
}

#[test]
fn what_comes_from_elsewhere_while_a_whole_plan_waits_is_not_lost() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    with_ann_on_a_call(&tab);
    let plan = tab.session.plan_now().edited(holiday("2026-11-25")).unwrap();
    let whole = tab.session.whole_now().with_plan(plan);
    tab.session.propose_whole(whole.clone(), "Taken.".to_owned(), Arc::new(|| ())).unwrap();
    tab.changes(renamed(1, "Ann Meanwhile"));
    tab.session.take_proposed();
    assert_eq!(tab.people(), ["Ann Meanwhile"]);
    assert_eq!(tab.session.plan_now().holidays.len(), 0);
    assert_eq!(tab.announces(), words::CHANGED_MEANWHILE);
    let whole = tab.session.whole_now().with_plan(whole.plan.as_ref().clone());
    tab.session.propose_whole(whole, "Taken.".to_owned(), Arc::new(|| ())).unwrap();
    tab.session.take_proposed();
    assert_eq!((tab.people(), tab.session.plan_now().holidays.len()), (vec!["Ann Meanwhile".to_owned()], 1));
    tab.session.undo();
    assert_eq!((tab.people(), tab.session.plan_now().holidays.len()), (vec!["Ann Meanwhile".to_owned()], 0));
}

#[test]
fn what_is_typed_afterwards_has_not_been_shown() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    with_ann_on_a_call(&tab);
    tab.session.propose(holiday("2026-11-25"), "", || ()).unwrap();
    tab.session.take_proposed();
    let step = tab.session.plan_now().sequences.prospect.steps[0].id;
    let wait = Delay::after(5, Unit::WorkingDays, Anchor::Start).unwrap();
    tab.session.edit(Edit::Step(step, StepEdit::Delay(wait)));
    assert!(!tab.session.has_shown_moves());
}
