//! One step of a sequence, to be edited (B2-B4).

use leptos::prelude::*;

use super::conditions::conditions;
use crate::advice::Spot;
use crate::plan::{Audience, Channel, Edit, StepEdit, StepId};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{
    Field, Look, Options, due, findings_about, move_buttons, row_button, select, text_commit, wait_editor,
    word_options,
};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{FollowedStep, Session};
use crate::words;

/// The step with its number, its words, its delay and its channel.
pub fn step_editor(id: StepId, audience: Audience, steps: Memo<Vec<u32>>, events: Memo<Options>) -> El {
    let session = Session::here();
    let step = session.step(id);
    let number = move || step.number();
    let name = memo(move || format!("{} step {}", words::audience(audience), number()));
    let what = move || step.read(|step| step.what.to_string()).unwrap_or_default();
    let goal = move || match step.goal() {
        goal if goal.is_empty() => goal,
        goal => format!("For: {goal}"),
    };
    let commit = text_commit(move |text| Edit::Step(id, StepEdit::What(text)));
    let when = el(html::Div)
        .class("step__when")
        .child(wait_editor(id, audience, events))
        .child(channel_select(id, step));
    let body = el(html::Div)
        .class("step__body")
        .attr(attr::Role, "group")
        .aria_label(move || name.get())
        .child(Field::new("What happens", what, commit).build())
        .child(when)
        .child(conditions(id, step, audience))
        .child(
            el(html::P)
                .class("step__due")
                .child("Due ")
                .child(due(step))
                .child(el(html::Span).class("step__goal").child(goal)),
        )
        .child(findings_about(Spot::Step(id)))
        .child(step_tools(id, audience, steps, name));
    el(html::Li)
        .class("step")
        .attr(attr::Id, format!("step-{}", id.0))
        .child(
            el(html::Span)
                .class("step__number")
                .attr(attr::AriaHidden, "true")
                .child(move || number().to_string()),
        )
        .child(body)
}

fn channel_select(id: StepId, step: FollowedStep) -> El {
    let session = Session::here();
    let value = move || {
        let channel = step.read(|step| step.channel).flatten();
        channel.map(words::channel).unwrap_or_default().to_owned()
    };
    let channels = || {
        let mut channels = word_options(&Channel::ALL.map(words::channel));
        channels.insert(0, (String::new(), "Choose…".to_owned()));
        channels
    };
    let choose = move |value: String| {
        let channel = Channel::ALL.into_iter().find(|channel| words::channel(*channel) == value);
        session.edit(Edit::Step(id, StepEdit::Channel(channel)));
    };
    select("Channel", value, channels, choose)
}

/// Moving, copying, removing.
fn step_tools(id: StepId, audience: Audience, steps: Memo<Vec<u32>>, name: Memo<String>) -> El {
    let session = Session::here();
    let place = memo(move || {
        steps.with(|steps| (steps.iter().position(|other| *other == id.0).unwrap_or(0), steps.len()))
    });
    let go = Callback::new(move |to: usize| {
        let (at, of) = place.get_untracked();
        let before = steps.with_untracked(|steps| steps.get(if to > at { to + 1 } else { to }).copied());
        let words = format!("Now step {} of {of}.", to + 1);
        session.edit_and_say_moves(id, Edit::Step(id, StepEdit::Before(audience, before.map(StepId))), words);
    });
    let other = words::lower(audience.other());
    let act =
        move |edit: StepEdit, words: String| session.edit_and_say_moves(id, Edit::Step(id, edit), words);
    let copy = move || act(StepEdit::Copy, format!("{} copied.", untrack(|| name.get())));
    let hand_over = move || {
        act(StepEdit::Before(audience.other(), None), format!("Moved to the end of the {other} sequence."));
    };
    let remove =
        move || act(StepEdit::Remove, format!("{} removed. Undo brings it back.", untrack(|| name.get())));
    let to_other = move || format!("To {other}s: {}", name.get());
    el(html::Div)
        .class("step__tools")
        .child(move_buttons(name, place, go, format!("step-{}", id.0)))
        .child(row_button(Look::Quiet, "Copy", move || format!("Copy {}", name.get()), copy))
        .child(row_button(Look::Quiet, format!("To {other}s"), to_other, hand_over))
        .child(row_button(Look::Quiet, "Remove", move || format!("Remove {}", name.get()), remove))
}
