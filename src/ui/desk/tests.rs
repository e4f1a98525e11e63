//! The desk without a browser: what it keeps, what it refuses to overwrite, what it says.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::plan::{Edit, Line, Prose};
use crate::store::MemoryStorage;

/// A storage that outlives its desks, as the browser's does, with so much room and no more.
struct Disk {
    kept: MemoryStorage,
    has_room: Cell<bool>,
}

impl Disk {
    fn empty() -> &'static Self {
        Box::leak(Box::new(Self { kept: MemoryStorage::default(), has_room: Cell::new(true) }))
    }

    fn text(&self, id: &PlanId) -> Option<String> {
        self.kept.read(&id.key()).unwrap()
    }
}

impl Storage for Disk {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.kept.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.kept.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if self.has_room.get() { self.kept.write(key, text) } else { Err(StorageError::Full) }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.kept.remove(key)
    }
}

thread_local! {
    static REMEMBERED: RefCell<Option<PlanId>> = const { RefCell::new(None) };
}

/// A tab of the browser, and the person in front of it.
struct Tab {
    session: Session,
    desk: Desk,
    disk: &'static Disk,
    _owner: Owner,
}

impl Tab {
    fn on(disk: &'static Disk) -> Self {
        Self::with_storage(disk, true)
    }

    fn with_storage(disk: &'static Disk, is_lasting: bool) -> Self {
        static DRAWN: AtomicU64 = AtomicU64::new(1);
        let owner = Owner::new();
        owner.set();
        let session = Session::new(Plan::blank());
        let ports = Ports {
            storage: Box::new(disk),
            is_lasting,
            random_bits: || DRAWN.fetch_add(1, Ordering::Relaxed).into(),
            today: || NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            remember: |id| REMEMBERED.set(id.cloned()),
        };
        Self { session, desk: Desk::new(session, ports), disk, _owner: owner }
    }

    /// A tab in which a plan of that name has been begun and saved.
    fn with_plan(disk: &'static Disk, name: &str) -> Self {
        let tab = Self::on(disk);
        tab.desk.start_new();
        tab.name(name);
        tab.desk.save_now();
        tab
    }

    /// A second tab, on the plan that this one shows.
    fn twin(&self) -> Self {
        let twin = Self::on(self.disk);
        twin.desk.open(&self.id()).unwrap();
        twin
    }

    fn id(&self) -> PlanId {
        self.desk.open_id().get_untracked().unwrap()
    }

    /// Gives the plan a name, as one run of typing.
    fn name(&self, name: &str) {
        self.session.pause();
        self.session.edit(Edit::Name(line(name)));
    }

    fn shows(&self) -> String {
        self.session.plan_now().name.to_string()
    }

    /// The name under which the open plan is stored.
    fn stored(&self) -> String {
        self.stored_as(&self.id())
    }

    fn stored_as(&self, id: &PlanId) -> String {
        let contents = self.desk.contents().get_untracked();
        contents.plans.into_iter().find(|(known, _)| known == id).map(|(_, stored)| stored.plan.name.to_string()).unwrap()
    }

    fn says(&self) -> SaveState {
        self.desk.save_state().get_untracked()
    }

    fn trouble(&self) -> Option<Trouble> {
        self.desk.trouble().get_untracked()
    }

    fn announces(&self) -> String {
        self.session.announcement().get_untracked()
    }

    /// What the browser tells this tab when another one has written its plan.
    fn hears_of_its_plan(&self) {
        let id = self.id();
        self.desk.hear(&id.key(), self.disk.text(&id).as_deref());
    }

    fn plans(&self, state: State) -> Vec<String> {
        let contents = self.desk.contents().get_untracked();
        let plans = contents.plans.into_iter().filter(|(_, stored)| stored.state == state);
        plans.map(|(_, stored)| stored.plan.name.to_string()).collect()
    }
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

// --- Saving ---

#[test]
fn saved_is_said_only_after_the_write_succeeded() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    assert_eq!(tab.says(), SaveState::Saved);

    tab.name("Summer");
    tab.desk.mark_changed();
    assert_eq!((tab.says(), tab.stored().as_str()), (SaveState::Saving, "Spring"));

    tab.desk.save_now();
    assert_eq!((tab.says(), tab.stored().as_str()), (SaveState::Saved, "Summer"));
}

#[test]
fn a_change_taken_back_is_saved_too() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.name("Summer");
    tab.desk.save_now();
    tab.session.undo();
    assert!(tab.desk.has_unsaved());
    tab.desk.save_now();
    assert_eq!(tab.stored(), "Spring");
}

