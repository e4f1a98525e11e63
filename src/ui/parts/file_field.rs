//! A field that takes a file.

use leptos::prelude::event_target;
use web_sys::{File, HtmlInputElement};

use super::{Look, unique_id};
use crate::ui::element::{El, attr, el, ev, html};

/// The field, which looks like a button: what it says, which files it takes, what is done when somebody goes to look for
/// one, and with the one chosen.
pub fn file_field(
    look: Look,
    words: &'static str,
    accept: &'static str,
    looked_for: impl Fn() + 'static,
    take: impl Fn(File) + 'static,
) -> El {
    let id = unique_id("file");
    let input = el(html::Input)
        .class("import__input")
        .attr(attr::Id, id.clone())
        .attr(attr::Type, "file")
        .attr(attr::Accept, accept)
        .on(ev::click, move |_| looked_for())
        .on(ev::change, move |event| {
            let input: HtmlInputElement = event_target(&event);
            if let Some(file) = input.files().and_then(|files| files.item(0)) {
                take(file);
            }
            // So that the same file can be chosen once more.
            input.set_value("");
        });
    let label = el(html::Label)
        .class(look.classes())
        .class(("import__label", || true))
        .attr(attr::For, id)
        .child(words);
    el(html::Div).class("import").child(input).child(label)
}
