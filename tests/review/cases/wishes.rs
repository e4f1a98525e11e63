//! Statements, goals, actions, and the thread to the steps (A11-A25, F1).

use followthrough::advice::Rule;
use followthrough::plan::{Channel::*, Edit, Idea, StepEdit, Unit::*};

use super::Case;
use crate::draft::{Draft, draft};
use crate::routes::{CUSTOMER, PROSPECT, from_start};

pub fn cases() -> Vec<Case> {
    let at_home = "They feel at home. They taste before they buy. They know us by name.";
    let business = ["More referrals", "Repeat sales", "Larger orders"];
    let (one_goal, _, actions) = draft().goal(CUSTOMER, "More referrals", &["a card for a friend"]);
    let card = actions[0];
    let with_card = || one_goal.clone().customer("Send the card", from_start(0, WorkingDays), Letter);
    let tied = || with_card().say(StepEdit::Action(Some(card)));
    let choice = ["a card for a friend", "a word at the till", "a letter"];
    let (three_actions, _, actions) = draft().goal(CUSTOMER, "More referrals", &choice);
    let begun = |draft: &Draft| draft.clone().customer("Ring", from_start(7, WorkingDays), Phone);
    vec![
        Case {
            rule: Rule::StatementLong,
            speaks: vec![("four sentences", draft().statement(&format!("{at_home} They stay.")).plan())],
            silent: vec![("three sentences", draft().statement(at_home).plan())],
        },
        Case {
            rule: Rule::StatementSpecific,
            speaks: vec![
                ("a number of days", draft().statement("They hear from us within 3 days.").plan()),
                ("several pieces", draft().statement("We send 3 e-mails by Monday.").plan()),
            ],
            silent: vec![("how it feels", draft().statement(at_home).plan())],
        },
        Case {
            rule: Rule::GoalMeasurable,
            speaks: vec![("a share", draft().wishes(&["20% more referrals"]).plan())],
            silent: vec![
                ("a wish", draft().wishes(&["More referrals"]).plan()),
                ("a rank", draft().wishes(&["Be number 1 in town"]).plan()),
                (
                    "every idea",
                    Idea::ALL.into_iter().fold(draft(), |it, idea| it.edit(Edit::PickIdea(idea))).plan(),
                ),
            ],
        },
        Case {
            rule: Rule::NoContactGoal,
            speaks: vec![
                ("three goals of the business", draft().wishes(&business).plan()),
                ("one goal, and an action already", one_goal.clone().plan()),
            ],
            silent: vec![
                (
                    "one of them serves the contact",
                    draft().wishes(&business).edit(Edit::PickIdea(Idea::Trust)).plan(),
                ),
                ("the first two wishes", draft().wishes(&business[..2]).plan()),
            ],
        },
        Case {
            rule: Rule::GoalWithoutAction,
            speaks: vec![
                ("one of two", one_goal.clone().wishes(&["Repeat sales"]).plan()),
                (
                    "the only one, when there are steps",
                    draft().wishes(&["Trust"]).customer("Write", from_start(0, WorkingDays), Email).plan(),
                ),
            ],
            silent: vec![
                ("each has one", one_goal.clone().plan()),
                ("the first of many", one_goal.clone().wishes(&business).plan()),
            ],
        },
        Case {
            rule: Rule::ActionWithoutMeasure,
            speaks: vec![
                ("the only one, when there are steps", with_card().plan()),
                ("three of them, when there are steps", begun(&three_actions).plan()),
            ],
            silent: vec![
                ("it has one", with_card().measured(card, "cards handed in").plan()),
                (
                    "one of three has one",
                    begun(&three_actions).measured(actions[0], "cards handed in").plan(),
                ),
                ("actions just thought of", three_actions.clone().plan()),
            ],
        },
        Case {
            rule: Rule::ActionOffRoute,
            speaks: vec![
                ("a sequence without it", with_card().plan()),
                ("a sequence without any of three", begun(&three_actions).plan()),
            ],
            silent: vec![
                ("a step carries it out", tied().plan()),
                (
                    "one of three was chosen",
                    begun(&three_actions).say(StepEdit::Action(Some(actions[1]))).plan(),
                ),
                ("its sequence is not begun", one_goal.clone().plan()),
                (
                    "only the other sequence is begun",
                    one_goal.clone().step(PROSPECT, "Write", from_start(0, WorkingDays), Email).plan(),
                ),
            ],
        },
        Case {
            rule: Rule::StepWithoutGoal,
            speaks: vec![("one of two", tied().customer("Ring", from_start(7, WorkingDays), Phone).plan())],
            silent: vec![
                ("it has one", tied().plan()),
                (
                    "nothing is tied yet",
                    with_card().customer("Ring", from_start(7, WorkingDays), Phone).plan(),
                ),
            ],
        },
    ]
}
