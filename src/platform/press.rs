//! What the browser tells of a press: by mouse, pen or finger.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// What an event means for a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressPart {
    /// Something that can be pressed is pressed.
    Began,
    /// It was let go; if it was pressed, the click follows.
    LetGo,
    /// It was clicked, or there will be no click any more.
    Over,
    /// Nothing.
    None,
}

/// All that can be pressed or clicked into. A choice is not among them: the browser opens its list, and does not tell
/// when it is let go.
const PRESSABLE: &str = "button, a, summary, label, input, textarea, [role=option]";

impl PressPart {
    /// The events that tell of presses. A finger's press is told as one of a mouse once it is lifted, and only that moves
    /// the focus.
    pub const EVENTS: [&str; 9] = [
        "pointerdown",
        "mousedown",
        "pointerup",
        "mouseup",
        "click",
        "pointercancel",
        "contextmenu",
        "blur",
        "pointermove",
    ];

    /// What an event means.
    pub fn of(event: &Event) -> Self {
        let mouse = event.unchecked_ref::<MouseEvent>();
        match event.type_().as_str() {
            "pointerdown" | "mousedown" if mouse.button() == 0 && is_pressable(event) => Self::Began,
            "pointerup" | "mouseup" => Self::LetGo,
            // It was let go where the page did not hear of it.
            "pointermove" if mouse.buttons() == 0 => Self::Over,
            "click" | "pointercancel" | "contextmenu" | "blur" => Self::Over,
            _ => Self::None,
        }
    }
}

fn is_pressable(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(PRESSABLE).ok().flatten().is_some())
}
