//! The pages by `view!`.

use std::sync::Arc;

use followthrough::plan::{Audience, Edit, Eves, Origin, PlanParts, StepEdit, StepId};
use followthrough::platform;
use followthrough::store::{PlanId, Quarantined, State, Stored};
use followthrough::ui::{FollowedStep, Route, Session, Workspace};
use followthrough::words;
use followthrough::workshop::{Aid, Stage, StageState};
use leptos::prelude::*;

use crate::logic::{self, Commit, Kept, Look, Options, Typing, unique_id};

// --- Parts ---

#[component]
fn Button(
    look: Look,
    #[prop(into)] words: String,
    #[prop(optional, into)] name: Option<Signal<String>>,
    #[prop(into)] act: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class=look.classes() aria-label=move || name.map(|name| name.get()) on:click=move |_| act.run(())>
            {words}
        </button>
    }
}

#[component]
fn Check(
    #[prop(into)] words: String,
    #[prop(into)] is_ticked: Signal<bool>,
    #[prop(into)] take: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || is_ticked.get()
                on:change=move |event| take.run(event_target_checked(&event))
            />
            <span>{words}</span>
        </label>
    }
}

#[component]
fn Group(id: &'static str, heading: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="group" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            {children()}
        </section>
    }
}

#[component]
fn Select(
    label: &'static str,
    #[prop(into)] value: Signal<String>,
    options: Options,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    let id = unique_id("select");
    let options = options
        .into_iter()
        .map(|(value, words)| view! { <option value=value>{words}</option> })
        .collect::<Vec<_>>();
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <select
                class="field__input field__input--select"
                id=id
                prop:value=move || value.get()
                on:change=move |event| choose.run(event_target_value(&event))
            >
                {options}
            </select>
        </div>
    }
}

#[component]
fn Field(
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Signal<String>,
    commit: Commit,
) -> impl IntoView {
    let id = unique_id("field");
    let typing = Typing::new(Arc::new(move || value.get()), commit);
    let [problem, is_wrong, wrong, shown, on_input, on_blur] = std::array::from_fn(|_| typing.clone());
    let hint_id = format!("{id}-hint");
    let hinted = (!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> });
    view! {
        <div class="field" class:field--invalid=move || is_wrong.problem().is_some()>
            <label class="field__label" for=id.clone()>{label}</label>
            {hinted}
            <div class="field__row">
                <input
                    class="field__input"
                    type="text"
                    autocomplete="off"
                    aria-describedby=format!("{id}-hint {id}-problem")
                    id=id.clone()
                    aria-invalid=move || wrong.problem().map(|_| "true")
                    prop:value=move || shown.shown()
                    on:input=move |event| on_input.typed(event_target_value(&event))
                    on:blur=move |_| on_blur.left()
                />
            </div>
            <p class="field__message" id=format!("{id}-problem")>
                {move || problem.problem().unwrap_or_default()}
            </p>
        </div>
    }
}

// --- Home ---

pub fn home() -> impl IntoView {
    let session = Session::here();
    let title = session.slice(logic::title);
    let business = session.slice(|plan| plan.business.to_string());
    let has_steps = session.slice(|plan| plan.steps().next().is_some());
    view! {
        <article class="home">
            <p class="stage__count">{move || business.get()}</p>
            <h1 tabindex="-1">{move || title.get()}</h1>
            {move || way_on(session.progress().next())}
            <Show when=move || has_steps.get()>
                <Outputs/>
            </Show>
            <Tasks/>
            <Aids/>
            <Summary/>
        </article>
    }
}

fn way_on(next: Option<Stage>) -> AnyView {
    match next {
        Some(stage) => view! {
            <p>
                <a class="button button--main" href=Route::Workshop(stage).href()>
                    {format!("Go on with {}", stage.title())}
                </a>
            </p>
        }
        .into_any(),
        None => view! { <p class="home__done">"Every step is complete. Print it, and go."</p> }.into_any(),
    }
}

#[component]
fn Outputs() -> impl IntoView {
    let (session, workspace) = (Session::here(), Workspace::here());
    let extras = session.extras();
    view! {
        <div class="outputs">
            <Button look=Look::Main words="Print" act=|()| platform::print()/>
            <Button look=Look::Plain words="Export JSON" act=move |()| logic::export(session, workspace)/>
            <Check
                words="Print the reason of every date"
                is_ticked=Signal::derive(move || extras.get().reasons)
                take=move |wanted| extras.update(|extras| extras.reasons = wanted)
            />
            <Check
                words="Print lines to move the dates by hand"
                is_ticked=Signal::derive(move || extras.get().strips)
                take=move |wanted| extras.update(|extras| extras.strips = wanted)
            />
        </div>
    }
}

