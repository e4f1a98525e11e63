//! What is found when the browser starts, or when the durable place works again.

use super::*;

/// A plan of that name, as two writes of one tab left it: the older text, the newer text, and the newer record.
fn two_versions() -> (String, String, String) {
    let places = Rc::new(Places::both(Local::default(), Vec::new()));
    let plan_store = PlanStore::new(Rc::clone(&places), TabId::parse("tab").unwrap());
    let revision = plan_store.save(&id(), &begin(), State::Open, None).unwrap();
    let older = places.read(&id().key()).unwrap().unwrap();
    let known = VersionVector::new(revision);
    plan_store.save(&id(), &Plan::blank(), State::Open, Some(&known)).unwrap();
    let newer = places.read(&id().key()).unwrap().unwrap();
    let record = places.waiting().unwrap().remove(0).record.unwrap().write();
    (older, newer, record)
}

fn local_with(text: &str) -> Local {
    let local = Local::default();
    local.write(&id().key(), text).unwrap();
    local
}

/// What stands beside the plan, damaged.
fn aside(local: &Local) -> Vec<String> {
    let keys = local.keys("followthrough/plan/plan/damaged-").unwrap();
    keys.iter().map(|key| local.read(key).unwrap().unwrap()).collect()
}

fn found(local: &Local, record: &str) -> Places<Local> {
    Places::both(Rc::clone(local), vec![(id().key(), record.to_owned())])
}

#[test]
fn local_storage_that_fell_behind_is_mended() {
    let (older, newer, record) = two_versions();
    for local in [local_with(&older), Local::default(), local_with("{\"cut")] {
        let places = found(&local, &record);
        assert_eq!(places.read(&id().key()).unwrap().as_ref(), Some(&newer));
        assert_eq!(local.read(&id().key()).unwrap().as_ref(), Some(&newer));
    }
}

#[test]
fn a_text_damaged_in_local_storage_is_put_aside_as_it_was() {
    let (_, _, record) = two_versions();
    let local = local_with("{\"cut");
    let places = found(&local, &record);
    // At once, and not only in memory.
    assert_eq!(aside(&local), ["{\"cut"]);
    let plan_store = PlanStore::new(places, TabId::parse("next").unwrap());
    let contents = plan_store.contents().unwrap();
    assert_eq!(contents.plans.len(), 1);
    assert_eq!(contents.quarantined.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), ["{\"cut"]);
}

#[test]
fn a_damaged_record_is_put_aside_and_the_readable_text_holds() {
    let (older, _, record) = two_versions();
    let damaged = record.replacen("goals", "gaols", 1);
    let local = local_with(&older);
    let places = found(&local, &damaged);
    assert_eq!(aside(&local), [damaged.as_str()]);
    let mut durable = Durable(vec![(id().key(), damaged.clone())]);
    durable.commit(&places.waiting().unwrap()).unwrap();
    assert_eq!(places.read(&id().key()).unwrap(), Some(older.clone()));
    assert_eq!(Record::read(durable.found(&id().key()).unwrap()).unwrap().text, Some(older));
    let plan_store = PlanStore::new(places, TabId::parse("next").unwrap());
    assert_eq!(plan_store.contents().unwrap().quarantined[0].text, damaged);
}

#[test]
fn what_a_page_left_as_it_went_holds_if_it_was_made_from_what_is_kept() {
    let (older, newer, _) = two_versions();
    let first = found(&local_with(&older), "damaged").waiting().unwrap().remove(0).record.unwrap().write();
    let local = local_with(&older);
    local.write("followthrough/unsaved/plan/tab", &newer).unwrap();
    let places = found(&local, &first);
    assert_eq!(places.read(&id().key()).unwrap(), Some(newer));
    assert!(places.is_waiting(&id().key()));
    let changes = places.waiting().unwrap();
    places.committed(&changes);
    assert_eq!(local.keys("followthrough/unsaved/").unwrap(), [""; 0]);
}

#[test]
fn a_removed_plan_does_not_come_back_from_local_storage() {
    let (_, newer, record) = two_versions();
    let local = local_with(&newer);
    let places = Rc::new(found(&local, &record));
    let plan_store = PlanStore::new(Rc::clone(&places), TabId::parse("tab").unwrap());
    let stored = plan_store.open(&id()).unwrap().unwrap();
    plan_store.remove(&id(), &plan_store.lineage(&id(), &stored)).unwrap();
    let removed = places.waiting().unwrap().remove(0).record.unwrap().write();

    // Killed before local storage had it on the disk.
    let behind = local_with(&newer);
    let places = found(&behind, &removed);
    assert_eq!(places.read(&id().key()).unwrap(), None);
    assert_eq!(behind.read(&id().key()).unwrap(), None);
}

#[test]
fn plans_of_a_browser_without_a_durable_place_go_into_it_when_it_has_one() {
    let (older, _, _) = two_versions();
    let places = Places::both(local_with(&older), Vec::new());
    let mut durable = Durable::default();
    durable.commit(&places.waiting().unwrap()).unwrap();
    assert_eq!(Record::read(durable.found(&id().key()).unwrap()).unwrap().text, Some(older));
}

