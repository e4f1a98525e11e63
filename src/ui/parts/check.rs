//! A box to tick.

use crate::ui::element::{El, el};

/// A box with its words.
pub fn check(
    words: impl Into<String>,
    is_ticked: impl Fn() -> bool + Send + Sync + 'static,
    take: impl Fn(bool) + 'static,
) -> El {
    let input = el("input").fixed("type", "checkbox").checked(is_ticked).ticked(take);
    el("label").class("check").child(input).child(el("span").child(words.into()))
}