#[component]
fn Tasks() -> impl IntoView {
    let session = Session::here();
    let task = move |stage: Stage| {
        let state = move || session.progress().state(stage);
        view! {
            <li class="tasks__task" class:tasks__task--complete=move || state() == StageState::Complete>
                <a href=Route::Workshop(stage).href()>{stage.title()}</a>
                <span class="tasks__state">{move || format!("{:?}", state() == StageState::NotStarted)}</span>
            </li>
        }
    };
    view! {
        <Group id="home-steps" heading="The seven steps">
            <p>{move || format!("{} of 7 complete", session.progress().complete())}</p>
            <ol class="tasks">{Stage::ALL.map(task).into_iter().collect_view()}</ol>
        </Group>
    }
}

#[component]
fn Aids() -> impl IntoView {
    let aid = |aid: Aid| {
        view! {
            <li>
                <a href=Route::Aid(aid).href()>{aid.title()}</a>
                <span class="aids__purpose">{aid.purpose()}</span>
            </li>
        }
    };
    view! {
        <Group id="home-aids" heading="Look closer">
            <ul class="aids">{Aid::ALL.map(aid).into_iter().collect_view()}</ul>
        </Group>
    }
}

#[component]
fn Summary() -> impl IntoView {
    view! {
        <Group id="home-summary" heading="What the plan says">
            <dl class="summary">
                <SummaryRow stage=Stage::FreshStart name="What is sold" part=|plan| plan.offer.to_string()/>
                <SummaryRow stage=Stage::FreshStart name="Typical deal" part=logic::deal/>
                <SummaryRow
                    stage=Stage::Destination
                    name="As a prospect"
                    part=|plan| plan.statements.prospect.to_string()
                />
                <SummaryRow
                    stage=Stage::Destination
                    name="As a customer"
                    part=|plan| plan.statements.customer.to_string()
                />
                <SummaryRow stage=Stage::Goals name="Goals" part=logic::goals/>
                <SummaryRow stage=Stage::By name="Actions" part=logic::actions/>
                <SummaryRow stage=Stage::Route name="Sequences" part=logic::sequences/>
                <SummaryRow stage=Stage::Prepare name="People" part=logic::people/>
                <SummaryRow stage=Stage::Go name="Next review" part=logic::review/>
            </dl>
        </Group>
    }
}

#[component]
fn SummaryRow(stage: Stage, name: &'static str, part: fn(&PlanParts) -> String) -> impl IntoView {
    let value = Session::here().slice(part);
    let shown = move || match value.get().trim() {
        "" => view! { <span class="summary__blank">"Not yet"</span> }.into_any(),
        value => value.to_owned().into_any(),
    };
    view! {
        <div class="summary__row">
            <dt>{name}</dt>
            <dd>{shown}</dd>
            <dd class="summary__change">
                <a href=Route::Workshop(stage).href()>
                    "Change"
                    <span class="visually-hidden">{format!(" {}", name.to_ascii_lowercase())}</span>
                </a>
            </dd>
        </div>
    }
}

// --- Plans ---

pub fn plans() -> impl IntoView {
    let workspace = Workspace::here();
    let has_quarantined = move || workspace.with_contents(|all| !all.quarantined.is_empty());
    view! {
        <article class="plans">
            <h1 tabindex="-1">"All plans"</h1>
            <p>"Every plan in this browser. Starting a new one puts the current one into the archive."</p>
            <div class="start__ways">
                <Button look=Look::Main words="Start a new plan" act=move |()| logic::start_new(workspace)/>
            </div>
            <PlansOf state=State::Open id="plans-open" heading="In use" empty="No plan is in use."/>
            <PlansOf
                state=State::Archived
                id="plans-archived"
                heading="Archive"
                empty="The archive is empty."
            />
            <Show when=has_quarantined>
                <QuarantinedList/>
            </Show>
        </article>
    }
}

