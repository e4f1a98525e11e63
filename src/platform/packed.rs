//! Texts made short enough for an address: deflated by the browser, spelled in letters that addresses may hold.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, window};

use super::ask::{base64, part, read_stream};

/// Why something was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotUnpacked {
    /// The browser cannot.
    Unable,
    /// It is not what was packed.
    Damaged,
    /// It is larger than one wanted.
    TooLarge,
}

/// How it is packed: RFC 1951.
const HOW: &str = "deflate-raw";

/// A text, packed and spelled; none where the browser cannot.
pub async fn pack(text: &str) -> Option<String> {
    let packed = through("CompressionStream", text.as_bytes(), usize::MAX).await.ok()?;
    Some(base64(&packed)?.trim_end_matches('=').replace('+', "-").replace('/', "_"))
}

/// What was packed and spelled.
///
/// # Errors
/// [`NotUnpacked`]; of what is too large no more is unpacked than was wanted.
pub async fn unpack(spelled: &str, most: usize) -> Result<Vec<u8>, NotUnpacked> {
    let window = window().ok_or(NotUnpacked::Unable)?;
    let letters = window.atob(&spelled.replace('-', "+").replace('_', "/"));
    let letters = letters.map_err(|_| NotUnpacked::Damaged)?;
    let packed: Option<Vec<u8>> =
        letters.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    through("DecompressionStream", &packed.ok_or(NotUnpacked::Damaged)?, most).await
}

/// Sends bytes through one of the browser's streams, and takes at most so many from its end.
async fn through(stream: &str, bytes: &[u8], most: usize) -> Result<Vec<u8>, NotUnpacked> {
    let make: Function = part(&[stream]).dyn_into().map_err(|_| NotUnpacked::Unable)?;
    let stream = Reflect::construct(&make, &Array::of1(&HOW.into())).map_err(|_| NotUnpacked::Unable)?;
    let bytes = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&bytes).map_err(|_| NotUnpacked::Unable)?;
    let piped = call(&blob, "stream", &[]).and_then(|source| call(&source, "pipeThrough", &[&stream]));
    let piped = piped.map_err(|_| NotUnpacked::Unable)?;
    let read = read_stream(&piped, most).await.map_err(|_| NotUnpacked::Damaged)?;
    read.ok_or(NotUnpacked::TooLarge)
}

fn call(whole: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(whole, &method.into())?.dyn_into()?;
    method.apply(whole, &arguments.iter().copied().collect::<Array>())
}
