//! How long the browser keeps what the page has stored.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::ask::{ask, part};

/// How safe what is stored is, as far as the browser says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Safety {
    /// The browser has promised not to clear it by itself; none where it does not say.
    pub is_lasting: Option<bool>,
    /// So many bytes are in use, with the app itself; none where it does not say.
    pub used: Option<f64>,
    /// The browser clears what was not looked at for a week.
    pub forgets_in_a_week: bool,
}

/// Asks the browser to keep what is stored until somebody deletes it. Some ask the person; none is asked again by a page that
/// has the promise. Whether it is given.
pub async fn ask_for_lasting() -> bool {
    let storage = storage();
    let is_given = |answer: Result<JsValue, JsValue>| answer.is_ok_and(|answer| answer.is_truthy());
    is_given(ask(&storage, "persisted", &[]).await) || is_given(ask(&storage, "persist", &[]).await)
}

/// How safe what is stored is.
pub async fn safety() -> Safety {
    let storage = storage();
    let is_lasting = ask(&storage, "persisted", &[]).await.ok().map(|answer| answer.is_truthy());
    let used = match ask(&storage, "estimate", &[]).await {
        Ok(estimate) => Reflect::get(&estimate, &"usage".into()).ok().and_then(|usage| usage.as_f64()),
        Err(_) => None,
    };
    let is_apple = part(&["navigator", "vendor"]).as_string().is_some_and(|name| name.starts_with("Apple"));
    Safety { is_lasting, used, forgets_in_a_week: is_apple && !is_installed() }
}

fn storage() -> JsValue {
    part(&["navigator", "storage"])
}

/// Whether the page runs as an app of its own.
fn is_installed() -> bool {
    let window = web_sys::window();
    let query = window.and_then(|window| window.match_media("(display-mode: standalone)").ok().flatten());
    query.is_some_and(|query| query.matches())
}
