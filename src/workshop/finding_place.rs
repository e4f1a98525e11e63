//! Where in the workshop a finding is set right.

use super::Stage;
use crate::advice::{Finding, Rule, Spot};

/// The stage on whose page a finding is set right.
pub fn finding_stage(finding: &Finding) -> Stage {
    match (finding.rule, finding.spot) {
        (_, Spot::Statement(_)) => Stage::Destination,
        (Rule::GoalWithoutAction | Rule::ActionWithoutMeasure, _) => Stage::By,
        (Rule::NoContactGoal, _) | (_, Spot::Goal(_)) => Stage::Goals,
        (Rule::ReviewOverdue, _) => Stage::Go,
        (Rule::NoOwner | Rule::NoTool | Rule::AboutUs | Rule::PretendsNothing | Rule::Overloaded, _) => {
            Stage::Prepare
        }
        (
            _,
            Spot::Action(_) | Spot::Sequence(_) | Spot::Step(_) | Spot::Event(_) | Spot::Plan | Spot::Who(_),
        ) => Stage::Route,
    }
}
