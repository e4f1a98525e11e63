//! Plans in, dates out. 2 September 2026 is a Wednesday, 7 September Labor Day.

#![cfg(test)]

#[path = "fixtures/routes.rs"]
mod routes;

use chrono::{Days, Months, NaiveDate, Weekday};
use followthrough::calendar::{DayOff, LAST_DAY, WorkWeek};
use followthrough::plan::{
    Anchor, Audience, Delay, Edit, Holiday, Line, Plan, StepEdit, StepId, Unit, Unit::*,
};
use followthrough::schedule::{Basis, Known, Notice, Schedule};
use proptest::prelude::*;
use routes::*;

/// The due dates as they are read; "none" where there is none.
fn due(plan: &Plan, audience: Audience) -> Vec<String> {
    let date = |due: Option<NaiveDate>| due.map_or("none".to_owned(), |day| day.to_string());
    Schedule::of(plan).steps(audience).iter().map(|dated| date(dated.due)).collect()
}

fn notices(plan: &Plan) -> Vec<Option<Notice>> {
    Schedule::of(plan).steps(PROSPECT).iter().map(|facts| facts.notice).collect()
}

#[track_caller]
fn check(plan: &Plan, expected: &[&str]) {
    assert_eq!(due(plan, PROSPECT), expected);
}

/// The dates are these, and there is nothing to note about them.
#[track_caller]
fn check_quiet(plan: &Plan, expected: &[&str]) {
    check(plan, expected);
    assert!(notices(plan).iter().all(Option::is_none), "{:?}", notices(plan));
}

#[test]
fn three_working_days_after_a_wednesday_is_monday() {
    check_quiet(&starting("2026-09-09", &[then(3, WorkingDays)]), &["2026-09-14"]); // B12
}

#[test]
fn the_counts_that_tell_working_days_from_look_alikes() {
    check_quiet(&starting("2026-09-09", &[then(5, WorkingDays)]), &["2026-09-16"]); // B15
    check_quiet(&starting("2026-09-11", &[then(3, WorkingDays)]), &["2026-09-16"]);
}

#[test]
fn a_holiday_pushes_the_due_date() {
    let plan = starting("2026-09-02", &[then(3, WorkingDays)]);
    check_quiet(&plan, &["2026-09-07"]);
    check_quiet(&with_holidays(&plan, &["2026-09-07"]), &["2026-09-08"]); // B13
    check_quiet(&with_holidays(&plan, &["2026-09-05"]), &["2026-09-07"]);
}

#[test]
fn each_step_is_counted_from_the_one_before() {
    let plan = starting("2026-09-02", &[Delay::AT_START, then(3, WorkingDays), then(1, WorkingDays)]);
    check_quiet(&plan, &["2026-09-02", "2026-09-07", "2026-09-08"]);
    // A later first step moves all that follow.
    let later = edited(&plan, Edit::Step(StepId(1), StepEdit::Delay(then(2, WorkingDays))));
    check_quiet(&later, &["2026-09-04", "2026-09-09", "2026-09-10"]);
}

#[test]
fn a_step_may_be_counted_from_the_start() {
    let plan = starting("2026-09-02", &[then(1, Weeks), from_start(2, Weeks), then(1, Weeks)]);
    check_quiet(&plan, &["2026-09-09", "2026-09-16", "2026-09-23"]);
    let later = edited(&plan, Edit::Step(StepId(1), StepEdit::Delay(then(8, CalendarDays))));
    check_quiet(&later, &["2026-09-10", "2026-09-16", "2026-09-23"]);
}

#[test]
fn the_first_step_is_counted_from_the_start_either_way() {
    for delay in [then(2, WorkingDays), from_start(2, WorkingDays)] {
        check_quiet(&starting("2026-09-02", &[delay]), &["2026-09-04"]);
    }
    check_quiet(&starting("2026-09-02", &[Delay::AT_START]), &["2026-09-02"]);
}

#[test]
fn calendar_days_roll_to_the_next_working_day() {
    // Saturday, Sunday and Monday all end on Monday; with Labor Day off, on Tuesday.
    let delays = [from_start(3, CalendarDays), from_start(4, CalendarDays), from_start(5, CalendarDays)];
    let plan = starting("2026-09-02", &delays);
    check_quiet(&plan, &["2026-09-07"; 3]);
    check_quiet(&with_holidays(&plan, &["2026-09-07"]), &["2026-09-08"; 3]);
    check_quiet(&starting("2026-09-02", &[then(2, CalendarDays)]), &["2026-09-04"]);
}

