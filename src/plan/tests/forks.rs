//! Steps that come only after an outcome of another, when that one goes (B5).

use super::*;

const CALL: u32 = 1;

/// A call; 2 when nobody was reached, 3 then when nothing came of that, 4 when they were reached; 5 in any case.
fn calls() -> Plan {
    let add = || Edit::AddStep { audience: Audience::Prospect, before: None };
    let only = |step: u32, other: u32, outcome| {
        Edit::Step(StepId(step), StepEdit::OnlyAfter(Some(Branch { step: StepId(other), outcome })))
    };
    let from = |step: u32, other: u32| {
        let delay = Delay::after(1, Unit::WorkingDays, Anchor::Step(StepId(other))).unwrap();
        Edit::Step(StepId(step), StepEdit::Delay(delay))
    };
    let edits = [add(), add(), add(), add(), add()].into_iter().chain([
        only(2, CALL, Outcome::NotReached),
        only(3, 2, Outcome::NoReply),
        only(4, CALL, Outcome::Reached),
        from(3, 2),
        from(5, CALL),
    ]);
    after(&Plan::blank(), edits)
}

fn expecting(outcome: Outcome) -> Plan {
    after(&calls(), [Edit::Step(StepId(CALL), StepEdit::Expected(Some(outcome)))])
}

fn removed(plan: &Plan, step: u32) -> Plan {
    after(plan, [Edit::Step(StepId(step), StepEdit::Remove)])
}

fn branches(plan: &Plan) -> Vec<(u32, Option<u32>)> {
    let steps = &plan.sequences.prospect.steps;
    steps.iter().map(|step| (step.id.0, step.only_after.map(|branch| branch.step.0))).collect()
}

#[test]
fn branches_that_exclude_each_other_never_become_steps_in_a_row() {
    assert_eq!(branches(&removed(&calls(), CALL)), [(5, None)]);
    assert_eq!(branches(&removed(&expecting(Outcome::Reached), CALL)), [(4, None), (5, None)]);
    let not_reached = removed(&expecting(Outcome::NotReached), CALL);
    assert_eq!(branches(&not_reached), [(2, None), (3, Some(2)), (5, None)]);
}

#[test]
fn what_came_of_a_step_decides_before_what_was_expected() {
    let done = Edit::Mark(StepId(CALL), date("2026-09-01"), Fate::Done(Some(Outcome::NotReached)));
    let plan = after(&expecting(Outcome::Reached), [done]);
    assert_eq!(branches(&removed(&plan, CALL)), [(2, None), (3, Some(2)), (5, None)]);
}

#[test]
fn what_was_expected_of_a_branch_takes_its_place_on_the_path_it_stood_on() {
    let plan = after(&calls(), [Edit::Step(StepId(2), StepEdit::Expected(Some(Outcome::NoReply)))]);
    assert_eq!(branches(&removed(&plan, 2)), [(1, None), (3, Some(1)), (4, Some(1)), (5, None)]);
}

#[test]
fn what_was_counted_from_a_step_that_goes_is_counted_from_the_one_before() {
    let plan = removed(&expecting(Outcome::NotReached), CALL);
    let anchor = |step: u32| plan.step(StepId(step)).unwrap().delay.anchor();
    assert_eq!((anchor(3), anchor(5)), (Anchor::Step(StepId(2)), Anchor::PreviousStep));
}

#[test]
fn a_step_takes_its_branches_along_into_the_other_sequence() {
    let plan = after(&calls(), [Edit::Step(StepId(CALL), StepEdit::Before(Audience::Customer, None))]);
    assert_eq!(step_ids(&plan, Audience::Prospect), [5]);
    assert_eq!(step_ids(&plan, Audience::Customer), [1, 2, 3, 4]);
    let step = |step: u32| plan.step(StepId(step)).unwrap();
    assert_eq!(step(3).only_after.map(|branch| branch.step), Some(StepId(2)));
    assert_eq!(step(3).delay.anchor(), Anchor::Step(StepId(2)));
    assert_eq!(step(5).delay.anchor(), Anchor::PreviousStep);
    let branch = after(&calls(), [Edit::Step(StepId(2), StepEdit::Before(Audience::Customer, None))]);
    assert_eq!(step_ids(&branch, Audience::Customer), [2, 3]);
    assert_eq!(branch.step(StepId(2)).unwrap().only_after, None);
}
