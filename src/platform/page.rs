//! The page: its address, its title, its focus.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlDialogElement, HtmlElement, Node, window};

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

/// Marks a field with something typed that is not in the plan yet.
pub const DRAFT: &str = "data-draft";

/// Whether the field that is typed into holds a draft.
pub fn is_drafting() -> bool {
    drafted().is_some()
}

/// Has a draft taken at once: the page may be about to go.
pub fn take_draft() {
    if let (Some(field), Ok(change)) = (drafted(), Event::new("change")) {
        _ = field.dispatch_event(&change);
    }
}

fn drafted() -> Option<Element> {
    let active = window()?.document()?.active_element()?;
    active.has_attribute(DRAFT).then_some(active)
}

/// Whether a dialog lies over the page.
pub fn has_open_dialog() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector("dialog[open]").ok().flatten().is_some())
}

/// Moves the focus to the first element a selector finds.
pub fn focus(selector: &str) {
    let document = window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

/// Moves the focus like [`focus`], if what had it is gone.
pub fn focus_if_lost(selector: &str) {
    let document = window().and_then(|window| window.document());
    let is_lost = |document: web_sys::Document| {
        document.active_element().is_none_or(|element| document.body().is_some_and(|body| *body == element))
    };
    if document.is_some_and(is_lost) {
        focus(selector);
    }
}

/// Whether the focus goes from one place to another within what hears of it.
pub fn stays_within(event: &FocusEvent) -> bool {
    let place = event.current_target().and_then(|place| place.dyn_into::<Node>().ok());
    let next = event.related_target().and_then(|next| next.dyn_into::<Node>().ok());
    place.is_some_and(|place| next.is_some_and(|next| place.contains(Some(&next))))
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
