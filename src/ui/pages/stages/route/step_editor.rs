//! One step of a sequence, to be edited (B2-B4).

use leptos::prelude::*;

use crate::plan::{Anchor, Audience, Channel, Delay, Edit, Step, StepEdit, StepId, Unit};
use crate::ui::parts::{Commit, Due, Field, FieldKind, Look, MoveButtons, Select, row_button, text_commit};
use crate::ui::{Session, words};

/// The step with its number, its words, its delay and its channel.
#[component]
pub fn StepEditor(id: StepId, audience: Audience, steps: Memo<Vec<u32>>) -> impl IntoView {
    let session = Session::here();
    let (step, dated) = (session.step(id), session.dated(id));
    let number = Signal::derive(move || dated.get().map_or(0, |dated| dated.number));
    let name = Signal::derive(move || format!("{} step {}", words::audience(audience), number.get()));
    let what = Signal::derive(move || {
        step.with(|step| step.as_ref().map(|step| step.what.to_string()).unwrap_or_default())
    });
    let goal = move || {
        let action = step.with(|step| step.as_ref().and_then(|step| step.action))?;
        session.plan().with(|plan| plan.action(action).map(|(goal, _)| goal.text.to_string()))
    };
    view! {
        <li class="step" id=format!("step-{}", id.0) role="group" aria-label=name>
            <span class="step__number" aria-hidden="true">{move || number.get()}</span>
            <div class="step__body">
                <Field
                    label="What happens"
                    value=what
                    commit=text_commit(move |text| Edit::Step(id, StepEdit::What(text)))
                />
                <div class="step__when">
                    <DelayFields id step number />
                    <ChannelSelect id step />
                </div>
                <p class="step__due">
                    "Due " {move || dated.get().map(|dated| view! { <Due dated /> })}
                    {move || goal().map(|goal| view! { <span class="step__goal">{format!("For: {goal}")}</span> })}
                </p>
                <StepTools id audience steps name />
            </div>
        </li>
    }
}

/// How many, of what, counted from where (B4).
#[component]
fn DelayFields(id: StepId, step: Memo<Option<Step>>, number: Signal<usize>) -> impl IntoView {
    let session = Session::here();
    let delay = move || step.with(|step| step.as_ref().map_or(Delay::AT_START, |step| step.delay));
    let change = move |count: u16, unit: Unit, anchor: Anchor| {
        let delay = Delay::new(count, unit, anchor).ok_or_else(words::delay_problem)?;
        session.try_edit(Edit::Step(id, StepEdit::Delay(delay)))
    };
    let count: Commit = Callback::new(move |raw: String| {
        let count = raw.trim().parse().map_err(|_| words::delay_problem())?;
        let delay = untrack(delay);
        change(count, delay.unit, delay.anchor)
    });
    let choose_unit = Callback::new(move |value: String| {
        let delay = untrack(delay);
        if let Some(unit) = Unit::ALL.into_iter().find(|unit| words::unit(*unit) == value) {
            _ = change(delay.count(), unit, delay.anchor);
        }
    });
    let choose_anchor = Callback::new(move |value: String| {
        let delay = untrack(delay);
        if let Some(anchor) = Anchor::ALL.into_iter().find(|anchor| words::anchor(*anchor) == value) {
            _ = change(delay.count(), delay.unit, anchor);
        }
    });
    let units = options(Unit::ALL.map(words::unit));
    let anchors = options(Anchor::ALL.map(words::anchor));
    view! {
        <Field
            label="Wait"
            kind=FieldKind::Number
            value=Signal::derive(move || delay().count().to_string())
            commit=count
        />
        <Select
            label="Unit"
            value=Signal::derive(move || words::unit(delay().unit).to_owned())
            options=units
            choose=choose_unit
        />
        <div class="step__anchor" class:step__anchor--fixed=move || number.get() == 1>
            <Select
                label="Counted from"
                value=Signal::derive(move || words::anchor(delay().anchor).to_owned())
                options=anchors
                choose=choose_anchor
            />
        </div>
    }
}

/// Choices whose words are their values.
fn options<const N: usize>(words: [&'static str; N]) -> Signal<Vec<(String, String)>> {
    let pairs = words.map(|words| (words.to_owned(), words.to_owned())).to_vec();
    Signal::stored(pairs)
}

#[component]
fn ChannelSelect(id: StepId, step: Memo<Option<Step>>) -> impl IntoView {
    let session = Session::here();
    let channel = move || step.with(|step| step.as_ref().and_then(|step| step.channel));
    let value = Signal::derive(move || channel().map(words::channel).unwrap_or_default().to_owned());
    let list = [(String::new(), "Choose…".to_owned())];
    let channels = Channel::ALL.map(words::channel).map(|words| (words.to_owned(), words.to_owned()));
    let choose = Callback::new(move |value: String| {
        let channel = Channel::ALL.into_iter().find(|channel| words::channel(*channel) == value);
        session.edit(Edit::Step(id, StepEdit::Channel(channel)));
    });
    view! {
        <Select label="Channel" value=value options=Signal::stored(list.into_iter().chain(channels).collect()) choose=choose />
    }
}

/// Moving, copying, removing.
#[component]
fn StepTools(id: StepId, audience: Audience, steps: Memo<Vec<u32>>, name: Signal<String>) -> impl IntoView {
    let session = Session::here();
    let place = Signal::derive(move || {
        steps.with(|steps| (steps.iter().position(|other| *other == id.0).unwrap_or(0), steps.len()))
    });
    let go = Callback::new(move |to: usize| {
        let (at, of) = place.get_untracked();
        let before = steps.with_untracked(|steps| steps.get(if to > at { to + 1 } else { to }).copied()).map(StepId);
        let words = format!("Now step {} of {of}", to + 1);
        session.edit_and_say(Edit::Step(id, StepEdit::Before(audience, before)), words);
    });
    let other = words::lower(audience.other());
    let to_other = move || format!("Move {} to the {other} sequence", name.get());
    let act = move |edit: StepEdit, words: String| session.edit_and_say(Edit::Step(id, edit), words);
    let copy = move || act(StepEdit::Copy, format!("{} copied", untrack(|| name.get())));
    let hand_over = move || {
        act(StepEdit::Before(audience.other(), None), format!("Moved to the end of the {other} sequence"));
    };
    let remove =
        move || act(StepEdit::Remove, format!("{} removed. Undo brings it back.", untrack(|| name.get())));
    view! {
        <div class="step__tools">
            <MoveButtons name=name place=place go=go element=format!("step-{}", id.0) />
            {row_button(Look::Quiet, "Copy", move || format!("Copy {}", name.get()), copy)}
            {row_button(Look::Quiet, format!("To {other}s"), to_other, hand_over)}
            {row_button(Look::Quiet, "Remove", move || format!("Remove {}", name.get()), remove)}
        </div>
    }
}
