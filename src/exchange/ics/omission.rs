//! What is left out of a calendar file, counted by kind.

use std::collections::BTreeMap;

use crate::words;

/// Why an event brings no day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Omission {
    /// It is at a time of day: a meeting.
    TimeOfDay,
    /// It was called off.
    CalledOff,
    /// None of its days lies in the years asked for.
    OtherYears,
    /// It has no start, or one that is no date.
    Undated,
    /// It ends before it begins.
    Backwards,
    /// It lasts longer than a closure may.
    TooLong,
    /// It comes again by a rule, or on dates, that cannot be read.
    Unruled,
    /// It comes so often, or the file holds so much, that it is not worked out.
    TooMuch,
}

/// How many events were left out, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut(BTreeMap<Omission, usize>);

impl LeftOut {
    pub(super) fn add(&mut self, omission: Omission) {
        *self.0.entry(omission).or_default() += 1;
    }

    /// How many for one reason.
    pub fn count(&self, omission: Omission) -> usize {
        self.0.get(&omission).copied().unwrap_or(0)
    }

    /// How many in all.
    pub fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// `3 events left out: 2 have a time of day, 1 was called off.`; nothing where nothing was left out.
    pub fn sentence(&self) -> Option<String> {
        match self.total() {
            0 => None,
            1 => Some(format!("1 event left out: it {}.", self.reasons(|_, reason| reason))),
            total => Some(format!("{total} events left out: {}.", self.reasons(counted))),
        }
    }

    /// `3 events have a time of day, 1 was called off`.
    pub(super) fn summary(&self) -> String {
        let mut is_first = true;
        self.reasons(|count, reason| {
            let counted = if is_first { words::count(count, "event") } else { count.to_string() };
            is_first = false;
            format!("{counted} {reason}")
        })
    }

    fn reasons(&self, mut said: impl FnMut(usize, String) -> String) -> String {
        let reasons =
            self.0.iter().map(|(omission, count)| said(*count, reason(*omission, *count).to_owned()));
        reasons.collect::<Vec<_>>().join(", ")
    }
}

fn counted(count: usize, reason: String) -> String {
    format!("{count} {reason}")
}

/// Why, of one event or of several.
fn reason(omission: Omission, count: usize) -> &'static str {
    let (one, several) = match omission {
        Omission::TimeOfDay => ("has a time of day", "have a time of day"),
        Omission::CalledOff => ("was called off", "were called off"),
        Omission::OtherYears => ("lies in other years", "lie in other years"),
        Omission::Undated => ("has no date that can be read", "have no date that can be read"),
        Omission::Backwards => ("ends before it begins", "end before they begin"),
        Omission::TooLong => ("lasts longer than a year", "last longer than a year"),
        Omission::Unruled => {
            ("comes again in a way that cannot be read here", "come again in a way that cannot be read here")
        }
        Omission::TooMuch => ("is too much to work out", "are too much to work out"),
    };
    if count == 1 { one } else { several }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_is_said_by_kind() {
        let mut left_out = LeftOut::default();
        assert_eq!(left_out.sentence(), None);
        left_out.add(Omission::CalledOff);
        assert_eq!(left_out.sentence().as_deref(), Some("1 event left out: it was called off."));
        left_out.add(Omission::TimeOfDay);
        left_out.add(Omission::TimeOfDay);
        let said = "3 events left out: 2 have a time of day, 1 was called off.";
        assert_eq!(left_out.sentence().as_deref(), Some(said));
        assert_eq!(left_out.summary(), "2 events have a time of day, 1 was called off");
    }
}
