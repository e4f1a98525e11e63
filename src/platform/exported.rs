//! What this browser remembers of a plan's exports, so that the next one goes on from there.

use web_sys::{Storage, window};

use crate::store::PlanId;

/// Before the plan and the format. It is no record of the store: without it an export is as if it were the first.
const KEYS: &str = "followthrough-exported/";

/// What a format remembered of a plan; empty where it never did.
pub fn exported_before(plan: &PlanId, format: &str) -> String {
    let found = storage().and_then(|storage| storage.get_item(&key(plan, format)).ok().flatten());
    found.unwrap_or_default()
}

/// Remembers it for the next time, where the browser keeps anything.
pub fn remember_export(plan: &PlanId, format: &str, memory: &str) {
    if let Some(storage) = storage() {
        let key = key(plan, format);
        // Where it does not fit, half of an older one would be worse than none.
        if memory.is_empty() || storage.set_item(&key, memory).is_err() {
            _ = storage.remove_item(&key);
        }
    }
}

fn storage() -> Option<Storage> {
    window().and_then(|window| window.local_storage().ok().flatten())
}

fn key(plan: &PlanId, format: &str) -> String {
    format!("{KEYS}{plan}/{format}")
}
