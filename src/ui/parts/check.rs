//! A box to tick.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::HtmlInputElement;

use super::outcome::Outcome;
use super::unique_id;
use crate::ui::element::{El, Live, attr, el, ev, html, prop};
use crate::ui::reactive::var;

/// A box with its words. It shows what the plan holds after every press; a refusal is said under it.
pub fn check<R: Outcome>(
    words: impl Into<String>,
    is_ticked: impl Fn() -> bool + Send + Sync + 'static,
    take: impl Fn(bool) -> R + 'static,
) -> El {
    erased(words.into(), Arc::new(is_ticked), SendWrapper::new(Rc::new(move |ticked| take(ticked).refusal())))
}

fn erased(words: String, is_ticked: Live<bool>, take: SendWrapper<Rc<dyn Fn(bool) -> Option<String>>>) -> El {
    let id = unique_id("check");
    let problem = var(String::new());
    let shown = is_ticked.clone();
    let change = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        let refusal = take(input.checked());
        // What took it may have taken the box away.
        problem.set(refusal.unwrap_or_default());
        // The browser has ticked it whatever came of it.
        input.set_checked(untrack(|| shown()));
    };
    let input = el(html::Input)
        .attr(attr::Type, "checkbox")
        // Its name stays when a refusal is said beside it.
        .aria_label(words.clone())
        .attr(attr::AriaDescribedby, id.clone())
        .prop(prop::Checked, move || is_ticked())
        .on(ev::change, change);
    let message = el(html::Span)
        .class("field__message")
        .attr(attr::Id, id)
        .attr(attr::AriaLive, "polite")
        .child(move || problem.get());
    el(html::Label).class("check").child(input).child(el(html::Span).child(words).child(message))
}
