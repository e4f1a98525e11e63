//! Calendars as they leave: what is sent again is known again, and nobody is invited.

#![cfg(test)]

mod fixtures;

#[path = "calendar_export/others.rs"]
mod others;

#[path = "calendar_export/reader.rs"]
mod reader;

#[path = "fixtures/people.rs"]
mod people;

use std::collections::HashMap;

use fixtures::edits::{HOSTILE, edits, plans};
use fixtures::{date, full_plan, line};
use followthrough::exchange::{Format, Outgoing, TableColumns, Wanted, Written, import_json, write};
use followthrough::plan::{
    Attempts, Audience, Closure, Edit, Fate, Plan, Prose, Responsible, Step, StepEdit, StepId,
};
use followthrough::roster::{ContactEdit, ContactId, EnrolmentEdit, Exit, Workspace};
use followthrough::store::PlanId;
use followthrough::workshop::{example, example_people};
use people::{ANN, BEN, done, on_prospects, planned, prospect, with};
use proptest::prelude::*;
use reader::{Entry, lines, read};

const TODAY: &str = "2026-11-23";

const EVENTS: Wanted = Wanted {
    people: false,
    contact: None,
    who: None,
    tasks: false,
    alarm: None,
    changes: false,
    mark: false,
};

const TASKS: Wanted = Wanted { tasks: true, ..EVENTS };

const PEOPLE: Wanted = Wanted { people: true, ..EVENTS };

fn outgoing(workspace: &Workspace, wanted: Wanted, memory: &str) -> Outgoing {
    Outgoing {
        id: PlanId::parse("p1").unwrap(),
        workspace: workspace.clone(),
        today: date(TODAY),
        moment: date(TODAY).and_hms_opt(9, 30, 0).unwrap(),
        wanted,
        columns: TableColumns::default(),
        memory: memory.to_owned(),
    }
}

fn export(workspace: &Workspace, wanted: Wanted, memory: &str) -> (Vec<Entry>, Written) {
    let written = write(Format::Calendar, &outgoing(workspace, wanted, memory));
    let entries = if written.bytes.is_empty() { Vec::new() } else { read(&written.bytes) };
    (entries, written)
}

/// Three steps of prospects from today on, 10, 11 and 12, each a working day after the one before.
fn plan() -> Plan {
    saying(["Write", "Call", "Visit"])
}

/// A plan whose prospects get one step for each text, 10, 11, …
fn saying<'a>(texts: impl IntoIterator<Item = &'a str>) -> Plan {
    let mut parts = Plan::blank().into_parts();
    let steps = texts.into_iter().zip(10..).map(|(text, id)| Step {
        what: line(text),
        delay: people::working_days(1),
        notes: Prose::parse(text).unwrap(),
        ..Step::new(StepId(id))
    });
    parts.sequences.of_mut(Audience::Prospect).steps = steps.collect();
    parts.runs.prospect.start = Some(date(TODAY));
    parts.checked().unwrap()
}

fn edited(plan: &Plan, edit: Edit) -> Plan {
    plan.edited(edit).unwrap()
}

fn step(id: u32, edit: StepEdit) -> Edit {
    Edit::Step(StepId(id), edit)
}

fn with_example_people() -> Workspace {
    let written = import_json(include_bytes!("../assets/example.json")).unwrap();
    example_people(example(written, date(TODAY)), date(TODAY))
}

/// The entries by their names, with their numbers.
fn numbers(entries: &[Entry]) -> Vec<(&str, u32)> {
    entries.iter().map(|entry| (entry.uid(), entry.sequence())).collect()
}

#[test]
fn an_open_step_is_a_day_that_ends_before_the_next() {
    let (entries, written) = export(&Workspace::new(plan()), EVENTS, "");
    let days: Vec<_> = entries.iter().map(|entry| (entry.uid(), entry.day())).collect();
    assert_eq!(
        days,
        [
            ("p1-s10@followthrough", "20261124"),
            ("p1-s11@followthrough", "20261125"),
            ("p1-s12@followthrough", "20261126")
        ]
    );
    let first = &entries[0];
    assert_eq!(first.kind, "VEVENT");
    assert_eq!(first.get("DTEND;VALUE=DATE"), Some("20261125"));
    assert_eq!(first.get("DTSTAMP"), Some("20261123T093000Z"));
    assert_eq!(first.get("SUMMARY"), Some("Write"));
    assert_eq!(first.get("TRANSP"), Some("TRANSPARENT"));
    assert_eq!(written.notes, Vec::<String>::new());
}

