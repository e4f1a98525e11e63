//! Laying out a sequence: everything looked up that its dates depend on.

use std::collections::HashMap;

use super::{Activity, Branches, Pattern, Reference};
use crate::calendar::{DayNumber, WorkCalendar};
use crate::plan::{Anchor, Audience, Channel, Closure, PersonId, PlanParts, Responsible, Step, StepId};
use crate::schedule::branches::TRUNK;

/// Whose working days a step is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// Who does it (B7).
    pub who: Option<Responsible>,
    /// Whether the contact takes part, on the phone or in person, so that its holidays count as well.
    pub is_live: bool,
}

impl Pattern {
    /// Lays out a sequence of a plan, for its own run: each step by the calendar of whoever does it.
    pub fn of(plan: &PlanParts, audience: Audience) -> Self {
        let mut calendars = Calendars { all: vec![plan.calendar()], people: Vec::new() };
        let steps = &plan.sequences.of(audience).steps;
        let pattern = Self::laid_out(plan, steps, |step| calendars.of(plan, step));
        Self { calendars: calendars.all, ..pattern }
    }

    /// Lays out steps for the contacts that run on them. It has no calendars of its own: each course brings one for each
    /// of the [`slots`](Self::slots).
    pub fn for_contacts(plan: &PlanParts, steps: &[Step]) -> Self {
        let mut slots: Vec<Slot> = Vec::new();
        let pattern = Self::laid_out(plan, steps, |step| {
            let is_live = matches!(step.channel, Some(Channel::Phone | Channel::InPerson));
            let slot = Slot { who: step.who, is_live };
            let known = slots.iter().position(|known| *known == slot);
            known.unwrap_or_else(|| {
                slots.push(slot);
                slots.len() - 1
            })
        });
        Self { slots, ..pattern }
    }

    fn laid_out(plan: &PlanParts, steps: &[Step], mut calendar: impl FnMut(&Step) -> usize) -> Self {
        let places: HashMap<StepId, usize> = steps.iter().zip(0..).map(|(step, at)| (step.id, at)).collect();
        let place = |id: StepId| places.get(&id).copied();
        let mut branches = Branches::new();
        let mut activities: Vec<Activity> = Vec::with_capacity(steps.len());
        for step in steps {
            let fork = step.only_after.and_then(|branch| Some((place(branch.step)?, branch.outcome)));
            // A step depends only on steps above, which are laid out already.
            let path = match fork {
                Some((fork, outcome)) => branches.path(fork, outcome, activities[fork].path),
                None => TRUNK,
            };
            activities.push(Activity {
                reference: match step.delay.anchor() {
                    Anchor::PreviousStep => Reference::Previous,
                    Anchor::Start => Reference::Start,
                    Anchor::Step(id) => place(id).map_or(Reference::Previous, Reference::Step),
                    Anchor::Event(id) => {
                        let date = plan.event(id).and_then(|event| event.date);
                        Reference::Day(date.map(DayNumber::of))
                    }
                    Anchor::Date(date) => Reference::Day(Some(DayNumber::of(date))),
                },
                span: step.delay.span(),
                direction: step.delay.direction(),
                latest: step.window.latest,
                weekdays: step.window.weekdays,
                eves: step.window.eves,
                attempts: step.attempts.count().into(),
                gap: step.attempts.gap().into(),
                path,
                expected: step.expected,
                calendar: calendar(step),
            });
        }
        Self { activities, branches, calendars: Vec::new(), slots: Vec::new() }
    }
}

/// The calendars of a sequence.
struct Calendars {
    all: Vec<WorkCalendar>,
    people: Vec<PersonId>,
}

impl Calendars {
    /// The place of the calendar a step is counted by.
    fn of(&mut self, plan: &PlanParts, step: &Step) -> usize {
        let Some(Responsible::Person(id)) = step.who else { return 0 };
        if !plan.closures.iter().any(|closure| is_away(closure, id)) {
            return 0;
        }
        let known = self.people.iter().position(|known| *known == id);
        1 + known.unwrap_or_else(|| {
            self.people.push(id);
            self.all.push(plan.calendar_of(id));
            self.people.len() - 1
        })
    }
}

fn is_away(closure: &Closure, person: PersonId) -> bool {
    closure.who == Some(person)
}
