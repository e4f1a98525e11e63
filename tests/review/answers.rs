//! Findings that are left alone, and when they come back.

use followthrough::advice::{Finding, Rule, fingerprint};
use followthrough::plan::{
    Channel::*, Dismissal, Edit, Fingerprint, GoalEdit, GoalId, Plan, Readiness, StepEdit, Unit::*,
};

use super::draft::{draft, line};
use super::routes::{PROSPECT, date, from_start, then};
use super::{cases, found, review};

fn dismissed(plan: &Plan, finding: &Finding) -> Plan {
    plan.edited(Edit::Dismiss(finding.dismissed(plan, line("So we do it here")))).unwrap()
}

#[test]
fn what_is_left_alone_stays_away_with_its_reason_until_it_is_recalled() {
    for case in cases::all() {
        for (what, plan) in case.speaks {
            let finding = found(&plan, case.rule).remove(0);
            let plan = dismissed(&plan, &finding);
            assert_eq!(found(&plan, case.rule), [], "{:?}: {what}", case.rule);
            let left: Vec<(Finding, Dismissal)> = review(&plan).left_alone;
            assert_eq!(left.len(), 1, "{:?}: {what}", case.rule);
            assert_eq!((&left[0].0, left[0].1.reason.as_str()), (&finding, "So we do it here"));
            let recalled = plan.edited(Edit::Recall(line(&finding.name()))).unwrap();
            assert_eq!(found(&recalled, case.rule), [finding], "{:?}: {what}", case.rule);
        }
    }
}

#[test]
fn no_two_findings_of_a_plan_have_one_name() {
    for case in cases::all() {
        for (what, plan) in case.speaks {
            let mut names: Vec<_> = review(&plan).findings.iter().map(Finding::name).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{:?}: {what}", case.rule);
        }
    }
}

/// Two e-mails on two days running, which is too often, left alone.
fn left_alone() -> Plan {
    let draft = draft().prospect("Write", from_start(0, WorkingDays), Email);
    let plan = draft.prospect("Write again", then(1, WorkingDays), Email).plan();
    dismissed(&plan, &found(&plan, Rule::TooOften)[0])
}

#[test]
fn it_comes_back_when_its_step_changes() {
    let plan = left_alone();
    let step = plan.sequences.prospect.steps[1].id;
    for edit in [
        StepEdit::What(line("Write a third time")),
        StepEdit::Delay(then(1, CalendarDays)),
        StepEdit::Tools(line("Newsletter")),
    ] {
        let plan = plan.edited(Edit::Step(step, edit.clone())).unwrap();
        assert_eq!(found(&plan, Rule::TooOften).len(), 1, "{edit:?}");
        assert_eq!(review(&plan).left_alone, [], "{edit:?}");
    }
}

#[test]
fn it_stays_away_when_something_else_changes() {
    let plan = left_alone();
    let [first, second] = [0, 1].map(|at| plan.sequences.prospect.steps[at].id);
    for edit in [
        Edit::Name(line("Autumn")),
        Edit::Start(PROSPECT, Some(date("2026-10-05"))),
        Edit::Step(first, StepEdit::What(line("Write a line"))),
        Edit::Step(second, StepEdit::Readiness(Readiness::Ready)),
        Edit::Mark(first, date("2026-09-08"), followthrough::plan::Fate::Done(None)),
    ] {
        let plan = plan.edited(edit.clone()).unwrap();
        assert_eq!(found(&plan, Rule::TooOften), [], "{edit:?}");
    }
}

#[test]
fn it_comes_back_as_it_was_when_the_change_is_taken_back() {
    let plan = left_alone();
    let step = plan.sequences.prospect.steps[1].clone();
    let changed = plan.edited(Edit::Step(step.id, StepEdit::What(line("Ring")))).unwrap();
    let back = changed.edited(Edit::Step(step.id, StepEdit::What(step.what))).unwrap();
    assert_eq!(found(&back, Rule::TooOften), []);
}

#[test]
fn goals_out_of_balance_are_looked_at_again_when_the_goals_change() {
    let plan = draft().wishes(&["Repeat sales", "More referrals", "Larger orders"]).plan();
    let plan = dismissed(&plan, &found(&plan, Rule::NoContactGoal)[0]);
    assert_eq!(found(&plan, Rule::NoContactGoal), []);
    let goal: GoalId = plan.goals[0].id;
    let changed = plan.edited(Edit::Goal(goal, GoalEdit::Text(line("Hot leads")))).unwrap();
    assert_eq!(found(&changed, Rule::NoContactGoal).len(), 1);
}

/// Files keep these: they must not change between versions of the app.
#[test]
fn a_fingerprint_is_the_same_on_every_machine_and_in_every_version() {
    let draft = draft().statement("One. Two. Three. Four.").wishes(&["10 more orders"]);
    let plan = draft.prospect("Ring", from_start(0, WorkingDays), Phone).plan();
    let taken: Vec<_> =
        review(&plan).findings.iter().map(|finding| (finding.name(), finding.fingerprint(&plan))).collect();
    let known = [
        ("statement-long prospect", 759_926_438),
        ("goal-measurable 1", 751_475_765),
        ("goal-without-action 1", 751_475_765),
        ("no-owner 2", 977_166_517),
    ];
    assert_eq!(taken, known.map(|(name, facts)| (name.to_owned(), Fingerprint::Facts(facts))));
}

#[test]
fn a_finding_is_known_by_its_name_alone_unless_it_counts() {
    for case in cases::all() {
        for (what, plan) in case.speaks {
            for finding in review(&plan).findings {
                let by_name = fingerprint(&plan, &finding.name());
                let expected = (finding.rule != Rule::Overloaded).then(|| finding.fingerprint(&plan));
                assert_eq!(by_name, expected, "{what}: {finding:?}");
            }
        }
    }
}
