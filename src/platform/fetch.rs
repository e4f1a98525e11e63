//! Files that lie beside the app on its host.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

use super::version;

/// A file did not come: there is no connection, or no such file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

/// The text of a file, by its path from the page: `holidays/DE.json`.
///
/// # Errors
/// [`NotFetched`].
pub async fn fetch_text(path: &str) -> Result<String, NotFetched> {
    let text = fetched(path).await.ok().flatten();
    text.ok_or(NotFetched)
}

async fn fetched(path: &str) -> Result<Option<String>, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    // With the version of the page: what an older or a newer one has under the same name is not for it.
    let address = [path, "?", &version()].concat();
    let response: Response = JsFuture::from(window.fetch_with_str(&address)).await?.unchecked_into();
    if !response.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(response.text()?).await?.as_string())
}
