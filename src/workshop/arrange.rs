//! Changes to several steps of a sequence at once, as edits that belong together: one undo takes all of them back.

use crate::plan::{Audience, Edit, PlanParts, StepEdit, StepId};

/// Which way steps move by one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

/// Moves steps by one place (B2). Those that stand together stay together: the step they pass goes to their other
/// side. At the end of the sequence nothing is left to pass.
pub fn shifted(plan: &PlanParts, audience: Audience, steps: &[StepId], way: Shift) -> Vec<Edit> {
    let order = order(plan, audience);
    let is_chosen = |id: &StepId| steps.contains(id);
    let runs = order.chunk_by(|one, next| is_chosen(one) == is_chosen(next));
    let mut edits = Vec::new();
    let mut at = 0;
    for run in runs {
        let (first, end) = (at, at + run.len());
        at = end;
        if !is_chosen(&run[0]) {
            continue;
        }
        let (passed, before) = match way {
            Shift::Up => (first.checked_sub(1).map(|above| order[above]), order.get(end).copied()),
            Shift::Down => (order.get(end).copied(), Some(run[0])),
        };
        edits.extend(passed.map(|passed| Edit::Step(passed, StepEdit::Before(audience, before))));
    }
    edits
}

/// Puts steps of one sequence before a step of this or the other one, or at its end, in the order they have.
pub fn placed(
    plan: &PlanParts,
    from: Audience,
    steps: &[StepId],
    to: Audience,
    before: Option<StepId>,
) -> Vec<Edit> {
    let order = order(plan, from);
    let place = |id: StepId| order.iter().position(|other| *other == id);
    // One of those that move is no landmark.
    let before = match before.and_then(place).filter(|_| from == to) {
        Some(at) => order[at..].iter().copied().find(|id| !steps.contains(id)),
        None => before,
    };
    let landing = match before {
        Some(id) if from == to => place(id).unwrap_or(order.len()),
        _ => order.len(),
    };
    let chosen = |ids: &[StepId]| ids.iter().copied().filter(|id| steps.contains(id)).collect::<Vec<_>>();
    let (above, below) = (chosen(&order[..landing]), chosen(&order[landing..]));
    let step = |id, before| Edit::Step(id, StepEdit::Before(to, before));
    // A step depends on those above it: of those that go down the last goes first, of those that go up the first.
    if from == to {
        let next = |at: usize| above.get(at + 1).copied().or(before);
        let down = above.iter().enumerate().rev().map(|(at, id)| step(*id, next(at)));
        return down.chain(below.iter().map(|id| step(*id, before))).collect();
    }
    above.iter().map(|id| step(*id, before)).collect()
}

/// The same change to each of the steps.
pub fn changed(steps: &[StepId], edit: impl Fn() -> StepEdit) -> Vec<Edit> {
    steps.iter().map(|id| Edit::Step(*id, edit())).collect()
}

/// Takes steps away, the last first: with a step goes what comes only after it (B5), and that stands below it.
pub fn removed(plan: &PlanParts, audience: Audience, steps: &[StepId]) -> Vec<Edit> {
    let chosen = order(plan, audience).into_iter().rev().filter(|id| steps.contains(id));
    chosen.map(|id| Edit::Step(id, StepEdit::Remove)).collect()
}

/// The step one is at when some are gone: the next that is still there, or else the one before.
pub fn neighbour(before: &[StepId], gone: &[StepId], after: &[StepId]) -> Option<StepId> {
    let last = before.iter().rposition(|id| gone.contains(id))?;
    let is_there = |id: &&StepId| after.contains(id);
    let next = before[last..].iter().find(is_there);
    next.or_else(|| before[..last].iter().rev().find(is_there)).copied()
}

