//! What was just done, seen and heard for a while: until it has been read, its page is left, or somebody goes on.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::{Route, Session};
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::reactive::Memo;

/// Long enough to be read.
const SHOWN: Duration = Duration::from_secs(8);

/// What is said and then leads to another page is said on that page.
const FRESH: Duration = Duration::from_millis(400);

/// The message of the page. It stands where the focus is not, and makes way for what is pressed.
pub fn message(session: Session, route: Memo<Route>) -> El {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let is_fresh = StoredValue::new(false);
    let is_above = RwSignal::new(false);
    Effect::new(move || {
        if let Some(earlier) = waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        if !session.announcement().is_empty() {
            is_above.set(platform::is_focus_low());
            is_fresh.set_value(true);
            set_timeout(move || _ = is_fresh.try_set_value(false), FRESH);
            waiting.set_value(set_timeout_with_handle(move || session.announce(""), SHOWN).ok());
        }
    });
    let end = move || {
        if !is_fresh.get_value() && !untrack(|| session.announcement()).is_empty() {
            session.announce("");
        }
    };
    Effect::new(move || {
        route.track();
        end();
    });
    _ = window_event_listener(ev::pointerdown, move |_| end());
    _ = window_event_listener(ev::pointermove, move |event| {
        let is_said = !untrack(|| session.announcement()).is_empty();
        if is_said && platform::is_over(".announcement", event.client_x(), event.client_y()) {
            session.announce("");
        }
    });
    el(html::P)
        .class("announcement")
        .class(("announcement--above", move || is_above.get()))
        .attr(attr::AriaLive, "polite")
        .child(move || session.announcement())
}
