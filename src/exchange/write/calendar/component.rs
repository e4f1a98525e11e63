//! One entry of a calendar file, without its name and number.

use chrono::{Datelike, NaiveDate};

use super::lines::Lines;
use super::memory::Digest;
use super::{Entry, Kind, Rows, StepRow, Turn};
use crate::words;

/// How an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Standing {
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
        let day = date(self.day);
        match kind {
            Kind::Event => {
                lines.raw("DTSTART;VALUE=DATE", &day);
                // The day after the last one: an event ends before it.
                lines.raw("DTEND;VALUE=DATE", &date(self.day.succ_opt().unwrap_or(self.day)));
                lines.raw("TRANSP", "TRANSPARENT");
            }
            Kind::Task => lines.raw("DUE;VALUE=DATE", &day),
        }
        lines.raw(
            "STATUS",
            match (self.standing, kind) {
                (Standing::CalledOff, _) => "CANCELLED",
                (Standing::Done, _) => "COMPLETED",
                (Standing::Open, Kind::Event) => "CONFIRMED",
                (Standing::Open, Kind::Task) => "NEEDS-ACTION",
            },
        );
        if self.standing == Standing::Done {
            lines.raw("COMPLETED", &format!("{day}T120000Z"));
            lines.raw("PERCENT-COMPLETE", "100");
        }
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

/// `20261124`.
pub(in crate::exchange) fn date(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
