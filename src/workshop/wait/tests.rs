mod hints;

mod spoken;

use chrono::NaiveDate;

use super::*;
use crate::calendar::WorkWeek;
use crate::plan::{Anchor, Audience, Branch, Direction, EventEdit, EventId, Eves, Outcome, Span, Unit};

const STEP: StepId = StepId(4);

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn made(edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
}

/// Four steps, of which the last is meant, and events.
fn plan() -> Plan {
    let add = || Edit::AddStep { audience: Audience::Prospect, before: None };
    let event = |name| Edit::AddEvent(Line::fitted(name));
    made([
        add(),
        add(),
        add(),
        add(),
        event("Renewal"),
        event("Spring fair"),
        event("Open house on Main Street"),
        event("Step 2 party"),
        event("3 days market"),
        event("Start"),
        Edit::Start(Audience::Prospect, Some(date("2026-11-27"))),
        Edit::Event(EventId(5), EventEdit::Date(Some(date("2027-03-31")))),
        Edit::Event(EventId(6), EventEdit::Date(Some(date("2027-02-01")))),
    ])
}

fn setting(plan: &Plan) -> Setting<'_> {
    Setting { plan, step: STEP, today: date("2026-11-27") }
}

/// What was understood, short: `3 WorkingDays PreviousStep`, `..9 Weeks` for the last day, weekdays, `!` before holidays;
/// or what is wrong, and with which words.
fn understood(text: &str) -> String {
    let plan = plan();
    let Reading { delay, window } = match read_wait(text, setting(&plan)) {
        Ok(reading) => reading,
        Err(problem) => return format!("{:?} {:?}", problem.kind, &text[problem.place]),
    };
    let minus = if delay.direction() == Direction::Before { "-" } else { "" };
    let latest = window.latest.map(|latest| format!("..{} {:?}", latest.length(), latest.unit()));
    let days = window.weekdays.map(|days| format!(" {}", days.mask())).unwrap_or_default();
    let eves = if window.eves == Eves::Avoided { " !" } else { "" };
    let anchor = match delay.anchor() {
        Anchor::Event(id) => plan.event(id).unwrap().name.to_string(),
        Anchor::Step(StepId(id)) => format!("step {id}"),
        Anchor::Date(date) => date.to_string(),
        anchor => format!("{anchor:?}"),
    };
    let latest = latest.unwrap_or_default();
    format!("{minus}{} {:?}{latest} {anchor}{days}{eves}", delay.length(), delay.unit())
}

