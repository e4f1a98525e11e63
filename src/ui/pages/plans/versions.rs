//! Earlier versions of a plan, and what differs from now.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::row::{Row, tool};
use crate::exchange::{export_json, file_name, import_json, import_roster};
use crate::plan::Plan;
use crate::platform;
use crate::roster::Roster;
use crate::schedule::{Differences, Schedule};
use crate::store::{Occasion, Snapshot};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::var;
use crate::ui::{Route, versions};
use crate::words;

/// The versions of a plan, fetched when they are looked at.
pub fn versions_list(row: Row) -> El {
    let found = var(None::<Vec<(Snapshot, Plan, People)>>);
    spawn_local(async move {
        let now = row.workspace.people_as_file(&row.id()).map(|file| roster_in(&file));
        let now = now.unwrap_or_else(|| Some(Roster::default()));
        let mut all = Vec::new();
        for (one, text, is_kept) in versions::versions_of(&row.id()).await {
            let Ok(plan) = import_json(text.as_bytes()) else { continue };
            let then = match is_kept {
                true => versions::people_of(&one).await.and_then(|file| roster_in(&file)),
                false => Some(Roster::default()),
            };
            let since = then.as_ref().zip(now.as_ref());
            let since = since.and_then(|(then, now)| words::people_since(then, now));
            all.push((one, plan, People { is_kept, since }));
        }
        found.set(Some(all));
    });
    el(html::Div).class("plan-list__versions").child(move || match found.get() {
        None => el(html::P).child("Looking…").into_any(),
        Some(all) if all.is_empty() => el(html::P)
            .child(
                "There is none yet. They come by themselves while you work, and before a plan is replaced.",
            )
            .into_any(),
        Some(all) => {
            let one = |(one, plan, people)| version(row, one, plan, people);
            let list = el(html::Ul)
                .class("plan-list")
                .aria_label(row.label("Earlier versions of"))
                .child(all.into_iter().map(one).collect::<Vec<_>>());
            el(html::Div)
                .child(el(html::P).class("plan-list__about").child(words::VERSIONS_HOLD))
                .child(list)
                .into_any()
        }
    })
}

/// The people of a version.
#[derive(Clone, Copy, PartialEq)]
struct People {
    /// They are kept with it.
    is_kept: bool,
    /// How those of now differ, as far as that can be told.
    since: Option<&'static str>,
}

fn roster_in(file: &str) -> Option<Roster> {
    import_roster(file.as_bytes()).ok().map(|file| file.roster)
}

fn version(row: Row, one: Snapshot, plan: Plan, people: People) -> El {
    let today = row.workspace.today();
    let when = words::put_by_at(one.at.day, one.at.second, today);
    let why = match one.why {
        Occasion::Work => "",
        Occasion::Import => ", before an import",
        Occasion::Restore => ", before another version was restored",
        Occasion::Removal => ", before it was removed",
        Occasion::Format => ", before a newer Followthrough opened it",
        Occasion::People => ", before many of its people were changed",
    };
    let holds = if people.is_kept { ", with its people" } else { "" };
    let since = row.plan(|now| {
        let dates = |plan: &Plan| Schedule::on(plan, today);
        Differences::between((&plan, &dates(&plan)), (now, &dates(now)))
    });
    let plan = var(plan);
    let label = format!("{} of {}", row.name(), when);
    let named = |words: &'static str, act: Box<dyn Fn()>| {
        let label = format!("{words} {label}");
        button(Look::Small, words, act).aria_label(label)
    };
    let restored = {
        let time = when.clone();
        move |people: Option<Roster>, said: &str| {
            let plan = plan.with_untracked(Plan::clone);
            match row.workspace.restore(&row.id(), plan, people) {
                Ok(()) => {
                    platform::go_to(&Route::Home.path());
                    row.workspace.announce(format!("{said}: {time}. Undo brings the other version back."));
                }
                Err(problem) => row.workspace.announce(problem),
            }
        }
    };
    let restore = {
        let restored = restored.clone();
        move || restored(None, "The plan is as it was")
    };
    let with_people = move || {
        let (one, restored) = (one.clone(), restored.clone());
        spawn_local(async move {
            let people = versions::people_of(&one).await;
            match people.and_then(|file| roster_in(&file)) {
                Some(people) => restored(Some(people), "The plan and its people are as they were"),
                None => row.workspace.announce(words::PEOPLE_OF_THEN_GONE),
            }
        });
    };
    let download = move || {
        plan.with_untracked(|plan| {
            platform::download(
                &file_name(plan, today),
                &export_json(plan, &Schedule::on(plan, today), today),
            );
        });
    };
    let what = el(html::Div)
        .child(el(html::Span).child(when + why + holds))
        .child(el(html::P).class("plan-list__about").child(words::differences(&since, people.since)));
    let tools = el(html::Div)
        .class("plan-list__tools")
        .child(named("Restore", Box::new(restore)))
        .child(people.is_kept.then(|| named("Restore with its people", Box::new(with_people))))
        .child(named("Download", Box::new(download)));
    el(html::Li).class("plan-list__plan").child(what).child(tools)
}

/// The button that shows and hides them.
pub fn versions_toggle(
    row: Row,
    is_open: impl Fn() -> bool + Send + Sync + 'static,
    toggle: impl Fn() + 'static,
) -> El {
    tool(row, "Earlier versions", toggle)
        .aria_label(row.label("Earlier versions of"))
        .attr(attr::AriaExpanded, move || Some(is_open().to_string()))
}
