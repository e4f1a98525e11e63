//! How far each stage has come: computed from the plan, never stored.

use super::{Missing, Stage};
use crate::plan::{Audience, Plan, Readiness};

/// The state of every stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    states: [StageState; 7],
}

/// The state of one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageState {
    /// Nothing has been entered.
    NotStarted,
    /// Something has, and this many things are missing.
    Missing(usize),
    /// Nothing is missing.
    Complete,
}

impl Progress {
    /// The progress of a plan, given what it is missing.
    pub fn of(plan: &Plan, missing: &[Missing]) -> Self {
        Self {
            states: Stage::ALL.map(|stage| {
                let count = missing.iter().filter(|what| what.stage() == stage).count();
                match (is_started(plan, stage), count) {
                    (false, _) => StageState::NotStarted,
                    (true, 0) => StageState::Complete,
                    (true, count) => StageState::Missing(count),
                }
            }),
        }
    }

    /// The state of a stage.
    pub fn state(&self, stage: Stage) -> StageState {
        self.states[stage as usize]
    }

    /// How many stages are complete.
    pub fn complete(&self) -> usize {
        self.states.iter().filter(|state| **state == StageState::Complete).count()
    }

    /// The stage to go on with: the first that is not complete.
    pub fn next(&self) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| self.state(*stage) != StageState::Complete)
    }
}

fn is_started(plan: &Plan, stage: Stage) -> bool {
    match stage {
        Stage::FreshStart => {
            !plan.business.is_blank()
                || !plan.name.is_blank()
                || !plan.offer.is_blank()
                || !plan.reasons.is_empty()
                || plan.sequences.iter().any(|(_, sequence)| !sequence.trigger.is_blank())
        }
        Stage::Destination => plan.statements.iter().any(|(_, statement)| !statement.is_blank()),
        Stage::Goals => !plan.goals.is_empty(),
        Stage::By => plan.actions().next().is_some(),
        Stage::Route => plan.steps().next().is_some() || plan.start(Audience::Prospect).is_some(),
        Stage::Prepare => plan.steps().any(|step| {
            step.who.is_some()
                || !step.tools.is_blank()
                || !step.notes.is_blank()
                || step.readiness == Readiness::Ready
        }),
        Stage::Go => {
            plan.review.is_some() || plan.actions().any(|(_, action)| !action.measure.result.is_blank())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, GoalEdit, GoalId, Line};

    fn progress(edits: Vec<Edit>) -> Progress {
        let plan = edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap());
        Progress::of(&plan, &Missing::of(&plan))
    }

    #[test]
    fn a_blank_plan_has_no_stage_started() {
        let progress = progress(vec![]);
        assert!(Stage::ALL.iter().all(|stage| progress.state(*stage) == StageState::NotStarted));
        assert_eq!(progress.next(), Some(Stage::FreshStart));
    }

    #[test]
    fn one_statement_of_two_leaves_one_thing_missing() {
        let statement = crate::plan::Prose::parse("Welcome.").unwrap();
        let progress = progress(vec![Edit::Statement(Audience::Prospect, statement)]);
        assert_eq!(progress.state(Stage::Destination), StageState::Missing(1));
    }

    #[test]
    fn sorted_goals_for_both_audiences_complete_the_stage() {
        let goal = |text| Edit::AddGoal(Line::parse(text).unwrap());
        let sort = |id, audience| Edit::Goal(GoalId(id), GoalEdit::Audience(Some(audience)));
        let edits =
            vec![goal("Trust"), goal("Referrals"), sort(1, Audience::Prospect), sort(2, Audience::Customer)];
        let progress = progress(edits);
        assert_eq!(progress.state(Stage::Goals), StageState::Complete);
        assert_eq!(progress.state(Stage::By), StageState::NotStarted);
    }
}
