//! A field that adds something to a list: Enter adds it and leaves the field ready for the next.

use leptos::prelude::*;
use web_sys::KeyboardEvent;
use web_sys::wasm_bindgen::JsCast;

use super::button::{Look, button};
use super::unique_id;
use crate::plan::{Edit, Line};
use crate::ui::element::{El, el};
use crate::ui::{Session, words};

/// The field with its button. `edit` makes the change that adds the line.
pub fn new_line(label: &'static str, act: &'static str, edit: impl Fn(Line) -> Edit + Copy + 'static) -> El {
    let session = Session::here();
    let id = unique_id("new");
    let text = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let add = move || {
        let raw = text.get_untracked();
        if raw.trim().is_empty() {
            return problem.set("Write something first, then add it.".to_owned());
        }
        session.pause();
        let line = Line::parse(raw.trim()).map_err(words::text_problem);
        match line.and_then(|line| session.try_edit(edit(line))) {
            Ok(()) => {
                session.announce(format!("Added: {}", raw.trim()));
                text.set(String::new());
                problem.set(String::new());
            }
            Err(words) => problem.set(words),
        }
    };
    let problem_id = format!("{id}-problem");
    let input = el("input")
        .class("field__input")
        .attr("id", id.clone())
        .fixed("type", "text")
        .fixed("autocomplete", "off")
        .attr("aria-describedby", problem_id.clone())
        .value(move || text.get())
        .typed(move |raw| text.set(raw))
        .on("keydown", move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter") {
                add();
            }
        });
    el("div")
        .class("field new-line")
        .class_when("field--invalid", move || !problem.with(String::is_empty))
        .child(el("label").class("field__label").attr("for", id).child(label))
        .child(el("div").class("field__row").child(input).child(button(Look::Plain, act, add)))
        .child(
            el("p")
                .class("field__message")
                .attr("id", problem_id)
                .fixed("aria-live", "polite")
                .text(move || problem.get()),
        )
}
