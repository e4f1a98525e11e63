//! Everything that the page has kept in this browser, deleted.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, window};

use super::ask::{ask, part};
use super::copies::COPIES;
use super::database::delete_database;
use super::durable::PLANS;
use super::has_stopped;
use super::panic::stop_writing;

/// What all names of ours begin with: keys, databases, caches.
const OURS: &str = "followthrough";

/// Told to other tabs before anything goes, so that none of them writes it again.
pub const DELETING: &str = "followthrough-deleting";

/// Begins anew without a word of what was there: another tab deletes it.
pub fn begin_anew() {
    if !has_stopped() {
        stop_writing();
        // What this tab alone remembers.
        _ = clear("sessionStorage");
        reload();
    }
}

/// Deletes plans, copies and settings, what the browser keeps of the app, and its worker. Nothing is written after that.
///
/// # Errors
/// What the browser says of the first thing that is still there.
pub async fn delete_everything() -> Result<(), JsValue> {
    stop_writing();
    if let Ok(local) = part(&["localStorage"]).dyn_into::<Storage>() {
        // Refused, they hear of it from the database.
        _ = local.set_item(DELETING, "1");
    }
    clear("localStorage")?;
    clear("sessionStorage")?;
    for database in [PLANS, COPIES] {
        delete_database(database).await?;
    }
    let caches = part(&["caches"]);
    if caches.is_object() {
        for name in Array::from(&ask(&caches, "keys", &[]).await?) {
            if name.as_string().is_some_and(|name| name.starts_with(OURS)) {
                ask(&caches, "delete", &[&name]).await?;
            }
        }
    }
    let workers = part(&["navigator", "serviceWorker"]);
    if workers.is_object() {
        // The one of this page, if there is one: others at the same address are not ours.
        let registration = ask(&workers, "getRegistration", &[]).await?;
        if registration.is_object() {
            ask(&registration, "unregister", &[]).await?;
        }
    }
    Ok(())
}

/// Takes away all keys of ours. A browser without such a storage has none.
fn clear(name: &str) -> Result<(), JsValue> {
    let Ok(store) = part(&[name]).dyn_into::<Storage>() else { return Ok(()) };
    let keys: Vec<_> = (0..store.length()?).filter_map(|at| store.key(at).ok().flatten()).collect();
    keys.iter().filter(|key| key.starts_with(OURS)).try_for_each(|key| store.remove_item(key))
}

/// Loads the page anew, from its beginning.
pub fn start_over() {
    if let Some(window) = window() {
        _ = window.location().set_hash("");
        reload();
    }
}

fn reload() {
    if let Some(window) = window() {
        _ = window.location().reload();
    }
}
