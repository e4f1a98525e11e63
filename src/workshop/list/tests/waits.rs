//! When a line says that something is done, and what is asked about it.

use super::{List, Plan, as_lines, each, hinted, reads, setting};

#[test]
fn a_wait_can_be_counted_from_what_a_line_above_does() {
    each(&[
        ("call\nletter 3 days after the call", &["Call | Phone", "Letter | Letter | 3 WorkingDays"]),
        (
            "call\nletter tomorrow\ne-mail 3 days after the call",
            &["Call | Phone", "Letter | Letter | 1 WorkingDays", "E-mail | Email | 3 WorkingDays from 1"],
        ),
        (
            "call\ncall again tomorrow\nvisit 2 weeks after the first call",
            &["Call | Phone", "Call again | Phone | 1 WorkingDays", "Visit | InPerson | 2 Weeks from 1"],
        ),
        (
            "call\nif no answer: call again tomorrow\nletter 3 days after step 2",
            &[
                "Call | Phone",
                "Call again | Phone | 1 WorkingDays | 1 NotReached",
                "Letter | Letter | 3 WorkingDays from 2",
            ],
        ),
        ("send the offer\ncall 2 days after the offer", &["Send the offer", "Call | Phone | 2 WorkingDays"]),
    ]);
}

#[test]
fn what_looks_like_a_wait_and_is_none_is_a_doubt() {
    each(&[
        ("call in 3 dyas", &["Call in 3 dyas | Phone | ! Wait(Unclear)"]),
        ("call a few days later", &["Call a few days later | Phone | ! Wait(Unclear)"]),
        ("call again later", &["Call again later | Phone | ! Wait(Unclear)"]),
        ("call after the weekend", &["Call after the weekend | Phone | ! Wait(NotADay)"]),
        ("call before Friday", &["Call before Friday | Phone | ! Wait(NotADay)"]),
        ("call soon", &["Call soon | Phone | ! Wait(Unclear)"]),
        ("call by 3 days", &["Call by 3 days | Phone | ! Wait(Unclear)"]),
        ("wk 2: call", &["Wk 2: call | Phone | ! Wait(Unclear)"]),
        ("14/12: letter", &["14/12: letter | Letter | ! Wait(AmbiguousDate)"]),
        ("letter, 02/12/2026", &["Letter, 02/12/2026 | Letter | ! Wait(AmbiguousDate)"]),
        ("call on the 1st of the month", &["Call on the 1st of the month | Phone | ! Wait(NotADay)"]),
        ("call on the 3rd", &["Call on the 3rd | Phone | ! Wait(NotADay)"]),
        ("call at the start of next week", &["Call at the start of next week | Phone | ! Wait(NotADay)"]),
        ("week 1, Monday: call", &["Week 1 | Phone | 1 CalendarDays 0111111 | ! Wait(Unclear)"]),
        (
            "quote by Friday, call on Tuesday",
            &["Quote call on Tuesday | Phone | 1 CalendarDays 1111011 | ! SecondStep"],
        ),
        ("T+30 newsletter", &["T+30 newsletter | Email | ! Wait(WhichDays)"]),
        ("letter at Christmas", &["Letter at Christmas | Letter | ! Wait(NoSuchEvent(Text(\"Christmas\")))"]),
        ("call in 30 days", &["Call in 30 days | Phone | ! Wait(WhichDays)"]),
        ("call in 48 hours", &["Call in 48 hours | Phone | ! Wait(TimeOfDay)"]),
        ("ring mid January", &["Ring mid January | Phone | ! Wait(NotADay)"]),
        ("birthday card in May", &["Birthday card in May | Letter | ! Wait(NotADay)"]),
        (
            "every 3 months: check in by phone",
            &["Every 3 months: check in by phone | Phone | ! Wait(Repeats)"],
        ),
        (
            "chase the quote: day 3, day 7, day 14",
            &["Chase the quote: day 3, day 7, day 14 | ! Wait(Unclear)"],
        ),
        ("wait 3 days", &[" | 3 WorkingDays | ! NothingDone"]),
        ("call every week", &["Call every week | Phone | ! Wait(Repeats)"]),
        ("call twice a week", &["Call twice a week | Phone | ! Wait(Repeats)"]),
        ("call in 1.5 weeks", &["Call in 1.5 weeks | Phone | ! Wait(Fraction)"]),
        ("call on 31 February", &["Call on 31 February | Phone | ! Wait(NoSuchDay)"]),
        ("call on 1/9", &["Call on 1/9 | Phone | ! Wait(AmbiguousDate)"]),
        ("call in June", &["Call in June | Phone | ! Wait(NotADay)"]),
        ("call at the end of the month", &["Call at the end of the month | Phone | ! Wait(NotADay)"]),
        ("call in 1000 weeks", &["Call in 1000 weeks | Phone | ! Wait(TooLong)"]),
        ("Day 3: call", &["Day 3: call | Phone | ! Wait(Unclear)"]),
        (
            "letter 10 days before the renewal",
            &["Letter 10 days before the renewal | Letter | ! Wait(NoSuchEvent(Text(\"renewal\")))"],
        ),
        ("call 3 days after step 7", &["Call 3 days after step 7 | Phone | ! Wait(NotAbove(0))"]),
    ]);
}

