//! The clipboard, where something is copied by a button.

use wasm_bindgen::JsValue;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag};

use super::ask::{ask, part};

/// Copies a text; whether the browser took it.
pub async fn copy(text: &str) -> bool {
    let clipboard = part(&["navigator", "clipboard"]);
    clipboard.is_object() && ask(&clipboard, "writeText", &[&JsValue::from(text)]).await.is_ok()
}

/// Copies a text, and the same as markup for programs that take it; whether the browser took it.
pub async fn copy_with(text: &str, markup: Option<&str>) -> bool {
    if let Some(markup) = markup
        && let Ok(item) = item(&[("text/plain", text), ("text/html", markup)])
    {
        let clipboard = part(&["navigator", "clipboard"]);
        if clipboard.is_object() && ask(&clipboard, "write", &[&Array::of1(&item)]).await.is_ok() {
            return true;
        }
    }
    copy(text).await
}

/// One thing in several forms, each by its media type.
fn item(forms: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let parts = Object::new();
    for (kind, text) in forms {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&(*text).into()), &options)?;
        Reflect::set(&parts, &(*kind).into(), &blob)?;
    }
    let make: Function = part(&["ClipboardItem"]).dyn_into()?;
    Reflect::construct(&make, &Array::of1(&parts))
}
