//! An event of a calendar file, as far as days off go.

use chrono::NaiveDate;

use super::kind::Clues;
use super::omission::Omission;
use super::property::{DAY, Moment, Property, Stretch, days_after, seconds};
use super::recurrence::Rule;
use crate::plan::{Closure, Line};

/// More dates in lists, or more rules, than these are more than anybody keeps: the event is left out.
const MAX_DATES: usize = 20_000;
const MAX_RULES: usize = 50;

/// What of an event stands in the file.
#[derive(Debug, Default)]
pub(super) struct Event {
    /// Which of the file's calendars it belongs to.
    pub(super) calendar: usize,
    pub(super) uid: Option<String>,
    /// The greater, the newer.
    pub(super) sequence: i64,
    /// Which occurrence of the event with the same UID it takes the place of.
    pub(super) replaces: Option<Moment>,
    /// And of all after that one.
    pub(super) and_future: bool,
    pub(super) name: Line,
    pub(super) clues: Clues,
    pub(super) rules: Vec<Rule>,
    /// Rules by which it does not come; a form of old.
    pub(super) rules_against: Vec<Rule>,
    pub(super) also: Vec<Stretch>,
    pub(super) except: Vec<Moment>,
    start: Option<Moment>,
    end: Option<Moment>,
    seconds: Option<i64>,
    is_marked_all_day: bool,
    /// It does not take place.
    pub(super) is_called_off: bool,
    flaw: Option<Omission>,
}

/// Days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: NaiveDate,
    /// At least 1, at most [`Closure::MAX_DAYS`].
    pub(super) days: i64,
}

impl Event {
    pub(super) fn of(calendar: usize) -> Self {
        Self { calendar, ..Self::default() }
    }

    pub(super) fn take(&mut self, property: &Property<'_>) {
        self.clues.take(property);
        let name = property.name();
        match name.as_str() {
            "DTSTART" => self.start = property.moment(),
            "DTEND" => self.end = self.read(property.moment(), Omission::Undated),
            "DURATION" => self.seconds = self.read(seconds(property.value), Omission::Undated),
            "SUMMARY" if self.name.is_blank() => self.name = Line::fitted(property.text().trim()),
            "UID" => self.uid = Some(property.value.to_owned()).filter(|uid| !uid.is_empty()),
            "SEQUENCE" => self.sequence = property.value.parse().unwrap_or_default(),
            "STATUS" => self.is_called_off = property.value.eq_ignore_ascii_case("CANCELLED"),
            "RECURRENCE-ID" => {
                self.replaces = self.read(property.moment(), Omission::Unruled);
                self.and_future = property.has("RANGE", "THISANDFUTURE");
            }
            "RRULE" | "EXRULE" if self.rules.len() + self.rules_against.len() == MAX_RULES => {
                self.flaw = Some(Omission::TooMuch);
            }
            "RRULE" | "EXRULE" => {
                let rule = self.read(Rule::read(property.value), Omission::Unruled);
                let rules = if name == "RRULE" { &mut self.rules } else { &mut self.rules_against };
                rules.extend(rule);
            }
            "RDATE" => {
                let also = self.read_list(property);
                self.also.extend(also);
            }
            "EXDATE" => {
                let except = self.read_list(property).into_iter().map(|stretch| stretch.start);
                self.except.extend(except);
            }
            // X-MICROSOFT-CDO-ALLDAYEVENT and its like of other programs.
            _ if name.starts_with("X-") && name.contains("ALLDAY") => {
                self.is_marked_all_day |=
                    property.value.eq_ignore_ascii_case("TRUE") || property.value == "1";
            }
            _ => {}
        }
    }

    /// Keeps what was read; what could not be is a flaw of the event.
    fn read<T>(&mut self, read: Option<T>, otherwise: Omission) -> Option<T> {
        if read.is_none() {
            self.flaw.get_or_insert(otherwise);
        }
        read
    }

    fn read_list(&mut self, property: &Property<'_>) -> Vec<Stretch> {
        let room = MAX_DATES - (self.also.len() + self.except.len()).min(MAX_DATES);
        let mut dates = self.read(property.moments(room + 1), Omission::Unruled).unwrap_or_default();
        if dates.len() > room {
            self.flaw = Some(Omission::TooMuch);
            dates.truncate(room);
        }
        dates
    }

