use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::plan::{Audience, EventEdit, Plan};

/// Four steps, of which the last is meant, and two events.
fn plan() -> Plan {
    let edits = [
        Edit::AddStep { audience: Audience::Prospect, before: None },
        Edit::AddStep { audience: Audience::Prospect, before: None },
        Edit::AddStep { audience: Audience::Prospect, before: None },
        Edit::AddStep { audience: Audience::Prospect, before: None },
        Edit::AddEvent(Line::fitted("Renewal")),
        Edit::AddEvent(Line::fitted("Spring fair")),
        Edit::Event(EventId(5), EventEdit::Date(NaiveDate::from_ymd_opt(2027, 2, 1))),
    ];
    edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
}

const STEP: StepId = StepId(4);

/// What was understood, short: `3 WorkingDays PreviousStep`, `+9` for the tolerance, weekdays, `!` before holidays.
fn understood(text: &str) -> String {
    let (delay, window) = match parse_wait(text, &plan(), STEP) {
        Ok(Edit::Step(STEP, StepEdit::Timing(delay, window))) => (delay, window),
        Ok(Edit::AddEventFor { name, span, direction, .. }) => {
            return format!("{} {:?} new {name}", signed(span, direction), span.unit());
        }
        other => return format!("{other:?}"),
    };
    let count = signed(delay.span(), delay.direction());
    let tolerance = window
        .latest
        .map(|latest| format!("+{}", signed(latest, delay.direction()) - count))
        .unwrap_or_default();
    let days = window.weekdays.map(|days| format!(" {}", days.mask())).unwrap_or_default();
    let eves = if window.eves == Eves::Avoided { " !" } else { "" };
    format!("{}{tolerance} {:?} {:?}{days}{eves}", count, delay.unit(), delay.anchor())
}

fn signed(span: Span, direction: Direction) -> i32 {
    let length = i32::from(span.length());
    if direction == Direction::Before { -length } else { length }
}

#[test]
fn what_people_write_is_understood() {
    for (text, expected) in [
        ("3 days", "3 WorkingDays PreviousStep"),
        ("3", "3 WorkingDays PreviousStep"),
        ("Three days later", "3 WorkingDays PreviousStep"),
        ("3 working days", "3 WorkingDays PreviousStep"),
        ("3 business days.", "3 WorkingDays PreviousStep"),
        ("3 workdays", "3 WorkingDays PreviousStep"),
        ("3d", "3 WorkingDays PreviousStep"),
        ("  3   DAYS ", "3 WorkingDays PreviousStep"),
        ("3 calendar days", "3 CalendarDays PreviousStep"),
        ("3 exact days", "3 ExactDays PreviousStep"),
        ("exactly 3 days", "3 ExactDays PreviousStep"),
        ("2 weeks", "2 Weeks PreviousStep"),
        ("2w", "2 Weeks PreviousStep"),
        ("a week", "1 Weeks PreviousStep"),
        ("after a week", "1 Weeks PreviousStep"),
        ("a couple of days", "2 WorkingDays PreviousStep"),
        ("1 month", "1 Months PreviousStep"),
        ("1m", "1 Months PreviousStep"),
        ("a quarter", "3 Months PreviousStep"),
        ("half a year", "6 Months PreviousStep"),
        ("a year", "12 Months PreviousStep"),
        ("2 fortnights", "28 CalendarDays PreviousStep"),
        ("next day", "1 WorkingDays PreviousStep"),
        ("the next day", "1 WorkingDays PreviousStep"),
        ("tomorrow", "1 WorkingDays PreviousStep"),
        ("next week", "1 Weeks PreviousStep"),
        ("next month", "1 Months PreviousStep"),
        ("next quarter", "3 Months PreviousStep"),
        ("next year", "12 Months PreviousStep"),
        ("same day", "0 WorkingDays PreviousStep"),
        ("the same day as step 3", "0 WorkingDays PreviousStep"),
        ("at once", "0 WorkingDays PreviousStep"),
        ("immediately", "0 WorkingDays PreviousStep"),
        ("within a fortnight", "1+13 CalendarDays PreviousStep"),
        ("within 14 days", "1+13 WorkingDays PreviousStep"),
        ("within a day", "1 WorkingDays PreviousStep"),
        ("up to 10 days", "1+9 WorkingDays PreviousStep"),
        ("in 14 calendar days at most", "1+13 CalendarDays PreviousStep"),
        ("at most 5 days after step 3", "0+5 WorkingDays PreviousStep"),
        ("5 to 10 days", "5+5 WorkingDays PreviousStep"),
        ("5-10 days", "5+5 WorkingDays PreviousStep"),
        ("5 – 10 days", "Err(Unclear(\"-\"))"),
        ("between 5 and 10 days", "5+5 WorkingDays PreviousStep"),
        ("3 days after the start", "3 WorkingDays Start"),
        ("on the start date", "0 WorkingDays Start"),
        ("2 weeks after step 1", "2 Weeks Step(StepId(1))"),
        ("2 weeks after step 3", "2 Weeks PreviousStep"),
        ("2 weeks after the step before", "2 Weeks PreviousStep"),
        ("2 weeks after the previous step", "2 Weeks PreviousStep"),
        ("10 before renewal", "-10 WorkingDays Event(EventId(5))"),
        ("10 days before the renewal", "-10 WorkingDays Event(EventId(5))"),
        ("2 weeks before the fair", "-2 Weeks Event(EventId(6))"),
        ("10 to 5 days before our spring fair", "-10+5 WorkingDays Event(EventId(6))"),
        ("3 days after the fair", "3 WorkingDays Event(EventId(6))"),
        ("on the day of the fair", "0 WorkingDays Event(EventId(6))"),
        ("on renewal", "0 WorkingDays Event(EventId(5))"),
        ("10 days before the trade show", "-10 WorkingDays new trade show"),
        ("on 2027-09-01", "0 WorkingDays Date(2027-09-01)"),
        ("on 1 Sep 2027", "0 WorkingDays Date(2027-09-01)"),
        ("3 days after 1st September 2027", "3 WorkingDays Date(2027-09-01)"),
        ("3 days before September 1 2027", "-3 WorkingDays Date(2027-09-01)"),
        ("on Tuesdays", "3 WorkingDays PreviousStep 1011111"),
        ("3 days, on a Tuesday or Thursday", "3 WorkingDays PreviousStep 1010111"),
        ("a week on weekdays", "1 Weeks PreviousStep 0000011"),
        ("Tue-Thu", "3 WorkingDays PreviousStep 1000111"),
        ("3 days, not right before a holiday", "3 WorkingDays PreviousStep !"),
        ("2 weeks before the fair on a monday", "-2 Weeks Event(EventId(6)) 0111111"),
    ] {
        assert_eq!(understood(text), expected, "{text}");
    }
}

