//! A field whose words are handed over as a whole, by Enter or by its button.

use leptos::prelude::*;
use web_sys::KeyboardEvent;
use web_sys::wasm_bindgen::JsCast;

use super::unique_id;
use crate::plan::Line;
use crate::ui::element::{El, el};
use crate::words;

/// The field with its button, which is made of what hands the words over. What is refused stays in the field with
/// the sentence that says why, `empty` where there is nothing; what is taken leaves it ready for the next.
pub fn line_field(
    label: &'static str,
    empty: &'static str,
    take: Callback<Line, Result<(), String>>,
    button: impl FnOnce(Callback<()>) -> El,
) -> El {
    let id = unique_id("line");
    let text = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let hand_over = Callback::new(move |()| {
        let raw = text.get_untracked();
        let line = match raw.trim() {
            "" => Err(empty.to_owned()),
            raw => Line::parse(raw).map_err(words::text_problem),
        };
        match line.and_then(|line| take.run(line)) {
            Ok(()) => {
                // What took it may have taken the field away.
                _ = text.try_set(String::new());
                _ = problem.try_set(String::new());
            }
            Err(words) => problem.set(words),
        }
    });
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
                hand_over.run(());
            }
        });
    el("div")
        .class("field line-field")
        .class_when("field--invalid", move || !problem.with(String::is_empty))
        .child(el("label").class("field__label").attr("for", id).child(label))
        .child(el("div").class("field__row").child(input).child(button(hand_over)))
        .child(
            el("p")
                .class("field__message")
                .attr("id", problem_id)
                .fixed("aria-live", "polite")
                .text(move || problem.get()),
        )
}