    /// The days of its first occurrence, or why it has none. `offsets` are how far clocks of the calendar's places
    /// are from the world's time, in seconds.
    pub(super) fn span(&self, offsets: &[i64]) -> Result<Span, Omission> {
        if let Some(flaw) = self.flaw {
            return Err(flaw);
        }
        let start = self.start.ok_or(Omission::Undated)?;
        let end = match (self.end, self.seconds) {
            (Some(end), _) => end.seconds(),
            (None, Some(seconds)) => start.seconds().checked_add(seconds).ok_or(Omission::TooLong)?,
            (None, None) if start.time.is_none() => start.seconds() + DAY,
            (None, None) => start.seconds(),
        };
        if end < start.seconds() {
            return Err(Omission::Backwards);
        }
        let (first, after) = match start.time {
            None => (start.seconds(), end_of_day(end)),
            Some(_) if self.is_marked_all_day => (nearest_midnight(start), nearest(end, start.is_utc)),
            Some(time) => {
                let is_utc = start.is_utc;
                let shift = offsets.iter().copied().find(|shift| {
                    is_utc && (start.seconds() + shift) % DAY == 0 && is_near_end(end, offsets)
                });
                match shift {
                    _ if time == 0 && is_end(end) => (start.seconds(), end_of_day(end)),
                    Some(shift) => (start.seconds() + shift, nearest(end + shift, false)),
                    None => return Err(Omission::TimeOfDay),
                }
            }
        };
        // An end that equals the start is one day.
        let days = ((after - first) / DAY).max(1);
        if days > Closure::MAX_DAYS {
            return Err(Omission::TooLong);
        }
        let first = days_after(NaiveDate::default(), first / DAY).ok_or(Omission::Undated)?;
        Ok(Span { first, days })
    }

    /// The day of an occurrence that begins at a moment.
    pub(super) fn day_of(&self, moment: Moment) -> NaiveDate {
        let is_dated = self.start.is_some_and(|start| start.time.is_none());
        match moment.time {
            Some(1..) if !is_dated && (moment.is_utc || self.is_marked_all_day) => {
                days_after(NaiveDate::default(), nearest_midnight(moment) / DAY).unwrap_or(moment.date)
            }
            _ => moment.date,
        }
    }

    /// The last day on which an occurrence may begin by a rule that ends at a moment.
    pub(super) fn last_start(&self, until: Moment) -> NaiveDate {
        match until.time {
            // The last second of a day somewhere.
            Some(time) if until.is_utc && time % 3600 == 3599 => {
                let day = self.day_of(Moment { time: Some(time - 3599), ..until });
                let is_dated = self.start.is_some_and(|start| start.time.is_none());
                let midnight = nearest(until.seconds() + 1, true) / DAY;
                if is_dated { day } else { days_after(NaiveDate::default(), midnight - 1).unwrap_or(day) }
            }
            Some(time) if until.is_utc && time % 3600 == 0 => self.day_of(until),
            _ => until.date,
        }
    }
}

/// The midnight at which a day begins or ends somewhere, in seconds: the nearest.
fn nearest_midnight(moment: Moment) -> i64 {
    nearest(moment.seconds(), moment.is_utc)
}

/// The same. Of the world's time, 11 o'clock is more likely midnight in Auckland than in Samoa.
fn nearest(seconds: i64, is_utc: bool) -> i64 {
    let from = if is_utc { 11 } else { 12 };
    (seconds + (24 - from) * 3600).div_euclid(DAY) * DAY
}

/// The midnight that ends the last whole day: the last minute of a day is its end.
fn end_of_day(end: i64) -> i64 {
    (end + 60).div_euclid(DAY) * DAY
}

fn is_end(end: i64) -> bool {
    end % DAY == 0 || end.rem_euclid(DAY) >= DAY - 60
}

fn is_near_end(end: i64, offsets: &[i64]) -> bool {
    offsets.iter().any(|shift| is_end(end + shift))
}
