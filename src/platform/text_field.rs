//! Fields of several lines: where one types in them, and typing for somebody.

use std::ops::Range;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, HtmlDocument, HtmlElement, HtmlTextAreaElement, window};

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

/// What stands in a field, and what is marked in it where somebody is typing there.
pub struct Typing {
    text: String,
    marked: Option<(u32, u32)>,
}

impl Typing {
    /// That of a field; none where nothing stands in it and nobody is there.
    pub fn in_field(id: &str) -> Option<Self> {
        let document = window()?.document()?;
        let field: HtmlTextAreaElement = document.get_element_by_id(id)?.dyn_into().ok()?;
        let is_there = document.active_element().is_some_and(|active| active.is_same_node(Some(&field)));
        let marked = is_there
            .then(|| Some((field.selection_start().ok().flatten()?, field.selection_end().ok().flatten()?)));
        let typing = Self { text: field.value(), marked: marked.flatten() };
        (is_there || !typing.text.is_empty()).then_some(typing)
    }

    /// Goes on in another field.
    pub fn go_on(self, id: &str) {
        let document = window().and_then(|window| window.document());
        let field = document.and_then(|document| document.get_element_by_id(id));
        let Some(Ok(field)) = field.map(JsCast::dyn_into::<HtmlTextAreaElement>) else { return };
        if field.value() != self.text {
            field.set_value(&self.text);
        }
        if let Some((start, end)) = self.marked {
            _ = field.focus();
            _ = field.set_selection_range(start, end);
        }
        let bubbles = CustomEventInit::new();
        bubbles.set_bubbles(true);
        if let Ok(input) = CustomEvent::new_with_event_init_dict("input", &bubbles) {
            _ = field.dispatch_event(&input);
        }
    }
}
