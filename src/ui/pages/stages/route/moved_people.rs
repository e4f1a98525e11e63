//! Whose dates have moved by what was typed: told once the typing rests, with the way back (F4).

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::agenda::{Forecasts, Preview};
use crate::platform;
use crate::roster::Workspace;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::var;
use crate::words;

/// How long the typing rests before it is told.
const REST: Duration = Duration::from_millis(700);

/// The note, which stays until it is closed, what it tells is taken back, or something else has moved.
pub fn moved_people() -> El {
    let session = Session::here();
    let before = StoredValue::new(None::<Arc<Forecasts>>);
    let told = var(Vec::<String>::new());
    // What was last changed when it was told: the way back leads no further.
    let told_of = var(None::<Arc<Workspace>>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    // What has moved since it was told last, in sentences.
    let moved = move || {
        // The page may be gone by then.
        let Some(earlier) = before.try_update_value(Option::take) else { return Vec::new() };
        let now = session
            .roster()
            .with_untracked(|roster| roster.is_under_way())
            .then(|| untrack(|| session.forecasts()));
        let said = match (earlier, &now) {
            (Some(earlier), Some(now)) if earlier.today() == now.today() => {
                let preview = Preview::of(&earlier, now);
                if preview.is_empty() { Vec::new() } else { words::moved(now.workspace(), &preview) }
            }
            _ => Vec::new(),
        };
        before.set_value(now);
        said
    };
    let rested = move || {
        let said = moved();
        if !said.is_empty() {
            told.set(said);
            told_of.set(Some(session.whole_now()));
            // What is typed in, and what comes after it, stay above the note (grid.css).
            request_animation_frame(|| platform::reveal(":focus"));
        }
    };
    Effect::new(move || {
        _ = session.whole();
        if session.has_shown_moves() {
            told.set(Vec::new());
        }
        // What was shown or only taken back is nothing to tell: what is typed next is compared with this.
        if before.with_value(Option::is_none) || session.has_shown_moves() {
            return before.set_value(
                session
                    .roster()
                    .with_untracked(|roster| roster.is_under_way())
                    .then(|| untrack(|| session.forecasts())),
            );
        }
        if let Some(earlier) = waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        waiting.set_value(set_timeout_with_handle(rested, REST).ok());
    });
    let list = move || {
        let sentence = |said: String| el(html::Li).child(said);
        el(html::Ul).child(told.get().into_iter().map(sentence).collect::<Vec<_>>()).into_any()
    };
    // Whoever leaves the page at once is told as well.
    on_cleanup(move || {
        if let Some(timeout) = waiting.try_update_value(Option::take).flatten() {
            timeout.clear();
            let said = moved();
            if !said.is_empty() {
                session.announce(said.join(" "));
            }
        }
    });
    let is_last =
        move || told_of.with(|told| told.as_ref().is_some_and(|told| Arc::ptr_eq(told, &session.whole())));
    let ways = move || {
        el(html::Div)
            .class("moved-people__ways")
            .show(is_last, move || button(Look::Small, "Undo the last change", move || session.undo()))
            .child(button(Look::Quiet, "Close", move || told.set(Vec::new())))
    };
    let is_silent = move || told.with(Vec::is_empty);
    el(html::Div)
        .class("moved-people")
        .class(("moved-people--silent", is_silent))
        .attr(attr::Role, "group")
        .aria_label("Whose dates have moved")
        .child(el(html::Div).attr(attr::AriaLive, "polite").child(list))
        .show(move || !is_silent(), ways)
}
