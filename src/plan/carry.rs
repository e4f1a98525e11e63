//! Steps of one plan put into another, or into the same once more (B2-B8).

use super::{
    Anchor, Audience, Branch, Edit, EventId, Line, PersonId, Plan, PlanParts, Responsible, Step, StepId,
    in_small_letters,
};

/// Steps that were copied, as they were then.
#[derive(Clone, Debug)]
pub struct Carried {
    from: Plan,
    steps: Vec<StepId>,
}

impl Carried {
    /// These steps of a plan, which belong to one sequence and are in its order.
    pub fn new(from: Plan, steps: Vec<StepId>) -> Self {
        Self { from, steps }
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.steps.len()
    }

    /// The changes that put them into a plan, before a step or at the end of a sequence, with the people and events they
    /// name; and what the first is called there. What they are counted from or depend on is the step that came along, or
    /// the same step as before where it stands above; else they are counted from the step before, and always come.
    pub fn edits(&self, to: &Plan, audience: Audience, before: Option<StepId>) -> (Vec<Edit>, StepId) {
        let next = |count: usize| to.next_id().saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        let mut edits: Vec<Edit> = Vec::new();
        // Each of these edits takes a number of its own, in their order.
        let mut newcomer = |edit: Edit| {
            let at = edits.iter().position(|known| *known == edit).unwrap_or(edits.len());
            if at == edits.len() {
                edits.push(edit);
            }
            next(at)
        };
        let mut steps: Vec<Step> = self.steps.iter().filter_map(|id| self.from.step(*id).cloned()).collect();
        for step in &mut steps {
            if let Some(Responsible::Person(id)) = step.who {
                step.who = self.from.person(id).map(|person| {
                    let known = to.people.iter().find(|known| is_same(&known.name, &person.name));
                    let new = || PersonId(newcomer(Edit::AddPerson(person.name.clone())));
                    Responsible::Person(known.map_or_else(new, |known| known.id))
                });
            }
            if let Anchor::Event(id) = step.delay.anchor() {
                let anchor = self.from.event(id).map(|event| {
                    let known = to.events.iter().find(|known| is_same(&known.name, &event.name));
                    let new = || EventId(newcomer(Edit::AddEvent(event.name.clone())));
                    Anchor::Event(known.map_or_else(new, |known| known.id))
                });
                step.delay = step.delay.anchored(anchor.unwrap_or(Anchor::PreviousStep));
            }
            step.action = step.action.filter(|id| {
                let text = |plan: &PlanParts| plan.action(*id).map(|(_, action)| action.text.clone());
                text(to).is_some_and(|known| text(&self.from) == Some(known))
            });
        }

        let first = edits.len();
        let standing = &to.sequences.of(audience).steps;
        let place = before.and_then(|before| standing.iter().position(|step| step.id == before));
        let above = &standing[..place.unwrap_or(standing.len())];
        let there = |id: StepId| {
            let along = self.steps.iter().position(|step| *step == id).map(|at| StepId(next(first + at)));
            let what = |step: &Step| self.from.step(id).is_some_and(|from| from.what == step.what);
            along.or_else(|| above.iter().find(|step| step.id == id && what(step)).map(|step| step.id))
        };
        for (at, step) in steps.iter_mut().enumerate() {
            step.id = StepId(next(first + at));
            if let Anchor::Step(id) = step.delay.anchor() {
                step.delay = step.delay.anchored(there(id).map_or(Anchor::PreviousStep, Anchor::Step));
            }
            step.only_after =
                step.only_after.and_then(|branch| Some(Branch { step: there(branch.step)?, ..branch }));
        }
        edits.push(Edit::InsertSteps { audience, before, steps });
        (edits, StepId(next(first)))
    }
}

