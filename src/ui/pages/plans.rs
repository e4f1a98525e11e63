//! All plans in this browser: in use, archived, and what could not be read.

use leptos::prelude::*;

use super::{ImportField, start::start_new};
use crate::exchange::{export_json, file_name};
use crate::plan::{Origin, Plan};
use crate::platform;
use crate::schedule::Schedule;
use crate::store::{PlanId, SetAside, State, Stored};
use crate::ui::parts::{Look, Shown, button, row_button};
use crate::ui::{Desk, Route, Session};

/// The page.
#[component]
pub fn Plans() -> impl IntoView {
    let desk = Desk::here();
    let contents = desk.contents();
    let of = move |state: State| {
        contents.with(|contents| {
            contents.plans.iter().filter(|(_, stored)| stored.state == state).cloned().collect::<Vec<_>>()
        })
    };
    let rows = move |state| of(state).into_iter().map(|(id, stored)| view! { <PlanRow id stored /> }).collect_view();
    let is_empty = move |state| of(state).is_empty();
    view! {
        <article class="plans">
            <h1 tabindex="-1">"All plans"</h1>
            <p>"Every plan in this browser. Starting a new one puts the current one into the archive, whole; it can be reopened at any time."</p>
            <div class="start__ways">
                {button(Look::Main, "Start a new plan", move || start_new(desk))}
                <ImportField />
            </div>
            <section class="group" aria-labelledby="plans-open">
                <h2 id="plans-open">"In use"</h2>
                <ul class="plan-list">{move || rows(State::Open)}</ul>
                <Shown when=move || is_empty(State::Open)>
                    <p class="empty">"No plan is in use. Start one, import one, or reopen one from the archive."</p>
                </Shown>
            </section>
            <section class="group" aria-labelledby="plans-archived">
                <h2 id="plans-archived">"Archive"</h2>
                <ul class="plan-list">{move || rows(State::Archived)}</ul>
                <Shown when=move || is_empty(State::Archived)>
                    <p class="empty">"The archive is empty."</p>
                </Shown>
            </section>
            <SetAsideList />
        </article>
    }
}

fn name_of(plan: &Plan) -> String {
    [&plan.name, &plan.business].into_iter().find(|text| !text.is_blank()).map_or_else(|| "A plan without a name".to_owned(), ToString::to_string)
}

#[component]
fn PlanRow(id: PlanId, stored: Stored) -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let name = name_of(&stored.plan);
    let is_archived = stored.state == State::Archived;
    let about = format!("{} goals, {} steps", stored.plan.goals.len(), stored.plan.steps().count());
    let ids = StoredValue::new((id, stored.plan));
    let tell = move |outcome: Result<(), String>, done: String| session.announce(outcome.err().unwrap_or(done));
    let open = move || {
        let id = ids.with_value(|(id, _)| id.clone());
        if is_archived && let Err(problem) = desk.set_state(&id, State::Open) {
            return session.announce(problem);
        }
        match desk.open(&id) {
            Ok(()) => platform::go_to(&Route::Home.path()),
            Err(problem) => session.announce(problem),
        }
    };
    let archive = {
        let name = name.clone();
        move || {
            let id = ids.with_value(|(id, _)| id.clone());
            tell(desk.set_state(&id, State::Archived), format!("{name} is in the archive"));
        }
    };
    let export = move || {
        ids.with_value(|(_, plan)| {
            let today = desk.today();
            platform::download(&file_name(plan, today), &export_json(plan, &Schedule::of(plan), today));
        });
    };
    let act = |words: &'static str, act: Box<dyn Fn()>| {
        let label = format!("{words} {name}");
        row_button(Look::Small, words, move || label.clone(), act)
    };
    let is_example = (ids.with_value(|(_, plan)| plan.origin == Origin::Example)).then_some("Example");
    view! {
        <li class="plan-list__plan">
            <div>
                <strong>{name.clone()}</strong>
                {is_example.map(|words| view! { <span class="tag">{words}</span> })}
                <p class="plan-list__about">{about}</p>
            </div>
            <div class="plan-list__tools">
                {act(if is_archived { "Reopen" } else { "Open" }, Box::new(open))}
                {act("Export", Box::new(export))}
                {if is_archived {
                    view! { <RemoveForGood ids name=name.clone() /> }.into_any()
                } else {
                    act("Archive", Box::new(archive))
                }}
            </div>
        </li>
    }
}

/// The one thing that cannot be undone asks first.
#[component]
fn RemoveForGood(ids: StoredValue<(PlanId, Plan)>, name: String) -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let is_asking = RwSignal::new(false);
    let name = StoredValue::new(name);
    let remove = move || {
        let id = ids.with_value(|(id, _)| id.clone());
        let outcome = desk.remove(&id);
        session.announce(outcome.err().unwrap_or_else(|| format!("{} is removed", name.get_value())));
    };
    view! {
        <Shown when=move || !is_asking.get()>
            {row_button(
                Look::Quiet,
                "Remove…",
                move || format!("Remove {}", name.get_value()),
                move || is_asking.set(true),
            )}
        </Shown>
        <Shown when=move || is_asking.get()>
            <span class="plan-list__ask" role="alert">"Gone for good, unless you have exported it."</span>
            {button(Look::Danger, "Remove for good", remove)}
            {button(Look::Small, "Keep it", move || is_asking.set(false))}
        </Shown>
    }
}

/// What stands among the plans and cannot be read: kept as it is, offered for download (F10).
#[component]
fn SetAsideList() -> impl IntoView {
    let contents = Desk::here().contents();
    let list = move || contents.with(|contents| contents.set_aside.clone());
    let rows = move || list().into_iter().map(|aside| view! { <SetAsideRow aside /> }).collect_view();
    view! {
        <Shown when=move || !list().is_empty()>
            <section class="group" aria-labelledby="plans-aside">
                <h2 id="plans-aside">"Set aside"</h2>
                <p>
                    "These could not be read. They stay exactly as they are until you remove them. Download them: a newer Followthrough, or somebody who knows JSON, may be able to read them."
                </p>
                <ul class="plan-list">{move || rows()}</ul>
            </section>
        </Shown>
    }
}

#[component]
fn SetAsideRow(aside: SetAside) -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let name = aside.key.rsplit('/').next().unwrap_or("plan").to_owned();
    let why = format!("Not readable: {}.", aside.why);
    let is_saved = RwSignal::new(false);
    let aside = StoredValue::new(aside);
    let file = format!("followthrough-set-aside-{name}.json");
    let download = move || {
        let is_offered = aside.with_value(|aside| platform::download(&file, &aside.text));
        is_saved.set(is_offered);
    };
    let discard = move || {
        let outcome = aside.with_value(|aside| desk.discard(aside));
        session.announce(outcome.err().unwrap_or_else(|| "Removed".to_owned()));
    };
    view! {
        <li class="plan-list__plan">
            <div>
                <strong>{name}</strong>
                <p class="plan-list__about">{why}</p>
            </div>
            <div class="plan-list__tools">
                {button(Look::Small, "Download", download)}
                <Shown when=move || is_saved.get()>
                    {button(Look::Danger, "Remove it here", discard)}
                </Shown>
            </div>
        </li>
    }
}
