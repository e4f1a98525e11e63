//! All plans in this browser: in use, archived, and what could not be read.

use leptos::prelude::*;

use super::{import_field, start::start_new};
use crate::exchange::{export_json, file_name};
use crate::plan::{Origin, Plan};
use crate::platform::{self, Light};
use crate::schedule::Schedule;
use crate::store::{PlanId, Quarantined, State, Stored};
use crate::ui::element::{El, attr, el, html};
use crate::ui::palette::light_words;
use crate::ui::parts::{Look, button, offline_sentence, row_button, select, word_options};
use crate::ui::{Route, Session, Workspace};
use crate::words;

/// The page.
#[inline(never)]
pub fn plans() -> El {
    let workspace = Workspace::here();
    let ways = el(html::Div)
        .class("start__ways")
        .child(button(Look::Main, "Start a new plan", move || start_new(workspace)))
        .child(import_field());
    let has_quarantined = move || workspace.with_contents(|all| !all.quarantined.is_empty());
    let is_refused = move || workspace.contents().with(Result::is_err);
    el(html::Article)
        .class("plans")
        .child(el(html::H1).attr(attr::Tabindex, "-1").child("All plans"))
        .child(el(html::P).child(
            "Every plan in this browser. Starting a new one puts the current one into the archive, whole; it can be reopened at any time.",
        ))
        .child(ways)
        .show(is_refused, || {
            el(html::P).class("empty").child(
                "This browser does not let the page see what it keeps, so your plans cannot be listed now. Nothing is lost by that.",
            )
        })
        .child(plans_of(
            State::Open,
            group("plans-open", "In use"),
            "No plan is in use. Start one, import one, or reopen one from the archive.",
        ))
        .child(plans_of(State::Archived, group("plans-archived", "Archive"), "The archive is empty."))
        .show(has_quarantined, quarantined_list)
        .child(group("plans-where", "Where your plans are").child(el(html::P).child(move || {
            words::where_plans_are(workspace.is_durable())
        })))
        .child(light_or_dark())
}

/// How the pages look on this device.
fn light_or_dark() -> El {
    let chosen = RwSignal::new(light_words(Light::chosen()).to_owned());
    let choose = move |value: String| {
        if let Some(light) = Light::ALL.into_iter().find(|it| light_words(*it) == value) {
            light.choose();
            chosen.set(value);
        }
    };
    let options = || word_options(&Light::ALL.map(light_words));
    let choice = select("Light or dark", move || chosen.get(), options, choose);
    group("plans-light", "On this device").child(offline_sentence()).child(choice)
}

/// A part of the page under its heading.
fn group(id: &'static str, heading: &'static str) -> El {
    el(html::Section)
        .class("group")
        .attr(attr::AriaLabelledby, id)
        .child(el(html::H2).attr(attr::Id, id).child(heading))
}

/// The plans in a state, or a sentence that there are none.
fn plans_of(state: State, group: El, empty: &'static str) -> El {
    let workspace = Workspace::here();
    let of = move || {
        workspace.with_contents(|all| {
            all.plans.iter().filter(|(_, stored)| stored.state == state).cloned().collect::<Vec<_>>()
        })
    };
    let is_empty = move || workspace.contents().with(Result::is_ok) && of().is_empty();
    let rows = move || of().into_iter().map(|(id, stored)| plan_row(id, stored)).collect::<Vec<_>>();
    group
        .child(move || el(html::Ul).class("plan-list").child(rows()).into_any())
        .show(is_empty, move || el(html::P).class("empty").child(empty))
}

/// A plan as the buttons of its row know it.
type Kept = StoredValue<(PlanId, Plan)>;