fn is_same(one: &Line, other: &Line) -> bool {
    in_small_letters(one.as_str().trim()) == in_small_letters(other.as_str().trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Channel, Outcome, StepEdit};

    const PROSPECT: Audience = Audience::Prospect;

    fn after(plan: Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
        edits.into_iter().fold(plan, |plan, edit| plan.edited(edit).unwrap())
    }

    /// A call by Ann before a fair; a letter if nobody is reached, counted from the call; a visit.
    fn plan() -> Plan {
        let name = |words: &str| Line::fitted(words);
        let people = [Edit::AddPerson(name("Ann")), Edit::AddEvent(name("Spring fair"))];
        let steps = std::iter::repeat_n(Edit::AddStep { audience: PROSPECT, before: None }, 3);
        let plan = after(after(Plan::blank(), people), steps);
        let [call, letter, visit] = ids(&plan)[..] else { panic!("three steps") };
        let delay = |id, anchor| plan.step(id).unwrap().delay.anchored(anchor);
        let timing = |id, anchor| Edit::Step(id, StepEdit::Timing(delay(id, anchor), Default::default()));
        let edits = [
            Edit::Step(call, StepEdit::What(name("Call"))),
            Edit::Step(call, StepEdit::Channel(Some(Channel::Phone))),
            Edit::Step(call, StepEdit::Who(Some(Responsible::Person(PersonId(1))))),
            timing(call, Anchor::Event(EventId(2))),
            Edit::Step(letter, StepEdit::What(name("Letter"))),
            timing(letter, Anchor::Step(call)),
            Edit::Step(
                letter,
                StepEdit::OnlyAfter(Some(Branch { step: call, outcome: Outcome::NotReached })),
            ),
            Edit::Step(visit, StepEdit::What(name("Visit"))),
        ];
        after(plan.clone(), edits)
    }

    fn ids(plan: &PlanParts) -> Vec<StepId> {
        plan.sequences.prospect.steps.iter().map(|step| step.id).collect()
    }

    fn put(from: &Plan, steps: &[StepId], to: &Plan, before: Option<StepId>) -> Plan {
        let (edits, first) = Carried::new(from.clone(), steps.to_vec()).edits(to, PROSPECT, before);
        let plan = after(to.clone(), edits);
        assert!(plan.step(first).is_some());
        plan
    }

    #[test]
    fn steps_arrive_in_another_plan_as_they_were() {
        let from = plan();
        let to = after(Plan::blank(), [Edit::AddStep { audience: PROSPECT, before: None }]);
        let plan = put(&from, &ids(&from), &to, Some(StepId(1)));
        let [call, letter, visit, old] = &plan.sequences.prospect.steps[..] else { panic!("four steps") };
        assert_eq!(old.id, StepId(1));
        assert_eq!(plan.people[0].name.as_str(), "Ann");
        assert_eq!(call.who, Some(Responsible::Person(plan.people[0].id)));
        assert_eq!(call.delay.anchor(), Anchor::Event(plan.events[0].id));
        assert_eq!(letter.delay.anchor(), Anchor::Step(call.id));
        assert_eq!(letter.only_after, Some(Branch { step: call.id, outcome: Outcome::NotReached }));
        let bare = |step: &Step| Step { id: StepId(0), who: None, only_after: None, ..step.clone() };
        let visited = from.sequences.prospect.steps.last().unwrap();
        assert_eq!(bare(visit), bare(visited));
    }

    #[test]
    fn people_and_events_that_are_known_by_name_are_not_added_again() {
        let from = plan();
        let twice = put(&from, &ids(&from), &from, None);
        assert_eq!((twice.people.len(), twice.events.len()), (1, 1));
        let [.., call, letter, _] = &twice.sequences.prospect.steps[..] else { panic!("six steps") };
        assert_eq!(letter.only_after.unwrap().step, call.id);
    }

    #[test]
    fn a_step_that_comes_alone_depends_on_the_same_one_only_where_it_stands_above() {
        let from = plan();
        let [call, letter, _] = ids(&from)[..] else { panic!("three steps") };
        let at_end = put(&from, &[letter], &from, None);
        let copy = at_end.sequences.prospect.steps.last().unwrap();
        assert_eq!((copy.delay.anchor(), copy.only_after.unwrap().step), (Anchor::Step(call), call));
        for (to, before) in [(from.clone(), Some(call)), (Plan::blank(), None)] {
            let alone = put(&from, &[letter], &to, before);
            let copy = alone.sequences.prospect.steps.first().unwrap();
            assert_eq!((copy.delay.anchor(), copy.only_after), (Anchor::PreviousStep, None));
        }
    }
}
