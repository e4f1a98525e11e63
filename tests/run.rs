//! What was done, and what moves: baseline, forecast and actual dates. 7 September 2026 is a Monday.

#![cfg(test)]

#[path = "fixtures/routes.rs"]
mod routes;

use chrono::{Days, NaiveDate};
use followthrough::calendar::{self, WorkWeek};
use followthrough::plan::{Delay, Edit, EditError, Eves, Fate, Flaw, Plan, StepEdit, StepId, Unit, Unit::*};
use followthrough::schedule::{Basis, Known, Notice, Schedule, Status};
use proptest::prelude::*;
use routes::*;

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
    let step = facts(&late, "2026-09-07", 2);
    assert_eq!((step.baseline, step.due), (Some(date("2026-09-08")), Some(date("2026-09-10"))));
    assert_eq!(step.variance, Some(calendar::WorkingDays(2)));
    let first = facts(&late, "2026-09-07", 1);
    assert_eq!((first.baseline, first.due), (Some(date("2026-09-03")), Some(date("2026-09-07"))));
    assert_eq!((first.variance, first.fate), (Some(calendar::WorkingDays(2)), Some(Fate::Done(None))));
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
    let step = facts(&plan, "2026-09-10", 2);
    assert_eq!((step.overdue_since, step.due), (Some(date("2026-09-08")), Some(date("2026-09-10"))));
    assert_eq!(facts(&plan, "2026-09-08", 2).overdue_since, None, "on its day it is not late");
    // Saturday: the next day on which somebody works.
    assert_eq!(due_on(&plan, "2026-09-12")[1], "2026-09-14");
}

#[test]
fn a_plan_of_which_nothing_is_done_stays_as_it_was_planned() {
    let plan = four_steps();
    assert_eq!(due_on(&plan, "2027-01-01"), texts(&Schedule::of(&plan)));
    assert_eq!(facts(&plan, "2027-01-01", 1).overdue_since, None);
}

#[test]
fn a_step_left_out_lets_the_next_be_counted_from_that_day() {
    let plan = marked(&four_steps(), 1, "2026-09-03", Fate::Skipped);
    assert_eq!(due_on(&plan, "2026-09-03")[..2], ["2026-09-03", "2026-09-08"]);
    assert_eq!(why(&plan, "2026-09-03", 2).basis, after(1, Known::Skipped));
}

#[test]
fn a_mark_is_taken_back() {
    let plan = done(&four_steps(), 1, "2026-09-07");
    assert_eq!(edited(&plan, Edit::Unmark(StepId(1))), four_steps());
}

#[test]
fn a_step_put_off_is_due_on_its_other_day_and_those_after_it_follow() {
    let put_off = |plan: &Plan, step, to| plan.edited(Edit::Postpone(StepId(step), Some(date(to))));
    let plan = put_off(&four_steps(), 2, "2026-09-12").unwrap();
    // Saturday: the Monday after it.
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-03", "2026-09-14", "2026-09-21", "2026-10-05"]);
    let step = facts(&plan, "2026-09-01", 2);
    assert_eq!((step.postponed, step.baseline), (Some(date("2026-09-12")), Some(date("2026-09-08"))));
    assert_eq!(step.derivation.unwrap().basis, Basis::Chosen(date("2026-09-12")));
    assert_eq!(facts(&plan, "2026-09-15", 2).overdue_since, Some(date("2026-09-14")), "late from then on");
    assert_eq!(due_on(&done(&plan, 1, "2026-09-10"), "2026-09-10")[1], "2026-09-14", "whatever comes before");
    // Whoever marks it needs no other day any more, and what is over cannot be put off.
    let marked = done(&plan, 2, "2026-09-09");
    assert!(marked.runs.prospect.postponed.is_empty());
    assert_eq!(put_off(&marked, 2, "2026-09-12"), Err(EditError::Illegal(Flaw::Postponed(StepId(2)))));
    assert_eq!(plan.edited(Edit::Postpone(StepId(2), None)), Ok(four_steps()));
    assert_eq!(plan.edited(Edit::Step(StepId(2), StepEdit::Remove)).unwrap().runs.prospect.postponed, []);
}