#[component]
fn PlansOf(state: State, id: &'static str, heading: &'static str, empty: &'static str) -> impl IntoView {
    let workspace = Workspace::here();
    let of = move || logic::plans_in(workspace, state);
    let rows = move || {
        of().into_iter().map(|(id, stored)| view! { <PlanRow id=id stored=stored/> }).collect::<Vec<_>>()
    };
    view! {
        <Group id=id heading=heading>
            {move || view! { <ul class="plan-list">{rows()}</ul> }}
            <Show when=move || of().is_empty()>
                <p class="empty">{empty}</p>
            </Show>
        </Group>
    }
}

#[component]
fn PlanRow(id: PlanId, stored: Stored) -> impl IntoView {
    let workspace = Workspace::here();
    let name = logic::name_of(&stored.plan);
    let is_archived = stored.state == State::Archived;
    let is_example = stored.plan.origin == Origin::Example;
    let about = logic::about(&stored);
    let plan: Kept = StoredValue::new((id, stored.plan));
    let tag = is_example.then(|| view! { <span class="tag">"Example"</span> });
    let open = if is_archived { "Reopen" } else { "Open" };
    let last = if is_archived {
        view! { <RemoveForGood plan=plan name=name.clone()/> }.into_any()
    } else {
        let archived = name.clone();
        view! {
            <Tool
                words="Archive"
                name=name.clone()
                act=move |()| logic::archive(workspace, plan, &archived)
            />
        }
        .into_any()
    };
    view! {
        <li class="plan-list__plan">
            <div>
                <strong>{name.clone()}</strong>
                {tag}
                <p class="plan-list__about">{about}</p>
            </div>
            <div class="plan-list__tools">
                <Tool
                    words=open
                    name=name.clone()
                    act=move |()| logic::open_plan(workspace, plan, is_archived)
                />
                <Tool words="Export" name=name act=move |()| logic::export_plan(workspace, plan)/>
                {last}
            </div>
        </li>
    }
}

#[component]
fn Tool(words: &'static str, name: String, #[prop(into)] act: Callback<()>) -> impl IntoView {
    let label = format!("{words} {name}");
    view! { <Button look=Look::Small words=words name=Signal::stored(label) act=act/> }
}

#[component]
fn RemoveForGood(plan: Kept, name: String) -> impl IntoView {
    let workspace = Workspace::here();
    let is_asking = RwSignal::new(false);
    let name = StoredValue::new(name);
    let label = Signal::derive(move || format!("Remove {}", name.get_value()));
    view! {
        <Show when=move || !is_asking.get()>
            <Button look=Look::Quiet words="Remove…" name=label act=move |()| is_asking.set(true)/>
        </Show>
        <Show when=move || is_asking.get()>
            <span class="plan-list__ask" role="alert">"Gone for good, unless you have exported it."</span>
            <Button
                look=Look::Danger
                words="Remove for good"
                act=move |()| logic::remove(workspace, plan, &name.get_value())
            />
            <Button look=Look::Small words="Keep it" act=move |()| is_asking.set(false)/>
        </Show>
    }
}

#[component]
fn QuarantinedList() -> impl IntoView {
    let workspace = Workspace::here();
    let rows = move || {
        workspace
            .with_contents(|all| all.quarantined.clone())
            .into_iter()
            .map(|aside| view! { <QuarantinedRow aside=aside/> })
            .collect::<Vec<_>>()
    };
    view! {
        <Group id="plans-quarantined" heading="Set aside">
            <p>"These could not be read. They stay exactly as they are until you remove them."</p>
            {move || view! { <ul class="plan-list">{rows()}</ul> }}
        </Group>
    }
}

#[component]
fn QuarantinedRow(aside: Quarantined) -> impl IntoView {
    let workspace = Workspace::here();
    let name = aside.key.rsplit('/').next().unwrap_or("plan").to_owned();
    let why = format!("Not readable: {}.", aside.why);
    let is_saved = RwSignal::new(false);
    let aside = StoredValue::new(aside);
    let file = format!("followthrough-set-aside-{name}.json");
    let download = move |()| {
        let is_offered = aside.with_value(|aside| platform::download(&file, &aside.text));
        is_saved.set(is_offered);
    };
    view! {
        <li class="plan-list__plan">
            <div>
                <strong>{name}</strong>
                <p class="plan-list__about">{why}</p>
            </div>
            <div class="plan-list__tools">
                <Button look=Look::Small words="Download" act=download/>
                <Show when=move || is_saved.get()>
                    <Button
                        look=Look::Danger
                        words="Remove it here"
                        act=move |()| logic::discard(workspace, aside)
                    />
                </Show>
            </div>
        </li>
    }
}

// --- The steps of a sequence ---

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
