//! The page: its address, its title, its focus.

use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusEvent, HtmlDialogElement, HtmlElement, HtmlTextAreaElement, Node,
    ScrollIntoViewOptions, ScrollLogicalPosition, window,
};

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

/// Puts another route in the place of this one, and tells nobody: what stood there is in no history.
pub fn replace_route(route: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Refused, as some browsers do when it is asked for very often, the address stays.
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{route}")));
    }
}

/// The address of the page without its route.
pub fn address() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
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

/// Has the first field that holds what was refused go back to what the plan holds; gives what was in it.
pub fn give_up_refused() -> Option<String> {
    let refused = ["[", DRAFT, "][aria-invalid]"].concat();
    let field = window()?.document()?.query_selector(&refused).ok()??;
    let text = field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    _ = field.dispatch_event(&Event::new("reset").ok()?);
    text
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
    if let Some(element) = document.and_then(|document| document.query_selector(selector).ok().flatten()) {
        focus_on(element);
    }
}

/// Moves the focus to an element, which may be part of a drawing: those take it the same way.
pub fn focus_on(element: Element) {
    _ = element.unchecked_into::<HtmlElement>().focus();
}

/// Says at the page's root whether a note lies over its foot, so that styles keep what is typed in above it.
pub fn tell_of_note(is_there: bool) {
    const ATTRIBUTE: &str = "data-note";
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root.filter(|root| root.has_attribute(ATTRIBUTE) != is_there) {
        // The name is none that a browser refuses.
        _ = match is_there {
            true => root.set_attribute(ATTRIBUTE, ""),
            false => root.remove_attribute(ATTRIBUTE),
        };
    }
}

/// Scrolls what a selector finds so far to the right.
pub fn scroll_across(selector: &str, left: i32) {
    let document = window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.query_selector(selector).ok().flatten()) {
        element.set_scroll_left(left);
    }
}

/// Moves the focus like [`focus`], if what had it is gone.
pub fn focus_if_lost(selector: &str) {
    if is_focus_lost() {
        focus(selector);
    }
}

/// Whether the focus goes from one place to another within what hears of it.
pub fn stays_within(event: &FocusEvent) -> bool {
    let place = event.current_target().and_then(|place| place.dyn_into::<Node>().ok());
    let next = event.related_target().and_then(|next| next.dyn_into::<Node>().ok());
    place.is_some_and(|place| next.is_some_and(|next| place.contains(Some(&next))))
}

/// What can have the focus around the element that has it now.
#[derive(Debug, Default)]
pub struct Neighbours {
    /// What does the same for what follows in its list, then all that follows, the nearest first, and then what stands
    /// before, the nearest first.
    elements: Vec<HtmlElement>,
}

impl Neighbours {
    /// Those of the focus, as the page is.
    pub fn of_focus() -> Self {
        let found = || {
            let document = window()?.document()?;
            let active = document.active_element()?;
            let all = document.query_selector_all(FOCUSABLE).ok()?;
            let all: Vec<HtmlElement> =
                (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect();
            let at = all.iter().position(|element| **element == active)?;
            let (before, after) = (all.get(..at)?, all.get(at + 1..)?);
            let list = active.closest("ul, ol").ok().flatten();
            let is_alike = |element: &&HtmlElement| {
                let is_in_list = list.as_ref().is_some_and(|list| list.contains(Some(element)));
                is_in_list && element.text_content() == active.text_content()
            };
            let alike = after.iter().find(is_alike);
            Some(alike.into_iter().chain(after).chain(before.iter().rev()).cloned().collect())
        };
        Self { elements: found().unwrap_or_default() }
    }

    /// The same with what has the focus itself, for a way back to it.
    pub fn with_focus() -> Self {
        let mut all = Self::of_focus();
        let active = window().and_then(|window| window.document()?.active_element()?.dyn_into().ok());
        all.elements.splice(0..0, active);
        all
    }

    /// The focus, if what had it is gone, goes to the nearest of them that is still there.
    pub fn keep_focus(self) {
        let is_shown = |element: &&HtmlElement| element.is_connected() && element.offset_parent().is_some();
        if is_focus_lost()
            && let Some(element) = self.elements.iter().find(is_shown)
        {
            _ = element.focus();
        }
    }
}

/// All within the page that a press of Tab can reach.
const FOCUSABLE: &str = "main :is(a[href], button, input, select, textarea, summary, [tabindex='0'])";

fn is_focus_lost() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_some_and(|document| {
        document.active_element().is_none_or(|element| document.body().is_some_and(|body| *body == element))
    })
}

