//! Days off from a calendar file (iCalendar, RFC 5545): the whole days it holds, with their names.
//!
//! Read are events of whole days, of any length up to a year, once or every year on the same date. What has a time
//! of day, was called off, or repeats in another way is counted and left out.

use std::ops::RangeInclusive;
use std::{error, fmt};

use chrono::{Datelike, NaiveDate};

use super::MAX_BYTES;
use crate::calendar::{after_days, iso_date};
use crate::plan::{Closure, Holiday, Line};

/// What a calendar file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDays {
    /// The days, in order, one each, by the name of the first event on them.
    pub days: Vec<Holiday>,
    /// How many events were left out.
    pub left_out: usize,
}

/// Why there are no days to be had from a file. Its words say what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IcsError {
    /// It has more than [`MAX_BYTES`].
    TooLarge,
    /// It is no calendar file.
    NotACalendar,
    /// It ends in the middle of a calendar.
    CutShort,
    /// It holds no whole day in the years asked for.
    NoDays,
}

/// An event, as far as it has been read.
#[derive(Default)]
struct Event {
    start: Option<NaiveDate>,
    /// The day after the last one.
    end: Option<NaiveDate>,
    name: Line,
    /// How many times at most and up to which day, where it comes every year.
    yearly: Option<(usize, NaiveDate)>,
    /// Something in it is not read here.
    is_odd: bool,
}

/// Reads the whole days of a calendar file that lie in some years.
///
/// # Errors
/// [`IcsError`] for anything else than a calendar file with such days.
pub fn read_holidays(bytes: &[u8], years: RangeInclusive<i32>) -> Result<CalendarDays, IcsError> {
    if bytes.len() > MAX_BYTES {
        return Err(IcsError::TooLarge);
    }
    let text = str::from_utf8(bytes).map_err(|_| IcsError::NotACalendar)?;
    let mut found = CalendarDays { days: Vec::new(), left_out: 0 };
    let mut within: Vec<String> = Vec::new();
    let mut event = Event::default();
    for line in unfolded(text) {
        let (name, value) = property(&line);
        match (name, within.len()) {
            ("BEGIN", depth) => {
                within.push(value.to_ascii_uppercase());
                if depth == 1 {
                    event = Event::default();
                }
            }
            ("END", _) if within.last().is_some_and(|begun| begun.eq_ignore_ascii_case(value)) => {
                if within.len() == 2 && within[1] == "VEVENT" && !event.add_to(&mut found.days, &years) {
                    found.left_out += 1;
                }
                within.pop();
            }
            // The last line of a file that was not copied whole.
            ("END", _) if within.last().is_some_and(|begun| begun.starts_with(value)) => {}
            ("END", _) | (_, 0) => return Err(IcsError::NotACalendar),
            (name, 2) => event.take(name, value),
            _ => {}
        }
        if within.first().is_some_and(|first| first != "VCALENDAR") {
            return Err(IcsError::NotACalendar);
        }
    }
    match found.days.is_empty() {
        _ if !within.is_empty() => Err(IcsError::CutShort),
        true if text.trim().is_empty() => Err(IcsError::NotACalendar),
        true => Err(IcsError::NoDays),
        false => Ok(found),
    }
}

/// The lines of a file: one that begins with white space goes on the one before.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(before)) => before.push_str(rest),
            _ if line.trim().is_empty() => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// The name of a property and its value; what stands between them only repeats what the value shows.
fn property(line: &str) -> (&str, &str) {
    let name = line.find([';', ':']).unwrap_or(line.len());
    let mut is_quoted = false;
    let colon = line.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b':' && !is_quoted
    });
    (&line[..name], colon.map_or("", |at| line[at + 1..].trim()))
}

/// `20270106`; nothing for what has a time of day.
fn whole_day(value: &str) -> Option<NaiveDate> {
    let (year, month, day) = (value.get(..4)?, value.get(4..6)?, value.get(6..)?);
    iso_date(&format!("{year}-{month}-{day}"))
}

/// A text as it was before it was put into a file.
fn plain(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next() {
                Some('n' | 'N') | None => ' ',
                Some(escaped) => escaped,
            },
            c => c,
        });
    }
    text
}

impl Event {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "DTSTART" => self.start = whole_day(value),
            "DTEND" => {
                self.end = whole_day(value);
                self.is_odd |= self.end.is_none();
            }
            "SUMMARY" => self.name = Line::fitted(&plain(value)),
            "RRULE" => {
                self.yearly = yearly(value);
                self.is_odd |= self.yearly.is_none();
            }
            "STATUS" => self.is_odd |= value == "CANCELLED",
            "DURATION" => self.is_odd |= value != "P1D",
            "RDATE" | "EXDATE" | "RECURRENCE-ID" => self.is_odd = true,
            _ => {}
        }
    }

    /// Adds its days in those years; whether it is read at all.
    fn add_to(&self, days: &mut Vec<Holiday>, years: &RangeInclusive<i32>) -> bool {
        let Some(start) = self.start.filter(|_| !self.is_odd) else { return false };
        let length = self.end.map_or(1, |end| (end - start).num_days());
        if !(1..=Closure::MAX_DAYS).contains(&length) {
            return false;
        }
        let (times, until) = self.yearly.unwrap_or((1, start));
        let starts = (start.year()..=*years.end()).filter_map(|year| start.with_year(year));
        for first in starts.take(times).take_while(|first| *first <= until) {
            let event = (0..length).filter_map(|day| after_days(first, day).ok());
            for date in event.filter(|date| years.contains(&date.year())) {
                if let Err(at) = days.binary_search_by_key(&date, |day| day.date) {
                    days.insert(at, Holiday { date, name: self.name.clone() });
                }
            }
        }
        true
    }
}

