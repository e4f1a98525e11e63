//! An entry as it lies on the list: what it says, and the same text with what the plan says now.
//!
//! A list's other users write into the same entry: alarms, notes, categories, times. Their lines stay as they are; replaced
//! is only what the plan says, and of that only what it says otherwise than last time.

use chrono::{NaiveDate, TimeDelta};

use super::saying::{Saying, joined, plain};
use crate::exchange::ics::Property;
use crate::exchange::write::{Kind, Lines, Standing, put_day, put_standing};

/// What each entry of ours carries: what the plan said of it last.
const SAID: &str = "X-FOLLOWTHROUGH-SAID";

/// What stands in an entry that nobody else wrote into.
const OURS: [&str; 19] = [
    "UID",
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE",
    "DTSTART",
    "DTEND",
    "TRANSP",
    "DUE",
    "STATUS",
    "COMPLETED",
    "PERCENT-COMPLETE",
    "PRIORITY",
    "CLASS",
    "SUMMARY",
    "DESCRIPTION",
    "CATEGORIES",
    SAID,
    "END",
];

/// Components in components: deeper than this is no entry.
const MAX_DEPTH: usize = 16;

/// How an entry stands on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum There {
    /// To be done.
    Open,
    /// Ticked off; on a day, where that is said.
    Done(Option<NaiveDate>),
    /// Called off.
    CalledOff,
}

/// An entry on the list.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// What stands before the properties of the entry, its own lines, and what stands after them; each with its end.
    before: String,
    lines: Vec<(String, String)>,
    after: String,
    kind: Kind,
    pub(super) there: There,
    /// What the plan said last, as the entry itself has it.
    pub(super) said: Option<Saying>,
    title: String,
    details: String,
    day: Option<NaiveDate>,
    sequence: u32,
    has_parts: bool,
}

/// What the plan says of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) title: String,
    pub(super) details: String,
    pub(super) category: &'static str,
    pub(super) day: NaiveDate,
}

/// What an entry is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Becomes {
    /// As it stands.
    Same,
    /// To be done once more.
    Open,
    /// Done on a day.
    Done(NaiveDate),
    /// Called off.
    CalledOff,
}

impl Said {
    /// The texts of it as they come back from a calendar.
    pub(super) fn of(title: &str, details: &str, category: &'static str, day: NaiveDate) -> Self {
        Self { title: plain(title), details: plain(details), category, day }
    }

    pub(super) fn saying(&self) -> Saying {
        Saying::of(&self.title, &self.details, self.day)
    }

    /// An entry of its own, as it is sent for the first time.
    pub(super) fn entry(&self, kind: Kind, uid: &str, stamp: &str) -> String {
        let mut lines = Lines::default();
        lines.raw("BEGIN", "VCALENDAR");
        lines.raw("VERSION", "2.0");
        lines.raw("PRODID", "-//Followthrough//Followthrough//EN");
        lines.raw("BEGIN", kind.component());
        lines.raw("UID", uid);
        lines.raw("DTSTAMP", stamp);
        lines.raw("SEQUENCE", "0");
        put_day(&mut lines, kind, self.day);
        if kind == Kind::Event {
            lines.raw("TRANSP", "TRANSPARENT");
        }
        put_standing(&mut lines, kind, Standing::Open, self.day);
        lines.text("SUMMARY", &self.title);
        if !self.details.is_empty() {
            lines.text("DESCRIPTION", &self.details);
        }
        lines.text("CATEGORIES", self.category);
        lines.raw(SAID, &self.saying().to_text());
        lines.raw("END", kind.component());
        lines.raw("END", "VCALENDAR");
        lines.into_text()
    }
}

