//! Two tabs, two places, and a browser that is killed: nothing that was shown as saved is lost (F10).
//!
//! Everything that can wait is a turn of a scheduler with a seed: a commit on its way, news from the other tab, what
//! local storage has not written to disk. A failing seed is printed.

#![cfg(test)]

#[path = "two_places/found.rs"]
mod found;

#[path = "two_places/people.rs"]
mod people;

#[path = "two_places/room.rs"]
mod room;

use std::rc::Rc;
use std::sync::Arc;

use followthrough::plan::{Edit, Line, Plan};
use followthrough::store::{
    Change, Heard, Keeper, MemoryStorage, Places, PlanId, PlanStore, Record, State, Storage, StorageError,
    TabId, VersionVector,
};

/// `SEEDS=100000` for more.
const SEEDS: u64 = 600;

/// Numbers that are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound
    }
}

/// The durable place: a transaction takes all of its changes or none.
#[derive(Default)]
struct Durable(Vec<(String, String)>);

impl Durable {
    fn found(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, raw)| raw.as_str())
    }

    /// Otherwise the key, and what is there.
    fn commit(&mut self, changes: &[Change]) -> Result<(), (String, String)> {
        let mut all = Vec::new();
        for change in changes {
            let found = self.found(&change.key);
            all.extend(change.writes(found).ok_or_else(|| (change.key.clone(), found.unwrap().to_owned()))?);
        }
        for (key, raw) in all {
            self.0.retain(|(known, _)| *known != key);
            self.0.extend(raw.map(|raw| (key, raw)));
        }
        Ok(())
    }
}

type Local = Rc<MemoryStorage>;

struct Tab {
    places: Rc<Places<Local>>,
    plan_store: PlanStore<Rc<Places<Local>>>,
    keeper: Keeper,
    plan: Arc<Plan>,
    /// On its way to the durable place.
    commit: Option<Vec<Change>>,
    /// What the other tab wrote into local storage, not heard of yet.
    news: Vec<Option<String>>,
    /// The number of edits that were shown as saved.
    acknowledged: usize,
    edits: usize,
    /// Which goal this tab types into.
    goal: usize,
}

fn id() -> PlanId {
    PlanId::parse("plan").unwrap()
}

fn saved_as(tab: usize, edits: usize) -> String {
    format!("tab {tab} edit {edits}")
}

fn begin() -> Plan {
    [0, 1].into_iter().fold(Plan::blank(), |plan, tab| {
        plan.edited(Edit::AddGoal(Line::parse(&saved_as(tab, 0)).unwrap())).unwrap()
    })
}

impl Tab {
    fn open(local: &Local, durable: &Durable, name: &str, goal: usize) -> Self {
        let places = Rc::new(Places::both(Rc::clone(local), durable.0.clone()));
        let plan_store = PlanStore::new(Rc::clone(&places), TabId::parse(name).unwrap());
        let stored = plan_store.open(&id()).unwrap().unwrap();
        let lineage = plan_store.lineage(&id(), &stored);
        let plan = Arc::new(stored.plan);
        let edits = edits_of(&plan, goal);
        let keeper = Keeper::new(lineage, Arc::clone(&plan));
        Self {
            places,
            plan_store,
            keeper,
            plan,
            commit: None,
            news: Vec::new(),
            acknowledged: edits,
            edits,
            goal,
        }
    }

    fn edit(&mut self) {
        self.edits += 1;
        let mut parts = Plan::clone(&self.plan).into_parts();
        parts.goals[self.goal].text = Line::parse(&saved_as(self.goal, self.edits)).unwrap();
        self.plan = Arc::new(parts.checked().unwrap());
    }

    fn save(&mut self) {
        if self.keeper.saved() == Some(&self.plan) {
            return;
        }
        let known = self.keeper.lineage().clone();
        let revision = self.plan_store.save(&id(), &self.plan, State::Open, Some(&known)).unwrap();
        self.keeper.wrote(revision, Arc::clone(&self.plan));
    }

    /// False where somebody would have to be asked.
    fn hear(&mut self, text: Option<&str>, lineage: Option<&VersionVector>) -> bool {
        match self.keeper.hear(text, lineage, &self.plan) {
            Heard::Known => {}
            Heard::Adopt(stored) => self.plan = Arc::new(stored.plan),
            Heard::Merged(plan, _) => self.plan = Arc::new(*plan),
            Heard::Conflict => return false,
            other => panic!("{other:?}"),
        }
        true
    }

    fn acknowledge(&mut self) {
        if self.keeper.saved() == Some(&self.plan) && !self.places.is_waiting(&id().key()) {
            self.acknowledged = self.edits;
        }
    }
}

fn edits_of(plan: &Plan, goal: usize) -> usize {
    plan.goals[goal].text.as_str().rsplit(' ').next().unwrap().parse().unwrap()
}

struct World {
    dice: Dice,
    local: Local,
    /// What of local storage is on the disk.
    on_disk: MemoryStorage,
    durable: Durable,
    tabs: [Tab; 2],
    kills: usize,
}

