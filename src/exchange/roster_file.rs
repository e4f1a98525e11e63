//! The people on a plan as a file of their own: the plan's file has no name of theirs.

use std::{error, fmt};

use chrono::NaiveDate;

use super::import::{ImportError, next_step, text_in};
use super::indent::{SCHEMA_DEPTH, set_out};
use crate::plan::{Line, Plan};
use crate::roster::{ContactId, Roster, RosterParts};
use crate::store::Unreadable;
use crate::store::wire::shape::{self, Shapes};
use crate::store::wire::{Writer, people};

/// The size of the largest file of people that is read or made: 32 MB. Ten thousand people on ten steps take a quarter of
/// it. Larger ones need not be opened at all.
pub const MAX_ROSTER_BYTES: usize = 32 * 1024 * 1024;

/// What such a file says of itself.
const FORMAT: &str = "followthrough-roster";

/// In the file each contact, person and country has a line of its own.
const DEEPEST: usize = 3;

/// What a file of people says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterFile {
    /// The people. What they are on is named by the numbers of the plan's steps and people: it belongs to that plan.
    pub roster: Roster,
    /// What the plan was called.
    pub plan: Line,
    /// The day on which it was exported.
    pub exported_on: NaiveDate,
}

/// Why a file of people was not read, or not made. Its words say what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterFileError(pub ImportError);

/// The people on a plan as a file, with nothing of the plan but its name.
///
/// # Errors
/// [`ImportError::TooLarge`] for more than could be read again.
pub fn export_roster(
    roster: &Roster,
    plan: &Plan,
    exported_on: NaiveDate,
) -> Result<String, RosterFileError> {
    let text = Writer::object_text(|w| {
        w.name("format").text(FORMAT);
        w.name("version").number(people::VERSION);
        w.name("exportedOn").word(&exported_on);
        w.name("plan").word(&plan.name);
        people::write_roster(w.name("roster"), roster);
    });
    let file = set_out(&text, DEEPEST) + "\n";
    if file.len() > MAX_ROSTER_BYTES { Err(RosterFileError(ImportError::TooLarge)) } else { Ok(file) }
}

/// Such a file with nothing left of one contact, as it was written otherwise; `None` where that contact is not in it.
/// Each contact has a line of its own, so that a file of many need not be read for it.
pub fn without_contact(file: &str, gone: ContactId) -> Option<String> {
    let all = file.find("\n    \"contacts\": [")?;
    let begins = format!("\n      {{\"id\": {}, ", gone.0);
    let from = all + file[all..].find(&begins)?;
    let line = file[from + 1..].find('\n').map_or(file.len(), |length| from + 1 + length);
    let (before, after) = (&file[..from], &file[line..]);
    let is_last = !file[from..line].ends_with(',');
    // The one before it is the last by now.
    let before = if is_last { before.strip_suffix(',').unwrap_or(before) } else { before };
    Some([before, after].concat())
}

/// What such a file looks like, as a JSON Schema.
pub fn roster_schema() -> String {
    let text = Shapes::file("People exported from Followthrough", |file| {
        file.field("format", &shape::words([FORMAT]));
        file.field("version", &shape::just(people::VERSION));
        file.value::<NaiveDate>("exportedOn");
        file.value::<Line>("plan");
        file.value::<RosterParts>("roster");
    });
    set_out(&text, SCHEMA_DEPTH) + "\n"
}

/// Reads the people from an exported file.
///
/// # Errors
/// [`RosterFileError`] for anything else.
pub fn import_roster(bytes: &[u8]) -> Result<RosterFile, RosterFileError> {
    let read = |text| read(text).map_err(ImportError::Unreadable);
    text_in(bytes, MAX_ROSTER_BYTES).and_then(read).map_err(RosterFileError)
}

fn read(text: &str) -> Result<RosterFile, Unreadable> {
    let file = people::open(text, FORMAT)?.rest(|rest| {
        let exported_on = rest.word("exportedOn")?;
        let plan = rest.word("plan")?;
        Ok(RosterFile { roster: people::read_roster(rest.field("roster")?)?, plan, exported_on })
    })?;
    Ok(file)
}

impl fmt::Display for RosterFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const CHOOSE: &str = "Choose a file that was exported with “Export people”.";
        match &self.0 {
            ImportError::TooLarge => {
                f.write_str("These are more people, or longer notes, than one file of 32 MB holds. ")?;
                f.write_str("Remove people who are no longer followed up, then try again.")
            }
            ImportError::Empty => write!(f, "This file is empty. {CHOOSE}"),
            ImportError::NotText => {
                write!(f, "This file is not text, so there can be no people in it. {CHOOSE}")
            }
            ImportError::Unreadable(why) => {
                let (why, next) = (why.said_of("file of people"), next_step(why, "people", CHOOSE));
                write!(f, "The people in this file cannot be imported: {why}. {next}")
            }
        }
    }
}

impl error::Error for RosterFileError {}
