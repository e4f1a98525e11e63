//! What somebody did before the app was there, which `src/welcome.js` does once more in the app.

use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, window};

use super::offline::tell_page;

/// What stands in the page until the app takes it over.
const SHELL: &str = "shell";

/// Goes on once nobody there is in the middle of a letter or a press.
pub fn when_settled(go: impl FnOnce() + 'static) {
    let go = Closure::once_into_js(go);
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    if let Some(window) = window() {
        // A window takes every listener.
        _ = window.add_event_listener_with_callback_and_add_event_listener_options(
            "followthrough:settled",
            go.unchecked_ref(),
            &once,
        );
    }
    tell_page("followthrough:ready");
}

/// The app takes the page over now. Whether somebody has begun a plan there.
pub fn leave_welcome() -> bool {
    tell_page("followthrough:taking");
    let shell = window().and_then(|window| window.document()?.get_element_by_id(SHELL));
    shell.is_some_and(|shell| shell.has_attribute("data-begun"))
}

/// The app is made, and stands behind what somebody sees: that makes way, and what was filled in and pressed there is so here.
pub fn go_on_from_welcome() {
    tell_page("followthrough:taken");
}
