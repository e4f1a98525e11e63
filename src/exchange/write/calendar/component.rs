//! One entry of a calendar file, without its name and number.

use chrono::{Datelike, NaiveDate};

use super::lines::Lines;
use super::memory::Digest;
use super::{Entry, Kind, Rows, StepRow, Turn};
use crate::words;

/// How an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::exchange) enum Standing {
    /// To be done.
    Open,
    /// Done since it was sent.
    Done,
    /// No longer to be done.
    CalledOff,
}

/// What is said of an entry.
#[derive(Clone, Debug)]
pub(super) struct Component {
    standing: Standing,
    day: NaiveDate,
    summary: String,
    description: String,
    category: &'static str,
    /// The hour of the day at which somebody is reminded.
    alarm: Option<u8>,
}

impl Component {
    /// An entry that is to be done on a day.
    pub(super) fn open(rows: &Rows<'_>, entry: &Entry<'_>, day: NaiveDate) -> Self {
        Self {
            standing: Standing::Open,
            day,
            summary: entry.title(),
            description: entry.details(rows.plan()),
            category: words::sequence(entry.row.audience),
            alarm: rows.outgoing.wanted.alarm,
        }
    }

    /// An entry that was sent for a day and is no longer to be done; with its step, where that is still there.
    pub(super) fn gone(
        rows: &Rows<'_>,
        row: Option<&StepRow<'_>>,
        day: NaiveDate,
        standing: Standing,
    ) -> Self {
        let entry = row.map(|row| Entry { row, turn: Turn::Once, due: row.facts.due });
        let day = match standing {
            Standing::Done => entry.and_then(|entry| entry.due).unwrap_or(day),
            Standing::Open | Standing::CalledOff => day,
        };
        Self {
            standing,
            day,
            summary: entry.map_or_else(|| words::NO_LONGER_PLANNED.to_owned(), |entry| entry.title()),
            description: entry.map(|entry| entry.details(rows.plan())).unwrap_or_default(),
            category: row.map(|row| words::sequence(row.audience)).unwrap_or_default(),
            alarm: None,
        }
    }

    /// A number that is another one as soon as something else is said.
    pub(super) fn digest(&self) -> Digest {
        let Self { standing: _, day, summary, description, category, alarm } = self;
        let alarm = alarm.map(|hour| hour.to_string()).unwrap_or_default();
        Digest::of([&date(*day), summary, description, *category, &alarm])
    }

    pub(super) fn write(&self, lines: &mut Lines, kind: Kind) {
        put_day(lines, kind, self.day);
        if kind == Kind::Event {
            lines.raw("TRANSP", "TRANSPARENT");
        }
        put_standing(lines, kind, self.standing, self.day);
        lines.text("SUMMARY", &self.summary);
        if !self.description.is_empty() {
            lines.text("DESCRIPTION", &self.description);
        }
        if !self.category.is_empty() {
            lines.text("CATEGORIES", self.category);
        }
        if let Some(hour) = self.alarm {
            self.write_alarm(lines, kind, hour);
        }
    }

    /// Counted from the beginning of the day: what an event starts with, and what a task without a start is due at.
    fn write_alarm(&self, lines: &mut Lines, kind: Kind, hour: u8) {
        let trigger = match kind {
            Kind::Event => "TRIGGER",
            Kind::Task => "TRIGGER;RELATED=END",
        };
        lines.raw("BEGIN", "VALARM");
        lines.raw("ACTION", "DISPLAY");
        lines.raw(trigger, &format!("PT{hour}H"));
        lines.text("DESCRIPTION", &self.summary);
        lines.raw("END", "VALARM");
    }
}

/// The day an entry is due on.
pub(in crate::exchange) fn put_day(lines: &mut Lines, kind: Kind, day: NaiveDate) {
    match kind {
        Kind::Event => {
            lines.raw("DTSTART;VALUE=DATE", &date(day));
            // The day after the last one: an event ends before it.
            lines.raw("DTEND;VALUE=DATE", &date(day.succ_opt().unwrap_or(day)));
        }
        Kind::Task => lines.raw("DUE;VALUE=DATE", &date(day)),
    }
}

/// How an entry stands; what is done was done on a day. A day in a calendar is not ticked off.
pub(in crate::exchange) fn put_standing(lines: &mut Lines, kind: Kind, standing: Standing, day: NaiveDate) {
    match (standing, kind) {
        (Standing::Open | Standing::Done, Kind::Event) => lines.raw("STATUS", "CONFIRMED"),
        (Standing::Open, Kind::Task) => lines.raw("STATUS", "NEEDS-ACTION"),
        (Standing::CalledOff, _) => lines.raw("STATUS", "CANCELLED"),
        (Standing::Done, Kind::Task) => {
            lines.raw("STATUS", "COMPLETED");
            // Noon of the world's clock is on that day nearly everywhere.
            lines.raw("COMPLETED", &format!("{}T120000Z", date(day)));
            lines.raw("PERCENT-COMPLETE", "100");
        }
    }
}

/// `20261124`.
pub(in crate::exchange) fn date(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