impl Kept {
    /// Reads an entry by its UID; `None` for anything else, and for what cannot be read with certainty. `offset` is how far the
    /// clock of the person is ahead of the world's, in minutes.
    pub(super) fn read(text: &str, kind: Kind, uid: &str, offset: i32) -> Option<Self> {
        let all = unfolded(text);
        let (first, end) = place(&all, kind, uid)?;
        let part = all[first..end].iter().position(|(_, line)| named(line).is_some_and(|it| it.is("BEGIN")));
        let own_end = part.map_or(end, |part| first + part);
        let raw = |lines: &[(String, String)]| lines.iter().map(|(raw, _)| &**raw).collect();
        // Properties that stand behind a part are of the entry as well.
        let mut lines = all[first..own_end].to_vec();
        let (mut after, mut depth) = (String::new(), 0);
        for (raw, line) in &all[own_end..end] {
            let property = named(line);
            depth += i32::from(property.is_some_and(|it| it.is("BEGIN")));
            if depth == 0 {
                lines.push((raw.clone(), line.clone()));
            } else {
                after.push_str(raw);
            }
            depth -= i32::from(property.is_some_and(|it| it.is("END")));
        }
        after.extend(all[end..].iter().map(|(raw, _)| &**raw));
        let mut kept = Self {
            before: raw(&all[..first]),
            lines,
            after,
            kind,
            there: There::Open,
            said: None,
            title: String::new(),
            details: String::new(),
            day: None,
            sequence: 0,
            has_parts: part.is_some(),
        };
        kept.look(offset);
        Some(kept)
    }

    fn look(&mut self, offset: i32) {
        let (mut status, mut completed, mut modified, mut is_complete) = (String::new(), None, None, false);
        for (_, line) in &self.lines {
            let Some(property) = named(line) else { continue };
            let local = || {
                let moment = property.moment()?;
                let seconds = moment.time.filter(|_| moment.is_utc).map(i64::from);
                let shift = seconds.map(|seconds| (seconds + i64::from(offset) * 60).div_euclid(86_400));
                moment.date.checked_add_signed(TimeDelta::try_days(shift.unwrap_or(0))?)
            };
            match &*property.name() {
                "STATUS" => status = property.value.to_ascii_uppercase(),
                "COMPLETED" => (completed, is_complete) = (local(), true),
                "PERCENT-COMPLETE" => is_complete |= property.value == "100",
                "LAST-MODIFIED" => modified = local(),
                "SUMMARY" => self.title = plain(&property.text()),
                "DESCRIPTION" => self.details = plain(&property.text()),
                "SEQUENCE" => self.sequence = property.value.parse().unwrap_or_default(),
                "DUE" if self.kind == Kind::Task => self.day = property.moment().map(|it| it.date),
                "DTSTART" if self.kind == Kind::Event => self.day = property.moment().map(|it| it.date),
                SAID => self.said = Saying::read(property.value),
                _ => {}
            }
        }
        self.there = match &*status {
            "COMPLETED" => There::Done(completed.or(modified)),
            "CANCELLED" => There::CalledOff,
            "" if is_complete => There::Done(completed.or(modified)),
            _ => There::Open,
        };
    }

    /// Whether nobody else has written anything into it.
    pub(super) fn is_untouched(&self) -> bool {
        let is_ours = |line: &str| named(line).is_none_or(|it| OURS.contains(&&*it.name()));
        let says = self.day.map(|day| Saying::of(&self.title, &self.details, day));
        !self.has_parts
            && self.lines.iter().all(|(_, line)| is_ours(line))
            && self.said.is_some()
            && self.said == says
    }

    /// The text of it with what the plan says now. `base` is what the plan said last.
    pub(super) fn changed(&self, now: &Said, base: Option<Saying>, becomes: Becomes, stamp: &str) -> String {
        let said = now.saying();
        let has_title = base.is_none_or(|base| base.title != said.title);
        let has_day = base.is_none_or(|base| base.day != said.day);
        let details = match base {
            Some(base) if base.details == said.details => None,
            Some(base) => Some(base.details_in(&self.details, &now.details)),
            None if self.details.contains(&now.details) => None,
            None => Some(joined(&now.details, &self.details)),
        };
        let mut gone = vec!["DTSTAMP", "LAST-MODIFIED", "SEQUENCE", SAID];
        gone.extend(has_title.then_some("SUMMARY"));
        gone.extend(details.is_some().then_some("DESCRIPTION"));
        if has_day {
            gone.extend(match self.kind {
                Kind::Event => &["DTSTART", "DTEND", "DURATION"][..],
                Kind::Task => &["DUE", "DURATION"],
            });
        }
        if becomes != Becomes::Same {
            gone.extend(["STATUS", "COMPLETED", "PERCENT-COMPLETE"]);
        }
        let mut lines = Lines::default();
        lines.kept(&self.before);
        for (raw, line) in &self.lines {
            let property = named(line);
            let is_gone = property.is_some_and(|it| gone.iter().any(|name| it.is(name)));
            // What begins after it is due, or at an hour of a day that is due as a whole, is taken by no server.
            let is_late = self.kind == Kind::Task
                && has_day
                && property.is_some_and(|it| it.is("DTSTART") && !begins_by(&it, now.day));
            if !is_gone && !is_late {
                lines.kept(raw);
            }
        }
        lines.raw("DTSTAMP", stamp);
        lines.raw("LAST-MODIFIED", stamp);
        lines.raw("SEQUENCE", &self.sequence.saturating_add(1).to_string());
        if has_day {
            put_day(&mut lines, self.kind, now.day);
        }
        put_becomes(&mut lines, self.kind, becomes, now.day);
        if has_title {
            lines.text("SUMMARY", &now.title);
        }
        if let Some(details) = details.filter(|details| !details.is_empty()) {
            lines.text("DESCRIPTION", &details);
        }
        // What was called off by ourselves is known by that.
        if becomes != Becomes::CalledOff {
            lines.raw(SAID, &said.to_text());
        }
        lines.kept(&self.after);
        lines.into_text()
    }