#[test]
fn why_tells_whether_the_step_before_was_done() {
    let plan = done(&with_holidays(&four_steps(), &["2026-09-07"]), 1, "2026-09-03");
    let told = why(&plan, "2026-09-03", 2);
    assert_eq!((told.basis, told.from), (after(1, Known::Done), date("2026-09-03")));
    assert_eq!(facts(&plan, "2026-09-03", 2).due, Some(date("2026-09-09")));
    assert_eq!(skipped(&plan, "2026-09-03", 2).len(), 3);
    assert_eq!(why(&plan, "2026-09-03", 3).basis, after(2, Known::Due));
    assert_eq!(facts(&plan, "2026-09-03", 1).derivation, None, "what is done needs no reason");
}

#[test]
fn why_tells_since_when_a_step_is_late() {
    let plan = done(&four_steps(), 1, "2026-09-03");
    let told = facts(&plan, "2026-09-10", 2);
    assert_eq!(told.derivation.unwrap().landed, date("2026-09-08"));
    assert_eq!(
        (told.due, told.overdue_since, told.status),
        (Some(date("2026-09-10")), Some(date("2026-09-08")), Status::Overdue)
    );
}

#[test]
fn within_its_window_a_step_is_not_late() {
    // From the next day to a fortnight after.
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, CalendarDays)]);
    let plan = done(&with(&plan, 2, window(Some((14, CalendarDays)), "", Eves::Taken)), 1, "2026-09-01");
    let step = |today| facts(&plan, today, 2);
    assert_eq!(
        (step("2026-09-01").due, step("2026-09-01").latest),
        (Some(date("2026-09-02")), Some(date("2026-09-15")))
    );
    assert_eq!((step("2026-09-08").due, step("2026-09-08").overdue_since), (Some(date("2026-09-08")), None));
    assert_eq!(step("2026-09-16").overdue_since, Some(date("2026-09-15")));
    assert_eq!(step("2026-09-16").due, Some(date("2026-09-16")));
}

#[test]
fn the_best_day_of_a_window_is_taken() {
    // Tuesday 1 September; Tuesdays and Thursdays only, from three working days on: Tuesday the 8th.
    let plan = with(
        &starting("2026-09-01", &[then(3, WorkingDays)]),
        1,
        window(Some((8, WorkingDays)), "1010111", Eves::Taken),
    );
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-08"]);
    let told = facts(&plan, "2026-09-01", 1);
    assert_eq!(
        (told.derivation.unwrap().earliest, told.latest),
        (date("2026-09-04"), Some(date("2026-09-11")))
    );
    // Labor Day: the Friday before it is the last working day before a holiday.
    let holiday = with_holidays(&starting("2026-09-01", &[then(3, WorkingDays)]), &["2026-09-07"]);
    assert_eq!(due_on(&holiday, "2026-09-01"), ["2026-09-04"]);
    let avoided = with(&holiday, 1, window(None, "", Eves::Avoided));
    assert_eq!(due_on(&avoided, "2026-09-01"), ["2026-09-08"]);
}

#[test]
fn a_window_that_no_day_satisfies_gives_a_date_and_a_notice() {
    let plan = starting("2026-09-01", &[then(3, WorkingDays)]);
    let never = with(&plan, 1, window(Some((4, WorkingDays)), "1111110", Eves::Taken));
    assert_eq!(due_on(&never, "2026-09-01"), ["2026-09-04"]);
    assert_eq!(facts(&never, "2026-09-01", 1).notice, Some(Notice::NoSuitingDay));
    // Saturday to Sunday, rolled: no working day is in time.
    let weekend = with(
        &starting("2026-09-01", &[then(4, CalendarDays)]),
        1,
        window(Some((5, CalendarDays)), "", Eves::Taken),
    );
    assert_eq!(due_on(&weekend, "2026-09-01"), ["2026-09-07"]);
    assert_eq!(facts(&weekend, "2026-09-01", 1).notice, Some(Notice::NoDayInTime));
}