fn plan_row(id: PlanId, stored: Stored) -> El {
    let workspace = Workspace::here();
    let name = words::plan_name(&stored.plan);
    let is_archived = stored.state == State::Archived;
    let is_example = stored.plan.origin == Origin::Example;
    let about = format!(
        "{}, {}",
        words::count(stored.plan.goals.len(), "goal"),
        words::count(stored.plan.steps().count(), "step")
    );
    let plan: Kept = StoredValue::new((id, stored.plan));
    let tag = is_example.then(|| el(html::Span).class("tag").child("Example"));
    let open = if is_archived { "Reopen" } else { "Open" };
    let tools = el(html::Div)
        .class("plan-list__tools")
        .child(tool(open, &name, move || open_plan(workspace, plan, is_archived)))
        .child(tool("Export", &name, move || export_plan(workspace, plan)));
    let tools = if is_archived {
        remove_for_good(tools, plan, name.clone())
    } else {
        tools.child(archive(plan, name.clone()))
    };
    let what = el(html::Div)
        .child(el(html::Strong).child(name))
        .child(tag)
        .child(el(html::P).class("plan-list__about").child(about));
    el(html::Li).class("plan-list__plan").child(what).child(tools)
}

/// A button that acts on the plan of that name.
fn tool(words: &'static str, name: &str, act: impl Fn() + 'static) -> El {
    let label = format!("{words} {name}");
    row_button(Look::Small, words, move || label.clone(), act)
}

fn open_plan(workspace: Workspace, plan: Kept, is_archived: bool) {
    let id = plan.with_value(|(id, _)| id.clone());
    if is_archived && let Err(problem) = workspace.set_state(&id, State::Open) {
        return workspace.announce(problem);
    }
    match workspace.open(&id) {
        Ok(()) => platform::go_to(&Route::Home.path()),
        Err(problem) => workspace.announce(problem),
    }
}

fn export_plan(workspace: Workspace, plan: Kept) {
    plan.with_value(|(_, plan)| {
        let today = workspace.today();
        platform::download(&file_name(plan, today), &export_json(plan, &Schedule::on(plan, today), today));
    });
}

fn archive(plan: Kept, name: String) -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    tool("Archive", &name.clone(), move || {
        let id = plan.with_value(|(id, _)| id.clone());
        if let Err(problem) = workspace.archive(&id, &name) {
            session.announce(problem);
        }
    })
}

/// The one thing that cannot be undone asks first.
fn remove_for_good(tools: El, plan: Kept, name: String) -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let is_asking = RwSignal::new(false);
    let name = StoredValue::new(name);
    let remove = move || {
        let id = plan.with_value(|(id, _)| id.clone());
        let outcome = workspace.remove(&id);
        session.announce(outcome.err().unwrap_or_else(|| format!("{} is removed", name.get_value())));
    };
    let ask = move || {
        row_button(
            Look::Quiet,
            "Remove…",
            move || format!("Remove {}", name.get_value()),
            move || is_asking.set(true),
        )
    };
    let warning = || {
        el(html::Span)
            .class("plan-list__ask")
            .attr(attr::Role, "alert")
            .child("Gone for good, unless you have exported it.")
    };
    tools
        .show(move || !is_asking.get(), ask)
        .show(move || is_asking.get(), warning)
        .show(move || is_asking.get(), move || button(Look::Danger, "Remove for good", remove))
        .show(move || is_asking.get(), move || button(Look::Small, "Keep it", move || is_asking.set(false)))
}

/// What stands among the plans and cannot be read: kept as it is, offered for download (F10).
fn quarantined_list() -> El {
    let workspace = Workspace::here();
    let list = move || workspace.with_contents(|all| all.quarantined.clone());
    let rows = move || list().into_iter().map(quarantined_row).collect::<Vec<_>>();
    group("plans-quarantined", "Set aside")
        .child(el(html::P).child(
            "These could not be read. They stay exactly as they are until you remove them. Download them: a newer Followthrough, or somebody who knows JSON, may be able to read them.",
        ))
        .child(move || el(html::Ul).class("plan-list").child(rows()).into_any())
}

fn quarantined_row(aside: Quarantined) -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
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
        let outcome = aside.with_value(|aside| workspace.discard(aside));
        session.announce(outcome.err().unwrap_or_else(|| "Removed".to_owned()));
    };
    let what = el(html::Div)
        .child(el(html::Strong).child(name))
        .child(el(html::P).class("plan-list__about").child(why));
    let tools = el(html::Div)
        .class("plan-list__tools")
        .child(button(Look::Small, "Download", download))
        .show(move || is_saved.get(), move || button(Look::Danger, "Remove it here", discard));
    el(html::Li).class("plan-list__plan").child(what).child(tools)
}
