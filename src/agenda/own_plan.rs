//! A plan as it runs for one contact, so that whatever draws or lists a plan can draw and list that.

use super::forecast::Forecasts;
use crate::plan::{Audience, Closure, Line, PerAudience, PlanParts};
use crate::roster::ContactId;
use crate::schedule::Schedule;

/// A plan with the steps a contact runs on, the days they began and the dates of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPlan {
    /// The plan. Whoever looks after the contact is away on days that are closed in it.
    pub plan: PlanParts,
    /// The dates.
    pub schedule: Schedule,
}

impl Forecasts {
    /// The plan of a contact: of each sequence the last time through it. `None` where there was none.
    pub fn own_plan(&self, id: ContactId) -> Option<OwnPlan> {
        let contact = self.roster().contact(id)?;
        let mut plan = self.plan().clone().into_parts();
        let mut facts = PerAudience::default();
        for audience in Audience::BOTH {
            let at = contact.enrolments.iter().rposition(|enrolment| enrolment.audience == audience);
            let steps = at.map(|at| self.workspace().steps(&contact.enrolments[at]).to_vec());
            plan.sequences.of_mut(audience).steps = steps.unwrap_or_default();
            let run = plan.runs.of_mut(audience);
            *run = Default::default();
            run.start = at.map(|at| contact.enrolments[at].start);
            *facts.of_mut(audience) = at.and_then(|at| self.facts_by_calendars(id, at)).unwrap_or_default();
        }
        let owner = contact.owner.and_then(|owner| self.roster().availability(owner));
        for absence in owner.iter().flat_map(|known| &known.absences) {
            let name = plan.people.iter().find(|person| Some(person.id) == contact.owner);
            let name = if absence.name.is_blank() { name.map(|person| &person.name) } else { None };
            let name: Line = name.unwrap_or(&absence.name).clone();
            plan.closures.push(Closure { first: absence.first, last: absence.last, name, who: None });
        }
        let is_on_any = !contact.enrolments.is_empty();
        is_on_any.then(|| OwnPlan { plan, schedule: Schedule::of_facts(facts) })
    }
}
