//! A plan in a link: the whole of it stands in the address behind `#`, which browsers send to nobody.
//!
//! What is packed and how it is spelled there is the browser's work; here is what is in it. Names of the people who do the
//! steps, and the people on the plan, are in it only when somebody wants that.

use std::sync::Arc;
use std::{error, fmt};

use chrono::NaiveDate;

use super::import::{ImportError, next_step};
use super::sent::{Arrived, Sent};
use super::unnamed::unnamed;
use super::{RosterFileError, export_roster, import_copy, import_roster};
use crate::roster::Workspace;
use crate::store::Unreadable;

/// How the address begins in a version of links, behind the `#`: what comes after it is packed.
pub const LINK: &str = "/link/1.";

/// How it begins in any version, as it is looked for.
const ANY_LINK: &str = "link/";

/// The version that is made and read.
const VERSION: &str = "1";

/// The longest address that is made or read: 64 KiB. Some programs cut longer ones.
pub const MAX_LINK: usize = 64 * 1024;

/// The most that is unpacked: 1 MiB.
pub const MAX_LINKED: usize = 1024 * 1024;

/// Parts the plan from its people: no JSON holds it.
const PART: char = '\0';

/// What is wanted in a link besides the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InLink {
    /// The names of those who do the steps (B7).
    pub names: bool,
    /// The people on the plan.
    pub people: bool,
}

/// Why a link could not be read, or not be made. Its words say what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It would be longer than [`MAX_LINK`].
    TooLong,
    /// It is one of a version to come.
    Newer,
    /// It was cut, or something else was changed in it.
    Damaged,
    /// What is in it is larger than [`MAX_LINKED`].
    TooLarge,
    /// A page was chosen in which there is no plan.
    NotInPage,
    /// The browser cannot pack or unpack.
    OldBrowser,
    /// What is in it is no plan.
    Unreadable(Unreadable),
    /// What is in it are no people.
    People(RosterFileError),
}

/// What a link holds, before it is packed; `kept` are the texts of the versions known of the plan.
///
/// # Errors
/// [`LinkError::TooLarge`] where it could not be read again.
pub fn in_link(
    whole: &Workspace,
    wanted: InLink,
    today: NaiveDate,
    kept: &[String],
) -> Result<Sent, LinkError> {
    let named = Arc::clone(&whole.plan);
    // Nobody stays looked after by somebody who is not named.
    let whole = if wanted.names { whole.clone() } else { whole.with_plan(unnamed(&whole.plan)) };
    let mut sent = Sent::compact(&whole.plan, today, kept);
    if !wanted.names {
        sent = sent.known_as(&named, today);
    }
    let mut text = sent.text;
    if wanted.people {
        text.push(PART);
        text += &export_roster(&whole.roster, &whole.plan, today).map_err(LinkError::People)?;
    }
    if text.len() > MAX_LINKED { Err(LinkError::TooLarge) } else { Ok(Sent { text, ..sent }) }
}

/// Reads what a link held.
///
/// # Errors
/// [`LinkError`] for anything that [`in_link`] did not make.
pub fn from_link(bytes: &[u8]) -> Result<Arrived, LinkError> {
    let text = str::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
    let (plan, people) = text.split_once(PART).map_or((text, None), |(plan, people)| (plan, Some(people)));
    let copied = import_copy(plan.as_bytes()).map_err(|error| match error {
        ImportError::Unreadable(why) => LinkError::Unreadable(why),
        ImportError::TooLarge => LinkError::TooLarge,
        ImportError::Empty | ImportError::NotText => LinkError::Damaged,
    })?;
    let mut arrived = Arrived::from(copied);
    if let Some(people) = people {
        arrived.whole.roster = import_roster(people.as_bytes()).map_err(LinkError::People)?.roster.into();
    }
    Ok(arrived)
}

/// Whether an address is one that carries a plan, whatever a program on its way made of its letters.
pub fn is_link(route: &str) -> bool {
    behind_start(&plain(route)).is_some()
}

