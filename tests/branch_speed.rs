//! A sequence that parts again and again is dated in little time. 1 September 2026 is a Tuesday.

#![cfg(test)]

#[path = "fixtures/routes.rs"]
mod routes;

use std::time::{Duration, Instant};

use followthrough::plan::{Outcome, StepEdit, StepId, Unit::WorkingDays};
use followthrough::schedule::Schedule;
use routes::*;

/// Each step comes only after the one before it was tried in vain. With a search through all steps above, and through
/// the forks of each, this took minutes; walked through once, it is done in a blink, however the program was built.
#[test]
fn five_hundred_steps_each_a_branch_of_the_one_before_are_dated_at_once() {
    let plan = starting("2026-09-01", &vec![then(1, WorkingDays); 500]);
    let plan = (2..=500).fold(plan, |plan, step| with(&plan, step, only_after(step - 1, Outcome::NoReply)));
    let plan = done(&plan, 1, "2026-09-02");
    let began = Instant::now();
    let schedule = Schedule::on(&plan, date("2026-09-02"));
    let took = began.elapsed();
    let last = schedule.step(StepId(500)).unwrap();
    assert_eq!((last.depth, last.basis.step()), (499, Some(StepId(499))));
    assert!(took < Duration::from_millis(500), "{took:?}");
    println!("500 chained branches: {took:?}");
}

#[test]
fn a_step_after_many_branches_is_counted_from_the_trunk() {
    let plan = starting("2026-09-01", &vec![then(1, WorkingDays); 40]);
    let plan = (2..40).fold(plan, |plan, step| with(&plan, step, only_after(step - 1, Outcome::NoReply)));
    assert_eq!(facts(&plan, "2026-09-01", 40).basis.step(), Some(StepId(1)));
    let expected =
        (1..40).fold(plan, |plan, step| with(&plan, step, StepEdit::Expected(Some(Outcome::NoReply))));
    assert_eq!(facts(&expected, "2026-09-01", 40).basis.step(), Some(StepId(39)));
}
