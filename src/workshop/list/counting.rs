//! What the numbers in a column of waits count, by its heading: `Day`, `Delay (weeks)`, `Days from start`.

use crate::workshop::wait::token::tokens;
use crate::workshop::wait::vocabulary::{HOURS, among, counted, kind_of_days};
use crate::workshop::wait::{Setting, read_unhinted};

/// What numbers count, and since when.
#[derive(Clone, Debug, Default)]
pub(super) struct Counting {
    unit: Option<String>,
    since: Since,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Since {
    #[default]
    RowBefore,
    Start,
    /// They number the days themselves: `Day 3` is read as in a line.
    Nth,
}

impl Counting {
    /// By a heading and the numbers under it.
    pub(super) fn headed(heading: &str, numbers: &[usize]) -> Self {
        let words = tokens(heading);
        let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
        let Some(at) = (0..words.len()).find(|at| is_unit(word(*at))) else { return Self::default() };
        let kind = at.checked_sub(1).map(word).filter(|kind| kind_of_days(kind).is_some());
        let unit = kind.map(|kind| format!("{kind} ")).unwrap_or_default() + word(at);
        let is_nth = among("day week month", word(0))
            && (1..words.len()).all(|at| among("no nr number #", word(at)))
            && numbers.first().is_some_and(|first| *first <= 1)
            && numbers.is_sorted()
            && (numbers.len() < 2 || numbers.first() != numbers.last());
        let since = match () {
            () if is_nth => Since::Nth,
            () if (0..words.len()).any(|at| word(at) == "start") => Since::Start,
            () => Since::RowBefore,
        };
        Self { unit: Some(unit), since }
    }

    /// A number as a wait, with the unit that its own row says.
    pub(super) fn said(&self, number: &str, unit: &str) -> String {
        let unit = Some(unit).filter(|unit| !unit.is_empty()).or(self.unit.as_deref()).unwrap_or("days");
        let one = unit.trim_end_matches('s');
        let length = match one.len() {
            1 => format!("{number}{one}"),
            _ if number == "1" => format!("{number} {one}"),
            _ => format!("{number} {one}s"),
        };
        match self.since {
            Since::Nth => format!("{one} {number}"),
            Since::Start if number.bytes().all(|digit| digit == b'0') => "on the start date".to_owned(),
            Since::Start => format!("{length} after the start"),
            Since::RowBefore => length,
        }
    }

    /// A wait in words, counted from where the heading says, if it can be.
    pub(super) fn in_words(&self, wait: String, setting: Setting<'_>) -> String {
        let from_start = format!("{wait} after the start");
        let is_meant = self.since == Since::Start && read_unhinted(&from_start, setting).is_ok();
        if is_meant { from_start } else { wait }
    }
}

/// Whether a word says what is counted.
pub(super) fn is_unit(word: &str) -> bool {
    counted(word).is_some() || HOURS.contains(&word)
}
