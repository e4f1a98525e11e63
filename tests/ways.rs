//! Several attempts, and ways that differ by what came of a step (B5). 7 September 2026 is a Monday.

#![cfg(test)]

#[path = "fixtures/routes.rs"]
mod routes;

use followthrough::plan::{Delay, Edit, Fate, Outcome, Plan, StepEdit, StepId, Unit::*};
use followthrough::schedule::{CountedFrom, Known, Notice, Place, Schedule, Why};
use routes::*;

fn calls() -> Plan {
    let plan = starting("2026-09-01", &[Delay::AT_START, then(1, WorkingDays), then(5, WorkingDays)]);
    with(&with(&plan, 1, attempts(3, 2)), 2, only_after(1, Outcome::NotReached))
}

#[test]
fn the_expected_way_passes_the_others_by() {
    let plan = calls();
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-01", "2026-09-08", "2026-09-08"]);
    let places: Vec<_> = Schedule::of(&plan).steps(PROSPECT).iter().map(|dated| dated.place).collect();
    assert_eq!(places, [Place::OnPath, Place::OffPath, Place::OnPath]);
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
    assert_eq!(dated(&failed, "2026-09-09", 2).place, Place::OnPath);
    let reached = marked(&calls(), 1, "2026-09-02", Fate::Done(Some(Outcome::Reached)));
    assert_eq!(due_on(&reached, "2026-09-02")[2], "2026-09-09");
    assert_eq!(dated(&reached, "2026-09-02", 2).place, Place::OffPath);
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
    assert_eq!(places, [Place::OnPath, Place::OffPath, Place::OffPath, Place::OnPath]);
    assert_eq!(texts(&schedule), ["2026-09-02", "2026-09-03", "2026-09-04", "2026-09-03"]);
    let ways = followthrough::schedule::Way::all(&plan, PROSPECT);
    let passed: Vec<Vec<_>> = ways.iter().map(|way| way.steps.iter().map(|(id, _)| id.0).collect()).collect();
    assert_eq!(passed, [vec![1, 4], vec![1, 2, 4], vec![1, 2, 3, 4]]);
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
