//! What was done, and what moves: planned, projected and actual dates. 7 September 2026 is a Monday.

#![cfg(test)]

#[path = "fixtures/routes.rs"]
mod routes;

use chrono::{Days, NaiveDate};
use followthrough::calendar::WorkWeek;
use followthrough::plan::{Delay, Edit, Eves, Fate, Outcome, Plan, StepEdit, StepId, Unit, Unit::*};
use followthrough::schedule::{CountedFrom, Dated, Known, Notice, Place, Schedule, Why};
use proptest::prelude::*;
use routes::*;

/// Two, three, five, ten working days from Tuesday 1 September 2026 on, no holidays.
fn four_steps() -> Plan {
    starting("2026-09-01", &[2, 3, 5, 10].map(|count| then(count, WorkingDays)))
}

fn dated(plan: &Plan, today: &str, step: u32) -> Dated {
    *Schedule::on(plan, date(today)).step(StepId(step)).unwrap()
}

fn why(plan: &Plan, today: &str, step: u32) -> Why {
    Why::of(plan, &Schedule::on(plan, date(today)), StepId(step)).unwrap()
}

#[test]
fn a_step_done_late_moves_all_that_follow() {
    let plan = four_steps();
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-03", "2026-09-08", "2026-09-15", "2026-09-29"]);
    let late = done(&plan, 1, "2026-09-07");
    assert_eq!(due_on(&late, "2026-09-07"), ["2026-09-07", "2026-09-10", "2026-09-17", "2026-10-01"]);
    let early = done(&plan, 1, "2026-09-02");
    assert_eq!(due_on(&early, "2026-09-02"), ["2026-09-02", "2026-09-07", "2026-09-14", "2026-09-28"]);
}

#[test]
fn what_was_planned_stays_beside_what_is_due() {
    let late = done(&four_steps(), 1, "2026-09-07");
    let step = dated(&late, "2026-09-07", 2);
    assert_eq!((step.planned, step.due), (Some(date("2026-09-08")), Some(date("2026-09-10"))));
    assert_eq!(step.drift(&late.calendar()), Some(2));
    let first = dated(&late, "2026-09-07", 1);
    assert_eq!((first.planned, first.due), (Some(date("2026-09-03")), Some(date("2026-09-07"))));
    assert_eq!((first.drift(&late.calendar()), first.fate), (Some(2), Some(Fate::Done(None))));
    assert!(!first.is_open() && step.is_open());
}

#[test]
fn a_step_that_is_done_never_moves() {
    let plan = done(&done(&four_steps(), 1, "2026-09-07"), 3, "2026-09-09");
    let longer = with(&plan, 1, StepEdit::Delay(then(99, WorkingDays)));
    assert_eq!(due_on(&longer, "2026-12-01")[0], "2026-09-07");
    assert_eq!(due_on(&longer, "2026-12-01")[2], "2026-09-09");
}

#[test]
fn an_open_step_that_is_over_is_due_today_and_late() {
    let plan = done(&four_steps(), 1, "2026-09-03");
    assert_eq!(due_on(&plan, "2026-09-10")[1..], ["2026-09-10", "2026-09-17", "2026-10-01"]);
    let step = dated(&plan, "2026-09-10", 2);
    assert_eq!((step.late_since, step.due), (Some(date("2026-09-08")), Some(date("2026-09-10"))));
    assert_eq!(dated(&plan, "2026-09-08", 2).late_since, None, "on its day it is not late");
    // Saturday: the next day on which somebody works.
    assert_eq!(due_on(&plan, "2026-09-12")[1], "2026-09-14");
}

#[test]
fn a_plan_of_which_nothing_is_done_stays_as_it_was_planned() {
    let plan = four_steps();
    assert_eq!(due_on(&plan, "2027-01-01"), texts(&Schedule::of(&plan)));
    assert_eq!(dated(&plan, "2027-01-01", 1).late_since, None);
}

