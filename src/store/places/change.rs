//! What is carried to the durable place, and what becomes of what it finds there.

use crate::store::record::crc32;
use crate::store::{PlanId, Record};

/// What the durable place is asked to hold under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub key: String,
    /// What is to stand there; `None` takes away what cannot be read, without a trace.
    pub record: Option<Record>,
    pub(super) turn: u32,
    /// A full place takes nothing new, not even the word that a plan was removed: that comes later.
    pub(super) makes_room: bool,
}

impl Change {
    /// What is to be written, given what is found under its key: keys with what is to stand there. `None` where something
    /// is found that this was not made from. What is damaged is set aside, byte for byte.
    pub fn writes(&self, found: Option<&str>) -> Option<Vec<(String, Option<String>)>> {
        let mut writes = Vec::new();
        if let (Some(found), Some(record)) = (found, &self.record) {
            match Record::read(found) {
                Some(known) if !record.lineage.contains(known.lineage.latest()) => return None,
                Some(_) => {}
                None => writes.push((aside_key(&self.key, found), Some(found.to_owned()))),
            }
        }
        let raw = self.record.as_ref().filter(|_| !self.makes_room).map(Record::write);
        writes.push((self.key.clone(), raw));
        Some(writes)
    }
}

/// Where a damaged text of a plan is kept. It is no plan's key, and the same for the same text.
pub(super) fn aside_key(key: &str, text: &str) -> String {
    format!("{key}/damaged-{:08x}", crc32(text.as_bytes()))
}

/// Whether what stands there was set aside.
pub(super) fn is_aside(key: &str) -> bool {
    key.strip_prefix(PlanId::KEYS).is_some_and(|name| name.contains('/'))
}
