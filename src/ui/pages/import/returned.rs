//! A copy of a plan that is here: what was changed in it can be taken into that plan.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Incoming, adding, close, sheet, summary, title, ways};
use crate::exchange::Arrived;
use crate::plan::Plan;
use crate::platform;
use crate::store::PlanId;
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
    /// It says what the plan says, or said once; what of it can be taken is there.
    holds_nothing: Option<&'static str>,
}

impl Returned {
    /// The plan here that a plan which came is a copy of: one that a version of it came from or went to, else one of its name
    /// with its steps.
    pub async fn find(workspace: Workspace, arrived: &Arc<Arrived>) -> Option<Self> {
        let known = known::plan_of(&arrived.descent).await;
        let came = &arrived.whole.plan;
        workspace.with_contents_now(|all| {
            let mut here = all.plans.iter().filter(|(_, stored)| !stored.state.is_binned());
            let open = workspace.open_plan();
            let is_like = |plan: &PlanId, stored: &Plan| match &known {
                Some((known, _)) => known == plan,
                None => is_like(stored, came),
            };
            let mut alike = here.clone().filter(|(id, stored)| is_like(id, &stored.plan));
            let first = here.find(|(id, stored)| Some(id) == open.as_ref() && is_like(id, &stored.plan));
            let (id, stored) = first.or_else(|| alike.next())?;
            let is_unchanged = known.as_ref().is_some_and(|(_, is_itself)| *is_itself);
            let holds_nothing = match stored.plan == **came {
                true => Some(words::COPY_IS_SAME),
                false => is_unchanged.then_some(words::COPY_IS_UNCHANGED),
            };
            let (plan, name) = (id.clone(), words::plan_name(&stored.plan));
            Some(Self { arrived: Arc::clone(arrived), plan, name, holds_nothing })
        })
    }
}

/// Whether one is another version of the other, as far as that can be told by its name and steps.
fn is_like(plan: &Plan, came: &Plan) -> bool {
    let (mut same, mut all) = (0, 0);
    for step in came.steps() {
        all += 1;
        same += usize::from(plan.step(step.id).is_some_and(|known| known.what == step.what));
    }
    plan.name == came.name && plan.business == came.business && all > 0 && same * 2 >= all
}

/// What came, and the ways to take it or leave it.
pub fn preview(returned: Returned, file: Option<String>) -> Vec<El> {
    let incoming: Incoming = expect_context();
    let Returned { arrived, plan, name, holds_nothing } = returned;
    let add = adding(Arc::clone(&arrived), Look::Plain, "Add as a new plan");
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
        el(html::P).child(
            "You have this plan. You see what was changed in the copy before any of it is taken, and what you changed yourself stays.",
        ),
        ways([button(Look::Main, words::take_into(&name), take), add]),
    ]
}
