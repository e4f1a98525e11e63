//! The plan's steps on a list that a team shares over CalDAV (RFC 4791), and what was ticked off there.
//!
//! A *round* is one time of looking and sending: the list's names are asked for, then what is said under ours where it
//! may have changed, then each entry is written that is not as the plan says it. A round is a pure function of what
//! leaves and of the answers so far: it gives what to ask next, or how it ended. Whoever carries it out asks and hands
//! the answers back; nothing here knows a network, and a round that was cut short anywhere is simply begun again.
//!
//! Three sides are compared for each entry, as one merges: what the plan says, what the list says, and what both said
//! last ([`memory`]; each entry on the list carries that as well). What only one side changed is taken from it. What others put
//! into an entry stays in it ([`kept`]). What somebody deleted on the list is told, and not sent again unless asked.
//!
//! **Invariant:** only what has a name of this plan, and its UID inside, is written or deleted, and only as it was when it
//! was read (`If-Match`). A second round after one that ended well writes nothing.
//!
//! **Invariant:** nothing that is to be taken is lost: before ticks were taken into the plan a round writes nothing.

mod ask;

mod compared;

mod kept;

mod memory;

mod multistatus;

mod name;

mod problem;

mod round;

mod saying;

mod tick;

mod told;

use crate::store::wire::text_in;

pub use ask::{Answer, Ask, Method, NoResponse};
pub use problem::TeamProblem;
pub use round::round;
pub use tick::{Tick, ticks_taken};
pub use told::{Leaving, TeamAnswer, team_answer};

/// More entries than these are on no list that people work with.
const MAX_ENTRIES: usize = 5_000;

/// The largest answer that is read, in bytes.
pub const MAX_ANSWER: usize = 16_000_000;

/// The host's file names no list on the page's own origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadTeamFile;

/// What the host's file says: the path of the list, from the page.
///
/// `{ "collection": "dav/team/tasks/" }`: blank where there is none.
///
/// # Errors
/// [`BadTeamFile`] for anything that names no place on the page's own origin.
pub fn collection(file: &str) -> Result<Option<String>, BadTeamFile> {
    let path = text_in(file, "collection").ok_or(BadTeamFile)?;
    let path = path.trim();
    if path.is_empty() {
        return Ok(None);
    }
    // No other origin can be meant, nor a place that looks like another one.
    let is_plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~' | '%' | '@' | '+');
    let is_place = !path.starts_with("//") && path.split('/').all(|part| part != "." && part != "..");
    match path.chars().all(is_plain) && is_place {
        true => Ok(Some(format!("{}/", path.trim_end_matches('/')))),
        false => Err(BadTeamFile),
    }
}
