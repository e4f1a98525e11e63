//! What is still missing, all of it at once.

use super::Stage;
use crate::plan::{ActionId, Audience, GoalId, Plan, Readiness, StepId};

/// Something a complete plan would have. Never an error: a plan may be incomplete at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// The plan has no name.
    Name,
    /// The business has no name.
    Business,
    /// What is sold.
    Offer,
    /// What sets a sequence off (B1).
    Trigger(Audience),
    /// The ideal experience (A11).
    Statement(Audience),
    /// No goals at all (A13).
    Goals,
    /// No goal for an audience (A15).
    GoalsFor(Audience),
    /// A goal not yet sorted (A15).
    Unsorted(GoalId),
    /// A goal without an action (A22).
    Actions(GoalId),
    /// No action has a measure (A23).
    Measures,
    /// A sequence without steps (A25).
    Steps(Audience),
    /// No start date (B1).
    Start,
    /// A goal of whose actions no step carries out one: the first of them (F1).
    OffRoute(ActionId),
    /// A step without words (B3).
    What(StepId),
    /// A step without a channel.
    Channel(StepId),
    /// A step nobody does (B7).
    Who(StepId),
    /// A step without a tool or resource (B8).
    Tools(StepId),
    /// A step that is still to be prepared (A26).
    Unready(StepId),
    /// When the plan is looked at anew (A3).
    Review,
}

impl Missing {
    /// Everything missing from a plan, stage by stage.
    pub fn of(plan: &Plan) -> Vec<Self> {
        let mut missing = Vec::new();
        let mut note = |lacking: bool, what: Self| {
            if lacking {
                missing.push(what);
            }
        };
        note(plan.business.is_blank(), Self::Business);
        note(plan.name.is_blank(), Self::Name);
        note(plan.offer.is_blank(), Self::Offer);
        for (audience, sequence) in plan.sequences.iter() {
            note(sequence.trigger.is_blank(), Self::Trigger(audience));
        }
        for (audience, statement) in plan.statements.iter() {
            note(statement.is_blank(), Self::Statement(audience));
        }
        note(plan.goals.is_empty(), Self::Goals);
        for goal in &plan.goals {
            note(goal.audience.is_none(), Self::Unsorted(goal.id));
        }
        if !plan.goals.is_empty() {
            for audience in Audience::BOTH {
                note(plan.goals_for(audience).next().is_none(), Self::GoalsFor(audience));
            }
        }
        for goal in &plan.goals {
            note(goal.actions.iter().all(|action| action.text.is_blank()), Self::Actions(goal.id));
        }
        note(plan.actions().all(|(_, action)| action.measure.metric.is_blank()), Self::Measures);
        note(plan.start(Audience::Prospect).is_none(), Self::Start);
        for (audience, sequence) in plan.sequences.iter() {
            note(sequence.steps.is_empty(), Self::Steps(audience));
        }
        for goal in &plan.goals {
            let is_off = goal.actions.iter().all(|action| !plan.is_on_route(action.id));
            if let Some(first) = goal.actions.iter().find(|action| !action.text.is_blank()) {
                note(is_off, Self::OffRoute(first.id));
            }
        }
        for step in plan.steps() {
            note(step.what.is_blank(), Self::What(step.id));
            note(step.channel.is_none(), Self::Channel(step.id));
        }
        for step in plan.steps() {
            note(step.who.is_none(), Self::Who(step.id));
            note(step.tools.is_blank(), Self::Tools(step.id));
            note(step.readiness == Readiness::ToPrepare, Self::Unready(step.id));
        }
        note(plan.review.is_none(), Self::Review);
        missing
    }

    /// The stage where it is filled in.
    pub fn stage(self) -> Stage {
        match self {
            Self::Name | Self::Business | Self::Offer | Self::Trigger(_) => Stage::FreshStart,
            Self::Statement(_) => Stage::Destination,
            Self::Goals | Self::GoalsFor(_) | Self::Unsorted(_) => Stage::Goals,
            Self::Actions(_) | Self::Measures => Stage::By,
            Self::Steps(_) | Self::Start | Self::OffRoute(_) | Self::What(_) | Self::Channel(_) => {
                Stage::Route
            }
            Self::Who(_) | Self::Tools(_) | Self::Unready(_) => Stage::Prepare,
            Self::Review => Stage::Go,
        }
    }
}
