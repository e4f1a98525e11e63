//! A link to a place on another page.

use web_sys::MouseEvent;
use web_sys::wasm_bindgen::JsCast;

use crate::ui::element::{El, el};
use crate::ui::{Arrival, Route};

/// A link to another page that puts the focus on what a selector finds there.
pub fn place_link(to: Route, place: String) -> El {
    let arrival = Arrival::here();
    el("a").attr("href", to.href()).on("click", move |event| {
        let opens_elsewhere = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|event| event.ctrl_key() || event.meta_key() || event.shift_key());
        if !opens_elsewhere {
            arrival.want(place.clone());
        }
    })
}