    /// What it says itself, for an entry of which the plan no longer says anything.
    pub(super) fn as_said(&self, category: &'static str, day: NaiveDate) -> Said {
        let day = self.day.unwrap_or(day);
        Said { title: self.title.clone(), details: self.details.clone(), category, day }
    }
}

fn begins_by(property: &Property<'_>, day: NaiveDate) -> bool {
    property.moment().is_some_and(|moment| moment.time.is_none() && moment.date <= day)
}

/// What an entry becomes, as it is written.
fn put_becomes(lines: &mut Lines, kind: Kind, becomes: Becomes, day: NaiveDate) {
    match becomes {
        Becomes::Same => {}
        Becomes::Open => put_standing(lines, kind, Standing::Open, day),
        Becomes::Done(on) => put_standing(lines, kind, Standing::Done, on),
        Becomes::CalledOff => put_standing(lines, kind, Standing::CalledOff, day),
    }
}

fn named(line: &str) -> Option<Property<'_>> {
    Property::read(line)
}

/// The lines of a text, each as it is to stand in a file, and with its folds taken back.
fn unfolded(text: &str) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for line in text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)) {
        let folded = line.strip_prefix([' ', '\t']);
        match (folded, lines.last_mut()) {
            (Some(rest), Some((raw, whole))) => {
                raw.extend([line, "\r\n"]);
                whole.push_str(rest);
            }
            _ if line.trim().is_empty() => {}
            _ => lines.push((format!("{line}\r\n"), line.to_owned())),
        }
    }
    lines
}

/// Where the lines of an entry stand: behind its beginning, and before its end. Of an entry that comes again and again, those of
/// the whole.
fn place(lines: &[(String, String)], kind: Kind, uid: &str) -> Option<(usize, usize)> {
    let mut within: Vec<String> = Vec::new();
    // Where the entry one is in begins; whether it has the UID, whether it is one of a row only.
    let (mut first, mut is_it, mut is_one) = (0, false, false);
    let mut found = None;
    for (at, (_, line)) in lines.iter().enumerate() {
        let Some(property) = named(line) else { continue };
        if property.is("BEGIN") {
            if within.len() == MAX_DEPTH {
                return None;
            }
            within.push(property.value.to_ascii_uppercase());
            if within.len() == 2 {
                (first, is_it, is_one) = (at + 1, false, false);
            }
        } else if property.is("END") {
            let begun = within.pop()?;
            if !begun.eq_ignore_ascii_case(property.value) {
                return None;
            }
            if within.len() == 1 && begun == kind.component() && is_it && !is_one {
                if found.is_some() {
                    return None;
                }
                found = Some((first, at));
            }
        } else if within.len() == 2 {
            is_it |= property.is("UID") && property.value == uid;
            is_one |= property.is("RECURRENCE-ID");
        }
    }
    found.filter(|_| within.is_empty() && lines.first().is_some_and(|(_, line)| is_calendar(line)))
}

fn is_calendar(line: &str) -> bool {
    named(line).is_some_and(|it| it.is("BEGIN") && it.value.eq_ignore_ascii_case("VCALENDAR"))
}

#[cfg(test)]
mod tests;