/// How many times at most and up to which day; none for what does not simply come every year on its date.
fn yearly(rule: &str) -> Option<(usize, NaiveDate)> {
    let (mut times, mut until, mut is_yearly) = (usize::MAX, NaiveDate::MAX, false);
    for part in rule.split(';') {
        match part.split_once('=')? {
            ("FREQ", "YEARLY") => is_yearly = true,
            ("INTERVAL", "1") | ("WKST", _) => {}
            ("COUNT", count) => times = count.parse().ok()?,
            ("UNTIL", day) => until = whole_day(day.get(..8)?)?,
            _ => return None,
        }
    }
    is_yearly.then_some((times, until))
}

impl fmt::Display for IcsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "This file is larger than 5 MB. Choose a calendar that holds only holidays.",
            Self::NotACalendar => {
                "This file is no calendar. Choose one that ends in .ics, as calendar programs export it."
            }
            Self::CutShort => "This file ends too early. It may not have been copied whole: export it once more.",
            Self::NoDays => {
                "This calendar holds no whole days off from last year on. Choose another one, or add the days by hand below."
            }
        })
    }
}

impl error::Error for IcsError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(events: &[&str]) -> String {
        let events: String =
            events.iter().map(|it| format!("BEGIN:VEVENT\r\n{it}\r\nEND:VEVENT\r\n")).collect();
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
    }

    #[track_caller]
    fn check(events: &[&str], days: &[&str], left_out: usize) {
        let found = read_holidays(calendar(events).as_bytes(), 2026..=2028).unwrap();
        let said: Vec<_> = found.days.iter().map(|day| format!("{} {}", day.date, day.name)).collect();
        assert_eq!((said.iter().map(String::as_str).collect(), found.left_out), (days.to_vec(), left_out));
    }

    const LABOR: &str = "DTSTART;VALUE=DATE:20260907\r\nSUMMARY:Labor Day";

    #[test]
    fn a_whole_day_is_a_day_off_with_its_name() {
        check(&[LABOR], &["2026-09-07 Labor Day"], 0);
        check(
            &["DTSTART;X-A=\"a:b\";VALUE=DATE:20260907\r\nSUMMARY;LANGUAGE=en:A\\, b\\; c\\nd and mo\r\n re"],
            &["2026-09-07 A, b; c d and more"],
            0,
        );
    }

    #[test]
    fn days_in_a_row_end_before_their_end() {
        let event = "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Break";
        check(&[event], &["2026-12-24 Break", "2026-12-25 Break", "2026-12-26 Break"], 0);
    }

    #[test]
    fn what_comes_every_year_comes_in_every_year_asked_for() {
        let event =
            |rule: &str| format!("DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY{rule}\r\nSUMMARY:May");
        let all = ["2026-05-01 May", "2027-05-01 May", "2028-05-01 May"];
        check(&[&event("")], &all, 0);
        check(&[&event(";UNTIL=20270601T000000Z")], &all[..2], 0);
        check(&[&event(";INTERVAL=1;COUNT=7")], &all[..1], 0);
        check(&[LABOR, &event(";BYDAY=1MO")], &["2026-09-07 Labor Day"], 1);
    }

    #[test]
    fn what_is_no_whole_day_is_counted_and_left_out() {
        let meeting = "DTSTART:20260907T090000Z\r\nDTEND:20260907T100000Z\r\nSUMMARY:Meeting";
        let off = "DTSTART;VALUE=DATE:20260908\r\nSTATUS:CANCELLED";
        let weekly = "DTSTART;VALUE=DATE:20260908\r\nRRULE:FREQ=WEEKLY";
        let alarm =
            "DTSTART;VALUE=DATE:20260909\r\nBEGIN:VALARM\r\nSUMMARY:Ring\r\nEND:VALARM\r\nSUMMARY:Fair";
        check(&[meeting, off, LABOR, weekly, alarm], &["2026-09-07 Labor Day", "2026-09-09 Fair"], 3);
    }

    #[test]
    fn days_of_other_years_are_no_business_of_the_plan() {
        let old = "DTSTART;VALUE=DATE:20240101\r\nSUMMARY:Old";
        check(&[old, LABOR, LABOR], &["2026-09-07 Labor Day"], 0);
        let none = read_holidays(calendar(&[old]).as_bytes(), 2026..=2028);
        assert_eq!(none, Err(IcsError::NoDays));
    }

    #[test]
    fn what_is_no_whole_calendar_is_refused() {
        let refused = |text: &str| read_holidays(text.as_bytes(), 2026..=2028).unwrap_err();
        for text in ["", "hello", "{\"a\": 1}", "BEGIN:VCARD\nEND:VCARD", "BEGIN:VCALENDAR\nEND:VEVENT\n"] {
            assert_eq!(refused(text), IcsError::NotACalendar, "{text}");
        }
        let whole = calendar(&[LABOR]);
        for missing in [4, 14, 18, 20, 26, 35] {
            assert_eq!(refused(&whole[..whole.len() - missing]), IcsError::CutShort, "{missing}");
        }
        assert_eq!(read_holidays(&[0xff, 0xfe], 2026..=2028), Err(IcsError::NotACalendar));
        assert_eq!(read_holidays(&vec![b' '; MAX_BYTES + 1], 2026..=2028), Err(IcsError::TooLarge));
    }
}
