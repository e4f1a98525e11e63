//! The frame of a workshop page.

use super::button::Look;
use super::road::stage_road;
use super::{button, stage_suggestions, unique_id};
use crate::platform;
use crate::ui::element::{Child, El, attr, el, html};
use crate::ui::{Route, Session};
use crate::workshop::Stage;

/// A stage's page: where one is, what it is for, its content, and the way on.
pub fn stage_page(stage: Stage, lead: &'static str, content: impl Child) -> El {
    let (back, on) = (stage.previous(), stage.next());
    // The road tells its story once; after that the strip in the bar says where one is.
    let is_first = stage.previous().is_none();
    let road = is_first.then(|| stage_road(stage));
    let count = is_first.then(|| el(html::P).class("stage__count").child("Step 1 of 7"));
    let title = el(html::H1).class("stage__title").attr(attr::Tabindex, "-1").child(stage.title());
    let aside = stage.aside().map(|words| el(html::P).class("stage__aside").child(words));
    el(html::Article)
        .class("stage")
        .child(road)
        .child(count)
        .child(el(html::Div).class("stage__head").child(title).child(aside))
        .child(el(html::P).class("stage__lead").child(lead))
        .child(content)
        .child(stage_suggestions(stage))
        .child(
            el(html::Nav)
                .class("stage__ways")
                .aria_label("Steps")
                .child(way(Look::Plain, "Back", back))
                .child(way(Look::Main, "Continue", on)),
        )
}

/// A way to a neighbouring stage, or to the plan's overview at either end.
fn way(look: Look, words: &'static str, to: Option<Stage>) -> El {
    let session = Session::here();
    let route = to.map_or(Route::Home, Route::Workshop);
    let hint = to.map_or("Plan overview", Stage::title);
    let go = move || {
        session.pause();
        platform::go_to(&route.path());
    };
    button(look, words, go)
        .child(el(html::Span).class("stage__way-hint").attr(attr::AriaHidden, "true").child(hint))
}

/// Parts of a page of which one half stands beside the other where the screen is wide.
pub fn beside(one: impl Child, other: impl Child) -> El {
    let half = || el(html::Div).class("beside__half");
    el(html::Div).class("beside").child([half().child(one), half().child(other)])
}

/// A part of a page under its heading.
pub fn section(heading: &'static str, content: impl Child) -> El {
    let id = unique_id("part");
    el(html::Section)
        .class("group")
        .attr(attr::AriaLabelledby, id.clone())
        .child(el(html::H2).attr(attr::Id, id).child(heading))
        .child(content)
}
