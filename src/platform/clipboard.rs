//! The clipboard, where something is copied by a button.

use wasm_bindgen::JsValue;

use super::ask::{ask, part};

/// Copies a text; whether the browser took it.
pub async fn copy(text: &str) -> bool {
    let clipboard = part(&["navigator", "clipboard"]);
    clipboard.is_object() && ask(&clipboard, "writeText", &[&JsValue::from(text)]).await.is_ok()
}
