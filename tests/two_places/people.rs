//! The people on a plan go where their plan goes: into the durable place with it, or not at all.

#[path = "people/turns.rs"]
mod turns;

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use followthrough::exchange::{export_roster, without_contact};
use followthrough::plan::{Audience, Prose};
use followthrough::roster::{
    ContactEdit, ContactId, NewContact, Roster, RosterEdit, Way, Workspace, WorkspaceEdit,
};
use followthrough::store::{Damage, FoundRoster, RosterKey, RosterPart, SaveError, Snapshot};
use proptest::prelude::*;

use super::*;

type Store = PlanStore<Rc<Places<Local>>>;

/// What a tab has open: what it shows, and what it wrote last.
struct Open {
    places: Rc<Places<Local>>,
    store: Store,
    known: Option<VersionVector>,
    now: Workspace,
    written: FoundRoster,
    /// What the durable place had of it, when this tab last knew: what both tabs' versions come from.
    base: Roster,
    /// In use, or in the bin.
    state: State,
}

fn people(count: usize) -> WorkspaceEdit {
    let somebody =
        |at| NewContact { name: Line::parse(&format!("Somebody {at}")).unwrap(), ..NewContact::default() };
    WorkspaceEdit::Roster(RosterEdit::Add((0..count).map(somebody).collect()))
}

fn named(id: u32, name: &str) -> WorkspaceEdit {
    let name = ContactEdit::Name(Line::parse(name).unwrap());
    WorkspaceEdit::Roster(RosterEdit::Contact(ContactId(id), name))
}

impl Open {
    fn on(places: Places<Local>, tab: &str) -> Self {
        let places = Rc::new(places);
        let store = PlanStore::new(Rc::clone(&places), TabId::parse(tab).unwrap());
        let (known, plan) = match store.open(&id()).unwrap() {
            Some(stored) => (Some(store.lineage(&id(), &stored)), stored.plan),
            None => (None, begin()),
        };
        let written = store.people(&id()).unwrap();
        let now = Workspace { plan: plan.into(), roster: written.roster.clone().into() };
        let base = written.roster.clone();
        Self { places, store, known, now, written, base, state: State::Open }
    }

    fn start(local: &Local, durable: &Durable, tab: &str) -> Self {
        Self::on(Places::both(Rc::clone(local), durable.0.clone()), tab)
    }

    fn edit(&mut self, edit: WorkspaceEdit) {
        self.now = self.now.edited(edit).unwrap();
    }

    fn save(&mut self) -> Result<(), SaveError> {
        let known = self.known.as_ref();
        let revision = self.store.save_with_people(&id(), &self.now, self.state, known, &self.written)?;
        match &mut self.known {
            Some(known) => known.advance(revision),
            none => *none = Some(VersionVector::new(revision)),
        }
        self.written = FoundRoster { roster: (*self.now.roster).clone(), damage: Vec::new() };
        Ok(())
    }

    /// Another tab has written first: what it wrote is read, and what was changed here is made from it once more.
    fn take_in(&mut self, durable: &Durable, refused: &(String, String)) {
        assert_eq!(refused.0, id().key(), "it is the plan that says so");
        let record = self.places.refused(&refused.0, &refused.1).unwrap();
        let keys = RosterKey::keys_of(&id());
        let is_theirs = |change: &Change| change.key.starts_with(&keys);
        let waiting = self.places.waiting().unwrap_or_default();
        assert!(!waiting.iter().any(is_theirs), "nothing is tried again without its plan");
        let people = durable.0.iter().filter(|(key, _)| key.starts_with(&keys)).cloned();
        self.places.found_people(&id(), people.collect());
        let found = self.store.people(&id()).unwrap();
        assert_eq!(found.damage, []);
        let both = Roster::together(&self.base, &self.now.roster, &found.roster).unwrap();
        self.now.roster = both.into();
        self.base = found.roster.clone();
        self.written = found;
        let known = self.known.as_mut().unwrap();
        known.join(&record.lineage);
        known.advance(record.lineage.latest().clone());
    }

    fn carry(&mut self, durable: &mut Durable) {
        while let Some(changes) = self.places.waiting() {
            durable.commit(&changes).unwrap();
            self.places.committed(&changes);
        }
        self.base = self.written.roster.clone();
    }
}

