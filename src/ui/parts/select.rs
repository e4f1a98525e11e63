//! A choice from a list.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::HtmlSelectElement;

use super::outcome::Outcome;
use super::unique_id;
use crate::ui::element::{El, Live, attr, el, ev, html, prop};
use crate::ui::reactive::var;

/// The choices: values with their words, in the order they are offered.
pub type Options = Vec<(String, String)>;

/// Choices whose words are their values.
pub fn word_options(words: &[&str]) -> Options {
    words.iter().map(|words| ((*words).to_owned(), (*words).to_owned())).collect()
}

/// A labelled choice. It shows what the plan holds after every choice; a refusal is said under it. The list is made anew when the options change, so that the choice finds the option it
/// chooses; give it options that follow no keystroke.
pub fn select<R: Outcome>(
    label: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    options: impl Fn() -> Options + Send + Sync + 'static,
    choose: impl Fn(String) -> R + 'static,
) -> El {
    let choose = move |value| choose(value).refusal();
    erased(label, Arc::new(value), Arc::new(options), SendWrapper::new(Rc::new(choose)))
}

fn erased(
    label: &'static str,
    value: Live<String>,
    options: Live<Options>,
    choose: SendWrapper<Rc<dyn Fn(String) -> Option<String>>>,
) -> El {
    let id = unique_id("select");
    let name = el(html::Label).class("field__label").attr(attr::For, id.clone()).child(label);
    let problem = var(String::new());
    let problem_id = format!("{id}-problem");
    let message = el(html::P)
        .class("field__message")
        .attr(attr::Id, problem_id.clone())
        .attr(attr::AriaLive, "polite")
        .child(move || problem.get());
    let list = move || {
        let (value, shown, choose) = (value.clone(), value.clone(), choose.clone());
        let change = move |event: web_sys::Event| {
            let list: HtmlSelectElement = event_target(&event);
            let refusal = choose(list.value());
            // What took it may have taken the list away.
            problem.set(refusal.unwrap_or_default());
            // The browser shows the choice whatever came of it.
            list.set_value(&untrack(|| shown()));
        };
        let option =
            |(value, words): (String, String)| el(html::Option_).attr(attr::Value, value).child(words);
        el(html::Select)
            .class("field__input field__input--select")
            .attr(attr::Id, id.clone())
            .attr(attr::AriaDescribedby, problem_id.clone())
            .child(options().into_iter().map(option).collect::<Vec<_>>())
            .prop(prop::Value, move || value())
            .on(ev::change, change)
            .into_any()
    };
    el(html::Div).class("field").child(name).child(list).child(message)
}
