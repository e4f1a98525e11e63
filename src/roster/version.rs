//! Steps as they were: for those who go on as they began after the plan has changed.

use std::sync::Arc;

use crate::plan::{Audience, Step, StepId};

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
