//! The one thing that cannot be undone asks first.

use leptos::prelude::*;

use super::button::{Look, button};
use super::unique_id;
use crate::platform;
use crate::ui::element::{El, attr, el, html};
use crate::ui::reactive::{Var, effect, var};

/// What is asked before something goes for good.
#[derive(Clone, Copy)]
pub struct Asking {
    /// What it means.
    pub warning: &'static str,
    /// The button that does it.
    pub go: &'static str,
    /// The one that does not.
    pub keep: &'static str,
}

/// A button that is replaced by a question as long as that is open. The focus goes along.
pub fn asking(
    ask: El,
    is_asking: Var<bool>,
    words: Asking,
    act: impl Fn() + Copy + Send + Sync + 'static,
) -> El {
    let id = unique_id("asking");
    let first = format!("#{id} .button:not([hidden])");
    let was_asking = var(is_asking.get_untracked());
    effect(move || {
        let now = is_asking.get();
        if was_asking.get_untracked() != now {
            was_asking.set(now);
            let first = first.clone();
            request_animation_frame(move || platform::focus(&first));
        }
    });
    let open = move || {
        el(html::Span)
            .class("asking")
            .child(el(html::Span).class("asking__warning").attr(attr::Role, "alert").child(words.warning))
            .child(button(Look::Danger, words.go, act))
            .child(button(Look::Small, words.keep, move || is_asking.set(false)))
    };
    el(html::Span)
        .class("asking")
        .attr(attr::Id, id)
        .child(ask.hidden(move || is_asking.get()))
        .show(move || is_asking.get(), open)
}
