//! What comes in from outside is looked at here first.

use std::{error, fmt};

use super::json::{self, Copied};
use crate::plan::Plan;
use crate::store::{Fault, Unreadable};

/// The size of the largest file that is read: 5 MB. Larger ones need not be opened at all.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// Why a file was not imported. Its words say what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It has more than [`MAX_BYTES`].
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// It is not text in UTF-8: a picture, an archive, a spreadsheet.
    NotText,
    /// It is text, but no plan that can be read here.
    Unreadable(Unreadable),
}

/// Reads a plan from a file: an exported one, or an envelope downloaded from the storage.
///
/// # Errors
/// [`ImportError`] for anything else.
pub fn import_json(bytes: &[u8]) -> Result<Plan, ImportError> {
    import_copy(bytes).map(|copied| copied.plan)
}

/// The same, with the versions that the file says it descends from.
///
/// # Errors
/// [`ImportError`] for anything else.
pub fn import_copy(bytes: &[u8]) -> Result<Copied, ImportError> {
    let copied = json::read(text_in(bytes, MAX_BYTES)?).map_err(ImportError::Unreadable)?;
    // The plan goes on counting below this, so that what is exported later can be imported.
    if copied.plan.highest_id() > Plan::MAX_ID {
        let fault = Fault::new("plan", format_args!("its ids go beyond {}", Plan::MAX_ID));
        return Err(ImportError::Unreadable(Unreadable::Wrong(fault)));
    }
    Ok(copied)
}

/// The text of a file of at most so many bytes.
pub(super) fn text_in(bytes: &[u8], most: usize) -> Result<&str, ImportError> {
    if bytes.len() > most {
        return Err(ImportError::TooLarge);
    }
    let text = str::from_utf8(bytes).map_err(|_| ImportError::NotText)?;
    match text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}') {
        "" => Err(ImportError::Empty),
        _ => Ok(text),
    }
}

/// What to do about a file of something that cannot be read; `choose` says which file it should be.
pub(super) fn next_step(why: &Unreadable, what: &str, choose: &str) -> String {
    match why {
        Unreadable::NewerVersion(_) => {
            "Reload this page to get the newest version, then try again.".to_owned()
        }
        Unreadable::CutShort { .. } => "It may not have been copied whole: export it once more.".to_owned(),
        Unreadable::Wrong(_) => format!("Set that right in the file, or export the {what} once more."),
        Unreadable::NotJson { .. } | Unreadable::NotOurs => choose.to_owned(),
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const CHOOSE: &str = "Choose a file that was exported with “Export JSON”.";
        match self {
            Self::TooLarge => write!(f, "This file is larger than 5 MB, more than can be imported. {CHOOSE}"),
            Self::Empty => write!(f, "This file is empty. {CHOOSE}"),
            Self::NotText => write!(f, "This file is not text, so it cannot be a plan. {CHOOSE}"),
            Self::Unreadable(why) => {
                write!(f, "This file cannot be imported: {why}. {}", next_step(why, "plan", CHOOSE))
            }
        }
    }
}

impl error::Error for ImportError {}