/// What may be packed in an address, the likeliest first. Programs that send mail put behind it what ends a sentence and
/// what tells them who opened it, break it into lines, and spell its signs in their own way: none of that is of the plan.
///
/// # Errors
/// [`LinkError`] where it carries nothing that can be read here.
pub fn packed_in(route: &str) -> Result<Vec<String>, LinkError> {
    if route.len() > MAX_LINK {
        return Err(LinkError::TooLarge);
    }
    let route = plain(route);
    let rest = behind_start(&route).unwrap_or_default();
    let version = rest.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
    let packed = match version {
        VERSION => rest[VERSION.len()..].strip_prefix('.').unwrap_or_default(),
        "" | "0" => return Err(LinkError::Damaged),
        _ => return Err(LinkError::Newer),
    };
    let is_packed = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let whole: String = packed.chars().take_while(|letter| is_packed(*letter)).collect();
    // What stands at the breaks of lines in quoted mail is taken for a break too.
    let is_break = |letter: char| {
        let is_unseen = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
        letter.is_whitespace() || letter.is_control() || is_unseen || matches!(letter, '=' | '>')
    };
    let together = packed.chars().filter(|letter| !is_break(*letter));
    let together: String = together.take_while(|letter| is_packed(*letter)).collect();
    let mut readings: Vec<String> = Vec::new();
    for packed in [&whole, &together] {
        // The sign for slanted letters in mail is also one of those that packed text may end in.
        for reading in [packed.as_str(), packed.trim_end_matches(['-', '_'])] {
            if !reading.is_empty() && readings.iter().all(|known| known != reading) {
                readings.push(reading.to_owned());
            }
        }
    }
    if readings.is_empty() { Err(LinkError::Damaged) } else { Ok(readings) }
}

/// Whether a file is a web page, as the planner in one file is.
pub fn is_page(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    text.trim_ascii_start().first() == Some(&b'<')
}

/// What is packed in the planner in one file, for a page that was chosen instead of being opened.
///
/// # Errors
/// [`LinkError::NotInPage`] where no plan is in it.
pub fn packed_in_page(bytes: &[u8]) -> Result<Vec<String>, LinkError> {
    const PLACE: &[u8] = b"id=\"one-plan\" data-plan=\"";
    let at = bytes.windows(PLACE.len()).position(|part| part == PLACE).ok_or(LinkError::NotInPage)?;
    let packed = bytes.get(at + PLACE.len()..).unwrap_or_default();
    let end = packed.iter().take(MAX_LINK).position(|byte| *byte == b'"').ok_or(LinkError::NotInPage)?;
    let packed = packed.get(..end).and_then(|packed| str::from_utf8(packed).ok()).unwrap_or_default();
    if packed.is_empty() { Err(LinkError::NotInPage) } else { Ok(vec![packed.to_owned()]) }
}

/// What stands behind the words by which an address is known.
fn behind_start(route: &str) -> Option<&str> {
    let route = route.trim_start_matches(|letter: char| letter == '/' || letter.is_whitespace());
    let (start, rest) = route.split_at_checked(ANY_LINK.len())?;
    start.eq_ignore_ascii_case(ANY_LINK).then_some(rest)
}

/// An address without the signs that stand for others: `%2D` is `-`.
fn plain(route: &str) -> String {
    let mut bytes = Vec::with_capacity(route.len());
    let mut rest = route.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let spelled = behind.split_at_checked(2).filter(|_| *first == b'%');
        let read = spelled.and_then(|(digits, behind)| {
            let is_number = digits.iter().all(u8::is_ascii_hexdigit);
            let digits = str::from_utf8(digits).ok().filter(|_| is_number)?;
            Some((u8::from_str_radix(digits, 16).ok()?, behind))
        });
        let (byte, behind) = read.unwrap_or((*first, behind));
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const AGAIN: &str = "Ask for it once more, or for the plan as a file.";
        match self {
            Self::TooLong | Self::TooLarge => f.write_str(
                "This is more than a link can carry. Export it as a file, and send that.",
            ),
            Self::Newer => f.write_str(
                "This link was made by a newer version of the planner. Reload this page to get it, then open the link again.",
            ),
            Self::Damaged => write!(f, "This link is not whole: some programs cut long ones, or change letters in them. {AGAIN}"),
            Self::NotInPage => f.write_str(
                "This is a web page, and no plan is in it. Choose a file that was exported with “Export JSON”, or the planner in one file as somebody sent it with a plan.",
            ),
            Self::OldBrowser => f.write_str(
                "This browser is too old for links that carry a plan. Please update it, or send the plan as a file.",
            ),
            Self::Unreadable(why) => {
                write!(f, "The plan in this link cannot be read: {why}. {}", next_step(why, "plan", AGAIN))
            }
            Self::People(why) => write!(f, "{why}"),
        }
    }
}

impl error::Error for LinkError {}
