use super::*;

fn calendar(events: &[&str]) -> String {
    let events: String = events.iter().map(|it| format!("BEGIN:VEVENT\r\n{it}\r\nEND:VEVENT\r\n")).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

fn read(text: &str) -> Result<CalendarDays, IcsError> {
    read_holidays(text.as_bytes(), 2026..=2028)
}

fn said(day: &FoundDay) -> String {
    let kind = match day.kind {
        DayKind::Off => "",
        DayKind::Free => " (free)",
        DayKind::Observance => " (observance)",
    };
    format!("{} {}{kind}", day.date, day.name).trim_end().to_owned()
}

#[track_caller]
fn check_file(text: &str, days: &[&str], left_out: &[(Omission, usize)]) {
    let (found, omissions) = match read(text) {
        Ok(found) => (found.days, found.left_out),
        Err(IcsError::NoDays(left_out)) => (Vec::new(), left_out),
        Err(error) => panic!("{error:?}: {text}"),
    };
    assert_eq!(found.iter().map(said).collect::<Vec<_>>(), days, "{text}");
    for (omission, count) in left_out {
        assert_eq!(omissions.count(*omission), *count, "{omission:?}: {text}");
    }
    assert_eq!(omissions.total(), left_out.iter().map(|(_, count)| count).sum::<usize>(), "{text}");
}

#[track_caller]
fn check(events: &[&str], days: &[&str], left_out: &[(Omission, usize)]) {
    check_file(&calendar(events), days, left_out);
}

/// The days of one event without a name.
#[track_caller]
fn days_of(event: &str, days: &[&str]) {
    check(&[event], days, &[]);
}

const LABOR: &str = "DTSTART;VALUE=DATE:20260907\r\nSUMMARY:Labor Day";

// --- What is a whole day ---

#[test]
fn a_whole_day_is_a_day_off_with_its_name() {
    check(&[LABOR], &["2026-09-07 Labor Day"], &[]);
    let event =
        "dtstart;X-A=\"a:b\";value=date:20260907\r\nSummary;LANGUAGE=en:A\\, b\\; c\\nd and mo\r\n re";
    check(&[event], &["2026-09-07 A, b; c d and more"], &[]);
}

#[test]
fn an_end_is_the_day_after_the_last_and_one_that_equals_the_start_is_one_day() {
    days_of("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226", &["2026-12-24", "2026-12-25"]);
    days_of("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224", &["2026-12-24"]);
    days_of("DTSTART:20261224T000000\nDTEND:20261224T000000", &["2026-12-24"]);
    days_of("DTSTART:20261224", &["2026-12-24"]);
}

#[test]
fn a_length_may_stand_for_an_end() {
    for length in ["P2D", "PT48H", "P1DT24H", "PT2880M"] {
        days_of(&format!("DTSTART;VALUE=DATE:20261224\nDURATION:{length}"), &["2026-12-24", "2026-12-25"]);
        days_of(&format!("DTSTART:20261224T000000\nDURATION:{length}"), &["2026-12-24", "2026-12-25"]);
    }
    let week = read(&calendar(&["DTSTART:20261201\nDURATION:P1W"])).unwrap();
    assert_eq!(week.days.len(), 7);
}

#[test]
fn a_date_may_carry_a_time() {
    let event = "DTSTART;VALUE=DATE:20261224T000000Z\nDTEND;VALUE=DATE:20261226T000000Z";
    days_of(event, &["2026-12-24", "2026-12-25"]);
    days_of("DTSTART;VALUE=DATE:20261224T090000\nDTEND;VALUE=DATE:20261225T100000", &["2026-12-24"]);
}

#[test]
fn from_midnight_to_midnight_is_a_whole_day_in_any_zone() {
    for (start, end) in [
        ("TZID=W. Europe Standard Time:20261224T000000", "TZID=W. Europe Standard Time:20261226T000000"),
        ("TZID=\"(UTC+01:00) Amsterdam; Berlin\":20261224T000000", "TZID=x:20261226T000000"),
        ("X=1:20261224T000000Z", "X=1:20261226T000000Z"),
        ("X=1:20261224T000000", "X=1:20261225T235900"),
        ("X=1:20261224T000000", "X=1:20261225T235959"),
        ("X=1:20261224T000000", "X=1:20261225T240000"),
    ] {
        days_of(&format!("DTSTART;{start}\nDTEND;{end}"), &["2026-12-24", "2026-12-25"]);
    }
}

#[test]
fn what_is_marked_as_all_day_is_told_in_the_worlds_time_too() {
    let marked =
        |start: &str, end: &str| format!("DTSTART:{start}\nDTEND:{end}\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE");
    // Berlin in winter and in summer, New York, Auckland.
    days_of(&marked("20261223T230000Z", "20261224T230000Z"), &["2026-12-24"]);
    days_of(&marked("20260623T220000Z", "20260624T220000Z"), &["2026-06-24"]);
    days_of(&marked("20261224T050000Z", "20261225T050000Z"), &["2026-12-24"]);
    days_of(&marked("20261223T110000Z", "20261224T110000Z"), &["2026-12-24"]);
    // The night of the change to summer time has an hour less.
    days_of(&marked("20260328T230000Z", "20260329T220000Z"), &["2026-03-29"]);
}

#[test]
fn midnight_in_the_zone_of_the_calendar_is_midnight() {
    let event = "BEGIN:VEVENT\nDTSTART:20261223T230000Z\nDTEND:20261224T230000Z\nEND:VEVENT\n";
    let zone = "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n";
    for said in ["X-WR-TIMEZONE:Europe/Berlin\n", zone] {
        let whole = format!("BEGIN:VCALENDAR\n{said}{event}END:VCALENDAR\n");
        check_file(&whole, &["2026-12-24"], &[]);
        let shift = whole.replace("T230000Z", "T090000Z");
        check_file(&shift, &[], &[(Omission::TimeOfDay, 1)]);
    }
    check_file(&format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR\n"), &[], &[(Omission::TimeOfDay, 1)]);
}

#[test]
fn what_brings_no_day_is_counted_by_its_kind() {
    let at_nine = "DTSTART:20260907T090000Z\nDTEND:20260907T100000Z\nSUMMARY:Meeting";
    let from_midnight = "DTSTART:20260907T000000\nDURATION:PT8H";
    let off = "DTSTART;VALUE=DATE:20260908\nSTATUS:cancelled";
    let backwards = "DTSTART;VALUE=DATE:20260909\nDTEND;VALUE=DATE:20260908";
    let long = "DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20270103";
    let old = "DTSTART;VALUE=DATE:20240101\nSUMMARY:Old";
    let hourly = "DTSTART;VALUE=DATE:20260908\nRRULE:FREQ=HOURLY";
    let odd = "DTSTART;VALUE=DATE:20260908\nRRULE:FREQ=YEARLY;BYMOON=3";
    let taken_out = "DTSTART;VALUE=DATE:20260908\nRRULE:FREQ=YEARLY\nEXDATE:some day";
    let undated = "DTSTART:soon\nSUMMARY:Soon";
    check(
        &[at_nine, from_midnight, off, backwards, long, old, hourly, odd, taken_out, undated, LABOR, ""],
        &["2026-09-07 Labor Day"],
        &[
            (Omission::TimeOfDay, 2),
            (Omission::CalledOff, 1),
            (Omission::Backwards, 1),
            (Omission::TooLong, 1),
            (Omission::OtherYears, 1),
            (Omission::Unruled, 3),
            (Omission::Undated, 2),
        ],
    );
}

// --- What comes again ---

#[test]
fn what_comes_every_year_comes_in_every_year_asked_for() {
    let event = |rule: &str| format!("DTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY{rule}");
    let all = ["2026-05-01", "2027-05-01", "2028-05-01"];
    days_of(&event(""), &all);
    days_of(&event(";UNTIL=20270601T000000Z"), &all[..2]);
    days_of(&event(";UNTIL=20270501"), &all[..2]);
    days_of(&event(";INTERVAL=1;COUNT=7"), &all[..1]);
    days_of("DTSTART:20160229\nRRULE:FREQ=YEARLY", &["2028-02-29"]);
}

#[test]
fn the_last_day_of_a_rule_is_told_in_the_worlds_time() {
    let event = |until: &str| {
        format!(
            "DTSTART;TZID=x:20260801T000000\nDTEND;TZID=x:20260802T000000\nRRULE:FREQ=DAILY;UNTIL={until}"
        )
    };
    let days = ["2026-08-01", "2026-08-02", "2026-08-03"];
    // Midnight of 3 August in Berlin and in New York, and the last second of 2 August.
    for until in ["20260802T220000Z", "20260803T040000Z", "20260803T215959Z", "20260804T035959Z", "20260803"]
    {
        days_of(&event(until), &days);
    }
    for until in ["20260802T215959Z", "20260803T035959Z", "20260802T235959"] {
        days_of(&event(until), &days[..2]);
    }
}

#[test]
fn days_are_taken_out_and_added() {
    let event = "DTSTART:20260601\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270601,20990101\n\
                 EXDATE:20280601T000000Z\nRDATE;VALUE=DATE:20261001\nRDATE;VALUE=PERIOD:20261101T000000/P2D";
    days_of(event, &["2026-06-01", "2026-10-01", "2026-11-01", "2026-11-02"]);
    let against = "DTSTART:20260601\nRRULE:FREQ=MONTHLY;COUNT=3\nEXRULE:FREQ=MONTHLY;INTERVAL=2";
    days_of(against, &["2026-07-01"]);
}

const FOUNDERS: &str = "UID:a\nDTSTART:20250601\nRRULE:FREQ=YEARLY\nSUMMARY:Founders";
const MOVED: &str = "UID:a\nRECURRENCE-ID;VALUE=DATE:20270601\nDTSTART:20270607\nSUMMARY:Moved";

#[test]
fn an_occurrence_is_moved_or_called_off_by_its_uid() {
    let days = ["2026-06-01 Founders", "2027-06-07 Moved", "2028-06-01 Founders"];
    check(&[FOUNDERS, MOVED], &days, &[]);
    check(&[MOVED, FOUNDERS], &days, &[]);
    let off = format!("{MOVED}\nSTATUS:CANCELLED");
    check(&[FOUNDERS, &off], &[days[0], days[2]], &[(Omission::CalledOff, 1)]);
    let other = MOVED.replace("UID:a", "UID:b");
    check(&[FOUNDERS, &other], &[days[0], "2027-06-01 Founders", days[1], days[2]], &[]);
    let taken_out = format!("{FOUNDERS}\nEXDATE:20270601");
    check(&[&taken_out, MOVED], &[days[0], days[2]], &[]);
    let meeting = "UID:a\nRECURRENCE-ID:20270601\nDTSTART:20270607T090000\nDTEND:20270607T100000";
    check(&[FOUNDERS, meeting], &[days[0], days[2]], &[(Omission::TimeOfDay, 1)]);
}

#[test]
fn this_occurrence_and_all_after_it_are_moved_together() {
    let future =
        "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270601\nDTSTART:20270602\nDURATION:P2D\nSUMMARY:Later";
    let days = [
        "2026-06-01 Founders",
        "2027-06-02 Later",
        "2027-06-03 Later",
        "2028-06-02 Later",
        "2028-06-03 Later",
    ];
    check(&[FOUNDERS, future], &days, &[]);
    check(&[FOUNDERS, &format!("{future}\nSTATUS:CANCELLED")], &days[..1], &[(Omission::CalledOff, 1)]);
}

#[test]
fn the_newest_of_an_event_counts_and_a_careless_uid_loses_nothing() {
    let newer = "UID:a\nSEQUENCE:2\nDTSTART:20260701\nSUMMARY:Newer";
    check(&[newer, "UID:a\nSEQUENCE:1\nDTSTART:20260601"], &["2026-07-01 Newer"], &[]);
    check(&["UID:1\nDTSTART:20260601", "UID:1\nDTSTART:20260701"], &["2026-06-01", "2026-07-01"], &[]);
    let twice = MOVED.replace("20270607", "20270608");
    let newest = twice.replace("UID:a", "UID:a\nSEQUENCE:1");
    check(&[MOVED, &newest], &["2027-06-08 Moved"], &[]);
}

// --- What a file is ---

#[test]
fn what_stands_in_or_beside_events_is_passed_over() {
    let alarm =
        "DTSTART;VALUE=DATE:20260909\nBEGIN:VALARM\nDTSTART:20270101\nDURATION:P9D\nEND:VALARM\nSUMMARY:Fair";
    check(&[alarm], &["2026-09-09 Fair"], &[]);
    let todo = "BEGIN:VTODO\nDTSTART:20260101\nEND:VTODO\nBEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:20260102\n\
                RRULE:FREQ=YEARLY\nEND:STANDARD\nEND:VTIMEZONE\n";
    let one = calendar(&[LABOR]);
    let around = format!("MIME-Version: 1.0\n<p>\nBEGIN:PGP\n{one}\0\0 no calendar: at all\n{one}");
    check_file(&around.replace("VERSION:2.0\r\n", todo), &["2026-09-07 Labor Day"], &[]);
    let nested = format!(
        "BEGIN:VCALENDAR\nBEGIN:X-GROUP\nBEGIN:VEVENT\n{LABOR}\nEND:VEVENT\nEND:X-GROUP\nEND:VCALENDAR"
    );
    check_file(&nested, &["2026-09-07 Labor Day"], &[]);
}

#[test]
fn what_was_not_ended_ends_with_the_next() {
    let text =
        format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{LABOR}\nBEGIN:VEVENT\nDTSTART:20260908\nEND:VCALENDAR\n");
    check_file(&text, &["2026-09-07 Labor Day", "2026-09-08"], &[]);
    let whole = calendar(&["DTSTART:20260910"]);
    check_file(
        &text.replace("END:VCALENDAR\n", &whole),
        &["2026-09-07 Labor Day", "2026-09-08", "2026-09-10"],
        &[],
    );
}

#[test]
fn a_file_that_is_cut_short_says_so_beside_its_days() {
    let whole = calendar(&[LABOR, "DTSTART:20260908"]);
    let found = |text: &str| read(text).map(|found| (found.days.len(), found.is_cut_short));
    assert_eq!(found(&whole), Ok((2, false)));
    for missing in [4, 14] {
        assert_eq!(found(&whole[..whole.len() - missing]), Ok((2, true)), "{missing}");
    }
    assert_eq!(found(&whole[..whole.len() - 18]), Ok((1, true)));
    let one = calendar(&[LABOR]);
    for missing in [18, 60] {
        assert_eq!(found(&one[..one.len() - missing]), Err(IcsError::CutShort), "{missing}");
    }
    assert_eq!(found("BEGIN:VCALENDAR\nEND:VEVENT\n"), Err(IcsError::CutShort));
}

#[test]
fn what_is_no_calendar_is_refused() {
    for text in ["", "hello", "{\"a\": 1}", "BEGIN:VCARD\nEND:VCARD", "<!doctype html>"] {
        assert_eq!(read(text), Err(IcsError::NotACalendar), "{text}");
    }
    assert_eq!(read_holidays(&[0xff, 0xfe], 2026..=2028), Err(IcsError::NotACalendar));
    assert_eq!(read_holidays(&vec![b' '; MAX_BYTES + 1], 2026..=2028), Err(IcsError::TooLarge));
    let deep = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:X\n".repeat(40);
    assert_eq!(read(&deep), Err(IcsError::NotACalendar));
}

#[test]
fn where_nothing_remains_it_is_said_what_was_there() {
    let meeting = "DTSTART:20260907T090000Z\nDTEND:20260907T100000Z";
    let error = read(&calendar(&[meeting, meeting, meeting])).unwrap_err();
    let words = "Nothing to take: 3 events have a time of day. Choose another calendar, or add the days by hand below.";
    assert_eq!(error.to_string(), words);
    assert!(
        read(&calendar(&[])).unwrap_err().to_string().starts_with("This calendar holds no whole days off.")
    );
}

#[test]
fn a_guess_at_the_letters_is_told() {
    let text = calendar(&["DTSTART:20261101\nSUMMARY:Allerheiligen für alle"]);
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    let found = read_holidays(&latin, 2026..=2026).unwrap();
    assert_eq!(
        (found.encoding, said(&found.days[0]).as_str()),
        (Encoding::WesternByGuess, "2026-11-01 Allerheiligen für alle")
    );
}

// --- What a day is ---

#[test]
fn observances_and_free_days_are_told_from_days_off() {
    let day = |at: u32, more: &str| format!("DTSTART;VALUE=DATE:2026120{at}\n{more}");
    let events = [
        day(
            1,
            "TRANSP:TRANSPARENT\nDESCRIPTION:Observance\\nTo hide them\\, go elsewhere\nSUMMARY:Day of Tea",
        ),
        day(2, "TRANSP:TRANSPARENT\nDESCRIPTION:Public holiday\nSUMMARY:Freedom Day"),
        day(3, "TRANSP:TRANSPARENT\nSUMMARY:Anna's birthday"),
        day(4, "TRANSP:OPAQUE\nSUMMARY:Away"),
        day(5, "TRANSP:TRANSPARENT\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nSUMMARY:Vacation"),
        day(6, "X-MICROSOFT-CDO-BUSYSTATUS:FREE\nSUMMARY:Fair\\, perhaps"),
        day(7, "TRANSP:TRANSPARENT\nCATEGORIES:Holiday\nSUMMARY:Day of the sea"),
        day(8, "SUMMARY:Mother's Day (Not a Public Holiday)"),
    ];
    let events: Vec<_> = events.iter().map(String::as_str).collect();
    let days = [
        "2026-12-01 Day of Tea (observance)",
        "2026-12-02 Freedom Day",
        "2026-12-03 Anna's birthday (free)",
        "2026-12-04 Away",
        "2026-12-05 Vacation",
        "2026-12-06 Fair, perhaps (free)",
        "2026-12-07 Day of the sea",
        "2026-12-08 Mother's Day (Not a Public Holiday) (observance)",
    ];
    check(&events, &days, &[]);
}

#[test]
fn a_calendar_of_holidays_marks_them_all_as_free_and_means_days_off() {
    let free = |events: &[&str]| {
        let events = events.iter().enumerate();
        let events: Vec<_> = events
            .map(|(at, name)| format!("DTSTART:2026120{}\nTRANSP:TRANSPARENT\nSUMMARY:{name}", at + 1))
            .collect();
        calendar(&events.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let kinds = |text: &str| {
        let days = read(text).unwrap().days;
        days.iter().map(|day| day.kind).collect::<Vec<_>>()
    };
    let (off, not) = (DayKind::Off, DayKind::Free);
    let local = free(&["Day of the hill", "Day of the lake"]);
    assert_eq!(kinds(&local), [not, not]);
    assert_eq!(kinds(&local.replace("VERSION", "X-WR-CALNAME:Feiertage in Uri\nVERSION")), [off, off]);
    // In one that also takes up time the mark makes a difference.
    let mixed = local.replace("END:VCALENDAR", "BEGIN:VEVENT\nDTSTART:20261205\nEND:VEVENT\nEND:VCALENDAR");
    assert_eq!(kinds(&mixed.replace("VERSION", "X-WR-CALNAME:Holidays\nVERSION")), [not, not, off]);
    assert_eq!(kinds(&free(&["Day of the hill", "New Year’s Day", "Christmas Day"])), [off, off, off]);
    assert_eq!(kinds(&free(&["Anna's birthday", "Christmas Day"])), [not, off]);
    // Of two calendars in a file each speaks for itself.
    let named = local.replace("VERSION", "X-WR-CALNAME:Jours fériés\nVERSION").replace("2026120", "2026121");
    assert_eq!(kinds(&(local + &named)), [not, not, off, off]);
}

#[test]
fn of_two_events_on_a_day_the_day_off_names_it() {
    let tea = "DTSTART:20260907\nDESCRIPTION:Observance\nSUMMARY:Day of Tea";
    check(&[tea, LABOR, "DTSTART:20260907\nSUMMARY:Again"], &["2026-09-07 Labor Day"], &[]);
}
