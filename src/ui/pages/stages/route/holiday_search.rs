//! The field at which people look for holidays that are ready, with what it finds.

use leptos::prelude::*;

use super::holiday_file::file_field;
use super::holiday_looking::{FIELD, Looking};
use super::holiday_offer::offer;
use crate::ui::element::{El, el};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::memo;

/// The field with what it finds and what is offered, and the file besides.
pub fn search(looking: Looking) -> El {
    let results = memo(move || looking.results());
    let list = move || {
        let result = |(code, name): (String, String)| {
            el("li").child(button(Look::Small, name, move || looking.choose(&code)))
        };
        let results: Vec<_> = results.get().into_iter().map(result).collect();
        if results.is_empty() {
            return ().into_any();
        }
        el("ul")
            .class("holiday-search__results")
            .name("Countries and regions found")
            .child(results)
            .into_any()
    };
    let input = el("input")
        .class("field__input")
        .fixed("id", FIELD)
        .fixed("type", "text")
        .fixed("autocomplete", "off")
        .fixed("aria-describedby", "holiday-search-hint holiday-search-found")
        .value(move || looking.text())
        .typed(move |raw| looking.typed(raw))
        .on("focus", move |_| looking.want_list());
    let hint = el("p").class("field__hint").fixed("id", "holiday-search-hint");
    let found = el("p").class("field__hint").fixed("id", "holiday-search-found").fixed("aria-live", "polite");
    let has_failed = move || looking.has_failed();
    let field = el("div")
        .class("field")
        .child(el("label").class("field__label").fixed("for", FIELD).child("Country or region"))
        .child(hint.child("Type a name, such as Bavaria or Mexico, or the two letters of a country."))
        .child(input)
        .child(found.text(move || looking.status()))
        .child(el("p").class("field__message").fixed("aria-live", "polite").text(move || looking.problem()));
    // What has been ticked stays while the list of countries comes.
    let offered = memo(move || looking.offered());
    let content = move || {
        offered
            .get()
            .map_or_else(|| ().into_any(), |it| offer(it, move |answer| looking.answer(answer)).into_any())
    };
    el("div")
        .class("holiday-search")
        .child(field)
        .when(has_failed, move || button(Look::Plain, "Try again", move || looking.try_again()))
        .swap(list)
        .swap(content)
        .child(file_field(looking))
}
