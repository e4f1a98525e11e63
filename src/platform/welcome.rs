//! What somebody did before the app was there, which `src/welcome.js` does once more in the app.

use web_sys::window;

use super::offline::tell_page;

/// What stands in the page until the app takes it over.
const SHELL: &str = "shell";

/// The app takes the page over now. Whether somebody has begun a plan there.
pub fn leave_welcome() -> bool {
    tell_page("followthrough:taking");
    let shell = window().and_then(|window| window.document()?.get_element_by_id(SHELL));
    shell.is_some_and(|shell| shell.has_attribute("data-begun"))
}

/// The app has taken it over: what was filled in and pressed there is so here.
pub fn go_on_from_welcome() {
    tell_page("followthrough:taken");
}
