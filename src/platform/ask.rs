//! What the bindings do not know of the browser, asked by name.

use js_sys::{Array, Function, Promise, Reflect};
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
