//! A file of one's own that follows a plan: whether it is still as it was written.

use std::fmt;

use super::record::crc32;

/// What a text looked like, in a few letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    length: usize,
    sum: u32,
}

/// What is found in the file before it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InFile {
    /// What was written last, or nothing yet: it may be written over.
    Ours,
    /// Already what is to be written.
    Current,
    /// What somebody else put there: it is not written over unasked.
    Others,
}

impl Digest {
    /// That of a text.
    pub fn of(text: &str) -> Self {
        Self { length: text.len(), sum: crc32(text.as_bytes()) }
    }

    /// Reads what was stored.
    pub fn parse(raw: &str) -> Option<Self> {
        let (length, sum) = raw.split_once(' ')?;
        Some(Self { length: length.parse().ok()?, sum: u32::from_str_radix(sum, 16).ok()? })
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:08x}", self.length, self.sum)
    }
}

impl InFile {
    /// What `found` is, given what was written last and what is to be written.
    pub fn judge(found: &str, last: Option<Digest>, next: &str) -> Self {
        if found == next {
            Self::Current
        } else if found.is_empty() || last == Some(Digest::of(found)) {
            Self::Ours
        } else {
            Self::Others
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_over_only_if_it_is_empty_or_as_it_was_written() {
        let last = Some(Digest::of("one"));
        for (found, last, is) in [
            ("", None, InFile::Ours),
            ("one", last, InFile::Ours),
            ("two", last, InFile::Current),
            ("two", None, InFile::Current),
            ("one, edited", last, InFile::Others),
            ("one", None, InFile::Others),
        ] {
            assert_eq!(InFile::judge(found, last, "two"), is, "{found:?}");
        }
    }

    #[test]
    fn a_digest_comes_back_and_differs_by_any_letter() {
        let digest = Digest::of("plan");
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        assert!(["plam", "plan ", "pla"].iter().all(|other| Digest::of(other) != digest));
        assert_eq!(Digest::parse("4"), None);
    }
}
