//! Writes workbooks of the example, of a plan with everything, and of random plans, each with the dates that must stand in
//! it and with changes to make and the dates that must come of them: `cargo run --example workbooks -- FOLDER 200 2026-11-22`.
//!
//! The changes are made in the plan, whose schedule tells the dates, and described as cells of the workbook. A date that the
//! workbook says does not go on counting, and what is counted from it, is left out of what must come of a change.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "it belongs to a check, as tests do"
)]

#[path = "../tests/fixtures/mod.rs"]
mod fixtures;

#[path = "../tests/fixtures/cells.rs"]
mod cells;

#[path = "../tests/fixtures/near.rs"]
mod near;

use std::error::Error;
use std::{env, fs};

use cells::Sheet;
use chrono::{Datelike, Days, NaiveDate};
use followthrough::calendar::Observed;
use followthrough::exchange::{Format, Outgoing, Rows, TableColumns, Wanted, import_json, write};
use followthrough::plan::{
    Audience, Delay, Direction, Edit, EventEdit, Fate, Holiday, Line, Outcome, Plan, Span, StepEdit, Unit,
};
use followthrough::roster::{ContactEdit, EnrolmentEdit, RosterEdit, Workspace, WorkspaceEdit};
use followthrough::schedule::{Notice, Schedule, StepFacts};
use followthrough::store::PlanId;
use followthrough::words;
use followthrough::workshop::{example, example_people};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

/// The columns with dates that are compared.
const DATES: [&str; 3] = ["Due", "At the latest", "Late since"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let mut next = || args.next().ok_or("Say a folder, how many plans, and what day it is.");
    let (folder, count, today) = (next()?, next()?.parse::<usize>()?, next()?.parse::<NaiveDate>()?);
    let written = import_json(include_bytes!("../assets/example.json"))?;
    let mut plans = vec![example(written, today), fixtures::full_plan()];
    let mut runner = TestRunner::deterministic();
    for at in 0..count {
        let near = near::plans_near(today).boxed();
        let wide = fixtures::edits::plans().boxed();
        // One in four is as wild as random edits make it.
        let made = if at % 4 == 3 { wide } else { near };
        plans.push(made.new_tree(&mut runner).map_err(|reason| reason.message().to_owned())?.current());
    }
    let (bytes, of_people) = people(today)?;
    fs::write(format!("{folder}/people.xlsx"), &bytes)?;
    fs::write(format!("{folder}/people.json"), serde_json::to_string_pretty(&of_people)?)?;
    for (at, plan) in plans.iter().enumerate() {
        let bytes = workbook(plan, today);
        let told = told(plan, at, today, &bytes);
        fs::write(format!("{folder}/{at:04}.xlsx"), &bytes)?;
        fs::write(format!("{folder}/{at:04}.json"), serde_json::to_string_pretty(&told)?)?;
    }
    Ok(())
}

fn workbook(plan: &Plan, today: NaiveDate) -> Vec<u8> {
    write(Format::Spreadsheet, &outgoing(Workspace::new(plan.clone()), Wanted::default(), today)).bytes
}

fn outgoing(workspace: Workspace, wanted: Wanted, today: NaiveDate) -> Outgoing {
    let id = PlanId::parse("p1").expect("a name");
    let moment = today.and_hms_opt(9, 30, 0).expect("a time");
    let columns = TableColumns::default();
    Outgoing { id, workspace, today, moment, wanted, columns, memory: String::new() }
}

