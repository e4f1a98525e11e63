//! What of the people cannot be read as it was written.

use leptos::prelude::*;

use crate::platform;
use crate::store::DamagedPart;
use crate::ui::Workspace;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Look, button};

/// A notice with a sentence for each part, and its text for download (F10).
pub fn notice() -> El {
    let rows = || {
        let parts = Workspace::here().damaged_people();
        el(html::Ul)
            .class("notes")
            .child(parts.into_iter().enumerate().map(row).collect::<Vec<_>>())
            .into_any()
    };
    el(html::Section)
        .class("roster__damaged")
        .aria_label("Not readable")
        .child(el(html::P).child(
            "Some of your people could not be read as they were written. What is damaged is kept exactly as it is; everybody else is here.",
        ))
        .child(rows)
}

fn row((at, part): (usize, DamagedPart)) -> El {
    let words = part.to_string();
    let file = format!("followthrough-people-set-aside-{}.json", at + 1);
    let download = part.text.map(|text| {
        button(Look::Small, "Download", move || {
            _ = platform::download(&file, &text);
        })
        .aria_label(format!("Download part {}", at + 1))
    });
    el(html::Li).child(el(html::Span).child(words)).child(download)
}
