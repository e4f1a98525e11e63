//! Plans that were removed and can still be taken back.

use leptos::prelude::*;

use super::{group, listed, rows};
use crate::platform;
use crate::store::State;
use crate::ui::Workspace;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Asking, Look, asking, button};
use crate::ui::reactive::var;
use crate::words;

/// What is in the bin, and the way to empty it.
pub fn bin() -> El {
    let (workspace, is_asking) = (Workspace::here(), var(false));
    let empty = move || {
        let mut refusal = None;
        for (id, _) in untrack(|| listed(workspace, State::is_binned)) {
            refusal = workspace.remove(&id).err().or(refusal);
        }
        request_animation_frame(|| platform::focus_if_lost("main h1"));
        workspace.announce(refusal.unwrap_or_else(|| "The bin is empty".to_owned()));
    };
    let ask = button(Look::Quiet, "Empty the bin…", move || is_asking.set(true));
    let words = Asking {
        warning: "All of them are gone for good, unless you have exported them.",
        go: "Empty it for good",
        keep: "Keep them",
    };
    group("plans-bin", "Bin")
        .child(el(html::P).child(words::in_bin(State::DAYS_IN_BIN)))
        .child(move || rows(listed(workspace, State::is_binned), var(None)).into_any())
        .child(asking(ask, is_asking, words, empty))
}
