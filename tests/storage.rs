//! Nothing is lost: plans on the plan store, whatever is stored and whoever else writes.

#![cfg(test)]

mod fixtures;

#[path = "storage/tabs.rs"]
mod tabs;

use std::cell::Cell;

use fixtures::edits::plans;
use fixtures::{full_plan, full_plan_v1, full_plan_v2, full_plan_v3, line};
use followthrough::exchange::import_json;
use followthrough::plan::{Edit, Origin, Plan};
use followthrough::store::{
    Fault, MemoryStorage, OpenError, PlanId, PlanStore, Quarantined, Revision, SaveError, State, Storage,
    StorageError, Stored, TabId, Unreadable, VersionVector,
};
use proptest::prelude::*;

const FULL: &str = include_str!("fixtures/plan-v4.json");
const ARCHIVED: &str = include_str!("fixtures/plan-v4-archived.json");
const FULL_V3: &str = include_str!("fixtures/plan-v3.json");
const ARCHIVED_V3: &str = include_str!("fixtures/plan-v3-archived.json");
const FULL_V2: &str = include_str!("fixtures/plan-v2.json");
const ARCHIVED_V2: &str = include_str!("fixtures/plan-v2-archived.json");
const FULL_V1: &str = include_str!("fixtures/plan-v1.json");
const ARCHIVED_V1: &str = include_str!("fixtures/plan-v1-archived.json");

fn id(text: &str) -> PlanId {
    PlanId::parse(text).unwrap()
}

fn tab(text: &str) -> TabId {
    TabId::parse(text).unwrap()
}

fn revision(revision: u64, by: &str) -> Revision {
    Revision { number: revision, tab: tab(by) }
}

/// Made from that write, and from no other.
fn after(revision: &Revision) -> VersionVector {
    VersionVector::new(revision.clone())
}

fn named(name: &str) -> Plan {
    Plan::blank().edited(Edit::Name(line(name))).unwrap()
}

/// A storage with one text where the plan `a` is kept.
fn holding(text: &str) -> MemoryStorage {
    let storage = MemoryStorage::default();
    storage.write(&id("a").key(), text).unwrap();
    storage
}

fn text_of(storage: &impl Storage, plan: &str) -> String {
    storage.read(&id(plan).key()).unwrap().unwrap()
}

/// A storage that refuses what it is told to.
#[derive(Default)]
struct Refusing {
    kept: MemoryStorage,
    refusal: Cell<Option<StorageError>>,
}

impl Refusing {
    fn unless_blocked(&self) -> Result<&MemoryStorage, StorageError> {
        if self.refusal.get() == Some(StorageError::Blocked) {
            Err(StorageError::Blocked)
        } else {
            Ok(&self.kept)
        }
    }
}

impl Storage for Refusing {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.unless_blocked()?.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.unless_blocked()?.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.refusal.get().map_or_else(|| self.kept.write(key, text), Err)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.unless_blocked()?.remove(key)
    }
}

// Versions 1 to 4.

#[test]
fn version_1_reads_to_the_plan_it_says() {
    reads_to(FULL_V1, full_plan_v1(), ARCHIVED_V1);
}

#[test]
fn version_2_reads_to_the_plan_it_says() {
    reads_to(FULL_V2, full_plan_v2(), ARCHIVED_V2);
}

#[test]
fn version_3_reads_to_the_plan_it_says() {
    reads_to(FULL_V3, full_plan_v3(), ARCHIVED_V3);
}

#[test]
fn version_4_reads_to_the_plan_it_says() {
    reads_to(FULL, full_plan(), ARCHIVED);
}

#[test]
fn a_fault_in_an_older_version_is_named_as_its_text_does() {
    let slack = FULL_V3.replace("\"slack\":11", "\"slack\":1100");
    let way = FULL_V3.replace("\"way\":\"before\"", "\"way\":\"sideways\"");
    let stamp = FULL_V3.replace("\"tab\":\"tab-b\"", "\"tab\":\"?\"");
    for (text, place, problem) in [
        (slack, "plan.sequences.prospect.steps[1].window", "unknown field `slack`"),
        (way, "plan.sequences.prospect.steps[3].delay.way", "it must be one of after, before"),
        (stamp, "stamp.tab", "it must be 1 to 64 characters of a-z, 0-9 and -"),
    ] {
        let fault = Fault { path: place.to_owned(), problem: problem.to_owned() };
        assert_eq!(is_quarantined(&text), Unreadable::Wrong(fault));
    }
}