#[test]
fn a_plan_that_is_as_it_was_saved_is_not_written_again() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let before = tab.disk.text(&tab.id());
    tab.desk.mark_changed();
    assert_eq!(tab.says(), SaveState::Saved);
    tab.desk.save_now();
    assert_eq!(tab.disk.text(&tab.id()), before);
}

#[test]
fn a_full_storage_is_said_and_after_room_is_made_trying_again_saves() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.disk.has_room.set(false);
    tab.name("Summer");
    tab.desk.save_now();
    assert_eq!(tab.says(), SaveState::NotSaved);
    assert_eq!(tab.trouble(), Some(Trouble::Storage(StorageError::Full)));
    assert_eq!((tab.shows().as_str(), tab.stored().as_str()), ("Summer", "Spring"));

    tab.desk.try_again();
    assert_eq!(tab.says(), SaveState::NotSaved, "there is still no room");

    tab.disk.has_room.set(true);
    tab.desk.try_again();
    assert_eq!((tab.says(), tab.trouble()), (SaveState::Saved, None));
    assert_eq!(tab.stored(), "Summer");
}

#[test]
fn work_goes_on_in_a_full_storage_and_the_next_change_tries_by_itself() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.disk.has_room.set(false);
    tab.name("Summer");
    tab.desk.save_now();
    tab.disk.has_room.set(true);
    tab.name("Autumn");
    tab.desk.mark_changed();
    assert_eq!(tab.says(), SaveState::Saving);
    tab.desk.save_now();
    assert_eq!((tab.trouble(), tab.stored().as_str()), (None, "Autumn"));
}

#[test]
fn where_nothing_lasts_saved_is_never_said() {
    let tab = Tab::with_storage(Disk::empty(), false);
    let blocked = Some(Trouble::Storage(StorageError::Blocked));
    let mut said = vec![tab.says()];
    tab.desk.start_new();
    said.push(tab.says());
    tab.name("Spring");
    tab.desk.mark_changed();
    said.push(tab.says());
    tab.desk.save_now();
    said.push(tab.says());
    assert_eq!(tab.trouble(), blocked);
    tab.desk.try_again();
    tab.desk.open_example();
    said.push(tab.says());
    assert!(!said.contains(&SaveState::Saved), "{said:?}");
    assert_eq!(tab.trouble(), blocked);
}

#[test]
fn where_nothing_lasts_one_can_still_go_from_plan_to_plan() {
    let tab = Tab::with_storage(Disk::empty(), false);
    tab.desk.start_new();
    let first = tab.id();
    tab.name("Spring");
    tab.desk.open_example();
    tab.desk.open(&first).unwrap();
    assert_eq!(tab.shows(), "Spring");
}

#[test]
fn changes_that_could_not_be_saved_are_not_given_up_for_another_plan() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let own = tab.id();
    tab.desk.open_example();
    let example = tab.id();
    tab.desk.open(&own).unwrap();
    tab.name("Summer");
    tab.disk.has_room.set(false);
    assert!(tab.desk.open(&example).is_err());
    assert_eq!(tab.shows(), "Summer");
}

// --- Two tabs ---

#[test]
fn the_later_of_two_tabs_does_not_overwrite_the_earlier_one() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    two.name("Theirs");
    one.desk.save_now();
    two.desk.save_now();
    assert_eq!(one.says(), SaveState::Saved);
    assert_eq!((two.says(), two.trouble()), (SaveState::NotSaved, Some(Trouble::ChangedElsewhere)));
    assert_eq!((two.shows().as_str(), two.stored().as_str()), ("Theirs", "Mine"));

    two.name("Theirs, later");
    two.desk.mark_changed();
    two.desk.save_now();
    two.desk.try_again();
    assert_eq!((two.says(), two.stored().as_str()), (SaveState::NotSaved, "Mine"));
}

#[test]
fn a_copy_keeps_both_versions() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    one.desk.save_now();
    two.name("Theirs");
    two.desk.save_now();

    two.desk.keep_as_copy();
    assert_ne!(two.id(), one.id());
    assert_eq!((two.says(), two.trouble()), (SaveState::Saved, None));
    assert_eq!(two.plans(State::Open), ["Mine", "Theirs (copy)"]);
}

#[test]
fn after_taking_the_other_version_undo_brings_mine_back() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    one.desk.save_now();
    two.name("Theirs");
    two.desk.save_now();

    two.desk.take_other_version().unwrap();
    assert_eq!((two.shows().as_str(), two.says(), two.trouble()), ("Mine", SaveState::Saved, None));
    two.session.undo();
    two.desk.save_now();
    assert_eq!((two.stored().as_str(), two.says()), ("Theirs", SaveState::Saved));
}

