//! Calendars for other programs to read; `scripts/calendars-out` has them do so.

use std::collections::HashSet;
use std::path::PathBuf;

use chrono::Days;
use followthrough::exchange::{Entries, Format, Outgoing, Rows, Wanted, write};
use followthrough::plan::Plan;
use followthrough::roster::Workspace;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::fixtures::edits::{HOSTILE, plans};
use super::{EVENTS, PEOPLE, outgoing, saying, with_example_people};

/// Writes calendars for other programs to read, each with what it says, into the folder that `CALENDARS_OUT` names; what
/// `scripts/calendars-out` begins with.
#[test]
#[ignore = "it writes files for scripts/calendars-out"]
fn calendars_for_other_programs() {
    let folder = PathBuf::from(std::env::var_os("CALENDARS_OUT").expect("CALENDARS_OUT names a folder"));
    let mut runner = TestRunner::deterministic();
    let strategy = plans();
    let random = (0..).map(|_| strategy.new_tree(&mut runner).unwrap().current());
    let has_entries = |plan: &Plan| {
        let outgoing = outgoing(&Workspace::new(plan.clone()), EVENTS, "");
        Entries::of(&Rows::of(&outgoing)).all.iter().any(|entry| entry.due.is_some())
    };
    let random = random.filter(has_entries).take(200).map(|plan| (Workspace::new(plan), EVENTS));
    let hostile = Workspace::new(saying(HOSTILE.iter().copied()));
    let own = [(with_example_people(), EVENTS), (with_example_people(), PEOPLE), (hostile, EVENTS)];
    let people = with_example_people();
    let one = people.roster.contacts().map(|it| Wanted { contact: Some(it.id), ..PEOPLE }).take(5);
    let of_contacts: Vec<_> = one.map(|wanted| (people.clone(), wanted)).collect();
    let mut files = 0;
    for (at, (workspace, wanted)) in own.into_iter().chain(of_contacts).chain(random).enumerate() {
        for (kind, wanted) in [("events", wanted), ("tasks", Wanted { tasks: true, ..wanted })] {
            let wanted = Wanted { alarm: (at % 2 == 0).then_some((at % 24) as u8), ..wanted };
            let outgoing = outgoing(&workspace, wanted, "");
            let written = write(Format::Calendar, &outgoing);
            let name = folder.join(format!("{at:03}-{kind}"));
            std::fs::write(name.with_extension("ics"), &written.bytes).unwrap();
            std::fs::write(name.with_extension("json"), expected(&outgoing).to_string()).unwrap();
            files += 1;
        }
    }
    println!("{files} files");
}

/// What a calendar is to say, from the steps rather than from the file.
fn expected(outgoing: &Outgoing) -> serde_json::Value {
    let rows = Rows::of(outgoing);
    let entries = Entries::of(&rows).all;
    let domain = if outgoing.wanted.tasks { "tasks.followthrough" } else { "followthrough" };
    let dated = entries.iter().filter_map(|entry| Some((entry, entry.due?)));
    let entries: Vec<_> = dated
        .map(|(entry, due)| {
            let after = due.checked_add_days(Days::new(1)).unwrap();
            serde_json::json!({
                "uid": format!("{}-{}@{domain}", outgoing.id, entry.name()),
                "day": due.to_string(),
                "end": after.to_string(),
                "summary": entry.title(),
                "description": entry.details(rows.plan()),
                "sequence": 0,
                "alarm": outgoing.wanted.alarm,
            })
        })
        .collect();
    let names: HashSet<_> = entries.iter().map(|entry| entry["uid"].to_string()).collect();
    assert_eq!(names.len(), entries.len());
    serde_json::Value::Array(entries)
}
