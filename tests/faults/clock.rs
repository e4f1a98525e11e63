//! A clock that goes back and forth by years moves nothing that was done or planned.

use chrono::{Days, NaiveDate};
use followthrough::advice::Review;
use followthrough::calendar::{FIRST_DAY, LAST_DAY};
use followthrough::plan::Audience;
use followthrough::schedule::{Schedule, Status};

use crate::fixtures::{date, full_plan};

/// Days that a clock may show, right or wrong, in no order.
fn days() -> Vec<NaiveDate> {
    let far = [
        "1800-01-01",
        "1970-01-01",
        "1999-12-31",
        "2000-02-29",
        "2026-11-27",
        "2038-01-19",
        "2106-02-07",
        "2399-12-31",
    ];
    let mut days: Vec<NaiveDate> = far.iter().rev().map(|day| date(day)).collect();
    days.extend([NaiveDate::MIN, NaiveDate::MAX, FIRST_DAY, LAST_DAY]);
    days.extend((0..20).map(|at| date("2026-01-01") + Days::new(at * 761 % 1500)));
    days
}

#[test]
fn a_clock_back_and_forth_by_years_moves_no_planned_day_and_none_that_was_done() {
    let plan = full_plan();
    let planned = |schedule: &Schedule| -> Vec<_> {
        Audience::BOTH
            .into_iter()
            .flat_map(|audience| schedule.steps(audience))
            .map(|facts| facts.baseline)
            .collect()
    };
    let done = |schedule: &Schedule| -> Vec<_> {
        let all = Audience::BOTH.into_iter().flat_map(|audience| schedule.steps(audience));
        all.filter(|facts| matches!(facts.status, Status::Done | Status::Skipped))
            .map(|facts| facts.due)
            .collect()
    };
    let before = Schedule::of(&plan);
    let mut looked = 0;
    for today in days() {
        let schedule = Schedule::on(&plan, today);
        assert_eq!(planned(&schedule), planned(&before), "{today}");
        assert_eq!(done(&schedule), done(&before), "{today}");
        // What is advised may differ; that there is advice may not fail.
        _ = Review::of(&plan, &schedule, today);
        looked += 1;
    }
    println!("{looked} days on the clock, no planned day moved");
}
