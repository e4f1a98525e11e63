//! The bar at the top: where one is, what is kept, and the way back.

use leptos::prelude::*;

use super::button::{Look, button};
use crate::ui::element::{El, attr, el, html};
use crate::ui::reactive::Memo;
use crate::ui::workspace::{SaveState, Workspace};
use crate::ui::{Finder, Route, rest};
use crate::workshop::Stage;

/// The bar at the top of every page.
pub fn top_bar(route: Memo<Route>) -> El {
    let workspace = Workspace::here();
    let link = move |page: Route, words: &'static str| {
        el(html::A)
            .attr(attr::Href, page.href())
            .attr(attr::AriaCurrent, move || (route.get() == page).then(|| "page".to_owned()))
            .child(words)
    };
    // On step 1 the road of the seven steps stands in the page.
    let stage = move || match route.get() {
        Route::Workshop(stage) if workspace.has_plan() && stage != Stage::FreshStart => Some(stage),
        _ => None,
    };
    let home = move || link(Route::Home, "Your plan");
    let today = move || link(Route::Today, "Today");
    let people = move || link(Route::People, "People");
    let pages = move || {
        el(html::Nav)
            .class("top-bar__pages")
            .aria_label("Pages")
            .show(move || workspace.has_plan(), home)
            .show(move || workspace.has_plan(), today)
            .show(move || workspace.has_plan(), people)
            .child(link(Route::Plans, "All plans"))
            .child(link(Route::About, "The method"))
    };
    let strip = move |stage| {
        let home = el(html::Nav).class("top-bar__pages").aria_label("Pages").child(home());
        let steps = rest::here().map(|rest| (rest.strip)(stage));
        std::iter::once(home).chain(steps).collect::<Vec<_>>()
    };
    el(html::Header)
        .class("top-bar")
        .class(("top-bar--steps", move || stage().is_some()))
        .child(
            el(html::A).class("top-bar__brand").attr(attr::Href, Route::Start.href()).child("Followthrough"),
        )
        .child(move || match stage() {
            Some(stage) => strip(stage).into_any(),
            None => pages().into_any(),
        })
        .child(
            el(html::Div)
                .class("top-bar__tools")
                .show(move || workspace.has_plan(), save_mark)
                .child(find())
                .show(
                    move || workspace.has_plan(),
                    || el(html::Div).class("top-bar__ways").child(way_back()),
                ),
        )
}

/// The way to everything by a few letters.
fn find() -> El {
    let finder = Finder::here();
    button(Look::Small, "Find", move || finder.open())
        .attr(attr::Title, "Ctrl+K")
        .attr(attr::AriaHaspopup, "dialog")
}

/// Undo and redo. They stay in place when there is nothing to do, so that the focus is not lost.
fn way_back() -> [El; 2] {
    let workspace = Workspace::here();
    let way = |words: &'static str, keys: &'static str, can: fn(Workspace) -> bool, go: fn(Workspace)| {
        button(Look::Small, words, move || go(workspace))
            .attr(attr::Title, keys)
            .attr(attr::AriaDisabled, move || (!can(workspace)).then(|| "true".to_owned()))
    };
    [
        way("Undo", "Ctrl+Z", Workspace::can_undo, Workspace::undo),
        way("Redo", "Ctrl+Shift+Z", Workspace::can_redo, Workspace::redo),
    ]
}

/// Whether what is on the screen is kept. Not announced at each change: a failure has its own alert.
fn save_mark() -> El {
    let workspace = Workspace::here();
    let words = move || {
        let words = match workspace.save_state() {
            SaveState::Saved if workspace.is_durable() => "Saved",
            SaveState::Saved => "Saved, but a crash of the browser may lose the last minute",
            SaveState::Saving => "Saving",
            SaveState::NotSaved => "Not saved",
        };
        words.to_owned()
    };
    el(html::P)
        .class("save-mark")
        .class(("save-mark--late", move || !workspace.is_durable()))
        .class(("save-mark--bad", move || workspace.save_state() == SaveState::NotSaved))
        .attr(attr::Role, "status")
        .attr(attr::AriaLive, "off")
        .aria_label(words)
        .child(words)
}
