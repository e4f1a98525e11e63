//! Rows of a table as lines.

use super::{each, is_separated, reads};

#[test]
fn headings_of_a_table_are_no_step_however_its_cells_are_parted() {
    let expected: &[&str] = &["Call | Phone | 1 Weeks", "Send prices | Email | 3 WorkingDays"];
    for text in [
        "Step\tWhat\tWait\tUnit\tWith\n1\tCall\t1\tweek(s)\tPhone\n2\tSend prices\t3\tworking day(s)\tE-mail",
        "Step\tWhat\tWait\tUnit\tWith\n1\tCall\t1\tweeks\tPhone\n2\tSend prices\t3\tworking days\tE-mail",
        "Step,What,Wait,Unit,With\n1,Call,1,weeks,Phone\n2,Send prices,3,working days,E-mail",
        "Step;What;Wait;Unit;With\r\n1;\"Call\";1;week(s);Phone\r\n2;Send prices;3;working day(s);E-mail\r\n",
        "\nTask;Delay;With\nCall;1 week;Phone\nSend prices;3 days;E-mail",
        "Sequence,Step,What,When,Planned,Due,State,Remark,Who,With,Goal,Action\nProspect sequence,1,Call,1 week after the start,2026-11-30,2026-11-30,open,,,Phone,Trust,a call\nProspect sequence,2,Send prices,3 working days after step 1,2026-12-03,2026-12-03,late,,,E-mail,,",
    ] {
        let read = reads(text).into_iter().map(|step| step.replace(" from start", "").replace(" from 1", ""));
        assert_eq!(read.collect::<Vec<_>>(), expected, "{text:?}");
    }
    // Headings alone may be words.
    assert_eq!(reads("Step,What,Wait,Unit"), ["Step,What,Wait,Unit"]);
    for (text, is_table) in [
        ("Step,What,Wait,Unit\n1,Call,1,weeks", true),
        ("Step,What,Wait,Unit", false),
        ("Task, time\n", false),
        ("Task, time\nCall", false),
        ("Call, next day\nLetter, a week later", false),
        ("Step | When\nCall | next day", true),
        ("| Step | When |\n|---|---|\n| Call | next day |", true),
        ("| Step | When |\n|---|---|\n", false),
    ] {
        assert_eq!(is_separated(text), is_table, "{text:?}");
    }
    // So are headings that a mark parts from their rows, or from other headings.
    for text in ["what,when → call,next day", "what,when • what,when • call,next day"] {
        assert_eq!(reads(text), ["Call | Phone | 1 WorkingDays"], "{text:?}");
    }
    assert_eq!(reads("Call, e-mail, visit"), reads("Call, e-mail, visit\n"));
}

