//! Where everything begins.

mod chips;

mod list_box;

mod rows;

mod typed_list;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::typed_list::TypedList;
use super::{Incoming, import_field};
use crate::exchange::import_json;
use crate::platform;
use crate::store::State;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::effect;
use crate::ui::{Route, Session, Workspace, rest};
use crate::workshop::{Aid, Stage, example, example_people};

/// The page: what this is, and the ways in.
pub fn start() -> El {
    let workspace = Workspace::here();
    let typed = TypedList::new();
    let incoming: Incoming = expect_context();
    effect(move || {
        if let Some(cells) = incoming.take_lines() {
            typed.take_cells(&cells);
        }
    });
    let first = el(html::Div)
        .class("start__first")
        .child(heading("From a new contact to a loyal customer, with dates"))
        .child(el(html::P).class("start__promise").child(
            "Write what you do, the way you would say it. Each line becomes a step with a working day, somebody who does it, and a reason.",
        ))
        .show(move || workspace.has_plan(), continue_plan);
    el(html::Article)
        .class("start start--ways")
        .child(first)
        .child(list_box::list_box(typed))
        .child(others(workspace))
}

/// The ways in beside the list.
fn others(workspace: Workspace) -> El {
    let way = |title: &'static str, words: &'static str, button: El| {
        el(html::Li).child(el(html::H2).child(title)).child(el(html::P).child(words)).child(button)
    };
    el(html::Div)
        .class("start__others")
        .child(
            el(html::Ul)
                .class("start__roads")
                .attr(attr::Role, "list")
                .child(way(
                    "Take the seven steps",
                    "From what people should experience to who does what, and when.",
                    button(Look::Small, "Start a new plan", move || start_new(workspace)),
                ))
                .child(way(
                    "Take a recipe",
                    "A tried sequence, made of a few answers.",
                    button(Look::Small, "Start from a recipe", move || start_from_recipe(workspace)),
                )),
        )
        .child(el(html::P).class("list__away").child(move || {
            let name = workspace.put_away();
            name.map(|name| format!("Either way, “{name}” then goes to your plans, into the archive.")).unwrap_or_default()
        }))
        .child(
            el(html::Div)
                .class("start__ways")
                .child(example_button(workspace))
                .child(import_field()),
        )
        .child(el(html::P).class("start__keep").child(
            "Everything stays in this browser on this device: no account, no server. A browser can clear what it keeps, so export a file of your plan now and then.",
        ))
}

fn heading(words: &'static str) -> El {
    el(html::H1).attr(attr::Tabindex, "-1").child(words)
}

/// The way back to the plan that is open.
fn continue_plan() -> El {
    let name = Session::here().slice(|plan| plan.name.to_string());
    let words = move || match name.get().trim() {
        "" => "Go on with your plan".to_owned(),
        name => format!("Go on with “{name}”"),
    };
    el(html::P)
        .child(el(html::A).class("button button--main").attr(attr::Href, Route::Home.href()).child(words))
}

/// Begins a blank plan and goes to its first page.
pub fn start_new(workspace: Workspace) {
    begin_at(workspace, Route::Workshop(Stage::FreshStart));
}

/// Begins a blank plan and goes to the recipes.
fn start_from_recipe(workspace: Workspace) {
    begin_at(workspace, Route::Aid(Aid::Recipes));
}

fn example_button(workspace: Workspace) -> El {
    button(Look::Plain, "Open the example", move || rest::with(move |rest| (rest.open_example)(workspace)))
}

/// Begins a blank plan and goes on with it; says where the plan open so far is, or why it stays.
fn begin_at(workspace: Workspace, to: Route) {
    match workspace.start_new() {
        Ok(away) => {
            platform::go_to(&to.path());
            away.into_iter().for_each(|away| workspace.announce(away));
        }
        Err(problem) => workspace.announce(problem),
    }
}

/// The one that is there, or else a fresh one, which is fetched.
pub fn open_example(workspace: Workspace) {
    match workspace.open_example(None) {
        Ok(false) => spawn_local(async move {
            let fresh = platform::fetch_text("example.json").await.ok();
            match fresh.and_then(|text| import_json(text.as_bytes()).ok()) {
                Some(written) => {
                    let today = workspace.today();
                    let fresh = example_people(example(written, today), today);
                    let opened = workspace.open_example(Some(fresh));
                    go_if(opened.map(|_| ()), workspace, Route::Home);
                }
                None => workspace.announce(
                    "The example could not be fetched. Check the connection and try again.".to_owned(),
                ),
            }
        }),
        opened => go_if(opened.map(|_| ()), workspace, Route::Home),
    }
}

fn go_if(outcome: Result<(), String>, workspace: Workspace, to: Route) {
    match outcome {
        Ok(()) => platform::go_to(&to.path()),
        Err(problem) => workspace.announce(problem),
    }
}

/// An address that leads nowhere.
pub fn not_found() -> El {
    dead_end("This page does not exist", "The address leads nowhere. Your plans are untouched.")
}

/// An address that needs a plan where none is open.
pub fn no_plan() -> El {
    dead_end(
        "No plan is open",
        "This page shows a plan. Start one, open the example, or choose one of yours.",
    )
}

/// What stands where a page will be in a moment.
pub fn on_its_way() -> El {
    el(html::Article)
        .class("start")
        .child(heading("One moment"))
        .child(el(html::P).child("The rest of the planner is on its way."))
}

/// What stands where a page has not come.
pub fn missing() -> El {
    request_animation_frame(platform::offer_plans);
    el(html::Article)
        .class("start")
        .child(heading("This page has not come yet"))
        .child(el(html::P).child(platform::why_missing()))
        .child(el(html::P).child("Your plans are untouched."))
        .child(el(html::Div).class("start__ways").child(button(Look::Main, "Try again", || {
            platform::ask_page_again();
            rest::fetch();
        })))
        .child(el(html::P).attr(attr::Id, platform::MISSING_NOTE))
        .child(el(html::Ul).class("plan-files").attr(attr::Id, platform::MISSING_PLANS))
}

/// What stands where no page can be shown, with the ways on.
fn dead_end(title: &'static str, words: &'static str) -> El {
    let workspace = Workspace::here();
    let has_plans =
        move || workspace.with_contents(|all| all.plans.iter().any(|(_, plan)| plan.state == State::Open));
    let choose = || {
        el(html::A).class("button button--main").attr(attr::Href, Route::Plans.href()).child("Choose a plan")
    };
    let ways = el(html::Div)
        .class("start__ways")
        .show(has_plans, choose)
        .child(button(Look::Plain, "Start a new plan", move || start_new(workspace)))
        .child(example_button(workspace))
        .child(el(html::A).class("button").attr(attr::Href, Route::Start.href()).child("To the start page"));
    el(html::Article).class("start").child(heading(title)).child(el(html::P).child(words)).child(ways)
}