#[track_caller]
fn reads_to(full: &str, plan: Plan, archived: &str) {
    let stored = PlanStore::new(holding(full), tab("t")).open(&id("a")).unwrap().unwrap();
    assert_eq!(stored.plan, plan);
    assert_eq!(stored.state, State::Open);
    assert_eq!(stored.revision, revision(7, "tab-b"));
    assert_eq!(stored.after, Some(revision(6, "tab-a")));

    let archived = PlanStore::new(holding(archived), tab("t")).open(&id("a")).unwrap().unwrap();
    let mut example = Plan::blank().into_parts();
    example.origin = Origin::Example;
    assert_eq!(archived.plan, example.checked().unwrap());
    assert_eq!(archived.state, State::Archived);
    assert_eq!(archived.after, None);
}

#[test]
fn version_4_is_written_byte_for_byte() {
    let storage = holding(&FULL.replace("\"number\":7,\"tab\":\"tab-b\"", "\"number\":6,\"tab\":\"tab-a\""));
    let plan_store = PlanStore::new(&storage, tab("tab-b"));
    plan_store.save(&id("a"), &full_plan(), State::Open, Some(&after(&revision(6, "tab-a")))).unwrap();
    assert_eq!(text_of(&storage, "a"), FULL);

    let example = PlanStore::new(holding(ARCHIVED), tab("t")).open(&id("a")).unwrap().unwrap().plan;
    let storage = MemoryStorage::default();
    PlanStore::new(&storage, tab("tab-a")).save(&id("a"), &example, State::Archived, None).unwrap();
    assert_eq!(text_of(&storage, "a"), ARCHIVED);
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let plan_store = PlanStore::new(holding(&format!("\u{feff}{FULL}")), tab("t"));
    assert_eq!(plan_store.open(&id("a")).unwrap().unwrap().plan, full_plan());
}

// What cannot be read.

/// Whatever is tried, the text stays, byte for byte, until it is discarded.
fn is_quarantined(text: &str) -> Unreadable {
    let storage = holding(text);
    let plan_store = PlanStore::new(&storage, tab("t"));
    let contents = plan_store.contents().unwrap();
    assert_eq!(contents.plans, []);
    let [Quarantined { key, text: kept, why }] = &contents.quarantined[..] else {
        panic!("not set aside: {text}")
    };
    assert_eq!((&**key, &**kept), ("followthrough/plan/a", text));

    let refused = || Err(SaveError::Unreadable(why.clone()));
    for known in [None, Some(&after(&revision(7, "tab-b")))] {
        assert_eq!(plan_store.save(&id("a"), &Plan::blank(), State::Open, known).map(|_| ()), refused());
    }
    assert_eq!(plan_store.remove(&id("a"), &after(&revision(7, "tab-b"))), refused());
    assert_eq!(text_of(&storage, "a"), text);
    why.clone()
}