#[test]
fn what_is_not_understood_says_why() {
    for (text, expected) in [
        ("", "Err(Empty)"),
        (" . ", "Err(Empty)"),
        ("soonish", "Err(Unclear(\"soonish\"))"),
        ("3 days at 9am", "Err(Unclear(\"at\"))"),
        ("1000 days", "Err(TooLong)"),
        ("99999999999 days", "Err(Unclear(\"99999999999\"))"),
        ("10 to 5 days", "Err(Backward)"),
        ("3 days after step 4", "Err(NotAbove(3))"),
        ("3 days after 1/9/2026", "Err(AmbiguousDate)"),
        ("every week", "Err(Repeats)"),
        ("3 days before step 1", "Err(CannotCountBack)"),
        ("10 days before", "Err(Unclear(\"before\"))"),
    ] {
        assert_eq!(understood(text), expected, "{text}");
    }
}

#[test]
fn what_is_not_said_stays() {
    let window = Window {
        latest: Span::new(7, Unit::Weeks),
        weekdays: WorkWeek::from_mask("1010111").ok(),
        eves: Eves::Avoided,
    };
    let delay = Delay::after(2, Unit::Weeks, Anchor::Start).unwrap();
    let plan = plan().edited(Edit::Step(STEP, StepEdit::Timing(delay, window))).unwrap();
    let parsed = |text| parse_wait(text, &plan, STEP).unwrap();
    let timing = |delay, window| Edit::Step(STEP, StepEdit::Timing(delay, window));
    let monday = Window { weekdays: WorkWeek::from_mask("0111111").ok(), ..window };
    assert_eq!(parsed("on mondays"), timing(delay, monday));
    let three = Delay::after(3, Unit::Weeks, Anchor::Start).unwrap();
    assert_eq!(parsed("3"), timing(three, Window { latest: None, ..window }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_is_written_is_a_legal_edit_or_refused(
        text in prop_oneof![
            any::<String>(),
            prop::collection::vec(
                prop::sample::select(vec![
                    "3", "a", "days", "weeks", "fortnight", "within", "to", "before", "after", "step", "the", "on",
                    "renewal", "tue-thu", "not", "holiday", "start", "at", "most", "999", "2027-09-01", "quarter",
                    "1", "sep", "2027", "next", "-", "5-", "3d", "thu-tue", "same", "day", "as",
                ]),
                0..10,
            ).prop_map(|words| words.join(" ")),
        ],
    ) {
        let plan = plan();
        if let Ok(edit) = parse_wait(&text, &plan, STEP) {
            prop_assert!(plan.edited(edit).is_ok(), "{}", text);
        }
    }
}
