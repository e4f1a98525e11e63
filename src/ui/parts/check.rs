//! A box to tick.

use leptos::prelude::*;

use super::handlers::{Handler, ticked};

/// A box with its words.
#[component]
pub fn Check(
    /// What is so when it is ticked.
    #[prop(into)]
    words: String,
    /// Whether it is.
    #[prop(into)]
    is_ticked: Signal<bool>,
    /// Takes the change.
    take: impl Fn(bool) + 'static,
    /// Further classes.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    check(words, is_ticked, ticked(take), class)
}

fn check(
    words: String,
    is_ticked: Signal<bool>,
    take: Handler<leptos::ev::Event>,
    class: &'static str,
) -> AnyView {
    view! {
        <label class=format!("check {class}")>
            <input type="checkbox" prop:checked=is_ticked on:change=take />
            <span>{words}</span>
        </label>
    }
    .into_any()
}
