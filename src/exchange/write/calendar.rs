//! Days in a calendar, or tasks to tick off (iCalendar, RFC 5545; B9, B10).
//!
//! Written by hand: it is little, and a library that builds calendars decides by itself what matters here (names, stamps,
//! which properties there are, where lines are folded), or is many times slower.
//!
//! An open step is an all-day event on the day it is due, or a task due on that day; further tries are entries of their
//! own (B5). Nobody is named as an attendee or organizer: a server could send invitations. An event does not make its day
//! look busy. What is sent again has the same UID, and a higher SEQUENCE where something of it changed; what is no longer
//! to be done is called off once ([`Memory`]). A task that was done since is sent once more as done, at noon in UTC, which
//! is on its day nearly everywhere; what was done before it was ever sent is not sent at all. A day in a calendar that was
//! done is called off like one that was left out.
//!
//! **Invariant:** the same entries, with the same memory, give the same bytes.

mod component;

mod lines;

mod memory;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;

use component::Component;
use memory::{Memory, Scope};

pub(in crate::exchange) use component::{Standing, date, put_day, put_standing};
pub(in crate::exchange) use lines::Lines;
pub(in crate::exchange) use memory::Digest;

use crate::exchange::{Entries, Entry, Outgoing, Rows, StepRow, Turn, Written};
use crate::plan::Fate;
use crate::words;

/// The open steps as a calendar file.
pub fn write(rows: &Rows<'_>) -> Written {
    let outgoing = rows.outgoing;
    let entries = Entries::of(rows);
    let mut memory = Memory::read(&outgoing.memory);
    let mut file = File { lines: Lines::default(), kind: Kind::wanted(outgoing), entries: 0, outgoing };
    file.open(rows);

    let scope = memory.scope(&outgoing.wanted.scope());
    let (mut undated, mut unchanged) = (0, 0);
    let mut here = HashSet::new();
    for entry in &entries.all {
        let Some(day) = entry.due else {
            undated += 1;
            continue;
        };
        let key = file.kind.key(entry);
        let component = Component::open(rows, entry, day);
        let sent = memory.sent(scope, &key, component.digest(), day);
        here.insert(key.clone());
        if outgoing.wanted.changes && !sent.is_news {
            unchanged += 1;
        } else {
            file.put(&key, &component, sent.sequence);
        }
    }
    let called_off = file.close(rows, &mut memory, scope, &here);

    let notes = [
        words::off_path_left_out(entries.off_path),
        words::undated_left_out(undated),
        words::unchanged_left_out(unchanged),
        words::called_off(called_off),
    ];
    let mut notes: Vec<_> = notes.into_iter().flatten().collect();
    let memory = memory.to_text();
    if file.entries == 0 {
        let why = if unchanged > 0 { words::NOTHING_CHANGED } else { words::NONE_OPEN_WITH_DAY };
        notes.insert(0, why.to_owned());
        return Written { bytes: Vec::new(), notes, memory };
    }
    Written { bytes: file.lines.into_bytes(), notes, memory }
}

/// How the key of a task begins.
const TASK: &str = "t:";

/// What entries become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Kind {
    /// All-day events.
    Event,
    /// Tasks.
    Task,
}

impl Kind {
    /// The one that is wanted.
    pub(in crate::exchange) fn wanted(outgoing: &Outgoing) -> Self {
        if outgoing.wanted.tasks { Self::Task } else { Self::Event }
    }

    /// What a calendar calls it.
    pub(in crate::exchange) fn component(self) -> &'static str {
        match self {
            Self::Event => "VEVENT",
            Self::Task => "VTODO",
        }
    }

    /// The name of an entry in the memory. As a day and as a task it is two things: no calendar takes both under one name.
    pub(in crate::exchange) fn key(self, entry: &Entry<'_>) -> String {
        self.key_of(&entry.name())
    }

    /// That of an entry of a name.
    pub(in crate::exchange) fn key_of(self, name: &str) -> String {
        match self {
            Self::Event => name.to_owned(),
            Self::Task => format!("{TASK}{name}"),
        }
    }

    /// What a key says: as what, and the entry's own name.
    pub(in crate::exchange) fn read_key(key: &str) -> (Self, &str) {
        match key.strip_prefix(TASK) {
            Some(name) => (Self::Task, name),
            None => (Self::Event, key),
        }
    }
}

