//! Rows of cells on the page: where the focus or a pointer is among them. A row is an element with a name of its own, a
//! cell has the name of its column.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, PointerEvent, window,
};

/// The attribute that names the column of a cell.
pub const CELL: &str = "data-cell";

/// Which cell something happened in: the name of its row, and of its column.
pub fn cell_of(event: &Event) -> Option<(String, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.get_attribute(CELL)?;
    Some((row_of(&target)?.id(), cell))
}

fn row_of(element: &Element) -> Option<Element> {
    element.closest("tr[id]").ok().flatten()
}

/// Moves the focus to a cell of a row, and marks what is written there, as Tab does.
pub fn focus_cell(row: &str, cell: &str) {
    let Some(place) = cell_in(row, cell) else { return };
    if let Some(input) = place.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    _ = place.focus();
}

/// Opens or closes what a row has besides its cells, by its button.
pub fn open_cell(row: &str, is_open: bool) {
    if let Some(button) = cell_in(row, "more")
        && (button.get_attribute("aria-expanded").as_deref() == Some("true")) != is_open
    {
        button.click();
    }
}

fn cell_in(row: &str, cell: &str) -> Option<HtmlElement> {
    let document = window()?.document()?;
    let place = document.query_selector(&format!("[id=\"{row}\"] [{CELL}={cell}]")).ok()??;
    place.dyn_into().ok()
}

/// Whether some of the text that is being edited is marked.
pub fn has_marked_text() -> bool {
    let active = window().and_then(|window| window.document()).and_then(|document| document.active_element());
    let range = |start: Result<Option<u32>, _>, end: Result<Option<u32>, _>| matches!((start, end), (Ok(Some(start)), Ok(Some(end))) if start != end);
    active.is_some_and(|active| {
        if let Some(input) = active.dyn_ref::<HtmlInputElement>() {
            return range(input.selection_start(), input.selection_end());
        }
        let area = active.dyn_ref::<HtmlTextAreaElement>();
        area.is_some_and(|area| range(area.selection_start(), area.selection_end()))
    })
}

/// The text that is pasted.
pub fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}

/// Hands out a text to be copied, in place of what the browser would; whether it took it.
pub fn copy_text(event: &ClipboardEvent, text: &str) -> bool {
    let is_taken = event.clipboard_data().is_some_and(|data| data.set_data("text/plain", text).is_ok());
    if is_taken {
        event.prevent_default();
    }
    is_taken
}

/// Has all that the pointer does from now on told to the element it was pressed on.
pub fn hold_pointer(event: &PointerEvent) {
    if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // Without it a drag ends at the element's border, and nothing else.
        _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The line between rows where something that is dragged would land.
#[derive(Debug)]
pub struct LandingLine(Element);

impl LandingLine {
    const CLASS: &str = "grid__row--landing";

    /// The name of the row it lies above.
    pub fn row(&self) -> String {
        self.0.id()
    }

    /// Draws the line that is nearest to the pointer; none where there are no rows. A page that is longer than the window
    /// moves on at its edges.
    pub fn at(event: &PointerEvent) -> Option<Self> {
        const EDGE: i32 = 72;
        let window = window()?;
        let (x, y) = (event.client_x(), event.client_y());
        let height = window.inner_height().ok()?.as_f64()? as i32;
        let by = if y < EDGE {
            -16.0
        } else if y > height - EDGE {
            16.0
        } else {
            0.0
        };
        window.scroll_by_with_x_and_y(0.0, by);
        let under = window.document()?.element_from_point(x as f32, y as f32)?;
        let row = row_of(&under)?;
        let place = row.get_bounding_client_rect();
        let is_below = f64::from(y) > place.top() + place.height() / 2.0;
        let next = || row.next_element_sibling().filter(|next| next.has_attribute("id"));
        let last = || row.closest("table").ok().flatten()?.query_selector("tfoot > tr[id]").ok().flatten();
        let row = if is_below { next().or_else(last).unwrap_or(row) } else { row };
        // A class that is one word is not refused.
        _ = row.class_list().add_1(Self::CLASS);
        Some(Self(row))
    }
}

impl Drop for LandingLine {
    fn drop(&mut self) {
        _ = self.0.class_list().remove_1(Self::CLASS);
    }
}

/// The event by which a browser that leaves out what is not seen tells that a row has come into sight, or gone.
pub const SIGHT: &str = "contentvisibilityautostatechange";

/// The row that such an event is of, by its name, and whether it is seen from now on.
pub fn row_in_sight(event: &Event) -> Option<(String, bool)> {
    let row: Element = event.target()?.dyn_into().ok()?;
    let is_skipped = js_sys::Reflect::get(event, &"skipped".into()).ok()?.as_bool()?;
    Some((row.id(), !is_skipped))
}
