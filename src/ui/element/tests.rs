//! What an element is before it is built: the same with and without a browser.

use leptos::prelude::*;

use super::attribute::Attribute;
use super::{El, attr, data, el, ev, html, prop};

/// Its attributes as markup would say them, those that follow signals as they are now.
fn attributes(El(element): El) -> Vec<String> {
    let said = |attribute: Attribute| match attribute {
        Attribute::Fixed(name, value) => format!("{name}={value}"),
        Attribute::Own(name, value) => format!("{name}={value}"),
        Attribute::Live(name, value) => format!("{name}={:?}", value()),
        Attribute::Date(date) => format!("date={:?}", date()),
        Attribute::Class(class, is_there) => format!("class:{class}={}", is_there()),
        Attribute::Value(value) => format!("prop:value={}", value()),
        Attribute::Checked(is_ticked) => format!("prop:checked={}", is_ticked()),
        Attribute::On(event, _) => format!("on:{event}"),
        Attribute::InnerHtml(html) => format!("html={html}"),
        Attribute::Absent => "absent".to_owned(),
    };
    element.attributes.into_iter().map(said).collect()
}

#[test]
fn an_element_has_the_tag_it_is_made_with() {
    assert_eq!(el(html::Div).0.tag, "div");
    assert_eq!(el(html::Option_).0.tag, "option");
    assert_eq!(el(html::H1).0.tag, "h1");
}

#[test]
fn attributes_have_the_names_of_the_page() {
    let element = el(html::Label)
        .attr(attr::For, "field-1")
        .attr(attr::AriaDescribedby, format!("field-{}", 2))
        .attr(attr::Tabindex, "-1")
        .attr(data::Move, "up")
        .aria_label("Name");
    let names = ["for=field-1", "aria-describedby=field-2", "tabindex=-1", "data-move=up", "aria-label=Name"];
    assert_eq!(attributes(element), names);
}

#[test]
fn a_flag_that_does_not_hold_is_no_attribute() {
    let element = el(html::Details).attr(attr::Open, true).attr(attr::Draggable, false);
    assert_eq!(attributes(element), ["open=", "absent"]);
}

#[test]
fn a_function_is_asked_again_each_time() {
    let owner = Owner::new();
    owner.set();
    let count = RwSignal::new(1);
    let is_many = move || count.get() > 1;
    let element = || {
        el(html::Input)
            .attr(attr::Max, move || count.get().to_string())
            .attr(attr::Title, move || is_many().then(|| "many".to_owned()))
            .hidden(is_many)
            .class(("field--many", is_many))
            .prop(prop::Value, move || count.get().to_string())
            .prop(prop::Checked, is_many)
    };
    let one = [
        "max=Some(\"1\")",
        "title=None",
        "hidden=None",
        "class:field--many=false",
        "prop:value=1",
        "prop:checked=false",
    ];
    assert_eq!(attributes(element()), one);
    count.set(2);
    let two = [
        "max=Some(\"2\")",
        "title=Some(\"many\")",
        "hidden=Some(\"\")",
        "class:field--many=true",
        "prop:value=2",
        "prop:checked=true",
    ];
    assert_eq!(attributes(element()), two);
}

#[test]
fn handlers_listen_to_the_event_they_were_given() {
    let element = el(html::Details).on(ev::toggle, |_| ()).on(ev::keydown, |_| ()).on(ev::dragend, |_| ());
    assert_eq!(attributes(element), ["on:toggle", "on:keydown", "on:dragend"]);
}

#[test]
fn each_part_of_a_list_is_a_child_and_nothing_is_none() {
    let item = |words: &'static str| el(html::Li).child(words);
    let element = el(html::Ul)
        .child(["one", "two"].map(item))
        .child(vec![Some(item("three")), None])
        .child(None::<El>)
        .child(|| "four".to_owned());
    assert_eq!(element.0.children.len(), 4);
}
