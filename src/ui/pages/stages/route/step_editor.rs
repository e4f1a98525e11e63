//! One step of a sequence, to be edited (B2-B4).

use leptos::prelude::*;

use crate::plan::{Anchor, Audience, Channel, Delay, Edit, Step, StepEdit, StepId, Unit};
use crate::ui::parts::{Commit, Due, Field, FieldKind, MoveButtons, Select, text_commit};
use crate::ui::{Session, words};

/// The step with its number, its words, its delay and its channel.
#[component]
pub fn StepEditor(id: StepId, audience: Audience, steps: Memo<Vec<StepId>>) -> impl IntoView {
    let session = Session::here();
    let dated = Memo::new(move |_| session.schedule().with(|schedule| schedule.step(id).copied()));
    let number = Memo::new(move |_| dated.get().map_or(0, |dated| dated.number));
    let name = Signal::derive(move || format!("{} step {}", words::audience(audience), number.get()));
    let goal = session.slice(move |plan| {
        let action = plan.step(id).and_then(|step| step.action);
        action.and_then(|action| plan.action(action)).map(|(goal, _)| goal.text.to_string())
    });
    view! {
        <li class="step" id=format!("step-{}", id.0) role="group" aria-label=name>
            <span class="step__number" aria-hidden="true">{number}</span>
            <div class="step__body">
                <Field
                    label="What happens"
                    value=step_text(session, id, |step| step.what.to_string())
                    commit=text_commit(move |text| Edit::Step(id, StepEdit::What(text)))
                />
                <div class="step__when">
                    <DelayFields id number />
                    <ChannelSelect id />
                </div>
                <p class="step__due">
                    "Due " {move || dated.get().map(|dated| view! { <Due dated /> })}
                    {move || goal.get().map(|goal| view! { <span class="step__goal">{format!("For: {goal}")}</span> })}
                </p>
                <StepTools id audience steps name />
            </div>
        </li>
    }
}

fn step_text(session: Session, id: StepId, part: fn(&Step) -> String) -> Signal<String> {
    session.slice(move |plan| plan.step(id).map(part).unwrap_or_default()).into()
}

/// How many, of what, counted from where (B4).
#[component]
fn DelayFields(id: StepId, number: Memo<usize>) -> impl IntoView {
    let session = Session::here();
    let delay = session.slice(move |plan| plan.step(id).map_or(Delay::AT_START, |step| step.delay));
    let change = move |count: u16, unit: Unit, anchor: Anchor| {
        let delay = Delay::new(count, unit, anchor).ok_or_else(words::delay_problem)?;
        session.try_edit(Edit::Step(id, StepEdit::Delay(delay)))
    };
    let count: Commit = Callback::new(move |raw: String| {
        let count = raw.trim().parse().map_err(|_| words::delay_problem())?;
        let delay = delay.get_untracked();
        change(count, delay.unit, delay.anchor)
    });
    let choose_unit = Callback::new(move |value: String| {
        let delay = delay.get_untracked();
        if let Some(unit) = Unit::ALL.into_iter().find(|unit| words::unit(*unit) == value) {
            _ = change(delay.count(), unit, delay.anchor);
        }
    });
    let choose_anchor = Callback::new(move |value: String| {
        let delay = delay.get_untracked();
        if let Some(anchor) = Anchor::ALL.into_iter().find(|anchor| words::anchor(*anchor) == value) {
            _ = change(delay.count(), delay.unit, anchor);
        }
    });
    let units = options(Unit::ALL.map(words::unit));
    let anchors = options(Anchor::ALL.map(words::anchor));
    let is_first = move || number.get() == 1;
    view! {
        <Field
            label="Wait"
            kind=FieldKind::Number
            value=Signal::derive(move || delay.get().count().to_string())
            commit=count
        />
        <Select
            label="Unit"
            value=Signal::derive(move || words::unit(delay.get().unit).to_owned())
            options=units
            choose=choose_unit
        />
        <div class="step__anchor" class:step__anchor--fixed=is_first>
            <Select
                label="Counted from"
                value=Signal::derive(move || words::anchor(delay.get().anchor).to_owned())
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
fn ChannelSelect(id: StepId) -> impl IntoView {
    let session = Session::here();
    let channel = session.slice(move |plan| plan.step(id).and_then(|step| step.channel));
    let value = Signal::derive(move || channel.get().map(words::channel).unwrap_or_default().to_owned());
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
fn StepTools(id: StepId, audience: Audience, steps: Memo<Vec<StepId>>, name: Signal<String>) -> impl IntoView {
    let session = Session::here();
    let place = Signal::derive(move || {
        steps.with(|steps| (steps.iter().position(|other| *other == id).unwrap_or(0), steps.len()))
    });
    let go = Callback::new(move |to: usize| {
        let (at, of) = place.get_untracked();
        let before = steps.with_untracked(|steps| steps.get(if to > at { to + 1 } else { to }).copied());
        let words = format!("Now step {} of {of}", to + 1);
        session.edit_and_say(Edit::Step(id, StepEdit::Before(audience, before)), words);
    });
    let other = words::audience(audience.other()).to_lowercase();
    let act = move |edit: StepEdit, words: String| session.edit_and_say(Edit::Step(id, edit), words);
    let (to_other, moved) = (other.clone(), format!("Moved to the end of the {other} sequence"));
    view! {
        <div class="step__tools">
            <MoveButtons name=name place=place go=go element=format!("step-{}", id.0) />
            <button
                type="button"
                class="button button--small button--quiet"
                aria-label=move || format!("Copy {}", name.get())
                on:click=move |_| act(StepEdit::Copy, format!("{} copied", name.get_untracked()))
            >
                "Copy"
            </button>
            <button
                type="button"
                class="button button--small button--quiet"
                aria-label=move || format!("Move {} to the {to_other} sequence", name.get())
                on:click=move |_| act(StepEdit::Before(audience.other(), None), moved.clone())
            >
                {format!("To {other}s")}
            </button>
            <button
                type="button"
                class="button button--small button--quiet"
                aria-label=move || format!("Remove {}", name.get())
                on:click=move |_| {
                    act(StepEdit::Remove, format!("{} removed. Undo brings it back.", name.get_untracked()))
                }
            >
                "Remove"
            </button>
        </div>
    }
}
