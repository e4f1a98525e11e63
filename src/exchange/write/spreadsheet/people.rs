//! The sheet of contacts: each step of each of them in a row (B10, F8).

use rust_xlsxwriter::{Workbook, Worksheet};

use super::basis::Events;
use super::cell::{self, day_result, put_day, put_formula, put_text};
use super::columns::Place;
use super::days::CountedDays;
use super::look::Look;
use super::sequence::show_only;
use super::steps::{Entry, Origin, Steps, Still};
use super::table::{Table, a_day, new_sheet};
use super::{CONTACTS_SHEET, DAY_IT_IS};
use crate::agenda::Forecasts;
use crate::calendar::DayNumber;
use crate::exchange::{Rows, StepRow};
use crate::plan::PlanParts;
use crate::schedule::{Basis, Notice, StepFacts};
use crate::words;

/// The columns before those of the steps: for whom, in which sequence, and from when on.
const BEFORE: [(&str, u8); 3] = [("Contact", 24), ("Sequence", 19), ("Start", 17)];
const START: u16 = 2;
const PLACE: Place = Place { left: 3 };

/// The most rows: spreadsheets take a few more.
const MOST_ROWS: usize = 1_000_000;

/// Writes the sheet, where contacts leave. What there was no room for is said.
pub fn put(
    book: &mut Workbook,
    look: &Look,
    rows: &Rows<'_>,
    days: &CountedDays,
    events: &Events,
    still: &mut usize,
) -> Vec<String> {
    let of_people = rows.rows.iter().filter(|row| row.contact.is_some());
    let of_people: Vec<_> = of_people.take(MOST_ROWS).collect();
    let Some(forecasts) = rows.forecasts.as_ref().filter(|_| !of_people.is_empty()) else {
        return Vec::new();
    };
    let sheet = new_sheet(book, CONTACTS_SHEET);
    let steps = u32::try_from(of_people.len()).unwrap_or_default();
    let table = Table { place: PLACE, heading: 0, steps };
    for ((title, width), column) in BEFORE.into_iter().zip(0..) {
        put_text(sheet, (table.heading, column), title, &look.heading);
        _ = sheet.set_column_width(column, width);
    }
    table.furnish(sheet, look);
    _ = sheet.add_data_validation(table.first(), START, table.last(), START, &a_day());
    let mut first = table.first();
    for course in of_people.chunk_by(|one, other| is_same_course(one, other)) {
        let length = u32::try_from(course.len()).unwrap_or_default();
        *still += put_course(sheet, look, rows, days, events, forecasts, (table, first), course);
        first += length;
    }
    let left = rows.rows.len() - of_people.len();
    let note = || format!("{} had no room.", words::count(left, "row"));
    (left > 0).then(note).into_iter().collect()
}

fn is_same_course(one: &StepRow<'_>, other: &StepRow<'_>) -> bool {
    let contact = |row: &StepRow<'_>| row.contact.map(|(contact, _)| contact.id);
    contact(one) == contact(other) && one.audience == other.audience && one.time == other.time
}

#[expect(clippy::too_many_arguments, reason = "all of them belong to the sheet")]
fn put_course(
    sheet: &mut Worksheet,
    look: &Look,
    rows: &Rows<'_>,
    days: &CountedDays,
    events: &Events,
    forecasts: &Forecasts,
    (table, first): (Table, u32),
    course: &[&StepRow<'_>],
) -> usize {
    let Some((contact, enrolment)) = course.first().and_then(|row| row.contact) else { return 0 };
    let plan: &PlanParts = rows.plan();
    let at = contact.enrolments.iter().position(|known| std::ptr::eq(known, enrolment)).unwrap_or_default();
    let by_business = forecasts.by_business(contact.id, at);
    let start = Origin { cell: cell::fixed(first, START), day: Some(DayNumber::of(enrolment.start)) };
    let mut entries = Vec::with_capacity(course.len());
    for ((row, at), by_business) in course.iter().zip(first..).zip(by_business) {
        put_text(sheet, (at, 0), &words::name_of(contact), &look.text);
        put_text(sheet, (at, 1), words::sequence(row.audience), &look.text);
        if at == first {
            put_day(sheet, (at, START), Some(enrolment.start), &look.date_input);
        } else {
            put_formula(sheet, (at, START), &start.cell, &day_result(start.day), &look.date);
        }
        let fact = enrolment.fact(row.step.id);
        entries.push(Entry {
            step: row.step,
            facts: row.facts,
            mark: fact.and_then(|fact| fact.mark),
            notes: fact.map(|fact| fact.note.as_str()).unwrap_or_default(),
            row: at,
            by: CountedDays::by_business(&row.facts),
            who: row.who_in_words(rows.plan()),
            still: reason(&row.facts, by_business),
            last_try: None,
        });
    }
    if let Some(who) = rows.outgoing.wanted.who {
        show_only(sheet, table, plan, who, &entries);
    }
    let today = Some(DayNumber::of(rows.outgoing.today));
    let not_before = Origin { cell: DAY_IT_IS.to_owned(), day: today };
    Steps { plan, days, events, place: PLACE, entries, start, not_before, is_lean: true }.put(sheet, look)
}

/// Why the date of a contact's step does not go on counting, if it does not.
fn reason(facts: &StepFacts, by_business: bool) -> Option<Still> {
    let is_told = matches!(facts.basis, Basis::Touchpoint(_))
        || matches!(facts.notice, Some(Notice::Paused | Notice::Ended));
    match (facts.is_open(), is_told, by_business) {
        (true, true, _) => Some(Still::Course),
        (_, _, false) => Some(Still::OwnDays),
        _ => None,
    }
}