#[test]
fn an_idle_tab_takes_over_what_another_one_saved_and_can_take_it_back() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Summer");
    one.desk.save_now();
    two.hears_of_its_plan();
    assert_eq!((two.shows().as_str(), two.says()), ("Summer", SaveState::Saved));
    assert!(two.announces().contains("another tab"), "{}", two.announces());

    two.name("Autumn");
    two.desk.save_now();
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
    one.desk.save_now();
    two.hears_of_its_plan();
    assert_eq!((two.trouble(), two.shows().as_str()), (Some(Trouble::ChangedElsewhere), "Theirs"));
}

#[test]
fn what_a_tab_hears_of_other_plans_leaves_its_own_alone() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    one.name("Summer");
    one.desk.hear("followthrough/plan/another", Some("{"));
    one.desk.hear("followthrough/current", None);
    assert_eq!((one.trouble(), one.shows().as_str()), (None, "Summer"));
}

#[test]
fn a_plan_removed_elsewhere_is_said_to_be_and_can_be_kept() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.desk.remove(&one.id()).unwrap();
    two.hears_of_its_plan();
    assert_eq!((two.says(), two.trouble()), (SaveState::NotSaved, Some(Trouble::RemovedElsewhere)));

    two.name("Still here");
    two.desk.save_now();
    assert_eq!(two.plans(State::Open), [""; 0], "it does not come back by itself");
    assert!(two.desk.take_other_version().is_err());
    two.desk.keep_as_copy();
    assert_eq!(two.plans(State::Open), ["Still here (copy)"]);
}

#[test]
fn putting_a_plan_away_does_not_pass_over_what_another_tab_made_of_it() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    one.desk.save_now();
    assert!(two.desk.set_state(&two.id(), State::Archived).is_err(), "this tab has not seen that version yet");
    two.name("Theirs");
    two.desk.save_now();
    assert_eq!((two.trouble(), two.stored().as_str()), (Some(Trouble::ChangedElsewhere), "Mine"));
}

#[test]
fn the_conflict_of_one_plan_is_not_that_of_the_next() {
    let one = Tab::with_plan(Disk::empty(), "Spring");
    let two = one.twin();
    one.name("Mine");
    one.desk.save_now();
    two.name("Theirs");
    two.desk.save_now();
    two.desk.keep_as_copy();
    two.desk.open(&one.id()).unwrap();
    assert_eq!((two.shows().as_str(), two.says(), two.trouble()), ("Mine", SaveState::Saved, None));
}

// --- Plans come and go ---

#[test]
fn starting_a_new_plan_archives_the_one_at_hand_whole() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let first = tab.id();
    tab.session.edit(Edit::Business(line("Bakery, not yet saved")));
    let before = tab.session.plan_now();
    tab.desk.start_new();
    assert_eq!(*tab.session.plan_now(), Plan::blank());
    assert_eq!((tab.plans(State::Open), tab.plans(State::Archived)), (vec![String::new()], vec!["Spring".to_owned()]));

    tab.desk.set_state(&first, State::Open).unwrap();
    tab.desk.open(&first).unwrap();
    assert_eq!(tab.session.plan_now(), before);
}

#[test]
fn starting_a_new_plan_leaves_the_example_where_it_is() {
    let tab = Tab::on(Disk::empty());
    tab.desk.open_example();
    tab.desk.start_new();
    assert_eq!(tab.plans(State::Archived), [""; 0]);
    assert_eq!(tab.plans(State::Open).len(), 2);
}

#[test]
fn the_example_is_opened_again_rather_than_made_again() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let own = tab.id();
    tab.desk.open_example();
    let example = tab.id();
    assert_eq!(tab.session.plan_now().origin, Origin::Example);
    assert_eq!(tab.stored_as(&own), "Spring");
    tab.name("Looked around");
    tab.desk.open(&own).unwrap();
    tab.desk.open_example();
    assert_eq!((tab.id(), tab.shows().as_str()), (example, "Looked around"));
}

#[test]
fn an_example_made_ones_own_stays_when_the_example_is_opened() {
    let tab = Tab::on(Disk::empty());
    tab.desk.open_example();
    let adopted = tab.id();
    tab.session.edit(Edit::Adopt);
    tab.name("Now mine");
    tab.desk.open_example();
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
    again.desk.reopen_last(remembered);
    assert_eq!((again.id(), again.shows().as_str()), (one.id(), "Spring"));
    two.desk.open(&two.id()).unwrap();
    let third = Tab::on(disk);
    third.desk.reopen_last(None);
    assert_eq!(third.shows(), "Summer");
}

