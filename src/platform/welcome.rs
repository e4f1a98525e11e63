//! What somebody did before the app was there, which `src/welcome.js` does once more in the app.

use web_sys::window;

use super::offline::tell_page;

/// What stands in the page until the app takes it over.
const SHELL: &str = "shell";

/// What is told once nobody there is in the middle of a letter or a press.
pub const WELCOME_SETTLED: &str = "followthrough:settled";

/// The app is ready to take the page over: that may be told now, or in a moment.
pub fn settle_welcome() {
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
