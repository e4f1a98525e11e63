//! Waits as they are spoken, and written in letters and notes.

use super::{each, understood};

#[test]
fn a_day_that_something_runs_from_is_that_day() {
    each(&[
        ("from 15 Jan", "0 WorkingDays 2027-01-15"),
        ("from 11 January on", "0 WorkingDays 2027-01-11"),
        ("from the renewal", "0 WorkingDays Renewal"),
        ("2 weeks from the renewal", "2 Weeks Renewal"),
        ("2 weeks from 15 Jan", "2 Weeks 2027-01-15"),
        ("from the renewal, 2 weeks", "2 Weeks Renewal"),
        ("not before 15 Jan", "0 WorkingDays 2027-01-15"),
        ("from 5 to 10 days", "5 WorkingDays..10 WorkingDays PreviousStep"),
    ]);
}

#[test]
fn what_follows_a_date_is_counted_from_it() {
    each(&[
        ("the Friday following 15 Jan", "1 CalendarDays 2027-01-15 1111011"),
        ("a week following 15 Jan", "1 Weeks 2027-01-15"),
        ("the day following 15 Jan", "1 WorkingDays 2027-01-15"),
        ("a week following the renewal", "1 Weeks Renewal"),
        ("the following 5 days", "1 WorkingDays..5 WorkingDays PreviousStep"),
    ]);
}

#[test]
fn a_year_stands_behind_its_month_whatever_the_marks() {
    each(&[
        ("15 Jan. 2027", "0 WorkingDays 2027-01-15"),
        ("15. Jan. 2027", "0 WorkingDays 2027-01-15"),
        ("on 1 Sept. 2027", "0 WorkingDays 2027-09-01"),
        ("on 30th Nov, 2026", "0 WorkingDays 2026-11-30"),
        ("on the 30.11.2026", "0 WorkingDays 2026-11-30"),
        ("on the 24. 12. 2026", "0 WorkingDays 2026-12-24"),
        ("on 15 Jan, 2 weeks", "SecondLength \"2 weeks\""),
    ]);
}

#[test]
fn a_step_is_done_before_what_is_counted_from_it() {
    let from_first = "3 WorkingDays step 1";
    for text in [
        "3 days after completion of step 1",
        "3 days after the completion of step 1",
        "3 days after completing step 1",
        "3 days after the end of step 1",
        "3 days after step 1 is done",
        "3 days after step 1 has been completed",
        "3 days after step 1 was finished",
        "step 1 + 3 days",
        "step 1 plus 3 days",
    ] {
        assert_eq!(understood(text), from_first, "{text}");
    }
    each(&[
        ("3 days after the completion of the previous step", "3 WorkingDays PreviousStep"),
        ("3 days after the prev step", "3 WorkingDays PreviousStep"),
        ("3 days after the preceding step", "3 WorkingDays PreviousStep"),
        ("3 days after the previous step is done", "3 WorkingDays PreviousStep"),
        ("start date + 3 days", "3 WorkingDays Start"),
        ("step 1", "Unclear \"step\""),
    ]);
}

#[test]
fn the_nth_day_after_something_is_so_many_days_after_it() {
    each(&[
        ("first working day after step 1", "1 WorkingDays step 1"),
        ("on the first business day after the renewal", "1 WorkingDays Renewal"),
        ("the third working day after step 1", "3 WorkingDays step 1"),
        ("2nd day after the renewal", "2 WorkingDays Renewal"),
        ("the last working day before the renewal", "-1 WorkingDays Renewal"),
        ("first Monday after the renewal", "1 CalendarDays Renewal 0111111"),
    ]);
}

#[test]
fn days_that_are_avoided_do_not_suit() {
    let rest = "2 Weeks PreviousStep 1111011";
    let not_friday = understood("2 weeks, not on Fridays");
    assert_ne!(not_friday, rest);
    for text in ["2 weeks, avoid Fridays", "2 weeks avoiding Fridays", "2 weeks, excl. Fridays"] {
        assert_eq!(understood(text), not_friday, "{text}");
    }
}

#[test]
fn small_ways_of_saying_the_same() {
    each(&[
        ("three (3) days", "3 WorkingDays PreviousStep"),
        ("after waiting 3 days", "3 WorkingDays PreviousStep"),
        ("Monday week", "Unclear \"Monday week\""),
        ("latest in 2 weeks", "1 CalendarDays..2 Weeks PreviousStep"),
        ("latest 2 weeks after step 1", "1 CalendarDays..2 Weeks step 1"),
        ("latest 15 Jan", "0 WorkingDays 2027-01-15"),
        ("2 weeks at the latest", "1 CalendarDays..2 Weeks PreviousStep"),
    ]);
}
