//! A step that serves no goal, with a way to say which action it carries out (F1).

use leptos::prelude::*;

use super::parts::{focus_soon, orphan_note, step_words};
use crate::plan::{ActionId, Audience, Edit, StepEdit, StepId};
use crate::ui::element::{El, attr, el, html, show};
use crate::ui::parts::{Look, Options, place_link, row_button, select};
use crate::ui::reactive::{Memo, var};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::Stage;

/// The step. Choosing alone changes nothing: arrow keys pass over every choice.
pub fn orphan_step(id: StepId, audience: Audience, options: Memo<Options>) -> El {
    let session = Session::here();
    let step = session.step(id);
    let chosen = var(String::new());
    let problem = var("");
    let name = move || format!("{} step {}", words::audience(audience), step.number());
    let choose = move |value: String| {
        chosen.set(value);
        problem.set("");
    };
    let tie = move || {
        let Ok(action) = chosen.get_untracked().parse().map(ActionId) else {
            return problem.set("Choose an action first.");
        };
        let plan = session.plan_now();
        let Some((goal, _)) = plan.action(action) else {
            return problem.set("This action is gone. Choose another one.");
        };
        let words = format!("{} now serves “{}”. Undo takes it back.", untrack(name), goal.text);
        session.edit_and_say(Edit::Step(id, StepEdit::Action(Some(action))), words);
        focus_soon(format!("#trace-action-{}", action.0));
    };
    let has_actions = move || options.with(|options| options.len() > 1);
    let tying = move || {
        el(html::Div)
            .class("trace__tie")
            .child(select(
                "Which action does it carry out?",
                move || chosen.get(),
                move || options.get(),
                choose,
            ))
            .child(row_button(Look::Small, "Link it", move || format!("Link it: {}", name()), tie))
            .child(
                el(html::P)
                    .class("field__message")
                    .attr(attr::AriaLive, "polite")
                    .child(move || problem.get().to_owned()),
            )
    };
    let no_actions = move || {
        let by = place_link(Route::Workshop(Stage::By), ".line-field input".to_owned());
        el(html::Span).child("There are no actions yet. ").child(by.child("Say by what you reach your goals"))
    };
    let ways = [show(has_actions, tying), show(move || !has_actions(), no_actions)];
    el(html::Li).class("trace__step").attr(attr::Id, format!("trace-step-{}", id.0)).child(
        el(html::Div)
            .attr(attr::Role, "group")
            .aria_label(name)
            .child(step_words(id))
            .child(orphan_note("Serves no goal", ways)),
    )
}