#[test]
fn a_step_left_out_lets_the_next_be_counted_from_that_day() {
    let plan = marked(&four_steps(), 1, "2026-09-03", Fate::Skipped);
    assert_eq!(due_on(&plan, "2026-09-03")[..2], ["2026-09-03", "2026-09-08"]);
    assert_eq!(why(&plan, "2026-09-03", 2).counted_from, CountedFrom::Step(1, Known::Skipped));
}

#[test]
fn a_mark_is_taken_back() {
    let plan = done(&four_steps(), 1, "2026-09-07");
    assert_eq!(edited(&plan, Edit::Unmark(StepId(1))), four_steps());
}

#[test]
fn why_tells_whether_the_step_before_was_done() {
    let plan = done(&with_holidays(&four_steps(), &["2026-09-07"]), 1, "2026-09-03");
    let told = why(&plan, "2026-09-03", 2);
    assert_eq!((told.counted_from, told.from), (CountedFrom::Step(1, Known::Done), date("2026-09-03")));
    assert_eq!((told.due, told.skipped.len()), (date("2026-09-09"), 3));
    assert_eq!(why(&plan, "2026-09-03", 3).counted_from, CountedFrom::Step(2, Known::Due));
    assert!(Why::of(&plan, &Schedule::of(&plan), StepId(1)).is_none(), "what is done needs no reason");
}

#[test]
fn why_tells_since_when_a_step_is_late() {
    let plan = done(&four_steps(), 1, "2026-09-03");
    let told = why(&plan, "2026-09-10", 2);
    assert_eq!((told.landed, told.due), (date("2026-09-08"), date("2026-09-10")));
    assert_eq!(told.late_since, Some(date("2026-09-08")));
}

#[test]
fn within_its_window_a_step_is_not_late() {
    // From the next day to a fortnight after.
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, CalendarDays)]);
    let plan = done(&with(&plan, 2, window(13, "", Eves::Taken)), 1, "2026-09-01");
    let step = |today| dated(&plan, today, 2);
    assert_eq!(
        (step("2026-09-01").due, step("2026-09-01").latest),
        (Some(date("2026-09-02")), Some(date("2026-09-15")))
    );
    assert_eq!((step("2026-09-08").due, step("2026-09-08").late_since), (Some(date("2026-09-08")), None));
    assert_eq!(step("2026-09-16").late_since, Some(date("2026-09-15")));
    assert_eq!(step("2026-09-16").due, Some(date("2026-09-16")));
}

#[test]
fn the_best_day_of_a_window_is_taken() {
    // Tuesday 1 September; Tuesdays and Thursdays only, from three working days on: Tuesday the 8th.
    let plan = with(&starting("2026-09-01", &[then(3, WorkingDays)]), 1, window(5, "1010111", Eves::Taken));
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-08"]);
    let told = why(&plan, "2026-09-01", 1);
    assert_eq!((told.earliest, told.latest), (date("2026-09-04"), Some(date("2026-09-11"))));
    // Labor Day: the Friday before it is the last working day before a holiday.
    let holiday = with_holidays(&starting("2026-09-01", &[then(3, WorkingDays)]), &["2026-09-07"]);
    assert_eq!(due_on(&holiday, "2026-09-01"), ["2026-09-04"]);
    let avoided = with(&holiday, 1, window(0, "", Eves::Avoided));
    assert_eq!(due_on(&avoided, "2026-09-01"), ["2026-09-08"]);
}

#[test]
fn a_window_that_no_day_satisfies_gives_a_date_and_a_notice() {
    let plan = starting("2026-09-01", &[then(3, WorkingDays)]);
    let never = with(&plan, 1, window(1, "1111110", Eves::Taken));
    assert_eq!(due_on(&never, "2026-09-01"), ["2026-09-04"]);
    assert_eq!(dated(&never, "2026-09-01", 1).notice, Some(Notice::NoSuitingDay));
    // Saturday to Sunday, rolled: no working day is in time.
    let weekend = with(&starting("2026-09-01", &[then(4, CalendarDays)]), 1, window(1, "", Eves::Taken));
    assert_eq!(due_on(&weekend, "2026-09-01"), ["2026-09-07"]);
    assert_eq!(dated(&weekend, "2026-09-01", 1).notice, Some(Notice::NoDayInTime));
}