fn key(part: RosterPart) -> String {
    RosterKey { plan: id(), part }.key()
}

fn keys_of_people(storage: &impl Storage) -> Vec<String> {
    let mut keys = storage.keys(RosterKey::KEYS).unwrap();
    keys.sort();
    keys
}

fn holds(durable: &Durable, local: &Local, text: &str) -> bool {
    let in_local = local.keys("").unwrap();
    let mut in_local = in_local.iter().map(|key| local.read(key).unwrap().unwrap());
    in_local.any(|found| found.contains(text)) || durable.0.iter().any(|(_, raw)| raw.contains(text))
}

/// A hundred people, carried over.
fn hundred() -> (Local, Durable, Open) {
    let (local, mut durable) = (Local::default(), Durable::default());
    let mut tab = Open::start(&local, &durable, "tab");
    tab.edit(people(100));
    tab.save().unwrap();
    tab.carry(&mut durable);
    (local, durable, tab)
}

#[test]
fn a_plan_and_its_people_are_carried_over_in_one_and_found_again() {
    let (local, durable, mut tab) = hundred();
    let parts = [RosterPart::Surroundings, RosterPart::Chunk(0), RosterPart::Chunk(1)];
    assert!(parts.iter().all(|part| durable.found(&key(*part)).is_some()));
    assert_eq!(keys_of_people(&*local), [""; 0], "they would not fit into local storage");
    // Local storage is lost, and nobody with it.
    let again = Open::start(&Local::default(), &durable, "next");
    assert_eq!((&again.now, again.written.is_whole()), (&tab.now, true));
    assert_eq!(again.store.contents().unwrap().quarantined, []);

    tab.edit(named(70, "Zoe"));
    tab.save().unwrap();
    let changes = tab.places.waiting().unwrap();
    let keys: Vec<_> = changes.iter().map(|change| change.key.clone()).collect();
    assert_eq!(keys, [id().key(), key(RosterPart::Chunk(1))], "the plan, and the chunk that changed");
}

#[test]
fn what_another_tab_wrote_first_is_left_whole_and_read_anew() {
    let (local, mut durable, mut tab) = hundred();
    let mut other = Open::start(&local, &durable, "other");
    tab.edit(named(1, "Mine"));
    other.edit(named(70, "Theirs"));
    tab.save().unwrap();
    other.save().unwrap();
    other.carry(&mut durable);
    let before = durable.0.clone();
    let refused = durable.commit(&tab.places.waiting().unwrap()).unwrap_err();
    assert_eq!(durable.0, before, "nothing of it is taken");
    tab.take_in(&durable, &refused);
    assert_eq!(tab.written.roster, *other.now.roster);
    tab.save().unwrap();
    tab.carry(&mut durable);
    let again = Open::start(&local, &durable, "next");
    let name = |id| again.now.roster.contact(ContactId(id)).unwrap().name.to_string();
    assert_eq!([name(1), name(70)], ["Mine", "Theirs"]);
}

#[test]
fn somebody_removed_and_a_plan_removed_stand_in_neither_place() {
    let (local, mut durable, mut tab) = hundred();
    tab.edit(named(3, "Quetzalcoatl"));
    tab.save().unwrap();
    tab.places.flush();
    tab.carry(&mut durable);
    assert!(holds(&durable, &local, "Quetzalcoatl"));
    tab.edit(WorkspaceEdit::Roster(RosterEdit::Remove(ContactId(3))));
    tab.save().unwrap();
    tab.carry(&mut durable);
    assert!(!holds(&durable, &local, "Quetzalcoatl"));
    assert!(holds(&durable, &local, "Somebody"));
    tab.store.remove(&id(), tab.known.as_ref().unwrap()).unwrap();
    tab.carry(&mut durable);
    assert!(!holds(&durable, &local, "Somebody"));
    let again = Open::start(&local, &durable, "next");
    assert_eq!((again.known, again.written), (None, FoundRoster::default()));
}

