//! What else there is to say of a step: under its row, made when it is opened.

use leptos::prelude::*;

use super::super::wait_editor::wait_parts;
use super::super::{
    Field, FieldKind, Look, action_options, findings_about, move_buttons, row_button, select, text_commit,
};
use super::conditions::{attempts, branch};
use super::{Grid, row_name};
use crate::advice::Spot;
use crate::plan::{ActionId, Edit, Step, StepEdit, StepId};
use crate::ui::FollowedStep;
use crate::ui::element::{El, attr, el, html};
use crate::ui::reactive::memo;
use crate::words;
use crate::workshop::Shift;

/// The parts of its wait, what decides whether it comes, what it needs, what it serves, what was found, what can be done.
pub fn details(id: StepId, grid: Grid, step: FollowedStep) -> El {
    let name = move || format!("Details of {} step {}", words::lower(grid.audience), step.number());
    let conditions = el(html::Div).class("details__conditions").child(attempts(id, step)).child(branch(
        id,
        step,
        grid.audience,
    ));
    let columns = [needs(id, grid, step), wait_parts(id, grid.audience, grid.events), conditions];
    el(html::Div)
        .class("grid__details")
        .attr(attr::Role, "group")
        .aria_label(name)
        .child(columns)
        .child(findings_about(Spot::Step(id)))
        .child(tools(id, grid, step))
}

/// Tools, words, and the action it carries out (B8, A26, F1).
fn needs(id: StepId, grid: Grid, step: FollowedStep) -> El {
    let text = move |part: fn(&Step) -> String| move || step.read(part).unwrap_or_default();
    let tools = Field::new(
        "Tools and resources",
        text(|step| step.tools.to_string()),
        text_commit(move |text| Edit::Step(id, StepEdit::Tools(text))),
    );
    let notes = Field::new(
        "The message, or notes for the call",
        text(|step| step.notes.to_string()),
        text_commit(move |text| Edit::Step(id, StepEdit::Notes(text))),
    );
    let options = action_options(grid.audience);
    let action = move || {
        let action = step.read(|step| step.action).flatten();
        action.map(|action| action.0.to_string()).unwrap_or_default()
    };
    let choose = move |value: String| {
        let action = value.parse().ok().map(ActionId);
        grid.session.try_edit(Edit::Step(id, StepEdit::Action(action)))
    };
    let goal = move || match step.goal() {
        goal if goal.is_empty() => goal,
        goal => format!("For: {goal}"),
    };
    el(html::Div)
        .class("details__needs")
        .child(notes.kind(FieldKind::Prose).build())
        .child(tools.build())
        .child(select("Which action does it carry out?", action, move || options.get(), choose))
        .child(el(html::P).class("step__goal").child(goal))
}

/// Moving, duplicating, removing.
fn tools(id: StepId, grid: Grid, step: FollowedStep) -> El {
    let name = memo(move || format!("{} step {}", words::audience(grid.audience), step.number()));
    let place = memo(move || (step.number().saturating_sub(1), grid.steps.with(Vec::len)));
    let go = Callback::new(move |to: usize| {
        let way = if to < place.get_untracked().0 { Shift::Up } else { Shift::Down };
        grid.shift(&[id], way, None);
    });
    let other = words::lower(grid.audience.other());
    let act = move |words: String, name: Box<dyn Fn() -> String + Send + Sync>, act: fn(Grid, StepId)| {
        row_button(Look::Quiet, words, name, move || act(grid, id))
    };
    el(html::Div)
        .class("step__tools")
        .child(move_buttons(name, place, go, row_name(id)))
        .child(act(
            "Duplicate".to_owned(),
            Box::new(move || format!("Duplicate {}", name.get())),
            |grid, id| grid.duplicate(&[id]),
        ))
        .child(act(
            format!("Move to {other}s"),
            Box::new(move || format!("Move to {other}s: {}", name.get())),
            |grid, id| {
                grid.place(&[id], grid.audience.other(), None);
            },
        ))
        .child(act("Remove".to_owned(), Box::new(move || format!("Remove {}", name.get())), |grid, id| {
            grid.remove(&[id])
        }))
}
