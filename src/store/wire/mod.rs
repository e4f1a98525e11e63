//! The text of a stored plan: which version it is, and how each version is read.
//!
//! What is written is always of the newest version. A version is frozen once it is out: a newer one that only adds to
//! it is read by the same functions, any other gets functions of its own.
//!
//! serde_json reads a text into a tree ([`json`]); a function for each part of a plan reads the tree and knows the
//! way to everything in it.

mod found;

mod json;

pub(crate) mod v3;

mod writer;

use std::borrow::Cow;

pub(crate) use found::{Fields, Found, Word, number, word};
use json::Node;
pub(crate) use writer::Writer;

use super::{Fault, Stored, Unreadable};

/// What a stored envelope says of itself.
pub(crate) const FORMAT: &str = "followthrough";

/// Reads a stored envelope.
pub(crate) fn read(text: &str) -> Result<Stored, Unreadable> {
    File::read(text)?.stored()
}

/// Writes a stored envelope.
pub(crate) fn write(stored: &Stored) -> String {
    v3::write_stored(stored)
}

/// A file of ours, of which only the head is read: what it is, and in which version.
pub(crate) struct File<'a> {
    pub(crate) format: String,
    /// At least 1.
    pub(crate) version: u64,
    all: Node<'a>,
}

impl<'a> File<'a> {
    /// Reads the head, having looked through the whole text.
    pub(crate) fn read(text: &'a str) -> Result<Self, Unreadable> {
        let all = Node::parse(without_mark(text))?;
        let mut head = Found::top(&all).fields().map_err(|_| Unreadable::NotOurs)?;
        let format = head.word("format").map_err(|_| Unreadable::NotOurs)?;
        match head.option("version", number) {
            Ok(Some(version @ 1..)) => Ok(Self { format, version, all }),
            _ => Err(Unreadable::Wrong(Fault::new("version", "it must be a whole number from 1 on"))),
        }
    }

    /// Reads all that it says behind the head.
    pub(crate) fn rest<T>(
        &self,
        read: impl FnOnce(&mut Fields<'_>) -> Result<T, Box<Fault>>,
    ) -> Result<T, Box<Fault>> {
        Found::top(&self.all).object(|file| {
            for name in ["format", "version"] {
                file.field(name)?;
            }
            read(file)
        })
    }

    /// Reads on, as a stored envelope.
    pub(crate) fn stored(&self) -> Result<Stored, Unreadable> {
        match (self.format.as_str(), self.version) {
            (FORMAT, version) if v3::reads(version) => Ok(self.rest(v3::read_stored)?),
            (FORMAT, newer) => Err(Unreadable::NewerVersion(newer)),
            _ => Err(Unreadable::NotOurs),
        }
    }
}

impl Word for String {
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Ok(word.to_owned())
    }
}

impl From<Box<Fault>> for Unreadable {
    fn from(fault: Box<Fault>) -> Self {
        Self::Wrong(*fault)
    }
}

/// Some editors put a byte order mark before what they save.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
