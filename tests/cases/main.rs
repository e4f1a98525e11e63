//! Cases from the field: files and texts with the answers that are right. The rows beside this file are run, and
//! those of a folder of the same form that `FOLLOWTHROUGH_CASES` names.

#![cfg(test)]

mod calendars;
mod rows;
mod words;

use std::env;
use std::path::{Path, PathBuf};

/// The folders whose cases are run.
fn folders() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let named = env::var_os("FOLLOWTHROUGH_CASES").map(PathBuf::from);
    if let Some(named) = &named {
        assert!(named.is_dir(), "FOLLOWTHROUGH_CASES names no folder: {}", named.display());
    }
    [Some(own), named].into_iter().flatten().collect()
}
