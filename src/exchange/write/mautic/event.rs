//! The events of a campaign: a condition where the way parts, and an action for each step.

use std::collections::HashMap;

use chrono::Weekday;
use serde_json::{Value, json};

use super::without_addresses;
use crate::calendar::WorkWeek;
use crate::exchange::write::build_sheets::calendar_days;
use crate::exchange::{Rows, StepRow};
use crate::plan::{Anchor, Unit};
use crate::schedule::Fork;
use crate::words;

/// Something that happens to a contact.
pub(super) struct Event {
    pub(super) id: usize,
    /// What it comes after; none for what comes first.
    pub(super) parent: Option<usize>,
    /// Whether it comes only if the condition before it holds.
    pub(super) is_answer: bool,
    pub(super) depth: usize,
    /// The step, by its place.
    step: usize,
    /// What the condition asks for.
    asks: Option<Fork>,
    /// Whether it waits as long as the step does.
    waits: bool,
    /// How many working days it waits besides, until all tries of the step before are over.
    tries: u32,
}

/// The events of the steps that can be counted there, in the order of the steps.
pub(super) fn events(rows: &Rows<'_>, steps: &[&StepRow<'_>]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    // Of each step that is there its event, and how deep it stands.
    let mut placed: HashMap<usize, (usize, usize)> = HashMap::new();
    for (at, row) in steps.iter().enumerate() {
        let before = match row.step.delay.anchor() {
            Anchor::Start => None,
            Anchor::PreviousStep => previous(steps, at),
            Anchor::Step(step) => rows.schedule.step(step).and_then(|facts| facts.number.checked_sub(1)),
            // A date of its own is not read by the import.
            Anchor::Event(_) | Anchor::Date(_) => continue,
        };
        let (parent, depth) = match before.map(|before| placed.get(&before)) {
            None => (None, 0),
            Some(Some((event, depth))) => (Some(*event), depth + 1),
            // What it is counted from is not there.
            Some(None) => continue,
        };
        let fork = row.facts.fork;
        let is_asked = before.is_some_and(|before| is_beyond(steps, before, fork));
        let asks = fork.filter(|_| !is_asked);
        // That nobody was reached is known when the last try is over (B5).
        let silent = asks.filter(|fork| fork.outcome.is_silence() && before == fork.number.checked_sub(1));
        let tried = silent.and(before).and_then(|before| steps.get(before)).map(|row| row.facts.attempts);
        let tries = tried.map_or(0, |tried| u32::from(tried.gap()) * u32::from(tried.count() - 1));
        let mut last = parent;
        if asks.is_some() {
            let id = events.len() + 1;
            events.push(Event { id, parent, is_answer: false, depth, step: at, asks, waits: true, tries });
            last = Some(id);
        }
        let id = events.len() + 1;
        let (is_answer, waits) = (asks.is_some(), asks.is_none());
        events.push(Event { id, parent: last, is_answer, depth, step: at, asks: None, waits, tries: 0 });
        placed.insert(at, (id, depth));
    }
    events
}

