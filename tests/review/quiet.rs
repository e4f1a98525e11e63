//! Quiet by default: a plan that is being written down is not flooded, and a good one is left in peace.

use followthrough::advice::Rule;
use followthrough::plan::{
    Amount, Audience, Channel::*, Edit, GoalEdit, Idea, Outcome, Plan, Responsible::*, StepEdit, Unit::*,
};

use super::draft::{Draft, draft, line};
use super::review;
use super::routes::{CUSTOMER, PROSPECT, attempts, from_start, then};

/// The names of all rules that speak, each with how often.
fn spoken(plan: &Plan) -> Vec<(Rule, usize)> {
    let findings = review(plan).findings;
    let times = |rule: &Rule| findings.iter().filter(|finding| finding.rule == *rule).count();
    Rule::ALL.iter().map(|rule| (*rule, times(rule))).filter(|(_, times)| *times > 0).collect()
}

#[test]
fn of_a_blank_plan_there_is_nothing_to_say() {
    assert_eq!(spoken(&Plan::blank()), []);
}

/// Twelve wishes, picked and sorted.
fn wishes() -> Draft {
    let picked = Idea::ALL.into_iter().take(12).fold(draft(), |draft, idea| draft.edit(Edit::PickIdea(idea)));
    picked.edit(Edit::SortByIdea)
}

/// The same with an action for each of so many of them.
fn reached(goals: usize) -> Draft {
    let ids: Vec<_> = wishes().plan().goals.iter().take(goals).map(|goal| goal.id).collect();
    ids.into_iter()
        .fold(wishes(), |draft, goal| draft.edit(Edit::AddAction(goal, line("a word at the till"))))
}

#[test]
fn of_a_list_that_is_being_written_there_is_nothing_to_say() {
    assert_eq!(spoken(&wishes().plan()), []);
    assert_eq!(spoken(&reached(1).plan()), []);
    assert_eq!(spoken(&reached(5).plan()), []);
    assert_eq!(spoken(&reached(12).plan()), []);
    // All but one: that one is worth a word.
    assert_eq!(spoken(&reached(11).plan()), [(Rule::GoalWithoutAction, 1)]);
}

#[test]
fn of_steps_just_laid_out_only_the_sequences_as_a_whole_are_spoken_of() {
    let goal = wishes().plan().goals[0].id;
    let audience = |goals: &Plan| goals.goal(goal).unwrap().audience.unwrap();
    let draft = (0..4).fold(wishes(), |draft, at| {
        let action = followthrough::plan::ActionId(draft.clone().plan().next_id());
        draft.edit(Edit::AddAction(goal, line(&format!("word {at}")))).measured(action, "words")
    });
    let to = audience(&draft.clone().plan());
    let others: Vec<_> = draft.clone().plan().goals.iter().skip(1).map(|goal| goal.id).collect();
    let draft = others.into_iter().fold(draft, |draft, id| draft.edit(Edit::Goal(id, GoalEdit::Remove)));
    let actions: Vec<_> =
        draft.clone().plan().goals.iter().flat_map(|goal| &goal.actions).map(|one| one.id).collect();
    let laid_out = actions.into_iter().fold(draft, |draft, id| draft.edit(Edit::AddStepFor(to, id))).plan();
    let whole = if to == Audience::Prospect { Rule::NoExit } else { Rule::NoCrossSell };
    let spoken = spoken(&laid_out);
    assert!(spoken.iter().all(|(rule, _)| [whole, Rule::NoContactGoal].contains(rule)), "{spoken:?}");
}

#[test]
fn a_plan_that_a_consultant_would_sign_is_left_in_peace() {
    let (draft, _, trust) = draft()
        .statement("They feel welcome from the first word. Nothing is hurried.")
        .goal(PROSPECT, "Trust", &["an honest guide", "a call that listens"]);
    let (draft, _, sales) = draft.goal(CUSTOMER, "Repeat sales", &["a care plan"]);
    let goal = draft.clone().plan().goals[0].id;
    let draft = draft
        .edit(Edit::Goal(goal, GoalEdit::Benefit(followthrough::plan::Benefit::Contact)))
        .measured(trust[0], "answers to the guide")
        .measured(trust[1], "visits agreed")
        .measured(sales[0], "care plans sold")
        .edit(Edit::DealValue(Amount::parse("4800").ok()))
        .edit(Edit::ContactsAMonth(Some(18)));
    let serves = |draft: Draft, action| draft.say(StepEdit::Action(Some(action)));
    let draft = draft.prospect("Answer", from_start(0, WorkingDays), Email).by(Myself).with("Mailbox");
    let draft = serves(draft, trust[0]).prospect("Ring", then(3, WorkingDays), Phone).by(Myself).with("List");
    let draft = serves(draft.say(attempts(3, 3)), trust[1]);
    let ring = draft.last();
    let draft = draft.prospect("Write a letter", then(1, WorkingDays), Letter).by(Vendor);
    let draft = serves(draft.after(ring, Outcome::NotReached), trust[1]);
    let draft = draft.prospect("Send the guide", then(1, Weeks), Email).by(Automation).with("Mail system");
    let draft = serves(draft, trust[0]).prospect("Ask when it suits", then(3, Months), Email);
    let draft = serves(draft.by(Automation).with("Mail system"), trust[0]);
    let draft = draft.customer("Say thank you", from_start(0, WorkingDays), Email).by(Myself).with("Mailbox");
    let draft = serves(draft, sales[0]).customer("Ask how it goes", then(1, Weeks), Phone).by(Myself);
    let draft = serves(draft.with("List"), sales[0]);
    let draft = draft.customer("Offer the care plan", from_start(1, Months), Letter).by(Vendor);
    assert_eq!(spoken(&serves(draft, sales[0]).plan()), []);
}

#[test]
fn being_late_is_no_flaw_of_the_plan() {
    let draft = draft().prospect("Write", from_start(0, WorkingDays), Email).by(Myself).with("Mailbox");
    let draft = draft.prospect("Ring", then(1, Weeks), Phone).by(Myself).with("List");
    let plan = draft.prospect("Ask again", then(3, Months), Email).by(Myself).with("Mailbox").plan();
    assert_eq!(spoken(&plan), []);
    // The first step was done in time, and nothing since: the call is months late.
    let late = super::routes::done(&plan, plan.sequences.prospect.steps[0].id.0, "2026-09-07");
    let today = super::routes::date("2027-02-01");
    let schedule = followthrough::schedule::Schedule::on(&late, today);
    assert_eq!(followthrough::advice::Review::of(&late, &schedule, today).findings, []);
}
