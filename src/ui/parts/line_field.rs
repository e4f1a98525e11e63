//! A field whose words are handed over as a whole, by Enter or by its button.

use leptos::prelude::*;

use super::unique_id;
use crate::plan::Line;
use crate::ui::element::{El, attr, data, el, ev, html, prop};
use crate::ui::reactive::var;
use crate::words;

/// What becomes of the words in a field that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// They stay until they are handed over.
    Keeps,
    /// They are handed over: nothing that was typed goes unsaid.
    Takes,
}

/// The field with its button, which is made of what hands the words over. What is refused stays in the field with
/// the sentence that says why, `empty` where there is nothing; what is taken leaves it ready for the next.
pub fn line_field(
    label: &'static str,
    empty: &'static str,
    leaving: Leaving,
    take: Callback<Line, Result<(), String>>,
    button: impl FnOnce(Callback<()>) -> El,
) -> El {
    let id = unique_id("line");
    let text = var(String::new());
    let problem = var(String::new());
    // A press on the button that takes the focus from the field first has nothing left to hand over.
    let was_left = StoredValue::new(false);
    let hand_over = Callback::new(move |()| {
        let raw = text.get_untracked();
        if raw.trim().is_empty() && was_left.try_update_value(std::mem::take) == Some(true) {
            return;
        }
        let line = match raw.trim() {
            "" => Err(empty.to_owned()),
            raw => Line::parse(raw).map_err(words::text_problem),
        };
        match line.and_then(|line| take.run(line)) {
            Ok(()) => {
                // What took it may have taken the field away.
                text.set(String::new());
                problem.set(String::new());
            }
            Err(words) => problem.set(words),
        }
    });
    let is_draft = move || leaving == Leaving::Takes && text.with(|text| !text.trim().is_empty());
    let problem_id = format!("{id}-problem");
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Id, id.clone())
        .attr(attr::Type, "text")
        .attr(attr::Autocomplete, "off")
        .attr(attr::AriaDescribedby, problem_id.clone())
        .prop(prop::Value, move || text.get())
        .on(ev::input, move |event| {
            was_left.set_value(false);
            text.set(event_target_value(&event));
        })
        .attr(data::Draft, move || is_draft().then(String::new))
        .on(ev::change, move |_| {
            if untrack(is_draft) {
                hand_over.run(());
                _ = was_left.try_set_value(true);
            }
        })
        .on(ev::keydown, move |event| {
            if event.key() == "Enter" && !event.is_composing() {
                // What it opens would take the rest of the key for an answer.
                event.prevent_default();
                hand_over.run(());
            }
        });
    el(html::Div)
        .class("field line-field")
        .class(("field--invalid", move || !problem.with(String::is_empty)))
        .child(el(html::Label).class("field__label").attr(attr::For, id).child(label))
        .child(el(html::Div).class("field__row").child(input).child(button(hand_over)))
        .child(
            el(html::P)
                .class("field__message")
                .attr(attr::Id, problem_id)
                .attr(attr::AriaLive, "polite")
                .child(move || problem.get()),
        )
}
