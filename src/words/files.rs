//! What is said of files that leave, and of those that come back.

use chrono::NaiveDate;

use crate::plan::Audience;

/// That a file was handed over.
pub fn exported_as(name: &str) -> String {
    format!("Exported as {name}")
}

/// The same of a plan: people who are on it are not in its file.
pub fn plan_exported_as(name: &str, has_people: bool) -> String {
    let said = exported_as(name);
    match has_people {
        true => {
            said + ". The people on the plan are not in it: the page “People” has them as a file of their own."
        }
        false => said,
    }
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

/// What a column of a table is offered as.
pub fn table_column(title: &str, is_of_contact: bool) -> String {
    if is_of_contact { format!("{title} (with the steps of people)") } else { title.to_owned() }
}

/// What the field is called in which a column gets its name.
pub fn table_column_name(title: &str) -> String {
    format!("What “{title}” is called")
}

/// That another column of a table has the name.
pub fn table_column_called(other: &str) -> String {
    format!(
        "“{other}” is called so already, and nobody could tell the two columns apart. Type another name, or leave one of them out."
    )
}

/// That a column was moved.
pub fn table_column_moved(title: &str, place: usize) -> String {
    format!("“{title}” is column {place} now.")
}

/// Columns of a sheet that mean nothing here.
pub fn columns_ignored(titles: &[&String]) -> String {
    let named = titles.iter().map(|title| format!("“{title}”")).collect::<Vec<_>>().join(", ");
    match titles.len() {
        1 => format!("The column {named} is passed over: the plan has no place for it."),
        _ => format!("The columns {named} are passed over: the plan has no place for them."),
    }
}

/// A column that was called otherwise, and is known by its cells.
pub fn column_read_as(title: &str, own: &str) -> String {
    format!(
        "The column “{title}” is read as “{own}”, since its cells say what that says. If it is something else, untick what is of it."
    )
}

/// A cell that is not taken, and why.
pub fn not_taken(place: &str, what: &str, why: &str) -> String {
    format!("{place}, {what}: {why}, so this stays as it is.")
}

/// A cell that says no day.
pub fn no_day(cell: &str) -> String {
    format!("“{cell}” is not read as a day (write it like 2026-12-31)")
}

/// A cell that says a day without its year, where nobody can tell which is meant.
pub fn no_year(cell: &str) -> String {
    format!("“{cell}” does not say which year (write it like 2026-12-31)")
}

/// A cell whose day and month could be either way round.
pub fn two_days(cell: &str) -> String {
    format!("“{cell}” can be two different days (write it like 2026-12-31)")
}

/// Days of a list that cannot be read: none is taken off the list then.
pub fn rows_without_day(sheet: &str, cells: &[String]) -> String {
    let named = cells.iter().map(|cell| format!("“{cell}”")).collect::<Vec<_>>().join(", ");
    format!(
        "{sheet}: {named} cannot be read as a day (write it like 2026-12-31), so no day is taken off the list."
    )
}

/// A sheet in which nothing is known.
pub fn sheet_not_known(name: &str) -> String {
    format!(
        "The sheet “{name}” is passed over: its headings are not known here. Read are the sheets of the sequences and “{HOLIDAYS_SHEET}”, “{EVENTS_SHEET}” and “{MEASURES_SHEET}”, with the headings they had."
    )
}

/// A cell that says a day on which nothing can have been done yet.
pub fn still_to_come(day: NaiveDate) -> String {
    format!("{} is still to come", super::day_and_year(day))
}

/// A cell that says something else than it should.
pub fn not_understood(cell: &str) -> String {
    format!("“{cell}” is not understood")
}

/// A cell that says more than the plan holds there.
pub const TOO_LONG_FOR_CELL: &str = "it is longer than the plan holds";

/// What becomes of a step that is no longer in a sheet.
pub const GONE: &str = "gone";

/// Steps that go with one that is removed.
pub fn goes_with_it(steps: &[String]) -> String {
    format!("{GONE}, and with it what lies on its path: {}", steps.join(", "))
}

/// What is filled in for people is not taken.
pub const PEOPLE_NOT_TAKEN: &str =
    "What is filled in on the sheet “Contacts” is not taken: say it on Today, or on the page of each person.";

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

/// That something came from elsewhere while a change waited.
pub const CHANGED_MEANWHILE: &str =
    "The plan has changed meanwhile, so nothing was taken. Please do it once more.";

/// That what was looked at is no longer so.
pub const LOOK_AGAIN: &str = "The plan has changed meanwhile. Look again at what differs.";

/// `3 things are different in “plan.xlsx”`.
pub fn differences_in(count: usize, file: &str) -> String {
    match count {
        1 => format!("One thing is different in {}", in_quotes(file)),
        _ => format!("{count} things are different in {}", in_quotes(file)),
    }
}

/// That a file says what the plan says.
pub fn nothing_different(file: &str) -> String {
    format!("Nothing is different in {}", in_quotes(file))
}

/// That what is filled in cannot be taken.
pub fn nothing_taken(file: &str) -> String {
    format!("Nothing was taken from {}", in_quotes(file))
}

/// What came without a file.
pub const THE_LINK: &str = "the link";

fn in_quotes(file: &str) -> String {
    if file == THE_LINK { file.to_owned() } else { format!("“{file}”") }
}

/// How what differs in a spreadsheet is taken.
pub const SHEET_IS_TAKEN: &str = "What is ticked is taken as one change; undo takes it back. What the sheet leaves blank is not ticked: it may have come into the plan since.";

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

/// What the sheet of events is called in a spreadsheet.
pub const EVENTS_SHEET: &str = "Events";

/// What stands before the letters by which a version is known, in a spreadsheet.
pub const VERSION_LABEL: &str = "Version";

/// What the sheet of people is called in a spreadsheet.
pub const CONTACTS_SHEET: &str = "Contacts";

/// That nothing was ticked.
pub const NOTHING_TICKED: &str = "Nothing is ticked. Tick what is to be taken, or cancel.";

/// What stands before the weekdays worked in a spreadsheet.
pub const WEEK_LABEL: &str = "The same, from Monday: 1 is off";

/// A sheet that is there twice.
pub fn sheet_passed_over(name: &str) -> String {
    format!("The sheet “{name}” is passed over: it says the same sequence once more.")
}

/// A day off that is off no longer.
pub const WORKED: &str = "worked";

/// Why the people in a spreadsheet do not take the place of those that stand there.
pub const BOX_NOT_EMPTY: &str =
    "Something stands in the box already. Take it, or clear the box, then choose the file again.";

/// A step that is not tried again.
pub const ONCE: &str = "once";