#[test]
fn a_number_behind_what_is_done_is_no_part_of_the_wait() {
    each(&[
        (
            "Email 1 - 1 day\nEmail 2 - 3 days\nEmail 3 – 5 days",
            &[
                "Email 1 | Email | 1 WorkingDays",
                "Email 2 | Email | 3 WorkingDays",
                "Email 3 | Email | 5 WorkingDays",
            ],
        ),
        ("Email 1 (2 days)", &["Email 1 | Email | 2 WorkingDays"]),
        ("Follow up 2 (4 days)", &["Follow up 2 | 4 WorkingDays"]),
        ("Follow up 2 - 4 days", &["Follow up 2 | 4 WorkingDays"]),
        ("Touch 3 (1 week)", &["Touch 3 | 1 Weeks"]),
        ("Call attempt 2 [1 day]", &["Call attempt 2 | Phone | 1 WorkingDays"]),
        ("Call 2 (2-3 days)", &["Call 2 | Phone | 2 WorkingDays..3 WorkingDays"]),
        ("call 2-3 days later", &["Call | Phone | 2 WorkingDays..3 WorkingDays"]),
        ("call 2–3 days later", &["Call | Phone | 2 WorkingDays..3 WorkingDays"]),
        ("wait 2 - 3 days, then call", &["Call | Phone | 2 WorkingDays..3 WorkingDays"]),
        ("call in 2 - 3 days", &["Call | Phone | 2 WorkingDays..3 WorkingDays"]),
        ("call, 2 - 3 days", &["Call | Phone | 2 WorkingDays..3 WorkingDays"]),
    ]);
}

#[test]
fn a_line_that_says_only_when_belongs_to_the_step_below() {
    let expected: &[&str] = &["E-mail | Email", "Call | Phone | 3 WorkingDays | new Ben"];
    for text in [
        "E-mail\nwait 3 days\nCall, Ben",
        "E-mail\n\n↓ 3 days\n\nCall, Ben",
        "E-mail\n3 days\nCall, Ben\n",
        "1. E-mail\n2. wait 3 days.\n3. Call, Ben",
        "• E-mail\n• 3 days later\n• Call, Ben",
        "E-mail\t\nWait 3 days\t\nCall\tBen",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
        let plan = Plan::blank();
        if !text.contains(['\t']) {
            let doubt = List::read(text, setting(&plan)).entries[1].doubts[0].clone();
            assert_eq!(reads(&doubt.hints[0].in_text(text)), expected, "{text:?}");
        }
    }
    // Below which there is nothing yet, it stays where it is, and so do empty lines.
    let plan = Plan::blank();
    for text in ["• E-mail\n• wait 3 days\n", "• E-mail\n• wait 3 days\n\n", "E-mail\n3 days\n\n5 days\n"]
    {
        assert_eq!(as_lines(text, setting(&plan)), text, "{text:?}");
    }
    each(&[
        (
            "e-mail\nwait 3 days\nif no answer: call",
            &["E-mail | Email", "Call | Phone | 3 WorkingDays | 1 NoReply"],
        ),
        (
            "e-mail\nwait 3 days\ncall next day",
            &["E-mail | Email", " | 3 WorkingDays | ! NothingDone", "Call | Phone | 1 WorkingDays"],
        ),
        ("e-mail\nwait 3 days", &["E-mail | Email", " | 3 WorkingDays | ! NothingDone"]),
        ("tomorrow:\ncall\nletter", &[" | 1 WorkingDays | ! NothingDone", "Call | Phone", "Letter | Letter"]),
        (
            "15 January\ncall\nletter",
            &[" | 0 WorkingDays 2027-01-15 | ! NothingDone", "Call | Phone", "Letter | Letter"],
        ),
        ("3\ncall", &["3", "Call | Phone"]),
        ("“wait 3 days”\ncall", &["“wait 3 days”", "Call | Phone"]),
    ]);
}