/// The forks on the way to a step, from it on.
fn forks<'a>(steps: &'a [&StepRow<'_>], at: usize) -> impl Iterator<Item = Fork> + 'a {
    let fork_of = |at: usize| steps.get(at).and_then(|row| row.facts.fork);
    std::iter::successors(fork_of(at), move |fork| fork_of(fork.number.checked_sub(1)?))
}

/// Whether a step lies on the path that begins with an outcome.
fn is_beyond(steps: &[&StepRow<'_>], at: usize, fork: Option<Fork>) -> bool {
    fork.is_some_and(|fork| forks(steps, at).any(|own| own == fork))
}

/// The nearest step above that everybody passes who comes to a step.
fn previous(steps: &[&StepRow<'_>], at: usize) -> Option<usize> {
    let own: Vec<_> = forks(steps, at).collect();
    (0..at).rev().find(|before| forks(steps, *before).all(|fork| own.contains(&fork)))
}

impl Event {
    pub(super) fn is_condition(&self) -> bool {
        self.asks.is_some()
    }

    /// As it is imported.
    pub(super) fn written(&self, rows: &Rows<'_>, steps: &[&StepRow<'_>], uuid: &str) -> Value {
        let Some(row) = steps.get(self.step) else { return Value::Null };
        let own = rows.schedule.calendar(row.step.id).cloned().unwrap_or_else(|| rows.plan().calendar());
        let sequence = row.audience.slug();
        let (name, kind, event_type, properties) = match self.asks {
            Some(fork) => {
                let tag = format!("{sequence} {}: {}", fork.number, words::outcome(fork.outcome));
                let name = format!("Step {}: {}?", fork.number, words::outcome(fork.outcome));
                (name, "lead.tags", "condition", json!({ "tags": [tag] }))
            }
            None => {
                let tag = format!("{sequence} {} is due", row.facts.number);
                let properties = json!({ "add_tags": [tag], "remove_tags": [] });
                (format!("{}. {}", row.facts.number, row.what()), "lead.changetags", "action", properties)
            }
        };
        let (length, unit) = if self.waits { interval(row, own.week(), self.tries) } else { (0, "d") };
        let days = if self.waits && row.facts.wait.span.unit() != Unit::ExactDays {
            days_of_week(own.week(), row.facts.wait.weekdays)
        } else {
            Vec::new()
        };
        let is_immediate = length == 0 && days.is_empty() || !self.waits;
        json!({
            "id": self.id,
            "campaign_id": 1,
            "name": without_addresses(&name),
            "description": if self.is_condition() { String::new() } else { without_addresses(&details(rows, row)) },
            "type": kind,
            "event_type": event_type,
            "event_order": self.depth + 1,
            "properties": properties,
            "trigger_interval": length,
            "trigger_interval_unit": unit,
            "trigger_mode": if is_immediate { "immediate" } else { "interval" },
            "triggerRestrictedDaysOfWeek": days,
            "decisionPath": if self.is_answer { Some("yes") } else { None },
            "parent_id": self.parent,
            "uuid": uuid,
        })
    }
}

/// How long a step waits after all tries of the one before, in days or months of the calendar.
fn interval(row: &StepRow<'_>, week: WorkWeek, tries: u32) -> (u32, &'static str) {
    let span = row.facts.wait.span;
    let length = u32::from(span.length());
    match span.unit() {
        Unit::WorkingDays => (calendar_days(tries + length, week), "d"),
        Unit::CalendarDays | Unit::ExactDays => (calendar_days(tries, week) + length, "d"),
        Unit::Weeks => (calendar_days(tries, week) + 7 * length, "d"),
        // One interval has one unit.
        Unit::Months if tries > 0 => (calendar_days(tries, week) + 30 * length, "d"),
        Unit::Months => (length, "m"),
    }
}

/// The days on which it may come, from 0 for a Sunday.
fn days_of_week(week: WorkWeek, wanted: Option<WorkWeek>) -> Vec<u32> {
    let suits = |day: Weekday| week.is_worked(day) && wanted.is_none_or(|wanted| wanted.is_worked(day));
    let all = (0..7_u8).filter_map(|day| Weekday::try_from(day).ok());
    let mut days: Vec<_> = all.clone().filter(|day| suits(*day)).collect();
    if days.is_empty() {
        // Waited for would be for ever.
        days = all.filter(|day| week.is_worked(*day)).collect();
    }
    let mut days: Vec<_> = days.into_iter().map(|day| day.num_days_from_sunday()).collect();
    days.sort_unstable();
    days
}

/// Who does it and with what, when it comes, and the message.
fn details(rows: &Rows<'_>, row: &StepRow<'_>) -> String {
    let told = row.words(rows.plan());
    let parts = [told.who, told.with, told.when, told.conditions, row.message()];
    let parts: Vec<_> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}
