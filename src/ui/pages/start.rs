//! Where everything begins.

use leptos::prelude::*;

use super::ImportField;
use crate::platform;
use crate::store::State;
use crate::ui::parts::{Look, Shown, button};
use crate::ui::{Desk, Route, Session};
use crate::workshop::Stage;

/// The page: what this is, and the ways in.
#[component]
pub fn Start() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <article class="start">
            <div class="start__first">
                <h1 tabindex="-1">"From a new contact to a loyal customer, with dates"</h1>
                <p class="start__promise">
                    "Seven short steps lead you to two follow-up sequences, one for prospects and one for customers. Every step has a date in working days, somebody who does it, and a reason."
                </p>
                <ContinuePlan />
                <div class="start__ways">
                    {button(Look::Main, "Start a new plan", move || start_new(desk))}
                    {button(Look::Plain, "Open the example", move || open_example(desk))}
                    <ImportField />
                </div>
                <p class="start__keep">
                    "Everything stays in this browser on this device: no account, no server. A browser can clear what it keeps, so export a file of your plan now and then."
                </p>
            </div>
            <ol class="start__steps" aria-label="The seven steps">
                {Stage::ALL
                    .map(|stage| {
                        view! {
                            <li>
                                <strong>{stage.title()}</strong>
                                <span>{promise(stage)}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </article>
    }
}

/// What a stage gives, in a line.
pub fn promise(stage: Stage) -> &'static str {
    match stage {
        Stage::FreshStart => "Set the old aside; say what you sell, to whom, and what sets follow-up off.",
        Stage::Destination => "The experience you want people to have, before and after they buy.",
        Stage::Goals => "A generous wish list, sorted and put in order.",
        Stage::By => "Each goal, by actions you can really do and measure.",
        Stage::Route => "The actions as dated steps of two sequences.",
        Stage::Prepare => "Who does what, with which words and tools.",
        Stage::Go => "Begin, print, write down what came of it.",
    }
}

/// The way back to the plan that is open.
#[component]
fn ContinuePlan() -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let name = session.slice(|plan| plan.name.to_string());
    let words = move || match name.get().trim() {
        "" => "Go on with your plan".to_owned(),
        name => format!("Go on with “{name}”"),
    };
    view! {
        <Shown when=move || desk.has_plan()>
            <p>
                <a class="button button--main" href=Route::Home.href()>{move || words()}</a>
            </p>
        </Shown>
    }
}

/// Begins a blank plan and goes to its first page.
pub fn start_new(desk: Desk) {
    go_if(desk.start_new(), desk, Route::Workshop(Stage::FreshStart));
}

fn open_example(desk: Desk) {
    go_if(desk.open_example(), desk, Route::Home);
}

fn go_if(outcome: Result<(), String>, desk: Desk, to: Route) {
    match outcome {
        Ok(()) => platform::go_to(&to.path()),
        Err(problem) => desk.announce(problem),
    }
}

/// An address that leads nowhere, or needs a plan where none is open.
#[component]
pub fn NotFound(
    /// A plan is what is lacking.
    #[prop(optional)]
    lacks_plan: bool,
) -> impl IntoView {
    let desk = Desk::here();
    let contents = desk.contents();
    let has_plans =
        move || contents.with(|contents| contents.plans.iter().any(|(_, plan)| plan.state == State::Open));
    let (title, words) = if lacks_plan {
        ("No plan is open", "This page shows a plan. Start one, open the example, or choose one of yours.")
    } else {
        ("This page does not exist", "The address leads nowhere. Your plans are untouched.")
    };
    view! {
        <article class="start">
            <h1 tabindex="-1">{title}</h1>
            <p>{words}</p>
            <div class="start__ways">
                <Shown when=has_plans>
                    <a class="button button--main" href=Route::Plans.href()>"Choose a plan"</a>
                </Shown>
                {button(Look::Plain, "Start a new plan", move || start_new(desk))}
                {button(Look::Plain, "Open the example", move || open_example(desk))}
                <a class="button" href=Route::Start.href()>"To the start page"</a>
            </div>
        </article>
    }
}
