//! Which records a change of a roster writes.

use super::RosterPart;
use crate::roster::{Chunk, Roster};
use crate::store::wire::people;

/// What is to stand in a record of a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterWrite {
    /// Which record.
    pub part: RosterPart,
    /// Its text; `None` takes it away.
    pub text: Option<String>,
}

/// The records that differ between two rosters, as they are in `after`: those of chunks that are not shared, and the
/// surroundings if they or the list of chunks are others. A roster that was never written is written whole with
/// [`Roster::default`] before it.
///
/// They are to be written together. Where that cannot be, their order leaves the least behind: contacts, the list of
/// chunks, then what is taken away.
pub fn roster_writes(before: &Roster, after: &Roster) -> Vec<RosterWrite> {
    let chunk = |roster: &'_ Roster, number: u32| -> Option<std::sync::Arc<Chunk>> {
        roster.chunks().find(|(known, _)| *known == number).map(|(_, chunk)| chunk.clone())
    };
    let mut writes = Vec::new();
    let mut removals = Vec::new();
    for number in before.changed_chunks(after) {
        let part = RosterPart::Chunk(number);
        match chunk(after, number) {
            // Made anew, and the same again.
            Some(now) if chunk(before, number).is_some_and(|then| then == now) => {}
            Some(now) => writes.push(RosterWrite { part, text: Some(people::write_chunk(number, &now)) }),
            None => removals.push(RosterWrite { part, text: None }),
        }
    }
    if surroundings_differ(before, after) {
        let text = (!is_blank(after)).then(|| people::write_surroundings(after));
        writes.push(RosterWrite { part: RosterPart::Surroundings, text });
    }
    writes.extend(removals);
    writes
}

fn surroundings_differ(before: &Roster, after: &Roster) -> bool {
    let are_shared = before.has_same_surroundings(after)
        || (before.availabilities() == after.availabilities()
            && before.countries() == after.countries()
            && before.versions() == after.versions());
    !are_shared
        || before.last_contact() != after.last_contact()
        || before.last_version() != after.last_version()
        || people::listed(before) != people::listed(after)
}

/// Whether a roster is one of nobody, ever: there is nothing to keep.
fn is_blank(roster: &Roster) -> bool {
    *roster == Roster::default()
}