#[test]
fn a_rolled_step_carries_the_next_one_along() {
    let plan = starting("2026-09-02", &[then(3, CalendarDays), then(1, Weeks)]);
    check_quiet(&plan, &["2026-09-07", "2026-09-14"]);
}

#[test]
fn weeks_keep_the_weekday() {
    let plan = starting("2026-09-03", &[then(1, Weeks), then(2, Weeks)]);
    check_quiet(&plan, &["2026-09-10", "2026-09-24"]);
    check_quiet(&with_holidays(&plan, &["2026-09-10"]), &["2026-09-11", "2026-09-25"]);
}

#[test]
fn a_month_after_the_31st_of_january_is_the_end_of_february() {
    // 28 February 2027 is a Sunday, 29 February 2028 a Tuesday.
    check_quiet(&starting("2027-01-31", &[then(1, Months)]), &["2027-03-01"]);
    check_quiet(&starting("2028-01-31", &[then(1, Months)]), &["2028-02-29"]);
}

#[test]
fn months_from_the_start_do_not_drift() {
    let chained = starting("2028-01-31", &[then(1, Months), then(1, Months)]);
    check_quiet(&chained, &["2028-02-29", "2028-03-29"]);
    let counted = starting("2028-01-31", &[from_start(1, Months), from_start(2, Months)]);
    check_quiet(&counted, &["2028-02-29", "2028-03-31"]);
}

#[test]
fn the_working_week_decides_what_rolls() {
    let plan = starting("2026-09-02", &[then(3, WorkingDays), then(3, CalendarDays)]);
    check_quiet(&plan, &["2026-09-07", "2026-09-10"]);
    let sunday_to_thursday = WorkWeek::from_days_off([Weekday::Fri, Weekday::Sat]).unwrap();
    check_quiet(&edited(&plan, Edit::WorkWeek(sunday_to_thursday)), &["2026-09-07", "2026-09-10"]);
    let monday_to_wednesday = WorkWeek::from_mask("0001111").unwrap();
    check_quiet(&edited(&plan, Edit::WorkWeek(monday_to_wednesday)), &["2026-09-09", "2026-09-14"]);
}

#[test]
fn a_start_on_a_day_off_is_noted_and_stays() {
    let plan = starting("2026-09-05", &[Delay::AT_START, then(1, WorkingDays)]);
    check(&plan, &["2026-09-05", "2026-09-07"]);
    assert_eq!(notices(&plan), [Some(Notice::DayOff(DayOff::Weekend(Weekday::Sat))), None]);
    let plan = with_holidays(&starting("2026-09-07", &[Delay::AT_START]), &["2026-09-07"]);
    check(&plan, &["2026-09-07"]);
    assert_eq!(notices(&plan), [Some(Notice::DayOff(DayOff::Holiday))]);
    // No calendar days do roll: only working days are the spreadsheet function's.
    check_quiet(&starting("2026-09-05", &[from_start(0, CalendarDays)]), &["2026-09-07"]);
}

#[test]
fn a_step_due_before_the_one_above_it_is_noted() {
    let plan = starting("2026-09-02", &[then(2, Weeks), from_start(1, Weeks), then(1, WorkingDays)]);
    check(&plan, &["2026-09-16", "2026-09-09", "2026-09-10"]);
    assert_eq!(notices(&plan), [None, Some(Notice::BeforePrevious), None]);
    check_quiet(&starting("2026-09-02", &[then(1, Weeks), from_start(1, Weeks)]), &["2026-09-09"; 2]);
}

#[test]
fn without_a_start_there_are_steps_but_no_dates() {
    let plan = with_steps(&Plan::blank(), PROSPECT, &[Delay::AT_START, from_start(2, Weeks)]);
    check(&plan, &["none", "none"]);
    assert_eq!(notices(&plan), [Some(Notice::NoStart); 2]);
    assert_eq!(Schedule::of(&plan).span(PROSPECT), None);
}

#[test]
fn one_start_is_enough_for_both_sequences() {
    let plan = with_steps(&starting("2026-09-02", &[Delay::AT_START]), CUSTOMER, &[then(1, Weeks)]);
    assert_eq!(due(&plan, CUSTOMER), ["2026-09-09"]);
    let own = edited(&plan, Edit::Start(CUSTOMER, Some(date("2026-10-01"))));
    assert_eq!(
        (due(&own, PROSPECT), due(&own, CUSTOMER)),
        (vec!["2026-09-02".into()], vec!["2026-10-08".into()])
    );
}

