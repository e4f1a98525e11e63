//! A roster as its records were found.

use std::{error, fmt};

use super::{RosterKey, RosterPart, RosterWrite, roster_writes};
use crate::calendar::sort_by_number;
use crate::roster::{CHUNK, Contact, Roster, RosterParts};
use crate::store::wire::people::{self, Listed};
use crate::store::{PlanId, Unreadable};

/// What the records of a roster came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundRoster {
    /// All that can be read.
    pub roster: Roster,
    /// What is not as it was written, in the order of the records; nothing where all is well.
    pub damage: Vec<DamagedPart>,
}

/// A record of a roster that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedPart {
    /// Which one.
    pub part: RosterPart,
    /// What is wrong with it.
    pub why: Damage,
    /// Its text, unchanged; to be offered for download. `None` where there is none.
    pub text: Option<String>,
}

/// What is wrong with a record of a roster. It reads as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is not there. Of a chunk it is known how many contacts it had.
    Missing {
        /// So many contacts.
        contacts: Option<u8>,
    },
    /// It cannot be read, and nothing of it is in the roster.
    Unreadable(Unreadable),
    /// The surroundings do not know of it: nothing of it is in the roster, since it may be of people who were removed.
    Unlisted,
    /// It has another number of contacts than the surroundings say. They are in the roster.
    Miscounted {
        /// So many were written.
        listed: u8,
        /// So many are there.
        found: usize,
    },
    /// It names countries or versions of sequences that are not there. Its contacts are in the roster without them.
    Incomplete,
}

/// A chunk on its way into a roster.
struct Found {
    number: u32,
    text: String,
    contacts: Result<Vec<Contact>, Damage>,
}

impl FoundRoster {
    /// Puts a roster together from the texts of its records, in any order: all of them that are there.
    ///
    /// It does not fail. What cannot be read is said, and the numbers that its contacts may have are not given again.
    pub fn read(texts: impl IntoIterator<Item = (RosterPart, String)>) -> Self {
        let (mut surroundings, mut chunks) = (None, Vec::new());
        for (part, text) in texts {
            match part {
                RosterPart::Surroundings => surroundings = Some(text),
                RosterPart::Chunk(number) => chunks.push((number, text)),
            }
        }
        if surroundings.is_none() && chunks.is_empty() {
            return Self::default();
        }
        let mut damage = Vec::new();
        let (mut parts, listed) = match surroundings.as_deref().map(people::read_surroundings) {
            Some(Ok((parts, listed))) => (parts, Some(listed)),
            unread => {
                let why = match unread {
                    Some(Err(why)) => Damage::Unreadable(why),
                    _ => Damage::Missing { contacts: None },
                };
                damage.push(DamagedPart { part: RosterPart::Surroundings, why, text: surroundings });
                (RosterParts::default(), None)
            }
        };
        let mut found: Vec<Found> =
            chunks.into_iter().map(|(number, text)| Found::read(number, text, listed.as_deref())).collect();
        sort_by_number(&mut found, |chunk| chunk.number.into());
        let is_there = |chunk: &&Listed| found.iter().any(|found| found.number == chunk.number);
        let missing: Vec<Listed> =
            listed.iter().flatten().filter(|chunk| !is_there(chunk)).copied().collect();
        parts.last_contact = given(&parts, &found, &missing);
        parts.last_version = found.iter().flat_map(Found::versions).fold(parts.last_version, u32::max);
        // They were sound, and the numbers are no larger than they may be.
        let mut roster = parts.checked().unwrap_or_default();
        for chunk in found {
            let number = chunk.number;
            let count = listed.iter().flatten().find(|known| known.number == number);
            let (why, text);
            (roster, why, text) = chunk.put_into(roster, count);
            damage.extend(why.map(|why| DamagedPart {
                part: RosterPart::Chunk(number),
                why,
                text: Some(text),
            }));
        }
        damage.extend(missing.into_iter().map(|chunk| DamagedPart {
            part: RosterPart::Chunk(chunk.number),
            why: Damage::Missing { contacts: Some(chunk.contacts) },
            text: None,
        }));
        sort_by_number(&mut damage, |damaged| match damaged.part {
            RosterPart::Surroundings => -1,
            RosterPart::Chunk(number) => number.into(),
        });
        Self { roster, damage }
    }

    /// Whether all is as it was written.
    pub fn is_whole(&self) -> bool {
        self.damage.is_empty()
    }

    /// What makes the stored roster of a plan whole again, to be written in one transaction: each damaged text put aside,
    /// byte for byte, and the records as the roster now is; keys with their texts, `None` to take one away.
    pub fn mending(&self, plan: &PlanId) -> Vec<(String, Option<String>)> {
        if self.is_whole() {
            return Vec::new();
        }
        let texts = self.damage.iter().filter_map(|damaged| damaged.text.as_ref());
        let aside = texts.map(|text| (RosterKey::aside(plan, text), Some(text.clone())));
        let key = |part| RosterKey { plan: plan.clone(), part }.key();
        let is_damaged = |part: RosterPart| self.damage.iter().any(|damaged| damaged.part == part);
        let now = roster_writes(&Roster::default(), &self.roster);
        let is_kept = |part: RosterPart| now.iter().any(|write| write.part == part);
        let gone = self.damage.iter().filter(|damaged| damaged.text.is_some() && !is_kept(damaged.part));
        let gone: Vec<_> = gone.map(|damaged| (key(damaged.part), None)).collect();
        // The list of chunks is another in any case.
        let is_written =
            |write: &RosterWrite| write.part == RosterPart::Surroundings || is_damaged(write.part);
        let written = now.iter().filter(|write| is_written(write));
        aside.chain(written.map(|write| (key(write.part), write.text.clone()))).chain(gone).collect()
    }
}

