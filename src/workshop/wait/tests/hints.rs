//! What is offered where a wait is not understood, and what holds whatever is written.

use proptest::prelude::*;

use super::*;

fn hints(text: &str, plan: &Plan) -> Vec<String> {
    let problem = read_wait(text, setting(plan)).unwrap_err();
    let words = problem.hints.into_iter().map(|hint| match hint {
        Hint::Write(text) => text,
        Hint::AddEvent(_, name) => format!("add {name}"),
        Hint::PlainDays(days, reading) => format!("{days:?} {}", reading.delay.length()),
    });
    words.collect()
}

#[test]
fn what_may_have_been_meant_is_offered() {
    let (plan, mut wrong) = (plan(), Vec::new());
    for (text, expected) in [
        ("3 dyas", &["3 days", "3"][..]),
        ("3 days after the strat", &["3 days after the “Start”", "3 days after the start", "add strat"]),
        ("10 days before the renewl", &["10 days before the Renewal", "add renewl"]),
        ("10 days before ren", &["10 days before Renewal", "add ren"]),
        ("10 days before the trade show", &["add trade show"]),
        ("10 days before t", &[]),
        ("1/9/2027", &["1 Sep 2027", "9 Jan 2027"]),
        ("on 1 Sep 27", &["on 1 Sep 2027"]),
        ("on Tuesday 1 Sep 2027", &["on 1 Sep 2027"]),
        ("in June", &["on 1 Jun 2027", "on 15 Jun 2027", "on 30 Jun 2027"]),
        ("1 week and 2 days", &["9 calendar days", "7 working days"]),
        ("5 and 10 days, on a Monday", &["5 to 10 days, on a Monday"]),
        ("10 to 5 days", &["5 to 10 days"]),
        ("30 days", &["Working 30", "Calendar 30"]),
        ("maybe 3 days", &["3 days"]),
        ("within 48 hours", &["within 2 days"]),
        ("in 36h", &["in 2 days"]),
        ("tomorrow at 9am", &["tomorrow"]),
        ("Monday at 10", &["Monday"]),
        ("the morning after the renewal", &["the day after the renewal"]),
        ("90 min", &[]),
        ("5 or 8 days", &["5 to 8 days"]),
        ("5/6 days", &["5 to 6 days"]),
        ("1/2 week", &[]),
        ("1.5 weeks", &["1 to 2 weeks"]),
        ("24.12", &[]),
        ("within 1-2 days", &["1-2 days"]),
        ("before Friday", &["on Thu"]),
        ("after the weekend", &["on Mon"]),
        ("the 10th", &["on 10 Dec 2026"]),
        ("by month end", &["on 30 Nov 2026"]),
        ("by EOD", &["by today"]),
        ("a few days", &["3 days", "5 days"]),
        ("under 5 days", &["within 5 days"]),
        ("more than 5 days", &["at least 5 days"]),
        ("less than a week", &["within a week"]),
        ("=3 days", &["3 days"]),
        ("3 bus. days", &["3 days"]),
        ("1 000 days", &[]),
        ("by the renewal", &["before the renewal", "on the renewal"]),
        ("10 days the renewal", &["10 days", "10 days after renewal", "10 days before renewal"]),
        ("10 days 15 January", &["10 days after 15 January", "10 days before 15 January"]),
        ("10 days befor the renewal", &["10 days before the renewal"]),
        ("day 3", &["3 days after the start", "2 days after the start"]),
        ("in week 2", &["in 2 weeks after the start", "in 1 week after the start"]),
        ("this week", &["on Friday", "within a week"]),
        ("early next week", &["on Monday"]),
        ("in Q1", &["on 1 Jan 2027", "on 15 Feb 2027", "on 31 Mar 2027"]),
        ("mid January 2028", &["on 15 Jan 2028"]),
        ("tonight", &["today"]),
        ("next January", &["on 1 Jan 2027", "on 15 Jan 2027", "on 31 Jan 2027"]),
        ("1.9.", &["1 Sep 2027.", "9 Jan 2027."]),
        ("15-Jan-27", &["15 Jan 2027"]),
        ("10 days before the end of the month", &["10 days before 30 Nov 2026"]),
        ("end of next month", &["on 31 Dec 2026"]),
        ("beginning of next month", &["on 1 Dec 2026"]),
        ("end of the week", &["on Friday"]),
        ("Christmas", &["add Christmas"]),
        ("at Easter Monday", &["add Easter Monday"]),
        ("fortnight", &["a fortnight"]),
        ("next week on Tuesday", &["on Tuesday", "in a week on Tuesday"]),
        ("Tuesday of the next week", &["Tuesday", "Tuesday in a week"]),
    ] {
        let found = hints(text, &plan);
        if found != expected {
            wrong.push(format!("{text:?}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_many_days_are_is_asked_once() {
    let plan = plan();
    assert_eq!(understood("30 days"), "WhichDays \"30 days\"");
    for days in PlainDays::BOTH {
        let told = plan.edited(Edit::PlainDays(days)).unwrap();
        let read = |text| read_wait(text, setting(&told)).unwrap().delay;
        assert_eq!((read("30 days").unit(), read("30").unit()), (days.unit(), days.unit()));
        assert_eq!(read("10 days").unit(), Unit::WorkingDays);
        assert_eq!(read("30 working days").unit(), Unit::WorkingDays);
    }
}

#[test]
fn the_step_before_is_only_what_the_sequence_takes_for_it() {
    let branch = |outcome| Some(Branch { step: StepId(1), outcome });
    let plan = [
        Edit::Step(StepId(1), StepEdit::Expected(Some(Outcome::Reached))),
        Edit::Step(StepId(3), StepEdit::OnlyAfter(branch(Outcome::NotReached))),
    ];
    let plan = plan_with(plan);
    let anchor = |text| read_wait(text, setting(&plan)).unwrap().delay.anchor();
    // Step 3 lies on another way, so that step 4 is counted from step 2.
    assert_eq!(anchor("4 days after step 3"), Anchor::Step(StepId(3)));
    assert_eq!(anchor("4 days after step 2"), Anchor::PreviousStep);
    assert_eq!(anchor("4 days"), Anchor::PreviousStep);
}

fn plan_with(edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(plan(), |plan, edit| plan.edited(edit).unwrap())
}

#[test]
fn an_event_called_like_a_word_of_the_language_does_not_change_what_that_means() {
    let names = ["on", "Tomorrow", "Next week", "3 days", "a", "Within", "Monday"];
    let plan = plan_with(names.map(|name| Edit::AddEvent(Line::fitted(name))));
    for text in ["on 1 Sep 2027", "tomorrow", "next week", "3 days", "a week", "within a week", "on Monday"] {
        assert_eq!(read_wait(text, setting(&plan)), read_wait(text, setting(&self::plan())), "{text}");
    }
}

#[test]
fn two_events_of_one_name_are_not_told_apart() {
    let plan = plan_with([Edit::AddEvent(Line::fitted("renewal"))]);
    assert_eq!(read_wait("3 days before the renewal", setting(&plan)).unwrap_err().kind, Kind::SameName);
}

#[test]
fn a_text_means_the_same_whatever_was_there_before() {
    let window = Window {
        latest: Span::new(7, Unit::Weeks),
        weekdays: WorkWeek::from_mask("1010111").ok(),
        eves: Eves::Avoided,
    };
    let delay = Delay::after(2, Unit::Weeks, Anchor::Start).unwrap();
    let other = plan_with([Edit::Step(STEP, StepEdit::Timing(delay, window))]);
    for text in ["3", "on mondays", "3 days", "after step 1", "within a week"] {
        assert_eq!(read_wait(text, setting(&plan())), read_wait(text, setting(&other)), "{text}");
    }
}

/// Words that make sense, in an order that may not.
fn babble() -> impl Strategy<Value = String> {
    let words = [
        "3",
        "a",
        "days",
        "weeks",
        "fortnight",
        "within",
        "to",
        "before",
        "after",
        "step",
        "the",
        "on",
        "renewal",
        "tue-thu",
        "not",
        "holiday",
        "start",
        "at",
        "most",
        "999",
        "2027-09-01",
        "quarter",
        "1",
        "sep",
        "2027",
        "next",
        "-",
        "5-",
        "3d",
        "thu-tue",
        "same",
        "day",
        "as",
        "“Renewal”",
        "“",
        "30",
        "and",
        "between",
        "from",
        "exactly",
        "half",
        "1/9",
        "31",
        "feb",
        "open",
        "house",
        ",",
        "couple",
        "hundred",
        "twenty",
        "of",
        "today",
    ];
    let text =
        prop::collection::vec(prop::sample::select(words.to_vec()), 0..10).prop_map(|words| words.join(" "));
    prop_oneof![any::<String>(), text]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn whatever_is_written_is_a_legal_wait_or_a_problem_with_a_place(text in babble()) {
        let plan = plan();
        match read_wait(&text, setting(&plan)) {
            Ok(reading) => {
                let edited = plan.edited(reading.edit(STEP));
                prop_assert!(edited.is_ok(), "{}", text);
                prop_assert_eq!(&edited.unwrap().events, &plan.events, "{}", text);
            }
            Err(problem) => {
                prop_assert!(text.get(problem.place.clone()).is_some(), "{}: {:?}", text, problem);
                for hint in problem.hints {
                    let taken = match hint {
                        Hint::Write(_) => continue,
                        Hint::AddEvent(edit, _) => plan.edited(edit),
                        Hint::PlainDays(days, reading) => {
                            plan.edited(Edit::PlainDays(days)).and_then(|plan| plan.edited(reading.edit(STEP)))
                        }
                    };
                    prop_assert!(taken.is_ok(), "{}", text);
                }
            }
        }
    }
}

#[test]
fn a_part_of_the_year_is_offered_as_the_days_that_it_names() {
    let plan = plan();
    for (text, expected) in [
        ("on the first Monday of March", &["on 1 Mar 2027"][..]),
        ("1st Monday of March", &["on 1 Mar 2027"]),
        ("second Tuesday in January", &["on 12 Jan 2027"]),
        ("first Monday of next month", &["on 7 Dec 2026"]),
        ("last Friday of the month", &["on 27 Nov 2026"]),
        ("on the last day of the month", &["on 30 Nov 2026"]),
        ("the 15th of next month", &["on 15 Dec 2026"]),
        ("1st of next month", &["on 1 Dec 2026"]),
        ("the last working day of January", &["on 29 Jan 2027"]),
    ] {
        assert_eq!(hints(text, &plan), expected, "{text}");
    }
}

#[test]
fn what_is_offered_says_nothing_else_and_is_a_sentence() {
    let plan = plan();
    for (text, expected) in [
        ("<5 days", &["within 5 days"][..]),
        ("≤5 days", &["within 5 days"]),
        ("in under 2 weeks", &["within 2 weeks"]),
        ("Monday week", &["in a week, on a Monday"]),
        ("Friday fortnight", &["in a fortnight, on a Friday"]),
        ("two Mondays from now", &[]),
        ("the week of 7 December", &[]),
        ("week of the renewal", &[]),
    ] {
        assert_eq!(hints(text, &plan), expected, "{text}");
    }
}
