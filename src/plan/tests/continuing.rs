//! Which edits one undo takes back together: typing on in the same field.

use super::*;

#[track_caller]
fn go_on(earlier: Edit, later: Edit) {
    assert!(later.continues(&earlier), "{later:?} after {earlier:?}");
}

#[track_caller]
fn stand_alone(earlier: Edit, later: Edit) {
    assert!(!later.continues(&earlier), "{later:?} after {earlier:?}");
}

#[test]
fn typing_on_in_a_field_continues() {
    let (a, b) = (|| line("a"), || line("ab"));
    let day = |day: &str| Some(date(day));
    go_on(Edit::Name(a()), Edit::Name(b()));
    go_on(Edit::Business(a()), Edit::Business(b()));
    go_on(Edit::Offer(a()), Edit::Offer(b()));
    go_on(Edit::DealValue(None), Edit::DealValue(Amount::parse("12").ok()));
    go_on(Edit::ContactsAMonth(None), Edit::ContactsAMonth(Some(12)));
    go_on(Edit::Review(day("2026-09-01")), Edit::Review(day("2026-09-12")));
    for audience in Audience::BOTH {
        go_on(Edit::Trigger(audience, a()), Edit::Trigger(audience, b()));
        go_on(Edit::Start(audience, None), Edit::Start(audience, day("2026-09-01")));
        go_on(Edit::Statement(audience, prose("a")), Edit::Statement(audience, prose("ab")));
    }
    go_on(Edit::RenamePerson(PersonId(1), a()), Edit::RenamePerson(PersonId(1), b()));
    go_on(Edit::Goal(GoalId(1), GoalEdit::Text(a())), Edit::Goal(GoalId(1), GoalEdit::Text(b())));
    for edit in [ActionEdit::Text, ActionEdit::Metric, ActionEdit::Target, ActionEdit::Result] {
        go_on(Edit::Action(ActionId(1), edit(a())), Edit::Action(ActionId(1), edit(b())));
    }
    for edit in [StepEdit::What, StepEdit::Tools] {
        go_on(Edit::Step(StepId(1), edit(a())), Edit::Step(StepId(1), edit(b())));
    }
    let delay = |count| StepEdit::Delay(Delay::after(count, Unit::Weeks, Anchor::Start).unwrap());
    go_on(Edit::Step(StepId(1), delay(1)), Edit::Step(StepId(1), delay(12)));
    let notes = |text| StepEdit::Notes(prose(text));
    go_on(Edit::Step(StepId(1), notes("a")), Edit::Step(StepId(1), notes("ab")));
}

#[test]
fn another_field_is_another_change() {
    let a = || line("a");
    stand_alone(Edit::Name(a()), Edit::Business(a()));
    stand_alone(Edit::Trigger(Audience::Prospect, a()), Edit::Trigger(Audience::Customer, a()));
    stand_alone(Edit::Start(Audience::Prospect, None), Edit::Start(Audience::Customer, None));
    let goal = |id, text| Edit::Goal(GoalId(id), GoalEdit::Text(line(text)));
    stand_alone(goal(1, "a"), goal(2, "a"));
    stand_alone(goal(1, "a"), Edit::Goal(GoalId(1), GoalEdit::Benefit(Benefit::Contact)));
    stand_alone(Edit::RenamePerson(PersonId(1), a()), Edit::RenamePerson(PersonId(2), a()));
    let action = |id, edit| Edit::Action(ActionId(id), edit);
    stand_alone(action(1, ActionEdit::Text(a())), action(2, ActionEdit::Text(a())));
    stand_alone(action(1, ActionEdit::Metric(a())), action(1, ActionEdit::Target(a())));
    let step = |id, edit| Edit::Step(StepId(id), edit);
    stand_alone(step(1, StepEdit::What(a())), step(2, StepEdit::What(a())));
    stand_alone(step(1, StepEdit::What(a())), step(1, StepEdit::Tools(a())));
}

#[test]
fn what_is_done_at_a_stroke_is_taken_back_alone() {
    let a = || line("a");
    for edit in [
        Edit::Adopt,
        Edit::Currency(Currency::USD),
        Edit::Reason(Reason::Age, true),
        Edit::AddGoal(a()),
        Edit::PickIdea(Idea::Trust),
        Edit::SortByIdea,
        Edit::AddAction(GoalId(1), a()),
        Edit::AddStep { audience: Audience::Prospect, before: None },
        Edit::AddStepFor(Audience::Prospect, ActionId(2)),
        Edit::LayOut(Audience::Prospect),
        Edit::WorkWeek(WorkWeek::default()),
        Edit::AddHoliday(Holiday { date: date("2026-12-25"), name: a() }),
        Edit::RemoveHoliday(date("2026-12-25")),
        Edit::AddPerson(a()),
        Edit::RemovePerson(PersonId(1)),
        Edit::Goal(GoalId(1), GoalEdit::Audience(None)),
        Edit::Goal(GoalId(1), GoalEdit::Benefit(Benefit::Contact)),
        Edit::Goal(GoalId(1), GoalEdit::Before(None, None)),
        Edit::Goal(GoalId(1), GoalEdit::Remove),
        Edit::Action(ActionId(1), ActionEdit::Remove),
        Edit::Step(StepId(1), StepEdit::Channel(None)),
        Edit::Step(StepId(1), StepEdit::Who(None)),
        Edit::Step(StepId(1), StepEdit::Readiness(Readiness::Ready)),
        Edit::Step(StepId(1), StepEdit::Action(None)),
        Edit::Step(StepId(1), StepEdit::Before(Audience::Prospect, None)),
        Edit::Step(StepId(1), StepEdit::Copy),
        Edit::Step(StepId(1), StepEdit::Remove),
    ] {
        stand_alone(edit.clone(), edit);
    }
}
