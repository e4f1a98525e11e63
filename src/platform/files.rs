//! Files in and out.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url, window};

/// Hands a text to the person as a file of JSON. `false` when the browser refuses.
pub fn download(name: &str, text: &str) -> bool {
    offer(name, &text.into(), "application/json").is_ok()
}

/// Hands a page to the person as a file. `false` when the browser refuses.
pub fn download_page(name: &str, page: &str) -> bool {
    offer(name, &page.into(), "text/html").is_ok()
}

/// Hands a file to the person. `false` when the browser refuses.
pub fn download_bytes(name: &str, bytes: &Uint8Array, media_type: &str) -> bool {
    offer(name, bytes, media_type).is_ok()
}

/// `content` is a text or bytes.
fn offer(name: &str, content: &JsValue, media_type: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(content), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The click has started the download; the address must outlive this turn.
    leptos::prelude::set_timeout(
        move || _ = Url::revoke_object_url(&url),
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// The bytes of a file. `None` when it cannot be read, such as one that has been moved meanwhile.
pub async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