#[test]
fn one_counts_back_from_an_event() {
    let (plan, event) =
        with_event(&starting("2026-09-01", &[Delay::AT_START, then(1, WorkingDays)]), Some("2026-10-01"));
    let back = |length, unit| {
        let delay = Delay::before(length, unit, followthrough::plan::Anchor::Event(event)).unwrap();
        with(&plan, 2, StepEdit::Delay(delay))
    };
    assert_eq!(due_on(&back(10, WorkingDays), "2026-09-01")[1], "2026-09-17");
    // Ten calendar days before is Monday; eleven and twelve the weekend before it, which is left backwards.
    assert_eq!(due_on(&back(10, CalendarDays), "2026-09-01")[1], "2026-09-21");
    assert_eq!(due_on(&back(12, CalendarDays), "2026-09-01")[1], "2026-09-18");
    assert_eq!(due_on(&back(12, ExactDays), "2026-09-01")[1], "2026-09-19");
    assert_eq!(due_on(&back(1, Months), "2026-09-01")[1], "2026-09-01");
    let onwards = Delay::after(5, WorkingDays, followthrough::plan::Anchor::Event(event)).unwrap();
    let onwards = with(&plan, 2, StepEdit::Delay(onwards));
    assert_eq!(due_on(&onwards, "2026-09-01")[1], "2026-10-08");
    assert_eq!(why(&back(10, WorkingDays), "2026-09-01", 2).basis, Basis::Event(event));
}

#[test]
fn too_late_to_start_by_then_is_noted() {
    let (plan, event) =
        with_event(&starting("2026-09-21", &[Delay::AT_START, then(1, WorkingDays)]), Some("2026-10-01"));
    let delay = Delay::before(10, WorkingDays, followthrough::plan::Anchor::Event(event)).unwrap();
    let plan = with(&plan, 2, StepEdit::Delay(delay));
    assert_eq!(facts(&plan, "2026-09-01", 2).notice, Some(Notice::TooLate));
    let (plan, _) = (edited(&plan, Edit::Event(event, followthrough::plan::EventEdit::Date(None))), ());
    assert_eq!(
        (facts(&plan, "2026-09-01", 2).due, facts(&plan, "2026-09-01", 2).notice),
        (None, Some(Notice::NoEventDate))
    );
}

#[test]
fn a_step_may_be_counted_from_any_above_or_from_a_date() {
    let plan = starting("2026-09-01", &[Delay::AT_START, then(5, WorkingDays), then(1, WorkingDays)]);
    let from = |anchor| with(&plan, 3, StepEdit::Delay(Delay::after(1, WorkingDays, anchor).unwrap()));
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
    assert!(matches!(facts(&plan, "2026-09-01", 1).notice, Some(Notice::DayOff(_))));
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
    assert_eq!(skipped(&hers, "2026-09-01", 1).len(), 5);
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-02", "2026-09-03"]);
}

#[test]
fn beyond_the_last_year_of_a_set_of_holidays_a_date_says_so() {
    use followthrough::plan::{Holiday, HolidaySet, Line};
    let line = |text: &str| Line::parse(text).unwrap();
    let days = vec![Holiday { date: date("2026-09-07"), name: line("Labor Day") }];
    let set =
        HolidaySet { code: line("US"), name: line("United States"), through: 2026, days, worked: Vec::new() };
    let plan =
        edited(&starting("2026-09-01", &[then(3, WorkingDays), then(6, Months)]), Edit::TakeHolidays(set));
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-04", "2027-03-04"]);
    let notices: Vec<_> = Schedule::of(&plan).steps(PROSPECT).iter().map(|facts| facts.notice).collect();
    assert_eq!(notices, [None, Some(Notice::HolidaysUnknown)]);
    assert_eq!(plan.day_off_name(date("2026-09-07"), None), Some("Labor Day"));
}

