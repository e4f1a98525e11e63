//! What stands on the trace more than once.

use leptos::prelude::*;

use crate::plan::StepId;
use crate::platform;
use crate::schedule::Place;
use crate::ui::element::{Child, El, attr, el, html};
use crate::ui::parts::{due, place_link};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::Stage;

/// What is missing, in words, and the way to tie it.
pub fn orphan_note(words: &'static str, way: impl Child) -> El {
    el(html::Div).class("trace__orphan").child(el(html::Span).class("trace__missing").child(words)).child(way)
}

/// Moves the focus once the page shows what was changed.
pub fn focus_soon(place: String) {
    request_animation_frame(move || platform::focus(&place));
}

/// A step in a line: its number, which leads to it, what happens, and when.
pub fn step_line(id: StepId) -> El {
    el(html::Li).class("trace__step").attr(attr::Id, format!("trace-step-{}", id.0)).child(step_words(id))
}

/// The words of such a line.
pub fn step_words(id: StepId) -> El {
    let session = Session::here();
    let step = session.step(id);
    let name = move || session.read(|plan| words::step_name(plan, id));
    let what = move || {
        let what = step.read(|step| step.what.to_string()).unwrap_or_default();
        if what.trim().is_empty() { "Not described yet".to_owned() } else { what }
    };
    let place = move || {
        let standing = step.standing()?;
        let condition = (standing.place == Place::OffPath).then(|| step.condition());
        standing.fate.map(words::fate).or(condition)
    };
    let is_aside = move || step.standing().is_some_and(|standing| standing.place == Place::OffPath);
    let number = place_link(Route::Workshop(Stage::Route), format!("#step-{} [data-cell=what]", id.0))
        .class("trace__number")
        .child(name);
    el(html::P)
        .class("trace__line")
        .class(("trace__line--aside", is_aside))
        .child(number)
        .child(el(html::Span).class("trace__what").child(what))
        .child(
            el(html::Span)
                .class("trace__due")
                .child(due(step))
                .child(el(html::Span).class("trace__place").child(move || place().unwrap_or_default())),
        )
}
