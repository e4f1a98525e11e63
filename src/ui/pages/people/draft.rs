//! Fields of a form that is taken as a whole: what is typed stays a draft until then.

use leptos::prelude::*;

use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::reactive::Var;

/// A labelled field of one line that writes into a text.
pub fn draft(label: &'static str, id: impl Into<String>, kind: Kind, text: Var<String>) -> El {
    let id = id.into();
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Id, id.clone())
        .attr(attr::Autocomplete, "off")
        .prop(prop::Value, move || text.get())
        .on(ev::input, move |event| text.set(event_target_value(&event)));
    let input = match kind {
        Kind::Text => input.attr(attr::Type, "text"),
        Kind::Search => input.attr(attr::Type, "search"),
        Kind::Date => input.attr(attr::Type, "date"),
        Kind::Mail => input.attr(attr::Type, "text").attr(attr::Inputmode, "email"),
        Kind::Phone => input.attr(attr::Type, "text").attr(attr::Inputmode, "tel"),
    };
    el(html::Div)
        .class(if kind == Kind::Date { "field field--date" } else { "field" })
        .child(el(html::Label).class("field__label").attr(attr::For, id).child(label))
        .child(input)
}

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Words that are looked for.
    Search,
    /// A date.
    Date,
    /// An e-mail address.
    Mail,
    /// A phone number.
    Phone,
}

/// What is wrong with a form, said where it is.
pub fn told(problem: Var<String>) -> El {
    el(html::P).class("field__message").attr(attr::AriaLive, "polite").child(move || problem.get())
}

/// A form: its fields, and what takes it, by Enter or by its button.
pub fn form(class: &'static str, take: impl Fn() + 'static) -> El {
    el(html::Form).class(class).attr(attr::Novalidate, true).on(ev::submit, move |event| {
        event.prevent_default();
        take();
    })
}

/// The button that takes a form.
pub fn submit(words: &'static str) -> El {
    el(html::Button).attr(attr::Type, "submit").class("button button--main").child(words)
}
