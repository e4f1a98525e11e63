//! A choice from a list.

use leptos::prelude::*;

use super::unique_id;
use crate::ui::element::{El, el};

/// A labelled choice. Options are values with their words, in the order they are offered.
pub fn select(
    label: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    options: Signal<Vec<(String, String)>>,
    choose: impl Fn(String) + 'static,
) -> El {
    let id = unique_id("select");
    let value = Signal::derive(value);
    // The list is made anew with its options, so that the choice finds the option it chooses.
    let list = {
        let id = id.clone();
        let choose = Callback::new({
            let choose = send_wrapper::SendWrapper::new(choose);
            move |value: String| choose(value)
        });
        move || {
            let option = |(value, words): (String, String)| el("option").attr("value", value).child(words);
            el("select")
                .class("field__input field__input--select")
                .attr("id", id.clone())
                .child(options.get().into_iter().map(option).collect::<Vec<_>>())
                .value(move || value.get())
                .chosen(move |value| choose.run(value))
                .into_any()
        }
    };
    el("div").class("field").child(el("label").class("field__label").attr("for", id).child(label)).swap(list)
}
