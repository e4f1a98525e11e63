//! The workspace without a browser: tabs on one storage, and the person in front of each.

mod people;

mod plans;

mod saving;

mod session;

mod two_tabs;

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::plan::{Edit, Line, Origin};
use crate::roster::ContactId;
use crate::store::MemoryStorage;

/// A storage that outlives its workspaces, as the browser's does, with so much room and no more.
struct Disk {
    kept: MemoryStorage,
    has_room: Cell<bool>,
    /// How many texts may be there when something is to be written.
    most: Cell<usize>,
    /// The key of a text that is not handed out.
    withholds: RefCell<Option<String>>,
    is_seen: Cell<bool>,
    /// How often a text was read.
    reads: Cell<u32>,
}

impl Disk {
    fn empty() -> &'static Self {
        Box::leak(Box::new(Self {
            kept: MemoryStorage::default(),
            has_room: Cell::new(true),
            most: Cell::new(usize::MAX),
            withholds: RefCell::default(),
            is_seen: Cell::new(true),
            reads: Cell::new(0),
        }))
    }

    /// From now on nothing is written while so many plans are there.
    fn room_for_plans(&self, full: usize) {
        self.most.set(full - 1);
    }

    fn text(&self, id: &PlanId) -> Option<String> {
        self.kept.read(&id.key()).unwrap()
    }
}

impl Storage for Disk {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        if self.is_seen.get() { self.kept.keys(prefix) } else { Err(StorageError::Blocked) }
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.reads.set(self.reads.get() + 1);
        if self.withholds.borrow().as_deref() == Some(key) {
            return Err(StorageError::Failed);
        }
        self.kept.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let has_room = self.has_room.get() && self.kept.keys(PlanId::KEYS)?.len() <= self.most.get();
        if has_room { self.kept.write(key, text) } else { Err(StorageError::Full) }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.kept.remove(key)
    }
}

thread_local! {
    static CLOCK: Cell<NaiveDate> = const { Cell::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()) };
    static PUT_BY: RefCell<Vec<(Occasion, String)>> = const { RefCell::new(Vec::new()) };
    static PEOPLE_PUT_BY: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static FORGOTTEN: RefCell<Vec<ContactId>> = const { RefCell::new(Vec::new()) };
    static REMEMBERED: RefCell<Option<PlanId>> = const { RefCell::new(None) };
}

/// A tab of the browser, and the person in front of it.
struct Tab {
    session: Session,
    workspace: Workspace,
    disk: &'static Disk,
    _owner: Owner,
}

/// A fresh example.
fn fresh_example() -> roster::Workspace {
    let mut parts = Plan::blank().into_parts();
    parts.origin = Origin::Example;
    parts.name = Line::fitted("Example");
    roster::Workspace::new(parts.checked().unwrap())
}

impl Tab {
    fn on(disk: &'static Disk) -> Self {
        Self::with_storage(disk, true)
    }

    fn with_storage(disk: &'static Disk, is_lasting: bool) -> Self {
        static DRAWN: AtomicU64 = AtomicU64::new(1);
        let owner = Owner::new();
        owner.set();
        let session = Session::new(Plan::blank(), || CLOCK.get());
        let ports = Ports {
            places: Rc::new(Places::local_only(Box::new(disk))),
            blocked: (!is_lasting).then_some(StorageError::Blocked),
            random_bits: || DRAWN.fetch_add(1, Ordering::Relaxed).into(),
            remember: |id| REMEMBERED.set(id.cloned()),
            carry: |_| {},
            put_by: |_, why, text, people| {
                PUT_BY.with_borrow_mut(|all| all.push((why, text)));
                PEOPLE_PUT_BY.with_borrow_mut(|all| all.extend(people));
            },
            forget_contact: |_, gone| FORGOTTEN.with_borrow_mut(|all| all.push(gone)),
            forget: |_| {},
            catch_up: |_| {},
            give_up_refused: || None,
        };
        Self { session, workspace: Workspace::new(session, ports), disk, _owner: owner }
    }

    /// A tab in which a plan of that name has been begun and saved.
    fn with_plan(disk: &'static Disk, name: &str) -> Self {
        let tab = Self::on(disk);
        tab.workspace.start_new().unwrap();
        tab.name(name);
        tab.workspace.save_now();
        tab
    }

    /// A second tab, on the plan that this one shows.
    fn twin(&self) -> Self {
        let twin = Self::on(self.disk);
        twin.workspace.open(&self.id()).unwrap();
        twin
    }

    fn id(&self) -> PlanId {
        self.workspace.open_id().get_untracked().unwrap()
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
        let contents = self.workspace.contents().get_untracked().unwrap();
        contents
            .plans
            .into_iter()
            .find(|(known, _)| known == id)
            .map(|(_, stored)| stored.plan.name.to_string())
            .unwrap()
    }

    fn says(&self) -> SaveState {
        untrack(|| self.workspace.save_state())
    }

    fn trouble(&self) -> Option<Trouble> {
        untrack(|| self.workspace.trouble())
    }

    fn announces(&self) -> String {
        untrack(|| self.session.announcement())
    }

    /// What the browser tells this tab when another one has written its plan.
    fn hears_of_its_plan(&self) {
        let id = self.id();
        self.workspace.hear(&id.key(), self.disk.text(&id).as_deref());
    }

    fn plans(&self, state: State) -> Vec<String> {
        let contents = self.workspace.contents().get_untracked().unwrap();
        let plans = contents.plans.into_iter().filter(|(_, stored)| stored.state == state);
        plans.map(|(_, stored)| stored.plan.name.to_string()).collect()
    }
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}