/// Opens a dialog over the page. An open one cannot be opened again, and need not be.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        _ = dialog.show_modal();
        // What has the focus may stand below the end of a small screen: a long one begins at its title all the same.
        dialog.set_scroll_top(0);
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

/// Presses the main button of the open dialog for the field in it that has the focus; `false` where there is none, or
/// where Enter means something of its own.
pub fn press_main_button(event: &web_sys::KeyboardEvent) -> bool {
    let found = || {
        // A key that was pressed in a field behind it may just have opened the dialog, and is no answer to it.
        let pressed: Element = event.target()?.dyn_into().ok()?;
        if pressed.matches("button, a, summary, textarea").ok()? {
            return None;
        }
        let dialog = pressed.closest("dialog[open]").ok()??;
        dialog.query_selector(".button--main").ok()??.dyn_into::<HtmlElement>().ok()
    };
    found().map(|button| button.click()).is_some()
}

/// Whether the window is as narrow as a phone.
pub fn is_narrow() -> bool {
    let width = window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width < 640.0)
}

/// Whether somebody types into a field.
pub fn is_in_field() -> bool {
    let active = window().and_then(|window| window.document()?.active_element());
    active.is_some_and(|it| it.matches("input, textarea, select, [contenteditable]").unwrap_or_default())
}

/// Whether what a selector finds has the focus.
pub fn is_focus_on(selector: &str) -> bool {
    let active = window().and_then(|window| window.document()?.active_element());
    active.is_some_and(|active| active.matches(selector).unwrap_or_default())
}

/// A text as part of an address.
pub fn in_address(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Scrolls as little as is needed to show what a selector finds.
pub fn reveal(selector: &str) {
    let found = window().and_then(|window| window.document()?.query_selector(selector).ok()?);
    if let Some(element) = found {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// How far down the page is shown, in pixels.
pub fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Shows the page from so far down.
pub fn scroll_to(y: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}

/// Whether this entry of the browser's history was shown before: somebody went back to it, or forward.
pub fn was_visited() -> bool {
    let state = window().and_then(|window| window.history().ok()?.state().ok());
    state.is_some_and(|state| !state.is_null())
}

/// Remembers that this entry of the browser's history has been shown.
pub fn mark_visited() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // A refusal costs no more than the place on the page.
        _ = history.replace_state(&true.into(), "");
    }
}

/// Whether what has the focus stands in the lower half of what is seen.
pub fn is_focus_low() -> bool {
    let middle = || {
        let window = window()?;
        let place = window.document()?.active_element()?.get_bounding_client_rect();
        Some(place.bottom() > window.inner_height().ok()?.as_f64()? / 2.0)
    };
    middle().unwrap_or_default()
}

/// Whether a point of the window lies over what a selector finds first.
pub fn is_over(selector: &str, x: i32, y: i32) -> bool {
    let place = || {
        let found = window()?.document()?.query_selector(selector).ok()??;
        let (place, x, y) = (found.get_bounding_client_rect(), f64::from(x), f64::from(y));
        Some((place.left()..place.right()).contains(&x) && (place.top()..place.bottom()).contains(&y))
    };
    place().unwrap_or_default()
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

/// How wide the content of the first element of a kind is, and the element itself.
pub fn width_of(selector: &str) -> Option<(i32, i32)> {
    let element = window()?.document()?.query_selector(selector).ok()??;
    Some((element.scroll_width(), element.client_width()))
}
