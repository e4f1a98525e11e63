//! The pages somebody was on: a new one begins at its top, one that is come back to where it was left.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::{Arrival, Route, Session, rest};
use crate::platform;
use crate::ui::element::ev;
use crate::ui::reactive::{Memo, memo, var};

/// Follows the address. On another page the title changes and the focus goes to its heading, or to the place it was
/// opened for; `leave` hears that the page before was left.
pub fn current_route(session: Session, arrival: Arrival, leave: impl Fn() + 'static) -> Memo<Route> {
    let path = var(platform::route());
    _ = window_event_listener(ev::hashchange, move |_| path.set(platform::route()));
    let route = memo(move || path.with(|path| Route::parse(path)));
    // Where each page was left. The browser tells of scrolling once a picture, so what it says is still of the page
    // that is being left when the address changes.
    let left = RefCell::new(Vec::<(Route, f64)>::new());
    let scrolled = Rc::new(Cell::new(0.0));
    let seen = Rc::clone(&scrolled);
    _ = window_event_listener(ev::scroll, move |_| seen.set(platform::scrolled()));
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        platform::set_title(&now.title());
        session.pause();
        let was_here = platform::was_visited();
        platform::mark_visited();
        if let Some(before) = before {
            let mut left = left.borrow_mut();
            left.retain(|(route, _)| *route != before);
            left.push((before, scrolled.get()));
            let place = left.iter().find(|(route, _)| *route == now).map(|it| it.1);
            leave();
            if now.needs_rest() {
                rest::fetch_if_missing();
            }
            request_animation_frame(move || {
                platform::scroll_to(0.0);
                platform::focus("main h1");
                if !is_there(now) {
                    return;
                }
                match (arrival.take(), place) {
                    (Some(wanted), _) => platform::focus(&wanted),
                    (None, Some(place)) if was_here => platform::scroll_to(place),
                    (None, _) => {}
                }
            });
        }
        now
    });
    // Where a page takes the place of the word that it is on its way, the focus goes with it.
    Effect::new(move |before: Option<()>| {
        rest::coming();
        if before.is_none() {
            return;
        }
        // What was packed in the address may be out of it by now.
        path.set(platform::route());
        if route.get_untracked().needs_rest() {
            request_animation_frame(move || {
                let now = route.get_untracked();
                platform::focus_if_lost("main h1");
                if is_there(now)
                    && let Some(wanted) = arrival.take()
                {
                    platform::focus(&wanted);
                }
            });
        }
    });
    route
}

/// Whether the page of an address can be shown.
fn is_there(route: Route) -> bool {
    !route.needs_rest() || untrack(rest::here).is_some()
}
