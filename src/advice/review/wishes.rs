//! What is said of statements, goals, actions, and of the thread that ties them to steps (A11-A25, F1).

use super::{Detail, Examination, Note, Spot};
use crate::advice::{Balance, MAX_SENTENCES, StatementNote, balance, statement_notes};
use crate::calendar::sort_by_number;
use crate::plan::{Action, PlanParts};

/// A third of the goals for the contact is enough, so three are the fewest that can be out of balance.
const GOALS_FOR_BALANCE: usize = 3;

impl Examination<'_> {
    pub(super) fn long_statements(&self, note: Note<'_>) {
        for (audience, statement) in self.plan.statements.iter() {
            for found in statement_notes(statement.as_str()) {
                if let StatementNote::Long { sentences } = found {
                    let detail = Detail::Count { found: sentences as u64, limit: MAX_SENTENCES as u64 };
                    note(Spot::Statement(audience), detail);
                }
            }
        }
    }

    pub(super) fn specific_statements(&self, note: Note<'_>) {
        for (audience, statement) in self.plan.statements.iter() {
            let pieces = statement_notes(statement.as_str()).into_iter().filter_map(piece);
            // One finding a statement, however much it says.
            if let Some(piece) = pieces.into_iter().next() {
                note(Spot::Statement(audience), Detail::Piece(piece));
            }
        }
    }

    pub(super) fn measurable_goals(&self, note: Note<'_>) {
        for goal in &self.plan.goals {
            let numbers = statement_notes(goal.text.as_str())
                .into_iter()
                .filter(|found| matches!(found, StatementNote::Number(_) | StatementNote::Date(_)));
            // To be number 1 is a wish.
            if let Some(piece) = numbers.filter_map(piece).find(|piece| piece != "1") {
                note(Spot::Goal(goal.id), Detail::Piece(piece));
            }
        }
    }

    pub(super) fn goals_without_contact(&self, note: Note<'_>) {
        let is_list = self.plan.goals.len() >= GOALS_FOR_BALANCE || self.plan.actions().next().is_some();
        if is_list && balance(self.plan) == Balance::None {
            note(Spot::Plan, Detail::None);
        }
    }

    pub(super) fn goals_without_action(&self, note: Note<'_>) {
        let goals = || self.plan.goals.iter().filter(|goal| !goal.text.is_blank());
        let without = goals().filter(|goal| goal.actions.iter().all(|action| action.text.is_blank()));
        self.judge(goals().count(), without.map(|goal| Spot::Goal(goal.id)).collect(), note);
    }

    /// One or two measures in a plan are enough (A23): a plan that has one is not asked for more.
    pub(super) fn actions_without_measure(&self, note: Note<'_>) {
        let mut actions = self.plan.actions().filter(|(_, action)| !action.text.is_blank()).peekable();
        let is_time = self.has_steps() && actions.peek().is_some();
        if is_time && actions.all(|(_, action)| action.measure.metric.is_blank()) {
            note(Spot::Plan, Detail::None);
        }
    }

    /// Several actions of a goal are a choice (A22): it is enough that one of them happens.
    pub(super) fn actions_off_route(&self, note: Note<'_>) {
        let carried = carried(self.plan);
        for goal in &self.plan.goals {
            let is_laid_out = match goal.audience {
                Some(audience) => !self.plan.sequences.of(audience).steps.is_empty(),
                None => self.has_steps(),
            };
            let is_carried = |action: &Action| carried.binary_search(&action.id.0).is_ok();
            if is_laid_out
                && !goal.actions.iter().any(is_carried)
                && let Some(first) = goal.actions.iter().find(|action| !action.text.is_blank())
            {
                note(Spot::Action(first.id), Detail::None);
            }
        }
    }

    /// Silent while no step is tied to a goal at all: the thread is not begun.
    pub(super) fn steps_without_goal(&self, note: Note<'_>) {
        let is_begun = self.plan.steps().any(|step| step.action.is_some());
        for step in self.plan.steps().filter(|step| is_begun && step.action.is_none()) {
            if !step.what.is_blank() {
                note(Spot::Step(step.id), Detail::None);
            }
        }
    }

    /// Notes those of a list that lack something, once at least half of it has it or the steps are begun.
    fn judge(&self, all: usize, without: Vec<Spot>, note: Note<'_>) {
        if without.len() * 2 <= all || self.has_steps() {
            without.into_iter().for_each(|spot| note(spot, Detail::None));
        }
    }

    fn has_steps(&self) -> bool {
        self.plan.steps().next().is_some()
    }
}

fn piece(note: StatementNote) -> Option<String> {
    match note {
        StatementNote::Number(piece) | StatementNote::Date(piece) | StatementNote::Channel(piece) => {
            Some(piece)
        }
        StatementNote::Long { .. } => None,
    }
}

/// The actions that steps carry out, by number, in order.
fn carried(plan: &PlanParts) -> Vec<u32> {
    let mut carried: Vec<u32> = plan.steps().filter_map(|step| step.action).map(|action| action.0).collect();
    sort_by_number(&mut carried, |action| (*action).into());
    carried
}
