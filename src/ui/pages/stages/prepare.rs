//! Step 6: people, tools and content for each step (A26, B7, B8).

mod people;

use leptos::prelude::*;

use crate::plan::{Audience, Edit, PersonId, Readiness, Responsible, Step, StepEdit, StepId};
use crate::ui::parts::{
    Check, Due, Field, FieldKind, Help, Question, Rows, Select, Shown, StagePage, press, text_commit,
};
use crate::ui::{Route, Session, words};
use crate::workshop::{Missing, Stage};
use people::People;

/// The page.
#[component]
pub fn Prepare() -> impl IntoView {
    let session = Session::here();
    let is_empty = session.slice(|plan| plan.steps().next().is_none());
    view! {
        <StagePage
            stage=Stage::Prepare
            lead="Who does each step, with what, and what do they say? Prepare it once, and every new contact after that costs you minutes."
        >
            <StillMissing />
            <People />
            <Shown when=move || is_empty.get()>
                <p class="empty">
                    "There are no steps yet. " <a href=Route::Workshop(Stage::Route).href()>"Map the route"</a>
                    " first; each step gets a place here."
                </p>
            </Shown>
            {Audience::BOTH.map(|audience| view! { <Sequence audience /> }).collect_view()}
            <Help question="I never know what to say.">
                <p>
                    "Write as you would talk to one person you like. Begin with them, not with you: what are they looking for, why, what does their decision depend on, is it soon? One thought and one question are enough for a message."
                </p>
                <p>
                    "After a long silence do not pretend that nothing happened. Say who you are, that you want to be in touch again, that the silence was your mistake, and go on from what they answer. It is never too late."
                </p>
            </Help>
            <Help question="Do I need software for this?">
                <p>
                    "No. A calendar, the printed plan and discipline do it, and software needs the discipline too. If you use a system, you now know exactly what to put into it. Personal where the value is high and the people are few; automatic where they are many."
                </p>
            </Help>
            <Question>
                <p>"Could somebody else do tomorrow’s step from this page alone? Then it is prepared."</p>
            </Question>
        </StagePage>
    }
}

/// What is still missing on this page, each a link to its place.
#[component]
fn StillMissing() -> impl IntoView {
    let session = Session::here();
    let list = Memo::new(move |_| {
        session.plan().with(|plan| {
            let missing = session.missing().get();
            let here = missing.iter().filter(|what| what.stage() == Stage::Prepare);
            here.map(|what| (words::missing(plan, *what), step_of(*what))).collect::<Vec<_>>()
        })
    });
    let item = |(words, step): (String, Option<StepId>)| {
        let go = move || {
            if let Some(id) = step {
                crate::platform::focus(&format!("#prepare-{} select", id.0));
            }
        };
        view! { <li><button type="button" class="link" on:click=press(go)>{words}</button></li> }
    };
    view! {
        <Shown when=move || !list.with(Vec::is_empty)>
            <details class="group still-missing">
                <summary>
                    {move || match list.with(Vec::len) {
                        1 => "1 thing is still missing".to_owned(),
                        count => format!("{count} things are still missing"),
                    }}
                </summary>
                <ul>{move || list.get().into_iter().map(item).collect_view()}</ul>
            </details>
        </Shown>
    }
}

fn step_of(missing: Missing) -> Option<StepId> {
    match missing {
        Missing::Who(id) | Missing::Tools(id) | Missing::Unready(id) => Some(id),
        _ => None,
    }
}

#[component]
fn Sequence(audience: Audience) -> impl IntoView {
    let steps = Session::here().steps(audience);
    let title = match audience {
        Audience::Prospect => "Prospect sequence",
        Audience::Customer => "Customer sequence",
    };
    view! {
        <section class="group" hidden=move || steps.with(Vec::is_empty) aria-label=title>
            <h2>{title}</h2>
            <ol class="steps">
                <Rows of=steps row=move |id| view! { <StepSheet id=StepId(id) audience /> }.into_any() />
            </ol>
        </section>
    }
}

/// What a step needs to be ready.
#[component]
fn StepSheet(id: StepId, audience: Audience) -> impl IntoView {
    let session = Session::here();
    let (step, dated) = (session.step(id), session.dated(id));
    let number = move || dated.get().map_or(0, |dated| dated.number);
    let text = move |part: fn(&Step) -> String| {
        Signal::derive(move || step.with(|step| step.as_ref().map(part).unwrap_or_default()))
    };
    let what = text(|step| step.what.to_string());
    let is_ready = Signal::derive(move || {
        step.with(|step| step.as_ref().is_some_and(|step| step.readiness == Readiness::Ready))
    });
    let set_ready = move |ready: bool| {
        let readiness = if ready { Readiness::Ready } else { Readiness::ToPrepare };
        session.edit(Edit::Step(id, StepEdit::Readiness(readiness)));
    };
    view! {
        <li
            class="step"
            id=format!("prepare-{}", id.0)
            role="group"
            aria-label=move || format!("{} step {}", words::audience(audience), number())
        >
            <span class="step__number" aria-hidden="true">{move || number()}</span>
            <div class="step__body">
                <p class="step__what">
                    {move || if what.get().trim().is_empty() { "Not described yet".to_owned() } else { what.get() }}
                    <span class="step__due">{move || dated.get().map(|dated| view! { <Due dated /> })}</span>
                </p>
                <div class="fields-in-a-row">
                    <WhoSelect id />
                    <Field
                        label="Tools and resources"
                        value=text(|step| step.tools.to_string())
                        commit=text_commit(move |text| Edit::Step(id, StepEdit::Tools(text)))
                    />
                </div>
                <Field
                    label="The message, or notes for the call"
                    kind=FieldKind::Prose
                    value=text(|step| step.notes.to_string())
                    commit=text_commit(move |text| Edit::Step(id, StepEdit::Notes(text)))
                />
                <Check words="Ready to go" is_ticked=is_ready take=set_ready />
            </div>
        </li>
    }
}

/// Who does it: a role, or somebody by name (B7).
#[component]
fn WhoSelect(id: StepId) -> impl IntoView {
    let session = Session::here();
    let value = session.slice(move |plan| {
        plan.step(id).and_then(|step| step.who).map(who_value).unwrap_or_default()
    });
    let options = session.slice(|plan| {
        let roles = Responsible::ROLES.map(|role| (who_value(role), words::role(role).to_owned()));
        let people = plan.people.iter().map(|person| (who_value(Responsible::Person(person.id)), person.name.to_string()));
        let none = (String::new(), "Choose…".to_owned());
        std::iter::once(none).chain(roles).chain(people).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |value: String| {
        session.edit(Edit::Step(id, StepEdit::Who(who_from(&value))));
    });
    view! { <Select label="Who does it" value=value options=options choose=choose /> }
}

/// A responsible person or role as the value of a choice.
fn who_value(who: Responsible) -> String {
    match who {
        Responsible::Person(PersonId(id)) => id.to_string(),
        role => words::role(role).to_owned(),
    }
}

fn who_from(value: &str) -> Option<Responsible> {
    let person = value.parse().ok().map(|id| Responsible::Person(PersonId(id)));
    person.or_else(|| Responsible::ROLES.into_iter().find(|role| words::role(*role) == value))
}
