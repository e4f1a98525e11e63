//! Plans leave for other programs: every row says what the screen says, whatever was typed in it.

#![cfg(test)]

mod fixtures;

use chrono::{NaiveDate, NaiveDateTime};
use fixtures::edits::HOSTILE;
use fixtures::{date, full_plan, line};
use followthrough::exchange::{
    FileRequest, Format, Outgoing, Rows, TableColumn, TableColumns, Wanted, Written, as_cells, file_for,
    import_json, write,
};
use followthrough::plan::{Audience, Channel, Edit, Fate, Plan, Responsible, Step, StepId};
use followthrough::roster::Workspace;
use followthrough::store::PlanId;
use followthrough::workshop::{example, example_people};

const TODAY: &str = "2026-11-22";

fn moment() -> NaiveDateTime {
    date(TODAY).and_hms_opt(9, 30, 0).unwrap()
}

fn outgoing(workspace: Workspace, wanted: Wanted) -> Outgoing {
    let id = PlanId::parse("p1").unwrap();
    let columns = TableColumns::default();
    Outgoing { id, workspace, today: date(TODAY), moment: moment(), wanted, columns, memory: String::new() }
}

fn with_people() -> Workspace {
    let written = import_json(include_bytes!("../assets/example.json")).unwrap();
    example_people(example(written, date(TODAY)), date(TODAY))
}

/// What the worker makes of a plan that the page sends it.
fn by_worker(format: Format, outgoing: &Outgoing) -> Written {
    let request = FileRequest::Write {
        format,
        plan: outgoing.id.clone(),
        today: outgoing.today,
        moment: "2026-11-22T09:30:00.000Z".to_owned(),
        wanted: outgoing.wanted,
    };
    let cargo = {
        let Outgoing { workspace, today, wanted, columns, memory, .. } = outgoing;
        Outgoing::cargo(workspace, *today, *wanted, columns, memory).unwrap()
    };
    file_for(&request.to_text(), cargo.as_bytes()).unwrap()
}

/// A plan whose prospects get one step for each text.
fn saying<'a>(texts: impl IntoIterator<Item = &'a str>) -> Plan {
    let mut parts = Plan::blank().into_parts();
    let steps =
        texts.into_iter().zip(1..).map(|(text, id)| Step { what: line(text), ..Step::new(StepId(id)) });
    parts.sequences.of_mut(Audience::Prospect).steps = steps.collect();
    parts.checked().unwrap()
}