#[test]
fn one_counts_back_from_an_event() {
    let (plan, event) =
        with_event(&starting("2026-09-01", &[Delay::AT_START, then(1, WorkingDays)]), Some("2026-10-01"));
    let back = |count, unit| {
        let delay = Delay::new(count, unit, followthrough::plan::Anchor::Event(event)).unwrap();
        with(&plan, 2, StepEdit::Delay(delay))
    };
    assert_eq!(due_on(&back(-10, WorkingDays), "2026-09-01")[1], "2026-09-17");
    // Ten calendar days before is Monday; eleven and twelve the weekend before it, which is left backwards.
    assert_eq!(due_on(&back(-10, CalendarDays), "2026-09-01")[1], "2026-09-21");
    assert_eq!(due_on(&back(-12, CalendarDays), "2026-09-01")[1], "2026-09-18");
    assert_eq!(due_on(&back(-12, ExactDays), "2026-09-01")[1], "2026-09-19");
    assert_eq!(due_on(&back(-1, Months), "2026-09-01")[1], "2026-09-01");
    assert_eq!(due_on(&back(5, WorkingDays), "2026-09-01")[1], "2026-10-08");
    assert_eq!(why(&back(-10, WorkingDays), "2026-09-01", 2).counted_from, CountedFrom::Event(event));
}

#[test]
fn too_late_to_start_by_then_is_noted() {
    let (plan, event) =
        with_event(&starting("2026-09-21", &[Delay::AT_START, then(1, WorkingDays)]), Some("2026-10-01"));
    let delay = Delay::new(-10, WorkingDays, followthrough::plan::Anchor::Event(event)).unwrap();
    let plan = with(&plan, 2, StepEdit::Delay(delay));
    assert_eq!(dated(&plan, "2026-09-01", 2).notice, Some(Notice::TooLate));
    let (plan, _) = (edited(&plan, Edit::Event(event, followthrough::plan::EventEdit::Date(None))), ());
    assert_eq!(
        (dated(&plan, "2026-09-01", 2).due, dated(&plan, "2026-09-01", 2).notice),
        (None, Some(Notice::NoEventDate))
    );
}

#[test]
fn a_step_may_be_counted_from_any_above_or_from_a_date() {
    let plan = starting("2026-09-01", &[Delay::AT_START, then(5, WorkingDays), then(1, WorkingDays)]);
    let from = |anchor| with(&plan, 3, StepEdit::Delay(Delay::new(1, WorkingDays, anchor).unwrap()));
    use followthrough::plan::Anchor;
    assert_eq!(due_on(&from(Anchor::Step(StepId(1))), "2026-09-01")[2], "2026-09-02");
    assert_eq!(due_on(&from(Anchor::Date(date("2026-12-24"))), "2026-09-01")[2], "2026-12-25");
    let moved = done(&from(Anchor::Step(StepId(1))), 1, "2026-09-10");
    assert_eq!(due_on(&moved, "2026-09-10")[2], "2026-09-11");
}

#[test]
fn exact_days_may_be_off() {
    let plan = starting("2026-09-01", &[then(4, ExactDays)]);
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-05"]);
    assert!(matches!(dated(&plan, "2026-09-01", 1).notice, Some(Notice::DayOff(_))));
}

/// A call tried three times, two working days apart; a letter if nobody is reached; an offer either way.
fn calls() -> Plan {
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, WorkingDays), then(5, WorkingDays)]);
    with(&with(&plan, 1, attempts(3, 2)), 2, only_after(1, Outcome::NotReached))
}

