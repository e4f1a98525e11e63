//! What opens on request.

use web_sys::wasm_bindgen::JsCast;

use crate::ui::element::{El, el, ev, html};
use crate::ui::reactive::var;

/// A line of words that opens what is under it. The content is made when it is first opened: a page may hold many.
pub fn fold(
    words: impl Fn() -> String + Send + Sync + 'static,
    content: impl Fn() -> El + Send + Sync + 'static,
) -> El {
    let is_wanted = var(false);
    let toggled = move |event: web_sys::Event| {
        let is_open = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|details| details.has_attribute("open"));
        if is_open && !is_wanted.get_untracked() {
            is_wanted.set(true);
        }
    };
    el(html::Details)
        .class("fold")
        .on(ev::toggle, toggled)
        .child(el(html::Summary).child(words))
        .show(move || is_wanted.get(), content)
}
