//! Who does a step, as it is chosen (B7).

use super::Options;
use super::choice::Chosen;
use crate::plan::{Edit, PersonId, Plan, PlanParts, Responsible, StepEdit, StepId};
use crate::words;

/// The roles, and the people by name.
pub fn who_options(plan: &PlanParts) -> Options {
    let roles = Responsible::ROLES.map(|role| (who_value(role), words::role(role).to_owned()));
    let person =
        |person: &crate::plan::Person| (who_value(Responsible::Person(person.id)), person.name.to_string());
    roles.into_iter().chain(plan.people.iter().map(person)).collect()
}

/// A responsible person or role as the value of a choice.
pub fn who_value(who: Responsible) -> String {
    match who {
        Responsible::Person(PersonId(id)) => id.to_string(),
        role => words::role(role).to_owned(),
    }
}

/// What the value of a choice means.
pub fn who_from(value: &str) -> Option<Responsible> {
    let person = value.parse().ok().map(|id| Responsible::Person(PersonId(id)));
    person.or_else(|| Responsible::ROLES.into_iter().find(|role| words::role(*role) == value))
}

/// The changes that give steps to whoever was chosen; somebody new joins the people of the plan.
pub fn who_edits(plan: &Plan, steps: &[StepId], chosen: Chosen) -> Vec<Edit> {
    let mut edits = Vec::new();
    let who = match chosen {
        Chosen::Nothing => None,
        Chosen::Value(value) => who_from(&value),
        Chosen::New(name) => {
            let id = PersonId(plan.next_id());
            edits.push(Edit::AddPerson(name));
            Some(Responsible::Person(id))
        }
    };
    edits.extend(steps.iter().map(|id| Edit::Step(*id, StepEdit::Who(who))));
    edits
}
