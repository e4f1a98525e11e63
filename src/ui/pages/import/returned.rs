//! A copy of a plan that is here: what was changed in it can be taken into that plan.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::preview::{adding, close, summary, title, ways};
use super::{Came, Incoming, sheet};
use crate::exchange::{Arrived, Original};
use crate::platform;
use crate::store::{PlanId, State};
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Look, button};
use crate::ui::{Route, Workspace, known};
use crate::words;

/// A copy, and the plan it is of.
#[derive(Clone)]
pub struct Returned {
    arrived: Arc<Arrived>,
    plan: PlanId,
    name: String,
    /// Which plan it is, where there are others of its name.
    about: String,
    is_binned: bool,
    /// It says what the plan says, or said once; what of it can be taken is there.
    holds_nothing: Option<&'static str>,
}

impl Returned {
    /// The plan here that a plan which came is a copy of.
    pub async fn find(workspace: Workspace, arrived: &Arc<Arrived>) -> Option<Self> {
        let known = known::plan_of(&arrived.descent).await;
        let copies = untrack(|| workspace.copies());
        workspace.with_contents_now(|all| {
            let plan = known.as_ref().map(|(plan, _)| plan);
            let Original { id, stored, others } =
                arrived.original(&all.plans, plan, workspace.open_plan().as_ref())?;
            let is_unchanged = known.as_ref().is_some_and(|(_, is_itself)| *is_itself);
            let holds_nothing = match stored.plan == *arrived.whole.plan {
                true => Some(words::COPY_IS_SAME),
                false => is_unchanged.then_some(words::COPY_IS_UNCHANGED),
            };
            let (plan, name) = (id.clone(), words::plan_name(&stored.plan));
            let about = words::copy_is_of(&stored.plan, copies.last_change(id), others);
            let is_binned = stored.state.is_binned();
            Some(Self { arrived: Arc::clone(arrived), plan, name, about, is_binned, holds_nothing })
        })
    }
}

/// What came, and the ways to take it or leave it.
pub fn preview(returned: Returned, file: Option<String>) -> Vec<El> {
    let incoming: Incoming = expect_context();
    let add = adding(Arc::clone(&returned.arrived), Look::Plain, "Add as a new plan");
    if returned.is_binned {
        return in_bin(incoming, returned, file, add);
    }
    let Returned { arrived, plan, name, about, holds_nothing, .. } = returned;
    if let Some(why) = holds_nothing {
        let open = move || match incoming.workspace.open(&plan) {
            Ok(()) => {
                close();
                platform::go_to(&Route::Home.path());
            }
            Err(problem) => incoming.refuse(problem),
        };
        return vec![
            title(words::have_already(&name)),
            summary(&arrived, file),
            el(html::P).child(about),
            el(html::P).child(why),
            ways([button(Look::Main, "Open my plan", open), add]),
        ];
    }
    let came = Arc::clone(&arrived);
    let take = move || {
        let (plan, came) = (plan.clone(), Arc::clone(&came));
        spawn_local(async move {
            let workspace = incoming.workspace;
            // One that is open keeps its way back.
            let is_open = workspace.open_plan().as_ref() == Some(&plan);
            let outcome = match if is_open { Ok(()) } else { workspace.open(&plan) } {
                Ok(()) => sheet::copy(incoming, &came).await,
                Err(problem) => Err(problem),
            };
            incoming.show(outcome);
        });
    };
    vec![
        title(words::copy_of(&name)),
        summary(&arrived, file),
        el(html::P).child(about),
        el(html::P).child(
            "You see what was changed in the copy before any of it is taken, and what you changed yourself stays.",
        ),
        ways([button(Look::Main, words::take_into(&name), take), add]),
    ]
}

/// The plan that a copy is of is in the bin, and can be brought back for it.
fn in_bin(incoming: Incoming, returned: Returned, file: Option<String>, add: El) -> Vec<El> {
    let (arrived, about) = (Arc::clone(&returned.arrived), returned.about.clone());
    let heading = title(words::copy_of(&returned.name));
    let bring_back = move || {
        let Returned { plan, name, .. } = &returned;
        match incoming.workspace.move_to(plan, name, State::Open) {
            Ok(()) => {
                incoming.show(Ok(Came::Returned(Returned { is_binned: false, ..returned.clone() })));
                request_animation_frame(|| platform::focus_if_lost("dialog[open] button"));
            }
            Err(error) => incoming.refuse(error.to_string()),
        }
    };
    vec![
        heading,
        summary(&arrived, file),
        el(html::P).child(about),
        el(html::P).child(words::COPY_OF_BINNED),
        ways([button(Look::Main, "Bring it back", bring_back), add]),
    ]
}
