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

/// That a link was copied, and where it might be cut.
pub fn link_copied(letters: usize) -> String {
    /// More than this some programs cut.
    const OFTEN_CUT: usize = 8_000;
    if letters <= OFTEN_CUT {
        return "The link is copied.".to_owned();
    }
    "The link is copied. It is long: mail carries it, some chats cut it. Where they do, send the plan as a file.".to_owned()
}

/// That a link is there, and not copied.
pub const LINK_NOT_COPIED: &str =
    "The browser did not let the link be copied. It stands below: copy it by hand.";

/// Why the planner could not be put into one file with a plan.
pub const PLANNER_NOT_FETCHED: &str =
    "The planner for this file could not be fetched. Check the connection, then try again.";

/// That something is in the clipboard.
pub const COPIED: &str = "Copied. Paste it where you want it.";

/// That a file is being made.
pub const BEING_MADE: &str = "It is being made…";