#[test]
fn as_a_task_it_is_due_that_day() {
    let (entries, _) = export(&Workspace::new(plan()), TASKS, "");
    assert_eq!(entries[0].kind, "VTODO");
    assert_eq!(entries[0].uid(), "p1-s10@tasks.followthrough");
    assert_eq!(entries[0].get("DUE;VALUE=DATE"), Some("20261124"));
    assert_eq!(
        (entries[0].get("DTSTART;VALUE=DATE"), entries[0].get("STATUS")),
        (None, Some("NEEDS-ACTION"))
    );
}

#[test]
fn an_alarm_rings_at_its_hour_of_the_day() {
    let trigger = |wanted: Wanted| {
        let (entries, _) = export(&Workspace::new(plan()), wanted, "");
        entries[0].alarm.iter().find(|(name, _)| name.starts_with("TRIGGER")).cloned()
    };
    let said = |name: &str, value: &str| Some((name.to_owned(), value.to_owned()));
    assert_eq!(trigger(EVENTS), None);
    assert_eq!(trigger(Wanted { alarm: Some(9), ..EVENTS }), said("TRIGGER", "PT9H"));
    assert_eq!(trigger(Wanted { alarm: Some(0), ..TASKS }), said("TRIGGER;RELATED=END", "PT0H"));
}

#[test]
fn it_says_what_it_is_for_and_with_what() {
    let (entries, _) = export(&with_example_people(), PEOPLE, "");
    let said: Vec<_> = entries.iter().map(|entry| entry.get("DESCRIPTION").unwrap()).collect();
    for label in ["\nGoal: ", "\nWho: ", "\nWith: ", "\nTo: ", " after "] {
        assert!(said.iter().any(|text| text.contains(label)), "{label}");
    }
    assert!(entries.iter().all(|entry| entry.get("SUMMARY").unwrap().contains(": ")), "whom it is for");
}

#[test]
fn nobody_is_invited() {
    for (wanted, workspace) in [
        (EVENTS, Workspace::new(full_plan())),
        (PEOPLE, with_example_people()),
        (TASKS, with_example_people()),
    ] {
        for line in lines(&write(Format::Calendar, &outgoing(&workspace, wanted, "")).bytes) {
            assert!(!line.starts_with("ATTENDEE") && !line.starts_with("ORGANIZER"), "{line}");
        }
    }
}

#[test]
fn hostile_texts_come_back_as_they_were() {
    let workspace = Workspace::new(saying(HOSTILE.iter().copied()));
    for wanted in [EVENTS, TASKS] {
        let (entries, _) = export(&workspace, wanted, "");
        for (entry, text) in entries.iter().zip(HOSTILE) {
            assert_eq!(entry.get("SUMMARY"), Some(line(text).as_str().trim()));
            let notes = Prose::parse(text).unwrap();
            assert!(entry.get("DESCRIPTION").unwrap().ends_with(notes.as_str()), "{entry:?}");
        }
    }
}

#[test]
fn what_is_sent_again_unchanged_has_the_same_number() {
    for (workspace, wanted) in [
        (Workspace::new(full_plan()), EVENTS),
        (with_example_people(), PEOPLE),
        (with_example_people(), Wanted { alarm: Some(9), ..TASKS }),
    ] {
        let (entries, first) = export(&workspace, wanted, "");
        let (again, second) = export(&workspace, wanted, &first.memory);
        assert_eq!(again, entries);
        assert_eq!(second.memory, first.memory);
        let (changed, third) = export(&workspace, Wanted { changes: true, ..wanted }, &second.memory);
        assert_eq!(changed, []);
        assert_eq!(third.memory, first.memory);
        assert!(
            third.bytes.is_empty() && third.notes[0].starts_with("Nothing has changed"),
            "{:?}",
            third.notes
        );
        assert!(third.notes.last().unwrap().contains("in the file before"), "{:?}", third.notes);
    }
}

