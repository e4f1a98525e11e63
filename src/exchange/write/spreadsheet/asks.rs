//! How much the formulas of a step ask for.

use rust_xlsxwriter::Format;

use super::look::Look;
use crate::plan::{Eves, Fate, Unit};
use crate::schedule::StepFacts;

/// What the formulas of a step ask for.
#[derive(Clone, Copy, Debug)]
pub enum Asks {
    /// Everything, so that it can be filled in wherever there was nothing.
    All,
    /// Only what there is: a table of many contacts would be too large otherwise.
    Only {
        unit: Unit,
        latest: Option<Unit>,
        /// Whether some days suit better than others.
        is_choosy: bool,
        /// Whether it is tried more than once.
        is_tried: bool,
    },
}

impl Asks {
    /// Only what there is of a step.
    pub fn only(facts: &StepFacts) -> Self {
        Self::Only {
            unit: facts.wait.span.unit(),
            latest: facts.wait.latest.map(|span| span.unit()),
            is_choosy: facts.wait.weekdays.is_some() || facts.wait.eves == Eves::Avoided,
            is_tried: facts.attempts.count() > 1 || matches!(facts.fate, Some(Fate::Tried(_))),
        }
    }

    /// How the unit of a wait looks: it may be another only where the formulas ask which it is.
    pub fn unit_look(self, look: &Look) -> &Format {
        match self {
            Self::All => &look.text_input,
            Self::Only { .. } => &look.text,
        }
    }

    /// Whether some days may suit better than others.
    pub fn is_choosy(self) -> bool {
        matches!(self, Self::All | Self::Only { is_choosy: true, .. })
    }

    /// Whether tries in vain may be filled in.
    pub fn is_tried(self) -> bool {
        matches!(self, Self::All | Self::Only { is_tried: true, .. })
    }

    /// Whether there may be a last day.
    pub fn has_latest(self) -> bool {
        matches!(self, Self::All | Self::Only { latest: Some(_), .. })
    }

    /// The unit of the wait, where it cannot be another.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Self::All => None,
            Self::Only { unit, .. } => Some(unit),
        }
    }

    /// That of the longest wait.
    pub fn latest_unit(self) -> Option<Unit> {
        match self {
            Self::All => None,
            Self::Only { latest, .. } => latest,
        }
    }
}
