//! What a change does to other steps, said when it is made (F4).

use super::{basis_name, day_and_year};
use crate::plan::{Audience, PlanParts, StepId};
use crate::schedule::{Rebased, Schedule, StepFacts};

/// So many steps are named at most; the others are counted.
const NAMED: usize = 4;

/// What removing or moving a step did to the others: which went with it, which are counted from something else, and to
/// which dates that leads. Empty where it did nothing to them.
pub fn changes(plan: &PlanParts, changed: StepId, before: &Schedule, after: &Schedule) -> String {
    let rebased = before.rebased(after);
    let others: Vec<_> = rebased.iter().filter(|rebased| rebased.step != changed).collect();
    let named = others.iter().take(NAMED).map(|rebased| counted_anew(plan, rebased));
    let more = others.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| match more {
        1 => "1 more step is counted from another day.".to_owned(),
        _ => format!("{more} more steps are counted from other days."),
    });
    went_along(changed, before, after).into_iter().chain(named).chain(more).collect::<Vec<_>>().join(" ")
}

/// `Step 3 is now counted from step 1 and due on Wed 9 Sep 2026.`
fn counted_anew(plan: &PlanParts, rebased: &Rebased) -> String {
    let comes = if rebased.is_freed { "now always comes, " } else { "is now " };
    let due = rebased.due.map(|due| format!(" and due on {}", day_and_year(due))).unwrap_or_default();
    format!("Step {} {comes}counted from {}{due}.", rebased.number, basis_name(plan, rebased.basis))
}

/// `Steps 4 and 5 came only after it and went with it.`
fn went_along(changed: StepId, before: &Schedule, after: &Schedule) -> Option<String> {
    let place = |schedule: &Schedule, id: StepId| schedule.placed(id).map(|(audience, _)| audience);
    let home = place(before, changed)?;
    let is_gone = |facts: &&StepFacts| facts.step != changed && place(after, facts.step) != Some(home);
    let gone: Vec<_> = steps(before, home).filter(is_gone).map(|facts| facts.number.to_string()).collect();
    match gone.as_slice() {
        [] => None,
        [only] => Some(format!("Step {only} came only after it and went with it.")),
        [first @ .., last] => {
            Some(format!("Steps {} and {last} came only after it and went with it.", first.join(", ")))
        }
    }
}

fn steps(schedule: &Schedule, audience: Audience) -> impl Iterator<Item = &StepFacts> {
    schedule.steps(audience).iter()
}