#[test]
fn beyond_the_calendar_there_is_no_date_and_the_rest_says_why() {
    let delays = [then(999, Months), then(1, WorkingDays), from_start(1, WorkingDays), then(1, WorkingDays)];
    let plan = starting("2390-01-03", &delays);
    check(&plan, &["none", "none", "2390-01-04", "2390-01-05"]);
    let lost = Some(Notice::PreviousUndated);
    assert_eq!(notices(&plan), [Some(Notice::OutOfRange), lost, None, None]);
    let last =
        starting(&LAST_DAY.to_string(), &[Delay::AT_START, then(1, WorkingDays), then(0, WorkingDays)]);
    check(&last, &["2399-12-31", "none", "none"]);
    assert_eq!(notices(&last), [None, Some(Notice::OutOfRange), lost]);
}

#[test]
fn steps_are_numbered_found_and_spanned() {
    let plan = starting("2026-09-02", &[then(2, Weeks), from_start(1, Weeks), then(1, Months)]);
    let schedule = Schedule::of(&plan);
    let numbers: Vec<_> = schedule.steps(PROSPECT).iter().map(|dated| (dated.step.0, dated.number)).collect();
    assert_eq!(numbers, [(1, 1), (2, 2), (3, 3)]);
    assert_eq!(schedule.step(StepId(2)).unwrap().due, Some(date("2026-09-09")));
    assert_eq!(schedule.step(StepId(99)), None);
    assert_eq!(schedule.span(PROSPECT), Some((date("2026-09-09"), date("2026-10-09"))));
    assert_eq!(schedule.steps(CUSTOMER), []);
}

#[test]
fn a_moved_step_is_counted_from_its_new_neighbour() {
    let plan = starting("2026-09-02", &[Delay::AT_START, then(1, WorkingDays), then(1, Weeks)]);
    check_quiet(&plan, &["2026-09-02", "2026-09-03", "2026-09-10"]);
    let moved = edited(&plan, Edit::Step(StepId(3), StepEdit::Before(PROSPECT, Some(StepId(2)))));
    check_quiet(&moved, &["2026-09-02", "2026-09-09", "2026-09-10"]);
    let shorter = edited(&plan, Edit::Step(StepId(2), StepEdit::Remove));
    check_quiet(&shorter, &["2026-09-02", "2026-09-09"]);
}

/// Why the step of that number is due: what it is counted from, where the wait leads, what is passed over, the day.
fn why(plan: &Plan, step: u32) -> Option<(Basis, String, Vec<String>, String)> {
    let schedule = Schedule::of(plan);
    let facts = schedule.step(StepId(step))?;
    let why = facts.derivation?;
    let skipped = why.days_off(schedule.calendar(facts.step)?);
    let skipped = skipped.iter().map(|(day, off)| format!("{day} {off:?}")).collect();
    Some((why.basis, format!("{} to {}", why.from, why.landed), skipped, facts.due?.to_string()))
}

#[test]
fn a_date_tells_which_days_were_passed_over() {
    let plan =
        with_holidays(&starting("2026-09-03", &[Delay::AT_START, then(3, WorkingDays)]), &["2026-09-07"]);
    let skipped = ["2026-09-05 Weekend(Sat)", "2026-09-06 Weekend(Sun)", "2026-09-07 Holiday"];
    let expected = (
        after(1, Known::Due),
        "2026-09-03 to 2026-09-09".to_owned(),
        skipped.map(str::to_owned).to_vec(),
        "2026-09-09".to_owned(),
    );
    assert_eq!(why(&plan, 2), Some(expected));
    let at_start = why(&plan, 1).unwrap();
    assert_eq!((at_start.0, at_start.2), (Basis::Start, vec![]));
}

#[test]
fn a_date_that_rolled_tells_from_where() {
    let plan = starting("2026-09-02", &[Delay::AT_START, from_start(3, CalendarDays), then(1, Weeks)]);
    let rolled = why(&plan, 2).unwrap();
    assert_eq!((rolled.0, rolled.1.as_str()), (Basis::Start, "2026-09-02 to 2026-09-05"));
    assert_eq!((rolled.2.len(), rolled.3.as_str()), (2, "2026-09-07"));
    // Weekends within a week are not passed over: they count.
    assert_eq!(why(&plan, 3).unwrap().2, Vec::<String>::new());
}

#[test]
fn where_there_is_no_date_there_is_no_why() {
    assert_eq!(why(&with_steps(&Plan::blank(), PROSPECT, &[then(1, Weeks)]), 1), None);
    assert_eq!(why(&starting("2026-09-02", &[then(1, Weeks)]), 99), None);
    let beyond = starting("2390-01-03", &[then(999, Months), then(1, WorkingDays)]);
    assert_eq!((why(&beyond, 1), why(&beyond, 2)), (None, None));
}

