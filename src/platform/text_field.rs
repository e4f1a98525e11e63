//! Fields of several lines: where one types in them, and typing for somebody.

use std::ops::Range;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement, window};

/// Where the caret stands in a field, as a byte of its text; none while something is marked.
pub fn caret(field: &HtmlTextAreaElement) -> Option<usize> {
    let (start, end) = (field.selection_start().ok().flatten()?, field.selection_end().ok().flatten()?);
    let text = field.value();
    // The browser counts in units of UTF-16.
    let mut units = 0;
    let at = text.char_indices().find(|(_, c)| {
        let is_there = units >= start;
        units += u32::try_from(c.len_utf16()).unwrap_or(1);
        is_there
    });
    (start == end).then_some(at.map_or(text.len(), |(at, _)| at))
}

/// Puts words in a place of a field as if they were typed there, so that the browser's own way back takes them out
/// again. What had the focus keeps it. `false` when the browser refuses; the text is as it was.
pub fn type_over(field: &HtmlTextAreaElement, place: Range<usize>, words: &str) -> bool {
    let Some(document) = window().and_then(|window| window.document()) else { return false };
    let text = field.value();
    let units = |to: usize| text.get(..to).and_then(|text| u32::try_from(text.encode_utf16().count()).ok());
    let (Some(start), Some(end)) = (units(place.start), units(place.end)) else { return false };
    let had_focus = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    _ = field.focus();
    _ = field.set_selection_range(start, end);
    let document: HtmlDocument = document.unchecked_into();
    let command = if words.is_empty() { "delete" } else { "insertText" };
    let is_typed = document.exec_command_with_show_ui_and_value(command, false, words).unwrap_or(false);
    if let Some(element) = had_focus.filter(|element| element.is_connected()) {
        _ = element.focus();
    }
    is_typed
}
