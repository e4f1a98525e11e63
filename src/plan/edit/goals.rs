//! Changes to goals and to the actions that serve them (A13-A24).

use super::{ActionEdit, EditError, GoalEdit};
use crate::plan::{ActionId, Benefit, Goal, GoalId, Idea, Line, PlanParts};

impl PlanParts {
    pub(super) fn apply_to_goal(&mut self, id: GoalId, edit: GoalEdit) -> Result<(), EditError> {
        match edit {
            GoalEdit::Text(text) => self.goal_mut(id)?.text = text,
            GoalEdit::Audience(audience) => self.goal_mut(id)?.audience = audience,
            GoalEdit::Benefit(benefit) => self.goal_mut(id)?.benefit = benefit,
            GoalEdit::Before(_, Some(other)) if other == id => _ = self.goal_place(id)?,
            GoalEdit::Before(audience, before) => {
                let goal = Goal { audience, ..self.goals.remove(self.goal_place(id)?) };
                let to = before.map_or(Ok(self.goals.len()), |other| self.goal_place(other))?;
                self.goals.insert(to, goal);
            }
            GoalEdit::Remove => {
                let goal = self.goals.remove(self.goal_place(id)?);
                for action in &goal.actions {
                    self.release_steps(action.id);
                }
            }
        }
        Ok(())
    }

    pub(super) fn apply_to_action(&mut self, id: ActionId, edit: ActionEdit) -> Result<(), EditError> {
        if edit == ActionEdit::Remove {
            self.action(id).ok_or(EditError::NoSuchAction(id))?;
            for goal in &mut self.goals {
                goal.actions.retain(|action| action.id != id);
            }
            self.release_steps(id);
            return Ok(());
        }
        let mut actions = self.goals.iter_mut().flat_map(|goal| &mut goal.actions);
        let action = actions.find(|action| action.id == id).ok_or(EditError::NoSuchAction(id))?;
        match edit {
            ActionEdit::Text(text) => action.text = text,
            ActionEdit::Metric(metric) => action.measure.metric = metric,
            ActionEdit::Target(target) => action.measure.target = target,
            ActionEdit::By(date) => action.measure.by = date,
            ActionEdit::Result(result) => action.measure.result = result,
            ActionEdit::Remove => {}
        }
        Ok(())
    }

    pub(super) fn add_goal(&mut self, id: u32, text: Line, idea: Option<Idea>, benefit: Benefit) {
        self.goals.push(Goal { id: GoalId(id), text, idea, audience: None, benefit, actions: Vec::new() });
    }

    fn goal_place(&self, id: GoalId) -> Result<usize, EditError> {
        self.goals.iter().position(|goal| goal.id == id).ok_or(EditError::NoSuchGoal(id))
    }

    pub(super) fn goal_mut(&mut self, id: GoalId) -> Result<&mut Goal, EditError> {
        self.goals.iter_mut().find(|goal| goal.id == id).ok_or(EditError::NoSuchGoal(id))
    }
}
