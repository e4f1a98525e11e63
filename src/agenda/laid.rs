//! The sequences laid out for contacts, with what an agenda says of each step.

use std::collections::HashMap;

use crate::plan::{Audience, Channel, GoalId, PerAudience, PlanParts, Responsible, Step, StepId};
use crate::roster::{Enrolment, Roster, VersionId};
use crate::schedule::Pattern;

/// All sequences that somebody runs on.
#[derive(Clone, Debug)]
pub(super) struct LaidOut {
    current: PerAudience<Laid>,
    versions: HashMap<VersionId, Laid>,
}

/// One sequence.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    pub(super) pattern: Pattern,
    pub(super) steps: Vec<Entry>,
    places: HashMap<StepId, usize>,
}

/// What an agenda says of a step, whoever it is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) id: StepId,
    pub(super) channel: Option<Channel>,
    pub(super) who: Option<Responsible>,
    pub(super) goal: Option<GoalId>,
    /// Minutes of somebody's time (E1-E6, E10).
    pub(super) minutes: u32,
    /// How often it is tried at most (B5).
    pub(super) attempts: u8,
}

impl LaidOut {
    pub(super) fn of(plan: &PlanParts, roster: &Roster) -> Self {
        let current = |audience| Laid::of(plan, &plan.sequences.of(audience).steps);
        let version = |version: &crate::roster::Version| (version.id, Laid::of(plan, &version.steps));
        Self {
            current: PerAudience::from_fn(current),
            versions: roster.versions().iter().map(version).collect(),
        }
    }

    /// The sequence an enrolment runs on.
    pub(super) fn for_enrolment(&self, enrolment: &Enrolment) -> &Laid {
        let version = enrolment.version.and_then(|version| self.versions.get(&version));
        version.unwrap_or_else(|| self.current(enrolment.audience))
    }

    /// The plan's own sequence.
    pub(super) fn current(&self, audience: Audience) -> &Laid {
        self.current.of(audience)
    }
}

impl Laid {
    fn of(plan: &PlanParts, steps: &[Step]) -> Self {
        let entry = |step: &Step| Entry {
            id: step.id,
            channel: step.channel,
            who: step.who,
            goal: step.action.and_then(|action| plan.action(action)).map(|(goal, _)| goal.id),
            minutes: step.channel.map_or(0, |channel| plan.profile(channel).minutes.into()),
            attempts: step.attempts.count(),
        };
        Self {
            pattern: Pattern::for_contacts(plan, steps),
            steps: steps.iter().map(entry).collect(),
            places: steps.iter().zip(0..).map(|(step, at)| (step.id, at)).collect(),
        }
    }

    /// The place of a step.
    pub(super) fn place(&self, step: StepId) -> Option<usize> {
        self.places.get(&step).copied()
    }
}
