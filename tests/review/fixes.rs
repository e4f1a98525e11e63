//! Setting right: one change, the finding is gone, and the same rule finds nothing new.

use followthrough::advice::{Finding, Rule, fixes};
use followthrough::plan::{Channel::*, Distance::*, Edit, Line, Plan, Responsible, StepEdit, Unit::*};
use followthrough::schedule::Schedule;

use super::draft::{Draft, draft};
use super::routes::{attempts, closed, date, due_on, from_start, then};
use super::{TODAY, cases, found};

/// Rules that a press sets right; of the others a person has to think.
const WITH_FIX: [Rule; 17] = [
    Rule::ActionOffRoute,
    Rule::NoDecision,
    Rule::SecondTouchpointLate,
    Rule::NoCrossSell,
    Rule::CallsTooClose,
    Rule::TooOften,
    Rule::TooMany,
    Rule::TooSeldom,
    Rule::SocialAnswerSlow,
    Rule::TooDear,
    Rule::NoExit,
    Rule::OutOfOrder,
    Rule::OnDayOff,
    Rule::UnusedEvent,
    Rule::NoOwner,
    Rule::NoTool,
    Rule::ReviewOverdue,
];

pub fn fix(plan: &Plan, finding: &Finding) -> Option<Edit> {
    let today = date(TODAY);
    finding.fix(plan, &Schedule::on(plan, today), today)
}

/// The plan with the only finding of a rule set right.
fn fixed(plan: &Plan, rule: Rule) -> Plan {
    let found = found(plan, rule);
    assert_eq!(found.len(), 1, "{rule:?}");
    let fixed = plan.edited(fix(plan, &found[0]).unwrap()).unwrap();
    assert_eq!(super::found(&fixed, rule), [], "{rule:?}");
    fixed
}

#[test]
fn one_change_sets_right_what_a_press_can_set_right() {
    for case in cases::all().into_iter().filter(|case| WITH_FIX.contains(&case.rule)) {
        for (what, plan) in case.speaks {
            let before = found(&plan, case.rule);
            let fix = fix(&plan, &before[0]).unwrap_or_else(|| panic!("{:?}: {what}", case.rule));
            let fixed = plan.edited(fix).unwrap();
            assert_eq!(found(&fixed, case.rule), [], "{:?}: {what}", case.rule);
        }
    }
}

#[test]
fn all_that_a_rule_finds_is_set_right_at_once() {
    let first = draft().prospect("Write", from_start(0, CalendarDays), Email);
    // Each too soon after the one before.
    let next = |draft: Draft, _| draft.prospect("Write", then(1, CalendarDays), Email);
    let close = (0..3).fold(first, next).plan();
    let idle = close.clone();
    let all_set_right = |plan: &Plan, rule: Rule| {
        let edits = fixes(plan, rule, date(TODAY));
        edits.into_iter().fold(plan.clone(), |plan, edit| plan.edited(edit).unwrap())
    };
    assert!(found(&close, Rule::TooOften).len() > 1);
    assert_eq!(found(&all_set_right(&close, Rule::TooOften), Rule::TooOften), []);
    assert_eq!(found(&idle, Rule::NoOwner).len(), 4);
    assert_eq!(found(&all_set_right(&idle, Rule::NoOwner), Rule::NoOwner), []);
}

#[test]
fn calls_that_were_moved_apart_are_not_too_close_by_another_number() {
    let close = draft()
        .prospect("Ring", from_start(0, CalendarDays), Phone)
        .prospect("Ring again", from_start(2, CalendarDays), Phone)
        .plan();
    let fixed = fixed(&close, Rule::CallsTooClose);
    assert_eq!(found(&fixed, Rule::TooOften), [], "one number says how close calls may be");
}

#[test]
fn what_was_dismissed_is_not_set_right_with_the_rest() {
    let plan = draft()
        .prospect("Write", from_start(0, WorkingDays), Email)
        .prospect("Ring", from_start(9, WorkingDays), Phone)
        .plan();
    let first = &found(&plan, Rule::NoOwner)[0];
    let dismissal = first.dismissed(&plan, Line::parse("whoever is in").unwrap());
    let plan = plan.edited(Edit::Dismiss(dismissal)).unwrap();
    assert_eq!(fixes(&plan, Rule::NoOwner, date(TODAY)).len(), 1);
}

#[test]
fn words_are_left_to_people() {
    let by_hand = |rule: &Rule| !WITH_FIX.contains(rule) && *rule != Rule::StepWithoutGoal;
    for case in cases::all().into_iter().filter(|case| by_hand(&case.rule)) {
        for (what, plan) in case.speaks {
            assert_eq!(fix(&plan, &found(&plan, case.rule)[0]), None, "{:?}: {what}", case.rule);
        }
    }
}

#[test]
fn a_step_is_tied_to_the_action_of_the_same_name_and_to_no_other() {
    let (draft, _, actions) = draft().goal(super::routes::CUSTOMER, "Trust", &["Ring them", "send a card"]);
    let draft = draft.customer("Ring them", from_start(0, WorkingDays), Phone);
    let draft = draft.say(StepEdit::Action(Some(actions[0])));
    let card = draft.clone().customer("Send a card", then(1, Weeks), Letter);
    let step = card.last();
    assert_eq!(fixed(&card.plan(), Rule::StepWithoutGoal).step(step).unwrap().action, Some(actions[1]));
    let visit = draft.customer("Drop by", then(1, Weeks), InPerson).plan();
    assert_eq!(fix(&visit, &found(&visit, Rule::StepWithoutGoal)[0]), None);
}

