//! The text of a stored roster: one record of what its contacts stand in, with the list of its chunks, and one record a
//! chunk. It never stands in a plan's text, so that a plan can be passed on without a name in it.
//!
//! Its version counts by itself. Steps, holidays and fates stand in it as in version 4 of a plan: a version of plans in
//! which they stand otherwise asks for one here too, and for a way up to it in [`open`].

mod flaw;

mod records;

use super::{File, Found, Value, Writer, record};
use crate::roster::{CHUNK, Chunk, Contact, Flawed, Roster, RosterParts};
use crate::store::{Fault, Unreadable};

/// The version this is, of both kinds of records and of a roster's file.
pub(crate) const VERSION: u64 = 1;

/// What a record of the surroundings says of itself.
const SURROUNDINGS: &str = "followthrough-people";

/// What a record of a chunk says of itself.
const CONTACTS: &str = "followthrough-contacts";

/// The largest number of a chunk.
pub(crate) const LAST_CHUNK: u32 = Roster::MAX_ID / CHUNK;

/// A chunk, as the surroundings list it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Its number.
    pub(crate) number: u32,
    /// How many contacts it has.
    pub(crate) contacts: u8,
}

record!(Listed { number "number", contacts "contacts" });

/// The chunks that the surroundings of a roster list, in order.
pub(crate) fn listed(roster: &Roster) -> Vec<Listed> {
    let count = |chunk: &Chunk| u8::try_from(chunk.len()).unwrap_or(u8::MAX);
    roster.chunks().map(|(number, chunk)| Listed { number, contacts: count(chunk) }).collect()
}

/// Writes the surroundings: all but the contacts.
pub(crate) fn write_surroundings(roster: &Roster) -> String {
    text(SURROUNDINGS, |w| {
        listed(roster).write(w.name("chunks"));
        let parts = RosterParts {
            contacts: Vec::new(),
            availabilities: roster.availabilities().to_vec(),
            countries: roster.countries().to_vec(),
            versions: roster.versions().to_vec(),
            last_contact: roster.last_contact(),
            last_version: roster.last_version(),
        };
        parts.write(w.name("roster"));
    })
}

/// Reads the surroundings: a roster's parts without contacts, which are sound, and the list of its chunks.
pub(crate) fn read_surroundings(text: &str) -> Result<(RosterParts, Vec<Listed>), Unreadable> {
    let read = open(text, SURROUNDINGS)?.rest(|record| {
        let list = record.field("chunks")?;
        let chunks = Vec::<Listed>::read(list)?;
        let is_sound =
            |chunk: &Listed| chunk.number <= LAST_CHUNK && (1..=CHUNK).contains(&u32::from(chunk.contacts));
        if !chunks.is_sorted_by(|a, b| a.number < b.number) || !chunks.iter().all(is_sound) {
            return Err(list.fault(&format!("they stand in order, one each, of 1 to {CHUNK} contacts")));
        }
        let roster = record.field("roster")?;
        let parts = RosterParts::read(roster)?;
        if !parts.contacts.is_empty() {
            return Err(roster.fault("contacts stand in records of their own"));
        }
        parts.clone().checked().map_err(|flaw| flaw::fault(&parts, flaw, "roster."))?;
        Ok((parts, chunks))
    })?;
    Ok(read)
}

/// Writes the contacts of a chunk.
pub(crate) fn write_chunk(number: u32, chunk: &Chunk) -> String {
    text(CONTACTS, |w| {
        number.write(w.name("chunk"));
        chunk.write(w.name("contacts"));
    })
}

/// Reads the contacts of the chunk of that number: in order, each with an id that belongs there. What they stand in is
/// not looked at.
pub(crate) fn read_chunk(text: &str, number: u32) -> Result<Vec<Contact>, Unreadable> {
    let contacts = open(text, CONTACTS)?.rest(|record| {
        let chunk = record.field("chunk")?;
        if u32::read(chunk)? != number {
            return Err(chunk.fault(&format!("it stands in the place of chunk {number}")));
        }
        let list = record.field("contacts")?;
        let contacts = Vec::<Contact>::read(list)?;
        let belongs = |contact: &Contact| contact.id.0 / CHUNK == number;
        if !contacts.is_sorted_by(|a, b| a.id < b.id) || !contacts.iter().all(belongs) {
            return Err(list.fault("they stand in order of their ids, one each, those of this chunk"));
        }
        Ok(contacts)
    })?;
    Ok(contacts)
}

/// Why the record of a chunk that reads well does not fit in with the rest of its roster.
pub(crate) fn chunk_flaw(text: &str, number: u32, flaw: Flawed) -> Unreadable {
    match read_chunk(text, number) {
        Ok(contacts) => {
            Unreadable::from(flaw::fault(&RosterParts { contacts, ..RosterParts::default() }, flaw, ""))
        }
        Err(why) => why,
    }
}

/// Writes a whole roster as one value.
pub(crate) fn write_roster(w: &mut Writer, roster: &Roster) {
    roster.to_parts().write(w);
}

/// Reads a whole roster, if its parts are right and fit together; otherwise where they are or do not.
pub(crate) fn read_roster(found: Found<'_>) -> Result<Roster, Box<Fault>> {
    match RosterParts::read(found)?.checked() {
        Ok(roster) => Ok(roster),
        // Read once more, rather than kept twice.
        Err(flaw) => Err(flaw::fault(&RosterParts::read(found)?, flaw, "roster.")),
    }
}

/// Reads the head of a text of ours of that kind, in a version known here.
pub(crate) fn open<'a>(text: &'a str, format: &str) -> Result<File<'a>, Unreadable> {
    let file = File::read(text)?;
    match file.version {
        _ if file.format != format => Err(Unreadable::NotOurs),
        ..=VERSION => Ok(file),
        newer => Err(Unreadable::NewerVersion(newer)),
    }
}

fn text(format: &str, rest: impl FnOnce(&mut Writer)) -> String {
    Writer::object_text(|w| {
        w.name("format").text(format);
        w.name("version").number(VERSION);
        rest(w);
    })
}
