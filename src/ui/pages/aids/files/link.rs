//! The plan as a link.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::formats::Exports;
use crate::exchange::{InLink, LINK, LinkError, MAX_LINK, in_link};
use crate::platform;
use crate::ui::element::{El, attr, el, html, prop};
use crate::ui::parts::{Look, button, check, section, unique_id};
use crate::ui::reactive::memo;
use crate::words;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
enum Made {
    #[default]
    Nothing,
    /// The link, and whether the clipboard has it.
    Link(String, bool),
    Failed(String),
}

/// The section.
pub fn link(exports: Exports) -> El {
    let session = exports.session;
    let (wanted, made) = (RwSignal::new(InLink::default()), RwSignal::new(Made::default()));
    let has_names = move || session.read(|plan| !plan.people.is_empty());
    let names = move || {
        check(
            "With the names of those who do the steps",
            move || wanted.with(|it| it.names),
            move |is_wanted| wanted.update(|it| it.names = is_wanted),
        )
    };
    let people = move || {
        check(
            "With the people you follow up, and all you know of them",
            move || wanted.with(|it| it.people),
            move |is_wanted| wanted.update(|it| it.people = is_wanted),
        )
    };
    let copy = move || {
        let (whole, today) = (session.whole_now(), session.today_now());
        let wanted = wanted.get_untracked();
        spawn_local(async move {
            let link = match in_link(&whole, wanted, today) {
                Ok(text) => match platform::pack(&text).await {
                    Some(packed) if LINK.len() + packed.len() <= MAX_LINK => Ok(packed),
                    Some(_) => Err(LinkError::TooLong),
                    None => Err(LinkError::OldBrowser),
                },
                Err(error) => Err(error),
            };
            let outcome = match link {
                Ok(packed) => {
                    let link = format!("{}#{LINK}{packed}", platform::address());
                    let is_copied = platform::copy(&link).await;
                    Made::Link(link, is_copied)
                }
                Err(error) => Made::Failed(error.to_string()),
            };
            session.announce(told(&outcome));
            _ = made.try_set(outcome);
        });
    };
    let is_made = memo(move || made.with(|made| matches!(made, Made::Link(..))));
    let said = move || made.with(told);
    let content = el(html::Div)
        .class("files__link")
        .child(el(html::P).child(
            "The whole plan stands in the link itself: no server keeps it. Whoever opens it sees what is in it, and adds it beside their own plans or leaves it. What you change later is not in it.",
        ))
        .show(has_names, names)
        .show(move || session.has_people(), people)
        .child(
            el(html::Div)
                .class("files__make")
                .child(button(Look::Plain, "Copy the link", copy))
                .child(el(html::P).class("files__said").child(said)),
        )
        .show(move || is_made.get(), move || shown(made));
    section("As a link", content)
}

/// The link in a field, to be copied by hand.
fn shown(made: RwSignal<Made>) -> El {
    let id = unique_id("link");
    let link = move || {
        made.with(|made| match made {
            Made::Link(link, _) => link.clone(),
            Made::Nothing | Made::Failed(_) => String::new(),
        })
    };
    let field = el(html::Input)
        .attr(attr::Type, "text")
        .attr(attr::Id, id.clone())
        .attr(attr::Readonly, true)
        .prop(prop::Value, link);
    el(html::Div).class("field").child(el(html::Label).attr(attr::For, id).child("The link")).child(field)
}

fn told(made: &Made) -> String {
    match made {
        Made::Nothing => String::new(),
        Made::Link(link, true) => words::link_copied(link.len()),
        Made::Link(..) => words::LINK_NOT_COPIED.to_owned(),
        Made::Failed(why) => why.clone(),
    }
}
