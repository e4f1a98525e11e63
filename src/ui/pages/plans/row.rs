//! A plan as a row, and what can be done with it.

use leptos::prelude::*;

use super::versions::{versions_list, versions_toggle};
use crate::plan::{Origin, Plan};
use crate::platform;
use crate::store::{PlanId, SaveError, State, Stored};
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Asking, Look, asking, button, row_button};
use crate::ui::reactive::{Var, var};
use crate::ui::{Route, Workspace, known};
use crate::words;

/// A plan as the buttons of its row know it.
#[derive(Clone, Copy)]
pub struct Row {
    pub(super) workspace: Workspace,
    kept: Var<Kept>,
}

#[derive(PartialEq)]
struct Kept {
    id: PlanId,
    name: String,
    plan: Plan,
    /// The number of its revision.
    number: u64,
}

impl Row {
    pub(super) fn id(self) -> PlanId {
        self.kept.with_untracked(|kept| kept.id.clone())
    }

    /// What is done to the plan, as listeners hear it: `Open Spring`.
    pub(super) fn label(self, words: &'static str) -> String {
        self.kept.with_untracked(|kept| [words, " ", &kept.name].concat())
    }

    /// Reads something of the plan as it is stored.
    pub(super) fn plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.kept.with_untracked(|kept| read(&kept.plan))
    }

    pub(super) fn name(self) -> String {
        self.kept.with_untracked(|kept| kept.name.clone())
    }
}

/// The row of a plan.
pub fn plan_row(id: PlanId, stored: Stored, unfolded: Var<Option<PlanId>>) -> El {
    let Stored { plan, state, revision, .. } = stored;
    let name = words::plan_name(&plan);
    let tag = (plan.origin == Origin::Example).then(|| el(html::Span).class("tag").child("Example"));
    let workspace = Workspace::here();
    let changed = untrack(|| workspace.copies()).last_change(&id);
    let gone_on = state.gone_on().map(words::gone_on);
    let about = [Some(words::plan_about(&plan, changed)), gone_on].into_iter().flatten();
    let about = about.collect::<Vec<_>>().join(". ");
    let kept = var(Kept { id, name: name.clone(), plan, number: revision.number });
    let row = Row { workspace, kept };
    let what = el(html::Div)
        .child(el(html::Strong).child(name))
        .child(tag)
        .child(el(html::P).class("plan-list__about").child(about));
    let entry = el(html::Li).class("plan-list__plan").child(what);
    if state.is_binned() {
        return entry.child(tools(row, state, None));
    }
    let is_unfolded = move || unfolded.get().is_some_and(|id| id == row.id());
    let toggle = move || {
        let is_unfolded = untrack(is_unfolded);
        unfolded.set((!is_unfolded).then(|| row.id()));
    };
    entry
        .child(tools(row, state, Some(versions_toggle(row, is_unfolded, toggle))))
        .show(is_unfolded, move || versions_list(row))
}

fn tools(row: Row, state: State, versions: Option<El>) -> El {
    let tools = el(html::Div).class("plan-list__tools");
    let export = || tool(row, "Export", move || export_plan(row));
    match state {
        State::Open => {
            let open = tool(row, "Open", move || open_plan(row));
            let archive = tool(row, "Archive", move || _ = move_plan(row, State::Archived));
            remove(row, tools.child(open).child(export()).child(archive).child(versions))
        }
        State::Archived => {
            let reopen = move || {
                if move_plan(row, State::Open) {
                    open_plan(row);
                }
            };
            remove(row, tools.child(tool(row, "Reopen", reopen)).child(export()).child(versions))
        }
        State::Binned(_) => {
            let restore = tool(row, "Restore", move || _ = move_plan(row, State::Open));
            let is_asking = var(false);
            let ask = button(Look::Quiet, "Remove for good…", move || is_asking.set(true))
                .aria_label(move || row.label("Remove for good:"));
            for_good(tools.child(restore).child(export()), row, is_asking, ask)
        }
    }
}

/// A button that acts on the plan.
pub(super) fn tool(row: Row, words: &'static str, act: impl Fn() + 'static) -> El {
    row_button(Look::Small, words, move || row.label(words), act)
}

fn open_plan(row: Row) {
    match row.workspace.open(&row.id()) {
        Ok(()) => platform::go_to(&Route::Home.path()),
        Err(problem) => row.workspace.announce(problem),
    }
}

fn export_plan(row: Row) {
    row.kept.with_untracked(|kept| {
        if known::send_file(Some(kept.id.clone()), &kept.plan).is_some() {
            row.workspace.copied_as(&kept.id, kept.number);
        }
    });
}

/// Puts the plan somewhere else. Whether it went.
fn move_plan(row: Row, to: State) -> bool {
    match try_to_move(row, to) {
        Ok(()) => true,
        Err(error) => {
            row.workspace.announce(error.to_string());
            false
        }
    }
}

fn try_to_move(row: Row, to: State) -> Result<(), SaveError> {
    row.workspace.move_to(&row.id(), &row.name(), to)?;
    keep_focus();
    Ok(())
}

/// Its row is somewhere else now.
fn keep_focus() {
    request_animation_frame(|| platform::focus_if_lost("main h1"));
}

/// The bin takes a plan unasked. Where there is no room even for that, it can go for good, which is asked.
fn remove(row: Row, tools: El) -> El {
    let is_asking = var(false);
    let bin = move || match try_to_move(row, State::Binned(row.workspace.today())) {
        Ok(()) => {}
        Err(SaveError::Storage(_)) => is_asking.set(true),
        Err(error) => row.workspace.announce(error.to_string()),
    };
    let ask = row_button(Look::Quiet, "Remove", move || row.label("Remove"), bin);
    for_good(tools, row, is_asking, ask)
}

/// Whether the plan is to go for good.
fn for_good(tools: El, row: Row, is_asking: Var<bool>, ask: El) -> El {
    let remove = move || {
        let name = row.name();
        let outcome = row.workspace.remove(&row.id());
        keep_focus();
        row.workspace.announce(outcome.err().unwrap_or_else(|| format!("{name} is removed")));
    };
    let words = Asking {
        warning: "Gone for good, unless you have exported it.",
        go: "Remove for good",
        keep: "Keep it",
    };
    tools.child(asking(ask, is_asking, words, remove))
}
