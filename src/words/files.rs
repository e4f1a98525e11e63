//! What is said of files that leave.

/// That a file was handed over.
pub fn exported_as(name: &str) -> String {
    format!("Exported as {name}")
}

/// Why no file could be written now.
pub const WRITER_NOT_LOADED: &str =
    "The part that writes files could not be loaded. Check the connection, then try again.";

/// Why no file could be written at all.
pub const WRITER_BROKE: &str = "Something went wrong while the file was written. Your plan is as it was: try again, or take another format.";

/// Why the writing of a file was ended.
pub const WRITING_TOO_LONG: &str =
    "Writing this file took too long and was stopped. Choose the steps of fewer people, then try again.";
