//! Goals, the actions that reach them, and how success is measured (A13-A24).

use chrono::NaiveDate;

use super::{Audience, Idea, Line};

/// Names a goal within its plan, for as long as the plan lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoalId(pub u32);

/// Names an action within its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId(pub u32);

/// Something wished for along the way: deliberately unspecific (A14).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Goal {
    /// Its name within the plan.
    pub id: GoalId,
    /// The wish, in the owner's words.
    pub text: Line,
    /// The idea it was picked from, if any (A19).
    pub idea: Option<Idea>,
    /// Where it belongs, once sorted (A15).
    pub audience: Option<Audience>,
    /// Whom it does good to first (A17).
    pub benefit: Benefit,
    /// The "by …" (A22), in the order they were thought of.
    pub actions: Vec<Action>,
}

/// Whom a goal serves first; what the check against the destination counts (A17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Benefit {
    /// The business.
    Business,
    /// The contact, and a good experience.
    Contact,
}

/// One "by …": specific and measurable (A22, A23).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Action {
    /// Its name within the plan.
    pub id: ActionId,
    /// What is done.
    pub text: Line,
    /// How one will know; blank until filled in.
    pub measure: Measure,
}

/// How success is measured (A23), and what came of it (A27).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Measure {
    /// The metric.
    pub metric: Line,
    /// The value to reach.
    pub target: Line,
    /// By when.
    pub by: Option<NaiveDate>,
    /// What was measured.
    pub result: Line,
}

impl Measure {
    /// Nothing of it has been filled in.
    pub fn is_blank(&self) -> bool {
        self.metric.is_blank() && self.target.is_blank() && self.by.is_none() && self.result.is_blank()
    }
}
