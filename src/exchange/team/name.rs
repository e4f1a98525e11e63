//! How our entries are called on the list.

use crate::exchange::Outgoing;
use crate::exchange::write::Kind;

/// How the name of an entry of a plan begins, and ends.
const ENDING: &str = ".ics";

/// What may be named in one round: as what the steps leave, and whose.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// Before the entry's own name: what it is, and of which plan.
    prefix: String,
    kind: Kind,
    is_of_people: bool,
}

impl Names {
    /// Those of what leaves.
    pub(super) fn of(outgoing: &Outgoing) -> Self {
        let kind = Kind::wanted(outgoing);
        let what = match kind {
            Kind::Event => "day",
            Kind::Task => "task",
        };
        let prefix = format!("followthrough-{}-{what}-", outgoing.id);
        Self { prefix, kind, is_of_people: outgoing.wanted.people }
    }

    /// The name of an entry on the list.
    pub(super) fn on_list(&self, key: &str) -> String {
        format!("{}{}{ENDING}", self.prefix, Kind::read_key(key).1)
    }

    /// The key of an entry on the list, where it is one of those that a round is about.
    pub(super) fn key(&self, on_list: &str) -> Option<String> {
        let name = on_list.strip_prefix(&self.prefix)?.strip_suffix(ENDING)?;
        let key = self.kind.key_of(name);
        self.has(&key).then_some(key)
    }

    /// Whether a key is one of those that a round is about.
    pub(super) fn has(&self, key: &str) -> bool {
        let (kind, name) = Kind::read_key(key);
        let is_plain =
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let first = if self.is_of_people { 'c' } else { 's' };
        is_plain && kind == self.kind && name.starts_with(first)
    }
}
