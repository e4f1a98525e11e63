//! A record of the durable place: what stands in it, before it a sum over it and the writes it descends from.
//!
//! One line of words and then the plan's text, byte for byte as it stands in local storage:
//! `followthrough-record 1 9ae0daaf kept 12 tab-a 9 tab-b`. What does not fit its sum is damaged, and said to be so.

use super::{Revision, TabId, VersionVector};

const FORMAT: &str = "followthrough-record 1";

/// What the durable place holds under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The write that put it there, and those it descends from.
    pub lineage: VersionVector,
    /// The text of the plan; `None` once it was removed.
    pub text: Option<String>,
}

impl Record {
    /// What is stored.
    pub fn write(&self) -> String {
        let mut body = String::from(if self.text.is_some() { "kept" } else { "removed" });
        for Revision { number, tab } in self.lineage.revisions() {
            body.push_str(&format!(" {number} {tab}"));
        }
        body.push('\n');
        body.push_str(self.text.as_deref().unwrap_or_default());
        format!("{FORMAT} {:08x} {body}", crc32(body.as_bytes()))
    }

    /// Reads what is stored; `None` where it is damaged.
    pub fn read(raw: &str) -> Option<Self> {
        let (sum, body) = raw.strip_prefix(FORMAT)?.strip_prefix(' ')?.split_once(' ')?;
        if u32::from_str_radix(sum, 16) != Ok(crc32(body.as_bytes())) {
            return None;
        }
        let (head, text) = body.split_once('\n')?;
        let mut words = head.split(' ');
        let text = match words.next()? {
            "kept" => Some(text.to_owned()),
            "removed" => None,
            _ => return None,
        };
        Some(Self { lineage: lineage(words)?, text })
    }
}

/// Reads the pairs of a number and a tab, the latest write first.
fn lineage<'a>(mut words: impl Iterator<Item = &'a str>) -> Option<VersionVector> {
    let mut revisions = Vec::new();
    while let Some(number) = words.next() {
        revisions.push(Revision { number: number.parse().ok()?, tab: TabId::parse(words.next()?)? });
    }
    let mut revisions = revisions.into_iter().rev();
    let mut lineage = VersionVector::new(revisions.next()?);
    revisions.for_each(|revision| lineage.advance(revision));
    Some(lineage)
}

/// The cyclic redundancy check of IEEE 802.3, which notices every single changed bit.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut at = 0;
        while at < table.len() {
            let mut value = at as u32;
            let mut bit = 0;
            while bit < 8 {
                value = (value >> 1) ^ if value & 1 == 1 { 0xedb8_8320 } else { 0 };
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    let step = |sum: u32, byte: &u8| (sum >> 8) ^ TABLE[usize::from((sum as u8) ^ byte)];
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(text: Option<&str>) -> Record {
        let revision = |number, tab| Revision { number, tab: TabId::parse(tab).unwrap() };
        let mut lineage = VersionVector::new(revision(9, "b"));
        lineage.advance(revision(12, "a"));
        Record { lineage, text: text.map(str::to_owned) }
    }

    #[test]
    fn the_sum_is_the_one_everybody_computes() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_record_comes_back_as_it_was() {
        for text in [Some("{\n  \"plan\": \"é\"\n}"), Some(""), None] {
            let raw = record(text).write();
            assert_eq!(Record::read(&raw), Some(record(text)));
        }
    }

    #[test]
    fn a_record_cut_anywhere_or_with_any_bit_turned_is_damaged() {
        let raw = record(Some("{\"plan\": 1}")).write();
        for end in 0..raw.len() {
            assert_eq!(Record::read(&raw[..end]), None, "cut at {end}");
        }
        for at in 0..raw.len() {
            for bit in 0..7 {
                let mut bytes = raw.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let turned = String::from_utf8(bytes).unwrap();
                // The sum itself reads the same in capital letters.
                if !turned.eq_ignore_ascii_case(&raw) || !(23..31).contains(&at) {
                    assert_eq!(Record::read(&turned), None, "bit {bit} of byte {at}");
                }
            }
        }
    }
}
