//! Other numbers for what two versions of a plan each called by the same one.

use super::{
    ActionId, Anchor, Branch, EventId, GoalId, LeadId, PersonId, Plan, PlanParts, Postponement, Responsible,
    StepId,
};

impl Plan {
    /// The numbers that this version and another one each gave to something new, made from `base`: not the same thing.
    pub fn numbered_twice(&self, other: &Self, base: &Self) -> Vec<u32> {
        let known: Vec<u32> = base.ids().collect();
        let theirs: Vec<u32> = other.ids().collect();
        self.ids()
            .filter(|id| !known.contains(id) && theirs.contains(id) && !self.has_alike(other, *id))
            .collect()
    }

    /// What is new in this version and is what something new in another one is, both made from `base`: its number here, and
    /// there. What was taken over from a version has other numbers than in it where its own were taken; which, may be `noted`.
    /// Of what was not noted the words tell.
    pub fn alike_in(&self, other: &Self, base: &Self, noted: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let known: Vec<u32> = base.ids().collect();
        let new = |plan: &Self| -> Vec<(u32, (u8, String))> {
            plan.wordings().into_iter().filter(|(id, _)| !known.contains(id)).collect()
        };
        let (own, theirs) = (new(self), new(other));
        let kind = |all: &[(u32, (u8, String))], id: u32| {
            all.iter().find(|(known, _)| *known == id).map(|(_, (kind, _))| *kind)
        };
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let same = own.iter().filter(|it| theirs.contains(it)).map(|(id, _)| (*id, *id));
        for (id, number) in noted.iter().copied().chain(same) {
            let is_free = pairs.iter().all(|(paired, taken)| *paired != id && *taken != number);
            if is_free && kind(&own, id).is_some_and(|own| kind(&theirs, number) == Some(own)) {
                pairs.push((id, number));
            }
        }
        for (id, words) in &own {
            let is_free = |number: &u32| pairs.iter().all(|(_, taken)| taken != number);
            let found = theirs.iter().find(|(number, said)| said == words && is_free(number));
            if let Some((number, _)) = found.filter(|_| pairs.iter().all(|(paired, _)| paired != id)) {
                pairs.push((*id, *number));
            }
        }
        pairs
    }

    /// What everything that has a number and says anything says, by its kind.
    fn wordings(&self) -> Vec<(u32, (u8, String))> {
        let goals = self.goals.iter().map(|it| (it.id.0, (0, it.text.to_string())));
        let actions = self.actions().map(|(_, it)| (it.id.0, (1, it.text.to_string())));
        let steps = self.steps().map(|it| (it.id.0, (2, format!("{}{}{}", it.what, it.tools, it.notes))));
        let people = self.people.iter().map(|it| (it.id.0, (3, it.name.to_string())));
        let events = self.events.iter().map(|it| (it.id.0, (4, it.name.to_string())));
        let leads = self.campaign.leads.iter().map(|it| (it.id.0, (5, it.name.to_string())));
        let all = goals.chain(actions).chain(steps).chain(people).chain(events).chain(leads);
        all.filter(|(_, (_, words))| !words.trim().is_empty()).collect()
    }

    /// The same plan in which some things have other numbers, from `next` on.
    pub fn renumbered(&self, ids: &[u32], next: u32) -> PlanParts {
        self.renumbered_as(|id| {
            let place = ids.iter().position(|other| *other == id);
            place.and_then(|at| u32::try_from(at).ok()).map_or(id, |at| next.saturating_add(at))
        })
    }

    /// The same plan in which what has a number has the one that is given for it.
    pub fn renumbered_as(&self, number: impl Fn(u32) -> u32) -> PlanParts {
        let mut parts = self.clone().into_parts();
        for goal in &mut parts.goals {
            goal.id = GoalId(number(goal.id.0));
            for action in &mut goal.actions {
                action.id = ActionId(number(action.id.0));
            }
        }
        for person in &mut parts.people {
            person.id = PersonId(number(person.id.0));
        }
        for closure in &mut parts.closures {
            closure.who = closure.who.map(|id| PersonId(number(id.0)));
        }
        for event in &mut parts.events {
            event.id = EventId(number(event.id.0));
        }
        for lead in &mut parts.campaign.leads {
            lead.id = LeadId(number(lead.id.0));
        }
        let step_number = |id: StepId| StepId(number(id.0));
        for sequence in [&mut parts.sequences.prospect, &mut parts.sequences.customer] {
            for step in &mut sequence.steps {
                step.id = step_number(step.id);
                step.action = step.action.map(|id| ActionId(number(id.0)));
                step.only_after =
                    step.only_after.map(|branch| Branch { step: step_number(branch.step), ..branch });
                step.delay = step.delay.anchored(match step.delay.anchor() {
                    Anchor::Step(id) => Anchor::Step(step_number(id)),
                    Anchor::Event(id) => Anchor::Event(EventId(number(id.0))),
                    other => other,
                });
                if let Some(Responsible::Person(id)) = step.who {
                    step.who = Some(Responsible::Person(PersonId(number(id.0))));
                }
            }
        }
        for run in [&mut parts.runs.prospect, &mut parts.runs.customer] {
            for mut mark in std::mem::take(&mut run.marks) {
                mark.step = step_number(mark.step);
                let place = run.marks.partition_point(|before| before.step.0 < mark.step.0);
                run.marks.insert(place, mark);
            }
            for Postponement { step, to } in std::mem::take(&mut run.postponed) {
                run.postpone(step_number(step), Some(to));
            }
        }
        parts
    }

    /// Both have the same thing of that number.
    fn has_alike(&self, other: &Self, id: u32) -> bool {
        let lead = |plan: &Self| plan.campaign.leads.iter().find(|lead| lead.id.0 == id).cloned();
        self.goal(GoalId(id)) == other.goal(GoalId(id))
            && self.action(ActionId(id)).map(|(_, it)| it) == other.action(ActionId(id)).map(|(_, it)| it)
            && self.step(StepId(id)) == other.step(StepId(id))
            && self.person(PersonId(id)) == other.person(PersonId(id))
            && self.event(EventId(id)) == other.event(EventId(id))
            && lead(self) == lead(other)
    }
}
