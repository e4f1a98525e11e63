//! What is said of statements, goals, actions, and of the thread that ties them to steps (A11-A25, F1).

use super::{Desk, Detail, Note, Spot};
use crate::advice::{Balance, MAX_SENTENCES, StatementNote, balance, statement_notes};
use crate::plan::PlanParts;

impl Desk<'_> {
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
            if let Some(piece) = numbers.filter_map(piece).next() {
                note(Spot::Goal(goal.id), Detail::Piece(piece));
            }
        }
    }

    pub(super) fn goals_without_contact(&self, note: Note<'_>) {
        if balance(self.plan) == Balance::None {
            note(Spot::Plan, Detail::None);
        }
    }

    pub(super) fn goals_without_action(&self, note: Note<'_>) {
        for goal in &self.plan.goals {
            if goal.actions.iter().all(|action| action.text.is_blank()) {
                note(Spot::Goal(goal.id), Detail::None);
            }
        }
    }

    pub(super) fn actions_without_measure(&self, note: Note<'_>) {
        for (_, action) in self.plan.actions() {
            if !action.text.is_blank() && action.measure.metric.is_blank() {
                note(Spot::Action(action.id), Detail::None);
            }
        }
    }

    pub(super) fn actions_off_route(&self, note: Note<'_>) {
        let carried = carried(self.plan);
        for (_, action) in self.plan.actions() {
            if !action.text.is_blank() && carried.binary_search(&action.id.0).is_err() {
                note(Spot::Action(action.id), Detail::None);
            }
        }
    }

    pub(super) fn steps_without_goal(&self, note: Note<'_>) {
        for step in self.plan.steps() {
            if step.action.is_none() && !step.what.is_blank() {
                note(Spot::Step(step.id), Detail::None);
            }
        }
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
    carried.sort_unstable();
    carried
}