#[track_caller]
fn each(rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows
        .iter()
        .map(|(text, expected)| (text, expected, understood(text)))
        .filter(|(_, expected, found)| **expected != found)
        .map(|(text, expected, found)| format!("{text:?}: {found}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lengths_are_read_as_people_write_them() {
    each(&[
        ("3 days", "3 WorkingDays PreviousStep"),
        ("3", "3 WorkingDays PreviousStep"),
        ("Three days later", "3 WorkingDays PreviousStep"),
        ("3 working days", "3 WorkingDays PreviousStep"),
        ("3 business days.", "3 WorkingDays PreviousStep"),
        ("3 workdays", "3 WorkingDays PreviousStep"),
        ("3d", "3 WorkingDays PreviousStep"),
        ("3days", "3 WorkingDays PreviousStep"),
        ("3 wd", "3 WorkingDays PreviousStep"),
        ("  3   DAYS ", "3 WorkingDays PreviousStep"),
        ("3 week days", "3 WorkingDays PreviousStep"),
        ("3 weekdays", "3 WorkingDays PreviousStep"),
        ("in 3 days", "3 WorkingDays PreviousStep"),
        ("after 3 days", "3 WorkingDays PreviousStep"),
        ("3 days after", "3 WorkingDays PreviousStep"),
        ("3 days after step 3", "3 WorkingDays PreviousStep"),
        ("3 days after the last try of step 2", "3 WorkingDays step 2"),
        ("3 days after the last attempt of the first step", "3 WorkingDays step 1"),
        ("the same day as the last try of step 3", "0 WorkingDays PreviousStep"),
        ("wait 3 days", "3 WorkingDays PreviousStep"),
        ("at least 3 days", "3 WorkingDays PreviousStep"),
        ("3 days", "3 WorkingDays PreviousStep"),
        ("“3 days”", "3 WorkingDays PreviousStep"),
        ("3-day", "3 WorkingDays PreviousStep"),
        ("three-day", "3 WorkingDays PreviousStep"),
        ("3 days later.", "3 WorkingDays PreviousStep"),
        ("3 calendar days", "3 CalendarDays PreviousStep"),
        ("3 exact days", "3 ExactDays PreviousStep"),
        ("exactly 3 days", "3 ExactDays PreviousStep"),
        ("exactly 2 weeks", "14 ExactDays PreviousStep"),
        ("2 weeks", "2 Weeks PreviousStep"),
        ("2w", "2 Weeks PreviousStep"),
        ("2 wks", "2 Weeks PreviousStep"),
        ("2wks", "2 Weeks PreviousStep"),
        ("two-week", "2 Weeks PreviousStep"),
        ("a week", "1 Weeks PreviousStep"),
        ("after a week", "1 Weeks PreviousStep"),
        ("a week after", "1 Weeks PreviousStep"),
        ("a week later", "1 Weeks PreviousStep"),
        ("in a week’s time", "1 Weeks PreviousStep"),
        ("in 2 weeks' time", "2 Weeks PreviousStep"),
        ("a couple of days", "2 WorkingDays PreviousStep"),
        ("couple of days", "2 WorkingDays PreviousStep"),
        ("twenty-one calendar days", "21 CalendarDays PreviousStep"),
        ("twenty one calendar days", "21 CalendarDays PreviousStep"),
        ("1 month", "1 Months PreviousStep"),
        ("1m", "1 Months PreviousStep"),
        ("a quarter", "3 Months PreviousStep"),
        ("half a year", "6 Months PreviousStep"),
        ("a year", "12 Months PreviousStep"),
        ("2 fortnights", "28 CalendarDays PreviousStep"),
        ("a fortnight", "14 CalendarDays PreviousStep"),
        ("next day", "1 WorkingDays PreviousStep"),
        ("the next day", "1 WorkingDays PreviousStep"),
        ("the day after", "1 WorkingDays PreviousStep"),
        ("tomorrow", "1 WorkingDays PreviousStep"),
        ("day after tomorrow", "2 WorkingDays PreviousStep"),
        ("the day after tomorrow", "2 WorkingDays PreviousStep"),
        ("next week", "1 Weeks PreviousStep"),
        ("the next working day", "1 WorkingDays PreviousStep"),
        ("the following day", "1 WorkingDays PreviousStep"),
        ("the following Monday", "1 CalendarDays PreviousStep 0111111"),
        ("the coming Monday", "1 CalendarDays PreviousStep 0111111"),
        ("2 weeks following step 1", "2 Weeks step 1"),
        ("within 3 days of step 1", "1 WorkingDays..3 WorkingDays step 1"),
        ("3 days following the renewal", "3 WorkingDays Renewal"),
        ("one month prior to the renewal", "-1 Months Renewal"),
        ("10 days ahead of the renewal", "-10 WorkingDays Renewal"),
        ("asap", "0 WorkingDays PreviousStep"),
        ("next month", "1 Months PreviousStep"),
        ("next quarter", "3 Months PreviousStep"),
        ("next year", "12 Months PreviousStep"),
        ("same day", "0 WorkingDays PreviousStep"),
        ("the same day", "0 WorkingDays PreviousStep"),
        ("the same day as step 3", "0 WorkingDays PreviousStep"),
        ("at once", "0 WorkingDays PreviousStep"),
        ("immediately", "0 WorkingDays PreviousStep"),
        ("right away", "0 WorkingDays PreviousStep"),
        ("no days", "0 WorkingDays PreviousStep"),
        ("10 days", "10 WorkingDays PreviousStep"),
        ("40 calendar days", "40 CalendarDays PreviousStep"),
        ("40 working days", "40 WorkingDays PreviousStep"),
        ("about 3 days", "3 WorkingDays PreviousStep"),
        ("~3 days", "3 WorkingDays PreviousStep"),
        ("+3d", "3 WorkingDays PreviousStep"),
        ("３ ｄａｙｓ", "3 WorkingDays PreviousStep"),
        ("3 days…", "3 WorkingDays PreviousStep"),
        ("3 day(s)", "3 WorkingDays PreviousStep"),
        ("another 3 days", "3 WorkingDays PreviousStep"),
        ("not before 3 days", "3 WorkingDays PreviousStep"),
        ("no sooner than 3 days", "3 WorkingDays PreviousStep"),
        ("minimum 3 days", "3 WorkingDays PreviousStep"),
        ("3 days after the previous one", "3 WorkingDays PreviousStep"),
        ("one hundred and twenty calendar days", "120 CalendarDays PreviousStep"),
        ("the week after next", "2 Weeks PreviousStep"),
        ("the month after next", "2 Months PreviousStep"),
        ("tmrw", "1 WorkingDays PreviousStep"),
        ("as soon as possible", "0 WorkingDays PreviousStep"),
        ("without delay", "0 WorkingDays PreviousStep"),
        ("no wait", "0 WorkingDays PreviousStep"),
        ("same-day", "0 WorkingDays PreviousStep"),
        ("right now", "0 WorkingDays PreviousStep"),
        ("straightaway", "0 WorkingDays PreviousStep"),
        ("D+3", "3 WorkingDays Start"),
        ("T+7", "7 WorkingDays Start"),
        ("W+2", "2 Weeks Start"),
    ]);
}

#[test]
fn a_wait_may_have_two_ends() {
    each(&[
        ("within a fortnight", "1 CalendarDays..14 CalendarDays PreviousStep"),
        ("within 2 weeks", "1 CalendarDays..2 Weeks PreviousStep"),
        ("within a month", "1 CalendarDays..1 Months PreviousStep"),
        ("within 10 days", "1 WorkingDays..10 WorkingDays PreviousStep"),
        ("within a day", "1 WorkingDays..1 WorkingDays PreviousStep"),
        ("up to 10 days", "1 WorkingDays..10 WorkingDays PreviousStep"),
        ("in 14 calendar days at most", "1 CalendarDays..14 CalendarDays PreviousStep"),
        ("2 weeks at the latest", "1 CalendarDays..2 Weeks PreviousStep"),
        ("within the next 2 weeks", "1 CalendarDays..2 Weeks PreviousStep"),
        ("in the next 5 days", "1 WorkingDays..5 WorkingDays PreviousStep"),
        ("at most 5 days after step 3", "0 WorkingDays..5 WorkingDays PreviousStep"),
        ("5 to 10 days", "5 WorkingDays..10 WorkingDays PreviousStep"),
        ("5 or 6 days", "5 WorkingDays..6 WorkingDays PreviousStep"),
        ("a week or two", "1 Weeks..2 Weeks PreviousStep"),
        ("two or three days later", "2 WorkingDays..3 WorkingDays PreviousStep"),
        ("a week or so", "1 Weeks PreviousStep"),
        ("5-10 days", "5 WorkingDays..10 WorkingDays PreviousStep"),
        ("5 – 10 days", "5 WorkingDays..10 WorkingDays PreviousStep"),
        ("5 –10 days", "5 WorkingDays..10 WorkingDays PreviousStep"),
        ("5–10 days", "5 WorkingDays..10 WorkingDays PreviousStep"),
        ("between 5 and 10 days", "5 WorkingDays..10 WorkingDays PreviousStep"),
        ("from 5 to 10 days", "5 WorkingDays..10 WorkingDays PreviousStep"),
        ("1 week to 2 months", "1 Weeks..2 Months PreviousStep"),
        ("a week to two", "1 Weeks..2 Weeks PreviousStep"),
        ("1 week to 2", "1 Weeks..2 Weeks PreviousStep"),
        ("not more than 5 days", "1 WorkingDays..5 WorkingDays PreviousStep"),
        ("after max 5 days", "1 WorkingDays..5 WorkingDays PreviousStep"),
        ("within this week", "1 CalendarDays..1 Weeks PreviousStep"),
        ("within a week of the renewal", "1 CalendarDays..1 Weeks Renewal"),
        ("5 days to 2 weeks after the start", "5 WorkingDays..2 Weeks Start"),
        ("10 to 5 days before our spring fair", "-10 WorkingDays..5 WorkingDays Spring fair"),
        ("5 to 10 days before the fair", "-10 WorkingDays..5 WorkingDays Spring fair"),
        ("within 10 days before the fair", "-10 WorkingDays..1 WorkingDays Spring fair"),
    ]);
}

#[test]
fn it_is_said_from_where_a_wait_is_counted() {
    each(&[
        ("3 days after the start", "3 WorkingDays Start"),
        ("on the start date", "0 WorkingDays Start"),
        ("2 weeks from the start", "2 Weeks Start"),
        ("2 weeks after step 1", "2 Weeks step 1"),
        ("2 weeks after step one", "2 Weeks step 1"),
        ("2 weeks after the first step", "2 Weeks step 1"),
        ("2 weeks after step #2", "2 Weeks step 2"),
        ("2 weeks after step 3", "2 Weeks PreviousStep"),
        ("2 weeks after the step before", "2 Weeks PreviousStep"),
        ("2 weeks after the previous step", "2 Weeks PreviousStep"),
        ("after step 1", "1 WorkingDays step 1"),
        ("10 before renewal", "-10 WorkingDays Renewal"),
        ("10 days before the renewal", "-10 WorkingDays Renewal"),
        ("10 days before Renewal date", "-10 WorkingDays Renewal"),
        ("before the renewal: 10 days", "-10 WorkingDays Renewal"),
        ("10 days BEFORE the “Renewal”", "-10 WorkingDays Renewal"),
        ("2 weeks before the fair", "-2 Weeks Spring fair"),
        ("3 days after the fair", "3 WorkingDays Spring fair"),
        ("on the day of the fair", "0 WorkingDays Spring fair"),
        ("on renewal", "0 WorkingDays Renewal"),
        ("Renewal", "0 WorkingDays Renewal"),
        ("the day after the renewal", "1 WorkingDays Renewal"),
        ("the day before the renewal", "-1 WorkingDays Renewal"),
        ("the week after the renewal", "1 Weeks Renewal"),
        ("a week before the renewal", "-1 Weeks Renewal"),
        ("before the renewal", "-1 WorkingDays Renewal"),
        ("after the fair", "1 WorkingDays Spring fair"),
        ("3 days after Open house on Main Street", "3 WorkingDays Open house on Main Street"),
        (
            "3 days after the open house on Main Street, on a Tuesday",
            "3 WorkingDays Open house on Main Street 1011111",
        ),
        ("3 days after Step 2 party", "3 WorkingDays Step 2 party"),
        ("3 days before the 3 days market", "-3 WorkingDays 3 days market"),
        ("3 days after step 2", "3 WorkingDays step 2"),
        ("3 days before “Start”", "-3 WorkingDays Start"),
        ("10 days before 'renewal'", "-10 WorkingDays Renewal"),
        ("3 days after step2", "3 WorkingDays step 2"),
        ("3 days after #2", "3 WorkingDays step 2"),
        ("Renewal - 10 days", "-10 WorkingDays Renewal"),
        ("Renewal + 5 days", "5 WorkingDays Renewal"),
        ("renewal minus 2 weeks", "-2 Weeks Renewal"),
        ("10 days in advance of the renewal", "-10 WorkingDays Renewal"),
        ("at the renewal", "0 WorkingDays Renewal"),
        ("immediately after the renewal", "1 WorkingDays Renewal"),
        ("immediately before the renewal", "-1 WorkingDays Renewal"),
        ("right after the fair", "1 WorkingDays Spring fair"),
        ("immediately after step 2", "0 WorkingDays step 2"),
        ("the day following the renewal", "1 WorkingDays Renewal"),
        ("the working day after the renewal", "1 WorkingDays Renewal"),
    ]);
}

#[test]
fn dates_are_read_or_asked_about() {
    each(&[
        ("on 2027-09-01", "0 WorkingDays 2027-09-01"),
        ("2027-09-01", "0 WorkingDays 2027-09-01"),
        ("on 1 Sep 2027", "0 WorkingDays 2027-09-01"),
        ("on 1st September 2027", "0 WorkingDays 2027-09-01"),
        ("on September 1, 2027", "0 WorkingDays 2027-09-01"),
        ("Sep 1st 2027", "0 WorkingDays 2027-09-01"),
        ("on the 1st of September 2027", "0 WorkingDays 2027-09-01"),
        ("on Wed 1 Sep 2027", "0 WorkingDays 2027-09-01"),
        ("on 01.09.2027", "0 WorkingDays 2027-09-01"),
        ("on 1.9.2027", "0 WorkingDays 2027-09-01"),
        ("on 2027/09/01", "0 WorkingDays 2027-09-01"),
        ("on 1 Sep", "0 WorkingDays 2027-09-01"),
        ("1 September", "0 WorkingDays 2027-09-01"),
        ("on the 1st of September", "0 WorkingDays 2027-09-01"),
        ("on 1 Sep 2027.", "0 WorkingDays 2027-09-01"),
        ("15 January", "0 WorkingDays 2027-01-15"),
        ("27 November", "0 WorkingDays 2026-11-27"),
        ("26 Nov", "0 WorkingDays 2027-11-26"),
        ("on 29 Feb", "0 WorkingDays 2028-02-29"),
        ("on 15/1/2027", "0 WorkingDays 2027-01-15"),
        ("on 1/15/2027", "0 WorkingDays 2027-01-15"),
        ("3 days after 1st September 2027", "3 WorkingDays 2027-09-01"),
        ("3 days before September 1 2027", "-3 WorkingDays 2027-09-01"),
        ("before 15 January", "-1 WorkingDays 2027-01-15"),
        ("2 weeks from today", "2 Weeks 2026-11-27"),
        ("3 days from now", "3 WorkingDays 2026-11-27"),
        ("2 weeks from 1 Sep 2027", "2 Weeks 2027-09-01"),
        ("15-Jan-2027", "0 WorkingDays 2027-01-15"),
        ("on 15/Jan/2027", "0 WorkingDays 2027-01-15"),
        ("24.12.", "0 WorkingDays 2026-12-24"),
        ("24. 12. 2026", "0 WorkingDays 2026-12-24"),
        ("September the 1st", "0 WorkingDays 2027-09-01"),
        ("the twenty-first of September", "0 WorkingDays 2027-09-21"),
        ("the thirtieth of September", "0 WorkingDays 2027-09-30"),
        ("by 15 January", "0 WorkingDays 2027-01-15"),
        ("on 31-Feb-2027", "NoSuchDay \"31-Feb-2027\""),
        ("1. 9. 2027", "AmbiguousDate \"1. 9. 2027\""),
        ("1.9.", "AmbiguousDate \"1.9\""),
        ("on the 5th working day", "NotADay \"5th working day\""),
        ("Monday 10", "NotADay \"Monday 10\""),
        ("in 2027", "NotADay \"2027\""),
        ("Q1 2027", "NotADay \"Q1 2027\""),
        ("mid-January", "NotADay \"mid-January\""),
        ("start of next month", "NotADay \"start of next month\""),
        ("3 days after 31 Feb 2027", "NoSuchDay \"31 Feb 2027\""),
        ("on 31.02.2027", "NoSuchDay \"31.02.2027\""),
        ("1/9/2027", "AmbiguousDate \"1/9/2027\""),
        ("3 days after 1/9/2027", "AmbiguousDate \"1/9/2027\""),
        ("on 1/9", "AmbiguousDate \"1/9\""),
        ("on 1 Sep 27", "AmbiguousDate \"1 Sep 27\""),
        ("on Tuesday 1 Sep 2027", "OtherWeekday \"Tuesday 1 Sep 2027\""),
        ("1 Sep 2500", "BeyondCalendar \"1 Sep 2500\""),
        ("in June", "NotADay \"June\""),
        ("June 2027", "NotADay \"June 2027\""),
        ("end of month", "NotADay \"end of month\""),
        ("at the end of the month", "NotADay \"end of the month\""),
        ("first Monday of June", "NotADay \"first Monday of June\""),
        ("10 days before the end of the month", "NotADay \"end of the month\""),
        ("on the 15th", "NotADay \"15th\""),
        ("3 days before the 15th", "NotADay \"15th\""),
        ("before Monday", "NotADay \"Monday\""),
        ("next week on Tuesday", "WhichWeek \"next week\""),
        ("Tuesday next week", "WhichWeek \"next week\""),
        ("on Tuesday of next week", "WhichWeek \"of next week\""),
    ]);
}

#[test]
fn days_that_suit_are_read() {
    each(&[
        ("on Tuesdays", "1 CalendarDays PreviousStep 1011111"),
        ("Tuesday", "1 CalendarDays PreviousStep 1011111"),
        ("this Tuesday", "1 CalendarDays PreviousStep 1011111"),
        ("Tuesday at the latest", "1 CalendarDays PreviousStep 1011111"),
        ("first thing on Tuesday", "1 CalendarDays PreviousStep 1011111"),
        ("by EOD Tuesday", "1 CalendarDays PreviousStep 1011111"),
        ("over the weekend", "1 CalendarDays PreviousStep 1111100"),
        ("next tuesday", "1 CalendarDays PreviousStep 1011111"),
        ("in a week, tue - thu", "1 Weeks PreviousStep 1000111"),
        ("in a week, Tuesday to Thursday", "1 Weeks PreviousStep 1000111"),
        ("3 mondays", "Unclear \"mondays\""),
        ("3 on a Monday", "3 WorkingDays PreviousStep 0111111"),
        ("the tuesday after", "1 CalendarDays PreviousStep 1011111"),
        ("on the next Tuesday", "1 CalendarDays PreviousStep 1011111"),
        ("the Tuesday after the fair", "1 CalendarDays Spring fair 1011111"),
        ("the Tuesday before the fair", "-7 CalendarDays..1 CalendarDays Spring fair 1011111"),
        ("3 days, on a Tuesday or Thursday", "3 WorkingDays PreviousStep 1010111"),
        ("3 days, on a Tuesday or a Thursday", "3 WorkingDays PreviousStep 1010111"),
        ("a week on weekdays", "1 Weeks PreviousStep 0000011"),
        ("Tue-Thu", "1 CalendarDays PreviousStep 1000111"),
        ("Tue–Thu", "1 CalendarDays PreviousStep 1000111"),
        ("mon/wed", "1 CalendarDays PreviousStep 0101111"),
        ("Mon, Wed", "1 CalendarDays PreviousStep 0101111"),
        ("on weekends", "1 CalendarDays PreviousStep 1111100"),
        ("by Friday", "1 CalendarDays PreviousStep 1111011"),
        ("no later than Friday", "1 CalendarDays PreviousStep 1111011"),
        ("wait until Monday", "1 CalendarDays PreviousStep 0111111"),
        ("on the following Friday", "1 CalendarDays PreviousStep 1111011"),
        ("3 days, not on a Friday", "3 WorkingDays PreviousStep 0000100"),
        ("3 days, except Fridays and Mondays", "3 WorkingDays PreviousStep 1000100"),
        ("not on weekends", "1 CalendarDays PreviousStep 0000011"),
        ("the first Monday after the fair", "1 CalendarDays Spring fair 0111111"),
        ("the last Monday before the fair", "-7 CalendarDays..1 CalendarDays Spring fair 0111111"),
        ("3 days, not right before a holiday", "3 WorkingDays PreviousStep !"),
        ("2 weeks before the fair on a monday", "-2 Weeks Spring fair 0111111"),
        ("on the start date, on a Monday", "0 WorkingDays Start 0111111"),
        ("within a week, on a Monday", "1 CalendarDays..1 Weeks PreviousStep 0111111"),
    ]);
}

#[test]
fn what_is_not_understood_says_what_and_where() {
    each(&[
        ("", "Empty \"\""),
        (" . ", "Empty \" . \""),
        ("soonish", "Unclear \"soonish\""),
        ("3 dyas", "Unclear \"dyas\""),
        ("3 days at 9am", "TimeOfDay \"at 9am\""),
        ("9:00", "TimeOfDay \"9:00\""),
        ("48 hours", "TimeOfDay \"48 hours\""),
        ("tomorrow morning", "TimeOfDay \"morning\""),
        ("1000 days", "TooLong \"1000 days\""),
        ("1000 weeks", "TooLong \"1000 weeks\""),
        ("99999999999 or 3 weeks", "Unclear \"or\""),
        ("99999999999 weeks", "TooLong \"99999999999 weeks\""),
        ("99999999999999999999999 days", "TooLong \"99999999999999999999999 days\""),
        ("90 years", "TooLong \"90 years\""),
        ("1 week to 2 days", "Backward \"1 week to 2 days\""),
        ("1 week + 2 days", "SecondLength \"1 week + 2 days\""),
        ("10 days the renewal", "Unclear \"renewal\""),
        ("10 days 15 January", "Unclear \"15 January\""),
        ("Christmas", "NoSuchEvent(Text(\"Christmas\")) \"Christmas\""),
        ("Easter Monday", "NoSuchEvent(Text(\"Easter Monday\")) \"Easter Monday\""),
        ("10 to 5 days", "Backward \"10 to 5 days\""),
        ("3 days after step 4", "NotAbove(3) \"step 4\""),
        ("3 days after step 0", "NotAbove(3) \"step 0\""),
        ("3 days after step 99999999999", "NotAbove(3) \"step 99999999999\""),
        ("every week", "Repeats \"every\""),
        ("weekly", "Repeats \"weekly\""),
        ("3 days before step 1", "CannotCountBack \"before step 1\""),
        ("10 days before the start", "CannotCountBack \"before the start\""),
        ("10 days before", "Unfinished \"before\""),
        (".5 days", "Fraction \".5\""),
        ("3 quarters of a year", "Unclear \"of\""),
        ("1w2d", "SecondLength \"1w2d\""),
        ("the 24th", "NotADay \"24th\""),
        ("from Monday to Friday", "NotADay \"Monday to Friday\""),
        ("1.5 weeks", "Fraction \"1.5\""),
        ("1,5 weeks", "Fraction \"1,5\""),
        ("half a week", "Fraction \"half a week\""),
        ("1½ weeks", "Fraction \"1½\""),
        ("a week and a half", "Fraction \"a week and a half\""),
        ("-3 days", "Negative \"-3\""),
        ("− 3 days", "Negative \"− 3\""),
        ("5 to", "Unfinished \"to\""),
        ("within", "Unfinished \"within\""),
        ("5 and 10 days", "SecondLength \"5 and 10 days\""),
        ("1 week and 2 days", "SecondLength \"1 week and 2 days\""),
        ("2 weeks and 3 days", "SecondLength \"2 weeks and 3 days\""),
        ("1 month and 2 weeks", "SecondLength \"1 month and 2 weeks\""),
        ("30 days", "WhichDays \"30 days\""),
        ("within 14 days", "WhichDays \"14 days\""),
        ("11", "WhichDays \"11\""),
        ("5 to 20 days", "WhichDays \"20 days\""),
        ("10 days before the trade show", "NoSuchEvent(Text(\"trade show\")) \"trade show\""),
        ("before Christmas", "NoSuchEvent(Text(\"Christmas\")) \"Christmas\""),
        ("10 days before ren", "NoSuchEvent(Text(\"ren\")) \"ren\""),
        (
            "10 days before Renewal party, on a Monday",
            "NoSuchEvent(Text(\"Renewal party\")) \"Renewal party\"",
        ),
        ("not right before a holiday", "NoLength \"not right before a holiday\""),
        ("3 days after step 1 after step 2", "SaidTwice \"after step 2\""),
    ]);
}

#[test]
fn lengths_that_are_counted_in_the_same_are_added() {
    each(&[
        ("1 week and 2 calendar days", "9 CalendarDays PreviousStep"),
        ("1 year and 2 months", "14 Months PreviousStep"),
        ("1 year 2 months", "14 Months PreviousStep"),
        ("2 days and 3 days", "5 WorkingDays PreviousStep"),
        ("a week and a fortnight", "21 CalendarDays PreviousStep"),
    ]);
}
