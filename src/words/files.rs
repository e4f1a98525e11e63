//! What is said of files that leave, and of those that come back.

use crate::plan::Audience;

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

/// Columns of a sheet that mean nothing here.
pub fn columns_ignored(titles: &[&String]) -> String {
    let named = titles.iter().map(|title| format!("“{title}”")).collect::<Vec<_>>().join(", ");
    match titles.len() {
        1 => format!("The column {named} is passed over: the plan has no place for it."),
        _ => format!("The columns {named} are passed over: the plan has no place for them."),
    }
}

/// A cell that cannot be read.
pub fn no_day_in_cell(place: &str, what: &str, cell: &str) -> String {
    format!("{place}, {what}: “{cell}” cannot be taken, so this stays as it is.")
}

/// A cell whose change the plan refuses.
pub fn cell_not_taken(place: &str, what: &str, line: usize) -> String {
    format!("{place}, {what}: what row {line} says cannot be, so this stays as it is.")
}

/// What the sheet of a sequence is called in a spreadsheet.
pub fn sheet_name(audience: Audience) -> &'static str {
    match audience {
        Audience::Prospect => "Prospects",
        Audience::Customer => "Customers",
    }
}

/// A spreadsheet that is not read.
pub const SHEET_TOO_LARGE: &str = "This spreadsheet is larger than can be read here. Take sheets out of it that are not of the plan, then try again.";

/// Why a spreadsheet cannot be read now.
pub const SHEET_READER_NOT_LOADED: &str =
    "The part that reads spreadsheets could not be loaded. Check the connection, then choose the file again.";

/// Why a spreadsheet cannot be read at all.
pub const SHEET_READER_BROKE: &str = "Something went wrong while this spreadsheet was read, and nothing was changed. Save it once more, then choose it again.";

/// That what was looked at is no longer so.
pub const LOOK_AGAIN: &str = "The plan has changed meanwhile. Look again at what differs.";

/// `3 things are different in “plan.xlsx”`.
pub fn differences_in(count: usize, file: &str) -> String {
    match count {
        1 => format!("One thing is different in “{file}”"),
        _ => format!("{count} things are different in “{file}”"),
    }
}

/// That changes of a spreadsheet were taken.
pub fn differences_taken(count: usize) -> String {
    match count {
        1 => "One change was taken. Undo takes it back.".to_owned(),
        _ => format!("{count} changes were taken. Undo takes them back."),
    }
}

/// What the sheet of days off is called in a spreadsheet.
pub const HOLIDAYS_SHEET: &str = "Holidays";

/// What the sheet of goals and measures is called in a spreadsheet.
pub const MEASURES_SHEET: &str = "Measures";
