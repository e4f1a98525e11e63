//! The text of a stored plan: which version it is, and how each version is read.
//!
//! What is written is always of the newest version. An older one is read by its own frozen types and lifted
//! from version to version.

mod place;

pub(crate) mod v1;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;

use super::{Fault, Stored, Unreadable};

/// What a stored envelope says of itself.
pub(crate) const FORMAT: &str = "followthrough";

/// Reads a stored envelope.
pub(crate) fn read(text: &str) -> Result<Stored, Unreadable> {
    let head = Head::read(text)?;
    match (head.format.as_str(), head.version) {
        (FORMAT, v1::VERSION) => parse::<v1::Envelope>(text)?.into_stored(),
        (FORMAT, newer) => Err(Unreadable::NewerVersion(newer)),
        _ => Err(Unreadable::NotOurs),
    }
}

/// Writes a stored envelope.
pub(crate) fn write(stored: &Stored) -> serde_json::Result<String> {
    serde_json::to_string(&v1::Envelope::from(stored))
}

/// What every file of ours says first: what it is, and in which version.
pub(crate) struct Head {
    pub(crate) format: String,
    /// At least 1.
    pub(crate) version: u64,
}

impl Head {
    /// Reads it, having looked through the whole text.
    pub(crate) fn read(text: &str) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Raw {
            format: String,
            #[serde(default)]
            version: Value,
        }
        let raw: Raw = serde_json::from_str(without_mark(text)).map_err(|error| match error.classify() {
            Category::Data => Unreadable::NotOurs,
            _ => not_json(&error),
        })?;
        match raw.version.as_u64() {
            Some(version @ 1..) => Ok(Self { format: raw.format, version }),
            _ => Err(Unreadable::Wrong(Fault::new("version", "it must be a whole number from 1 on"))),
        }
    }
}

/// Reads a text as one of the frozen types; a fault says where.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let text = without_mark(text);
    serde_json::from_str(text).map_err(|error| unreadable(text, &error))
}

fn unreadable(text: &str, error: &serde_json::Error) -> Unreadable {
    match error.classify() {
        Category::Data => {
            let path = place::path_to(text, error.line(), error.column());
            Unreadable::Wrong(Fault::new(path, plainly(&error.to_string())))
        }
        _ => not_json(error),
    }
}

/// What serde says, without the line, which the path makes needless, and without the names of Rust's types.
fn plainly(said: &str) -> String {
    let problem = said.rfind(" at line ").map_or(said, |end| &said[..end]);
    let Some((problem, expected)) = problem.rsplit_once(", expected ") else { return problem.to_owned() };
    let expected = match expected {
        "a string" => "text in quotes",
        "a sequence" => "a list",
        "u16" | "u32" | "u64" => "a whole number, not too large",
        kind if kind.starts_with("struct ") => "an object in braces",
        words => words,
    };
    format!("{problem}, expected {expected}")
}

fn not_json(error: &serde_json::Error) -> Unreadable {
    let line = error.line();
    if error.is_eof() { Unreadable::CutShort { line } } else { Unreadable::NotJson { line } }
}

/// Some editors put a byte order mark before what they save.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
