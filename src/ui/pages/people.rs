//! The people on the plan: all of them, and each on a page of their own.

mod add;

mod apart;

mod beginning;

mod damaged;

mod draft;

mod ending;

mod file;

mod known;

mod list;

mod passed;

mod paste;

mod person;

mod step;

mod step_opened;

mod under_way;

mod understood;

use leptos::prelude::*;

use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button, fold};
use crate::ui::reactive::{Var, var};
use crate::ui::{Route, Session, Workspace};
pub use person::person;

/// What is open above the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Panel {
    Add,
    Paste,
}

/// The page of all.
#[inline(never)]
pub fn people() -> El {
    let session = Session::here();
    let is_empty = move || !session.has_people();
    // What was pasted before one went elsewhere is there again.
    let is_pasted = session.pasted_people().with_untracked(|text| !text.is_empty());
    let first = untrack(is_empty).then_some(Panel::Add);
    let open = var(if is_pasted { Some(Panel::Paste) } else { first });
    let nobody = || {
        el(html::P).class("empty").child(
            "Nobody is on this plan yet. Add the first person above, or paste a whole list from a spreadsheet.",
        )
    };
    let damage = move || !Workspace::here().damaged_people().is_empty();
    let ways = el(html::Div)
        .class("roster__ways")
        .child(opener(open, Panel::Add, "Add somebody"))
        .child(opener(open, Panel::Paste, "Paste several"));
    let panel = move |panel: Panel, id: &'static str, content: El| {
        el(html::Div)
            .class("roster__panel")
            .attr(attr::Id, id)
            .hidden(move || open.get() != Some(panel))
            .child(content)
    };
    el(html::Article)
        .class("roster")
        .child(el(html::H1).attr(attr::Tabindex, "-1").child("People"))
        .child(el(html::P).class("stage__lead").child(
            "Everybody you follow up, and how far they are. What is to be done for them each day stands under Today.",
        ))
        .show(damage, damaged::notice)
        .child(ways)
        .child(panel(Panel::Add, "people-add", add::form(session)))
        .child(panel(Panel::Paste, "people-paste", paste::form(session)))
        .show(is_empty, nobody)
        .show(move || !is_empty(), move || list::list(session))
        .show(move || !is_empty(), move || apart::twins(session))
        .child(el(html::P).class("roster__team").child(
            el(html::A).attr(attr::Href, Route::Team.href()).child("Team: who is away, how much fits"),
        ))
        .child(fold(|| "People as a file".to_owned(), file::people_file))
}

/// A button that opens a part of the page, and closes it.
fn opener(open: Var<Option<Panel>>, panel: Panel, words: &'static str) -> El {
    let is_open = move || open.get() == Some(panel);
    let controls = match panel {
        Panel::Add => "people-add",
        Panel::Paste => "people-paste",
    };
    button(Look::Plain, words, move || open.set((!untrack(is_open)).then_some(panel)))
        .class(("button--chosen", is_open))
        .attr(attr::AriaExpanded, move || Some(is_open().to_string()))
        .attr(attr::AriaControls, controls)
}