fn order(plan: &PlanParts, audience: Audience) -> Vec<StepId> {
    plan.sequences.of(audience).steps.iter().map(|step| step.id).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::{Branch, Outcome, Plan};

    const PROSPECT: Audience = Audience::Prospect;

    fn plan(steps: usize) -> Plan {
        let add = std::iter::repeat_n(Edit::AddStep { audience: PROSPECT, before: None }, steps);
        after(Plan::blank(), add)
    }

    fn after(plan: Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
        edits.into_iter().fold(plan, |plan, edit| plan.edited(edit).unwrap())
    }

    fn ids(steps: &[u32]) -> Vec<StepId> {
        steps.iter().copied().map(StepId).collect()
    }

    fn numbers(plan: &Plan, audience: Audience) -> Vec<u32> {
        order(plan, audience).into_iter().map(|id| id.0).collect()
    }

    fn shift(steps: &[u32], way: Shift) -> Vec<u32> {
        let plan = plan(5);
        let edits = shifted(&plan, PROSPECT, &ids(steps), way);
        numbers(&after(plan, edits), PROSPECT)
    }

    fn place(steps: &[u32], before: Option<u32>) -> Vec<u32> {
        let plan = plan(5);
        let edits = placed(&plan, PROSPECT, &ids(steps), PROSPECT, before.map(StepId));
        numbers(&after(plan, edits), PROSPECT)
    }

    #[test]
    fn steps_that_stand_together_move_together() {
        assert_eq!(shift(&[2, 3], Shift::Up), [2, 3, 1, 4, 5]);
        assert_eq!(shift(&[2, 3], Shift::Down), [1, 4, 2, 3, 5]);
        assert_eq!(shift(&[2, 4], Shift::Up), [2, 1, 4, 3, 5]);
        assert_eq!(shift(&[2, 4], Shift::Down), [1, 3, 2, 5, 4]);
        assert_eq!(shift(&[1, 2, 5], Shift::Up), [1, 2, 3, 5, 4]);
        assert_eq!(shift(&[4, 5], Shift::Down), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn steps_land_before_another_in_their_own_order() {
        assert_eq!(place(&[1, 2], Some(5)), [3, 4, 1, 2, 5]);
        assert_eq!(place(&[4, 5], Some(1)), [4, 5, 1, 2, 3]);
        assert_eq!(place(&[1, 5], Some(3)), [2, 1, 5, 3, 4]);
        assert_eq!(place(&[2, 4], None), [1, 3, 5, 2, 4]);
        assert_eq!(place(&[2, 3], Some(2)), [1, 2, 3, 4, 5]);
        assert_eq!(place(&[1], Some(1)), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_step_and_the_one_that_depends_on_it_move_either_way() {
        let branch = Branch { step: StepId(2), outcome: Outcome::NotReached };
        let plan = after(plan(5), [Edit::Step(StepId(3), StepEdit::OnlyAfter(Some(branch)))]);
        for (before, expected) in [(None, [1, 4, 5, 2, 3]), (Some(StepId(1)), [2, 3, 1, 4, 5])] {
            let edits = placed(&plan, PROSPECT, &ids(&[2, 3]), PROSPECT, before);
            let moved = after(plan.clone(), edits);
            assert_eq!(numbers(&moved, PROSPECT), expected);
            assert_eq!(moved.step(StepId(3)), plan.step(StepId(3)), "it still comes only after that outcome");
        }
    }

    #[test]
    fn steps_go_over_to_the_other_sequence_in_their_order() {
        let plan = after(plan(4), [Edit::AddStep { audience: Audience::Customer, before: None }]);
        let edits = placed(&plan, PROSPECT, &ids(&[1, 3]), Audience::Customer, Some(StepId(5)));
        let moved = after(plan, edits);
        assert_eq!(numbers(&moved, PROSPECT), [2, 4]);
        assert_eq!(numbers(&moved, Audience::Customer), [1, 3, 5]);
    }

    #[test]
    fn a_step_goes_with_the_one_it_comes_only_after() {
        let branch = Branch { step: StepId(2), outcome: Outcome::NotReached };
        let plan = after(plan(3), [Edit::Step(StepId(3), StepEdit::OnlyAfter(Some(branch)))]);
        let edits = removed(&plan, PROSPECT, &ids(&[2, 3]));
        assert_eq!(numbers(&after(plan, edits), PROSPECT), [1]);
    }

    #[test]
    fn one_is_at_a_neighbour_of_what_is_gone() {
        let near = |gone: &[u32], after: &[u32]| {
            neighbour(&ids(&[1, 2, 3, 4]), &ids(gone), &ids(after)).map(|id| id.0)
        };
        assert_eq!(near(&[2], &[1, 3, 4]), Some(3));
        assert_eq!(near(&[1, 3], &[2, 4]), Some(4));
        assert_eq!(near(&[4], &[1, 2, 3]), Some(3));
        // The next went with it.
        assert_eq!(near(&[2], &[1, 4]), Some(4));
        assert_eq!(near(&[1, 2, 3, 4], &[]), None);
    }

    proptest! {
        #[test]
        fn steps_that_land_together_stand_together_and_the_others_keep_their_order(
            chosen in prop::collection::btree_set(1..=8_u32, 1..=8),
            before in prop::option::of(1..=8_u32),
        ) {
            let plan = plan(8);
            let chosen: Vec<_> = chosen.into_iter().collect();
            let edits = placed(&plan, PROSPECT, &ids(&chosen), PROSPECT, before.map(StepId));
            let order = numbers(&after(plan, edits), PROSPECT);
            let others: Vec<_> = order.iter().copied().filter(|id| !chosen.contains(id)).collect();
            prop_assert!(others.is_sorted());
            let first = order.iter().position(|id| chosen.contains(id)).unwrap();
            prop_assert_eq!(&order[first..first + chosen.len()], &chosen[..]);
        }
    }
}