/// The example with its people: their dates, and what comes of them when steps are done, put off or tried.
fn people(today: NaiveDate) -> Result<(Vec<u8>, Value), Box<dyn Error>> {
    const MOST: usize = 40;
    let written = import_json(include_bytes!("../assets/example.json"))?;
    let workspace = example_people(example(written, today), today);
    let wanted = Wanted { people: true, ..Wanted::default() };
    let outgoing = |workspace: Workspace| outgoing(workspace, wanted, today);
    let leaving = outgoing(workspace.clone());
    let bytes = write(Format::Spreadsheet, &leaving).bytes;
    let sheets = cells::sheets(&bytes);
    let sheet = sheets.iter().find(|sheet| sheet.name == "Contacts").ok_or("There are no contacts.")?;
    let place = |at: u32, title: &str| address(sheet.heading() + 1 + at, sheet.column(title));
    // Of a contact, nothing is expected once one of its dates does not go on counting.
    let expected = |rows: &Rows<'_>, all: bool| {
        let is_still = |at: usize| !sheet.is_alive(at as u32);
        let course = |at: usize| rows.rows[at].contact.map(|(contact, _)| (contact.id, rows.rows[at].time));
        let still: Vec<_> = (0..rows.rows.len()).filter(|at| is_still(*at)).map(course).collect();
        let told = rows.rows.iter().enumerate().filter(|(at, _)| all || !still.contains(&course(*at)));
        let told = told.flat_map(|(at, row)| {
            let days = [row.facts.due, row.facts.latest, row.facts.overdue_since];
            DATES.into_iter().zip(days).map(move |(title, day)| (at as u32, title, day))
        });
        let cell = |(at, title, day): (u32, &str, Option<NaiveDate>)| json!({ "sheet": "Contacts", "cell": place(at, title), "day": day.map(words::iso) });
        told.map(cell).collect::<Vec<_>>()
    };
    let rows = Rows::of(&leaving);
    let put = |cell: String, value: Value| json!({ "sheet": "Contacts", "cell": cell, "value": value });
    let day = |date: NaiveDate| json!({ "day": words::iso(date) });
    let mut changes = Vec::new();
    let open = rows.rows.iter().zip(0_u32..).filter(|(row, at)| row.facts.is_open() && sheet.is_alive(*at));
    for (turn, (row, at)) in open.step_by(5).take(MOST).enumerate() {
        let Some((contact, enrolment)) = row.contact else { continue };
        let (step, ahead, back) = (row.step.id, today + Days::new(6), today - Days::new(1));
        let kinds = [
            (
                "contact done",
                EnrolmentEdit::Mark(step, back, Fate::Done(None)),
                vec![put(place(at, "Done on"), day(back))],
            ),
            (
                "contact put off",
                EnrolmentEdit::Postpone(step, Some(ahead)),
                vec![put(place(at, "Put off to"), day(ahead))],
            ),
            (
                "contact tried",
                EnrolmentEdit::Mark(step, back, Fate::Tried(1)),
                vec![
                    put(place(at, "Tries in vain"), json!(1)),
                    put(place(at, "Last try in vain"), day(back)),
                    put(place(at, "Put off to"), Value::Null),
                ],
            ),
        ];
        let (what, edit, cells) = kinds[turn % 3].clone();
        if what == "contact tried" && row.step.attempts.count() < 2 {
            continue;
        }
        let edit = ContactEdit::Enrolment(enrolment.audience, edit);
        let edit = WorkspaceEdit::Roster(RosterEdit::Contact(contact.id, edit));
        let Ok(after) = workspace.edited(edit) else { continue };
        let after = outgoing(after);
        changes.push(json!({ "what": what, "cells": cells, "expected": expected(&Rows::of(&after), false) }));
    }
    let alive = (0..rows.rows.len()).filter(|at| sheet.is_alive(*at as u32)).count();
    let told = json!({
        "expected": expected(&rows, true),
        "changes": changes,
        "alive": alive,
        "still": rows.rows.len() - alive,
        "texts": [],
    });
    Ok((bytes, told))
}

/// The sheets of the sequences, with how their steps lie.
struct Book {
    sheets: Vec<(Audience, Sheet)>,
    first: NaiveDate,
    last: NaiveDate,
    holiday: Option<(u32, u32)>,
}

