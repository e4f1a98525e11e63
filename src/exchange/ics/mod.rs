//! Days off from a calendar file (iCalendar, RFC 5545): the whole days it holds, with their names.
//!
//! Bytes become lines ([`bytes`]), lines properties ([`property`]), properties events ([`file`], [`event`]); events
//! are laid out over the days asked for ([`recurrence`], [`days`]), and each day is one off or only there to be known
//! ([`kind`]). Files are read as people have them: what is broken beside the events is passed over, and what cannot
//! be taken is counted by its kind ([`omission`]).
//!
//! **Invariant:** whatever the bytes, the work is bounded before it is begun: by the size of the file, the number of
//! events, and the days looked at for one event and for all.

mod bytes;

mod property;

mod omission;

mod kind;

mod recurrence;

mod event;

mod file;

mod days;

use std::ops::RangeInclusive;
use std::{error, fmt};

use chrono::NaiveDate;

use super::MAX_BYTES;
use crate::calendar::{FIRST_DAY, LAST_DAY};
use crate::plan::Line;
use crate::words;

pub use bytes::{Encoding, letters};
pub use kind::DayKind;
pub use omission::{LeftOut, Omission};
pub(super) use property::Property;

/// What a calendar file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDays {
    /// The days, in order, one each.
    pub days: Vec<FoundDay>,
    /// The events that bring no day.
    pub left_out: LeftOut,
    /// How its letters were read.
    pub encoding: Encoding,
    /// Whether the file ends too early, so that days may be missing.
    pub is_cut_short: bool,
}

impl CalendarDays {
    /// `24 days found, Fri 1 Jan 2027 to Sun 26 Dec 2027.`, what is uncertain about them, and what was left out.
    pub fn notes(&self) -> Vec<String> {
        let ends = self.days.first().zip(self.days.last());
        let span = ends.map(|(first, last)| {
            let days = words::count(self.days.len(), "day");
            let (first, last) = (words::day_and_year(first.date), words::day_and_year(last.date));
            if first == last {
                format!("1 day found, {first}.")
            } else {
                format!("{days} found, {first} to {last}.")
            }
        });
        let cut = "This file ends too early, so days may be missing. It may not have been copied whole: export it once more.";
        let cut = self.is_cut_short.then(|| cut.to_owned());
        let letters = self.encoding.sentence().map(str::to_owned);
        [span, cut, letters, self.left_out.sentence()].into_iter().flatten().collect()
    }
}

/// A day of a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDay {
    /// The day.
    pub date: NaiveDate,
    /// What the first event on it is called; may be blank.
    pub name: Line,
    /// Whether it is one off.
    pub kind: DayKind,
}

/// Why there are no days to be had from a file. Its words say what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IcsError {
    /// It has more than [`MAX_BYTES`].
    TooLarge,
    /// It is no calendar file.
    NotACalendar,
    /// It ends in the middle of a calendar, before the first day.
    CutShort,
    /// It holds no whole day in the years asked for; these events are in it.
    NoDays(LeftOut),
}

/// Reads the whole days of a calendar file that lie in some years.
///
/// # Errors
/// [`IcsError`] for anything else than a calendar file with such days.
pub fn read_holidays(bytes: &[u8], years: RangeInclusive<i32>) -> Result<CalendarDays, IcsError> {
    if bytes.len() > MAX_BYTES {
        return Err(IcsError::TooLarge);
    }
    let (text, encoding) = bytes::text(bytes);
    let file = file::File::read(&text)?;
    let first = NaiveDate::from_ymd_opt(*years.start(), 1, 1).unwrap_or(FIRST_DAY).max(FIRST_DAY);
    let last = NaiveDate::from_ymd_opt(*years.end(), 12, 31).unwrap_or(LAST_DAY).min(LAST_DAY);
    let (days, left_out) = days::days(&file, first..=last);
    match (days.is_empty(), file.is_cut_short) {
        (true, true) => Err(IcsError::CutShort),
        (true, false) => Err(IcsError::NoDays(left_out)),
        (false, is_cut_short) => Ok(CalendarDays { days, left_out, encoding, is_cut_short }),
    }
}

impl fmt::Display for IcsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => words::CALENDAR_TOO_LARGE,
            Self::NotACalendar => {
                "This file is no calendar. Choose one that ends in .ics, as calendar programs export it."
            }
            Self::CutShort => {
                "This file ends too early. It may not have been copied whole: export it once more."
            }
            Self::NoDays(left_out) if left_out.total() == 0 => {
                "This calendar holds no whole days off. Choose another one, or add the days by hand below."
            }
            Self::NoDays(left_out) => {
                let summary = left_out.summary();
                return write!(
                    f,
                    "Nothing to take: {summary}. Choose another calendar, or add the days by hand below."
                );
            }
        })
    }
}

impl error::Error for IcsError {}

#[cfg(test)]
mod tests;