#[test]
fn a_plan_cut_short_at_any_byte_is_set_aside_and_never_written_over() {
    for end in 0..FULL.len() {
        let cut = String::from_utf8_lossy(&FULL.as_bytes()[..end]);
        assert!(matches!(is_quarantined(&cut), Unreadable::CutShort { line: 1 }), "cut at {end}");
        assert!(import_json(&FULL.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn what_is_unreadable_says_why() {
    let wrong =
        |path: &str, problem: &str| Unreadable::Wrong(Fault { path: path.into(), problem: problem.into() });
    for (text, why) in [
        ("not json".to_owned(), Unreadable::NotJson { line: 1 }),
        (format!("{FULL}}}"), Unreadable::NotJson { line: 1 }),
        ("[]".to_owned(), Unreadable::NotOurs),
        ("7".to_owned(), Unreadable::NotOurs),
        ("{\"version\":1}".to_owned(), Unreadable::NotOurs),
        (FULL.replace("\"followthrough\"", "\"tracker\""), Unreadable::NotOurs),
        (FULL.replace("\"version\":4", "\"version\":5"), Unreadable::NewerVersion(5)),
        (
            FULL.replace("\"version\":4", "\"version\":0"),
            wrong("version", "it must be a whole number from 1 on"),
        ),
        (
            FULL.replace("\"state\":\"open\"", "\"state\":\"lent\""),
            wrong("state", "it must be one of open, archived, or removed with a day"),
        ),
        (
            FULL.replace("2026-11-23", "2026-11-31"),
            wrong("plan.runs.prospect.start", "it must be a date such as 2026-11-23"),
        ),
    ] {
        assert_eq!(is_quarantined(&text), why, "{text}");
    }
}

#[test]
fn a_key_that_is_no_plans_name_is_set_aside_too() {
    let storage = MemoryStorage::default();
    storage.write("followthrough/plan/No Id", FULL).unwrap();
    storage.write("followthrough/other", "left alone").unwrap();
    let contents = PlanStore::new(&storage, tab("t")).contents().unwrap();
    let aside =
        Quarantined { key: "followthrough/plan/No Id".into(), text: FULL.into(), why: Unreadable::NotOurs };
    assert_eq!(contents.quarantined, [aside]);
}

#[test]
fn only_what_was_set_aside_is_discarded() {
    let storage = holding("{");
    let plan_store = PlanStore::new(&storage, tab("t"));
    let aside = plan_store.contents().unwrap().quarantined.remove(0);
    storage.write(&aside.key, FULL).unwrap();
    assert_eq!(plan_store.discard(&aside), Err(SaveError::ChangedElsewhere));
    assert_eq!(text_of(&storage, "a"), FULL);

    storage.write(&aside.key, "{").unwrap();
    assert_eq!(plan_store.discard(&aside), Ok(()));
    assert_eq!(storage.keys("").unwrap(), Vec::<String>::new());
}

// The plan store.

#[test]
fn plans_and_what_is_set_aside_are_listed_in_order() {
    let storage = MemoryStorage::default();
    let plan_store = PlanStore::new(&storage, tab("t"));
    for name in ["c", "a", "b"] {
        plan_store.save(&id(name), &named(name), State::Open, None).unwrap();
    }
    storage.write(&id("b").key(), "{").unwrap();
    let contents = plan_store.contents().unwrap();
    let names: Vec<_> =
        contents.plans.iter().map(|(id, stored)| (id.as_str(), stored.plan.name.as_str())).collect();
    assert_eq!(names, [("a", "a"), ("c", "c")]);
    assert_eq!(contents.quarantined[0].key, "followthrough/plan/b");
}

#[test]
fn a_plan_is_archived_whole_and_reopened() {
    let plan_store = PlanStore::new(MemoryStorage::default(), tab("t"));
    let first = plan_store.save(&id("a"), &full_plan(), State::Open, None).unwrap();
    let second = plan_store.save(&id("a"), &full_plan(), State::Archived, Some(&after(&first))).unwrap();
    let archived =
        Stored { plan: full_plan(), state: State::Archived, revision: second.clone(), after: Some(first) };
    assert_eq!(plan_store.open(&id("a")), Ok(Some(archived)));
    plan_store.save(&id("a"), &full_plan(), State::Open, Some(&after(&second))).unwrap();
    assert_eq!(plan_store.open(&id("a")).unwrap().unwrap().state, State::Open);
}

#[test]
fn a_new_plan_never_takes_the_place_of_another() {
    let plan_store = PlanStore::new(MemoryStorage::default(), tab("t"));
    plan_store.save(&id("a"), &named("first"), State::Open, None).unwrap();
    assert_eq!(
        plan_store.save(&id("a"), &named("second"), State::Open, None),
        Err(SaveError::ChangedElsewhere)
    );
    assert_eq!(plan_store.open(&id("a")).unwrap().unwrap().plan, named("first"));
}

#[test]
fn a_plan_is_removed_only_as_it_was_last_seen() {
    let plan_store = PlanStore::new(MemoryStorage::default(), tab("t"));
    let first = plan_store.save(&id("a"), &named("first"), State::Open, None).unwrap();
    let second = plan_store.save(&id("a"), &named("second"), State::Open, Some(&after(&first))).unwrap();
    assert_eq!(plan_store.remove(&id("a"), &after(&first)), Err(SaveError::ChangedElsewhere));
    assert_eq!(plan_store.remove(&id("a"), &after(&second)), Ok(()));
    assert_eq!(plan_store.open(&id("a")), Ok(None));
    let gone = plan_store.save(&id("a"), &named("third"), State::Open, Some(&after(&second)));
    assert_eq!(gone, Err(SaveError::ChangedElsewhere));
}

#[test]
fn what_is_damaged_after_it_was_opened_or_saved_is_not_written_over() {
    let storage = holding(FULL);
    let plan_store = PlanStore::new(&storage, tab("t"));
    let opened = plan_store.open(&id("a")).unwrap().unwrap();
    let saved = plan_store.save(&id("a"), &opened.plan, State::Open, Some(&after(&opened.revision))).unwrap();
    // All that a save has to know stands in the head, which is whole.
    let whole = text_of(&storage, "a");
    let torn = &whole[..whole.len() - 2];
    storage.write(&id("a").key(), torn).unwrap();
    let refused = Err(SaveError::Unreadable(Unreadable::CutShort { line: 1 }));
    assert_eq!(plan_store.save(&id("a"), &opened.plan, State::Open, Some(&after(&saved))), refused);
    assert_eq!(plan_store.remove(&id("a"), &after(&saved)), refused.map(|_: Revision| ()));
    assert_eq!(text_of(&storage, "a"), torn);

    storage.write(&id("a").key(), &whole).unwrap();
    assert!(plan_store.save(&id("a"), &opened.plan, State::Open, Some(&after(&saved))).is_ok());
}

#[test]
fn the_plan_opened_last_is_remembered() {
    let storage = MemoryStorage::default();
    let plan_store = PlanStore::new(&storage, tab("t"));
    assert_eq!(plan_store.current(), Ok(None));
    plan_store.set_current(Some(&id("a"))).unwrap();
    assert_eq!(plan_store.current(), Ok(Some(id("a"))));
    assert_eq!(storage.read("followthrough/current").unwrap().unwrap(), "a");
    storage.write("followthrough/current", "../?").unwrap();
    assert_eq!(plan_store.current(), Ok(None));
    plan_store.set_current(None).unwrap();
    assert_eq!(storage.keys("").unwrap(), Vec::<String>::new());
}

// A storage that refuses.

#[test]
fn when_the_storage_is_full_the_old_version_stands_and_room_can_be_made() {
    let storage = Refusing::default();
    let plan_store = PlanStore::new(&storage, tab("t"));
    let first = plan_store.save(&id("a"), &named("first"), State::Open, None).unwrap();
    storage.refusal.set(Some(StorageError::Full));
    let full = Err(SaveError::Storage(StorageError::Full));
    assert_eq!(plan_store.save(&id("a"), &named("second"), State::Open, Some(&after(&first))), full);
    assert_eq!(plan_store.save(&id("b"), &named("other"), State::Open, None), full);
    assert_eq!(plan_store.open(&id("a")).unwrap().unwrap().plan, named("first"));
    assert_eq!(plan_store.contents().unwrap().plans.len(), 1);

    assert_eq!(plan_store.remove(&id("a"), &after(&first)), Ok(()));
    storage.refusal.set(None);
    assert_eq!(
        plan_store.save(&id("b"), &named("other"), State::Open, None),
        Ok(revision(3, "t")),
        "a removal is a write too"
    );
}

#[test]
fn when_the_storage_is_blocked_everything_says_so() {
    let storage = Refusing::default();
    storage.refusal.set(Some(StorageError::Blocked));
    let plan_store = PlanStore::new(&storage, tab("t"));
    let blocked = StorageError::Blocked;
    assert_eq!(plan_store.contents(), Err(blocked));
    assert_eq!(plan_store.open(&id("a")), Err(OpenError::Storage(blocked)));
    assert_eq!(
        plan_store.save(&id("a"), &Plan::blank(), State::Open, None),
        Err(SaveError::Storage(blocked))
    );
    assert_eq!(plan_store.remove(&id("a"), &after(&revision(1, "t"))), Err(SaveError::Storage(blocked)));
    assert_eq!(plan_store.current(), Err(blocked));
    assert_eq!(plan_store.set_current(Some(&id("a"))), Err(blocked));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_comes_back_from_the_store_as_it_was(plan in plans()) {
        let plan_store = PlanStore::new(MemoryStorage::default(), tab("t"));
        plan_store.save(&id("a"), &plan, State::Open, None).unwrap();
        prop_assert_eq!(plan_store.open(&id("a")).unwrap().unwrap().plan, plan);
    }
}