fn told(plan: &Plan, at: usize, today: NaiveDate, bytes: &[u8]) -> Value {
    let (mut sheets, mut others) = (Vec::new(), Vec::new());
    for sheet in cells::sheets(bytes) {
        match Audience::BOTH
            .into_iter()
            .find(|audience| ["Prospects", "Customers"][*audience as usize] == sheet.name)
        {
            Some(audience) => sheets.push((audience, sheet)),
            None => others.push(sheet),
        }
    }
    let days = others.iter().find(|sheet| sheet.name == "Holidays").expect("holidays");
    let listed = |row| cells::day(days.cell(row, 4)).expect("a day");
    let free = (4..).find(|row| cells::day(days.cell(*row, 0)).is_none());
    let (first, last) = (listed(14), listed(15));
    let book = Book { sheets, first, last, holiday: free.map(|row| (row, 0)) };
    let schedule = Schedule::on(plan, today);
    let expected = book.expected(&schedule, true);
    let alive = book.sheets.iter().flat_map(|(audience, sheet)| {
        (0..schedule.steps(*audience).len()).map(|at| sheet.is_alive(at as u32))
    });
    let (alive, still): (Vec<_>, Vec<_>) = alive.partition(|is_alive| *is_alive);
    let changes: Vec<_> = some(book.changes(plan, today), at)
        .filter_map(|(what, edit, cells)| {
            let edited = plan.edited(edit).ok()?;
            let after = Schedule::on(&edited, today);
            Some(json!({ "what": what, "cells": cells, "expected": book.expected(&after, false) }))
        })
        .collect();
    let texts = book.sheets.iter().flat_map(|(audience, sheet)| {
        let steps = plan.sequences.of(*audience).steps.iter().zip(0_u32..);
        steps.map(|(step, at)| json!({
            "sheet": sheet.name, "cell": address(sheet.heading() + 1 + at, sheet.column("What")), "text": step.what.as_str(),
        }))
    });
    json!({
        "expected": expected,
        "changes": changes,
        "alive": alive.len(),
        "still": still.len(),
        "texts": texts.collect::<Vec<_>>(),
    })
}

impl Book {
    /// The dates that must stand in cells; all of them, or those that go on counting.
    fn expected(&self, schedule: &Schedule, all: bool) -> Vec<Value> {
        let mut expected = Vec::new();
        for (audience, sheet) in &self.sheets {
            let steps = schedule.steps(*audience);
            let mut is_still: Vec<bool> = Vec::new();
            for (facts, at) in steps.iter().zip(0_u32..) {
                let from =
                    facts.basis.step().and_then(|step| steps.iter().position(|other| other.step == step));
                let is_of_still = facts.is_open() && from.is_some_and(|from| is_still[from]);
                is_still.push(!sheet.is_alive(at) || is_of_still || self.is_beyond(facts));
                if is_still[at as usize] && !all {
                    continue;
                }
                let row = sheet.heading() + 1 + at;
                for (title, day) in DATES.into_iter().zip([facts.due, facts.latest, facts.overdue_since]) {
                    expected.push(json!({
                        "sheet": sheet.name, "cell": address(row, sheet.column(title)), "day": day.map(words::iso),
                    }));
                }
            }
        }
        expected
    }

    /// Whether a step lies beyond the days that are listed.
    fn is_beyond(&self, facts: &StepFacts) -> bool {
        let from = facts.derivation.into_iter().flat_map(|it| [it.from, it.landed, it.earliest]);
        let days = [facts.due, facts.latest, facts.last_attempt].into_iter().flatten().chain(from);
        facts.notice == Some(Notice::OutOfRange)
            || days.into_iter().any(|day| !(self.first..=self.last).contains(&day))
    }

