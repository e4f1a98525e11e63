//! What was said of an entry, as little as is needed to see what somebody changed since.

use chrono::NaiveDate;

use crate::exchange::write::{Digest, date};

/// The title, the details and the day of an entry, the texts as digests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Saying {
    pub(super) title: Digest,
    pub(super) details: Digest,
    /// How long the details are, in bytes: with it they are found again where somebody wrote on.
    pub(super) length: usize,
    pub(super) day: NaiveDate,
}

impl Saying {
    /// Of texts that went through [`plain`].
    pub(super) fn of(title: &str, details: &str, day: NaiveDate) -> Self {
        Self { title: Digest::of([title]), details: Digest::of([details]), length: details.len(), day }
    }

    /// `1a2b3c4d.5e6f7a8b.120.20261203`.
    pub(super) fn to_text(self) -> String {
        let Self { title, details, length, day } = self;
        format!("{}.{}.{length}.{}", title.to_text(), details.to_text(), date(day))
    }

    /// Reads that; `None` for anything else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('.');
        let saying = Self {
            title: Digest::read(parts.next()?)?,
            details: Digest::read(parts.next()?)?,
            length: parts.next()?.parse().ok()?,
            day: NaiveDate::parse_from_str(parts.next()?, "%Y%m%d").ok()?,
        };
        parts.next().is_none().then_some(saying)
    }

    /// The details of now in the place of those that were said, in whatever somebody made of them. Where they cannot be found,
    /// what stands there stays.
    pub(super) fn details_in(self, there: &str, now: &str) -> String {
        let is_said = |text: &str| Digest::of([text]) == self.details;
        if self.length == 0 {
            return joined(now, there);
        }
        let from_end = there.len().checked_sub(self.length);
        if let Some((said, rest)) = there.split_at_checked(self.length)
            && is_said(said)
        {
            return [now, rest].concat();
        }
        match from_end.and_then(|at| there.split_at_checked(at)) {
            Some((rest, said)) if is_said(said) => [rest, now].concat(),
            _ => there.to_owned(),
        }
    }
}

/// Two texts, one below the other.
pub(super) fn joined(one: &str, other: &str) -> String {
    let parts = [one, other].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

/// A text as it comes back from a calendar: without control characters, and without space around it.
pub(super) fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_around_the_details_stays() {
        let said = Saying::of("Call", "Why: because", "2026-12-03".parse().unwrap());
        assert_eq!(said.details_in("Why: because", "Why: later"), "Why: later");
        assert_eq!(
            said.details_in("Why: because\nRang, é engaged", "Why: later"),
            "Why: later\nRang, é engaged"
        );
        assert_eq!(said.details_in("Mine é\nWhy: because", ""), "Mine é\n");
        assert_eq!(said.details_in("Why: bécause", "Why: later"), "Why: bécause", "in the middle of it");
        let blank = Saying::of("Call", "", "2026-12-03".parse().unwrap());
        assert_eq!(blank.details_in("Mine", "Why: later"), "Why: later\n\nMine");
        assert_eq!(Saying::read(&said.to_text()), Some(said));
        for text in ["", "1.2.3", "1.2.-3.20261203", "1.2.3.20261303", "1.2.3.20261203.4", "x.2.3.20261203"] {
            assert_eq!(Saying::read(text), None, "{text}");
        }
    }
}
