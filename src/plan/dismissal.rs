//! Findings of a review that a person has answered.

use super::Line;

/// A finding that is to be left alone, and why (F6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// Which finding, by the name a review gives it.
    pub finding: Line,
    /// How what it was about looked then: when it looks otherwise, the finding comes back.
    pub fingerprint: Fingerprint,
    /// Why it is left alone.
    pub reason: Line,
}

/// How the facts that a finding is about looked, as a number. The facts are put as text first, so that the number is
/// the same on every machine and stays so when a plan learns to say more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fingerprint {
    /// Taken by the program that wrote files of version 3, of its own values. No longer made.
    Values(u32),
    /// Of the facts as text.
    Facts(u32),
}

impl Fingerprint {
    /// The fingerprint of facts that were put as text.
    pub fn of(facts: &str) -> Self {
        Self::Facts(fnv(facts.as_bytes()))
    }

    /// The fingerprint as version 3 took it, of the bytes of its values.
    pub fn of_values(bytes: &[u8]) -> Self {
        Self::Values(fnv(bytes))
    }
}

/// The 32-bit hash of Fowler, Noll and Vo. The standard one differs between machines and versions.
fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_the_known_hash_of_its_text() {
        // Test vectors of the hash's authors.
        for (text, hash) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(Fingerprint::of(text), Fingerprint::Facts(hash));
        }
    }
}
