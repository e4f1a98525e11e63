//! Steps as they were: for those who go on as they began after the plan has changed.

use std::sync::Arc;

use crate::plan::{Audience, Sequence, Step, StepId};

/// Names a version within its roster. None is given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId(pub u32);

/// The steps of a sequence as they were at a time, kept while somebody runs on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The name within the roster.
    pub id: VersionId,
    /// The sequence.
    pub audience: Audience,
    /// Its steps, in order.
    pub steps: Arc<[Step]>,
    /// Those of them that have left the plan since, in order. A later step of the plan may bear such a name again, and is
    /// another step.
    pub gone: Vec<StepId>,
}

impl Version {
    /// Whether the steps could be those of a sequence, and those that have left are among them, once each.
    pub(super) fn is_sound(&self) -> bool {
        let is_known = |(at, step): (usize, &StepId)| {
            self.steps.iter().any(|known| known.id == *step) && !self.gone[..at].contains(step)
        };
        Sequence::are_steps(&self.steps) && self.gone.iter().enumerate().all(is_known)
    }
}
