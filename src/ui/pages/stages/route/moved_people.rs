//! Whose dates have moved by what was typed: told once the typing rests, with the way back (F4).

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::agenda::{Forecasts, Preview};
use crate::platform;
use crate::roster::Workspace;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::parts::{Look, button, returning};
use crate::ui::reactive::{effect, memo, var};
use crate::words;

/// How long the typing rests before it is told.
const REST: Duration = Duration::from_millis(700);

/// All as it was when it was looked at last.
struct Earlier {
    whole: Arc<Workspace>,
    forecasts: Arc<Forecasts>,
}

impl Earlier {
    /// As it is; nothing where nobody is under way.
    fn now(session: Session) -> Option<Self> {
        let whole = session.whole_now();
        let forecasts = whole.roster.is_under_way().then(|| untrack(|| session.forecasts()))?;
        Some(Self { whole, forecasts })
    }

    /// How many changes have come since the last state in which everybody had the same dates as here: one where somebody has
    /// typed on in the same field, which is one change.
    fn changes(&self, session: Session) -> usize {
        let since = session.since(&self.whole);
        if since.is_empty() {
            return 1;
        }
        let has_moved = |state: &&Arc<Workspace>| {
            let then = self.forecasts.after(state, self.forecasts.today());
            !Preview::of(&self.forecasts, &then).is_empty()
        };
        // The first of them is this one.
        let moved = since.get(1..).unwrap_or_default();
        let same = moved.iter().position(|state| has_moved(&state)).unwrap_or(moved.len());
        since.len() - same
    }
}

/// The note, which stays until it is closed, what it tells is taken back, or something else has moved.
pub fn moved_people() -> El {
    let session = Session::here();
    let before = StoredValue::new(None::<Earlier>);
    let told = var(Vec::<String>::new());
    // All as it was when it was told, which the way back starts from, and how many changes it takes back.
    let told_of = var(None::<(Arc<Workspace>, usize)>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    // Where somebody was when it was told, and is again once the note is gone.
    let place = StoredValue::new_local(platform::Neighbours::default());
    let earlier = move || place.try_update_value(std::mem::take).unwrap_or_default();
    // What has moved since it was told last, in sentences, and how many changes have come since it was as before.
    let moved = move || {
        // The page may be gone by then.
        let Some(earlier) = before.try_update_value(Option::take) else { return (Vec::new(), 0) };
        let now = Earlier::now(session);
        let found = match (earlier, &now) {
            (Some(earlier), Some(now)) if earlier.forecasts.today() == now.forecasts.today() => {
                let preview = Preview::of(&earlier.forecasts, &now.forecasts);
                match preview.is_empty() {
                    true => (Vec::new(), 0),
                    false => (words::moved(&now.whole, &preview), earlier.changes(session)),
                }
            }
            _ => (Vec::new(), 0),
        };
        before.set_value(now);
        found
    };
    let rested = move || {
        let (said, changes) = moved();
        if !said.is_empty() {
            told.set(said);
            told_of.set(Some((session.whole_now(), changes)));
            place.set_value(platform::Neighbours::with_focus());
            // What is typed in, and what comes after it, stay above the note (grid.css).
            request_animation_frame(|| platform::reveal(":focus"));
        }
    };
    effect(move || {
        _ = session.whole();
        if session.has_shown_moves() {
            told.set(Vec::new());
        }
        // What was shown or only taken back is nothing to tell: what is typed next is compared with this.
        if before.with_value(Option::is_none) || session.has_shown_moves() {
            return before.set_value(Earlier::now(session));
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
            let (said, _) = moved();
            if !said.is_empty() {
                session.announce(said.join(" "));
            }
        }
    });
    // The changes to be taken back, as long as nothing else was changed.
    let changes = memo(move || {
        let whole = session.whole();
        told_of.with(|told| match told {
            Some((told, changes)) if Arc::ptr_eq(told, &whole) => *changes,
            _ => 0,
        })
    });
    let back = move || {
        let words = move || words::undo_changes(changes.get());
        let act = move || returning(earlier(), || session.undo_last(changes.get_untracked()));
        el(html::Button)
            .attr(attr::Type, "button")
            .class(Look::Small.classes())
            .child(words)
            .on(ev::click, move |_| act())
    };
    let close = move || returning(earlier(), || told.set(Vec::new()));
    let ways = move || {
        el(html::Div).class("moved-people__ways").show(move || changes.get() > 0, back).child(button(
            Look::Quiet,
            "Close",
            close,
        ))
    };
    let is_silent = move || told.with(Vec::is_empty);
    effect(move || platform::tell_of_note(!is_silent()));
    on_cleanup(|| platform::tell_of_note(false));
    el(html::Div)
        .class("moved-people")
        .class(("moved-people--silent", is_silent))
        .attr(attr::Role, "group")
        .aria_label("Whose dates have moved")
        .child(el(html::Div).attr(attr::AriaLive, "polite").child(list))
        .show(move || !is_silent(), ways)
}
