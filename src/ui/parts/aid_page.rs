//! The frame of a page beside the workshop.

use crate::ui::Route;
use crate::ui::element::{Child, El, attr, el, html};
use crate::workshop::Aid;

/// An aid's page: what it is for, its content, and the way back.
pub fn aid_page(aid: Aid, lead: &'static str, content: impl Child) -> El {
    let back = el(html::A).class("button").attr(attr::Href, Route::Home.href()).child("Back to your plan");
    el(html::Article)
        .class("stage stage--wide")
        .child(el(html::P).class("stage__count").child("Your plan"))
        .child(el(html::H1).class("stage__title").attr(attr::Tabindex, "-1").child(aid.title()))
        .child(el(html::P).class("stage__lead").child(lead))
        .child(content)
        .child(el(html::Nav).class("stage__ways").aria_label("Ways on").child(back))
}

/// A link to an aid within a sentence.
pub fn aid_link(aid: Aid, words: impl Into<String>) -> El {
    el(html::A).attr(attr::Href, Route::Aid(aid).href()).child(words.into())
}