    /// Changes to a plan, each as an edit and as what is written into which cells.
    fn changes(&self, plan: &Plan, today: NaiveDate) -> Vec<(String, Edit, Vec<Value>)> {
        let mut changes = Vec::new();
        let schedule = Schedule::on(plan, today);
        for (audience, sheet) in &self.sheets {
            let steps = plan.sequences.of(*audience).steps.iter().zip(schedule.steps(*audience)).zip(0_u32..);
            let alive: Vec<_> = steps.filter(|(_, at)| sheet.is_alive(*at)).collect();
            let open: Vec<_> = alive.iter().filter(|((_, facts), _)| facts.is_open()).collect();
            let at = |title: &str, step: u32| address(sheet.heading() + 1 + step, sheet.column(title));
            let put =
                |cell: String, value: Value| json!({ "sheet": sheet.name, "cell": cell, "value": value });
            let day = |date: NaiveDate| json!({ "day": words::iso(date) });
            for ((step, facts), place) in open.iter().take(2) {
                let on = today + Days::new(u64::from(*place) * 2 + 1);
                let cells = vec![put(at("Done on", *place), day(on))];
                changes.push(("done".to_owned(), Edit::Mark(step.id, on, Fate::Done(None)), cells));
                let cells =
                    vec![put(at("Done on", *place), day(on)), put(at("State", *place), json!("skipped"))];
                changes.push(("skipped".to_owned(), Edit::Mark(step.id, on, Fate::Skipped), cells));
                let on = today + Days::new(9);
                let cells = vec![put(at("Put off to", *place), day(on))];
                changes.push(("put off".to_owned(), Edit::Postpone(step.id, Some(on)), cells));
                let on = today - Days::new(1);
                let cells = vec![
                    put(at("Tries in vain", *place), json!(1)),
                    put(at("Last try in vain", *place), day(on)),
                    put(at("Put off to", *place), Value::Null),
                ];
                changes.push(("tried".to_owned(), Edit::Mark(step.id, on, Fate::Tried(1)), cells));
                if plan.parts_at(step.id) {
                    for outcome in [Outcome::Reached, Outcome::NotReached, Outcome::NoReply] {
                        let on = today - Days::new(2);
                        let cells = vec![
                            put(at("Done on", *place), day(on)),
                            put(at("What came of it", *place), json!(words::outcome(outcome))),
                        ];
                        changes.push((
                            "outcome".to_owned(),
                            Edit::Mark(step.id, on, Fate::Done(Some(outcome))),
                            cells,
                        ));
                    }
                }
                let delay = step.delay;
                let length = if delay.length() > 4 { delay.length() - 2 } else { delay.length() + 3 };
                let sign = if facts.wait.direction == Direction::Before { -1 } else { 1 };
                if let Some(longer) = Span::new(length, delay.unit())
                    .and_then(|span| Delay::new(span, delay.direction(), delay.anchor()))
                    && (step.window.fits(longer))
                {
                    let cells = vec![put(at("Wait", *place), json!(i32::from(length) * sign))];
                    changes.push(("wait".to_owned(), Edit::Step(step.id, StepEdit::Delay(longer)), cells));
                }
                for unit in Unit::ALL.into_iter().filter(|unit| *unit != delay.unit()) {
                    let other = Span::new(delay.length(), unit)
                        .and_then(|span| Delay::new(span, delay.direction(), delay.anchor()));
                    if let Some(other) = other.filter(|other| step.window.fits(*other)) {
                        let cells = vec![put(at("Unit", *place), json!(words::unit_cell(unit)))];
                        changes.push(("unit".to_owned(), Edit::Step(step.id, StepEdit::Delay(other)), cells));
                        break;
                    }
                }
            }
            if let Some(start) = plan.runs.of(*audience).start {
                let start = start + Days::new(3);
                let cells = vec![put(address(1, 2), day(start))];
                changes.push(("start".to_owned(), Edit::Start(*audience, Some(start)), cells));
            }
            // Days that move out of the way of weekends or of others are listed as they are.
            let moves = plan.yearly_closures.iter().any(|yearly| yearly.observed != Observed::Lost);
            let mut due = open.iter().filter_map(|((_, facts), _)| facts.due);
            let due = due.rfind(|due| (self.first..=self.last).contains(due));
            if let (Some(date), Some((row, column)), false) = (due, self.holiday, moves) {
                let cell = json!({ "sheet": "Holidays", "cell": address(row, column), "value": day(date) });
                let holiday = Holiday { date, name: Line::fitted("Sudden") };
                changes.push(("holiday".to_owned(), Edit::AddHoliday(holiday), vec![cell]));
            }
            if let (Some(due), false) = (due, moves)
                && let Ok(week) = plan.work_week.toggled(due.weekday())
            {
                let cell = json!({ "sheet": "Holidays", "cell": address(12, 4), "value": week.mask() });
                changes.push(("week".to_owned(), Edit::WorkWeek(week), vec![cell]));
            }
        }
        for (event, row) in plan.events.iter().zip(1..).filter(|(event, _)| plan.counts_from(event.id)) {
            let date = today + Days::new(30);
            let cell =
                json!({ "sheet": "Events", "cell": address(row, 1), "value": { "day": words::iso(date) } });
            let edit = EventEdit::Date(Some(date));
            changes.push(("event".to_owned(), Edit::Event(event.id, edit), vec![cell]));
        }
        changes
    }
}

/// No more than some of the changes of a plan, others of each, so that all kinds are among those of all.
fn some<T>(changes: Vec<T>, plan: usize) -> impl Iterator<Item = T> {
    const MOST: usize = 6;
    let step = changes.len().div_ceil(MOST).max(1);
    changes.into_iter().skip(plan % step).step_by(step)
}

/// `C5`.
fn address(row: u32, column: u32) -> String {
    let letter = |at: u32| char::from(b'A' + (at % 26) as u8);
    let name = if column < 26 {
        letter(column).to_string()
    } else {
        format!("{}{}", letter(column / 26 - 1), letter(column))
    };
    format!("{name}{}", row + 1)
}
