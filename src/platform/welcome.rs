//! What somebody did before the app was there, which `src/welcome.js` does once more in the app.

use web_sys::window;

use super::offline::tell_page;

/// How it stands with whoever was there before the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// They are at something on the page, or have left something there.
    pub is_in_use: bool,
    /// They have begun a plan.
    pub has_begun: bool,
}

impl Welcome {
    /// The app takes the page over now.
    pub fn leave() -> Self {
        tell_page("followthrough:taking");
        let shell = window().and_then(|window| window.document()?.get_element_by_id("shell"));
        let says = |what| shell.as_ref().is_some_and(|shell| shell.has_attribute(what));
        Self { is_in_use: says("data-in-use"), has_begun: says("data-begun") }
    }

    /// The app has taken it over: what was filled in and pressed is so there.
    pub fn go_on() {
        tell_page("followthrough:taken");
    }
}