/// Two steps of prospects with their days.
fn dated() -> Plan {
    let mut parts = saying(["Write", "Call"]).into_parts();
    parts.runs.prospect.start = Some(date("2026-11-20"));
    let steps = &mut parts.sequences.of_mut(Audience::Prospect).steps;
    steps[0].who = Some(Responsible::Myself);
    steps[1].channel = Some(Channel::Phone);
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
fn where_there_is_nothing_to_hand_over_there_is_no_file_and_it_is_said_why() {
    let says = |format, outgoing: &Outgoing, why: &str| {
        let written = write(format, outgoing);
        assert!(written.bytes.is_empty(), "{format:?}");
        assert!(written.notes[0].starts_with(why), "{format:?}: {:?}", written.notes);
        assert_eq!(by_worker(format, outgoing), written);
    };
    let blank = outgoing(Workspace::new(Plan::blank()), Wanted::default());
    let all = Format::ALL.into_iter().filter(|format| *format != Format::Spreadsheet);
    all.for_each(|format| says(format, &blank, "There are no steps yet, so nothing was exported."));
    let book = write(Format::Spreadsheet, &blank);
    assert_eq!(
        (book.bytes.is_empty(), &*book.notes),
        (false, &["There are no steps in it yet.".to_owned()][..])
    );

    let people = outgoing(Workspace::new(dated()), Wanted { people: true, ..Wanted::default() });
    says(Format::Table, &people, "Nobody is on a sequence yet, so nothing was exported.");
    let who = Some(Responsible::Assistant);
    let nobody = outgoing(Workspace::new(dated()), Wanted { who, ..Wanted::default() });
    says(Format::Text, &nobody, "None of the steps is theirs, so nothing was exported.");
    says(Format::Calendar, &nobody, "None of the steps is theirs, so nothing was exported.");

    let mut parts = dated().into_parts();
    parts.runs.prospect.start = None;
    let undated = outgoing(Workspace::new(parts.checked().unwrap()), Wanted::default());
    says(Format::Calendar, &undated, "No step that is left to be done has a day");
    let day = date("2026-11-21");
    let done = [1, 2].map(|id| Edit::Mark(StepId(id), day, Fate::Done(None)));
    let done = done.into_iter().fold(dated(), |plan, edit| plan.edited(edit).unwrap());
    let done = outgoing(Workspace::new(done), Wanted::default());
    [Format::Todoist, Format::Asana, Format::HubSpot]
        .into_iter()
        .for_each(|format| says(format, &done, "No step is left to be done, so nothing was exported."));
    says(Format::Calendar, &done, "No step that is left to be done has a day");
    assert!(!write(Format::Table, &done).bytes.is_empty());
}

/// The columns a tool wants: what, then its day, under other names, and where to write to.
fn chosen() -> TableColumns {
    let mut columns = TableColumns::default();
    let wanted = [TableColumn::What, TableColumn::Due, TableColumn::Mail];
    for column in TableColumn::ALL {
        columns.take(column, wanted.contains(&column)).unwrap();
    }
    columns.put(TableColumn::Due, 0);
    columns.call(TableColumn::Due, line("Deadline")).unwrap();
    columns.call(TableColumn::What, line("=Task")).unwrap();
    columns
}

#[test]
fn a_table_has_the_columns_that_are_chosen_in_their_order_under_their_names() {
    let mut outgoing = outgoing(Workspace::new(dated()), Wanted::default());
    outgoing.columns = chosen();
    let cells = table(&write(Format::Table, &outgoing));
    assert_eq!(cells, [["Deadline", "\t=Task"], ["2026-11-25", "Write"], ["2026-11-30", "Call"]]);
    assert_eq!(as_cells(&Rows::of(&outgoing)), "Deadline\t'=Task\n2026-11-25\tWrite\n2026-11-30\tCall\n");
    assert_eq!(by_worker(Format::Table, &outgoing), write(Format::Table, &outgoing));
}

#[test]
fn columns_of_people_are_in_a_table_of_people() {
    let mut outgoing = outgoing(with_people(), Wanted { people: true, ..Wanted::default() });
    outgoing.columns = chosen();
    let cells = table(&write(Format::Table, &outgoing));
    assert_eq!(cells[0], ["Deadline", "\t=Task", "E-mail"]);
    assert!(cells[1..].iter().all(|cells| cells.len() == 3));
    assert!(cells[1..].iter().any(|cells| cells[2].contains("@example")));
}

#[test]
fn a_column_that_is_not_there_unasked_says_what_it_is_called() {
    let outgoing = Outgoing {
        columns: {
            let mut columns = TableColumns::default();
            for column in TableColumn::ALL {
                columns.take(column, true).unwrap();
            }
            columns
        },
        ..outgoing(with_people(), Wanted { people: true, ..Wanted::default() })
    };
    let cells = table(&write(Format::Table, &outgoing));
    let rows = Rows::of(&outgoing);
    for (cells, row) in cells[1..].iter().zip(&rows.rows) {
        let (contact, _) = row.contact.unwrap();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let done = day(row.facts.due.filter(|_| !row.facts.is_open()));
        let reach = &contact.reach;
        let expected =
            [day(row.facts.latest), done, row.message(), reach.mail.to_string(), reach.phone.to_string()];
        let plain: Vec<_> = cells[13..].iter().map(|cell| cell.replace('\t', "")).collect();
        assert_eq!(plain, expected);
    }
    assert!(cells[1..].iter().any(|cells| !cells[14].is_empty()), "something is done");
}

/// The formats that are cells between commas.
const TABLES: [Format; 4] = [Format::Table, Format::Todoist, Format::Asana, Format::HubSpot];

#[test]
fn no_text_in_a_table_begins_like_a_formula_and_all_of_it_is_there() {
    let more = ["-2+3", "+1", "@sum(a)", " =1+1", "\u{feff}=1", "＝1+1", "a;=1+1", "it's", "a\tb, \"c\""];
    let texts: Vec<_> = HOSTILE.iter().copied().chain(more).collect();
    let outgoing = outgoing(Workspace::new(saying(texts.iter().copied())), Wanted::default());
    for format in TABLES {
        let written = write(format, &outgoing);
        let cells: Vec<_> = table(&written).into_iter().flatten().collect();
        for cell in cells.iter().flat_map(|cell| cell.split([';', '\n'])) {
            assert!(
                !cell.trim_start_matches([' ', '\u{feff}']).starts_with(['=', '+', '-', '@', '＝']),
                "{cell:?}"
            );
        }
        for text in &texts {
            let text = line(text);
            // Titles of tasks have no white space around them.
            let text = if format == Format::Table { text.as_str() } else { text.as_str().trim() };
            let is_there = |cell: &String| cell.replace('\t', "") == text;
            assert!(cells.iter().any(is_there), "{format:?} {text:?}");
        }
    }
}

#[test]
fn what_could_be_taken_for_several_cells_is_quoted() {
    let outgoing = outgoing(Workspace::new(saying(["a;=1+1", "=1+1"])), Wanted::default());
    let text = String::from_utf8(write(Format::Table, &outgoing).bytes).unwrap();
    assert!(text.contains(",\"a;\t=1+1\","), "{text}");
    assert!(text.contains(",\"\t=1+1\","), "{text}");
}

#[test]
fn numbers_and_dates_in_a_table_stay_themselves() {
    let outgoing = outgoing(Workspace::new(full_plan()), Wanted { mark: true, ..Wanted::default() });
    let text = String::from_utf8(write(Format::Table, &outgoing).bytes).unwrap();
    assert!(text.starts_with("\u{feff}Sequence,Step,What,"));
    assert!(text.contains("\r\nProspect sequence,1,Step 40,"), "{text}");
    assert!(text.contains(",2026-11-24,"), "{text}");
}

#[test]
fn todoist_gets_a_section_a_sequence_a_task_a_step_and_a_note_below_it() {
    let outgoing = outgoing(Workspace::new(dated()), Wanted::default());
    let cells = table(&write(Format::Todoist, &outgoing));
    let titles = "TYPE,CONTENT,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE";
    assert_eq!(cells[0].join(","), titles);
    assert_eq!(cells[1][..2], ["section", "Prospect sequence"]);
    assert_eq!(cells[2], ["task", "Write", "4", "1", "", "", "2026-11-25", "en", ""]);
    assert_eq!(cells[3][0], "note");
    assert!(
        cells[3][1].starts_with("Prospect sequence, step 1: Write\nWed 25 Nov 2026: 3 working days after")
    );
    assert_eq!(cells[4][..2], ["task", "Call"]);
}

#[test]
fn asana_and_hubspot_get_a_task_a_step() {
    let outgoing = outgoing(Workspace::new(dated()), Wanted::default());
    let asana = table(&write(Format::Asana, &outgoing));
    assert_eq!(asana[0].join(","), "Name,Description,Section,Assignee,Due Date");
    assert_eq!((asana[1][0].as_str(), asana[1][4].as_str()), ("Write", "11/25/2026"));
    let hubspot = table(&write(Format::HubSpot, &outgoing));
    assert_eq!(hubspot[0].join(","), "Task title,Task notes,Task type,Task status,Priority,Due date,Email");
    assert_eq!(hubspot[2][2..], ["Call", "Not started", "None", "2026-11-30", ""]);
}

#[test]
fn tasks_for_somebody_bear_their_name_and_address() {
    let outgoing = outgoing(with_people(), Wanted { people: true, ..Wanted::default() });
    let hubspot = table(&write(Format::HubSpot, &outgoing));
    assert!(hubspot[1..].iter().all(|cells| cells[0].contains(": ")));
    assert!(hubspot[1..].iter().any(|cells| cells[6].contains("@example")));
    let headings =
        table(&write(Format::Todoist, &outgoing)).into_iter().filter(|cells| cells[0] == "section");
    assert!(headings.into_iter().all(|cells| cells[1].contains(": ")));
}

#[test]
fn a_plan_reads_as_plain_text() {
    let outgoing = outgoing(Workspace::new(dated()), Wanted::default());
    let text = String::from_utf8(write(Format::Text, &outgoing).bytes).unwrap();
    let expected = "A plan without a name\nSun 22 Nov 2026\n\nProspect sequence\n\n \
        1. Wed 25 Nov 2026: Write\n    3 working days after the start\n    Myself\n\n \
        2. Mon 30 Nov 2026: Call\n    3 working days after step 1\n    Phone\n";
    assert_eq!(text, expected);
}

#[test]
fn cells_to_paste_are_parted_by_tabs_and_hold_no_formula() {
    let outgoing = outgoing(Workspace::new(saying(HOSTILE.iter().copied())), Wanted::default());
    let text = String::from_utf8(write(Format::Cells, &outgoing).bytes).unwrap();
    assert_eq!(text, as_cells(&Rows::of(&outgoing)));
    let lines: Vec<Vec<_>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), HOSTILE.len() + 1);
    assert!(lines.iter().all(|cells| cells.len() == 12), "{lines:?}");
    for (cells, text) in lines[1..].iter().zip(HOSTILE) {
        assert!(!cells[2].starts_with(['=', '+', '-', '@']));
        assert_eq!(cells[2].strip_prefix('\'').unwrap_or(cells[2]), line(text).as_str());
    }
}
