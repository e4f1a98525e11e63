//! The trace of a plan: from the destination over goals and actions to steps and their dates, and what hangs loose
//! at either end (F1).

#[cfg(test)]
mod tests;

use crate::calendar::sort_by_number;
use chrono::NaiveDate;

use crate::plan::{ActionId, Audience, Goal, GoalId, PlanParts, StepId};
use crate::schedule::{Schedule, StepFacts};

/// What hangs together for one audience (F1), or for the goals that belong to none yet (A15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traceability {
    /// Whose trace it is; none for goals not sorted yet.
    pub audience: Option<Audience>,
    /// Whether it has no destination to lead to (A11).
    pub lacks_statement: bool,
    /// Its goals, in order of time (A16).
    pub goals: Vec<GoalTrace>,
    /// Steps of the audience's sequence that carry out no action, in order.
    pub orphans: Vec<TiedStep>,
}

/// A goal with what is done for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalTrace {
    /// The goal.
    pub goal: GoalId,
    /// Its "by …" (A22). A line left blank is none, unless a step carries it out.
    pub actions: Vec<ActionTrace>,
}

/// An action with the steps that carry it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionTrace {
    /// The action.
    pub action: ActionId,
    /// The steps, those of the prospect sequence first. They may stand in the sequence of the other audience.
    pub steps: Vec<TiedStep>,
}

/// A step, with the sequence it stands in and its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TiedStep {
    /// Whose sequence it stands in.
    pub audience: Audience,
    /// What there is to tell of it.
    pub facts: StepFacts,
}

/// Something at one end of the trace that the other end does not know of (F1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Orphan {
    /// There is no destination (A11).
    NoStatement(Audience),
    /// A goal for neither audience (A15).
    UnsortedGoal(GoalId),
    /// A goal that no action reaches (A22).
    GoalWithoutAction(GoalId),
    /// An action that no step carries out (A25).
    ActionWithoutStep(ActionId),
    /// A step that serves no goal.
    StepWithoutGoal(StepId),
}

impl Traceability {
    /// All of a plan: both audiences, then what is not sorted.
    pub fn all(plan: &PlanParts, schedule: &Schedule) -> [Self; 3] {
        let tied = tied(plan, schedule);
        let orphans: Vec<_> =
            tied.iter().filter(|(action, _)| action.is_none()).map(|(_, step)| *step).collect();
        [Some(Audience::Prospect), Some(Audience::Customer), None].map(|audience| Self {
            audience,
            lacks_statement: audience.is_some_and(|audience| plan.statements.of(audience).is_blank()),
            goals: plan
                .goals
                .iter()
                .filter(|goal| goal.audience == audience)
                .map(|goal| GoalTrace::of(goal, &tied))
                .collect(),
            orphans: orphans.iter().filter(|step| Some(step.audience) == audience).copied().collect(),
        })
    }

    /// There is nothing in it at all, not even something that is missing.
    pub fn is_empty(&self) -> bool {
        !self.lacks_statement && self.goals.is_empty() && self.orphans.is_empty()
    }

    /// The goal of that name.
    pub fn goal(&self, id: GoalId) -> Option<&GoalTrace> {
        self.goals.iter().find(|goal| goal.goal == id)
    }

    /// The action of that name.
    pub fn action(&self, id: ActionId) -> Option<&ActionTrace> {
        self.goals.iter().flat_map(|goal| &goal.actions).find(|action| action.action == id)
    }

    /// What hangs loose, from the destination to the dates.
    pub fn orphans(&self) -> Vec<Orphan> {
        let mut ends = Vec::new();
        if let Some(audience) = self.audience.filter(|_| self.lacks_statement) {
            ends.push(Orphan::NoStatement(audience));
        }
        for goal in &self.goals {
            if self.audience.is_none() {
                ends.push(Orphan::UnsortedGoal(goal.goal));
            }
            if goal.actions.is_empty() {
                ends.push(Orphan::GoalWithoutAction(goal.goal));
            }
            let bare = goal.actions.iter().filter(|action| action.steps.is_empty());
            ends.extend(bare.map(|action| Orphan::ActionWithoutStep(action.action)));
        }
        ends.extend(self.orphans.iter().map(|step| Orphan::StepWithoutGoal(step.facts.step)));
        ends
    }
}

impl GoalTrace {
    fn of(goal: &Goal, tied: &[(Option<ActionId>, TiedStep)]) -> Self {
        let actions = goal.actions.iter().filter_map(|action| {
            let from = tied.partition_point(|(other, _)| *other < Some(action.id));
            let of_action = tied[from..].iter().take_while(|(other, _)| *other == Some(action.id));
            let steps: Vec<_> = of_action.map(|(_, step)| *step).collect();
            let is_said = !action.text.is_blank() || !steps.is_empty();
            is_said.then_some(ActionTrace { action: action.id, steps })
        });
        Self { goal: goal.id, actions: actions.collect() }
    }

    /// The days on which something happens for it, each once, in order: steps on the path that is taken or expected
    /// and not left out.
    pub fn dates(&self) -> Vec<NaiveDate> {
        let steps = self.actions.iter().flat_map(|action| &action.steps);
        let mut dates: Vec<_> =
            steps.filter(|step| step.facts.happens()).filter_map(|step| step.facts.due).collect();
        sort_by_number(&mut dates, |date| date.to_epoch_days().into());
        dates.dedup();
        dates
    }
}

/// The days on which something happens for each goal that has some.
pub fn goal_dates(plan: &PlanParts, schedule: &Schedule) -> Vec<(GoalId, Vec<NaiveDate>)> {
    let tied = tied(plan, schedule);
    let dates = plan.goals.iter().map(|goal| (goal.id, GoalTrace::of(goal, &tied).dates()));
    dates.filter(|(_, dates)| !dates.is_empty()).collect()
}

/// Every step with the action it carries out, by action, and among those in the order of the sequences.
fn tied(plan: &PlanParts, schedule: &Schedule) -> Vec<(Option<ActionId>, TiedStep)> {
    let of = |audience| {
        let steps = &plan.sequences.of(audience).steps;
        let told = steps.iter().zip(schedule.steps(audience));
        told.map(move |(step, facts)| (step.action, TiedStep { audience, facts: *facts }))
    };
    let mut tied: Vec<_> = Audience::BOTH.into_iter().flat_map(of).collect();
    // Steps that carry out none come first.
    sort_by_number(&mut tied, |(action, _)| action.map_or(-1, |action| action.0.into()));
    tied
}
