//! What a recipe would bring a plan, before it is taken.

use chrono::NaiveDate;

use super::{Answers, Recipe};
use crate::plan::{Edit, EditError, Plan, StepId};
use crate::schedule::{Schedule, StepFacts};

/// A plan as it would be with a recipe's steps, dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The plan as it would be, with a start if it has none.
    pub plan: Plan,
    /// The day its sequence starts.
    pub start: NaiveDate,
    /// Whether that day is today, for want of a start in the plan.
    pub is_assumed: bool,
    /// The recipe's steps with their dates, and why each is there.
    pub steps: Vec<(StepFacts, &'static str)>,
}

impl Preview {
    /// What a recipe would bring a plan as it looks on a day.
    ///
    /// # Errors
    /// [`EditError`] where its steps do not fit into the plan.
    pub fn of(plan: &Plan, recipe: Recipe, answers: &Answers, today: NaiveDate) -> Result<Self, EditError> {
        let audience = recipe.audience();
        let made = recipe.steps(answers, plan.next_id(), recipe.opens(plan));
        let edited = plan.edited(recipe.edit(plan, answers))?;
        let known = plan.start(audience);
        let plan = match known {
            Some(_) => edited,
            None => edited.edited(Edit::Start(audience, Some(today)))?,
        };
        let schedule = Schedule::on(&plan, today);
        let facts = made.iter().filter_map(|made| Some((*schedule.step(made.step.id)?, made.why)));
        let steps = facts.collect();
        Ok(Self { plan, start: known.unwrap_or(today), is_assumed: known.is_none(), steps })
    }

    /// The step that the eye goes to once it is taken: the first.
    pub fn first(&self) -> Option<StepId> {
        self.steps.first().map(|(facts, _)| facts.step)
    }

    /// The first and the last day of its steps, on the path that is expected.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let happening = || self.steps.iter().filter(|(facts, _)| facts.happens());
        let days = || happening().filter_map(|(facts, _)| facts.due);
        Some((days().min()?, days().max()?))
    }
}