#[test]
fn what_changed_has_the_same_name_and_a_higher_number() {
    let before = plan();
    let (_, first) = export(&Workspace::new(before.clone()), EVENTS, "");
    let after = edited(&before, step(11, StepEdit::What(line("Ring"))));
    let (entries, second) = export(&Workspace::new(after.clone()), EVENTS, &first.memory);
    let expected = [("p1-s10@followthrough", 0), ("p1-s11@followthrough", 1), ("p1-s12@followthrough", 0)];
    assert_eq!(numbers(&entries), expected);
    let changes = Wanted { changes: true, ..EVENTS };
    let (entries, _) = export(&Workspace::new(after), changes, &first.memory);
    assert_eq!(numbers(&entries), expected[1..2], "alone in a file of changes");
    let later = edited(&before, Edit::Start(Audience::Prospect, Some(date("2026-11-30"))));
    let (entries, _) = export(&Workspace::new(later), EVENTS, &second.memory);
    assert_eq!(
        numbers(&entries),
        [("p1-s10@followthrough", 1), ("p1-s11@followthrough", 2), ("p1-s12@followthrough", 1)]
    );
}

#[test]
fn what_is_gone_is_called_off_once() {
    let before = plan();
    let (_, first) = export(&Workspace::new(before.clone()), EVENTS, "");
    let after = edited(&before, step(12, StepEdit::Remove));
    let (entries, second) = export(&Workspace::new(after.clone()), EVENTS, &first.memory);
    let gone = &entries[2];
    assert!(gone.is_cancelled());
    assert_eq!((gone.uid(), gone.sequence(), gone.day()), ("p1-s12@followthrough", 1, "20261126"));
    assert_eq!(second.notes, ["1 entry of the file before is called off."]);
    let (entries, third) = export(&Workspace::new(after), EVENTS, &second.memory);
    assert_eq!(entries.len(), 2);
    let (entries, _) = export(&Workspace::new(before), EVENTS, &third.memory);
    assert_eq!(numbers(&entries)[2], ("p1-s12@followthrough", 2), "it comes back above its cancellation");
}

#[test]
fn a_day_that_was_done_is_called_off_and_a_task_is_ticked() {
    let before = plan();
    let after = edited(&before, Edit::Mark(StepId(10), date(TODAY), Fate::Done(None)));
    let status = |wanted| {
        let (_, first) = export(&Workspace::new(before.clone()), wanted, "");
        let (entries, second) = export(&Workspace::new(after.clone()), wanted, &first.memory);
        let (again, _) = export(&Workspace::new(after.clone()), wanted, &second.memory);
        assert_eq!((entries.len(), again.len()), (3, 2));
        let entry = entries.into_iter().find(|entry| entry.uid().starts_with("p1-s10")).unwrap();
        assert_eq!(entry.sequence(), 1);
        (entry.get("STATUS").unwrap().to_owned(), entry.get("COMPLETED").map(str::to_owned))
    };
    assert_eq!(status(EVENTS), ("CANCELLED".to_owned(), None));
    assert_eq!(status(TASKS), ("COMPLETED".to_owned(), Some("20261123T120000Z".to_owned())));
    let skipped = edited(&before, Edit::Mark(StepId(10), date(TODAY), Fate::Skipped));
    let (_, first) = export(&Workspace::new(before.clone()), TASKS, "");
    let (entries, _) = export(&Workspace::new(skipped), TASKS, &first.memory);
    assert!(entries.iter().any(Entry::is_cancelled));
}

#[test]
fn tries_are_entries_of_their_own() {
    let thrice = edited(&plan(), step(10, StepEdit::Attempts(Attempts::new(3, 2).unwrap())));
    let (entries, first) = export(&Workspace::new(thrice.clone()), EVENTS, "");
    let tries: Vec<_> =
        entries[..3].iter().map(|it| (it.uid(), it.day(), it.get("SUMMARY").unwrap())).collect();
    assert_eq!(
        tries,
        [
            ("p1-s10@followthrough", "20261124", "Write (1st of 3 tries)"),
            ("p1-s10-a2@followthrough", "20261126", "Write (2nd of 3 tries)"),
            ("p1-s10-a3@followthrough", "20261130", "Write (3rd of 3 tries)"),
        ]
    );
    let tried = |times| edited(&thrice, Edit::Mark(StepId(10), date("2026-11-24"), Fate::Tried(times)));
    let (entries, _) = export(&Workspace::new(tried(1)), EVENTS, &first.memory);
    let open: Vec<_> = entries.iter().filter(|it| !it.is_cancelled()).map(Entry::uid).collect();
    assert_eq!(open[..2], ["p1-s10-a2@followthrough", "p1-s10-a3@followthrough"]);
    let gone: Vec<_> = entries.iter().filter(|it| it.is_cancelled()).map(Entry::uid).collect();
    assert_eq!(gone, ["p1-s10@followthrough"]);
    for times in [3, u8::MAX] {
        let (entries, _) = export(&Workspace::new(tried(times)), EVENTS, "");
        assert_eq!(entries[0].get("SUMMARY"), Some("Decide what comes next: Write"));
    }
}

