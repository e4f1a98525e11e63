//! What is remembered of the calendar files before, so that an entry is known again.
//!
//! Kept as a text of short lines, one an entry that some file holds: its name within the plan, its SEQUENCE, a digest of
//! what was said of it (or `-` once it was called off), its day, and the kinds of files that hold it. A file of one person
//! or one contact calls off only what a file of that kind held before: to others it may go on. Their entries have one
//! SEQUENCE in all files, since one calendar may take several.
//!
//! An entry that no file holds any more is forgotten, but for the highest SEQUENCE of all those: should one come back, it
//! begins above that, so that no calendar takes it for older than its cancellation.
//!
//! A text that is none of ours counts for nothing: all is as at the first export.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::component::date;

/// How the text begins.
const HEAD: &str = "calendar 1";

/// No number is read that could become too large for a calendar (RFC 5545, 3.3.8).
const MOST: u32 = 1 << 30;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Memory {
    /// What a new entry begins with.
    fresh: u32,
    /// The kinds of files there were.
    scopes: Vec<String>,
    /// By the name of the entry.
    entries: BTreeMap<String, Known>,
}

/// A kind of file: which entries are wanted, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scope(usize);

/// What is known of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    sequence: u32,
    /// None once it was called off.
    digest: Option<Digest>,
    day: NaiveDate,
    /// The kinds of files that hold it, each with the number it has there.
    held: Vec<(usize, u32)>,
}

/// A number that stands for what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Digest(u32);

/// An entry as it is to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sent {
    /// Its number.
    pub(super) sequence: u32,
    /// Whether no file of this kind has it like this.
    pub(super) is_news: bool,
}

/// An entry that is to be called off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gone {
    /// Its name.
    pub(super) key: String,
    /// Its number from now on.
    pub(super) sequence: u32,
    /// The day it was on.
    pub(super) day: NaiveDate,
}

impl Digest {
    /// Of texts in order (FNV-1a).
    pub(in crate::exchange) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let bytes = texts.into_iter().flat_map(|text| text.bytes().chain([0]));
        Self(bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }

    /// Eight digits.
    pub(in crate::exchange) fn to_text(self) -> String {
        format!("{:08x}", self.0)
    }

    /// Reads those; `None` for anything else.
    pub(in crate::exchange) fn read(text: &str) -> Option<Self> {
        u32::from_str_radix(text, 16).ok().map(Self)
    }
}

impl Memory {
    /// What a text says; nothing where it is none of ours.
    pub(super) fn read(text: &str) -> Self {
        read(text).unwrap_or_default()
    }

    /// The place of a kind of file.
    pub(super) fn scope(&mut self, name: &str) -> Scope {
        Scope(self.scopes.iter().position(|known| known == name).unwrap_or_else(|| {
            self.scopes.push(name.to_owned());
            self.scopes.len() - 1
        }))
    }

    /// Notes that an entry is sent in a file of a kind.
    pub(super) fn sent(&mut self, scope: Scope, key: &str, digest: Digest, day: NaiveDate) -> Sent {
        let fresh = self.fresh;
        let new = || Known { sequence: fresh, digest: Some(digest), day, held: Vec::new() };
        let known = self.entries.entry(key.to_owned()).or_insert_with(new);
        if known.digest != Some(digest) {
            known.sequence += 1;
        }
        (known.digest, known.day) = (Some(digest), day);
        let before = known.held.iter().find(|(held, _)| *held == scope.0).map(|(_, sequence)| *sequence);
        known.held.retain(|(held, _)| *held != scope.0);
        known.held.push((scope.0, known.sequence));
        Sent { sequence: known.sequence, is_news: before != Some(known.sequence) }
    }

    /// Takes out what files of a kind held and hold no longer.
    pub(super) fn gone(&mut self, scope: Scope, here: &HashSet<String>) -> Vec<Gone> {
        let mut all = Vec::new();
        for (key, known) in &mut self.entries {
            let is_held = known.held.iter().any(|(held, _)| *held == scope.0);
            if !is_held || here.contains(key) {
                continue;
            }
            if known.digest.take().is_some() {
                known.sequence += 1;
            }
            known.held.retain(|(held, _)| *held != scope.0);
            all.push(Gone { key: key.clone(), sequence: known.sequence, day: known.day });
            if known.held.is_empty() {
                self.fresh = self.fresh.max(known.sequence + 1);
            }
        }
        self.entries.retain(|_, known| !known.held.is_empty());
        all
    }

    /// The text.
    pub(super) fn to_text(&self) -> String {
        let mut text = format!("{HEAD} {}", self.fresh);
        for scope in &self.scopes {
            // Writing to a text cannot fail.
            _ = write!(text, "\n={scope}");
        }
        for (key, known) in &self.entries {
            let digest = known.digest.map_or_else(|| "-".to_owned(), Digest::to_text);
            _ = write!(text, "\n{key} {} {digest} {}", known.sequence, date(known.day));
            for (scope, sequence) in &known.held {
                // Nearly always the number is the entry's own.
                let own = known.sequence == *sequence;
                _ = if own { write!(text, " {scope}") } else { write!(text, " {scope}:{sequence}") };
            }
        }
        text
    }
}

