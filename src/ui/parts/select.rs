//! A choice from a list.

use leptos::html;
use leptos::prelude::*;

use super::handlers::typed;
use super::unique_id;

/// A labelled choice. Values and words come together, in the order they are offered.
#[component]
pub fn Select(
    /// What the choice is called.
    #[prop(into)]
    label: String,
    /// What is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// What there is to choose: (value, words).
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Takes the chosen value.
    choose: Callback<String>,
    /// Keeps the label for listeners only.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let id = unique_id("select");
    let select = NodeRef::<html::Select>::new();
    // The browser can only select an option that is there, so this comes after the options.
    Effect::new(move || {
        options.track();
        let value = value.get();
        if let Some(select) = select.get() {
            select.set_value(&value);
        }
    });
    let list = move || {
        let option = |(value, words): (String, String)| view! { <option value=value>{words}</option> };
        options.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label class=if quiet { "visually-hidden" } else { "field__label" } for=id.clone()>{label}</label>
            <select
                class="field__input field__input--select"
                id=id
                node_ref=select
                on:change=typed(move |value| choose.run(value))
            >
                {move || list()}
            </select>
        </div>
    }
}
