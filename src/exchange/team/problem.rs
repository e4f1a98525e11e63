//! Why a round did not come to its end.

use std::{error, fmt};

/// What stands in the way. Its words say what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamProblem {
    /// No connection, or the server sends elsewhere.
    NoConnection,
    /// The server took too long.
    TooLong,
    /// It answers with more than is read.
    TooLarge,
    /// Somebody stopped it.
    Stopped,
    /// User name and password are not the right ones.
    NotSignedIn,
    /// They are, but may not do this.
    NotAllowed,
    /// There is no such list.
    NoSuchList,
    /// There is something, but no list of tasks or days.
    NoList,
    /// It is a list that takes no tasks.
    NoTasks,
    /// It is a list that takes no days.
    NoDays,
    /// Something else than a server of such lists answers: a page, say.
    NotUnderstood,
    /// The server is busy.
    Busy,
    /// The server has no room.
    Full,
    /// The server has a fault of its own.
    Broken,
    /// What is on the list is changed again and again meanwhile.
    Changing,
    /// More would leave than any list is good for.
    TooMany,
}

impl TeamProblem {
    /// By the number of an answer to a request that concerns the list as a whole.
    pub(super) fn of(status: u16) -> Self {
        match status {
            401 => Self::NotSignedIn,
            403 => Self::NotAllowed,
            404 | 410 => Self::NoSuchList,
            405 | 501 => Self::NoList,
            408 | 504 => Self::TooLong,
            425 | 429 | 503 => Self::Busy,
            507 => Self::Full,
            500.. => Self::Broken,
            _ => Self::NotUnderstood,
        }
    }

    /// Whether it may pass by itself, so that what waits goes later.
    pub fn is_passing(self) -> bool {
        matches!(self, Self::NoConnection | Self::TooLong | Self::Busy | Self::Broken | Self::Changing)
    }
}

impl fmt::Display for TeamProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoConnection => {
                "The team's list cannot be reached: there is no connection, or its server sends elsewhere. What waits goes by itself as soon as it answers."
            }
            Self::TooLong => {
                "The team's list took too long to answer. What waits goes by itself at the next look."
            }
            Self::TooLarge => {
                "The team's list holds more than can be read here. Move what is done and old to another list, then look again."
            }
            Self::Stopped => "Stopped. What has not left yet waits here.",
            Self::NotSignedIn => {
                "The team's list does not take this user name with this password. Check both; many servers want an app password here, made on their own page of settings."
            }
            Self::NotAllowed => {
                "This user may not write on the team's list. Ask whoever keeps the list to allow it, then send again."
            }
            Self::NoSuchList => {
                "There is no such list on the server: it was renamed or deleted. Ask whoever set up this site. Your steps are all here."
            }
            Self::NoList => {
                "What answers there is no list for tasks or days. Ask whoever set up this site to look at the path in team.json."
            }
            Self::NoTasks => {
                "This list takes days only, no tasks. Choose “A whole day in the calendar” above, then send again."
            }
            Self::NoDays => {
                "This list takes tasks only, no days. Choose “A task to tick off” above, then send again."
            }
            Self::NotUnderstood => {
                "Something else answers in the place of the team's list, such as a page to sign in. Nothing was changed. Ask whoever set up this site."
            }
            Self::Busy => {
                "The server of the team's list is busy. What waits goes by itself at the next look."
            }
            Self::Full => {
                "The server of the team's list has no room left. Ask whoever keeps it to make room, then send again."
            }
            Self::Broken => {
                "The server of the team's list has a fault of its own. What waits goes by itself once it works again."
            }
            Self::Changing => {
                "The team's list changes faster than it can be read. What waits goes by itself at the next look."
            }
            Self::TooMany => {
                "That is more than a list can hold. Choose the steps of the two sequences, or of one person, then send again."
            }
        })
    }
}

impl error::Error for TeamProblem {}
