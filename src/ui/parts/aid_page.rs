//! The frame of a page beside the workshop.

use crate::ui::Route;
use crate::ui::element::{El, IntoParts, el};
use crate::workshop::Aid;

/// An aid's page: what it is for, its content, and the way back.
pub fn aid_page(aid: Aid, lead: &'static str, content: impl IntoParts) -> El {
    let back = el("a").class("button").attr("href", Route::Home.href()).child("Back to your plan");
    el("article")
        .class("stage stage--wide")
        .child(el("p").class("stage__count").child("Your plan"))
        .child(el("h1").class("stage__title").fixed("tabindex", "-1").child(aid.title()))
        .child(el("p").class("stage__lead").child(lead))
        .child(content)
        .child(el("nav").class("stage__ways").name("Ways on").child(back))
}

/// A link to an aid within a sentence.
pub fn aid_link(aid: Aid, words: impl Into<String>) -> El {
    el("a").attr("href", Route::Aid(aid).href()).child(words.into())
}
