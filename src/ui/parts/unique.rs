//! Names that tie a label or a message to its field.

use std::sync::atomic::{AtomicU32, Ordering};

/// A name that no other element of the page has.
pub fn unique_id(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
