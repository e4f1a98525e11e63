//! Copies of plans in a database of their own: what becomes of them touches no plan.

use wasm_bindgen::JsValue;

use super::database::Database;

/// The name of the database with copies.
pub(super) const COPIES: &str = "followthrough-copies";

/// Opens it, if this browser has one that works.
///
/// # Errors
/// What the browser says.
pub async fn open_copies() -> Result<Database, JsValue> {
    Database::open(COPIES, |_| {}).await
}