/// A calendar file that is being written.
struct File<'a> {
    lines: Lines,
    kind: Kind,
    /// How many are in it.
    entries: usize,
    outgoing: &'a Outgoing,
}

impl File<'_> {
    fn open(&mut self, rows: &Rows<'_>) {
        let lines = &mut self.lines;
        lines.raw("BEGIN", "VCALENDAR");
        lines.raw("VERSION", "2.0");
        lines.raw("PRODID", "-//Followthrough//Followthrough//EN");
        lines.raw("CALSCALE", "GREGORIAN");
        lines.raw("METHOD", "PUBLISH");
        lines.text("X-WR-CALNAME", &name(rows));
    }

    /// Takes back what is gone since the file before, and ends the file. Tells how much was called off.
    fn close(&mut self, rows: &Rows<'_>, memory: &mut Memory, scope: Scope, here: &HashSet<String>) -> usize {
        let gone = memory.gone(scope, here);
        let steps: HashMap<_, _> = match gone.is_empty() {
            true => HashMap::new(),
            false => rows.rows.iter().map(|row| (row.name(), row)).collect(),
        };
        let mut done = HashSet::new();
        let mut called_off = 0;
        for gone in gone {
            let row = steps.get(step_of(&gone.key)).copied();
            let is_done =
                self.kind == Kind::Task && row.is_some_and(is_done) && done.insert(row.map(StepRow::name));
            let standing = if is_done { Standing::Done } else { Standing::CalledOff };
            called_off += usize::from(!is_done);
            let component = Component::gone(rows, row, gone.day, standing);
            self.put(&gone.key, &component, gone.sequence);
        }
        self.lines.raw("END", "VCALENDAR");
        called_off
    }

    fn put(&mut self, key: &str, component: &Component, sequence: u32) {
        self.entries += 1;
        let lines = &mut self.lines;
        lines.raw("BEGIN", self.kind.component());
        lines.raw("UID", &uid(self.outgoing, key));
        lines.raw("DTSTAMP", &stamp(self.outgoing.moment));
        lines.raw("SEQUENCE", &sequence.to_string());
        component.write(lines, self.kind);
        lines.raw("END", self.kind.component());
    }
}

/// What the calendar is called: the plan, and whom it is for.
fn name(rows: &Rows<'_>) -> String {
    let plan = rows.plan();
    let wanted = rows.outgoing.wanted;
    let contact = wanted.contact.and_then(|id| rows.outgoing.workspace.roster.contact(id));
    let parts = [
        Some(words::plan_name(plan)),
        contact.map(|contact| words::name_of(contact)),
        wanted.who.map(|who| words::responsible(plan, who)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The name of an entry in all calendars of the world.
pub(in crate::exchange) fn uid(outgoing: &Outgoing, key: &str) -> String {
    match Kind::read_key(key) {
        (Kind::Task, name) => format!("{}-{name}@tasks.followthrough", outgoing.id),
        (Kind::Event, name) => format!("{}-{name}@followthrough", outgoing.id),
    }
}

/// The name of the step that an entry belongs to.
pub(in crate::exchange) fn step_of(key: &str) -> &str {
    let (_, name) = Kind::read_key(key);
    let step = name.find('s').map_or(0, |at| at + 1);
    name[step..].find('-').map_or(name, |end| &name[..step + end])
}

/// Whether a step was done.
pub(in crate::exchange) fn is_done(row: &StepRow<'_>) -> bool {
    matches!(row.facts.fate, Some(Fate::Done(_)))
}

/// A moment in UTC, as calendars write it.
pub(in crate::exchange) fn stamp(moment: NaiveDateTime) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}
