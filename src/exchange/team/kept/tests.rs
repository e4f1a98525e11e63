//! What is read of an entry, and what it becomes.

use super::*;

const UID: &str = "p1-s1@tasks.followthrough";
const STAMP: &str = "20261122T093000Z";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn said(title: &str, details: &str, on: &str) -> Said {
    Said::of(title, details, "Prospect", day(on))
}

fn read(text: &str) -> Kept {
    Kept::read(text, Kind::Task, UID, 60).unwrap()
}

#[test]
fn what_is_sent_comes_back_as_it_was_said() {
    let long = "é, ".repeat(60);
    let first = said("Call; them", &format!("Why: a, b\\c\n{long}"), "2026-12-03");
    let kept = read(&first.entry(Kind::Task, UID, STAMP));
    assert_eq!((kept.there, kept.said), (There::Open, Some(first.saying())));
    assert!(kept.is_untouched());
    let event = first.entry(Kind::Event, UID, STAMP);
    assert!(Kept::read(&event, Kind::Event, UID, 0).unwrap().is_untouched());
    assert!(Kept::read(&event, Kind::Task, UID, 0).is_none(), "a day is no task");
    assert!(Kept::read(&event, Kind::Event, "other", 0).is_none(), "nor of another name");
}

#[test]
fn what_others_wrote_stays_and_what_the_plan_says_is_replaced() {
    let first = said("Call", "Why: because", "2026-12-03");
    let theirs = first
        .entry(Kind::Task, UID, STAMP)
        .replace("SUMMARY:Call", "SUMMARY:Ring them")
        .replace("Why: because", "Why: because\\nengaged all day, \r\n till four")
        .replace(
            "CATEGORIES:Prospect",
            "CATEGORIES:Prospect,Hot\r\nX-APPLE-SORT-ORDER:7\r\nDTSTART:20261203T090000Z",
        )
        .replace(
            "END:VTODO",
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Call\r\nEND:VALARM\r\nEND:VTODO",
        )
        // As XML hands it on.
        .replace("\r\n", "\n");
    let kept = read(&theirs);
    assert!(!kept.is_untouched());
    let now = said("Call", "Why: the fair", "2026-12-08");
    let text = kept.changed(&now, kept.said, Becomes::Same, STAMP);
    for line in [
        "SUMMARY:Ring them\r\n",
        "DESCRIPTION:Why: the fair\\nengaged all day\\, till four\r\n",
        "CATEGORIES:Prospect,Hot\r\n",
        "X-APPLE-SORT-ORDER:7\r\n",
        "DUE;VALUE=DATE:20261208\r\n",
        "SEQUENCE:1\r\n",
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Call\r\nEND:VALARM\r\nEND:VTODO\r\n",
    ] {
        assert!(text.contains(line), "{line}{text}");
    }
    assert!(!text.contains("20261203"), "{text}");
    assert_eq!(text.matches("DUE").count(), 1);
    assert_eq!(read(&text).said, Some(now.saying()));
    assert!(text.split("\r\n").all(|line| !line.contains(['\r', '\n'])));
}

#[test]
fn both_changed_the_title_and_that_of_the_plan_counts() {
    let first = said("Call", "", "2026-12-03");
    let kept = read(&first.entry(Kind::Task, UID, STAMP).replace("SUMMARY:Call", "SUMMARY:Ring"));
    let text = kept.changed(&said("Write", "", "2026-12-03"), kept.said, Becomes::Same, STAMP);
    assert!(text.contains("SUMMARY:Write") && !text.contains("Ring"));
}

#[test]
fn without_what_was_said_last_nothing_of_the_details_is_lost() {
    let first = said("Call", "Why: because", "2026-12-03");
    let entry = first.entry(Kind::Task, UID, STAMP);
    let without: String = entry.split_inclusive('\n').filter(|line| !line.starts_with(SAID)).collect();
    let kept = read(&without);
    let text = kept.changed(&said("Call", "Why: the fair", "2026-12-03"), None, Becomes::Same, STAMP);
    assert!(text.contains("DESCRIPTION:Why: the fair\\n\\nWhy: because"), "{text}");
    assert!(kept.changed(&first, None, Becomes::Same, STAMP).contains("DESCRIPTION:Why: because\r\n"));
}

#[test]
fn ticks_are_read_as_programs_write_them_on_the_day_of_the_person() {
    let entry = said("Call", "", "2026-12-03").entry(Kind::Task, UID, STAMP);
    for (status, there) in [
        ("STATUS:COMPLETED\r\nCOMPLETED:20261202T232959Z", There::Done(Some(day("2026-12-03")))),
        ("STATUS:completed\r\nCOMPLETED:20261202T225959Z", There::Done(Some(day("2026-12-02")))),
        ("COMPLETED:20261202", There::Done(Some(day("2026-12-02")))),
        ("STATUS:COMPLETED\r\nLAST-MODIFIED:20261202T080000Z", There::Done(Some(day("2026-12-02")))),
        ("STATUS:COMPLETED\r\nCOMPLETED:soon", There::Done(None)),
        ("PERCENT-COMPLETE:100", There::Done(None)),
        ("STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:100", There::Open),
        ("STATUS:NEEDS-ACTION\r\nCOMPLETED:20261202T080000Z", There::Open),
        ("STATUS:CANCELLED", There::CalledOff),
        ("PERCENT-COMPLETE:50", There::Open),
    ] {
        assert_eq!(read(&entry.replace("STATUS:NEEDS-ACTION", status)).there, there, "{status}");
    }
    let done =
        read(&entry).changed(&said("Call", "", "2026-12-03"), None, Becomes::Done(day("2026-12-02")), STAMP);
    assert_eq!(read(&done).there, There::Done(Some(day("2026-12-02"))));
    let open = read(&done).changed(&said("Call", "", "2026-12-03"), None, Becomes::Open, STAMP);
    assert_eq!(read(&open).there, There::Open);
    assert!(!open.contains("COMPLETED"));
}

#[test]
fn of_what_comes_again_the_whole_is_meant_and_what_is_broken_is_left_alone() {
    let entry = said("Call", "", "2026-12-03").entry(Kind::Task, UID, STAMP);
    let one =
        format!("BEGIN:VTODO\r\nUID:{UID}\r\nRECURRENCE-ID:20261203\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\n");
    let row = entry.replace("END:VCALENDAR", &format!("{one}END:VCALENDAR"));
    assert_eq!(read(&row).there, There::Open);
    assert!(read(&row).changed(&said("Call", "", "2026-12-04"), None, Becomes::Same, STAMP).contains(&one));
    for broken in [
        String::new(),
        entry.replace("END:VTODO\r\n", ""),
        entry.replace("END:VCALENDAR\r\n", ""),
        entry.replace("BEGIN:VCALENDAR\r\n", ""),
        entry.replace(UID, "p1-s2@tasks.followthrough"),
        format!("{entry}{entry}"),
        "BEGIN:X\r\n".repeat(100_000),
        format!("hello\r\n{entry}"),
    ] {
        assert!(Kept::read(&broken, Kind::Task, UID, 0).is_none(), "{broken:.200}");
    }
}
