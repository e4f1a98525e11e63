//! The steps of a sequence.

use super::parts::*;
use super::*;

pub fn steps() -> impl IntoView {
    let steps = Session::here().steps(Audience::Prospect);
    view! {
        <ol class="steps">
            <For each=move || steps.get() key=|number| *number let:number>
                <StepEditor id=StepId(number) steps=steps/>
            </For>
        </ol>
    }
}

#[component]
fn StepEditor(id: StepId, steps: Memo<Vec<u32>>) -> impl IntoView {
    let session = Session::here();
    let step = session.step(id);
    let number = move || step.number();
    let name = Signal::derive(move || format!("Step {}", number()));
    let what = Signal::derive(move || step.read(|step| step.what.to_string()).unwrap_or_default());
    let goal = move || match step.goal() {
        goal if goal.is_empty() => goal,
        goal => format!("For: {goal}"),
    };
    let commit = logic::text_commit(move |text| Edit::Step(id, StepEdit::What(text)));
    let due = move || step.due_settled();
    view! {
        <li class="step" id=format!("step-{}", id.0)>
            <span class="step__number" aria-hidden="true">{move || number().to_string()}</span>
            <div class="step__body" role="group" aria-label=move || name.get()>
                <Field label="What happens" value=what commit=commit/>
                <div class="step__when">
                    <Select
                        label="Channel"
                        value=Signal::derive(move || logic::channel_of(step))
                        options=logic::channels()
                        choose=move |value: String| logic::choose_channel(session, id, &value)
                    />
                </div>
                <Conditions id=id step=step/>
                <p class="step__due">
                    "Due "
                    <time datetime=move || due().map(words::iso)>
                        {move || due().map(words::day_and_year).unwrap_or_default()}
                    </time>
                    <span class="step__goal">{goal}</span>
                </p>
                <StepTools id=id steps=steps name=name/>
            </div>
        </li>
    }
}

#[component]
fn Conditions(id: StepId, step: FollowedStep) -> impl IntoView {
    let is_wanted = RwSignal::new(false);
    let said = move || match step.conditions() {
        said if said.is_empty() => "Days that suit, attempts, outcomes".to_owned(),
        said => said,
    };
    view! {
        <details class="fold" on:toggle=move |_| is_wanted.set(true)>
            <summary>{said}</summary>
            <Show when=move || is_wanted.get()>
                <ConditionFields id=id step=step/>
            </Show>
        </details>
    }
}

#[component]
fn ConditionFields(id: StepId, step: FollowedStep) -> impl IntoView {
    let session = Session::here();
    let attempts = move || step.read(|step| step.attempts).unwrap_or_default();
    let day = move |day: chrono::Weekday| {
        let is_wanted = move || logic::window_of(step).weekdays.is_some_and(|days| days.is_worked(day));
        view! {
            <Check
                words=words::weekday(day)
                is_ticked=Signal::derive(is_wanted)
                take=move |_| logic::toggle_day(session, step, id, day)
            />
        }
    };
    view! {
        <div class="step__conditions">
            <fieldset class="weekdays">
                <legend>"Best on"</legend>
                {words::WEEK.map(day).into_iter().collect_view()}
                <Check
                    words="Not right before a holiday"
                    is_ticked=Signal::derive(move || logic::window_of(step).eves == Eves::Avoided)
                    take=move |is| logic::set_eves(session, step, id, is)
                />
            </fieldset>
            <div class="fields-in-a-row">
                <Field
                    label="Try at most so often"
                    value=Signal::derive(move || attempts().count().to_string())
                    commit=logic::attempts_commit(step, id, false)
                />
                <Field
                    label="Working days between attempts"
                    hint="Counted from one to the next."
                    value=Signal::derive(move || attempts().gap().to_string())
                    commit=logic::attempts_commit(step, id, true)
                />
            </div>
            <Select
                label="What will come of this step?"
                value=Signal::derive(move || logic::expected_of(step))
                options=logic::outcomes()
                choose=move |value: String| logic::choose_outcome(session, id, &value)
            />
        </div>
    }
}

#[component]
fn StepTools(id: StepId, steps: Memo<Vec<u32>>, name: Signal<String>) -> impl IntoView {
    let session = Session::here();
    let place = Signal::derive(move || {
        steps.with(|steps| (steps.iter().position(|other| *other == id.0).unwrap_or(0), steps.len()))
    });
    let go = Callback::new(move |to: usize| {
        let (at, of) = place.get_untracked();
        let before = steps.with_untracked(|steps| steps.get(if to > at { to + 1 } else { to }).copied());
        let edit = Edit::Step(id, StepEdit::Before(Audience::Prospect, before.map(StepId)));
        session.edit_and_say(edit, format!("Now step {} of {of}", to + 1));
    });
    let act = move |edit: StepEdit, words: &str| session.edit_and_say(Edit::Step(id, edit), words);
    let copy = Signal::derive(move || format!("Copy {}", name.get()));
    let remove = Signal::derive(move || format!("Remove {}", name.get()));
    view! {
        <div class="step__tools">
            <Arrow way="up" sign="↑" place=place name=name go=go target=|(at, _)| at.checked_sub(1)/>
            <Arrow
                way="down"
                sign="↓"
                place=place
                name=name
                go=go
                target=|(at, of)| (at + 1 < of).then_some(at + 1)
            />
            <Button look=Look::Quiet words="Copy" name=copy act=move |()| act(StepEdit::Copy, "Copied")/>
            <Button
                look=Look::Quiet
                words="Remove"
                name=remove
                act=move |()| act(StepEdit::Remove, "Removed. Undo brings it back.")
            />
        </div>
    }
}

#[component]
fn Arrow(
    way: &'static str,
    sign: &'static str,
    place: Signal<(usize, usize)>,
    name: Signal<String>,
    go: Callback<usize>,
    target: fn((usize, usize)) -> Option<usize>,
) -> impl IntoView {
    let press = move |_| {
        if let Some(to) = target(untrack(|| place.get())) {
            go.run(to);
        }
    };
    view! {
        <button
            type="button"
            class="button button--small"
            data-move=way
            aria-label=move || format!("Move {} {way}", name.get())
            aria-disabled=move || target(place.get()).is_none().then_some("true")
            on:click=press
        >
            {sign}
        </button>
    }
}
