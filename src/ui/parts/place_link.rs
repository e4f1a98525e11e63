//! A link to a place on a page.

use web_sys::MouseEvent;

use crate::platform;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::{Arrival, Route};

/// A link to a page that puts the focus on what a selector finds there, be it this page or another.
pub fn place_link(to: Route, place: String) -> El {
    let arrival = Arrival::here();
    el(html::A)
        .attr(attr::Href, to.href())
        .on(ev::click, move |event| go_to_place(arrival, &event, to, &place))
}

/// What a press on a link to a page does, so that the focus goes to what a selector finds there.
pub fn go_to_place(arrival: Arrival, event: &MouseEvent, to: Route, place: &str) {
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    if platform::route() == to.path() {
        event.prevent_default();
        platform::focus(place);
    } else {
        arrival.want(place.to_owned());
    }
}
