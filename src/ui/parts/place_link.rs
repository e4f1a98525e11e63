//! A link to a place on a page.

use web_sys::MouseEvent;
use web_sys::wasm_bindgen::JsCast;

use crate::platform;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::{Arrival, Route};

/// A link to a page that puts the focus on what a selector finds there, be it this page or another.
pub fn place_link(to: Route, place: String) -> El {
    let arrival = Arrival::here();
    el(html::A).attr(attr::Href, to.href()).on(ev::click, move |event| {
        let opens_elsewhere = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|event| event.ctrl_key() || event.meta_key() || event.shift_key());
        if opens_elsewhere {
            return;
        }
        if platform::route() == to.path() {
            event.prevent_default();
            platform::focus(&place);
        } else {
            arrival.want(place.clone());
        }
    })
}
