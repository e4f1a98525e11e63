//! What people write into "When", and the days that are right: a sentence is read, or refused, and never becomes data.

use chrono::NaiveDate;
use followthrough::plan::{
    Anchor, Audience, Delay, Edit, EventEdit, EventId, Line, Plan, StepEdit, StepId, Unit,
};
use followthrough::workshop::{Setting, read_wait};

use crate::{folders, rows};

const STEP: StepId = StepId(2);

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("no date: {text}"))
}

/// Two steps, the first on Friday 27 November 2026, and the one event.
fn plan() -> Plan {
    let add = || Edit::AddStep { audience: Audience::Prospect, before: None };
    let held = Delay::after(2, Unit::Months, Anchor::PreviousStep).unwrap();
    let edits = [
        add(),
        add(),
        Edit::Step(STEP, StepEdit::Delay(held)),
        Edit::Start(Audience::Prospect, Some(date("2026-11-27"))),
        Edit::AddEvent(Line::fitted("Renewal")),
        Edit::Event(EventId(3), EventEdit::Date(Some(date("2027-03-31")))),
    ];
    edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
}

/// The due date that a text leads to, or `refused`.
fn due(typed: &str) -> String {
    let plan = plan();
    let today = date("2026-11-27");
    match read_wait(typed, Setting { plan: &plan, step: STEP, today }) {
        Ok(reading) => {
            let edited = plan.edited(reading.edit(STEP)).unwrap();
            assert_eq!(edited.events, plan.events, "{typed}");
            reading.due(&plan, STEP, today).map_or("no date".to_owned(), |due| due.to_string())
        }
        Err(_) => "refused".to_owned(),
    }
}

#[test]
fn every_sentence_leads_to_its_day() {
    let (mut count, mut wrong) = (0, Vec::new());
    for folder in folders() {
        for row in rows::read(&folder.join("words.csv")) {
            count += 1;
            let found = due(&row["typed"]);
            if !row["due"].split('|').any(|right| right.trim() == found) {
                wrong.push(format!("{}\n  right: {}\n  found: {found}", row["typed"], row["due"]));
            }
        }
    }
    println!("{count} rows of words ran");
    assert!(count > 0 && wrong.is_empty(), "\n{}", wrong.join("\n"));
}
