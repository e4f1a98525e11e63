//! A plan without the names of those who do the steps (B7), and what comes of a copy of it for the plan that has them.

use crate::plan::{Audience, Plan, PlanParts, Responsible, StepId};

/// The plan without names of people: what they do, a co-worker does; when they are away is not said.
pub fn unnamed(plan: &Plan) -> Plan {
    let mut parts = plan.clone().into_parts();
    parts.people.clear();
    parts.closures.retain(|closure| closure.who.is_none());
    each_who(&mut parts, |_, who| match who {
        Some(Responsible::Person(_)) => Some(Responsible::CoWorker),
        other => other,
    });
    // It makes nothing illegal, as it only takes away; and if it did, rather nothing would leave than a name.
    parts.checked().unwrap_or_else(|_| Plan::blank())
}

/// What a copy would be that was changed alike, had the plan left with its names. None where that has no room for both.
pub fn named_again(copy: &Plan, left: &Plan) -> Option<Plan> {
    let bare = unnamed(left);
    // What is new in the copy may have the number of somebody who was not in it.
    let taken = left.numbered_twice(copy, &bare);
    let mut parts = copy.renumbered(&taken, left.next_id().max(copy.next_id()));
    parts.people.splice(0..0, left.people.iter().cloned());
    for closure in left.closures.iter().filter(|closure| closure.who.is_some()) {
        let at = parts.closures.partition_point(|known| known.first <= closure.first);
        parts.closures.insert(at, closure.clone());
    }
    each_who(&mut parts, |step, who| {
        let before = left.step(step).and_then(|step| step.who);
        let is_named = matches!(before, Some(Responsible::Person(_)));
        if is_named && who == Some(Responsible::CoWorker) { before } else { who }
    });
    parts.checked().ok()
}

fn each_who(parts: &mut PlanParts, change: impl Fn(StepId, Option<Responsible>) -> Option<Responsible>) {
    for audience in Audience::BOTH {
        for step in &mut parts.sequences.of_mut(audience).steps {
            step.who = change(step.id, step.who);
        }
    }
}
