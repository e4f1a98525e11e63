//! The page: its address, its title, its focus.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, window};

/// The route in the address: what stands behind `#`, such as `/workshop/goals`.
pub fn route() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Goes to a route.
pub fn go_to(route: &str) {
    if let Some(window) = window() {
        // A refusal leaves the person where they are, which is safe.
        _ = window.location().set_hash(route);
    }
}

/// The title of the window and of the entry in its history.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Moves the focus to the first element a selector finds.
pub fn focus(selector: &str) {
    let document = window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

/// Whether something on the page has the focus: it falls to the page itself when what had it is taken away.
pub fn has_focus() -> bool {
    let document = window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    active.is_some_and(|element| element.tag_name() != "BODY")
}

/// Opens a dialog over the page. An open one cannot be opened again, and need not be.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

/// Whether a dialog is open.
pub fn is_dialog_open(id: &str) -> bool {
    dialog(id).is_some_and(|dialog| dialog.open())
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Shows the page from its top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's own print dialog.
pub fn print() {
    if let Some(window) = window() {
        _ = window.print();
    }
}

/// Whether the page is in the background or about to go.
pub fn is_hidden() -> bool {
    window().and_then(|window| window.document()).is_none_or(|document| document.hidden())
}
