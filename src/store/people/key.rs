//! Under which keys the records of a roster stand.

use crate::store::PlanId;
use crate::store::record::crc32;
use crate::store::wire::people::LAST_CHUNK;

/// Names a record of a roster in the storage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RosterKey {
    /// The plan whose roster it is.
    pub plan: PlanId,
    /// Which of its records.
    pub part: RosterPart,
}

/// A part of a roster that is kept in a record of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RosterPart {
    /// All but the contacts, with the list of chunks.
    Surroundings,
    /// The contacts of the chunk of that number.
    Chunk(u32),
}

const SURROUNDINGS: &str = "surroundings";

impl RosterKey {
    /// What the keys of all records of rosters begin with. They stand beside the plans, not among them: what stands among
    /// them and is no plan would be shown as set aside, and offered to be discarded, by an app that knows of no people.
    pub const KEYS: &'static str = "followthrough/people/";

    /// What the keys of all records of one plan's roster begin with, those of damaged texts too.
    pub fn keys_of(plan: &PlanId) -> String {
        format!("{}{plan}/", Self::KEYS)
    }

    /// The key.
    pub fn key(&self) -> String {
        let keys = Self::keys_of(&self.plan);
        match self.part {
            RosterPart::Surroundings => keys + SURROUNDINGS,
            RosterPart::Chunk(number) => format!("{keys}{number}"),
        }
    }

    /// Reads a key; `None` for anything else, such as that of a text put aside.
    pub fn from_key(key: &str) -> Option<Self> {
        let (plan, part) = key.strip_prefix(Self::KEYS)?.split_once('/')?;
        let number = |part: &str| part.parse().ok().filter(|number: &u32| number.to_string() == part);
        let part = match part {
            SURROUNDINGS => RosterPart::Surroundings,
            _ => RosterPart::Chunk(number(part).filter(|number| *number <= LAST_CHUNK)?),
        };
        Some(Self { plan: PlanId::parse(plan)?, part })
    }

    /// Where a damaged text of a plan's roster is put aside: the same for the same text, and no record's key.
    pub fn aside(plan: &PlanId, text: &str) -> String {
        format!("{}damaged-{:08x}", Self::keys_of(plan), crc32(text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(id: &str) -> PlanId {
        PlanId::parse(id).unwrap()
    }

    #[test]
    fn a_key_reads_back_and_is_no_plans() {
        for (part, end) in [
            (RosterPart::Surroundings, "surroundings"),
            (RosterPart::Chunk(0), "0"),
            (RosterPart::Chunk(LAST_CHUNK), "156250"),
        ] {
            let key = RosterKey { plan: plan("my-plan"), part };
            assert_eq!(key.key(), format!("followthrough/people/my-plan/{end}"));
            assert!(!key.key().starts_with(PlanId::KEYS));
            assert_eq!(RosterKey::from_key(&key.key()), Some(key));
        }
    }

    #[test]
    fn what_is_no_records_key_is_none() {
        let aside = RosterKey::aside(&plan("a"), "{");
        for key in [
            "followthrough/plan/a",
            "followthrough/people/a",
            "followthrough/people/a/",
            "followthrough/people/a/01",
            "followthrough/people/a/+1",
            "followthrough/people/a/-1",
            "followthrough/people/a/156251",
            "followthrough/people/a/4294967296",
            "followthrough/people/a/1/2",
            "followthrough/people/A/1",
            &aside,
        ] {
            assert_eq!(RosterKey::from_key(key), None, "{key}");
        }
        assert!(aside.starts_with(&RosterKey::keys_of(&plan("a"))));
        assert!(!RosterKey::keys_of(&plan("ab")).starts_with(&RosterKey::keys_of(&plan("a"))));
    }
}