impl Found {
    fn read(number: u32, text: String, listed: Option<&[Listed]>) -> Self {
        let is_listed = listed.is_none_or(|listed| listed.iter().any(|known| known.number == number));
        let contacts = match people::read_chunk(&text, number) {
            Ok(_) if !is_listed => Err(Damage::Unlisted),
            read => read.map_err(Damage::Unreadable),
        };
        Self { number, text, contacts }
    }

    /// The numbers of versions that its contacts name.
    fn versions(&self) -> impl Iterator<Item = u32> {
        let enrolments = self.contacts.iter().flatten().flat_map(|contact| &contact.enrolments);
        enrolments.filter_map(|enrolment| enrolment.version).map(|id| id.0).filter(|id| *id <= Roster::MAX_ID)
    }

    /// The roster with its contacts, as far as they can be taken; what is wrong; its text.
    fn put_into(self, roster: Roster, listed: Option<&Listed>) -> (Roster, Option<Damage>, String) {
        let mut contacts = match self.contacts {
            Ok(contacts) => contacts,
            Err(why) => return (roster, Some(why), self.text),
        };
        let found = contacts.len();
        let is_incomplete = leave_out_unknown(&mut contacts, &roster);
        let after = match roster.with(contacts) {
            Ok(after) => after,
            Err(flaw) => {
                let why = people::chunk_flaw(&self.text, self.number, flaw);
                return (roster, Some(Damage::Unreadable(why)), self.text);
            }
        };
        let why = match listed.map(|listed| listed.contacts) {
            _ if is_incomplete => Some(Damage::Incomplete),
            Some(listed) if usize::from(listed) != found => Some(Damage::Miscounted { listed, found }),
            _ => None,
        };
        (after, why, self.text)
    }
}

/// Leaves out the countries and versions that a roster does not have; whether there were any.
fn leave_out_unknown(contacts: &mut [Contact], roster: &Roster) -> bool {
    let mut is_incomplete = false;
    for contact in contacts {
        if contact.country.as_ref().is_some_and(|code| roster.country(code).is_none()) {
            contact.country = None;
            is_incomplete = true;
        }
        for enrolment in &mut contact.enrolments {
            let version = enrolment.version.map(|id| roster.version(id));
            if version.is_some_and(|version| version.is_none_or(|it| it.audience != enrolment.audience)) {
                enrolment.version = None;
                is_incomplete = true;
            }
        }
    }
    is_incomplete
}

/// The last number that was given to a contact, as far as that can be told: what cannot be read may hold the last of its
/// chunk.
fn given(parts: &RosterParts, found: &[Found], missing: &[Listed]) -> u32 {
    let last_of = |number: u32| number.saturating_mul(CHUNK).saturating_add(CHUNK - 1).min(Roster::MAX_ID);
    let found = found.iter().map(|chunk| match &chunk.contacts {
        Ok(contacts) => contacts.last().map_or(0, |contact| contact.id.0.min(Roster::MAX_ID)),
        Err(_) => last_of(chunk.number),
    });
    let missing = missing.iter().map(|chunk| last_of(chunk.number));
    found.chain(missing).fold(parts.last_contact, u32::max)
}

impl fmt::Display for RosterPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Surroundings => f.write_str("What belongs to all people on the plan"),
            Self::Chunk(number) => {
                let first = number.saturating_mul(CHUNK);
                let last = first.saturating_add(CHUNK - 1);
                write!(
                    f,
                    "Part {} of the people on the plan (numbers {} to {last})",
                    number + 1,
                    first.max(1)
                )
            }
        }
    }
}

impl fmt::Display for DamagedPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.part, self.why)
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { contacts: Some(1) } => f.write_str("it is gone, with 1 person in it."),
            Self::Missing { contacts: Some(contacts) } => {
                write!(f, "it is gone, with {contacts} people in it.")
            }
            Self::Missing { contacts: None } => f.write_str("it is gone. The people are there."),
            Self::Unreadable(why) => {
                write!(f, "it cannot be opened, since {}. Download it to keep it.", why.said_of("roster"))
            }
            Self::Unlisted => {
                f.write_str("it is left over, maybe from people who were removed. Download it to keep it.")
            }
            Self::Miscounted { listed, found } => {
                write!(f, "{listed} people were written and {found} are there.")
            }
            Self::Incomplete => f.write_str(
                "countries or earlier steps that it names are gone. The people are there without.",
            ),
        }
    }
}

impl error::Error for Damage {}