#[test]
fn cells_are_read_whatever_the_order_of_their_columns() {
    let expected: &[&str] = &[
        "Call | Phone | 1 WorkingDays | new Ben",
        "Send prices | Email | 3 WorkingDays | Assistant",
        "Thank-you letter | Letter | 2 Weeks | new Ben",
    ];
    for text in [
        "Step\tWhat\tWhen\tChannel\tWho\n1\tCall\tnext day\tPhone\tBen\n2\tSend prices\t3 days\tE-mail\tAssistant\n3\tThank-you letter\t2 weeks\tLetter\tBen",
        "Who\tWhen\tWhat\tChannel\nBen\tnext day\tCall\tPhone\nAssistant\t3\tSend prices\tE-mail\nBen\t2 weeks\tThank-you letter\tLetter\n",
        "Call\tnext day\tBen\tphone\nSend prices\t3 days\tAssistant\te-mail\nThank-you letter\t2 weeks\tBen\tletter",
        "next day\tphone\tBen\tCall\n3 days\te-mail\tthe assistant\tSend prices\n2 weeks\tletter\tBen\tThank-you letter",
        "1\tCall\t1 day\tphone\tBen\r\n2\tSend prices\t3 days\te-mail\tAssistant\r\n3\tThank-you letter\t2 weeks\tletter\tBen\r\n",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
    assert_eq!(
        reads("Task\tDelay\tOnly if\nCall\t1\t\nCall again\t5\tno answer"),
        ["Call | Phone | 1 WorkingDays", "Call again | Phone | 5 WorkingDays | 1 NotReached"]
    );
    assert_eq!(
        reads("Call\tnext day\nLetter\t2 weeks"),
        ["Call | Phone | 1 WorkingDays", "Letter | Letter | 2 Weeks"]
    );
}

#[test]
fn cells_are_parted_by_strokes_too_and_single_names_are_those_who_do_it() {
    let expected: &[&str] =
        &["Call | Phone | 1 WorkingDays | new Carl", "E-mail | Email | 3 WorkingDays | new Dora"];
    for text in [
        "Call | 1 day | Carl\nE-mail | 3 days | Dora",
        "| Step | When | Who |\n|------|:----:|-----|\n| Call | 1 day | Carl |\n| E-mail | 3 days | Dora |",
        "Call;1 day;Carl\nE-mail;3 days;Dora",
        "Carl\tCall\t+1\nDora\tE-mail\t+3",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
    assert_eq!(reads("Quote\te-mail\t2 days"), ["Quote | Email | 2 WorkingDays"]);
}

#[test]
fn what_a_row_is_counted_from_is_the_step_its_row_becomes() {
    let rows = [
        "4\tCall\tMon 7 Dec 2026\tPhone\tthe same day as step 3",
        "6\tVisit\tTue 8 Dec 2026\tIn person\t1 working day after step 4",
        "7\tLetter\tFri 18 Dec 2026\tLetter or parcel\t2 weeks after step 4",
    ];
    let expected = [
        "Call | Phone | 0 WorkingDays",
        "Visit | InPerson | 1 WorkingDays",
        "Letter | Letter | 2 Weeks from 1",
    ];
    assert_eq!(reads(&rows.join("\n")), expected);
    let headed = ["Step\tWhat\tDue\tWith\tWhen", rows[0], rows[1], rows[2]];
    assert_eq!(reads(&headed.join("\n")), expected);
    // Without numbers the rows are counted, whatever stands above the table.
    assert_eq!(
        reads("Visit\nCall\tnext day\nVisit\tnext day\nLetter\t2 weeks after step 1"),
        [
            "Visit | InPerson",
            "Call | Phone | 1 WorkingDays",
            "Visit | InPerson | 1 WorkingDays",
            "Letter | Letter | 2 Weeks from 2"
        ]
    );
}

#[test]
fn what_is_done_keeps_its_words_where_other_cells_say_when() {
    assert_eq!(
        reads("What\tWhen\tWith\nCall: what broke, and was it next day?\t2 days\tE-mail: the form"),
        ["Call: what broke, and was it next day? | Email | 2 WorkingDays"]
    );
}

#[test]
fn numbers_under_day_are_counted_from_the_start() {
    let expected: &[&str] = &[
        "Send quote | 0 WorkingDays from start",
        "Call | Phone | 2 WorkingDays from start",
        "E-mail | Email | 7 WorkingDays from start",
    ];
    for text in [
        "Day\tAction\n0\tSend quote\n2\tCall\n7\tE-mail",
        "Day,Task\n0,Send quote\n2,Call\n7,E-mail",
        "Task\tDay no.\nSend quote\t1\nCall\t3\nE-mail\t8",
        "Task\tDay #\nSend quote\t1\nCall\t3\nE-mail\t8",
        "Day number\tTask\n1\tSend quote\n3\tCall\n8\tE-mail",
        "Days from start\tTask\n0\tSend quote\n2\tCall\n7\tE-mail",
        "Task\tDays after the start\nSend quote\t0\nCall\t2\nE-mail\t7",
        "Task\tDay\nSend quote\tDay 1\nCall\tDay 3\nE-mail\tDay 8",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
    each(&[
        (
            "Step\tDay\tType\tSubject\n1\t1\tE-mail\tHello\n2\t2\tPhone\tAny questions\n3\t3\tLetter\tThanks",
            &[
                "Hello | Email | 0 WorkingDays from start",
                "Any questions | Phone | 1 WorkingDays from start",
                "Thanks | Letter | 2 WorkingDays from start",
            ],
        ),
        (
            "Week\tTask\n1\tCall\n2\tE-mail\n4\tLetter",
            &[
                "Call | Phone | 0 WorkingDays from start",
                "E-mail | Email | 1 Weeks from start",
                "Letter | Letter | 3 Weeks from start",
            ],
        ),
        (
            "Title page\tafter a week\nLetter\tin 2 days",
            &["Title page | 1 Weeks", "Letter | Letter | 2 WorkingDays"],
        ),
        (
            "Days from start\tTask\n3 days\tCall\n1 week\tE-mail",
            &["Call | Phone | 3 WorkingDays from start", "E-mail | Email | 1 Weeks from start"],
        ),
        (
            "Task\tDay\tTime\nCall\t1\tearly\nE-mail\t3\tlate",
            &["Call | Phone | 0 WorkingDays from start", "E-mail | Email | 2 WorkingDays from start"],
        ),
        // Otherwise they are waits, each after the row before.
        (
            "Days\tTask\n1\tCall\n3\tE-mail",
            &["Call | Phone | 1 WorkingDays", "E-mail | Email | 3 WorkingDays"],
        ),
        (
            "Wait\tTask\n1\tCall\n2\tE-mail",
            &["Call | Phone | 1 WorkingDays", "E-mail | Email | 2 WorkingDays"],
        ),
        (
            "Day\tTask\n3\tCall\n2\tE-mail",
            &["Call | Phone | 3 WorkingDays", "E-mail | Email | 2 WorkingDays"],
        ),
        (
            "Days after previous step\tTask\n0\tCall\n3\tE-mail",
            &["Call | Phone | 0 WorkingDays", "E-mail | Email | 3 WorkingDays"],
        ),
    ]);
}

#[test]
fn a_heading_can_say_what_its_numbers_count() {
    for (heading, expected) in [
        ("Delay (weeks)", "2 Weeks"),
        ("Wait in weeks", "2 Weeks"),
        ("Wait in wks", "2 Weeks"),
        ("Weeks", "2 Weeks"),
        ("Follow-up (weeks)", "2 Weeks"),
        ("# of weeks", "2 Weeks"),
        ("Number of days", "2 WorkingDays"),
        ("Months", "2 Months"),
        ("Delay (calendar days)", "2 CalendarDays"),
        ("Calendar days", "2 CalendarDays"),
        ("Wait in business days", "2 WorkingDays"),
        ("Delay (d)", "2 WorkingDays"),
        ("Weeks from start", "2 Weeks from start"),
        ("Delay", "2 WorkingDays"),
    ] {
        let text = format!("Task\t{heading}\nSend prices\t1\nCall\t2");
        assert_eq!(reads(&text).get(1..), Some(&[format!("Call | Phone | {expected}")][..]), "{text:?}");
    }
    for heading in ["Wait (hours)", "Hours"] {
        let text = format!("Task\t{heading}\nCall\t48");
        assert_eq!(reads(&text), ["Call, 48 hours | Phone | ! Wait(TimeOfDay)"], "{text:?}");
    }
}

#[test]
fn whole_names_beside_what_is_done_are_those_who_do_it() {
    each(&[
        (
            "Call\t1 day\tSam Jones\nE-mail\t3 days\tLee Wong",
            &[
                "Call | Phone | 1 WorkingDays | new Sam Jones",
                "E-mail | Email | 3 WorkingDays | new Lee Wong",
            ],
        ),
        (
            "Call\tSam Jones\t1 day\nSend prices\tLee Wong\t3 days",
            &["Call | Phone | 1 WorkingDays | new Sam Jones", "Send prices | 3 WorkingDays | new Lee Wong"],
        ),
        (
            "Anna Maria Berg\tCall\t1 day\nLee\tSend the offer\t3 days",
            &[
                "Call | Phone | 1 WorkingDays | new Anna Maria Berg",
                "Send the offer | 3 WorkingDays | new Lee",
            ],
        ),
        (
            "Send Prices\te-mail\t2 days\nWelcome Call\tphone\t3 days",
            &["Send Prices | Email | 2 WorkingDays", "Welcome Call | Phone | 3 WorkingDays"],
        ),
        (
            "Quote\te-mail\t2 days\nReminder\tphone\t3 days",
            &["Quote | Email | 2 WorkingDays", "Reminder | Phone | 3 WorkingDays"],
        ),
    ]);
}

#[test]
fn what_a_table_tells_besides_is_neither_done_nor_somebody() {
    for (heading, cells) in [
        ("Status", ["Open", "Done"]),
        ("Priority", ["High", "Low"]),
        ("Done", ["FALSE", "TRUE"]),
        ("Completed", ["No", "Yes"]),
        ("Cost", ["20", "0"]),
        ("Budget", ["EUR 20", "none"]),
    ] {
        let text = format!("Task\tWait\t{heading}\nCall\t1 day\t{}\nLetter\t2 weeks\t{}", cells[0], cells[1]);
        assert_eq!(reads(&text), ["Call | Phone | 1 WorkingDays", "Letter | Letter | 2 Weeks"], "{text:?}");
    }
    each(&[
        (
            "Task\tWait\tRegion\nCall\t1 day\tNorth\nLetter\t2 weeks\tSouth",
            &["Call, North | Phone | 1 WorkingDays", "Letter, South | Letter | 2 Weeks"],
        ),
        (
            "Name\tTask\tWait\nBen\tCall\t1 day\nSam Jones\tLetter\t2 weeks",
            &["Call | Phone | 1 WorkingDays | new Ben", "Letter | Letter | 2 Weeks | new Sam Jones"],
        ),
        (
            "Step\tName\tWait\n1\tCall\t1 day\n2\tLetter\t2 weeks",
            &["Call | Phone | 1 WorkingDays", "Letter | Letter | 2 Weeks"],
        ),
        ("Name\tWait\nCall\t1 day", &["Call | Phone | 1 WorkingDays"]),
    ]);
}

#[test]
fn columns_have_many_headings() {
    let expected: &[&str] = &["Call | Phone | 1 WorkingDays", "Send prices | Email | 3 WorkingDays"];
    for headings in [
        "What\tInterval\tMode",
        "Message\tDelay\tChannel",
        "Content\tGap\tMedium",
        "Touch\tLag\tMethod",
        "Purpose\tOffset\tChannel",
        "Notes\tDeadline\tChannel",
        "Task\tDays after previous step\tHow",
    ] {
        let text = format!("{headings}\nCall\t1 day\tPhone\nSend prices\t3 days\tE-mail");
        assert_eq!(reads(&text), expected, "{text:?}");
    }
    each(&[
        (
            "| Day | Channel | Message |\n|---|---|---|\n| 1 | E-mail | Hello |\n| 3 | Phone | Any questions? |",
            &[
                "Hello | Email | 0 WorkingDays from start",
                "Any questions? | Phone | 2 WorkingDays from start",
            ],
        ),
        (
            "Message them\tafter 3 days\nTouch base\tafter 2 weeks",
            &["Message them | 3 WorkingDays", "Touch base | 2 Weeks"],
        ),
    ]);
}

#[test]
fn rows_are_numbered_in_words_too() {
    for number in ["Step ", "#", "Touch ", ""] {
        let text = format!("{number}1\tCall\tDay 1\n{number}2\tE-mail\tDay 3");
        let expected =
            ["Call | Phone | 0 WorkingDays from start", "E-mail | Email | 2 WorkingDays from start"];
        assert_eq!(reads(&text), expected, "{text:?}");
    }
    each(&[
        (
            "Step 2\tCall\t1 day\nStep 5\tLetter\t2 weeks after step 2",
            &["Call | Phone | 1 WorkingDays", "Letter | Letter | 2 Weeks"],
        ),
        (
            "E-mail 1\t1 day\nE-mail 2\t3 days",
            &["E-mail 1 | Email | 1 WorkingDays", "E-mail 2 | Email | 3 WorkingDays"],
        ),
    ]);
}
