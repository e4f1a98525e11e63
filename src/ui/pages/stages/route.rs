//! Step 5: actions become the dated steps of two sequences (A25, B1-B8, B11-B13).

mod calendar;

mod step_editor;

use leptos::prelude::*;

use crate::plan::{ActionId, Audience, Edit, StepId};
use crate::platform;
use crate::ui::parts::{
    DateField, Help, Look, Question, Rows, SequenceTable, Shown, StagePage, button, row_button,
};
use crate::ui::{Session, words};
use crate::workshop::Stage;
use calendar::WorkingDays;
use step_editor::StepEditor;

/// The page.
#[component]
pub fn MapRoute() -> impl IntoView {
    view! {
        <StagePage
            stage=Stage::Route
            wide=true
            lead="Lay your actions out as steps: what happens, how long after the step before, and through which channel. The dates stand beside them and follow everything you type."
        >
            <Start />
            <WorkingDays />
            {Audience::BOTH.map(|audience| view! { <SequenceSection audience /> }).collect_view()}
            <Help question="How long should I wait between steps?">
                <p>
                    "A welcome comes at once. What you offer in detail comes within two weeks. Calls need air: one to three weeks between two of them. A newsletter once a month is enough for people who are only looking around. After a purchase, something that goes with it fits about a month later. These are starting points; your people and your product decide."
                </p>
            </Help>
            <Help question="What if nobody answers the phone?">
                <p>
                    "Call up to three times, on different days and at different hours, and decide beforehand what comes next if all three fail: a letter, an e-mail, or a longer pause. Silence is not a no."
                </p>
            </Help>
            <Help question="How are working days counted?">
                <p>
                    "As a spreadsheet counts them with WORKDAY: three working days after a Wednesday is the next Monday, and your days off are skipped. Calendar days, weeks and months are counted on the calendar; when they end on a day off, the next working day is taken. A month after 31 January is the end of February."
                </p>
            </Help>
            <Question>
                <p>
                    "Follow the road with your finger: would you like to be met in this rhythm? Then put it into your calendar or your system later, from the print or the file."
                </p>
            </Question>
        </StagePage>
    }
}

/// The day it starts; the customer sequence follows unless it has a day of its own (B1).
#[component]
fn Start() -> impl IntoView {
    let session = Session::here();
    let prospect = session.slice(|plan| plan.runs.prospect.start);
    let customer = session.slice(|plan| plan.runs.customer.start);
    let has_own_day = untrack(|| customer.get()).is_some();
    view! {
        <section class="group" aria-labelledby="route-start">
            <h2 id="route-start">"When it starts"</h2>
            <DateField
                label="Start date"
                hint="The day the first contact comes in, or the day you begin."
                value=prospect
                edit=Callback::new(|date| Edit::Start(Audience::Prospect, date))
            />
            <details class="more" open=has_own_day>
                <summary>"The customer sequence begins on another day"</summary>
                <DateField
                    label="First day for customers"
                    hint="Leave it empty to begin on the day above."
                    value=customer
                    edit=Callback::new(|date| Edit::Start(Audience::Customer, date))
                />
            </details>
        </section>
    }
}

/// One sequence: its steps to edit, its dated table beside them.
#[component]
fn SequenceSection(audience: Audience) -> impl IntoView {
    let session = Session::here();
    let steps = session.steps(audience);
    let trigger = session.slice(move |plan| plan.sequences.of(audience).trigger.to_string());
    let title = match audience {
        Audience::Prospect => "Before the first purchase",
        Audience::Customer => "From the first purchase on",
    };
    let starts = move || {
        let trigger = trigger.get();
        if trigger.trim().is_empty() { String::new() } else { format!("Starts when: {trigger}") }
    };
    let add = move || {
        session.edit_and_say(Edit::AddStep { audience, before: None }, "Step added at the end");
        focus_last_step(session, audience);
    };
    view! {
        <section class="route" aria-label=title>
            <h2>{title}</h2>
            <p class="route__trigger">{move || starts()}</p>
            <div class="route__columns">
                <div class="route__steps">
                    <OffRoute audience />
                    <ol class="steps">
                        <Rows of=steps row=move |id| view! { <StepEditor id=StepId(id) audience steps /> }.into_any() />
                    </ol>
                    <Shown when=move || steps.with(Vec::is_empty)>
                        <p class="empty">"No steps yet. Put your actions on the route, or add a step."</p>
                    </Shown>
                    {button(Look::Plain, format!("Add a {} step", words::lower(audience)), add)}
                </div>
                <div class="route__dates">
                    <SequenceTable audience />
                </div>
            </div>
        </section>
    }
}

fn focus_last_step(session: Session, audience: Audience) {
    let last = session.plan_now().sequences.of(audience).steps.last().map(|step| step.id.0);
    if let Some(id) = last {
        request_animation_frame(move || platform::focus(&format!("#step-{id} input")));
    }
}

/// Actions that no step carries out yet (A25, F1).
#[component]
fn OffRoute(audience: Audience) -> impl IntoView {
    let session = Session::here();
    let actions = session.slice(move |plan| {
        let off = plan.goals_for(audience).flat_map(|goal| goal.actions.iter().map(move |action| (goal, action)));
        off.filter(|(_, action)| !action.text.is_blank() && !plan.is_on_route(action.id))
            .map(|(goal, action)| (action.id, action.text.to_string(), goal.text.to_string()))
            .collect::<Vec<_>>()
    });
    let item = move |(id, action, goal): (ActionId, String, String)| {
        let label = format!("Put “{action}” on the route");
        let words = format!("{action} is now a step");
        view! {
            <li class="off-route__action">
                <span>{action} <small class="off-route__goal">{goal}</small></span>
                {row_button(Look::Small, "Add as a step", move || label.clone(), move || {
                    session.edit_and_say(Edit::AddStepFor(audience, id), words.clone());
                })}
            </li>
        }
    };
    let count = move || actions.with(Vec::len);
    let has_any = move || count() > 0;
    view! {
        <Shown when=has_any>
            <section class="off-route" aria-label="Actions not on the route yet">
                <p class="off-route__lead">
                    {move || match count() {
                        1 => "1 action is not on the route yet".to_owned(),
                        count => format!("{count} actions are not on the route yet"),
                    }}
                </p>
                {button(Look::Main, "Put all on the route", move || {
                    session.edit_and_say(Edit::LayOut(audience), "All actions are on the route");
                })}
                <ul>{move || actions.get().into_iter().map(item).collect_view()}</ul>
            </section>
        </Shown>
    }
}
