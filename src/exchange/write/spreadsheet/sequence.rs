//! The sheets of the two sequences (A8, B1).

use rust_xlsxwriter::{FilterCondition, Workbook, Worksheet};

use super::basis::Events;
use super::cell::{self, day_result, put_day, put_formula, put_text};
use super::columns::{Column, Place};
use super::days::CountedDays;
use super::look::Look;
use super::steps::{Entry, Origin, Steps};
use super::table::{Table, a_day, new_sheet};
use super::{DAY_IT_IS, EVENTS_SHEET};
use crate::calendar::DayNumber;
use crate::exchange::Rows;
use crate::plan::{Audience, EventId, PlanParts, Responsible};
use crate::words;

/// Where things are above the table.
const START: (u32, u16) = (1, 2);
const NOT_BEFORE: (u32, u16) = (2, 2);
const HEADING: u32 = 3;

/// The table stands at the left.
const PLACE: Place = Place { left: 0 };

/// Writes a sheet for each sequence that has steps. Says where the days of events will be.
pub fn put(
    book: &mut Workbook,
    look: &Look,
    rows: &Rows<'_>,
    days: &CountedDays,
    still: &mut usize,
) -> Vec<(EventId, String, Option<DayNumber>)> {
    let plan: &PlanParts = rows.plan();
    let place = |row: u32| format!("{EVENTS_SHEET}!{}", cell::fixed(row, 1));
    let events = plan.events.iter().zip(1..);
    let events: Vec<_> =
        events.map(|(event, row)| (event.id, place(row), event.date.map(DayNumber::of))).collect();
    for audience in Audience::BOTH {
        if !plan.sequences.of(audience).steps.is_empty() {
            let sheet = new_sheet(book, words::sheet_name(audience));
            *still += sequence(sheet, look, rows, days, &events, audience);
        }
    }
    events
}

fn sequence(
    sheet: &mut Worksheet,
    look: &Look,
    rows: &Rows<'_>,
    days: &CountedDays,
    events: &Events,
    audience: Audience,
) -> usize {
    let (plan, outgoing): (&PlanParts, _) = (rows.plan(), rows.outgoing);
    let run = plan.runs.of(audience);
    let steps = &plan.sequences.of(audience).steps;
    let table =
        Table { place: PLACE, heading: HEADING, steps: u32::try_from(steps.len()).unwrap_or_default() };
    let name = words::sequence(audience);
    let trigger = plan.sequences.of(audience).trigger.as_str();
    let title = if trigger.is_empty() { name.to_owned() } else { format!("{name}: {trigger}") };
    put_text(sheet, (0, 0), &title, &look.title);
    put_text(sheet, (START.0, 1), "Start", &look.text);
    put_start(sheet, look, plan, audience);
    put_text(sheet, (NOT_BEFORE.0, 1), "No open step is due before", &look.text);
    let not_before = Some(outgoing.today).filter(|_| run.has_begun()).map(DayNumber::of);
    put_formula(sheet, NOT_BEFORE, &begun(table), &day_result(not_before), &look.date);
    table.furnish(sheet, look);
    let entries = steps.iter().zip(rows.schedule.steps(audience)).zip(table.first()..);
    let entries = entries.map(|((step, facts), row)| Entry {
        step,
        facts: *facts,
        mark: run.mark(step.id).map(|mark| (mark.on, mark.fate)),
        row,
        by: days.by(step, facts),
        who: step.who.map(|who| words::responsible(plan, who)).unwrap_or_default(),
        notes: step.notes.as_str(),
        still: None,
        last_try: None,
    });
    let start = plan.start(audience).map(DayNumber::of);
    let steps = Steps {
        plan,
        days,
        events,
        place: PLACE,
        entries: entries.collect(),
        start: Origin { cell: cell::fixed(START.0, START.1), day: start },
        not_before: Origin { cell: cell::fixed(NOT_BEFORE.0, NOT_BEFORE.1), day: not_before },
        is_lean: false,
    };
    if let Some(who) = outgoing.wanted.who {
        show_only(sheet, table, plan, who, &steps.entries);
    }
    steps.put(sheet, look)
}

/// Hides what others do.
pub fn show_only(
    sheet: &mut Worksheet,
    table: Table,
    plan: &PlanParts,
    who: Responsible,
    entries: &[Entry<'_>],
) {
    let name = words::responsible(plan, who);
    for entry in entries.iter().filter(|entry| entry.who != name) {
        _ = sheet.set_row_hidden(entry.row);
    }
    let filter = FilterCondition::new().add_list_filter(name.as_str());
    sheet.filter_automatic_off();
    _ = sheet.filter_column(table.place.of(Column::Who), &filter);
}

/// The day it starts: its own, or where it has none that of the other sequence.
fn put_start(sheet: &mut Worksheet, look: &Look, plan: &PlanParts, audience: Audience) {
    let other = audience.other();
    let follows = plan.runs.of(audience).start.is_none() && plan.runs.of(other).start.is_some();
    let start = plan.start(audience);
    if follows && !plan.sequences.of(other).steps.is_empty() {
        let its = format!("{}!{}", words::sheet_name(other), cell::fixed(START.0, START.1));
        let result = day_result(start.map(DayNumber::of));
        put_formula(sheet, START, &format!("IF({its}=\"\",\"\",{its})"), &result, &look.date_input);
    } else {
        put_day(sheet, START, start, &look.date_input);
    }
    _ = sheet.add_data_validation(START.0, START.1, START.0, START.1, &a_day());
}

/// The day it is, once something was done, tried or put off (B6).
fn begun(table: Table) -> String {
    let filled = [Column::DoneOn, Column::LastTried, Column::PutOff].map(|column| {
        let column = table.place.of(column);
        cell::range((table.first(), column), (table.last(), column))
    });
    format!("IF(COUNTA({})=0,\"\",{DAY_IT_IS})", filled.join(","))
}
