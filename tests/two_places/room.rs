//! Both places are full to the last byte: room is made without needing any.

use std::cell::Cell;

use super::*;

/// Local storage with so much room.
struct Full {
    kept: Local,
    room: Cell<usize>,
}

impl Full {
    fn used(&self) -> usize {
        let keys = self.kept.keys("").unwrap();
        keys.iter().map(|key| key.len() + self.kept.read(key).unwrap().unwrap().len()).sum()
    }
}

impl Storage for Full {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.kept.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.kept.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let before = self.kept.read(key)?.map_or(0, |text| key.len() + text.len());
        if self.used() - before + key.len() + text.len() > self.room.get() {
            return Err(StorageError::Full);
        }
        self.kept.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.kept.remove(key)
    }
}

/// A durable place that is full takes no transaction that writes anything, even if less would stand there then.
fn commit(durable: &mut Durable, room: usize, changes: &[Change]) -> Result<(), StorageError> {
    let writes = |change: &Change| change.writes(durable.found(&change.key)).unwrap();
    let written: usize =
        changes.iter().flat_map(writes).filter_map(|(key, raw)| Some(key.len() + raw?.len())).sum();
    let used: usize = durable.0.iter().map(|(key, raw)| key.len() + raw.len()).sum();
    if written > 0 && used >= room {
        return Err(StorageError::Full);
    }
    let mut after = Durable(durable.0.clone());
    after.commit(changes).unwrap();
    if after.0.iter().map(|(key, raw)| key.len() + raw.len()).sum::<usize>() > room {
        return Err(StorageError::Full);
    }
    *durable = after;
    Ok(())
}

/// Carries what waits as the page does.
fn carry(places: &Places<Rc<Full>>, durable: &mut Durable, room: usize) -> Result<(), StorageError> {
    while let Some(changes) = places.waiting() {
        if commit(durable, room, &changes).is_ok() {
            places.committed(&changes);
        } else if let Some(changes) = places.making_room() {
            commit(durable, room, &changes)?;
            places.committed(&changes);
        } else {
            return places.fall_back();
        }
    }
    Ok(())
}

type FullPlaces = Rc<Places<Rc<Full>>>;

fn full() -> (Rc<Full>, Durable, FullPlaces, PlanStore<FullPlaces>) {
    let local = Rc::new(Full { kept: Local::default(), room: Cell::new(usize::MAX) });
    let mut durable = Durable::default();
    let places = Rc::new(Places::both(Rc::clone(&local), Vec::new()));
    let plan_store = PlanStore::new(Rc::clone(&places), TabId::parse("tab").unwrap());
    for (name, state) in
        [("open", State::Open), ("archived", State::Archived), ("binned", State::Binned(removed_on()))]
    {
        plan_store.save(&PlanId::parse(name).unwrap(), &begin(), state, None).unwrap();
    }
    carry(&places, &mut durable, usize::MAX).unwrap();
    local.room.set(local.used());
    (local, durable, places, plan_store)
}

fn removed_on() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn lineage(plan_store: &PlanStore<Rc<Places<Rc<Full>>>>, id: &PlanId) -> VersionVector {
    let stored = plan_store.open(id).unwrap().unwrap();
    plan_store.lineage(id, &stored)
}

#[test]
fn any_plan_is_removed_for_good_where_both_places_are_full_and_what_was_typed_is_saved() {
    for name in ["archived", "binned"] {
        let (local, mut durable, places, plan_store) = full();
        let room = durable.0.iter().map(|(key, raw)| key.len() + raw.len()).sum();
        let open = PlanId::parse("open").unwrap();
        let longer = begin().edited(Edit::Name(Line::parse(&"longer ".repeat(9)).unwrap())).unwrap();
        let known = lineage(&plan_store, &open);
        plan_store.save(&open, &longer, State::Open, Some(&known)).unwrap();
        assert_eq!(carry(&places, &mut durable, room), Err(StorageError::Full), "there is no room anywhere");

        // It is tried again once something is removed.
        let gone = PlanId::parse(name).unwrap();
        plan_store.remove(&gone, &lineage(&plan_store, &gone)).unwrap();
        assert_eq!(local.read(&gone.key()).unwrap(), None, "local storage has room at once");
        places.fall_back().unwrap();
        assert_eq!(local.read(&open.key()).unwrap(), places.read(&open.key()).unwrap());
        places.resume(durable.0.clone());
        carry(&places, &mut durable, room).unwrap();
        let record = |id: &PlanId| Record::read(durable.found(&id.key()).unwrap()).unwrap();
        assert_eq!(record(&open).text, places.read(&open.key()).unwrap());
        assert_eq!(record(&gone).text, None, "and is said to be removed");
    }
}

#[test]
fn the_bin_is_emptied_by_itself_in_full_places() {
    let (local, mut durable, places, plan_store) = full();
    let room = durable.0.iter().map(|(key, raw)| key.len() + raw.len()).sum();
    assert_eq!(plan_store.empty_bin(removed_on() + chrono::Days::new(29)), []);
    let gone = PlanId::parse("binned").unwrap();
    assert_eq!(plan_store.empty_bin(removed_on() + chrono::Days::new(30)), std::slice::from_ref(&gone));
    carry(&places, &mut durable, room).unwrap();
    assert_eq!(local.read(&gone.key()).unwrap(), None);
    assert_eq!(Record::read(durable.found(&gone.key()).unwrap()).unwrap().text, None);
}
