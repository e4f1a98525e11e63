//! A plan as a spreadsheet: its dates are ours, they go on counting, and what people typed stays text. That LibreOffice counts
//! the same, also after changes, is for `scripts/sheets` to show.

#![cfg(test)]

mod fixtures;

#[path = "fixtures/cells.rs"]
mod cells;

#[path = "fixtures/near.rs"]
mod near;

use cells::{Sheet, sheets};
use chrono::{Datelike, NaiveDate};
use fixtures::edits::HOSTILE;
use fixtures::{date, full_plan, line};
use followthrough::exchange::{Format, Outgoing, Rows, TableColumns, Wanted, import_json, write};
use followthrough::plan::{
    Anchor, Audience, Event, EventId, Holiday, Line, Person, PersonId, Plan, Prose, Responsible, Step, StepId,
};
use followthrough::roster::Workspace;
use followthrough::schedule::{Schedule, StepFacts};
use followthrough::store::PlanId;
use followthrough::workshop::{example, example_people};
use proptest::prelude::*;

const TODAY: &str = "2026-11-22";

/// The columns with dates, and the fact that each tells.
type Told = (&'static str, fn(&StepFacts) -> Option<NaiveDate>);
const DATES: [Told; 4] = [
    ("Due", |facts| facts.due),
    ("At the latest", |facts| facts.latest),
    ("Late since", |facts| facts.overdue_since),
    ("Planned when written", |facts| facts.baseline),
];

fn outgoing(workspace: Workspace, wanted: Wanted) -> Outgoing {
    let (id, today) = (PlanId::parse("p1").unwrap(), date(TODAY));
    let moment = today.and_hms_opt(9, 30, 0).unwrap();
    let columns = TableColumns::default();
    Outgoing { id, workspace, today, moment, wanted, columns, memory: String::new() }
}

fn book(plan: &Plan) -> Vec<Sheet> {
    let outgoing = outgoing(Workspace::new(plan.clone()), Wanted::default());
    sheets(&write(Format::Spreadsheet, &outgoing).bytes)
}

fn with_people() -> Workspace {
    let written = import_json(include_bytes!("../assets/example.json")).unwrap();
    example_people(example(written, date(TODAY)), date(TODAY))
}

fn named<'a>(book: &'a [Sheet], name: &str) -> &'a Sheet {
    book.iter().find(|sheet| sheet.name == name).unwrap()
}

fn is_there(book: &[Sheet], name: &str) -> bool {
    book.iter().any(|sheet| sheet.name == name)
}

const SEQUENCES: [(Audience, &str); 2] =
    [(Audience::Prospect, "Prospects"), (Audience::Customer, "Customers")];

/// Holds every date of a workbook against the schedule.
#[track_caller]
fn check_dates(plan: &Plan) {
    let (book, schedule) = (book(plan), Schedule::on(plan, date(TODAY)));
    for (audience, name) in SEQUENCES {
        let steps = schedule.steps(audience);
        assert_eq!(is_there(&book, name), !steps.is_empty(), "{name}");
        for (facts, at) in steps.iter().zip(0..) {
            for (title, told) in DATES {
                assert_eq!(
                    named(&book, name).day(at, title),
                    told(facts),
                    "{name}, step {}, {title}",
                    at + 1
                );
            }
        }
    }
}

#[test]
fn every_date_is_that_of_the_schedule() {
    check_dates(&with_people().plan);
    check_dates(&full_plan());
    check_dates(&Plan::blank());
}

