//! What was just done, seen and heard for a while: until it has been read, its page is left, or somebody goes on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::Session;
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::reactive::{effect, var};

/// Long enough to be read.
const SHOWN: Duration = Duration::from_secs(8);

/// What is said and then leads to another page is said on that page.
const FRESH: Duration = Duration::from_millis(400);

/// The message of the page, which stands where the focus is not and makes way for what is pressed; and what ends it
/// when its page is left.
pub fn message(session: Session) -> (El, impl Fn() + 'static) {
    let waiting = RefCell::new(None::<TimeoutHandle>);
    let is_fresh = Rc::new(Cell::new(false));
    let is_above = var(false);
    let is_said = move || !untrack(|| session.announcement()).is_empty();
    effect({
        let is_fresh = Rc::clone(&is_fresh);
        move || {
            if let Some(earlier) = waiting.take() {
                earlier.clear();
            }
            if !session.announcement().is_empty() {
                // Once all that follows the same press is in its place.
                request_animation_frame(move || is_above.set(platform::is_focus_low()));
                is_fresh.set(true);
                let is_fresh = Rc::clone(&is_fresh);
                set_timeout(move || is_fresh.set(false), FRESH);
                waiting.replace(set_timeout_with_handle(move || session.announce(""), SHOWN).ok());
            }
        }
    });
    let end = move || {
        if !is_fresh.get() && is_said() {
            session.announce("");
        }
    };
    let pressed = end.clone();
    _ = window_event_listener(ev::pointerdown, move |_| pressed());
    _ = window_event_listener(ev::pointermove, move |event| {
        if is_said() && platform::is_over(".announcement", event.client_x(), event.client_y()) {
            session.announce("");
        }
    });
    let message = el(html::P)
        .class("announcement")
        .class(("announcement--above", move || is_above.get()))
        .attr(attr::AriaLive, "polite")
        .child(move || session.announcement());
    (message, end)
}
