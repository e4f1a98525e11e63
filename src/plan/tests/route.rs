//! Steps (A25, B2-B8).

use super::*;

fn add(audience: Audience, before: Option<u32>) -> Edit {
    Edit::AddStep { audience, before: before.map(StepId) }
}

#[test]
fn a_blank_step_joins_where_it_is_wanted() {
    let plan = small();
    let joined = |before| step_ids(&after(&plan, [add(Audience::Prospect, before)]), Audience::Prospect);
    assert_eq!(joined(None), [9, 10, 12]);
    assert_eq!(joined(Some(9)), [12, 9, 10]);
    assert_eq!(joined(Some(10)), [9, 12, 10]);
    let added = after(&plan, [add(Audience::Prospect, None)]);
    let step = added.step(StepId(12)).unwrap();
    assert!(step.what.is_blank() && step.tools.is_blank() && step.notes.is_blank());
    assert_eq!((step.channel, step.who, step.action), (None, None, None));
    assert_eq!((step.delay, step.readiness), (Delay::USUAL, Readiness::ToPrepare));
    refuses(&plan, add(Audience::Prospect, Some(11)), EditError::NoSuchStep(StepId(11)));
}

#[test]
fn the_first_step_of_a_sequence_falls_on_its_start() {
    let plan = after(&Plan::blank(), [add(Audience::Customer, None), add(Audience::Customer, None)]);
    let delays: Vec<_> = plan.sequences.customer.steps.iter().map(|step| step.delay).collect();
    assert_eq!(delays, [Delay::AT_START, Delay::USUAL]);
}

#[test]
fn an_action_becomes_a_step_with_its_words() {
    let plan = after(&small(), [Edit::AddStepFor(Audience::Customer, ActionId(2))]);
    assert_eq!(step_ids(&plan, Audience::Customer), [11, 12]);
    let step = plan.step(StepId(12)).unwrap();
    assert_eq!((step.what.as_str(), step.action), ("visiting", Some(ActionId(2))));
    let unknown = Edit::AddStepFor(Audience::Customer, ActionId(99));
    refuses(&plan, unknown, EditError::NoSuchAction(ActionId(99)));
}

#[test]
fn a_step_changes_in_one_respect() {
    let plan = small();
    let step = |edit| Edit::Step(StepId(9), edit);
    fn ninth(parts: &mut PlanParts) -> &mut Step {
        &mut parts.sequences.prospect.steps[0]
    }
    check(&plan, step(StepEdit::What(line("x"))), |parts| ninth(parts).what = line("x"));
    let delay = Delay::after(2, Unit::Weeks, Anchor::Start).unwrap();
    check(&plan, step(StepEdit::Delay(delay)), |parts| ninth(parts).delay = delay);
    let channel = Some(Channel::Phone);
    check(&plan, step(StepEdit::Channel(channel)), |parts| ninth(parts).channel = channel);
    let who = Some(Responsible::Vendor);
    check(&plan, step(StepEdit::Who(who)), |parts| ninth(parts).who = who);
    check(&plan, step(StepEdit::Tools(line("x"))), |parts| ninth(parts).tools = line("x"));
    check(&plan, step(StepEdit::Notes(prose("x\ny"))), |parts| ninth(parts).notes = prose("x\ny"));
    check(&plan, step(StepEdit::Readiness(Readiness::Ready)), |parts| {
        ninth(parts).readiness = Readiness::Ready
    });
    check(&plan, step(StepEdit::Action(None)), |parts| ninth(parts).action = None);
}

#[test]
fn a_step_names_only_actions_and_people_of_the_plan() {
    let plan = small();
    let step = |edit| Edit::Step(StepId(9), edit);
    let unknown = StepEdit::Action(Some(ActionId(99)));
    refuses(&plan, step(unknown), EditError::Illegal(Flaw::UnknownAction(StepId(9))));
    let stranger = StepEdit::Who(Some(Responsible::Person(PersonId(99))));
    refuses(&plan, step(stranger), EditError::Illegal(Flaw::UnknownPerson(StepId(9))));
}

#[test]
fn steps_move_within_and_between_the_sequences() {
    let plan = after(&small(), [add(Audience::Prospect, None)]);
    let moved = |id, audience, before: Option<u32>| {
        let plan = after(&plan, [Edit::Step(StepId(id), StepEdit::Before(audience, before.map(StepId)))]);
        Audience::BOTH.map(|audience| step_ids(&plan, audience))
    };
    let (prospect, customer) = (Audience::Prospect, Audience::Customer);
    assert_eq!(moved(12, prospect, Some(9)), [vec![12, 9, 10], vec![11]]);
    assert_eq!(moved(9, prospect, Some(12)), [vec![10, 9, 12], vec![11]]);
    assert_eq!(moved(9, prospect, None), [vec![10, 12, 9], vec![11]]);
    assert_eq!(moved(10, prospect, Some(10)), [vec![9, 10, 12], vec![11]]);
    assert_eq!(moved(10, customer, Some(11)), [vec![9, 12], vec![10, 11]]);
    assert_eq!(moved(10, customer, None), [vec![9, 12], vec![11, 10]]);
    let elsewhere = Edit::Step(StepId(9), StepEdit::Before(customer, Some(StepId(10))));
    refuses(&plan, elsewhere, EditError::NoSuchStep(StepId(10)));
}

#[test]
fn a_moved_step_keeps_all_it_says() {
    let plan = small();
    let moved = after(&plan, [Edit::Step(StepId(10), StepEdit::Before(Audience::Customer, None))]);
    assert_eq!(moved.step(StepId(10)), plan.step(StepId(10)));
}

#[test]
fn a_copy_stands_right_after_its_original() {
    check(&small(), Edit::Step(StepId(9), StepEdit::Copy), |parts| {
        let copy = Step { id: StepId(12), ..parts.sequences.prospect.steps[0].clone() };
        parts.sequences.prospect.steps.insert(1, copy);
    });
}

#[test]
fn a_step_goes_and_its_action_stays() {
    check(&small(), Edit::Step(StepId(9), StepEdit::Remove), |parts| {
        parts.sequences.prospect.steps.remove(0);
    });
}

#[test]
fn unknown_steps_are_refused() {
    let (plan, id) = (small(), StepId(99));
    let before = StepEdit::Before(Audience::Prospect, Some(id));
    for edit in [StepEdit::What(line("x")), StepEdit::Copy, StepEdit::Remove, before] {
        refuses(&plan, Edit::Step(id, edit), EditError::NoSuchStep(id));
    }
}

#[test]
fn a_delay_is_at_most_so_long() {
    let new = |count| Delay::after(count, Unit::Months, Anchor::Start);
    assert_eq!(new(Span::MAX_LENGTH).map(Delay::length), Some(Span::MAX_LENGTH));
    assert_eq!(new(Span::MAX_LENGTH + 1), None);
}
