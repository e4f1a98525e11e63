//! All plans in this browser: in use, archived, in the bin, and what could not be read.

mod aside;

mod bin;

mod row;

mod versions;

mod whereabouts;

use leptos::prelude::*;

use super::{import_field, start::start_new};
use crate::platform::Light;
use crate::store::{Contents, PlanId, State, Stored};
use crate::ui::Workspace;
use crate::ui::element::{El, attr, el, html};
use crate::ui::palette::light_words;
use crate::ui::parts::{Look, beside, button, offline_sentence, select, word_options};
use crate::ui::reactive::{Var, var};
use crate::words;
use aside::quarantined_list;
use bin::bin;
use row::plan_row;
use whereabouts::whereabouts;

/// The page.
#[inline(never)]
pub fn plans() -> El {
    let workspace = Workspace::here();
    let ways = el(html::Div)
        .class("start__ways")
        .child(button(Look::Main, "Start a new plan", move || start_new(workspace)))
        .child(import_field());
    let has = |is_there: fn(&Contents) -> bool| move || workspace.with_contents(is_there);
    let is_refused = move || workspace.contents().with(Result::is_err);
    let kept = el(html::Div)
        .child(plans_in(
            |state| state == State::Open,
            group("plans-open", "In use"),
            "No plan is in use. Start one, import one, or reopen one from the archive.",
        ))
        .child(plans_in(
            |state| state == State::Archived,
            group("plans-archived", "Archive"),
            "The archive is empty.",
        ))
        .show(has(|all| all.plans.iter().any(|(_, stored)| stored.state.is_binned())), bin)
        .show(has(|all| !all.quarantined.is_empty()), quarantined_list);
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
        .show(has(|all| all.withheld > 0), move || {
            el(html::P).class("empty").child(move || {
                words::withheld(workspace.with_contents(|all| all.withheld))
            })
        })
        .child(beside(kept, [whereabouts(), light_or_dark()]))
}

/// How the pages look on this device.
fn light_or_dark() -> El {
    let chosen = var(light_words(Light::chosen()).to_owned());
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
        .child(el(html::H2).attr(attr::Id, id).attr(attr::Tabindex, "-1").child(heading))
}

/// The plans in a state.
fn listed(workspace: Workspace, is_wanted: fn(State) -> bool) -> Vec<(PlanId, Stored)> {
    workspace.with_contents(|all| {
        all.plans.iter().filter(|(_, stored)| is_wanted(stored.state)).cloned().collect()
    })
}

/// The plans in a state, or a sentence that there are none.
fn plans_in(is_wanted: fn(State) -> bool, group: El, empty: &'static str) -> El {
    let workspace = Workspace::here();
    // Stays while the rows are made anew.
    let unfolded = var(None);
    let is_empty =
        move || workspace.contents().with(Result::is_ok) && listed(workspace, is_wanted).is_empty();
    group
        .child(move || rows(listed(workspace, is_wanted), unfolded).into_any())
        .show(is_empty, move || el(html::P).class("empty").child(empty))
}

fn rows(plans: Vec<(PlanId, Stored)>, unfolded: Var<Option<PlanId>>) -> El {
    let row = |(id, stored)| plan_row(id, stored, unfolded);
    el(html::Ul).class("plan-list").child(plans.into_iter().map(row).collect::<Vec<_>>())
}
