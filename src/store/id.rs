//! Names of plans and of tabs. They are made elsewhere: randomness is an argument.

use std::fmt;

/// Names a plan in the storage: 1 to 64 characters of `a-z`, `0-9` and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(String);

/// Names one loaded page, so that its writes can be told from those of another: the same characters as a
/// [`PlanId`]. A page that is loaded again takes a new one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TabId(String);

impl PlanId {
    /// What the keys of all plans begin with.
    pub const KEYS: &'static str = "followthrough/plan/";

    /// The id made of 128 random bits.
    pub fn from_bits(bits: u128) -> Self {
        Self(format!("{bits:032x}"))
    }

    /// Reads an id; `None` for anything that is none.
    pub fn parse(raw: &str) -> Option<Self> {
        is_id(raw).then(|| Self(raw.to_owned()))
    }

    /// Reads the id out of a storage key.
    pub fn from_key(key: &str) -> Option<Self> {
        key.strip_prefix(Self::KEYS).and_then(Self::parse)
    }

    /// The key the plan is stored under.
    pub fn key(&self) -> String {
        format!("{}{self}", Self::KEYS)
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TabId {
    /// The id made of 128 random bits.
    pub fn from_bits(bits: u128) -> Self {
        Self(format!("{bits:032x}"))
    }

    /// Reads an id; `None` for anything that is none.
    pub fn parse(raw: &str) -> Option<Self> {
        is_id(raw).then(|| Self(raw.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_id(raw: &str) -> bool {
    (1..=64).contains(&raw.len()) && raw.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

impl fmt::Display for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for TabId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_plain() {
        for id in ["a", "0f8e-11", &"z".repeat(64)] {
            assert_eq!(PlanId::parse(id).unwrap().as_str(), id);
            assert_eq!(TabId::parse(id).unwrap().as_str(), id);
        }
        for id in ["", "A", "a b", "a/b", "ä", "a\n", &"z".repeat(65)] {
            assert_eq!(PlanId::parse(id), None, "{id:?}");
            assert_eq!(TabId::parse(id), None, "{id:?}");
        }
    }

    #[test]
    fn random_bits_make_a_legal_id() {
        for bits in [0, u128::MAX] {
            assert_eq!(PlanId::parse(PlanId::from_bits(bits).as_str()), Some(PlanId::from_bits(bits)));
            assert_eq!(TabId::parse(TabId::from_bits(bits).as_str()), Some(TabId::from_bits(bits)));
        }
    }

    #[test]
    fn a_key_reads_back_to_its_id() {
        let id = PlanId::parse("my-plan").unwrap();
        assert_eq!(id.key(), "followthrough/plan/my-plan");
        assert_eq!(PlanId::from_key(&id.key()), Some(id));
        assert_eq!(PlanId::from_key("followthrough/current"), None);
        assert_eq!(PlanId::from_key("followthrough/plan/My Plan"), None);
    }
}
