//! Where in the workshop a finding is set right.

use super::{Missing, Stage};
use crate::advice::{Review, Rule, Spot};

/// The stage on whose page is set right what a rule finds about a thing.
pub fn finding_stage(rule: Rule, spot: Spot) -> Stage {
    match (rule, spot) {
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

/// What is missing and no finding speaks of, whether it waits for an answer or was dismissed: together with the
/// findings that wait, each thing once.
pub fn not_found<'a>(missing: &'a [Missing], review: &'a Review) -> impl Iterator<Item = Missing> + 'a {
    let findings = || review.findings.iter().chain(review.left_alone.iter().map(|(finding, _)| finding));
    missing.iter().copied().filter(move |what| {
        told_by(*what).is_none_or(|told| !findings().any(|finding| (finding.rule, finding.spot) == told))
    })
}

/// The finding that speaks of the same, where there is a rule for it.
fn told_by(missing: Missing) -> Option<(Rule, Spot)> {
    match missing {
        Missing::Actions(goal) => Some((Rule::GoalWithoutAction, Spot::Goal(goal))),
        Missing::Measures => Some((Rule::ActionWithoutMeasure, Spot::Plan)),
        Missing::OffRoute(action) => Some((Rule::ActionOffRoute, Spot::Action(action))),
        Missing::Who(step) => Some((Rule::NoOwner, Spot::Step(step))),
        Missing::Tools(step) => Some((Rule::NoTool, Spot::Step(step))),
        _ => None,
    }
}
