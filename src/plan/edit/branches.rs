//! What becomes of the steps that come only after an outcome of another, when that one goes (B5).

use super::EditError;
use crate::plan::{Anchor, Audience, Branch, Fate, Outcome, PlanParts, Step, StepId};

impl PlanParts {
    /// Removes a step. Outcomes of it exclude each other, so what came only after one of them cannot stay beside what
    /// came after another: the steps of the outcome that came, or else is expected, stay and take its place; those of
    /// the others could never be reached any more, and go with it.
    pub(super) fn remove_step(&mut self, audience: Audience, id: StepId) {
        let Some(step) = self.step(id) else { return };
        let (inherited, expected) = (step.only_after, step.expected);
        let kept = match self.runs.of(audience).mark(id).map(|mark| mark.fate) {
            Some(Fate::Done(outcome)) => outcome,
            Some(Fate::Skipped) => None,
            Some(Fate::Tried(_)) | None => expected,
        };
        let gone = self.depending_on(audience, id, |outcome| Some(outcome) != kept);
        let steps = &mut self.sequences.of_mut(audience).steps;
        steps.retain(|step| step.id != id && !gone.contains(&step.id));
        for step in steps.iter_mut().filter(|step| step.only_after.is_some_and(|branch| branch.step == id)) {
            step.only_after = inherited;
        }
        for gone in gone.into_iter().chain([id]) {
            self.forget_step(gone);
        }
    }

    /// Moves a step into the other sequence, and with it what comes only after an outcome of it. What is counted from
    /// across the two sequences stands on its own.
    pub(super) fn hand_over(
        &mut self,
        from: Audience,
        id: StepId,
        before: Option<StepId>,
    ) -> Result<(), EditError> {
        let mut family = self.depending_on(from, id, |_| true);
        family.push(id);
        let steps = std::mem::take(&mut self.sequences.of_mut(from).steps);
        let (mut moving, staying): (Vec<Step>, Vec<Step>) =
            steps.into_iter().partition(|step| family.contains(&step.id));
        self.sequences.of_mut(from).steps = staying;
        for step in &mut moving {
            let strange: Vec<_> = step.depends_on().filter(|other| !family.contains(other)).collect();
            strange.into_iter().for_each(|other| step.release(other));
        }
        for member in &family {
            self.forget_step(*member);
        }
        for step in moving {
            self.insert_step(from.other(), before, step)?;
        }
        Ok(())
    }

    /// The steps that come only after such an outcome of a step, at once or further on.
    fn depending_on(&self, audience: Audience, id: StepId, asks: impl Fn(Outcome) -> bool) -> Vec<StepId> {
        let mut found = Vec::new();
        // A step depends only on steps above it.
        for step in &self.sequences.of(audience).steps {
            let depends =
                |Branch { step, outcome }: Branch| (step == id && asks(outcome)) || found.contains(&step);
            if step.only_after.is_some_and(depends) {
                found.push(step.id);
            }
        }
        found
    }

    /// Nothing depends on the step any more, and nothing is said of it.
    fn forget_step(&mut self, id: StepId) {
        for step in self.steps_mut().filter(|step| step.delay.anchor() == Anchor::Step(id)) {
            step.release_anchor();
        }
        self.forget_marks(id);
    }
}
