//! Several attempts, and paths that differ by what came of a step (B5). 7 September 2026 is a Monday.

#![cfg(test)]

#[path = "fixtures/routes.rs"]
mod routes;

use followthrough::plan::{Delay, Edit, Fate, Outcome, Plan, StepEdit, Unit::*};
use followthrough::schedule::{Basis, Known, Notice, Path, Place, Schedule};
use routes::*;

fn calls() -> Plan {
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, WorkingDays), then(5, WorkingDays)]);
    with(&with(&plan, 1, attempts(3, 2)), 2, only_after(1, Outcome::NotReached))
}

#[test]
fn the_expected_path_passes_the_others_by() {
    let plan = calls();
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-01", "2026-09-08", "2026-09-08"]);
    let places: Vec<_> = Schedule::of(&plan).steps(PROSPECT).iter().map(|facts| facts.place).collect();
    assert_eq!(places, [Place::OnPath, Place::OffPath, Place::OnPath]);
    assert_eq!(facts(&plan, "2026-09-01", 1).last_attempt, Some(date("2026-09-07")));
    // The letter follows the last attempt, not the first.
    assert_eq!(why(&plan, "2026-09-01", 2).basis, after(1, Known::LastAttempt));
    let expected = with(&plan, 1, StepEdit::Expected(Some(Outcome::NotReached)));
    assert_eq!(due_on(&expected, "2026-09-01"), ["2026-09-01", "2026-09-08", "2026-09-15"]);
}

#[test]
fn attempts_in_vain_lead_to_the_next_and_then_to_a_decision() {
    let once = marked(&calls(), 1, "2026-09-02", Fate::Tried(1));
    assert_eq!(due_on(&once, "2026-09-02")[0], "2026-09-04");
    assert_eq!(why(&once, "2026-09-02", 1).basis, Basis::Attempt(1));
    assert_eq!(facts(&once, "2026-09-02", 1).last_attempt, Some(date("2026-09-08")));
    let thrice = marked(&calls(), 1, "2026-09-09", Fate::Tried(3));
    assert_eq!(facts(&thrice, "2026-09-09", 1).notice, Some(Notice::Decide));
    let failed = marked(&calls(), 1, "2026-09-09", Fate::Done(Some(Outcome::NotReached)));
    assert_eq!(due_on(&failed, "2026-09-09"), ["2026-09-09", "2026-09-10", "2026-09-17"]);
    assert_eq!(facts(&failed, "2026-09-09", 2).place, Place::OnPath);
    let reached = marked(&calls(), 1, "2026-09-02", Fate::Done(Some(Outcome::Reached)));
    assert_eq!(due_on(&reached, "2026-09-02")[2], "2026-09-09");
    assert_eq!(facts(&reached, "2026-09-02", 2).place, Place::OffPath);
}