impl World {
    fn new(seed: u64) -> Self {
        let local = Local::default();
        let mut durable = Durable::default();
        let places = Rc::new(Places::both(Rc::clone(&local), Vec::new()));
        let first = PlanStore::new(Rc::clone(&places), TabId::parse("first").unwrap());
        first.save(&id(), &begin(), State::Open, None).unwrap();
        let changes = places.waiting().unwrap();
        durable.commit(&changes).unwrap();
        places.committed(&changes);
        let tabs = [0, 1].map(|at| Tab::open(&local, &durable, &format!("tab-{at}"), at));
        let dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        Self { dice, on_disk: (*local).clone(), local, durable, tabs, kills: 0 }
    }

    /// Does something in a tab; the other hears of it if it changed what stands in local storage.
    fn within<T>(&mut self, at: usize, act: impl FnOnce(&mut Tab, &mut Durable) -> T) -> T {
        let key = id().key();
        let before = self.local.read(&key).unwrap();
        let outcome = act(&mut self.tabs[at], &mut self.durable);
        let after = self.local.read(&key).unwrap();
        if before != after {
            self.tabs[1 - at].news.push(after);
        }
        outcome
    }

    fn finish_commit(&mut self, at: usize) {
        let Some(changes) = self.tabs[at].commit.take() else { return };
        self.within(at, |tab, durable| match durable.commit(&changes) {
            Ok(()) => {
                tab.places.committed(&changes);
                tab.acknowledge();
            }
            Err((key, found)) => {
                let record = tab.places.refused(&key, &found).unwrap();
                assert!(
                    tab.hear(record.text.as_deref(), Some(&record.lineage)),
                    "the tabs never touch the same"
                );
            }
        });
    }

    fn deliver(&mut self, at: usize) {
        if self.tabs[at].news.is_empty() {
            return;
        }
        let news = self.tabs[at].news.remove(0);
        self.within(at, |tab, durable| {
            let key = id().key();
            if tab.hear(news.as_deref(), None) {
                tab.places.heard(&key, news.as_deref());
            } else {
                // What it was made from was never here: the durable place knows.
                let record = Record::read(durable.found(&key).unwrap()).unwrap();
                assert!(
                    tab.hear(record.text.as_deref(), Some(&record.lineage)),
                    "the tabs never touch the same"
                );
                tab.places.heard(&key, record.text.as_deref());
            }
        });
    }

    fn kill(&mut self) {
        self.kills += 1;
        for at in [0, 1] {
            // A transaction is there whole, or not at all.
            if self.dice.below(2) == 0
                && let Some(changes) = self.tabs[at].commit.take()
            {
                _ = self.durable.commit(&changes);
            }
        }
        let acknowledged = [0, 1].map(|at| self.tabs[at].acknowledged);
        self.local = Rc::new(self.on_disk.clone());
        self.tabs =
            [0, 1].map(|at| Tab::open(&self.local, &self.durable, &format!("tab-{at}-{}", self.kills), at));
        for (at, acknowledged) in acknowledged.into_iter().enumerate() {
            let found = edits_of(&self.tabs[at].plan, at);
            assert!(
                found >= acknowledged,
                "tab {at} showed {acknowledged} edits as saved, {found} are there"
            );
        }
    }

    fn turn(&mut self) {
        let at = self.dice.below(2);
        let act = self.dice.below(100);
        match act {
            0..25 => self.tabs[at].edit(),
            25..45 => self.tabs[at].save(),
            45..60 => {
                if self.tabs[at].commit.is_none() {
                    self.tabs[at].commit = self.tabs[at].places.waiting();
                }
            }
            60..75 => self.finish_commit(at),
            75..90 => self.deliver(at),
            90..94 => self.on_disk = (*self.local).clone(),
            94..97 => _ = self.tabs[at].places.flush(),
            _ => self.kill(),
        }
    }

    /// Until nothing is on its way any more.
    fn settle(&mut self) {
        for _ in 0..200 {
            for at in [0, 1] {
                self.deliver(at);
                self.tabs[at].save();
                if self.tabs[at].commit.is_none() {
                    self.tabs[at].commit = self.tabs[at].places.waiting();
                }
                self.finish_commit(at);
            }
        }
        let [one, other] = &self.tabs;
        assert_eq!(one.plan, other.plan, "both tabs show the same in the end");
        for tab in &self.tabs {
            assert_eq!(edits_of(&tab.plan, tab.goal), tab.edits, "nothing that was typed is gone");
            assert_eq!(tab.acknowledged, tab.edits);
        }
        let record = Record::read(self.durable.found(&id().key()).unwrap()).unwrap();
        assert_eq!(self.local.read(&id().key()).unwrap(), record.text, "both places say the same in the end");
    }
}

#[test]
fn nothing_shown_as_saved_is_lost_whatever_happens_when() {
    let seeds = std::env::var("SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(SEEDS);
    for seed in 0..seeds {
        let outcome = std::panic::catch_unwind(|| {
            let mut world = World::new(seed);
            for _ in 0..120 {
                world.turn();
            }
            world.settle();
            world.kill();
        });
        assert!(outcome.is_ok(), "seed {seed}");
    }
}