#[test]
fn on_the_day_of_an_event_that_comes_too_soon_is_before_the_step_above() {
    let (plan, event) =
        with_event(&starting("2026-09-21", &[Delay::AT_START, then(1, WorkingDays)]), Some("2026-09-18"));
    let there = followthrough::plan::Anchor::Event(event);
    let on = |delay: Option<Delay>| {
        let delay = delay.unwrap();
        facts(&with(&plan, 2, StepEdit::Delay(delay)), "2026-09-01", 2).notice
    };
    assert_eq!(
        (on(Delay::after(0, WorkingDays, there)), on(Delay::before(1, WorkingDays, there))),
        (Some(Notice::BeforePrevious), Some(Notice::TooLate))
    );
}

#[test]
fn a_weekend_alone_makes_no_eve() {
    // Friday 4 September, no holiday after it.
    let plan = with(&starting("2026-09-01", &[then(3, WorkingDays)]), 1, window(None, "", Eves::Avoided));
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-04"]);
}

#[test]
fn exact_days_are_moved_and_chosen_on_days_off_too() {
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, ExactDays)]);
    assert_eq!(due_on(&done(&plan, 1, "2026-09-01"), "2026-09-12")[1], "2026-09-12");
    let saturdays = with(&plan, 2, window(None, "1111101", Eves::Taken));
    assert_eq!(due_on(&saturdays, "2026-09-01")[1], "2026-09-05");
}

#[test]
fn exact_days_end_with_the_calendar() {
    let last = starting("2399-12-30", &[then(1, ExactDays), then(1, ExactDays)]);
    assert_eq!(texts(&Schedule::of(&last)), ["2399-12-31", "none"]);
    let before = |length| {
        let anchor = followthrough::plan::Anchor::Date(date("1800-01-02"));
        let plan = starting("1800-01-01", &[Delay::before(length, ExactDays, anchor).unwrap()]);
        texts(&Schedule::of(&plan)).concat()
    };
    assert_eq!([before(1), before(2), before(3)], ["1800-01-01", "none", "none"]);
}

#[test]
fn a_window_of_one_day_is_in_time_and_its_last_day_is_not_late() {
    // Friday; the day after it is a Saturday and rolls back.
    let friday = with(
        &starting("2026-09-01", &[then(3, CalendarDays)]),
        1,
        window(Some((4, CalendarDays)), "", Eves::Taken),
    );
    assert_eq!(facts(&friday, "2026-09-01", 1).notice, None);
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, CalendarDays)]);
    let plan = done(&with(&plan, 2, window(Some((14, CalendarDays)), "", Eves::Taken)), 1, "2026-09-01");
    assert_eq!(facts(&plan, "2026-09-15", 2).overdue_since, None);
}

#[test]
fn a_step_due_today_stays_even_on_a_day_off() {
    let plan = done(&starting("2026-09-01", &[Delay::AT_START, then(0, WorkingDays)]), 1, "2026-09-05");
    assert_eq!(due_on(&plan, "2026-09-05")[1], "2026-09-05");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Marking a step done on the very day it is due changes no date; looking twice changes nothing.
    #[test]
    fn reflow_is_idempotent(
        counts in prop::collection::vec((0..30_u16, 0..5_usize), 1..8),
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
        let first_open = seen.steps(PROSPECT).iter().find(|facts| facts.is_open());
        if let Some(open) = first_open && !plan.runs.prospect.marks.is_empty() {
            let done = edited(&plan, Edit::Mark(open.step, open.due.unwrap(), Fate::Done(None)));
            let days = |schedule: &Schedule| -> Vec<Option<NaiveDate>> {
                schedule.steps(PROSPECT).iter().map(|facts| facts.due).collect()
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
