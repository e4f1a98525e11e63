//! Plans leave for other programs: every row says what the screen says, whatever was typed in it.

#![cfg(test)]

mod fixtures;

use chrono::{NaiveDate, NaiveDateTime};
use fixtures::edits::HOSTILE;
use fixtures::{date, full_plan, line};
use followthrough::exchange::{
    Answer, Format, Outgoing, Request, Rows, Wanted, Written, answer, import_json, write,
};
use followthrough::plan::{Audience, Plan, Step, StepId};
use followthrough::roster::Workspace;
use followthrough::store::PlanId;
use followthrough::workshop::{example, example_people};

const TODAY: &str = "2026-11-22";

fn moment() -> NaiveDateTime {
    date(TODAY).and_hms_opt(9, 30, 0).unwrap()
}

fn outgoing(workspace: Workspace, wanted: Wanted) -> Outgoing {
    let id = PlanId::parse("p1").unwrap();
    Outgoing { id, workspace, today: date(TODAY), moment: moment(), wanted, memory: String::new() }
}

fn with_people() -> Workspace {
    let written = import_json(include_bytes!("../assets/example.json")).unwrap();
    example_people(example(written, date(TODAY)), date(TODAY))
}

/// What the worker makes of a plan that the page sends it.
fn by_worker(format: Format, outgoing: &Outgoing) -> Written {
    let request = Request::Write {
        format,
        plan: outgoing.id.clone(),
        today: outgoing.today,
        moment: "2026-11-22T09:30:00.000Z".to_owned(),
        wanted: outgoing.wanted,
    };
    let cargo = Outgoing::cargo(&outgoing.workspace, outgoing.today, outgoing.wanted, &outgoing.memory);
    match answer(&request.to_text(), cargo.as_bytes()) {
        Answer::File(written) => written,
        Answer::Text(text) => panic!("a text: {text}"),
    }
}

/// A plan whose prospects get one step for each text.
fn saying<'a>(texts: impl IntoIterator<Item = &'a str>) -> Plan {
    let mut parts = Plan::blank().into_parts();
    let steps =
        texts.into_iter().zip(1..).map(|(text, id)| Step { what: line(text), ..Step::new(StepId(id)) });
    parts.sequences.of_mut(Audience::Prospect).steps = steps.collect();
    parts.checked().unwrap()
}

fn table(written: &Written) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*written.bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_worker_writes_what_the_page_has() {
    for format in Format::ALL {
        for wanted in [Wanted::default(), Wanted { people: true, mark: true, ..Wanted::default() }] {
            let outgoing = outgoing(with_people(), wanted);
            assert_eq!(by_worker(format, &outgoing), write(format, &outgoing), "{format:?}");
        }
    }
}

#[test]
fn rows_of_people_are_their_own_and_named_for_good() {
    let outgoing = outgoing(with_people(), Wanted { people: true, ..Wanted::default() });
    let rows = Rows::of(&outgoing).rows;
    assert!(!rows.is_empty() && rows.iter().all(|row| row.contact.is_some()));
    let mut names: Vec<_> = rows.iter().map(|row| row.uid(&outgoing)).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), rows.len());
}

#[test]
fn a_table_says_each_step_in_a_row() {
    let outgoing = outgoing(Workspace::new(full_plan()), Wanted::default());
    let rows = Rows::of(&outgoing);
    let cells = table(&write(Format::Table, &outgoing));
    assert_eq!(cells.len(), rows.rows.len() + 1);
    for (cells, row) in cells[1..].iter().zip(&rows.rows) {
        assert_eq!(cells[2], row.step.what.as_str());
        assert_eq!(cells[5], row.facts.due.map(|due: NaiveDate| due.to_string()).unwrap_or_default());
    }
}

#[test]
fn no_text_in_a_table_begins_like_a_formula_and_all_of_it_is_there() {
    let outgoing = outgoing(Workspace::new(saying(HOSTILE.iter().copied())), Wanted::default());
    let cells = table(&write(Format::Table, &outgoing));
    for (cells, row) in cells[1..].iter().zip(&Rows::of(&outgoing).rows) {
        assert!(!cells[2].starts_with(['=', '+', '-', '@']), "{:?}", cells[2]);
        assert_eq!(cells[2].strip_prefix('\t').unwrap_or(&cells[2]), row.step.what.as_str());
    }
}
