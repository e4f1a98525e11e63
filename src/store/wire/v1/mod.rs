//! Version 1, frozen: the types as they are written. What changes them is a version 2.
//!
//! Options that are none and by-the-way texts that are empty are not written; lists always are.

mod convert;

mod flaw;

mod plan;

mod words;

use serde::{Deserialize, Serialize};

pub(crate) use plan::Plan;
pub(crate) use words::Written;

use crate::plan::{self as domain, PlanParts};
use crate::store::{self, State, Stored, TabId, Unreadable};

/// The version these types are of.
pub(crate) const VERSION: u64 = 1;

/// A plan with what the store has to know of it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Envelope {
    format: String,
    version: u64,
    state: Written<State>,
    stamp: Stamp,
    after: Option<Stamp>,
    plan: Plan,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Stamp {
    revision: u64,
    tab: Written<TabId>,
}

impl Plan {
    /// The plan, if its parts fit together; otherwise where they do not.
    pub(crate) fn into_plan(self) -> Result<domain::Plan, Unreadable> {
        let parts = PlanParts::from(self);
        parts.clone().checked().map_err(|flaw| Unreadable::Wrong(flaw::fault(&parts, flaw)))
    }
}

impl Envelope {
    pub(crate) fn into_stored(self) -> Result<Stored, Unreadable> {
        Ok(Stored {
            plan: self.plan.into_plan()?,
            state: self.state.0,
            stamp: self.stamp.into(),
            after: self.after.map(store::Stamp::from),
        })
    }
}

impl From<&Stored> for Envelope {
    fn from(stored: &Stored) -> Self {
        Self {
            format: super::FORMAT.to_owned(),
            version: VERSION,
            state: Written(stored.state),
            stamp: Stamp::from(&stored.stamp),
            after: stored.after.as_ref().map(Stamp::from),
            plan: Plan::from(&stored.plan),
        }
    }
}

impl From<Stamp> for store::Stamp {
    fn from(Stamp { revision, tab }: Stamp) -> Self {
        Self { revision, tab: tab.0 }
    }
}

impl From<&store::Stamp> for Stamp {
    fn from(stamp: &store::Stamp) -> Self {
        Self { revision: stamp.revision, tab: Written(stamp.tab.clone()) }
    }
}