#[test]
fn a_record_that_goes_bad_before_it_is_written_over_is_set_aside_byte_for_byte() {
    let (older, _, _) = two_versions();
    let places = Rc::new(Places::both(local_with(&older), Vec::new()));
    let mut durable = Durable::default();
    let changes = places.waiting().unwrap();
    durable.commit(&changes).unwrap();
    places.committed(&changes);

    let damaged = durable.0[0].1.replacen("goals", "gaols", 1);
    durable.0[0].1.clone_from(&damaged);
    let plan_store = PlanStore::new(Rc::clone(&places), TabId::parse("next").unwrap());
    let stored = plan_store.open(&id()).unwrap().unwrap();
    let lineage = plan_store.lineage(&id(), &stored);
    plan_store.save(&id(), &Plan::blank(), State::Open, Some(&lineage)).unwrap();
    durable.commit(&places.waiting().unwrap()).unwrap();
    assert_eq!(
        Record::read(durable.found(&id().key()).unwrap()).unwrap().text,
        places.read(&id().key()).unwrap()
    );

    // The next start lists it, once, as it was.
    let local = Local::default();
    let places = Places::both(Rc::clone(&local), durable.0.clone());
    assert_eq!(aside(&local), [damaged.as_str()]);
    let again = Places::both(Rc::clone(&local), durable.0);
    for places in [places, again] {
        let contents = PlanStore::new(places, TabId::parse("last").unwrap()).contents().unwrap();
        assert_eq!(
            contents.quarantined.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(),
            [damaged.as_str()]
        );
    }
}

#[test]
fn two_texts_damaged_one_after_the_other_are_both_kept() {
    let (_, _, record) = two_versions();
    let local = local_with("{\"one");
    drop(found(&local, &record));
    local.write(&id().key(), "{\"two").unwrap();
    drop(found(&local, &record));
    let mut texts = aside(&local);
    texts.sort();
    assert_eq!(texts, ["{\"one", "{\"two"]);
}

#[test]
fn a_durable_place_that_works_again_gets_what_it_missed_and_takes_nothing_back() {
    let local = Local::default();
    let mut durable = Durable::default();
    let places = Rc::new(Places::both(Rc::clone(&local), Vec::new()));
    let plan_store = PlanStore::new(Rc::clone(&places), TabId::parse("tab").unwrap());
    let mut lineage = VersionVector::new(plan_store.save(&id(), &begin(), State::Open, None).unwrap());
    let other = PlanId::parse("other").unwrap();
    let known = VersionVector::new(plan_store.save(&other, &begin(), State::Open, None).unwrap());
    let changes = places.waiting().unwrap();
    durable.commit(&changes).unwrap();
    places.committed(&changes);

    places.fall_back().unwrap();
    lineage.advance(plan_store.save(&id(), &Plan::blank(), State::Open, Some(&lineage)).unwrap());
    plan_store.remove(&other, &known).unwrap();
    assert!(places.waiting().is_none() && !places.is_durable());

    places.resume(durable.0.clone());
    assert!(places.is_durable());
    let changes = places.waiting().unwrap();
    assert_eq!(changes.len(), 2);
    durable.commit(&changes).unwrap();
    places.committed(&changes);
    assert!(places.waiting().is_none());
    let there = |id: &PlanId| Record::read(durable.found(&id.key()).unwrap()).unwrap().text;
    assert_eq!((there(&id()), there(&other)), (local.read(&id().key()).unwrap(), None));
}

#[test]
fn a_durable_place_that_opens_late_takes_what_local_storage_has_by_then() {
    let (older, newer, record) = two_versions();
    let local = local_with(&newer);
    let places = Places::local_only(Rc::clone(&local));
    places.resume(vec![(id().key(), record)]);
    assert!(places.waiting().is_none(), "it has the same");
    assert_eq!(places.read(&id().key()).unwrap(), Some(newer.clone()));

    let places = Places::local_only(local_with(&newer));
    let earlier = Places::both(local_with(&older), Vec::new()).waiting().unwrap().remove(0).record.unwrap();
    places.resume(vec![(id().key(), earlier.write())]);
    assert_eq!(places.waiting().unwrap()[0].record.as_ref().unwrap().text, Some(newer));
}

/// Local storage that does not hand out one text.
struct Withholding(Local, String);

impl Storage for Withholding {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.0.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        if key == self.1 { Err(StorageError::Failed) } else { self.0.read(key) }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove(key)
    }
}

#[test]
fn a_plan_that_is_only_in_local_storage_and_not_handed_out_is_said_to_be_there() {
    let (older, _, record) = two_versions();
    let local = local_with(&older);
    let other = PlanId::parse("other").unwrap();
    let places = Places::both(Withholding(local, id().key()), vec![(other.key(), record.clone())]);
    let contents = PlanStore::new(places, TabId::parse("tab").unwrap()).contents().unwrap();
    assert_eq!((contents.plans.len(), contents.withheld), (1, 1));

    // Where the durable place has it, nothing is missing.
    let local = local_with(&older);
    let places = Places::both(Withholding(local, id().key()), vec![(id().key(), record)]);
    let contents = PlanStore::new(places, TabId::parse("tab").unwrap()).contents().unwrap();
    assert_eq!((contents.plans.len(), contents.withheld), (1, 0));
}

/// Local storage that keeps half of what is written, and notices.
struct Cutting(Local);

impl Storage for Cutting {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.0.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.write(key, &text[..text.len() / 2])?;
        Err(StorageError::NotKept)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove(key)
    }
}

#[test]
fn what_local_storage_cuts_does_not_stay_there_beside_the_whole() {
    let (_, newer, record) = two_versions();
    let local = Local::default();
    let places = Places::both(Cutting(Rc::clone(&local)), vec![(id().key(), record)]);
    assert_eq!(places.read(&id().key()).unwrap(), Some(newer));
    assert_eq!(local.keys("").unwrap(), [""; 0]);
}
