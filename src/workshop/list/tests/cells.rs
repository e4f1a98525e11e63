//! Rows of a table as lines.

use super::{is_separated, reads};

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
