//! The ways through a sequence that parts (B5).

use super::pattern::{Journey, Marked, Pattern, marked};
use crate::plan::{Audience, Fate, Outcome, PlanParts, StepId};

/// One way through a sequence: what comes of the steps at which it parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The step that decides, and what comes of it; none for the way that is expected.
    pub turn: Option<(StepId, Outcome)>,
    /// The steps passed, in order, each with its day where it has one.
    pub steps: Vec<(StepId, Option<chrono::NaiveDate>)>,
}

impl Way {
    /// The way that is expected, or taken, then one for each outcome that some step asks for and that is neither.
    pub fn all(plan: &PlanParts, audience: Audience) -> Vec<Self> {
        let steps = &plan.sequences.of(audience).steps;
        let pattern = Pattern::of(plan, audience);
        let marks = marked(steps, plan.runs.of(audience));
        let start = plan.start(audience).map(|date| date.to_epoch_days());
        let way = |turn: Option<(StepId, Outcome)>, pattern: &Pattern| {
            let days = pattern.date(Journey { start, marks: &marks, today: None });
            let passed = (0..pattern.steps()).filter(|at| pattern.is_on_path(&marks, *at));
            let steps = passed.map(|at| (steps[at].id, days[at].day.ok().and_then(super::days::date)));
            Self { turn, steps: steps.collect() }
        };
        let mut turns: Vec<(usize, Outcome)> = Vec::new();
        for turn in (0..steps.len()).filter_map(|at| pattern.branch(at)) {
            if !turns.contains(&turn)
                && pattern.comes(&marks, turn.0) != Some(turn.1)
                && !is_decided(&marks, turn.0)
            {
                turns.push(turn);
            }
        }
        let others = turns
            .into_iter()
            .map(|(fork, outcome)| way(Some((steps[fork].id, outcome)), &pattern.expecting(fork, outcome)));
        std::iter::once(way(None, &pattern)).chain(others).collect()
    }
}

/// Whether it is known what came of a step.
fn is_decided(marks: &[Marked], step: usize) -> bool {
    marks.iter().any(|mark| mark.step == step && !matches!(mark.fate, Fate::Tried(_)))
}
