//! What a recipe would bring a plan, before it is taken.

use chrono::NaiveDate;

use super::{Recipe, RecipeStep};
use crate::plan::{Edit, EditError, Plan, StepId};
use crate::schedule::{Schedule, StepFacts};

/// A plan as it would be with a recipe's steps, dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The recipe.
    pub recipe: Recipe,
    /// The plan as it would be, with a start if it has none.
    pub plan: Plan,
    /// The day its sequence starts.
    pub start: NaiveDate,
    /// Whether that day is today, for want of a start in the plan.
    pub is_assumed: bool,
    /// The recipe's steps with their dates, and why each is there.
    pub steps: Vec<(StepFacts, String)>,
}

impl Preview {
    /// What a recipe's steps would bring a plan as it looks on a day.
    ///
    /// # Errors
    /// [`EditError`] where they do not fit into the plan.
    pub fn of(plan: &Plan, recipe: Recipe, made: &[RecipeStep], today: NaiveDate) -> Result<Self, EditError> {
        let audience = recipe.audience();
        let steps = made.iter().map(|made| made.step.clone()).collect();
        let edit = Edit::InsertSteps { audience, before: None, steps };
        let edited = plan.edited(edit)?;
        let known = plan.start(audience);
        let plan = match known {
            Some(_) => edited,
            None => edited.edited(Edit::Start(audience, Some(today)))?,
        };
        let steps = dated(&plan, made, today);
        Ok(Self {
            recipe,
            plan,
            start: known.unwrap_or(today),
            is_assumed: known.is_none(),
            steps: steps.into_iter().map(|(facts, made)| (facts, made.why.clone())).collect(),
        })
    }

    /// The one change that puts its steps at the end of the plan's sequence.
    pub fn edit(&self) -> Edit {
        let audience = self.recipe.audience();
        let steps = &self.plan.sequences.of(audience).steps;
        let steps = steps.iter().skip(self.added_after()).cloned().collect();
        Edit::InsertSteps { audience, before: None, steps }
    }

    /// How many steps its sequence has before them.
    pub fn added_after(&self) -> usize {
        self.plan.sequences.of(self.recipe.audience()).steps.len().saturating_sub(self.steps.len())
    }

    /// The step that the eye goes to once it is taken: the first.
    pub fn first(&self) -> Option<StepId> {
        self.steps.first().map(|(facts, _)| facts.step)
    }

    /// The first and the last day of its steps, on the path that is expected.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        span(self.steps.iter().map(|(facts, _)| facts))
    }
}

/// The first and the last day of a recipe's steps in a plan of nothing else that starts on that day.
pub fn usual_span(recipe: Recipe, made: &[RecipeStep], start: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = Plan::blank().into_parts();
    parts.sequences.of_mut(recipe.audience()).steps = made.iter().map(|made| made.step.clone()).collect();
    parts.runs.of_mut(recipe.audience()).start = Some(start);
    let plan = parts.checked().ok()?;
    span(dated(&plan, made, start).iter().map(|(facts, _)| facts))
}

fn dated<'a>(plan: &Plan, made: &'a [RecipeStep], today: NaiveDate) -> Vec<(StepFacts, &'a RecipeStep)> {
    let schedule = Schedule::on(plan, today);
    made.iter().filter_map(|made| Some((*schedule.step(made.step.id)?, made))).collect()
}

fn span<'a>(steps: impl Iterator<Item = &'a StepFacts>) -> Option<(NaiveDate, NaiveDate)> {
    let days: Vec<_> = steps.filter(|facts| facts.happens()).filter_map(|facts| facts.due).collect();
    Some((*days.iter().min()?, *days.iter().max()?))
}