#[test]
fn tries_for_somebody_are_counted_by_the_days_of_whoever_does_them() {
    let workspace = with(&[prospect("Ada", TODAY)]);
    let thrice = step(4, StepEdit::Attempts(Attempts::new(2, 1).unwrap()));
    let workspace = planned(&workspace, thrice);
    let closure = |who| {
        let closure = Closure {
            first: date("2026-11-26"),
            last: date("2026-11-26"),
            name: line("Away"),
            who: Some(who),
        };
        planned(&workspace, Edit::AddClosure(closure))
    };
    let day = |workspace: &Workspace| {
        let (entries, _) = export(workspace, PEOPLE, "");
        let second = entries.iter().find(|it| it.uid() == "p1-c1-p1-s4-a2@followthrough").unwrap();
        second.day().to_owned()
    };
    assert_eq!(day(&closure(BEN)), "20261126");
    assert_eq!(day(&closure(ANN)), "20261127", "Ann looks after Ada");
}

#[test]
fn paths_that_are_not_expected_are_left_out_and_said() {
    let workspace = Workspace::new(full_plan());
    let (entries, written) = export(&workspace, EVENTS, "");
    assert!(entries.iter().all(|entry| entry.get("SUMMARY").is_some()));
    assert_eq!(written.notes, ["4 steps are left out: they belong to a path that is not expected."]);
    let undated = edited(&plan(), Edit::Start(Audience::Prospect, None));
    let (entries, written) = export(&Workspace::new(undated), EVENTS, "");
    assert_eq!(entries, []);
    assert_eq!(
        written.notes,
        [
            "No step that is left to be done has a day, so nothing was exported.",
            "3 steps are left out: they have no day yet."
        ]
    );
}

#[test]
fn a_file_of_one_person_calls_off_nothing_of_others() {
    let who = |who| Wanted { who: Some(Responsible::Person(who)), ..PEOPLE };
    let workspace = with(&[prospect("Ada", TODAY), prospect("Bo", TODAY)]);
    let (all, first) = export(&workspace, PEOPLE, "");
    let (of_ann, second) = export(&workspace, who(ANN), &first.memory);
    assert_eq!((all.len(), &of_ann), (6, &all), "Ann looks after both");
    let (of_ada, third) =
        export(&workspace, Wanted { contact: Some(ContactId(1)), ..PEOPLE }, &second.memory);
    assert_eq!(of_ada, all[..3]);

    let handed = planned(&workspace, step(5, StepEdit::Who(people::person(BEN))));
    let (of_ann, fourth) = export(&handed, who(ANN), &third.memory);
    let gone: Vec<_> = of_ann.iter().filter(|it| it.is_cancelled()).map(Entry::uid).collect();
    assert_eq!(gone, ["p1-c1-p1-s5@followthrough", "p1-c2-p1-s5@followthrough"]);
    let (of_ben, fifth) = export(&handed, who(BEN), &fourth.memory);
    assert!(of_ben.len() == 2 && of_ben.iter().all(|it| !it.is_cancelled() && it.sequence() == 2));
    let (all, _) = export(&handed, PEOPLE, &fifth.memory);
    assert!(all.len() == 6 && all.iter().all(|it| !it.is_cancelled()), "they go on: {all:?}");
}

#[test]
fn a_step_for_somebody_keeps_its_name_when_another_sequence_ends() {
    let workspace = with(&[prospect("Ada", TODAY)]);
    let start = |workspace, audience| {
        let enrol = ContactEdit::Enrol { audience, event: line("bought"), start: date(TODAY) };
        people::contact(workspace, 1, enrol)
    };
    let both = start(&workspace, Audience::Customer);
    let end = EnrolmentEdit::End(date(TODAY), Exit::Finished);
    let after = people::contact(&both, 1, ContactEdit::Enrolment(Audience::Customer, end));
    let (entries, first) = export(&both, PEOPLE, "");
    let (later, _) = export(&after, PEOPLE, &first.memory);
    let open = |entries: &[Entry]| -> Vec<Entry> {
        let of_prospects = entries.iter().filter(|it| it.uid().contains("-p1-"));
        of_prospects.filter(|it| !it.is_cancelled()).cloned().collect()
    };
    assert_eq!((open(&later).len(), open(&later)), (3, open(&entries)));
    let again = start(&after, Audience::Customer);
    let (entries, _) = export(&again, PEOPLE, "");
    assert!(entries.iter().any(|it| it.uid() == "p1-c1-c2-s6@followthrough"), "{:?}", numbers(&entries));
}