#[test]
fn no_word_of_a_wait_is_left_behind() {
    each(&[
        ("call this Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call this coming Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call tomorrow morning", &["Call in the morning | Phone | 1 WorkingDays"]),
        ("tomorrow morning: call", &["Call in the morning | Phone | 1 WorkingDays"]),
        ("call next morning", &["Call in the morning | Phone | 1 WorkingDays"]),
        ("call the next morning", &["Call in the morning | Phone | 1 WorkingDays"]),
        ("the following afternoon: call", &["Call in the afternoon | Phone | 1 WorkingDays"]),
        ("call at 3 months", &["Call | Phone | 3 Months"]),
        ("at 2 weeks, letter", &["Letter | Letter | 2 Weeks"]),
        ("call at least 2 weeks later", &["Call | Phone | 2 Weeks"]),
        ("call 24/7", &["Call 24/7 | Phone"]),
        ("send part 1/2", &["Send part 1/2"]),
        ("call Mon 10am", &["Call at 10am | Phone | 1 CalendarDays 0111111"]),
        ("call Thu", &["Call | Phone | 1 CalendarDays 1110111"]),
        ("call on Monday at the latest", &["Call | Phone | 1 CalendarDays 0111111"]),
        ("call Friday latest", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call first thing tomorrow", &["Call | Phone | 1 WorkingDays"]),
        ("first thing on Monday: call", &["Call | Phone | 1 CalendarDays 0111111"]),
        ("call by end of day Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call by close of business tomorrow", &["Call | Phone | 1 WorkingDays"]),
        ("call between Mon and Wed", &["Call | Phone | 1 CalendarDays 0001111"]),
        ("call either Monday or Tuesday", &["Call | Phone | 1 CalendarDays 0011111"]),
        ("call anytime next week", &["Call | Phone | 1 Weeks"]),
        ("leave 2 days then chase", &["Chase | 2 WorkingDays"]),
        ("call straight after", &["Call | Phone | 0 WorkingDays"]),
        ("call after the fair", &["Call | Phone | 1 WorkingDays Spring fair"]),
        ("call 2 days post spring fair", &["Call | Phone | 2 WorkingDays Spring fair"]),
        ("2 days post fair: call", &["Call | Phone | 2 WorkingDays Spring fair"]),
        ("call 2 days post job", &["Call 2 days post job | Phone | ! Wait(NoSuchEvent(Text(\"job\")))"]),
        ("2 weeks post a letter", &["2 weeks post a letter | Letter"]),
        ("in 2 weeks post prices", &["Post prices | Letter | 2 Weeks"]),
        ("in 2 weeks, post", &["Post | Letter | 2 Weeks"]),
        ("3-4d call", &["Call | Phone | 3 WorkingDays..4 WorkingDays"]),
        ("2 weeks letter", &["Letter | Letter | 2 Weeks"]),
        ("3 day call", &["3 day call | Phone"]),
        ("24/7 call", &["24/7 call | Phone"]),
        ("try 3 times in the first week", &["Try 3 times in the first week"]),
        ("offer expires in 7 days", &["Offer expires in 7 days"]),
        ("Black Friday offer on 27 November", &["Black Friday offer | 0 WorkingDays 2026-11-27"]),
        ("end of month report in 2 weeks", &["End of month report | 2 Weeks"]),
        ("ask for some time next week", &["Ask for some time | 1 Weeks"]),
        ("do this next week", &["Do this | 1 Weeks"]),
        ("send quote same day if possible", &["Send quote if possible | 0 WorkingDays"]),
        ("bump e-mail [2 days]", &["Bump e-mail | Email | 2 WorkingDays"]),
        ("call/e-mail in 2 days", &["Call/e-mail | Phone | 2 WorkingDays"]),
        ("call by EOD tomorrow", &["Call | Phone | 1 WorkingDays"]),
        ("call COB Friday", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("call over the weekend", &["Call | Phone | 1 CalendarDays 1111100"]),
        ("call next week sometime", &["Call | Phone | 1 Weeks"]),
        ("some time next week: call", &["Call | Phone | 1 Weeks"]),
        ("call in two days or so", &["Call | Phone | 2 WorkingDays"]),
        ("e-mail in two or three days", &["E-mail | Email | 2 WorkingDays..3 WorkingDays"]),
        ("call in a week or two", &["Call | Phone | 1 Weeks..2 Weeks"]),
        ("ring back Thurs pm", &["Ring back in the afternoon | Phone | 1 CalendarDays 1110111"]),
        ("send quote by Weds", &["Send quote | 1 CalendarDays 1101111"]),
        ("call weds/thurs", &["Call | Phone | 1 CalendarDays 1100111"]),
        ("call Tue - Thu", &["Call | Phone | 1 CalendarDays 1000111"]),
        ("call on a Tuesday or Wednesday in a week", &["Call | Phone | 1 Weeks 1001111"]),
        ("send quote asap!!", &["Send quote | 0 WorkingDays"]),
        ("call Friday at the earliest", &["Call | Phone | 1 CalendarDays 1111011"]),
        ("not before Monday: call", &["Call | Phone | 1 CalendarDays 0111111"]),
        ("no sooner than a week: call", &["Call | Phone | 1 Weeks"]),
        ("min. 2 weeks later letter", &["Letter | Letter | 2 Weeks"]),
        ("give it a week, then e-mail", &["E-mail | Email | 1 Weeks"]),
        ("leave it 2 weeks then ring", &["Ring | Phone | 2 Weeks"]),
        ("one week on, e-mail", &["E-mail | Email | 1 Weeks"]),
        ("month later, call", &["Call | Phone | 1 Months"]),
        ("the week after next letter", &["Letter | Letter | 2 Weeks"]),
        ("6mo later call", &["Call | Phone | 6 Months"]),
        ("call 10 Dec or thereabouts", &["Call | Phone | 0 WorkingDays 2026-12-10"]),
        ("e-mail about next week's meeting", &["E-mail about next week's meeting | Email"]),
        ("send this week’s newsletter", &["Send this week’s newsletter | Email"]),
    ]);
}

#[test]
fn a_part_of_the_year_is_asked_about_with_days_that_can_be_pressed() {
    for (text, expected) in [
        ("call tonight", &["call today"][..]),
        ("call by EOD", &["call by today"]),
        ("call this afternoon", &["call today"]),
        ("call this week", &["call on Friday", "call within a week"]),
        ("call later this week", &["call on Friday", "call within a week"]),
        ("call by the end of the week", &["call on Friday"]),
        ("call EOW", &["call on Friday"]),
        ("call early next week", &["call on Monday"]),
        ("call at the start of next week", &["call on Monday"]),
        ("call late next week", &["call in a week, on a Friday"]),
        ("call end of the month", &["call on 30 Nov 2026"]),
        ("call this month", &["call on 30 Nov 2026"]),
        ("call at the end of next month", &["call on 31 Dec 2026"]),
        ("call by the end of January 2027", &["call on 31 Jan 2027"]),
        ("letter in mid-January", &["letter on 15 Jan 2027"]),
        ("letter mid January", &["letter on 15 Jan 2027"]),
        ("letter early January", &["letter on 5 Jan 2027"]),
        ("letter late January", &["letter on 25 Jan 2027"]),
        ("call in Q1", &["call on 1 Jan 2027", "call on 15 Feb 2027", "call on 31 Mar 2027"]),
        ("call in Q3 2028", &["call on 1 Jul 2028", "call on 15 Aug 2028", "call on 30 Sep 2028"]),
        ("call by the end of the year", &["call on 31 Dec 2026"]),
        ("call in the first week of January", &["call on 1 January"]),
        ("call the week of 12 January", &["call on 12 January"]),
        ("letter w/c 12 Jan", &["letter on 12 Jan"]),
        ("call after the weekend", &["call on Mon"]),
        ("call before Friday", &["call on Thu"]),
        ("call around the 10th", &["call on 10 Dec 2026"]),
        ("call by month end", &["call on 30 Nov 2026"]),
        ("call midweek", &["call on Wednesday"]),
        ("call w/in 48h", &["call w/in 2 days"]),
        ("call after 48hrs", &["call after 2 days"]),
        ("call 1 hr after the download", &["call 1 day after the download"]),
        ("call in 1.5 weeks", &["call in 1 to 2 weeks"]),
        ("call every Monday", &["call on Monday"]),
        ("call x3 over 2 weeks", &["call x3 within 2 weeks", "call x3 at least 2 weeks"]),
        ("call in under a week", &["call within a week"]),
        ("call in less than 3 days", &["call within 3 days"]),
        ("call in more than 2 weeks", &["call at least 2 weeks"]),
        ("call every other day", &["call in 2 days"]),
        ("call on the last Friday of the month", &["call on Friday"]),
        ("call by end of day", &["call by today"]),
        ("call shortly", &["call in 3 days", "call in a week"]),
        ("call in a while", &["call in 3 days", "call in a week"]),
        ("call later on", &["call 3 days later", "call a week later"]),
        ("call Thu 10th", &["call Thu 10 Dec 2026"]),
        ("call 24/12", &["call 24 Dec 2026"]),
        ("call at 30 days", &["call at 30 working days", "call at 30 calendar days"]),
        ("call 1/12", &["call 1 Dec 2026", "call 12 Jan 2027"]),
        ("call from 10 to 15 Dec", &["call on 10 Dec", "call on 15 Dec"]),
        ("call 10-15 Dec", &["call on 10 Dec", "call on 15 Dec"]),
        ("call Mon next wk", &["call Mon", "call Mon in a week"]),
        ("letter w/b 7 Dec", &["letter on 7 Dec"]),
        ("call within 1-2 days", &["call 1-2 days"]),
        ("call tomorrow or Thursday", &["call tomorrow", "call Thursday"]),
        ("call in 3/4 days", &["call in 3 to 4 days"]),
        ("call on day 3", &["call 3 days after the start", "call 2 days after the start"]),
        ("second week: call", &["2 weeks after the start: call", "1 week after the start: call"]),
        ("call no later than end of week", &["call on Friday"]),
        ("call before the weekend", &["call on Fri"]),
    ] {
        let hinted = hinted(text);
        assert_eq!(hinted, expected, "{text}");
        for text in hinted {
            let plan = Plan::blank();
            let entry = &List::read(&text, setting(&plan)).entries[0];
            let is_event = text.contains("download");
            assert!(is_event || entry.doubts.is_empty() && entry.is_wait_said, "{text}");
            let what = entry.step.what.as_str();
            assert!(is_event || ["Call", "Call x3", "Letter"].contains(&what), "{text}: {what}");
        }
    }
}

#[test]
fn lines_that_begin_with_their_day_are_counted_from_the_start() {
    let expected: &[&str] = &[
        "Call | Phone | 0 WorkingDays from start",
        "E-mail | Email | 2 WorkingDays from start",
        "Letter | Letter | 1 Weeks from start",
    ];
    for text in [
        "Day 1: call\nDay 3: e-mail\nWeek 2 - letter",
        "- day 1 call\n- day 3 e-mail\n- week 2 letter",
        "D1: call\nD3: e-mail\nW2: letter",
        "Day one – call\nDay three – e-mail\nWeek two – letter",
        "1st day: call\n3rd day: e-mail\n2nd week: letter",
        "Day 0: call\nDay 2: e-mail\nWeek 1: letter",
        "Day 1 | call\nDay 3 | e-mail\nWeek 2 | letter",
        "Call (day 1)\nE-mail (day 3)\nLetter (week 2)",
        "Call - Day 1\nE-mail - Day 3\nLetter - Week 2",
        "call day 1\ne-mail day 3\nletter week 2",
        "call on day 1\ne-mail on day 3\nletter in week 2",
        "on day 1, call\non day 3: e-mail\nin week 2 - letter",
        "call on the first day\ne-mail on the third day\nletter in the second week",
        "T+0: call\nT+2: e-mail\nT+1w: letter",
    ] {
        assert_eq!(reads(text), expected, "{text:?}");
    }
    each(&[
        (
            "Day 1: call\nDay 3: if no answer: e-mail, Tom\nDay 14: letter\nthen visit",
            &[
                "Call | Phone | 0 WorkingDays from start",
                "E-mail | Email | 2 WorkingDays from start | new Tom | 1 NotReached",
                "Day 14: letter | Letter | ! Wait(WhichDays)",
                "Visit | InPerson",
            ],
        ),
        ("call\nDay 3: e-mail", &["Call | Phone", "Day 3: e-mail | Email | ! Wait(Unclear)"]),
        (
            "send report for week 1\nsend report for week 2",
            &["Send report for week 1", "Send report for week 2"],
        ),
        ("call\ne-mail on day 3", &["Call | Phone", "E-mail on day 3 | Email | ! Wait(Unclear)"]),
        (
            "Day 3: call\nDay 7: letter",
            &["Day 3: call | Phone | ! Wait(Unclear)", "Day 7: letter | Letter | ! Wait(Unclear)"],
        ),
        (
            "Week 1: call\nWeek 2, Monday: letter",
            &[
                "Call | Phone | 0 WorkingDays from start",
                "Week 2, Monday: letter | Letter | ! Wait(WhichWeek)",
            ],
        ),
        (
            "Day 1: call\nDay 3 and 5: e-mail",
            &["Call | Phone | 0 WorkingDays from start", "Day 3 and 5: e-mail | Email | ! Wait(Unclear)"],
        ),
    ]);
    assert_eq!(
        hinted("Day 1: call\nDay 14: letter"),
        [
            "Day 1: call\n13 working days after the start: letter",
            "Day 1: call\n13 calendar days after the start: letter"
        ]
    );
}

#[test]
fn a_wait_is_counted_from_the_line_that_is_named() {
    each(&[
        (
            "E-mail 1\nE-mail 2 next day\ncall 3 days after e-mail 1",
            &["E-mail 1 | Email", "E-mail 2 | Email | 1 WorkingDays", "Call | Phone | 3 WorkingDays from 1"],
        ),
        (
            "e-mail\ncall next day\nletter 2 weeks after the previous e-mail",
            &["E-mail | Email", "Call | Phone | 1 WorkingDays", "Letter | Letter | 2 Weeks from 1"],
        ),
        (
            "e-mail\nsecond e-mail 4 days after first",
            &["E-mail | Email", "Second e-mail 4 days after first | Email | ! Wait(NotADay)"],
        ),
    ]);
}

#[test]
fn bare_numbers_and_days_beside_waits_are_no_waits() {
    assert_eq!(
        reads("3\tCall\t24 Dec\tin 2 days\n9\tSend the letter\t4 Jan\tin a week"),
        ["Call | Phone | 2 WorkingDays", "Send the letter | Letter | 1 Weeks"]
    );
}
