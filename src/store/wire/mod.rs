//! The text of a stored plan: which version it is, and how each version is read.
//!
//! What is written is always of the newest version, [`v4`]. An older one is frozen: all that is kept of it is the way
//! up to the next, from tree to tree. Only a tree of the newest version is turned into a plan.
//!
//! serde_json reads a text into a tree ([`json`]), a plain value; a declaration for each part of a plan ([`record`])
//! gives what reads it from there, knowing the way to everything in it, what writes it, and a schema of it ([`shape`]).

pub(crate) mod changes;

mod found;

mod json;

mod merge;

pub(crate) mod people;

mod record;

pub(crate) mod shape;

mod v1;

mod v2;

mod v3;

pub(crate) mod v4;

mod writer;

use std::borrow::Cow;

pub(crate) use found::{Fields, Found, Word, number, word};
use json::Node;
pub(crate) use merge::merge;
pub(crate) use record::{Value, record};
pub(crate) use writer::Writer;

use super::{Fault, Stored, Unreadable};
use crate::plan::{Plan, PlanParts};

/// What a stored envelope says of itself.
pub(crate) const FORMAT: &str = "followthrough";

/// Reads a stored envelope.
pub(crate) fn read(text: &str) -> Result<Stored, Unreadable> {
    File::read(text)?.stored()
}

/// Whether a stored envelope begins as those that are written now.
pub(crate) fn is_newest(text: &str) -> bool {
    let rest = text.strip_prefix("{\"format\":\"followthrough\",\"version\":");
    rest.and_then(|rest| rest.split_once(',')).is_some_and(|(version, _)| version.parse() == Ok(v4::VERSION))
}

/// Writes a stored envelope.
pub(crate) fn write(stored: &Stored) -> String {
    v4::write_stored(stored)
}

/// All that a plan says, as one text.
pub(crate) fn plan_text(plan: &PlanParts) -> String {
    Writer::object_text(|w| v4::write_plan(w.name("plan"), plan))
}

/// Reads a value that travels between programs of ours, where it needs no head; `None` for anything else.
pub(crate) fn read_value<T: Value>(text: &str) -> Option<T> {
    T::read(Found::top(&Node::parse(text).ok()?)).ok()
}

/// The text in a field of a file that has no head, which whoever runs a host writes; `None` for anything else.
pub(crate) fn text_in(file: &str, field: &str) -> Option<String> {
    match Node::parse(without_mark(file)).ok()?.get(field)? {
        Node::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}

/// Writes a value that travels between programs of ours.
pub(crate) fn write_value<T: Value>(value: &T) -> String {
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.into_text()
}

/// A file of ours, of which only the head is read: what it is, and in which version.
pub(crate) struct File<'a> {
    pub(crate) format: String,
    /// At least 1.
    pub(crate) version: u64,
    all: Node<'a>,
    /// Findings left alone by an older version, of which what they are about looks as it did then.
    standing: Vec<String>,
}

impl<'a> File<'a> {
    /// Reads the head, having looked through the whole text.
    pub(crate) fn read(text: &'a str) -> Result<Self, Unreadable> {
        let all = Node::parse(without_mark(text))?;
        let mut head = Found::top(&all).fields().map_err(|_| Unreadable::NotOurs)?;
        let format = head.word("format").map_err(|_| Unreadable::NotOurs)?;
        match head.option("version", number) {
            Ok(Some(version @ 1..)) => Ok(Self { format, version, all, standing: Vec::new() }),
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
    pub(crate) fn stored(self) -> Result<Stored, Unreadable> {
        if self.format != FORMAT {
            return Err(Unreadable::NotOurs);
        }
        let file = self.newest()?;
        Ok(file.rest(|envelope| v4::read_stored(envelope, &file.standing))?)
    }

    /// The same in the newest version, one version after the other; a text of a version still newer is not read.
    pub(crate) fn newest(mut self) -> Result<Self, Unreadable> {
        if self.version > v4::VERSION {
            return Err(Unreadable::NewerVersion(self.version));
        }
        if self.version <= 1 {
            v1::up(&mut self.all);
        }
        if self.version <= 2 {
            v2::up(&mut self.all);
        }
        if self.version <= 3 {
            self.standing = v3::up(&mut self.all);
        }
        Ok(self)
    }

    /// The plan in a field of a file in the newest version.
    pub(crate) fn plan(&self, field: Found<'_>) -> Result<Plan, Box<Fault>> {
        v4::read_plan(field, &self.standing)
    }
}

impl Word for String {
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn from_word(word: &str) -> Result<Self, String> {
        Ok(word.to_owned())
    }

    fn shape() -> String {
        shape::text()
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