#[test]
fn a_calendar_of_days_calls_off_no_tasks() {
    let workspace = Workspace::new(plan());
    let (_, first) = export(&workspace, TASKS, "");
    let (entries, second) = export(&workspace, EVENTS, &first.memory);
    assert!(entries.len() == 3 && entries.iter().all(|it| it.kind == "VEVENT"));
    let (entries, _) = export(&workspace, TASKS, &second.memory);
    assert_eq!(numbers(&entries).iter().map(|(_, number)| *number).max(), Some(0));
}

#[test]
fn who_has_left_has_nothing_before_them() {
    let workspace = with(&[prospect("Ada", TODAY)]);
    let (_, first) = export(&workspace, PEOPLE, "");
    let workspace = done(&workspace, 1, 3, TODAY);
    let left = on_prospects(&workspace, 1, EnrolmentEdit::End(date(TODAY), Exit::Lost));
    let (entries, written) = export(&left, PEOPLE, &first.memory);
    assert!(entries.len() == 3 && entries.iter().all(Entry::is_cancelled), "{entries:?}");
    assert_eq!(written.notes, ["3 entries of the file before are called off."]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever happens to a plan between exports, calendars that take one file after the other hold what the last one says.
    #[test]
    fn calendars_that_take_each_file_hold_the_plan(
        plan in plans(),
        changes in proptest::collection::vec(proptest::collection::vec(edits(), 0..12), 1..4),
        wants_changes in any::<bool>(),
        is_of_tasks in any::<bool>(),
    ) {
        let wanted = Wanted { changes: wants_changes, tasks: is_of_tasks, ..EVENTS };
        let (mut plan, mut memory, mut held) = (plan, String::new(), HashMap::new());
        for edits in changes.into_iter().chain([Vec::new()]) {
            plan = fixtures::edits::edited(plan, edits);
            let workspace = Workspace::new(plan.clone());
            let (entries, written) = export(&workspace, wanted, &memory);
            prop_assert_eq!(&write(Format::Calendar, &outgoing(&workspace, wanted, &memory)), &written);
            for entry in entries {
                take(&mut held, entry);
            }
            let (all, _) = export(&workspace, Wanted { changes: false, ..wanted }, "");
            let mut open: Vec<Entry> =
                held.values().filter(|(_, is_open)| *is_open).map(|(entry, _): &(Entry, bool)| entry.said()).collect();
            let mut expected: Vec<Entry> = all.iter().map(Entry::said).collect();
            open.sort_by(|one, other| one.uid().cmp(other.uid()));
            expected.sort_by(|one, other| one.uid().cmp(other.uid()));
            prop_assert_eq!(open, expected);
            memory = written.memory;
        }
    }

    #[test]
    fn a_memory_that_is_none_counts_for_nothing(memory in any::<String>(), tail in "[ -~\n]{0,80}") {
        let workspace = Workspace::new(full_plan());
        let (first, _) = export(&workspace, EVENTS, "");
        prop_assert_eq!(export(&workspace, EVENTS, &memory).0, first);
        // What looks like ours is read or refused.
        _ = export(&workspace, EVENTS, &format!("calendar 1 0\n=\n{tail}"));
    }
}

/// As a calendar takes an entry: what it knows by its name is replaced, unless that is newer.
fn take(held: &mut HashMap<String, (Entry, bool)>, entry: Entry) {
    let is_open = !matches!(entry.get("STATUS"), Some("CANCELLED" | "COMPLETED"));
    match held.get(entry.uid()) {
        Some((before, _)) if before.sequence() > entry.sequence() => panic!("older: {entry:?}"),
        Some((before, was_open)) if before.sequence() == entry.sequence() => {
            assert_eq!(
                (before.said(), *was_open),
                (entry.said(), is_open),
                "the same number says another thing"
            );
        }
        _ => _ = held.insert(entry.uid().to_owned(), (entry, is_open)),
    }
}