#[test]
fn each_path_is_told_with_its_own_dates() {
    let told: Vec<_> = Path::all(&calls(), PROSPECT, date("2026-09-01"))
        .into_iter()
        .map(|path| {
            let days = path.stops.iter().map(|stop| format!("{}: {}", stop.step.0, stop.due.unwrap()));
            (path.fork.map(|fork| (fork.step.0, fork.outcome)), days.collect::<Vec<_>>().join(", "))
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
    assert_eq!(
        Path::all(&failed, PROSPECT, date("2026-09-09")).len(),
        1,
        "what has happened has no alternative"
    );
}

#[test]
fn branches_may_branch_again() {
    let plan = starting("2026-09-01", &[1, 1, 1, 1].map(|count| then(count, WorkingDays)));
    let plan = with(&plan, 2, only_after(1, Outcome::NotNow));
    let plan = with(&plan, 3, only_after(2, Outcome::NoReply));
    let schedule = Schedule::of(&plan);
    let places: Vec<_> = schedule.steps(PROSPECT).iter().map(|facts| facts.place).collect();
    assert_eq!(places, [Place::OnPath, Place::OffPath, Place::OffPath, Place::OnPath]);
    assert_eq!(texts(&schedule), ["2026-09-02", "2026-09-03", "2026-09-04", "2026-09-03"]);
    let paths = Path::all(&plan, PROSPECT, date("2026-09-01"));
    let passed: Vec<Vec<_>> =
        paths.iter().map(|path| path.stops.iter().map(|stop| stop.step.0).collect()).collect();
    assert_eq!(passed, [vec![1, 4], vec![1, 2, 4], vec![1, 2, 3, 4]]);
}

#[test]
fn the_step_before_is_the_one_before_on_the_same_path() {
    use followthrough::schedule::previous_step;
    let before = |plan: &Plan| [0, 1, 2, 3].map(|step| previous_step(plan, PROSPECT, step));
    assert_eq!(before(&calls()), [None, Some(0), Some(0), None]);
    let failed = marked(&calls(), 1, "2026-09-09", Fate::Done(Some(Outcome::NotReached)));
    assert_eq!(before(&failed), [None, Some(0), Some(1), None]);
}

#[test]
fn only_an_open_step_that_is_tried_often_has_a_last_attempt() {
    let last = |plan: &Plan, step| facts(plan, "2026-09-01", step).last_attempt;
    assert_eq!((last(&calls(), 1), last(&calls(), 3)), (Some(date("2026-09-07")), None));
    assert_eq!(last(&done(&calls(), 1, "2026-09-01"), 1), None);
    let undated = edited(&calls(), Edit::Start(PROSPECT, None));
    assert_eq!(last(&undated, 1), None);
}

#[test]
fn what_is_over_needs_no_notice_and_one_attempt_in_vain_no_decision() {
    let saturday = done(&four_steps(), 1, "2026-09-05");
    assert_eq!(facts(&saturday, "2026-09-05", 1).notice, None);
    let once = marked(&calls(), 1, "2026-09-02", Fate::Tried(1));
    assert_eq!(facts(&once, "2026-09-02", 1).notice, None);
}

#[test]
fn only_what_may_still_come_is_told_as_another_path() {
    let ways = |plan: &Plan| Path::all(plan, PROSPECT, date("2026-09-01")).len();
    assert_eq!(ways(&marked(&calls(), 1, "2026-09-02", Fate::Done(Some(Outcome::Reached)))), 1);
    assert_eq!(ways(&marked(&calls(), 1, "2026-09-02", Fate::Tried(1))), 2);
    assert_eq!(ways(&done(&calls(), 3, "2026-09-02")), 2, "another step decides nothing here");
    assert_eq!(ways(&with(&calls(), 1, StepEdit::Expected(Some(Outcome::NotReached)))), 1);
}

#[test]
fn after_an_attempt_in_vain_a_date_is_counted_by_the_gap() {
    let plan = marked(&calls(), 1, "2026-09-02", Fate::Tried(1));
    let (told, wait) = (why(&plan, "2026-09-02", 1), facts(&plan, "2026-09-02", 1).wait);
    assert_eq!((told.span.length(), told.span.unit()), (2, WorkingDays), "the gap between attempts");
    assert_eq!(wait.span.length(), 0, "what the plan says stays beside it");
}

#[test]
fn only_an_attempt_after_the_first_is_told_as_the_last() {
    let once = with(&calls(), 1, attempts(1, 2));
    assert_eq!(why(&once, "2026-09-01", 2).basis, after(1, Known::Due));
    let one_left = marked(&calls(), 1, "2026-09-02", Fate::Tried(2));
    assert_eq!(why(&one_left, "2026-09-02", 2).basis, after(1, Known::Due));
}

#[test]
fn who_is_reached_is_followed_from_the_first_attempt() {
    let plan = with(&calls(), 2, only_after(1, Outcome::Reached));
    assert_eq!(due_on(&plan, "2026-09-01")[1], "2026-09-02");
}
