//! A choice from a list.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::unique_id;
use crate::ui::element::{El, Live, el};

/// The choices: values with their words, in the order they are offered.
pub type Options = Vec<(String, String)>;

/// Choices whose words are their values.
pub fn word_options(words: &[&str]) -> Options {
    words.iter().map(|words| ((*words).to_owned(), (*words).to_owned())).collect()
}

/// A labelled choice. The list is made anew when the options change, so that the choice finds the option it
/// chooses; give it options that follow no keystroke.
pub fn select(
    label: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    options: impl Fn() -> Options + Send + Sync + 'static,
    choose: impl Fn(String) + 'static,
) -> El {
    erased(label, Arc::new(value), Arc::new(options), SendWrapper::new(Rc::new(choose)))
}

fn erased(
    label: &'static str,
    value: Live<String>,
    options: Live<Options>,
    choose: SendWrapper<Rc<dyn Fn(String)>>,
) -> El {
    let id = unique_id("select");
    let name = el("label").class("field__label").attr("for", id.clone()).child(label);
    let list = move || {
        let (value, choose) = (value.clone(), choose.clone());
        let option = |(value, words): (String, String)| el("option").attr("value", value).child(words);
        el("select")
            .class("field__input field__input--select")
            .attr("id", id.clone())
            .child(options().into_iter().map(option).collect::<Vec<_>>())
            .value(move || value())
            .on("change", move |event| choose(event_target_value(&event)))
            .into_any()
    };
    el("div").class("field").child(name).swap(list)
}
