//! The frame of a workshop page.

use super::button::Look;
use super::road::stage_road;
use super::{button, stage_thoughts, unique_id};
use crate::platform;
use crate::ui::element::{El, IntoParts, el};
use crate::ui::{Route, Session};
use crate::workshop::Stage;

/// A stage's page: where one is, what it is for, its content, and the way on.
pub fn stage_page(stage: Stage, lead: &'static str, content: impl IntoParts) -> El {
    let (back, on) = (stage.previous(), stage.next());
    el("article")
        .class("stage")
        .child(stage_road(stage))
        .child(el("p").class("stage__count").child(format!("Step {} of 7", stage.number())))
        .child(el("h1").class("stage__title").fixed("tabindex", "-1").child(stage.title()))
        .child(el("p").class("stage__lead").child(lead))
        .child(content)
        .child(stage_thoughts(stage))
        .child(el("nav").class("stage__ways").name("Steps").child(way(Look::Plain, "Back", back)).child(way(
            Look::Main,
            "Continue",
            on,
        )))
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
        .child(el("span").class("stage__way-hint").fixed("aria-hidden", "true").child(hint))
}

/// A part of a page under its heading.
pub fn section(heading: &'static str, content: impl IntoParts) -> El {
    let id = unique_id("part");
    el("section")
        .class("group")
        .attr("aria-labelledby", id.clone())
        .child(el("h2").attr("id", id).child(heading))
        .child(content)
}