#[test]
fn a_call_that_comes_too_soon_is_moved_to_its_lower_limit() {
    let plan = draft()
        .prospect("Ring", from_start(0, WorkingDays), Phone)
        .prospect("Ring again", then(4, ExactDays), Phone)
        .plan();
    let fixed = fixed(&plan, Rule::TooOften);
    assert_eq!(due_on(&fixed, TODAY), ["2026-09-07", "2026-09-14"]);
}

#[test]
fn tries_are_spread_and_the_wait_before_them_stays() {
    let draft = draft().prospect("Ring", from_start(2, WorkingDays), Phone).say(attempts(3, 1));
    let fixed = fixed(&draft.plan(), Rule::CallsTooClose);
    let step = &fixed.sequences.prospect.steps[0];
    assert_eq!((step.attempts.count(), step.attempts.gap()), (3, 3));
    assert_eq!(step.delay, from_start(2, WorkingDays));
}

#[test]
fn what_follows_a_silence_is_brought_forward_to_the_upper_limit() {
    let plan = draft()
        .customer("Ring", from_start(0, WorkingDays), Phone)
        .customer("Write", then(25, CalendarDays), Email)
        .plan();
    let fixed = fixed(&plan, Rule::TooSeldom);
    let due = Schedule::of(&fixed).steps(super::routes::CUSTOMER)[1].due;
    assert_eq!(due, Some(date("2026-09-28")));
}

#[test]
fn a_wait_before_a_fair_is_lengthened_towards_it() {
    let (plan, fair) = super::routes::with_event(
        &draft().prospect("Write", from_start(0, WorkingDays), Email).plan(),
        Some("2026-09-18"),
    );
    let anchor = followthrough::plan::Anchor::Event(fair);
    let step = followthrough::plan::StepId(plan.next_id());
    let delay = followthrough::plan::Delay::before(10, CalendarDays, anchor).unwrap();
    let edits = [
        Edit::AddStep { audience: super::routes::PROSPECT, before: None },
        Edit::Step(step, StepEdit::Delay(delay)),
        Edit::Step(step, StepEdit::Channel(Some(Email))),
    ];
    let plan = edits.into_iter().fold(plan, |plan, edit| plan.edited(edit).unwrap());
    assert_eq!(due_on(&plan, TODAY), ["2026-09-07", "2026-09-08"]);
    assert_eq!(due_on(&fixed(&plan, Rule::TooOften), TODAY), ["2026-09-07", "2026-09-09"]);
}

#[test]
fn a_day_off_is_left_for_the_next_working_day() {
    let plan = draft().prospect("Ring", from_start(2, ExactDays), Phone).plan();
    let plan = closed(&plan, "2026-09-08", "2026-09-10", None);
    assert_eq!(due_on(&fixed(&plan, Rule::OnDayOff), TODAY), ["2026-09-11"]);
}

#[test]
fn the_decision_stands_right_after_the_calls_and_moves_nothing() {
    let plan = draft()
        .prospect("Ring", from_start(0, WorkingDays), Phone)
        .say(attempts(3, 3))
        .by(Responsible::CoWorker)
        .prospect("Write", then(1, Weeks), Email)
        .plan();
    let fixed = fixed(&plan, Rule::NoDecision);
    let schedule = Schedule::of(&fixed);
    let steps = schedule.steps(super::routes::PROSPECT);
    // Calls on 7, 10 and 15 September, then a working day.
    let dates = ["2026-09-07", "2026-09-16", "2026-09-14"].map(|day| Some(date(day)));
    assert_eq!(steps.iter().map(|dated| dated.due).collect::<Vec<_>>(), dates);
    assert_eq!(fixed.sequences.prospect.steps[1].who, Some(Responsible::CoWorker));
}

#[test]
fn a_step_that_is_added_lacks_neither_somebody_nor_tools() {
    let plan = draft()
        .prospect("Say who we are", from_start(0, WorkingDays), Email)
        .by(Responsible::Automation)
        .with("Mail system")
        .prospect("Ring", then(1, Weeks), Phone)
        .by(Responsible::Myself)
        .with("List")
        .plan();
    let fixed = fixed(&plan, Rule::NoExit);
    assert_eq!(fixed.sequences.prospect.steps[2].who, Some(Responsible::Automation));
    for rule in [Rule::NoOwner, Rule::NoTool, Rule::TooSeldom] {
        assert_eq!(found(&fixed, rule), [], "{rule:?}");
    }
}

#[test]
fn what_costs_too_much_becomes_the_most_noticed_that_is_worth_it() {
    let visit = draft().prospect("Drop by", from_start(0, WorkingDays), InPerson);
    let becomes = |deal| {
        let plan = visit.clone().stakes(deal, 5, Near).plan();
        fixed(&plan, Rule::TooDear).sequences.prospect.steps[0].channel
    };
    assert_eq!((becomes("100"), becomes("10")), (Some(Phone), Some(Email)));
}