/// What an edit would move: the step, its days, by how many working days.
fn moved(plan: &Plan, edit: Edit) -> Vec<(u32, String, Option<i64>)> {
    let after = edited(plan, edit);
    let day = |day: Option<NaiveDate>| day.map_or("none".to_owned(), |day| day.to_string());
    let moves = Schedule::of(plan).moves(&Schedule::of(&after));
    let told = moves.into_iter().map(|it| {
        (
            it.step.0,
            format!("{} to {}", day(it.before), day(it.after)),
            it.workdays(&after.calendar()).map(|days| days.0),
        )
    });
    told.collect()
}

#[test]
fn only_what_moves_is_told_and_by_how_much() {
    let plan = starting("2026-09-02", &[Delay::AT_START, then(3, WorkingDays), then(1, WorkingDays)]);
    let longer = Edit::Step(StepId(2), StepEdit::Delay(then(5, WorkingDays)));
    let expected = [
        (2, "2026-09-07 to 2026-09-09".to_owned(), Some(2)),
        (3, "2026-09-08 to 2026-09-10".to_owned(), Some(2)),
    ];
    assert_eq!(moved(&plan, longer), expected);
    let earlier = Edit::Start(PROSPECT, Some(date("2026-08-28")));
    assert_eq!(moved(&plan, earlier).iter().map(|it| it.2).collect::<Vec<_>>(), [Some(-3); 3]);
    assert_eq!(moved(&plan, Edit::Name(Line::parse("Pianos").unwrap())), []);
}

#[test]
fn steps_that_come_and_go_are_told_too() {
    let plan = starting("2026-09-02", &[Delay::AT_START, then(3, WorkingDays)]);
    let removed = moved(&plan, Edit::Step(StepId(2), StepEdit::Remove));
    assert_eq!(removed, [(2, "2026-09-07 to none".to_owned(), None)]);
    let added = moved(&plan, Edit::AddStep { audience: CUSTOMER, before: None });
    assert_eq!(added, [(3, "none to 2026-09-02".to_owned(), None)]);
}

#[test]
fn a_move_within_days_off_is_no_working_day() {
    let plan = starting("2026-09-05", &[Delay::AT_START]);
    let to = |day| moved(&plan, Edit::Start(PROSPECT, Some(date(day))))[0].2;
    assert_eq!((to("2026-09-06"), to("2026-09-07"), to("2026-09-04")), (Some(0), Some(1), Some(0)));
}

proptest! {
    /// Counted again by hand from what is told, without the calendar.
    #[test]
    fn a_date_follows_from_what_is_told_of_it(
        starts in 0..700_u64,
        delays in prop::collection::vec((0..60_u16, 0..5_usize, any::<bool>()), 1..6),
        holidays in prop::collection::btree_set(0..900_u64, 0..30),
        mask in "[01]{6}0",
    ) {
        let first = date("2026-01-01");
        let delay = |(count, unit, from_start): &(u16, usize, bool)| {
            let anchor = if *from_start { Anchor::Start } else { Anchor::PreviousStep };
            Delay::after(*count, Unit::ALL[*unit], anchor).unwrap()
        };
        let delays: Vec<_> = delays.iter().map(delay).collect();
        let plan = starting(&(first + Days::new(starts)).to_string(), &delays);
        let plan = holidays.iter().fold(plan, |plan, day| {
            edited(&plan, Edit::AddHoliday(Holiday { date: first + Days::new(*day), name: Line::default() }))
        });
        let plan = edited(&plan, Edit::WorkWeek(WorkWeek::from_mask(&mask).unwrap()));
        let schedule = Schedule::of(&plan);
        for facts in schedule.steps(PROSPECT) {
            let why = facts.derivation.unwrap();
            let skipped = why.days_off(schedule.calendar(facts.step).unwrap());
            let count = u64::from(why.span.length());
            let landed = match why.span.unit() {
                WorkingDays => why.from + Days::new(if count == 0 { 0 } else { count + skipped.len() as u64 }),
                CalendarDays | ExactDays => why.from + Days::new(count),
                Weeks => why.from + Days::new(7 * count),
                Months => why.from + Months::new(count as u32),
            };
            prop_assert_eq!(why.landed, landed);
            if why.span.unit() != WorkingDays {
                let rolled = if why.span.unit() == ExactDays { 0 } else { skipped.len() as u64 };
                prop_assert_eq!(facts.due, Some(landed + Days::new(rolled)));
            }
            prop_assert!(skipped.is_sorted_by(|(a, _), (b, _)| a < b));
        }
    }
}
