//! What is remembered of a plan's entries on the list, beside what each carries itself.
//!
//! Kept as a text of short lines, one an entry: its name within the plan, how it stands, what was said of it, and the mark by
//! which the server knows its state. A text that is none of ours counts for nothing: what is on the list is found there.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::saying::Saying;

/// How the text begins.
const HEAD: &str = "team 1";

/// What is remembered, by the names of the entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Memory(pub(super) BTreeMap<String, Known>);

/// What is known of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) standing: Standing,
    pub(super) saying: Saying,
    /// Blank where the server has not said it yet.
    pub(super) etag: String,
}

/// How an entry stood last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// To be done, here and there.
    Open,
    /// Done, here and there.
    Done,
    /// Ticked off there; what came of it has to be said here first.
    Asked,
    /// Called off there by somebody.
    CalledOff,
    /// Done here, and opened again there.
    Reopened,
    /// Deleted there by somebody.
    Deleted,
    /// Nothing is to be done with it any more.
    Left,
}

impl Standing {
    const ALL: [(Self, &'static str); 7] = [
        (Self::Open, "o"),
        (Self::Done, "d"),
        (Self::Asked, "a"),
        (Self::CalledOff, "c"),
        (Self::Reopened, "r"),
        (Self::Deleted, "x"),
        (Self::Left, "l"),
    ];

    fn slug(self) -> &'static str {
        Self::ALL.into_iter().find(|(standing, _)| *standing == self).map_or("o", |(_, slug)| slug)
    }

    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == slug).map(|(standing, _)| standing)
    }
}

impl Memory {
    /// What a text says; nothing where it is none of ours.
    pub(super) fn read(text: &str) -> Self {
        let mut lines = text.split('\n');
        if lines.next() != Some(HEAD) {
            return Self::default();
        }
        lines.map(line).collect::<Option<_>>().map(Self).unwrap_or_default()
    }

    /// The text.
    pub(super) fn to_text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (key, Known { standing, saying, etag }) in &self.0 {
            // Writing to a text cannot fail.
            _ = write!(text, "\n{key} {} {} {etag}", standing.slug(), saying.to_text());
        }
        text
    }
}

fn line(line: &str) -> Option<(String, Known)> {
    let mut words = line.splitn(4, ' ');
    let key = words.next().filter(|key| !key.is_empty())?.to_owned();
    let standing = Standing::from_slug(words.next()?)?;
    let saying = Saying::read(words.next()?)?;
    Some((key, Known { standing, saying, etag: words.next()?.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_back_as_it_was_kept_and_anything_else_counts_for_nothing() {
        let saying = Saying::of("Call", "Why", "2026-12-03".parse().unwrap());
        let all = Standing::ALL.into_iter().enumerate().map(|(at, (standing, _))| {
            let etag = if at == 0 { String::new() } else { format!("\"{at} a\"") };
            (format!("t:s{at}"), Known { standing, saying, etag })
        });
        let memory = Memory(all.collect());
        assert_eq!(Memory::read(&memory.to_text()), memory);
        let good = memory.to_text();
        for text in [
            "",
            "calendar 1 0",
            "team 2",
            &good.replace(" o ", " q "),
            &good.replace(".3.", ".x."),
            &format!("{good}\n"),
        ] {
            assert_eq!(Memory::read(text), Memory::default(), "{text}");
        }
    }
}