#[test]
fn the_dates_of_the_example_all_go_on_counting_by_workday() {
    let book = book(&with_people().plan);
    for (audience, name) in SEQUENCES {
        let sheet = named(&book, name);
        for at in 0..u32::try_from(with_people().plan.sequences.of(audience).steps.len()).unwrap() {
            let formula =
                |title: &str| sheet.formula(sheet.heading() + 1 + at, sheet.column(title)).to_owned();
            assert!(sheet.is_alive(at), "{name}, step {}", at + 1);
            assert!(formula("Due").starts_with("IF("), "{}", formula("Due"));
            assert!(formula("Earliest").contains("WORKDAY.INTL("), "{}", formula("Earliest"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_date_of_any_plan_is_that_of_the_schedule(plan in fixtures::edits::plans()) {
        check_dates(&plan);
    }

    #[test]
    fn dates_that_are_near_go_on_counting(plan in near::plans_near(date(TODAY))) {
        check_dates(&plan);
        let (book, schedule) = (book(&plan), Schedule::on(&plan, date(TODAY)));
        for (audience, name) in SEQUENCES {
            for (facts, at) in schedule.steps(audience).iter().zip(0..) {
                let is_near = facts.due.is_none_or(|due| (2016..=2030).contains(&due.year()));
                prop_assert!(!is_near || named(&book, name).is_alive(at), "{}, step {}: {:?}", name, at + 1, facts);
            }
        }
    }
}

#[test]
fn the_steps_of_contacts_have_their_dates_too() {
    let wanted = Wanted { people: true, ..Wanted::default() };
    let outgoing = outgoing(with_people(), wanted);
    let book = sheets(&write(Format::Spreadsheet, &outgoing).bytes);
    let (sheet, rows) = (named(&book, "Contacts"), Rows::of(&outgoing).rows);
    let mut alive = 0;
    for (row, at) in rows.iter().zip(0..) {
        for (title, told) in DATES {
            assert_eq!(sheet.day(at, title), told(&row.facts), "row {at}, {title}");
        }
        let (contact, enrolment) = row.contact.unwrap();
        assert_eq!(sheet.of(at, "Contact").to_string(), contact.name.as_str());
        assert_eq!(sheet.day(at, "Start"), Some(enrolment.start));
        alive += usize::from(sheet.is_alive(at));
    }
    assert!(alive * 2 > rows.len(), "{alive} of {}", rows.len());
}

#[test]
fn the_rows_of_others_are_there_to_count_from() {
    let who = Some(Responsible::Myself);
    let outgoing = outgoing(with_people(), Wanted { who, ..Wanted::default() });
    let book = sheets(&write(Format::Spreadsheet, &outgoing).bytes);
    let steps = &with_people().plan.sequences.prospect.steps;
    let last = u32::try_from(steps.len() - 1).unwrap();
    assert_eq!(named(&book, "Prospects").of(last, "What").to_string(), steps.last().unwrap().what.as_str());
}

/// Texts that look like formulas, or that no cell could hold as they are.
fn hostile() -> impl Iterator<Item = String> {
    let signs = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "'=1",
        "=cmd|' /C calc'!A0",
        "_x0041_",
        "a\u{fffe}b\u{ffff}",
        "0001",
    ];
    HOSTILE.iter().copied().chain(signs).map(str::to_owned).chain(["=".repeat(200)])
}

/// Says a text in every field that leaves.
fn saying(text: &str) -> Plan {
    let mut parts = full_plan().into_parts();
    let text = Line::fitted(text);
    for sequence in [&mut parts.sequences.prospect, &mut parts.sequences.customer] {
        sequence.trigger = text.clone();
        for step in &mut sequence.steps {
            step.what = text.clone();
            step.tools = text.clone();
            step.notes = Prose::parse(text.as_str()).unwrap();
        }
    }
    for goal in &mut parts.goals {
        goal.text = text.clone();
        for action in &mut goal.actions {
            action.text = text.clone();
            action.measure.metric = text.clone();
            action.measure.target = text.clone();
            action.measure.result = text.clone();
        }
    }
    parts.name = text.clone();
    parts.business = text.clone();
    parts.events = vec![Event { id: EventId(95), name: text.clone(), date: None }];
    for step in &mut parts.sequences.prospect.steps {
        if step.delay.anchor() == Anchor::Event(EventId(96)) {
            *step = Step::new(step.id);
        }
    }
    parts.people = vec![
        Person { id: PersonId(90), name: text.clone() },
        Person { id: PersonId(91), name: text.clone() },
    ];
    parts.holidays = vec![Holiday { date: date("2026-12-25"), name: text }];
    parts.checked().unwrap()
}

#[test]
fn what_was_typed_comes_back_as_it_was_and_is_no_formula() {
    const TEXTS: [&str; 8] =
        ["What", "Who", "With", "Counted from", "Remark when written", "Goal", "Action", "Notes"];
    for text in hostile() {
        let plan = saying(&text);
        let book = book(&plan);
        let said = Line::fitted(&text);
        for (audience, name) in SEQUENCES {
            let sheet = named(&book, name);
            for (step, at) in plan.sequences.of(audience).steps.iter().zip(0..) {
                assert_eq!(sheet.of(at, "What").to_string(), step.what.as_str(), "{text:?}");
                assert_eq!(sheet.of(at, "Notes").to_string(), step.notes.as_str(), "{text:?}");
                for title in TEXTS {
                    let formula = sheet.formula(sheet.heading() + 1 + at, sheet.column(title));
                    assert_eq!(formula, "", "{text:?} in {title}");
                }
            }
        }
        let measures = named(&book, "Measures");
        assert_eq!(measures.cell(1, 1).to_string(), said.as_str(), "{text:?}");
        assert_eq!(named(&book, "Events").cell(1, 0).to_string(), said.as_str());
        for name in ["Measures", "About", "Events"] {
            assert!(named(&book, name).formulas.used_cells().next().is_none(), "{text:?} in {name}");
        }
        let days = named(&book, "Holidays");
        for row in 0..days.cells.height() {
            assert_eq!(days.formula(u32::try_from(row).unwrap(), 1), "", "{text:?}");
        }
    }
}

#[test]
fn the_same_plan_at_the_same_moment_gives_the_same_bytes() {
    let outgoing = outgoing(with_people(), Wanted { people: true, ..Wanted::default() });
    let [one, other] = [(), ()].map(|()| write(Format::Spreadsheet, &outgoing).bytes);
    assert!(one == other && !one.is_empty());
}

#[test]
fn names_of_this_browser_stay_in_it() {
    let mut parts = Plan::blank().into_parts();
    parts.sequences.prospect.steps = vec![Step { what: line("Call"), ..Step::new(StepId(987_654_321)) }];
    let book = book(&parts.checked().unwrap());
    let cells = book.iter().flat_map(|sheet| sheet.cells.used_cells().map(|(_, _, cell)| cell.to_string()));
    assert!(cells.clone().any(|cell| cell == "Call"));
    assert!(!cells.into_iter().any(|cell| cell.contains("987654321")));
}

#[test]
fn what_does_not_go_on_counting_is_said() {
    let notes =
        |plan: Plan| write(Format::Spreadsheet, &outgoing(Workspace::new(plan), Wanted::default())).notes;
    assert_eq!(notes((*with_people().plan).clone()), [""; 0]);
    let mut far = Plan::blank().into_parts();
    far.sequences.prospect.steps = vec![Step::new(StepId(1))];
    far.runs.prospect.start = Some(date("1850-03-01"));
    let plan = far.checked().unwrap();
    assert_eq!(notes(plan.clone()), ["1 date will not go on counting; the remark beside each says why."]);
    check_dates(&plan);
}
