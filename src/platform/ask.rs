//! What the bindings do not know of the browser, asked by name.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// A part of the window, by its names: `["navigator", "storage"]`. Undefined where the browser has none.
pub(super) fn part(names: &[&str]) -> JsValue {
    let window = window().map_or(JsValue::UNDEFINED, JsValue::from);
    names.iter().fold(window, |whole, name| Reflect::get(&whole, &(*name).into()).unwrap_or_default())
}

/// Calls a method and waits for what it promises.
pub(super) async fn ask(whole: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(whole, &method.into())?.dyn_into()?;
    let answer = method.apply(whole, &arguments.iter().copied().collect::<Array>())?;
    JsFuture::from(Promise::resolve(&answer)).await
}

/// What comes out of one of the browser's streams; none where it is more than so many bytes.
pub(super) async fn read_stream(stream: &JsValue, most: usize) -> Result<Option<Vec<u8>>, JsValue> {
    let reader = ask(stream, "getReader", &[]).await?;
    let mut all = Vec::new();
    loop {
        let piece = ask(&reader, "read", &[]).await?;
        let value = Reflect::get(&piece, &"value".into())?;
        let Ok(value) = value.dyn_into::<Uint8Array>() else { return Ok(Some(all)) };
        if all.len() + value.length() as usize > most {
            // It is not read to its end: what it would come to does not matter.
            _ = ask(&reader, "cancel", &[]).await;
            return Ok(None);
        }
        all.extend(value.to_vec());
    }
}

/// Bytes as letters, as RFC 4648 spells them.
pub(super) fn base64(bytes: &[u8]) -> Option<String> {
    let letters: String = bytes.iter().copied().map(char::from).collect();
    window()?.btoa(&letters).ok()
}
