//! Goals and actions (A13-A24).

use super::*;

#[test]
fn an_own_goal_comes_last_and_is_not_sorted() {
    let plan = check(&small(), Edit::AddGoal(line("Fame")), |parts| {
        let fame = Goal {
            id: GoalId(12),
            text: line("Fame"),
            idea: None,
            audience: None,
            benefit: Benefit::Business,
            actions: Vec::new(),
        };
        parts.goals.push(fame);
    });
    assert_eq!(goal_ids(&plan), [1, 4, 6, 12]);
}

#[test]
fn an_idea_is_picked_once() {
    let plan = after(&small(), [Edit::PickIdea(Idea::Trust)]);
    let goal = plan.goal_from(Idea::Trust).unwrap();
    assert_eq!((goal.text.as_str(), goal.audience, goal.benefit), ("Trust", None, Benefit::Contact));
    assert_eq!(after(&plan, [Edit::PickIdea(Idea::Trust)]), plan);
}

#[test]
fn sorting_by_idea_touches_only_what_is_not_sorted() {
    let plan = after(&small(), [Edit::PickIdea(Idea::Trust), Edit::PickIdea(Idea::Referrals)]);
    let moved = Edit::Goal(GoalId(12), GoalEdit::Audience(Some(Audience::Customer)));
    let plan = after(&plan, [moved]);
    let sorted = check(&plan, Edit::SortByIdea, |parts| parts.goals[4].audience = Some(Audience::Customer));
    let audiences: Vec<_> = sorted.goals.iter().map(|goal| goal.audience).collect();
    let (prospect, customer) = (Some(Audience::Prospect), Some(Audience::Customer));
    assert_eq!(audiences, [prospect, customer, None, customer, customer]);
}

#[test]
fn a_goal_changes_in_one_respect() {
    let plan = small();
    let goal = |edit| Edit::Goal(GoalId(4), edit);
    check(&plan, goal(GoalEdit::Text(line("Cheers"))), |parts| parts.goals[1].text = line("Cheers"));
    check(&plan, goal(GoalEdit::Audience(None)), |parts| parts.goals[1].audience = None);
    check(&plan, goal(GoalEdit::Benefit(Benefit::Contact)), |parts| {
        parts.goals[1].benefit = Benefit::Contact;
    });
}

#[test]
fn goals_move_in_time() {
    let plan = small();
    let (prospect, customer) = (Some(Audience::Prospect), Some(Audience::Customer));
    let moved = |id, audience, before: Option<u32>| {
        goal_ids(&after(&plan, [Edit::Goal(GoalId(id), GoalEdit::Before(audience, before.map(GoalId)))]))
    };
    assert_eq!(moved(6, None, Some(1)), [6, 1, 4]);
    assert_eq!(moved(1, prospect, Some(6)), [4, 1, 6]);
    assert_eq!(moved(1, prospect, None), [4, 6, 1]);
    assert_eq!(moved(4, customer, Some(4)), [1, 4, 6]);
    assert_eq!(moved(6, None, None), [1, 4, 6]);
    check(&plan, Edit::Goal(GoalId(6), GoalEdit::Before(customer, Some(GoalId(4)))), |parts| {
        parts.goals[2].audience = customer;
        parts.goals.swap(1, 2);
    });
}

#[test]
fn a_goal_goes_with_its_actions_and_releases_their_steps() {
    check(&small(), Edit::Goal(GoalId(1), GoalEdit::Remove), |parts| {
        parts.goals.remove(0);
        for step in &mut parts.sequences.prospect.steps {
            step.action = None;
        }
    });
}

#[test]
fn an_action_joins_the_end_of_its_goal() {
    check(&small(), Edit::AddAction(GoalId(4), line("thanking")), |parts| {
        let action = Action { id: ActionId(12), text: line("thanking"), measure: Measure::default() };
        parts.goals[1].actions.push(action);
    });
}

#[test]
fn an_action_changes_in_one_respect() {
    let plan = small();
    let action = |edit| Edit::Action(ActionId(3), edit);
    fn third(parts: &mut PlanParts) -> &mut Action {
        &mut parts.goals[0].actions[1]
    }
    check(&plan, action(ActionEdit::Text(line("x"))), |parts| third(parts).text = line("x"));
    check(&plan, action(ActionEdit::Metric(line("x"))), |parts| third(parts).measure.metric = line("x"));
    check(&plan, action(ActionEdit::Target(line("x"))), |parts| third(parts).measure.target = line("x"));
    check(&plan, action(ActionEdit::Result(line("x"))), |parts| third(parts).measure.result = line("x"));
    let day = date("2026-12-01");
    check(&plan, action(ActionEdit::By(Some(day))), |parts| third(parts).measure.by = Some(day));
}

#[test]
fn an_action_goes_and_releases_its_steps() {
    let copied = after(&small(), [Edit::Step(StepId(9), StepEdit::Copy)]);
    check(&copied, Edit::Action(ActionId(2), ActionEdit::Remove), |parts| {
        parts.goals[0].actions.remove(0);
        parts.sequences.prospect.steps[0].action = None;
        parts.sequences.prospect.steps[1].action = None;
    });
}

#[test]
fn unknown_goals_and_actions_are_refused() {
    let (plan, goal, action) = (small(), GoalId(99), ActionId(99));
    let before = |other| GoalEdit::Before(None, other);
    for edit in [GoalEdit::Text(line("x")), before(None), before(Some(goal)), GoalEdit::Remove] {
        refuses(&plan, Edit::Goal(goal, edit), EditError::NoSuchGoal(goal));
    }
    refuses(&plan, Edit::Goal(GoalId(1), before(Some(goal))), EditError::NoSuchGoal(goal));
    refuses(&plan, Edit::AddAction(goal, line("x")), EditError::NoSuchGoal(goal));
    for edit in [ActionEdit::Text(line("x")), ActionEdit::By(None), ActionEdit::Remove] {
        refuses(&plan, Edit::Action(action, edit), EditError::NoSuchAction(action));
    }
    // An id names one thing: 2 is an action, not a goal.
    refuses(&plan, Edit::Goal(GoalId(2), GoalEdit::Remove), EditError::NoSuchGoal(GoalId(2)));
}