/// All that can be typed of somebody, each with a name in it that nothing else has.
fn all_of_somebody(id: ContactId) -> Vec<WorkspaceEdit> {
    let name = |part: &str| Line::parse(&format!("Quetzal {part}")).unwrap();
    let note = |part: &str| Prose::parse(&format!("Quetzal\n{part}")).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let about = [
        ContactEdit::Name(name("Coatl")),
        ContactEdit::Mail(name("mail")),
        ContactEdit::Phone(name("phone")),
        ContactEdit::Address(name("street")),
        ContactEdit::Segment(name("and friends")),
        ContactEdit::Note(note("of them")),
        ContactEdit::Enrol { audience: Audience::Prospect, event: name("rang"), start: today },
        ContactEdit::AddTouchpoint {
            on: today,
            channel: None,
            way: Way::Theirs,
            note: note("rang again"),
            counts_for: None,
        },
    ];
    about.map(|edit| WorkspaceEdit::Roster(RosterEdit::Contact(id, edit))).to_vec()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_of_somebody_removed_is_found_in_either_place_in_an_earlier_version_or_in_the_bin(
        at in 1..=100_u32,
        is_flushed in any::<bool>(),
        is_carried in any::<bool>(),
        falls_back in any::<bool>(),
        is_binned in any::<bool>(),
        meanwhile in 1..=100_u32,
    ) {
        let (local, mut durable, mut tab) = hundred();
        let id_of_them = ContactId(at);
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        // Saved as it was typed, with a version put by each time.
        let mut versions = Vec::new();
        for edit in all_of_somebody(id_of_them) {
            tab.edit(edit);
            tab.save().unwrap();
            if is_flushed {
                tab.places.flush();
            }
            if is_carried {
                tab.carry(&mut durable);
            }
            versions.push(Snapshot::seal(&export_roster(&tab.now.roster, &tab.now.plan, today).unwrap()));
        }
        let is_named = |text: &str| text.to_lowercase().contains("quetzal");
        let count = versions.iter().filter(|version| is_named(version)).count();
        prop_assert_eq!(count, versions.len(), "each version names them");
        prop_assert!(!is_carried || holds(&durable, &local, "Quetzal"));

        tab.edit(WorkspaceEdit::Roster(RosterEdit::Remove(id_of_them)));
        tab.save().unwrap();
        for version in &mut versions {
            let left = without_contact(Snapshot::unseal(version).unwrap(), id_of_them).unwrap();
            *version = Snapshot::seal(&left);
        }
        if meanwhile != at {
            tab.edit(named(meanwhile, "Changed Meanwhile"));
            tab.save().unwrap();
        }
        if is_binned {
            tab.state = State::Binned(today);
            tab.save().unwrap();
        }
        if falls_back {
            tab.places.fall_back().unwrap();
            tab.save().unwrap();
        } else {
            tab.carry(&mut durable);
        }
        tab.places.flush();
        let next = Open::start(&local, &durable, "next");
        prop_assert!(next.now.roster.contact(id_of_them).is_none());
        prop_assert_eq!(next.now.roster.count(), 99);
        if !falls_back {
            prop_assert!(!holds(&durable, &local, "Quetzal") && !holds(&durable, &local, "quetzal"));
            prop_assert!(holds(&durable, &local, "Somebody"), "the others are there");
        } else {
            // What the durable place has is behind until it works again.
            let mut both = next;
            both.save().unwrap();
            both.carry(&mut durable);
            prop_assert!(!holds(&durable, &local, "Quetzal") && !holds(&durable, &local, "quetzal"));
        }
        for version in &versions {
            prop_assert!(!is_named(version) && version.contains("Somebody"));
        }
    }
}

#[test]
fn a_damaged_record_hides_nobody_else_and_is_put_aside_by_the_next_save() {
    for part in [RosterPart::Surroundings, RosterPart::Chunk(0)] {
        let (local, mut durable, _) = hundred();
        let (_, raw) = durable.0.iter_mut().find(|(found, _)| *found == key(part)).unwrap();
        *raw = raw.replacen("\"version\":1", "\"version\":7", 1);
        let damaged = raw.clone();
        let mut tab = Open::start(&local, &durable, "next");
        let [found] = &tab.written.damage[..] else { panic!("{:?}", tab.written.damage) };
        assert_eq!((found.part, found.text.as_deref()), (part, Some(&*damaged)));
        assert!(matches!(found.why, Damage::Unreadable(_)));
        assert_eq!(tab.now.roster.count(), if part == RosterPart::Surroundings { 100 } else { 37 });
        tab.edit(people(1));
        tab.save().unwrap();
        tab.carry(&mut durable);
        let again = Open::start(&local, &durable, "after");
        assert_eq!((&again.now, again.written.is_whole()), (&tab.now, true));
        let keys = again.places.keys(&RosterKey::keys_of(&id())).unwrap();
        let aside: Vec<_> = keys.iter().filter(|key| key.contains("damaged")).collect();
        assert!(!aside.is_empty());
        for aside in aside {
            assert_eq!(again.places.read(aside).unwrap(), Some(damaged.clone()));
        }
    }
}