#[test]
fn a_removed_plan_leaves_the_desk() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let id = tab.id();
    tab.desk.remove(&id).unwrap();
    assert_eq!(tab.desk.open_id().get_untracked(), None);
    assert_eq!(tab.disk.text(&id), None);
    assert_eq!(REMEMBERED.with_borrow(Clone::clone), None);
    tab.desk.save_now();
    assert_eq!(tab.disk.text(&id), None, "what is gone is not written again");
    assert!(tab.desk.open(&id).unwrap_err().contains("no longer"));
}

// --- What cannot be read ---

#[test]
fn a_stored_plan_that_cannot_be_read_is_set_aside_and_never_overwritten() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let id = tab.id();
    let torn = &tab.disk.text(&id).unwrap()[..100];
    tab.disk.write(&id.key(), torn).unwrap();

    let again = Tab::on(tab.disk);
    again.desk.reopen_last(Some(id.clone()));
    assert_eq!(again.desk.open_id().get_untracked(), None);
    assert!(again.desk.open(&id).unwrap_err().contains("ends too early"));
    again.desk.start_new();
    let contents = again.desk.contents().get_untracked();
    assert_eq!(contents.set_aside.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), [torn]);
    assert_eq!(again.plans(State::Archived), [""; 0]);

    tab.name("Summer");
    tab.desk.save_now();
    assert_eq!(tab.trouble(), Some(Trouble::ChangedElsewhere));
    assert_eq!(tab.disk.text(&id).as_deref(), Some(torn));
}

#[test]
fn what_is_set_aside_is_discarded_only_as_it_was_seen() {
    let tab = Tab::on(Disk::empty());
    let key = "followthrough/plan/torn";
    tab.disk.write(key, "{").unwrap();
    let aside = tab.desk.contents().get_untracked().set_aside.remove(0);
    tab.disk.write(key, "{}").unwrap();
    assert!(tab.desk.discard(&aside).is_err());
    assert_eq!(tab.disk.read(key).unwrap().as_deref(), Some("{}"));

    let aside = tab.desk.contents().get_untracked().set_aside.remove(0);
    tab.desk.discard(&aside).unwrap();
    assert_eq!(tab.disk.read(key).unwrap(), None);
}

// --- The session ---

#[test]
fn typing_in_one_field_is_taken_back_in_one_go_and_a_pause_parts_it() {
    let session = Tab::on(Disk::empty()).session;
    let statement = |text: &str| {
        session.edit(Edit::Statement(crate::plan::Audience::Prospect, Prose::parse(text).unwrap()));
    };
    for text in ["W", "We", "Wel"] {
        statement(text);
    }
    session.pause();
    statement("Welcome");
    let now = || session.plan_now().statements.prospect.to_string();
    session.undo();
    assert_eq!(now(), "Wel");
    session.undo();
    assert_eq!(now(), "");
    session.redo();
    session.redo();
    assert_eq!(now(), "Welcome");
}

#[test]
fn undo_and_redo_say_what_they_did() {
    let tab = Tab::on(Disk::empty());
    let session = tab.session;
    session.undo();
    assert_eq!(tab.announces(), "Nothing to undo");
    session.redo();
    assert_eq!(tab.announces(), "Nothing to redo");
    session.edit_and_say(Edit::Name(line("Spring")), "Named");
    assert_eq!(tab.announces(), "Named");
    session.undo();
    assert_eq!((tab.announces().as_str(), tab.shows().as_str()), ("Undone", ""));
    session.redo();
    assert_eq!((tab.announces().as_str(), tab.shows().as_str()), ("Redone", "Spring"));
}

#[test]
fn a_refused_change_is_said_and_leaves_no_trace() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    let nobody = crate::plan::PersonId(7);
    tab.session.edit(Edit::RenamePerson(nobody, line("Ann")));
    assert!(tab.announces().contains("no longer in the plan"), "{}", tab.announces());
    assert!(!tab.desk.has_unsaved());
    tab.session.undo();
    assert_eq!(tab.shows(), "");
}

#[test]
fn there_is_no_way_back_from_one_plan_into_another() {
    let tab = Tab::with_plan(Disk::empty(), "Spring");
    tab.desk.start_new();
    tab.session.undo();
    assert_eq!((tab.announces().as_str(), tab.shows().as_str()), ("Nothing to undo", ""));
}
