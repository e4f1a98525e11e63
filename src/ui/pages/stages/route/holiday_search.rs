//! The field at which people look for holidays that are ready, with what it finds.

use leptos::prelude::*;

use super::holiday_file::calendar_field;
use super::holiday_looking::{FIELD, Looking};
use super::holiday_offer::offer;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::memo;

/// The field with what it finds and what is offered, and the file besides.
pub fn search(looking: Looking) -> El {
    let results = memo(move || looking.results());
    let list = move || {
        let result = |(code, name): (String, String)| {
            el(html::Li).child(button(Look::Small, name, move || looking.choose(&code)))
        };
        let results: Vec<_> = results.get().into_iter().map(result).collect();
        if results.is_empty() {
            return ().into_any();
        }
        el(html::Ul)
            .class("holiday-search__results")
            .aria_label("Countries and regions found")
            .child(results)
            .into_any()
    };
    let meant = memo(move || looking.meant());
    let use_meant = move || {
        let act = move || {
            if let Some((code, _)) = meant.get_untracked() {
                looking.take_at_once(&code);
            }
        };
        let name =
            move || meant.get().map_or_else(String::new, |(_, name)| format!("Use the holidays of {name}"));
        el(html::P).child(
            el(html::Button)
                .attr(attr::Type, "button")
                .class(Look::Plain.classes())
                .child(name)
                .on(ev::click, move |_| act()),
        )
    };
    let input = el(html::Input)
        .class("field__input")
        .attr(attr::Id, FIELD)
        .attr(attr::Type, "text")
        .attr(attr::Autocomplete, "off")
        .attr(attr::AriaDescribedby, "holiday-search-hint holiday-search-found")
        .prop(prop::Value, move || looking.text())
        .on(ev::input, move |event| looking.typed(event_target_value(&event)))
        .on(ev::focus, move |_| looking.want_list());
    let hint = el(html::P).class("field__hint").attr(attr::Id, "holiday-search-hint");
    let found = el(html::P)
        .class("field__hint")
        .attr(attr::Id, "holiday-search-found")
        .attr(attr::AriaLive, "polite");
    let has_failed = move || looking.has_failed();
    let field = el(html::Div)
        .class("field")
        .child(el(html::Label).class("field__label").attr(attr::For, FIELD).child("Country or region"))
        .child(hint.child("Type a name, such as Bavaria or Mexico, or the two letters of a country."))
        .child(input)
        .child(found.child(move || looking.status()))
        .child(
            el(html::P)
                .class("field__message")
                .attr(attr::AriaLive, "polite")
                .child(move || looking.problem()),
        );
    // What has been ticked stays while the list of countries comes.
    let offered = memo(move || looking.offered());
    let content = move || {
        offered.get().map_or_else(
            || ().into_any(),
            |it| offer(it, looking.whose(), move |answer| looking.answer(answer)).into_any(),
        )
    };
    el(html::Div)
        .class("holiday-search")
        .child(field)
        .show(has_failed, move || button(Look::Plain, "Try again", move || looking.try_again()))
        .show(move || meant.with(Option::is_some), use_meant)
        .child(list)
        .child(content)
        .child(calendar_field(looking))
        .show(
            move || looking.is_reading(),
            move || el(html::Div).child(button(Look::Plain, "Stop", move || looking.stop_reading())),
        )
}