#[test]
fn the_expected_way_passes_the_others_by() {
    let plan = calls();
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-01", "2026-09-08", "2026-09-08"]);
    let places: Vec<_> = Schedule::of(&plan).steps(PROSPECT).iter().map(|dated| dated.place).collect();
    assert_eq!(places, [Place::OnWay, Place::Aside, Place::OnWay]);
    assert_eq!(dated(&plan, "2026-09-01", 1).last_attempt, Some(date("2026-09-07")));
    // The letter follows the last attempt, not the first.
    assert_eq!(why(&plan, "2026-09-01", 2).counted_from, CountedFrom::Step(1, Known::LastAttempt));
    let expected = with(&plan, 1, StepEdit::Expected(Some(Outcome::NotReached)));
    assert_eq!(due_on(&expected, "2026-09-01"), ["2026-09-01", "2026-09-08", "2026-09-15"]);
}

#[test]
fn attempts_in_vain_lead_to_the_next_and_then_to_a_decision() {
    let once = marked(&calls(), 1, "2026-09-02", Fate::Tried(1));
    assert_eq!(due_on(&once, "2026-09-02")[0], "2026-09-04");
    assert_eq!(why(&once, "2026-09-02", 1).counted_from, CountedFrom::Attempt(1));
    assert_eq!(dated(&once, "2026-09-02", 1).last_attempt, Some(date("2026-09-08")));
    let thrice = marked(&calls(), 1, "2026-09-09", Fate::Tried(3));
    assert_eq!(dated(&thrice, "2026-09-09", 1).notice, Some(Notice::Decide));
    let failed = marked(&calls(), 1, "2026-09-09", Fate::Done(Some(Outcome::NotReached)));
    assert_eq!(due_on(&failed, "2026-09-09"), ["2026-09-09", "2026-09-10", "2026-09-17"]);
    assert_eq!(dated(&failed, "2026-09-09", 2).place, Place::OnWay);
    let reached = marked(&calls(), 1, "2026-09-02", Fate::Done(Some(Outcome::Reached)));
    assert_eq!(due_on(&reached, "2026-09-02")[2], "2026-09-09");
    assert_eq!(dated(&reached, "2026-09-02", 2).place, Place::Aside);
}

#[test]
fn each_way_is_told_with_its_own_dates() {
    use followthrough::schedule::Way;
    let told: Vec<_> = Way::all(&calls(), PROSPECT)
        .into_iter()
        .map(|way| {
            let days = way.steps.iter().map(|(id, day)| format!("{}: {}", id.0, day.unwrap()));
            (way.turn.map(|(step, outcome)| (step.0, outcome)), days.collect::<Vec<_>>().join(", "))
        })
        .collect();
    assert_eq!(
        told,
        [
            (None, "1: 2026-09-01, 3: 2026-09-08".to_owned()),
            (Some((1, Outcome::NotReached)), "1: 2026-09-01, 2: 2026-09-08, 3: 2026-09-15".to_owned()),
        ]
    );
    let failed = marked(&calls(), 1, "2026-09-09", Fate::Done(Some(Outcome::NotReached)));
    assert_eq!(Way::all(&failed, PROSPECT).len(), 1, "what has happened has no alternative");
}

#[test]
fn branches_may_branch_again() {
    let plan = starting("2026-09-01", &[1, 1, 1, 1].map(|count| then(count, WorkingDays)));
    let plan = with(&plan, 2, only_after(1, Outcome::NotNow));
    let plan = with(&plan, 3, only_after(2, Outcome::NoReply));
    let schedule = Schedule::of(&plan);
    let places: Vec<_> = schedule.steps(PROSPECT).iter().map(|dated| dated.place).collect();
    assert_eq!(places, [Place::OnWay, Place::Aside, Place::Aside, Place::OnWay]);
    assert_eq!(texts(&schedule), ["2026-09-02", "2026-09-03", "2026-09-04", "2026-09-03"]);
    let ways = followthrough::schedule::Way::all(&plan, PROSPECT);
    let passed: Vec<Vec<_>> = ways.iter().map(|way| way.steps.iter().map(|(id, _)| id.0).collect()).collect();
    assert_eq!(passed, [vec![1, 4], vec![1, 2, 4], vec![1, 2, 3, 4]]);
}