fn read(text: &str) -> Option<Memory> {
    let mut lines = text.split('\n').peekable();
    let fresh = number(lines.next()?.strip_prefix(HEAD)?.strip_prefix(' ')?)?;
    let mut memory = Memory { fresh, ..Memory::default() };
    while let Some(scope) = lines.peek().and_then(|line| line.strip_prefix('=')) {
        memory.scopes.push(scope.to_owned());
        lines.next();
    }
    for line in lines {
        let mut words = line.split(' ');
        let key = words.next().filter(|key| is_key(key))?;
        let sequence = number(words.next()?)?;
        let digest = match words.next()? {
            "-" => None,
            digest => Some(Digest::read(digest)?),
        };
        let day = NaiveDate::parse_from_str(words.next()?, "%Y%m%d").ok()?;
        let held = words.map(|word| {
            let (scope, sequence) = match word.split_once(':') {
                Some((scope, sequence)) => (scope, number(sequence)?),
                None => (word, sequence),
            };
            let scope = scope.parse().ok().filter(|scope| *scope < memory.scopes.len())?;
            Some((scope, sequence))
        });
        let known = Known { sequence, digest, day, held: held.collect::<Option<_>>()? };
        memory.entries.insert(key.to_owned(), known);
    }
    Some(memory)
}

fn number(word: &str) -> Option<u32> {
    word.parse().ok().filter(|number| *number < MOST)
}

/// Whether it could be the name of an entry, which stands in files as it is.
fn is_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// What a file of a kind says of entries, each with its number, and what it calls off.
    fn export(memory: &mut Memory, scope: &str, said: &[(&str, &str)]) -> Vec<String> {
        let scope = memory.scope(scope);
        let mut told = Vec::new();
        for (key, text) in said {
            let sent = memory.sent(scope, key, Digest::of([*text]), day("2026-12-03"));
            told.push(format!("{key} {}{}", sent.sequence, if sent.is_news { " news" } else { "" }));
        }
        let here = said.iter().map(|(key, _)| (*key).to_owned()).collect();
        let gone = memory.gone(scope, &here).into_iter();
        told.extend(gone.map(|gone| format!("{} {} gone", gone.key, gone.sequence)));
        told
    }

    #[test]
    fn what_comes_back_begins_above_its_cancellation() {
        let memory = &mut Memory::default();
        assert_eq!(export(memory, "", &[("s1", "call")]), ["s1 0 news"]);
        assert_eq!(export(memory, "", &[("s1", "call")]), ["s1 0"]);
        assert_eq!(export(memory, "", &[("s1", "ring")]), ["s1 1 news"]);
        assert_eq!(export(memory, "", &[]), ["s1 2 gone"]);
        assert_eq!(export(memory, "", &[]), Vec::<String>::new());
        assert_eq!(export(memory, "", &[("s1", "ring")]), ["s1 3 news"]);
    }

    #[test]
    fn what_goes_to_somebody_else_is_called_off_for_one_alone() {
        let memory = &mut Memory::default();
        export(memory, "", &[("s1", "Ann")]);
        export(memory, " person=1", &[("s1", "Ann")]);
        assert_eq!(export(memory, " person=1", &[]), ["s1 1 gone"]);
        assert_eq!(export(memory, " person=2", &[("s1", "Ben")]), ["s1 2 news"]);
        assert_eq!(export(memory, "", &[("s1", "Ben")]), ["s1 2 news"]);
        assert_eq!(export(memory, " person=2", &[]), ["s1 3 gone"]);
        assert_eq!(export(memory, "", &[]), ["s1 3 gone"], "the same cancellation");
    }

    #[test]
    fn it_comes_back_as_it_was_kept() {
        let mut memory = Memory::default();
        export(&mut memory, "", &[("s1", "a"), ("s2-a2", "b"), ("t:c1-1-s3", "c")]);
        export(&mut memory, " contact=1", &[("s1", "other")]);
        export(&mut memory, " contact=1", &[]);
        assert_eq!(Memory::read(&memory.to_text()), memory);
        assert_eq!(memory.to_text().lines().next(), Some("calendar 1 0"));
    }

    #[test]
    fn what_is_none_of_ours_counts_for_nothing() {
        for text in [
            "",
            "calendar",
            "calendar 2 0",
            "calendar 1 -1",
            "calendar 1 0\ns1",
            "calendar 1 0\n=\ns1 0 1a2b3c4d 20261203 1",
            "calendar 1 0\n=\ns1 0 1a2b3c4d 20261303 0",
            "calendar 1 0\n=\ns1;X 0 1a2b3c4d 20261203 0",
            "calendar 1 0\n=\ns1 4000000000 1a2b3c4d 20261203 0",
            "{\"calendar\": 1}",
        ] {
            assert_eq!(Memory::read(text), Memory::default(), "{text:?}");
        }
    }
}