#[test]
fn without_a_durable_place_they_are_kept_in_local_storage_and_move_once_there_is_one() {
    let local = Local::default();
    let mut tab = Open::on(Places::local_only(Rc::clone(&local)), "tab");
    tab.edit(people(100));
    tab.save().unwrap();
    assert_eq!(keys_of_people(&*local).len(), 3);
    let mut next = Open::on(Places::local_only(Rc::clone(&local)), "next");
    assert_eq!((&next.now, next.written.is_whole()), (&tab.now, true));
    next.edit(named(3, "Zoe"));
    next.save().unwrap();

    let mut durable = Durable::default();
    let mut third = Open::start(&local, &durable, "third");
    assert_eq!((&third.now, third.written.is_whole()), (&next.now, true));
    third.carry(&mut durable);
    assert_eq!(keys_of_people(&*local), [""; 0]);
    assert_eq!(Open::start(&Local::default(), &durable, "fourth").now, next.now);
}

#[test]
fn where_the_durable_place_fails_they_go_on_in_local_storage_and_come_back() {
    let (local, mut durable, mut tab) = hundred();
    tab.edit(named(3, "Zoe"));
    tab.save().unwrap();
    tab.places.fall_back().unwrap();
    tab.edit(named(70, "Max"));
    tab.save().unwrap();
    // Without that place there is all of them; with it the newer ones hold.
    let alone = Open::on(Places::local_only(Rc::clone(&local)), "alone");
    assert_eq!((&alone.now, alone.written.is_whole()), (&tab.now, true));
    let mut both = Open::start(&local, &durable, "both");
    assert_eq!((&both.now, both.written.is_whole()), (&tab.now, true));
    both.carry(&mut durable);
    assert_eq!(keys_of_people(&*local), [""; 0]);
    assert_eq!(Open::start(&local, &durable, "next").now, tab.now);
}

/// Local storage that refuses after so many writes.
struct Refusing {
    kept: Local,
    writes: Cell<usize>,
}

impl Storage for Refusing {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.kept.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.kept.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let left = self.writes.get();
        // What stood there before fits again.
        self.writes.set(left.checked_sub(1).unwrap_or(usize::MAX));
        if left == 0 { Err(StorageError::Full) } else { self.kept.write(key, text) }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.kept.remove(key)
    }
}

#[test]
fn a_refusal_in_the_middle_leaves_all_as_it_was() {
    for writes in 0..4 {
        let kept = Local::default();
        let mut tab = Open::on(Places::local_only(Rc::clone(&kept)), "tab");
        tab.edit(people(100));
        tab.save().unwrap();
        let all = |local: &Local| {
            let keys = local.keys("").unwrap();
            keys.into_iter().map(|key| (local.read(&key).unwrap(), key)).collect::<BTreeSet<_>>()
        };
        let before = all(&kept);
        let refusing = Refusing { kept: Rc::clone(&kept), writes: Cell::new(writes) };
        let store = PlanStore::new(Places::local_only(refusing), TabId::parse("next").unwrap());
        let changes = [named(3, "Zoe"), named(70, "Max"), people(50)];
        let now = changes.into_iter().fold(tab.now.clone(), |now, edit| now.edited(edit).unwrap());
        let saved = store.save_with_people(&id(), &now, State::Open, tab.known.as_ref(), &tab.written);
        assert_eq!(saved, Err(SaveError::Storage(StorageError::Full)), "after {writes} writes");
        assert_eq!(all(&kept), before, "after {writes} writes");
    }
}