#[test]
fn closures_and_days_worked_count() {
    let plan = starting("2026-12-23", &[then(1, WorkingDays)]);
    let shut = closed(&plan, "2026-12-24", "2027-01-01", None);
    assert_eq!(due_on(&shut, "2026-12-23"), ["2027-01-04"]);
    let saturday = edited(&shut, Edit::Worked(date("2027-01-02"), true));
    assert_eq!(due_on(&saturday, "2026-12-23"), ["2027-01-02"]);
}

#[test]
fn a_person_who_is_away_does_nothing_and_the_others_go_on() {
    use followthrough::plan::{Line, PersonId, Responsible};
    let plan = starting("2026-09-01", &[then(1, WorkingDays), then(1, WorkingDays)]);
    let anna = PersonId(plan.next_id());
    let plan = edited(&plan, Edit::AddPerson(Line::parse("Anna").unwrap()));
    let plan = closed(&plan, "2026-09-02", "2026-09-04", Some(anna));
    let hers = with(&plan, 1, StepEdit::Who(Some(Responsible::Person(anna))));
    assert_eq!(due_on(&hers, "2026-09-01"), ["2026-09-07", "2026-09-08"]);
    assert_eq!(why(&hers, "2026-09-01", 1).skipped.len(), 5);
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-02", "2026-09-03"]);
}

