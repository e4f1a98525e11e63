//! Goals whose actions belong to no sequence yet, since they are not sorted: a question for each (A15, A25).

use leptos::prelude::*;

use super::button::Look;
use super::keeping_focus;
use super::{row_button, section};
use crate::plan::{Audience, Edit, GoalEdit, GoalId, PlanParts};
use crate::ui::Session;
use crate::ui::element::{El, el, html, show};
use crate::words;

/// The questions; nothing where every goal with actions is sorted.
pub fn unsorted_goals() -> AnyView {
    let session = Session::here();
    let goals = session.numbers(unsorted);
    let content = move || {
        let list = el(html::Ul).class("unsorted").for_each(goals, |number| question(GoalId(number)));
        section("Which sequence do they belong to?", list).class("group unsorted-goals")
    };
    show(move || !goals.with(Vec::is_empty), content)
}

/// The goals that have actions and no audience.
fn unsorted(plan: &PlanParts) -> Vec<u32> {
    let has_actions = |goal: &&crate::plan::Goal| goal.actions.iter().any(|action| !action.text.is_blank());
    let unsorted = plan.goals.iter().filter(|goal| goal.audience.is_none()).filter(has_actions);
    unsorted.map(|goal| goal.id.0).collect()
}

fn question(id: GoalId) -> El {
    let session = Session::here();
    let goal = session.goal(id);
    let text = move || goal.read(|goal| goal.text.to_string()).unwrap_or_default();
    let actions = move || {
        let written = goal.read(|goal| goal.actions.iter().filter(|action| !action.text.is_blank()).count());
        words::count(written.unwrap_or_default(), "action")
    };
    let sort = move |audience: Audience| {
        let press = move || {
            let said = format!("{} is now under {}", untrack(text), words::lower(audience));
            let edit = Edit::Goal(id, GoalEdit::Audience(Some(audience)));
            keeping_focus(|| session.edit_and_say(edit, said));
        };
        let name = move || format!("Move to {}s: “{}”", words::lower(audience), text());
        row_button(Look::Small, format!("Move to {}s", words::lower(audience)), name, press)
    };
    el(html::Li)
        .class("unsorted__goal")
        .child(
            el(html::Span).child(move || {
                format!("“{}”, with {}: before or after the first purchase?", text(), actions())
            }),
        )
        .child(Audience::BOTH.map(sort))
}
