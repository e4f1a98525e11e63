use super::*;
use crate::plan::{ActionEdit, Edit, GoalEdit, Line, Plan, Prose, StepEdit};

/// A plan in which nothing hangs loose: goal 1 by action 2, carried out by step 3; goal 4 by action 5, by step 6.
fn whole() -> Plan {
    let line = Line::fitted;
    let start = NaiveDate::from_ymd_opt(2026, 9, 2);
    let sorted = |goal, audience| Edit::Goal(GoalId(goal), GoalEdit::Audience(Some(audience)));
    edited(
        Plan::blank(),
        [
            Edit::Statement(Audience::Prospect, Prose::parse("They feel welcome.").unwrap()),
            Edit::Statement(Audience::Customer, Prose::parse("They feel at home.").unwrap()),
            Edit::Start(Audience::Prospect, start),
            Edit::AddGoal(line("Trust")),
            Edit::AddAction(GoalId(1), line("a call")),
            Edit::AddStepFor(Audience::Prospect, ActionId(2)),
            Edit::AddGoal(line("Referrals")),
            Edit::AddAction(GoalId(4), line("a cake")),
            Edit::AddStepFor(Audience::Customer, ActionId(5)),
            sorted(1, Audience::Prospect),
            sorted(4, Audience::Customer),
        ],
    )
}

fn edited(plan: Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().try_fold(plan, |plan, edit| plan.edited(edit)).unwrap()
}

fn traces(plan: &Plan) -> [Traceability; 3] {
    Traceability::all(plan, &Schedule::of(plan))
}

fn orphans(plan: &Plan) -> Vec<Orphan> {
    traces(plan).iter().flat_map(Traceability::orphans).collect()
}

#[track_caller]
fn check(edits: impl IntoIterator<Item = Edit>, expected: &[Orphan]) {
    assert_eq!(orphans(&edited(whole(), edits)), expected);
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, day).unwrap()
}

#[test]
fn a_whole_thread_leads_from_the_destination_to_the_dates() {
    let plan = whole();
    let [prospect, customer, unsorted] = traces(&plan);
    assert_eq!(orphans(&plan), []);
    assert!(unsorted.is_empty());
    assert_eq!(prospect.goal(GoalId(1)).unwrap().dates(), [day(2)]);
    let step = prospect.action(ActionId(2)).unwrap().steps[0];
    assert_eq!((step.audience, step.facts.step, step.facts.number), (Audience::Prospect, StepId(3), 1));
    assert_eq!(customer.goals[0].actions[0].steps[0].facts.step, StepId(6));
}

#[test]
fn a_destination_that_is_not_described_hangs_loose() {
    check(
        [Edit::Statement(Audience::Customer, Prose::default())],
        &[Orphan::NoStatement(Audience::Customer)],
    );
    let blank = [Orphan::NoStatement(Audience::Prospect), Orphan::NoStatement(Audience::Customer)];
    assert_eq!(orphans(&Plan::blank()), blank);
}

#[test]
fn a_goal_that_is_not_sorted_hangs_loose() {
    let unsort = Edit::Goal(GoalId(1), GoalEdit::Audience(None));
    check([unsort], &[Orphan::UnsortedGoal(GoalId(1))]);
}

#[test]
fn a_goal_without_action_hangs_loose() {
    let wish = Edit::AddGoal(Line::fitted("A community"));
    let sort = Edit::Goal(GoalId(7), GoalEdit::Audience(Some(Audience::Customer)));
    check([wish, sort], &[Orphan::GoalWithoutAction(GoalId(7))]);
    check([Edit::AddAction(GoalId(1), Line::default())], &[]);
    let only_a_blank_line = [
        Edit::Step(StepId(3), StepEdit::Remove),
        Edit::Action(ActionId(2), ActionEdit::Text(Line::default())),
    ];
    check(only_a_blank_line, &[Orphan::GoalWithoutAction(GoalId(1))]);
}

#[test]
fn an_action_without_step_hangs_loose() {
    check([Edit::Step(StepId(3), StepEdit::Remove)], &[Orphan::ActionWithoutStep(ActionId(2))]);
}

#[test]
fn a_step_without_goal_hangs_loose_until_it_is_tied() {
    let released = edited(whole(), [Edit::Step(StepId(3), StepEdit::Action(None))]);
    let ends = [Orphan::ActionWithoutStep(ActionId(2)), Orphan::StepWithoutGoal(StepId(3))];
    assert_eq!(orphans(&released), ends);
    assert_eq!(traces(&released)[0].orphans.len(), 1);
    let tied = edited(released, [Edit::Step(StepId(3), StepEdit::Action(Some(ActionId(2))))]);
    assert_eq!(orphans(&tied), []);
}

#[test]
fn a_removed_goal_leaves_its_steps_loose() {
    check([Edit::Goal(GoalId(4), GoalEdit::Remove)], &[Orphan::StepWithoutGoal(StepId(6))]);
}

#[test]
fn a_step_of_the_other_sequence_is_told_beside_the_goal_it_serves() {
    let plan = edited(whole(), [Edit::AddStepFor(Audience::Customer, ActionId(2))]);
    let [prospect, customer, _] = traces(&plan);
    let steps: Vec<_> =
        prospect.goals[0].actions[0].steps.iter().map(|step| (step.audience, step.facts.number)).collect();
    assert_eq!(steps, [(Audience::Prospect, 1), (Audience::Customer, 2)]);
    assert_eq!(customer.orphans, []);
}

#[test]
fn a_goal_tells_each_of_its_days_once_and_in_order() {
    let plan = edited(
        whole(),
        [
            Edit::AddStepFor(Audience::Prospect, ActionId(2)),
            Edit::AddStepFor(Audience::Customer, ActionId(2)),
            Edit::Step(StepId(6), StepEdit::Action(Some(ActionId(2)))),
        ],
    );
    // Wednesday 2 September twice, and three working days later on each sequence.
    let [prospect, _, _] = traces(&plan);
    assert_eq!(prospect.goals[0].dates(), [day(2), day(7)]);
    assert_eq!(goal_dates(&plan, &Schedule::of(&plan)), [(GoalId(1), vec![day(2), day(7)])]);
}

#[test]
fn what_is_left_out_or_not_on_the_way_does_not_happen() {
    use crate::plan::{Branch, Fate, Outcome};
    let branch = Branch { step: StepId(3), outcome: Outcome::NoReply };
    let plan = edited(
        whole(),
        [
            Edit::AddStepFor(Audience::Prospect, ActionId(2)),
            Edit::Step(StepId(7), StepEdit::OnlyAfter(Some(branch))),
            Edit::Step(StepId(3), StepEdit::Expected(Some(Outcome::Replied))),
        ],
    );
    assert_eq!(traces(&plan)[0].goals[0].dates(), [day(2)]);
    let left_out = edited(plan, [Edit::Mark(StepId(3), day(2), Fate::Skipped)]);
    assert!(!traces(&left_out)[0].goals[0].dates().contains(&day(2)));
}
