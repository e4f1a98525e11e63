//! The components of a calendar file: its calendars and their events.

use super::IcsError;
use super::event::Event;
use super::kind::Overview;
use super::omission::{LeftOut, Omission};
use super::property::Property;

/// Components in components: deeper than this is no calendar.
const MAX_DEPTH: usize = 32;

/// More events than this are counted only. A person's calendar of ten years has about as many.
const MAX_EVENTS: usize = 20_000;

/// Clocks are this far from the world's time at most, in minutes.
const FARTHEST_CLOCK: i64 = 14 * 60;

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) calendars: Vec<Calendar>,
    pub(super) events: Vec<Event>,
    pub(super) left_out: LeftOut,
    /// It ends in the middle of a calendar; an event in which it ends is not there.
    pub(super) is_cut_short: bool,
}

/// A calendar of a file, its events apart.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    pub(super) overview: Overview,
    /// How far the clocks of its places are from the world's time, in seconds.
    pub(super) offsets: Vec<i64>,
    is_called_off: bool,
}

/// Where in the file one is.
struct Walk<'a> {
    file: File,
    /// The components one is in, outermost first.
    within: Vec<&'a str>,
    /// The event one is in, and how deep that lies.
    event: Option<(usize, Event)>,
}

impl File {
    /// Reads the text of a file.
    pub(super) fn read(text: &str) -> Result<Self, IcsError> {
        let mut walk = Walk { file: Self::default(), within: Vec::new(), event: None };
        for property in text.lines().filter_map(Property::read) {
            if property.is("BEGIN") {
                walk.begin(property.value)?;
            } else if property.is("END") {
                walk.end(property.value);
            } else {
                walk.take(&property);
            }
        }
        if walk.file.calendars.is_empty() {
            return Err(IcsError::NotACalendar);
        }
        Ok(Self { is_cut_short: !walk.within.is_empty(), ..walk.file })
    }
}

impl<'a> Walk<'a> {
    fn begin(&mut self, name: &'a str) -> Result<(), IcsError> {
        let is_calendar = is(name, "VCALENDAR");
        if is_calendar || is(name, "VEVENT") {
            // What was not ended ends here.
            self.finish();
            if is_calendar {
                self.within.clear();
            }
        }
        if is_calendar || self.within.is_empty() && is(name, "VEVENT") && self.file.calendars.is_empty() {
            self.file.calendars.push(Calendar::default());
        }
        // Outside of calendars only an event means anything.
        if self.within.is_empty() && !is_calendar && !is(name, "VEVENT") {
            return Ok(());
        }
        if self.within.len() == MAX_DEPTH {
            return Err(IcsError::NotACalendar);
        }
        self.within.push(name);
        if is(name, "VEVENT") && self.file.events.len() == MAX_EVENTS {
            self.file.left_out.add(Omission::TooMuch);
        } else if is(name, "VEVENT") {
            self.event = Some((self.within.len(), Event::of(self.file.calendars.len().saturating_sub(1))));
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.within.iter().rposition(|begun| is(begun, name)) else { return };
        if self.event.as_ref().is_some_and(|(depth, _)| *depth > at) {
            self.finish();
        }
        self.within.truncate(at);
    }

    /// The event one is in is all there.
    fn finish(&mut self) {
        let Some((depth, mut event)) = self.event.take() else { return };
        self.within.truncate(depth - 1);
        let Some(calendar) = self.file.calendars.get_mut(event.calendar) else { return };
        calendar.overview.see(&event.clues);
        event.is_called_off |= calendar.is_called_off;
        self.file.events.push(event);
    }

    fn take(&mut self, property: &Property<'_>) {
        match &mut self.event {
            Some((depth, event)) if *depth == self.within.len() => return event.take(property),
            // Its alarms.
            Some(_) => return,
            None => {}
        }
        let (Some(calendar), Some(within)) = (self.file.calendars.last_mut(), self.within.last()) else {
            return;
        };
        if is(within, "VCALENDAR") {
            calendar.take(property);
        } else if property.is("TZOFFSETTO") {
            calendar.add_offset(offset(property.value));
        }
    }
}

impl Calendar {
    fn take(&mut self, property: &Property<'_>) {
        self.overview.take(property);
        if property.is("METHOD") {
            self.is_called_off = is(property.value, "CANCEL");
        } else if property.is("X-WR-TIMEZONE") {
            for minutes in clocks_of(property.value) {
                self.add_offset(Some(minutes));
            }
        }
    }

    fn add_offset(&mut self, minutes: Option<i64>) {
        let Some(minutes) = minutes.filter(|minutes| minutes % 15 == 0 && minutes.abs() <= FARTHEST_CLOCK)
        else {
            return;
        };
        if !self.offsets.contains(&(minutes * 60)) {
            self.offsets.push(minutes * 60);
        }
    }
}

fn is(name: &str, other: &str) -> bool {
    name.eq_ignore_ascii_case(other)
}

/// `+0530`, in minutes.
fn offset(value: &str) -> Option<i64> {
    let (sign, digits) = match value.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let part = |from: usize| digits.get(from..from + 2)?.parse::<u8>().ok().map(i64::from);
    Some(sign * (part(0)? * 60 + part(2)?))
}

/// How many minutes clocks of a part of the world can be ahead of the world's time: `Europe/Berlin` is one of them. In
/// some parts they differ by half hours, and by quarters: `Asia/Kolkata`, `Asia/Kathmandu`.
fn clocks_of(zone: &str) -> impl Iterator<Item = i64> {
    let (hours, step) = match zone.split('/').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "europe" => (0..=4, 60),
        "africa" | "atlantic" => (-2..=4, 60),
        "america" | "us" | "canada" | "brazil" | "mexico" => (-10..=-2, 30),
        "asia" => (2..=12, 15),
        "australia" => (8..=11, 15),
        "pacific" => (-11..=14, 15),
        "indian" => (3..=7, 30),
        // Another part, or none: only midnight itself.
        _ => (0..=0, 60),
    };
    (hours.start() * 60..=hours.end() * 60).step_by(step)
}
