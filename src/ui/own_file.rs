//! The file of one's own that follows the open plan: written after each rest, never over what somebody else put there.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::Workspace;
use super::reactive::{Var, effect, var};
use crate::exchange::{export_json, file_name};
use crate::platform::{OwnFile, open_copies};
use crate::schedule::Schedule;
use crate::store::{Digest, InFile, PlanId};

/// How it stands with the file of the open plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FileState {
    /// There is none.
    #[default]
    None,
    /// It follows the plan.
    Follows,
    /// The browser wants the person to say again that the page may write it.
    Asks,
    /// Somebody else has written this into it.
    Changed(String),
    /// It cannot be written: moved, deleted, on a disk that is gone.
    Failed,
}

/// The file of the open plan, as pages see it.
#[derive(Clone, Copy)]
pub struct FollowingFile {
    state: Var<FileState>,
    name: Var<String>,
}

/// The file itself, with what was written last.
#[derive(Clone)]
struct Held {
    plan: PlanId,
    file: OwnFile,
    last: Option<Digest>,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
    static IS_WRITING: Cell<bool> = const { Cell::new(false) };
}

const HANDLES: &str = "file/";
const DIGESTS: &str = "digest/";

impl FollowingFile {
    /// Finds the file of each plan that is opened, and writes it whenever the plan has been kept.
    pub fn follow(workspace: Workspace) -> Self {
        let following = Self { state: var(FileState::None), name: var(String::new()) };
        let id = workspace.open_id();
        effect(move || {
            let id = id.get();
            HELD.set(None);
            following.state.set(FileState::None);
            if let Some(plan) = id {
                following.begin(workspace, Act::Find(plan));
            }
        });
        effect(move || {
            if workspace.is_all_kept() {
                following.begin(workspace, Act::Write);
            }
        });
        following
    }

    /// The one of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// How it stands.
    pub fn state(self) -> FileState {
        self.state.get()
    }

    /// The name of the file.
    pub fn name(self) -> String {
        self.name.get()
    }

    /// Has the person choose a file, which follows the open plan from now on.
    pub fn choose(self, workspace: Workspace) {
        self.begin(workspace, Act::Choose);
    }

    /// Goes on after the browser has asked the person.
    pub fn ask_again(self, workspace: Workspace) {
        self.begin(workspace, Act::Ask);
    }

    /// Writes over what somebody else has put there.
    pub fn overwrite(self, workspace: Workspace) {
        self.begin(workspace, Act::Overwrite);
    }

    /// The file follows no more. It stays as it is.
    pub fn let_go(self) {
        let Some(held) = HELD.take() else { return };
        self.state.set(FileState::None);
        spawn_local(async move {
            _ = forget(&held.plan).await;
        });
    }

    fn begin(self, workspace: Workspace, act: Act) {
        spawn_local(self.carry_out(workspace, act));
    }

    /// One future for all that is done: each takes code of its own.
    async fn carry_out(self, workspace: Workspace, act: Act) {
        let is_over = matches!(act, Act::Choose | Act::Overwrite);
        match act {
            Act::Find(plan) => {
                if let Ok(Some(held)) = find(plan).await
                    && workspace.open_plan().as_ref() == Some(&held.plan)
                {
                    self.hold(held);
                }
            }
            Act::Choose => {
                let Some(plan) = workspace.open_plan() else { return };
                let name = file_name(&workspace.plan_now(), workspace.today());
                // Nothing chosen, nothing changed.
                let Ok(file) = OwnFile::choose(&name).await else { return };
                self.hold(Held { plan, file, last: None });
            }
            Act::Ask => {
                let Some(held) = HELD.with_borrow(Clone::clone) else { return };
                if !held.file.may_be_written(true).await {
                    return;
                }
            }
            Act::Write | Act::Overwrite => {}
        }
        if !IS_WRITING.replace(true) {
            self.write(workspace, is_over).await;
            IS_WRITING.set(false);
        }
    }

    fn hold(self, held: Held) {
        self.name.set(held.file.name());
        HELD.set(Some(held));
    }

    /// Writes the plan as it is, and once more where it has changed meanwhile.
    async fn write(self, workspace: Workspace, mut is_over: bool) {
        loop {
            let Some(held) = HELD.with_borrow(Clone::clone) else { return };
            if workspace.open_plan().as_ref() != Some(&held.plan) {
                return;
            }
            let (plan, today) = (workspace.plan_now(), workspace.today());
            let text = export_json(&plan, &Schedule::on(&plan, today), today);
            let state = write_into(&held, &text, is_over).await;
            let is_still_held = HELD.with_borrow(|now| now.as_ref().is_some_and(|now| now.plan == held.plan));
            if !is_still_held {
                return;
            }
            if state == FileState::Follows {
                HELD.set(Some(Held { last: Some(Digest::of(&text)), ..held }));
                workspace.copied();
            }
            let is_done = state != FileState::Follows || workspace.plan_now() == plan;
            self.state.set(state);
            if is_done {
                return;
            }
            is_over = false;
        }
    }
}

/// What is done with the file.
enum Act {
    /// It is looked for, after its plan was opened.
    Find(PlanId),
    Choose,
    /// The browser asks the person.
    Ask,
    Write,
    Overwrite,
}

/// The file that follows a plan, as it was kept.
async fn find(plan: PlanId) -> Result<Option<Held>, JsValue> {
    let copies = open_copies().await?;
    let digest = copies.read(&[DIGESTS, plan.as_str()].concat()).await?.as_string();
    let handle = copies.read(&[HANDLES, plan.as_str()].concat()).await?;
    let last = digest.as_deref().and_then(Digest::parse);
    Ok(OwnFile::kept(handle).map(|file| Held { plan, file, last }))
}

/// Writes a text into a file, unless somebody else has written there.
async fn write_into(held: &Held, text: &str, is_over: bool) -> FileState {
    if !held.file.may_be_written(false).await {
        return FileState::Asks;
    }
    let write = async {
        let found = held.file.read().await?;
        let is_current = match InFile::judge(&found, held.last, text) {
            InFile::Others if !is_over => return Ok(FileState::Changed(found)),
            InFile::Current => true,
            InFile::Others | InFile::Ours => false,
        };
        if !is_current {
            held.file.write(text).await?;
        }
        remember(held, Digest::of(text)).await?;
        Ok::<_, JsValue>(FileState::Follows)
    };
    write.await.unwrap_or(FileState::Failed)
}

async fn remember(held: &Held, digest: Digest) -> Result<(), JsValue> {
    let plan = held.plan.as_str();
    let changes = [
        ([HANDLES, plan].concat(), Some(held.file.value())),
        ([DIGESTS, plan].concat(), Some(digest.to_string().into())),
    ];
    open_copies().await?.write(&changes).await
}

/// Nothing is known of the file of a plan any more.
pub async fn forget(plan: &PlanId) -> Result<(), JsValue> {
    let changes = [HANDLES, DIGESTS].map(|prefix| ([prefix, plan.as_str()].concat(), None));
    open_copies().await?.write(&changes).await
}
