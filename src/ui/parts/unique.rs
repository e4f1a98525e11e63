//! Names that tie a label or a message to its field.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::workshop::FieldId;

/// A name that no other element of the page has.
pub fn unique_id(prefix: &str) -> String {
    format!("{prefix}-{}", next())
}

/// A field that no other one is.
pub fn unique_field() -> FieldId {
    FieldId(next())
}

fn next() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
