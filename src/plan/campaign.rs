//! What was spent and what came back (C8).

use super::{Amount, Line};

/// What a campaign, or the plan as a whole, cost and brought (C8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Campaign {
    /// What was spent.
    pub spend: Option<Amount>,
    /// What came back besides that of the leads named below.
    pub revenue: Option<Amount>,
    /// The leads, by name.
    pub leads: Vec<Lead>,
}

/// Names a lead within its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeadId(pub u32);

/// Somebody who may buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The name within the plan.
    pub id: LeadId,
    /// Who it is.
    pub name: Line,
    /// What they bought for: zero if they did not, none while nobody knows (C8).
    pub brought: Option<Amount>,
}
