//! A spreadsheet comes back: what differs is told cell by cell, and taken or left.

#![cfg(test)]

mod fixtures;

use fixtures::edits::plans;
use fixtures::{date, line, outgoing};
use followthrough::calendar::WorkWeek;
use followthrough::exchange::{BackAnswer, Difference, Format, compare, import_json, write};
use followthrough::plan::{
    ActionEdit, Audience, Channel, Direction, Edit, EventEdit, Fate, Holiday, Outcome, Plan, Prose,
    Responsible, Span, StepEdit, Unit,
};
use followthrough::workshop::example;
use proptest::prelude::*;

const TODAY: &str = "2026-12-10";

fn plan() -> Plan {
    example(import_json(include_bytes!("../assets/example.json")).unwrap(), date("2026-11-23"))
}

/// The plan as cells between commas, row by row.
fn table(plan: &Plan) -> Vec<Vec<String>> {
    let bytes = write(Format::Table, &outgoing(plan, TODAY)).bytes;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn as_file(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

fn differences(rows: &[Vec<String>], plan: &Plan, left: &[usize]) -> (Vec<Difference>, Vec<String>, Plan) {
    match compare(&as_file(rows), plan, date(TODAY), left) {
        BackAnswer::Differences { differences, notes, plan, .. } => {
            (differences, notes, import_json(plan.as_bytes()).unwrap())
        }
        other => panic!("{other:?}"),
    }
}

fn refusal(file: &[u8]) -> String {
    match compare(file, &plan(), date(TODAY), &[]) {
        BackAnswer::Refused(reason) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_table_that_nobody_changed_says_nothing_else() {
    let plan = plan();
    let (differences, notes, after) = differences(&table(&plan), &plan, &[]);
    assert_eq!((differences, notes), (Vec::new(), Vec::new()));
    assert_eq!(after, plan);
}

#[test]
fn what_was_changed_is_told_with_both_and_taken_as_wanted() {
    let plan = plan();
    let mut rows = table(&plan);
    rows[1][2] = "Answer within the hour".to_owned();
    rows[1][8] = "Zoe".to_owned();
    let (told, notes, after) = differences(&rows, &plan, &[]);
    assert!(notes.is_empty(), "{notes:?}");
    let what: Vec<_> = told.iter().map(|it| (it.what.as_str(), it.after.as_str())).collect();
    assert_eq!(what, [("What", "Answer within the hour"), ("Who", "Zoe")]);
    assert_eq!(told[0].place, "Prospect sequence, step 1");
    let step = &after.sequences.prospect.steps[0];
    assert_eq!(step.what, line("Answer within the hour"));
    let Some(Responsible::Person(zoe)) = step.who else { panic!("{:?}", step.who) };
    assert_eq!(after.person(zoe).unwrap().name, line("Zoe"));

    let (_, _, after) = differences(&rows, &plan, &[1]);
    assert_eq!(after.sequences.prospect.steps[0].who, plan.sequences.prospect.steps[0].who);
    assert_eq!(after.sequences.prospect.steps[0].what, line("Answer within the hour"));
}

#[test]
fn a_day_done_marks_the_step_and_one_to_come_does_not() {
    let plan = plan();
    let mut rows = table(&plan);
    rows[0].push("Done on".to_owned());
    let number_of_rows = rows.len();
    for row in &mut rows[1..] {
        row.push(String::new());
    }
    let done =
        |rows: &mut Vec<Vec<String>>, at: usize, day: &str| *rows[at].last_mut().unwrap() = day.to_owned();
    done(&mut rows, 1, "2026-12-08");
    done(&mut rows, 2, "2027-01-08");
    done(&mut rows, 3, "last week");
    let (told, notes, after) = differences(&rows, &plan, &[]);
    assert_eq!(told.len(), 1, "{told:?} of {number_of_rows}");
    assert_eq!(told[0].after, "Done, Tue 8 Dec 2026");
    assert_eq!(notes.len(), 2, "{notes:?}");
    let first = plan.sequences.prospect.steps[0].id;
    let mark = after.runs.of(Audience::Prospect).mark(first).unwrap();
    assert_eq!((mark.on, mark.fate), (date("2026-12-08"), Fate::Done(None)));
}

#[test]
fn a_new_row_is_a_new_step_where_it_stands_and_columns_of_ones_own_are_named() {
    let plan = plan();
    let mut rows = table(&plan);
    rows[0].push("Budget".to_owned());
    let mut new = vec![String::new(); rows[0].len()];
    new[0] = "Prospect sequence".to_owned();
    new[2] = "Send the brochure".to_owned();
    new[9] = "Letter or parcel: brochure".to_owned();
    rows.insert(3, new);
    let (told, notes, after) = differences(&rows, &plan, &[]);
    assert_eq!(told.iter().map(|it| it.what.as_str()).collect::<Vec<_>>(), ["New step"]);
    assert_eq!(notes, ["The column “Budget” is passed over: the plan has no place for it."]);
    let step = &after.sequences.prospect.steps[2];
    assert_eq!((step.what.as_str(), step.tools.as_str()), ("Send the brochure", "brochure"));
}

#[test]
fn a_sheet_of_something_else_is_handed_on_as_lines() {
    let rows = b"Task;When;Owner\nCall;2 days;Ann\nWrite;1 week;Ben\n";
    assert_eq!(
        compare(rows, &plan(), date(TODAY), &[]),
        BackAnswer::Other("Task\tWhen\tOwner\nCall\t2 days\tAnn\nWrite\t1 week\tBen".to_owned())
    );
}

#[test]
fn what_is_no_spreadsheet_is_refused_in_a_sentence() {
    assert!(refusal(b"").starts_with("This file is empty."));
    assert!(refusal(b"   \n").starts_with("This file is empty."));
    assert!(refusal(b"hello").starts_with("This is no spreadsheet that can be read here."));
    assert!(refusal(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").contains("ends in .xlsx, .ods, .csv or .tsv"));
    assert!(refusal(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n").contains("ends in .xlsx, .ods, .csv or .tsv"));
    assert!(refusal(&bomb("word/document.xml", 1_000_000)).contains("ends in .xlsx, .ods, .csv or .tsv"));
    assert!(refusal(b"PK\x03\x04 and no more").starts_with("This spreadsheet is damaged"));
    assert!(refusal(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]).contains("of an old kind"));
    assert!(refusal(&vec![b'a'; 6_000_000]).starts_with("There is more in this file"));
    assert!(refusal(&[0, 1, 2, 3, b',', 5]).starts_with("This is no spreadsheet that can be read here."));
}

/// A packed file with one part of so many noughts.
fn bomb(name: &str, length: usize) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file(name, options).unwrap();
    let piece = vec![b' '; 1_000_000];
    (0..length / piece.len()).for_each(|_| zip.write_all(&piece).unwrap());
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_file_that_unpacks_to_very_much_is_not_unpacked_to_its_end() {
    let file = bomb("xl/workbook.xml", 200_000_000);
    assert!(file.len() < 1_000_000);
    let started = std::time::Instant::now();
    assert!(refusal(&file).starts_with("There is more in this file"));
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    assert!(
        refusal(&bomb("something.else", 1_000_000))
            .starts_with("This is no spreadsheet that can be read here.")
    );
}

// --- The workbook ---

fn workbook(plan: &Plan) -> Vec<u8> {
    write(Format::Spreadsheet, &outgoing(plan, TODAY)).bytes
}

#[test]
fn a_workbook_that_nobody_changed_says_nothing_else() {
    for plan in [plan(), fixtures::full_plan()] {
        match compare(&workbook(&plan), &plan, date(TODAY), &[]) {
            BackAnswer::Differences { differences, notes, plan: after, .. } => {
                assert_eq!((differences, notes), (Vec::new(), Vec::new()));
                assert_eq!(import_json(after.as_bytes()), Ok(plan));
            }
            other => panic!("{other:?}"),
        }
    }
}

/// What a workbook that says one plan changes in another, and that other plan with all of it.
fn from_workbook(of: &Plan, plan: &Plan) -> (Vec<(String, String)>, Vec<String>, Plan) {
    match compare(&workbook(of), plan, date(TODAY), &[]) {
        BackAnswer::Differences { differences, notes, plan, .. } => {
            let told = differences.into_iter().map(|it| (it.what, it.after)).collect();
            (told, notes, import_json(plan.as_bytes()).unwrap())
        }
        other => panic!("{other:?}"),
    }
}

fn with(plan: &Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(plan.clone(), |plan, edit| plan.edited(edit).unwrap())
}

#[test]
fn whatever_is_changed_in_a_workbook_comes_back() {
    let before = plan();
    let steps = &before.sequences.prospect.steps;
    let (first, second, third) = (steps[0].id, steps[1].id, steps[2].id);
    let last = steps[steps.len() - 1].id;
    let action = before.actions().next().unwrap().1.id;
    let holiday = Holiday { date: date("2026-12-14"), name: line("Stocktaking") };
    let wait = steps[2].timed(
        Span::new(9, Unit::CalendarDays).unwrap(),
        Direction::After,
        Span::new(14, Unit::CalendarDays),
        Some(WorkWeek::from_mask("1011011").unwrap()),
    );
    let (delay, window) = wait.unwrap();
    let edits = [
        Edit::Mark(first, date("2026-12-08"), Fate::Done(None)),
        Edit::Mark(second, date("2026-12-09"), Fate::Tried(2)),
        Edit::Step(third, StepEdit::What(line("Write a letter by hand"))),
        Edit::Step(third, StepEdit::Timing(delay, window)),
        Edit::Step(third, StepEdit::Notes(Prose::parse("Dear [name], thank you.").unwrap())),
        Edit::Step(third, StepEdit::Who(Some(Responsible::Vendor))),
        Edit::Step(third, StepEdit::Channel(Some(Channel::Letter))),
        Edit::Step(third, StepEdit::Tools(line("pen: blue"))),
        Edit::Postpone(last, Some(date("2027-03-01"))),
        Edit::Start(Audience::Customer, Some(date("2027-02-01"))),
        Edit::AddHoliday(holiday.clone()),
        Edit::Action(action, ActionEdit::Result(line("12 of 14"))),
    ];
    let after = with(&before, edits);
    let (told, notes, taken) = from_workbook(&after, &before);
    assert!(notes.is_empty(), "{notes:?}");
    assert_eq!(taken, after, "{told:?}");
    // And back again.
    let (told, _, taken) = from_workbook(&before, &after);
    assert!(told.iter().any(|(what, _)| what == "Worked after all"), "{told:?}");
    assert_eq!(taken, before);
}

#[test]
fn of_two_events_of_one_name_each_keeps_its_day() {
    let fair = |name: &str| Edit::AddEvent(line(name));
    let two = with(&plan(), [fair("Fair"), fair("Fair")]);
    assert_eq!(two.events.iter().filter(|event| event.name.as_str() == "Fair").count(), 2);
    let ids: Vec<_> = two.events.iter().rev().take(2).map(|event| event.id).collect();
    for id in ids {
        let dated = with(&two, [Edit::Event(id, EventEdit::Date(Some(date("2027-03-01"))))]);
        let (said, notes, after) = from_workbook(&dated, &dated);
        assert_eq!((said, notes, after), (vec![], vec![], dated));
    }
}

#[test]
fn a_step_that_is_no_longer_in_a_workbook_is_removed_and_one_that_is_new_is_added() {
    let before = plan();
    let last = before.sequences.customer.steps.last().unwrap().id;
    let after = with(&before, [Edit::Step(last, StepEdit::Remove)]);
    let (told, notes, taken) = from_workbook(&after, &before);
    assert_eq!(told.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(), ["Removed"], "{notes:?}");
    assert_eq!(taken, after);
    let (told, _, taken) = from_workbook(&before, &after);
    assert_eq!(told.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(), ["New step"]);
    let (new, old) = (taken.sequences.customer.steps.last().unwrap(), before.step(last).unwrap());
    assert_eq!((&new.what, new.who, new.channel, &new.tools), (&old.what, old.who, old.channel, &old.tools));
}

#[test]
fn rows_in_another_order_are_steps_in_another_order() {
    let plan = plan();
    let mut rows = table(&plan);
    rows[0].push("Done on".to_owned());
    let customers = rows.iter().position(|row| row[0] == "Customer sequence").unwrap();
    let last = rows.len() - 1;
    assert!(last > customers + 1);
    let row = rows.remove(last);
    rows.insert(last - 1, row);
    let (told, notes, after) = differences(&rows, &plan, &[]);
    let (names, steps): (Vec<_>, _) =
        (told.iter().map(|it| it.what.as_str()).collect(), &plan.sequences.customer.steps);
    if names == ["Order of the steps"] {
        let ids = |plan: &Plan| plan.sequences.customer.steps.iter().map(|step| step.id).collect::<Vec<_>>();
        let mut wanted = ids(&plan);
        wanted.swap(steps.len() - 1, steps.len() - 2);
        assert_eq!(ids(&after), wanted);
    } else {
        // The last step stands on the one before it: the plan cannot take that order, and says so.
        assert!(names.is_empty() && notes.len() == 1, "{names:?} {notes:?}");
    }
}

proptest! {
    #[test]
    fn any_plan_comes_back_from_its_workbook_as_it_was(plan in plans()) {
        let has_steps = plan.steps().next().is_some();
        match compare(&workbook(&plan), &plan, date(TODAY), &[]) {
            BackAnswer::Differences { differences, plan: after, .. } => {
                prop_assert_eq!(differences, Vec::new());
                prop_assert_eq!(import_json(after.as_bytes()), Ok(plan));
            }
            other => prop_assert!(!has_steps, "{:?}", other),
        }
    }

    #[test]
    fn nothing_that_is_read_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), is_packed: bool) {
        let bytes = if is_packed { [&b"PK\x03\x04"[..], &bytes].concat() } else { bytes };
        _ = compare(&bytes, &plan(), date(TODAY), &[]);
    }
}

#[test]
fn what_goes_with_a_removed_step_is_told() {
    let before = plan();
    let fork = before.sequences.prospect.steps[1].id;
    let after = with(&before, [Edit::Step(fork, StepEdit::Remove)]);
    assert!(after.steps().count() + 1 < before.steps().count(), "a path goes with it");
    let mut rows = table(&before);
    rows[0].push("Done on".to_owned());
    rows.remove(2);
    let (told, _, taken) = differences(&rows, &before, &[]);
    let removed: Vec<_> = told.iter().filter(|it| it.what == "Removed").collect();
    assert_eq!(removed.len(), 1, "{told:?}");
    assert!(removed[0].after.contains("and with it what lies on its path: “Write instead"), "{told:?}");
    assert!(told.iter().all(|it| it.before != it.after), "{told:?}");
    assert_eq!(taken, after);
}

#[test]
fn a_row_whose_number_is_gone_is_known_by_what_is_done() {
    let plan = plan();
    let mut rows = table(&plan);
    rows[0].push("Done on".to_owned());
    rows[2][1].clear();
    let (told, notes, after) = differences(&rows, &plan, &[]);
    assert_eq!((told, notes), (Vec::new(), Vec::new()));
    assert_eq!(after, plan);
}

#[test]
fn the_working_week_and_the_days_of_events_come_back() {
    let before = with(&plan(), [Edit::AddEvent(line("Fair"))]);
    let fair = before.events.iter().find(|event| event.name == line("Fair")).unwrap().id;
    let after = with(
        &before,
        [
            Edit::WorkWeek(WorkWeek::from_mask("1000001").unwrap()),
            Edit::Event(fair, EventEdit::Date(Some(date("2027-05-04")))),
        ],
    );
    let (told, notes, taken) = from_workbook(&after, &before);
    let what: Vec<_> = told.iter().map(|(what, _)| what.as_str()).collect();
    assert_eq!((what, notes), (vec!["Weekdays worked", "Fair"], Vec::new()));
    assert_eq!(taken, after);
}

#[test]
fn a_day_that_cannot_be_taken_is_told_with_its_reason() {
    let plan = plan();
    let mut rows = table(&plan);
    rows[0].push("Done on".to_owned());
    rows[1].push("2027-01-04".to_owned());
    rows[2].push("3/4/2026".to_owned());
    rows[3].push("soon".to_owned());
    let (told, notes, _) = differences(&rows, &plan, &[]);
    assert!(told.is_empty(), "{told:?}");
    assert!(notes[0].contains("Mon 4 Jan 2027 is still to come"), "{notes:?}");
    assert!(
        notes[1].contains("“3/4/2026” can be two different days (write it like 2026-12-31)"),
        "{notes:?}"
    );
    assert!(notes[2].contains("“soon” is not read as a day (write it like 2026-12-31)"), "{notes:?}");
}

#[test]
fn what_came_of_a_step_and_its_tries_stay_where_a_table_has_no_column_for_them() {
    let before = plan();
    let steps = &before.sequences.prospect.steps;
    let fork = steps.iter().find(|step| before.parts_at(step.id)).unwrap().id;
    let tried = steps.iter().find(|step| step.id != fork && step.attempts.count() < 2).unwrap().id;
    let done = Fate::Done(Some(Outcome::NotReached));
    let plan = with(
        &before,
        [Edit::Mark(fork, date("2026-12-08"), done), Edit::Mark(tried, date("2026-12-09"), Fate::Tried(1))],
    );
    let mut rows = table(&plan);
    rows[0].push("Done on".to_owned());
    let number = plan.step_number(fork).unwrap().1;
    rows[number].push("2026-12-08".to_owned());
    let (told, notes, after) = differences(&rows, &plan, &[]);
    assert_eq!((told, notes), (Vec::new(), Vec::new()));
    assert_eq!(after, plan);
}

#[test]
fn days_are_taken_however_they_are_written() {
    let plan = plan();
    for said in ["17 Nov", "17.11.2026", "Nov 17, 2026", "46343"] {
        let mut rows = table(&plan);
        rows[0].push("Done on".to_owned());
        rows[1].push(said.to_owned());
        let (told, notes, _) = differences(&rows, &plan, &[]);
        let told: Vec<_> = told.iter().map(|it| it.after.as_str()).collect();
        assert_eq!((told, notes), (vec!["Done, Tue 17 Nov 2026"], Vec::new()), "{said}");
    }
}

#[test]
fn units_are_read_as_they_are_written_now_and_as_they_were_before() {
    let plan = plan();
    for (said, told) in [("weeks", "1 week"), ("week(s)", "1 week"), ("Week", "1 week")] {
        let mut rows = table(&plan);
        rows[0].extend(["Wait", "Unit"].map(str::to_owned));
        rows[3].extend(["1", said].map(str::to_owned));
        for row in [1, 2].into_iter().chain(4..rows.len()) {
            rows[row].extend([String::new(), String::new()]);
        }
        let (found, notes, _) = differences(&rows, &plan, &[]);
        assert_eq!(notes, Vec::<String>::new(), "{said}");
        assert_eq!(found.len(), 1, "{said}: {found:?}");
        assert!(found[0].after.starts_with(told), "{said}: {found:?}");
    }
    let texts = part(&workbook(&plan), "xl/sharedStrings.xml");
    assert!(texts.contains("day(s)") && !texts.contains(">working days<"), "{texts}");
}

/// A part of a packed file.
fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

/// The sheet on which a day stands by its number.
fn sheet_with(file: &[u8], number: &str) -> String {
    let names = (1..10).map(|at| format!("xl/worksheets/sheet{at}.xml"));
    let mut with = names.filter(|name| part(file, name).contains(&format!("<v>{number}</v>")));
    with.next().unwrap()
}

/// A packed file with other words in one of its parts.
fn with_words(file: &[u8], name: &str, from: &str, to: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut before = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut after = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<_> = before.file_names().map(|it| it.unwrap().to_string()).collect();
    for it in names {
        let text = std::io::read_to_string(before.by_name(&it).unwrap()).unwrap();
        assert!(it != name || text.contains(from), "{text}");
        let text = if it == name { text.replace(from, to) } else { text };
        after.start_file(it, zip::write::SimpleFileOptions::default()).unwrap();
        after.write_all(text.as_bytes()).unwrap();
    }
    after.finish().unwrap().into_inner()
}

#[test]
fn sheets_are_known_by_their_headings_when_they_are_called_otherwise() {
    let before = with(&plan(), [Edit::AddEvent(line("Fair"))]);
    let fair = before.events.iter().find(|event| event.name == line("Fair")).unwrap().id;
    let action = before.actions().next().unwrap().1.id;
    let after = with(
        &before,
        [
            Edit::AddHoliday(Holiday { date: date("2026-12-14"), name: line("Stocktaking") }),
            Edit::Event(fair, EventEdit::Date(Some(date("2027-05-04")))),
            Edit::Action(action, ActionEdit::Result(line("twelve"))),
        ],
    );
    let mut file = workbook(&after);
    for (from, to) in [("Holidays", "Feiertage"), ("Events", "Termine"), ("Measures", "Ergebnisse")] {
        file = with_words(&file, "xl/workbook.xml", &format!("name=\"{from}\""), &format!("name=\"{to}\""));
    }
    match compare(&file, &before, date(TODAY), &[]) {
        BackAnswer::Differences { differences, notes, plan, .. } => {
            assert_eq!((differences.len(), notes), (3, Vec::new()), "{differences:?}");
            assert_eq!(import_json(plan.as_bytes()), Ok(after));
        }
        other => panic!("{other:?}"),
    }
}

/// The notes that say which column is read as which.
fn read_as(notes: &[String]) -> Vec<&str> {
    let read = |note: &str| note.starts_with("The column “") && note.contains("” is read as “");
    notes.iter().map(String::as_str).filter(|note| read(note)).collect()
}

#[test]
fn columns_of_a_table_that_were_renamed_are_known_by_what_stands_in_them() {
    let plan = plan();
    let mut rows = table(&plan);
    let names =
        [("Sequence", "Ablauf"), ("Step", "Nr."), ("What", "Aufgabe"), ("Who", "Wer"), ("With", "Womit")];
    for (own, other) in names {
        let at = rows[0].iter().position(|title| title == own).unwrap();
        rows[0][at] = other.to_owned();
    }
    let (told, notes, after) = differences(&rows, &plan, &[]);
    assert_eq!((told, &after), (Vec::new(), &plan));
    assert_eq!(read_as(&notes).len(), names.len(), "{notes:?}");
    assert!(notes.iter().any(|note| note.starts_with("The column “Aufgabe” is read as “What”")), "{notes:?}");

    rows[1][2] = "Answer within the hour".to_owned();
    rows[1][8] = "Zoe".to_owned();
    let (told, ..) = differences(&rows, &plan, &[]);
    let what: Vec<_> = told.iter().map(|it| (it.what.as_str(), it.after.as_str())).collect();
    assert_eq!(what, [("What", "Answer within the hour"), ("Who", "Zoe")]);
}

#[test]
fn columns_that_were_renamed_and_put_elsewhere_are_known_too() {
    let plan = plan();
    let mut rows = table(&plan);
    for (own, other) in [("What", "Task"), ("Step", "No"), ("Who", "Owner")] {
        let at = rows[0].iter().position(|title| title == own).unwrap();
        rows[0][at] = other.to_owned();
    }
    rows.iter_mut().for_each(|row| row.reverse());
    let (told, notes, after) = differences(&rows, &plan, &[]);
    assert_eq!((told, &after), (Vec::new(), &plan));
    assert_eq!(read_as(&notes).len(), 3, "{notes:?}");
    // With few columns, under names of one's own, and without the one that says of which sequence they are.
    let at = |title: &str| rows[0].iter().position(|it| it == title).unwrap();
    let wanted = [at("Owner"), at("Task"), at("No"), at("With")];
    let is_of = |row: &&Vec<String>| row[at("Sequence")] != "Customer sequence";
    let mut few: Vec<Vec<String>> =
        rows.iter().filter(is_of).map(|row| wanted.map(|at| row[at].clone()).to_vec()).collect();
    few[0][3] = "By what means".to_owned();
    few[2][1] = "Ring them once more".to_owned();
    let (told, ..) = differences(&few, &plan, &[]);
    let what: Vec<_> = told.iter().map(|it| (it.place.as_str(), it.after.as_str())).collect();
    assert_eq!(what, [("Prospect sequence, step 2", "Ring them once more")]);
}

#[test]
fn a_column_of_ones_own_is_taken_for_none_of_ours() {
    let plan = plan();
    let mut rows = table(&plan);
    let who = rows[0].iter().position(|title| title == "Who").unwrap();
    rows[0][who] = "Priority".to_owned();
    rows[1..].iter_mut().for_each(|row| row[who] = "high".to_owned());
    let (told, notes, _) = differences(&rows, &plan, &[]);
    assert_eq!(told, Vec::new());
    assert_eq!(notes, ["The column “Priority” is passed over: the plan has no place for it."]);
    // Nor is a list of one's own a table of ours because it names the steps.
    let list: Vec<Vec<String>> = table(&plan).iter().map(|row| vec![row[2].clone(), "high".into()]).collect();
    assert!(matches!(compare(&as_file(&list), &plan, date(TODAY), &[]), BackAnswer::Other(_)));
}

#[test]
fn the_steps_of_people_are_no_steps_of_the_plan_whatever_their_columns_are_called() {
    let plan = plan();
    let rows = table(&plan);
    let mut people = vec![[vec!["Kontakt".to_owned()], rows[0].clone()].concat()];
    for name in ["Ann", "Ben", "Cleo"] {
        people.extend(rows[1..].iter().map(|row| [vec![name.to_owned()], row.clone()].concat()));
    }
    people[0][3] = "Aufgabe".to_owned();
    assert!(matches!(compare(&as_file(&people), &plan, date(TODAY), &[]), BackAnswer::Other(_)));
}

#[test]
fn columns_of_a_workbook_that_were_renamed_are_known_by_their_places() {
    let before = plan();
    let first = before.sequences.prospect.steps[0].id;
    let after = with(&before, [Edit::Mark(first, date("2026-12-08"), Fate::Done(None))]);
    let mut file = workbook(&after);
    for (own, other) in [("What", "Aufgabe"), ("Done on", "Erledigt am"), ("Step", "Nr."), ("Who", "Wer")] {
        let (own, other) = (format!(">{own}<"), format!(">{other}<"));
        file = with_words(&file, "xl/sharedStrings.xml", &own, &other);
    }
    match compare(&file, &before, date(TODAY), &[]) {
        BackAnswer::Differences { differences, notes, plan, .. } => {
            let told: Vec<_> = differences.iter().map(|it| it.after.as_str()).collect();
            assert_eq!(told, ["Done, Tue 8 Dec 2026"], "{notes:?}");
            assert_eq!(import_json(plan.as_bytes()), Ok(after));
            assert_eq!(read_as(&notes).len(), 4, "{notes:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn nought_and_an_empty_date_are_no_day_on_which_anything_was_done() {
    let plan = plan();
    for nought in [
        "0",
        "0.0",
        "1899-12-30",
        "1899-12-31",
        "1900-01-00",
        "1899-12-30 00:00:00",
        "1899-12-31T00:00:00",
        "12/30/1899",
        "00:00:00",
    ] {
        let mut rows = table(&plan);
        rows[0].push("Done on".to_owned());
        rows[1].push(nought.to_owned());
        let (told, notes, after) = differences(&rows, &plan, &[]);
        assert_eq!((told, notes), (Vec::new(), Vec::new()), "{nought}");
        assert_eq!(after, plan);
    }
}

#[test]
fn a_cell_of_a_workbook_that_holds_nought_as_a_date_is_empty() {
    let before = with(
        &plan(),
        [Edit::Mark(plan().sequences.prospect.steps[0].id, date("2026-12-08"), Fate::Done(None))],
    );
    let file = workbook(&before);
    let sheet = sheet_with(&file, "46364");
    for nought in ["0", "0.0", "-1"] {
        let file = with_words(&file, &sheet, "<v>46364</v>", &format!("<v>{nought}</v>"));
        let BackAnswer::Differences { differences, notes, .. } = compare(&file, &before, date(TODAY), &[])
        else {
            panic!("{nought}")
        };
        assert!(!differences.iter().any(|it| it.after.contains("1899")), "{differences:?} {notes:?}");
    }
}

#[test]
fn a_cell_that_is_said_to_stand_beyond_every_sheet_is_damage() {
    let file = workbook(&plan());
    let mut names = (1..10).map(|at| format!("xl/worksheets/sheet{at}.xml"));
    let sheet = names.find(|name| part(&file, name).contains("r=\"B2\"")).unwrap();
    for far in ["AAAAAAAAAA2", "B99999999999", "B0"] {
        let file = with_words(&file, &sheet, "r=\"B2\"", &format!("r=\"{far}\""));
        let BackAnswer::Refused(reason) = compare(&file, &plan(), date(TODAY), &[]) else { panic!("{far}") };
        assert!(reason.starts_with("This spreadsheet is damaged"), "{reason}");
    }
}

#[test]
fn a_sheet_in_which_nothing_is_known_is_named() {
    let plan = plan();
    let file = with_words(&workbook(&plan), "xl/workbook.xml", "name=\"Holidays\"", "name=\"Feiertage\"");
    let file = with_words(&file, "xl/sharedStrings.xml", ">Day off<", ">Frei<");
    match compare(&file, &plan, date(TODAY), &[]) {
        BackAnswer::Differences { differences, notes, .. } => {
            assert_eq!(differences, Vec::new());
            assert_eq!(notes.len(), 1, "{notes:?}");
            assert!(notes[0].starts_with("The sheet “Feiertage” is passed over"), "{notes:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_day_off_that_cannot_be_read_takes_none_off_the_list() {
    let plan =
        with(&plan(), [Edit::AddHoliday(Holiday { date: date("2026-12-14"), name: line("Stocktaking") })]);
    let number = "46370";
    let file = workbook(&plan);
    let name = sheet_with(&file, number);
    let said = " t=\"str\"><v>3/4/2026</v>";
    let file = with_words(&file, &name, &format!("><v>{number}</v>"), said);
    match compare(&file, &plan, date(TODAY), &[]) {
        BackAnswer::Differences { differences, notes, .. } => {
            assert_eq!(differences, Vec::new());
            assert_eq!(notes.len(), 1, "{notes:?}");
            assert!(notes[0].contains("so no day is taken off the list"), "{notes:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_cannot_be_read_of_tries_is_told_and_no_day_is_made_up() {
    let plan = plan();
    let mut rows = table(&plan);
    rows[0].extend(["Done on", "Tries in vain", "Last try in vain"].map(str::to_owned));
    rows[1].extend(["", "twice", ""].map(str::to_owned));
    rows[2].extend(["", "2", "last week"].map(str::to_owned));
    rows[3].extend(["", "2", "2027-01-04"].map(str::to_owned));
    let (told, notes, after) = differences(&rows, &plan, &[]);
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(notes.len(), 3, "{notes:?}");
    assert!(notes[0].contains("“twice” is not understood"), "{notes:?}");
    assert!(notes[1].contains("“last week” is not read as a day"), "{notes:?}");
    assert!(notes[2].contains("Mon 4 Jan 2027 is still to come"), "{notes:?}");
    assert_eq!(after, plan);
}