#[test]
fn beyond_the_last_year_of_a_set_of_holidays_a_date_says_so() {
    use followthrough::plan::{Holiday, HolidaySet, Line};
    let line = |text: &str| Line::parse(text).unwrap();
    let days = vec![Holiday { date: date("2026-09-07"), name: line("Labor Day") }];
    let set = HolidaySet { code: line("US"), name: line("United States"), through: 2026, days };
    let plan =
        edited(&starting("2026-09-01", &[then(3, WorkingDays), then(6, Months)]), Edit::TakeHolidays(set));
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-04", "2027-03-04"]);
    let notices: Vec<_> = Schedule::of(&plan).steps(PROSPECT).iter().map(|dated| dated.notice).collect();
    assert_eq!(notices, [None, Some(Notice::HolidaysUnknown)]);
    assert_eq!(plan.day_off_name(date("2026-09-07"), None), Some("Labor Day"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Marking a step done on the very day it is due changes no date; looking twice changes nothing.
    #[test]
    fn reflow_is_idempotent(
        counts in prop::collection::vec((0..30_i16, 0..5_usize), 1..8),
        marks in prop::collection::vec((1..9_u32, 0..60_u64), 0..5),
        today in 0..90_u64,
        mask in "[01]{6}0",
    ) {
        let start = date("2026-09-01");
        let delays: Vec<_> = counts.iter().map(|(count, unit)| then(*count, Unit::ALL[*unit])).collect();
        let plan = edited(&starting("2026-09-01", &delays), Edit::WorkWeek(WorkWeek::from_mask(&mask).unwrap()));
        let plan = marks.iter().fold(plan, |plan, (step, after)| {
            let mark = Edit::Mark(StepId(*step), start + Days::new(*after), Fate::Done(None));
            plan.edited(mark).unwrap_or(plan)
        });
        let today = start + Days::new(today);
        let seen = Schedule::on(&plan, today);
        prop_assert_eq!(&Schedule::on(&plan, today), &seen);
        let first_open = seen.steps(PROSPECT).iter().find(|dated| dated.is_open());
        if let Some(open) = first_open && !plan.runs.prospect.marks.is_empty() {
            let done = edited(&plan, Edit::Mark(open.step, open.due.unwrap(), Fate::Done(None)));
            let days = |schedule: &Schedule| -> Vec<Option<NaiveDate>> {
                schedule.steps(PROSPECT).iter().map(|dated| dated.due).collect()
            };
            prop_assert_eq!(days(&Schedule::on(&done, today)), days(&seen));
        }
        for dated in seen.steps(PROSPECT) {
            if dated.is_open() && !plan.runs.prospect.marks.is_empty() {
                prop_assert!(dated.due.unwrap() >= today);
            } else if let Some(mark) = plan.runs.prospect.mark(dated.step) {
                prop_assert_eq!(dated.due, Some(mark.on));
            }
        }
    }
}

#[test]
fn only_an_open_step_that_is_tried_often_has_a_last_attempt() {
    let last = |plan: &Plan, step| dated(plan, "2026-09-01", step).last_attempt;
    assert_eq!((last(&calls(), 1), last(&calls(), 3)), (Some(date("2026-09-07")), None));
    assert_eq!(last(&done(&calls(), 1, "2026-09-01"), 1), None);
    let undated = edited(&calls(), Edit::Start(PROSPECT, None));
    assert_eq!(last(&undated, 1), None);
}

#[test]
fn what_is_over_needs_no_notice_and_one_attempt_in_vain_no_decision() {
    let saturday = done(&four_steps(), 1, "2026-09-05");
    assert_eq!(dated(&saturday, "2026-09-05", 1).notice, None);
    let once = marked(&calls(), 1, "2026-09-02", Fate::Tried(1));
    assert_eq!(dated(&once, "2026-09-02", 1).notice, None);
}

#[test]
fn on_the_day_of_an_event_that_comes_too_soon_is_before_the_step_above() {
    let (plan, event) =
        with_event(&starting("2026-09-21", &[Delay::AT_START, then(1, WorkingDays)]), Some("2026-09-18"));
    let on = |count| {
        let delay = Delay::new(count, WorkingDays, followthrough::plan::Anchor::Event(event)).unwrap();
        dated(&with(&plan, 2, StepEdit::Delay(delay)), "2026-09-01", 2).notice
    };
    assert_eq!((on(0), on(-1)), (Some(Notice::BeforePrevious), Some(Notice::TooLate)));
}

#[test]
fn a_weekend_alone_makes_no_eve() {
    // Friday 4 September, no holiday after it.
    let plan = with(&starting("2026-09-01", &[then(3, WorkingDays)]), 1, window(0, "", Eves::Avoided));
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-04"]);
}

#[test]
fn each_person_has_a_calendar_of_their_own() {
    use followthrough::plan::{Line, PersonId, Responsible};
    let plan = starting("2026-09-01", &[1, 1, 1].map(|count| from_start(count, WorkingDays)));
    let plan = ["Anna", "Ben", "Cleo"]
        .iter()
        .fold(plan, |plan, name| edited(&plan, Edit::AddPerson(Line::parse(name).unwrap())));
    let plan = closed(&plan, "2026-09-02", "2026-09-02", Some(PersonId(4)));
    let plan = closed(&plan, "2026-09-02", "2026-09-03", Some(PersonId(5)));
    let plan = (1..4).fold(plan, |plan, step| {
        with(&plan, step, StepEdit::Who(Some(Responsible::Person(PersonId(step + 3)))))
    });
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-03", "2026-09-04", "2026-09-02"]);
    let pattern = followthrough::schedule::Pattern::of(&plan, PROSPECT);
    assert_eq!(pattern.calendars().len(), 3, "Cleo is never away");
}

/// What days are asked: how far a count leads, whether one is worked, a holiday, an eve, and where one rolls to.
#[derive(Debug, PartialEq)]
struct Answers {
    due: Option<i32>,
    is: (bool, bool, bool),
    rolled: (Option<i32>, Option<i32>),
}

fn answers(days: &impl followthrough::schedule::Days, day: i32, count: i32) -> Answers {
    use followthrough::schedule::Roll;
    Answers {
        due: days.workday(day, count).ok(),
        is: (days.is_worked(day), days.is_holiday(day), days.is_eve(day)),
        rolled: (days.rolled(day, Roll::Forward).ok(), days.rolled(day, Roll::Back).ok()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Days laid out in a table, days asked of the calendar, and days gone through one by one are the same.
    #[test]
    fn a_table_answers_as_its_calendar_and_as_a_walk(
        mask in "[01]{6}0",
        holidays in prop::collection::vec(0..700_u64, 0..60),
        worked in prop::collection::vec(0..700_u64, 0..10),
        day in 100..600_i32,
        count in -40..40_i32,
    ) {
        use followthrough::calendar::WorkCalendar;
        use followthrough::schedule::Tabled;
        let first = date("2026-01-01");
        let dates = |days: &[u64]| days.iter().map(|day| first + Days::new(*day)).collect::<Vec<_>>();
        let week = WorkWeek::from_mask(&mask).unwrap();
        let calendar = WorkCalendar::new(week, dates(&holidays)).with_worked(dates(&worked));
        let table = Tabled::new(calendar.clone(), first, date("2027-12-31")).unwrap();
        let day = first.to_epoch_days() + day;
        let on = |day: i32| NaiveDate::from_epoch_days(day).unwrap();
        let is_worked = |day: i32| calendar.is_workday(on(day));
        let walk = |mut day: i32, count: i32| {
            for _ in 0..count.abs() {
                day += count.signum();
                while !is_worked(day) {
                    day += count.signum();
                }
            }
            day
        };
        let is_holiday = |day: i32| !is_worked(day) && week.is_worked(chrono::Datelike::weekday(&on(day)));
        let is_eve = (day + 1..).take_while(|next| !is_worked(*next)).take(7).any(is_holiday);
        let roll = |step: i32| (0..).map(|away| day + away * step).find(|day| is_worked(*day));
        let expected = Answers {
            due: Some(walk(day, count)),
            is: (is_worked(day), is_holiday(day), is_eve),
            rolled: (roll(1), roll(-1)),
        };
        prop_assert_eq!(&answers(&table, day, count), &expected);
        prop_assert_eq!(&answers(&calendar, day, count), &expected);
    }

    /// Many contacts by table get the dates of one plan by calendar.
    #[test]
    fn a_pattern_gives_the_same_dates_by_table(
        counts in prop::collection::vec((0..30_i16, 0..5_usize, 0..8_u16, any::<bool>()), 1..8),
        holidays in prop::collection::vec(0..300_u64, 0..20),
        marks in prop::collection::vec((0..8_usize, 0..60_i32), 0..3),
        today in prop::option::of(0..90_i32),
    ) {
        use followthrough::schedule::{Journey, Marked, Pattern, Tabled};
        let first = date("2026-09-01");
        let delays: Vec<_> = counts.iter().map(|(count, unit, ..)| then(*count, Unit::ALL[*unit])).collect();
        let plan = counts.iter().zip(1..).fold(starting("2026-09-01", &delays), |plan, ((_, _, slack, eve), id)| {
            with(&plan, id, window(*slack, "", if *eve { Eves::Avoided } else { Eves::Taken }))
        });
        let days: Vec<_> = holidays.iter().map(|day| (first + Days::new(*day)).to_string()).collect();
        let plan = with_holidays(&plan, &days.iter().map(String::as_str).collect::<Vec<_>>());
        let pattern = Pattern::of(&plan, PROSPECT);
        let start = first.to_epoch_days();
        let marks: Vec<_> = marks
            .iter()
            .map(|(step, after)| Marked { step: *step, on: start + after, fate: Fate::Done(None) })
            .collect();
        let journey = Journey { start: Some(start), marks: &marks, today: today.map(|today| start + today) };
        let tabled = |calendar: &followthrough::calendar::WorkCalendar| {
            Tabled::new(calendar.clone(), first, date("2040-12-31")).unwrap()
        };
        let tables: Vec<_> = pattern.calendars().iter().map(tabled).collect();
        let mut by_table = Vec::new();
        pattern.date_into(&tables, journey, &mut by_table);
        prop_assert_eq!(by_table, pattern.date(journey));
    }
}

#[test]
fn only_what_may_still_come_is_told_as_another_way() {
    use followthrough::schedule::Way;
    let ways = |plan: &Plan| Way::all(plan, PROSPECT).len();
    assert_eq!(ways(&marked(&calls(), 1, "2026-09-02", Fate::Done(Some(Outcome::Reached)))), 1);
    assert_eq!(ways(&marked(&calls(), 1, "2026-09-02", Fate::Tried(1))), 2);
    assert_eq!(ways(&done(&calls(), 3, "2026-09-02")), 2, "another step decides nothing here");
    assert_eq!(ways(&with(&calls(), 1, StepEdit::Expected(Some(Outcome::NotReached)))), 1);
}

#[test]
fn all_reasons_of_a_sequence_are_those_of_its_steps() {
    let plan = marked(&calls(), 1, "2026-09-02", Fate::Tried(1));
    let schedule = Schedule::of(&plan);
    let each: Vec<_> = (1..4).map(|step| Why::of(&plan, &schedule, StepId(step))).collect();
    assert_eq!(Why::all(&plan, &schedule, PROSPECT), each);
    assert_eq!(each[0].as_ref().unwrap().delay, then(2, WorkingDays), "the gap between attempts");
}

#[test]
fn only_an_attempt_after_the_first_is_told_as_the_last() {
    let once = with(&calls(), 1, attempts(1, 2));
    assert_eq!(why(&once, "2026-09-01", 2).counted_from, CountedFrom::Step(1, Known::Due));
    let one_left = marked(&calls(), 1, "2026-09-02", Fate::Tried(2));
    assert_eq!(why(&one_left, "2026-09-02", 2).counted_from, CountedFrom::Step(1, Known::Due));
}

#[test]
fn who_is_reached_is_followed_from_the_first_attempt() {
    let plan = with(&calls(), 2, only_after(1, Outcome::Reached));
    assert_eq!(due_on(&plan, "2026-09-01")[1], "2026-09-02");
}

#[test]
fn exact_days_are_moved_and_chosen_on_days_off_too() {
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, ExactDays)]);
    assert_eq!(due_on(&done(&plan, 1, "2026-09-01"), "2026-09-12")[1], "2026-09-12");
    let saturdays = with(&plan, 2, window(0, "1111101", Eves::Taken));
    assert_eq!(due_on(&saturdays, "2026-09-01")[1], "2026-09-05");
}

#[test]
fn exact_days_end_with_the_calendar() {
    let last = starting("2399-12-30", &[then(1, ExactDays), then(1, ExactDays)]);
    assert_eq!(texts(&Schedule::of(&last)), ["2399-12-31", "none"]);
    let before = |count| {
        let anchor = followthrough::plan::Anchor::Date(date("1800-01-02"));
        let plan = starting("1800-01-01", &[Delay::new(count, ExactDays, anchor).unwrap()]);
        texts(&Schedule::of(&plan)).concat()
    };
    assert_eq!([before(-1), before(-2), before(-3)], ["1800-01-01", "none", "none"]);
}

#[test]
fn a_window_of_one_day_is_in_time_and_its_last_day_is_not_late() {
    // Friday; the day after it is a Saturday and rolls back.
    let friday = with(&starting("2026-09-01", &[then(3, CalendarDays)]), 1, window(1, "", Eves::Taken));
    assert_eq!(dated(&friday, "2026-09-01", 1).notice, None);
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, CalendarDays)]);
    let plan = done(&with(&plan, 2, window(13, "", Eves::Taken)), 1, "2026-09-01");
    assert_eq!(dated(&plan, "2026-09-15", 2).late_since, None);
}

#[test]
fn a_step_due_today_stays_even_on_a_day_off() {
    let plan = done(&starting("2026-09-01", &[Delay::AT_START, then(0, WorkingDays)]), 1, "2026-09-05");
    assert_eq!(due_on(&plan, "2026-09-05")[1], "2026-09-05");
}
