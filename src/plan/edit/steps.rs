//! Changes to steps, and to the events they are counted from.

use super::{EditError, EventEdit, StepEdit};
use crate::plan::{ActionId, Anchor, Audience, Delay, EventId, PlanParts, Step, StepId};

impl PlanParts {
    pub(super) fn apply_to_event(&mut self, id: EventId, edit: EventEdit) -> Result<(), EditError> {
        let event = self.events.iter_mut().find(|event| event.id == id).ok_or(EditError::NoSuchEvent(id))?;
        match edit {
            EventEdit::Name(name) => event.name = name,
            EventEdit::Date(date) => event.date = date,
            EventEdit::Remove => {
                self.events.retain(|event| event.id != id);
                for step in self.steps_mut().filter(|step| step.delay.anchor() == Anchor::Event(id)) {
                    step.release_anchor();
                }
            }
        }
        Ok(())
    }

    pub(super) fn apply_to_step(
        &mut self,
        id: StepId,
        edit: StepEdit,
        next_id: u32,
    ) -> Result<(), EditError> {
        let (audience, at) = self.step_place(id)?;
        let steps = &mut self.sequences.of_mut(audience).steps;
        let step = &mut steps[at];
        match edit {
            StepEdit::What(what) => step.what = what,
            StepEdit::Delay(delay) => step.delay = delay,
            StepEdit::Timing(delay, window) => (step.delay, step.window) = (delay, window),
            StepEdit::Window(window) => step.window = window,
            StepEdit::Attempts(attempts) => step.attempts = attempts,
            StepEdit::OnlyAfter(branch) => step.only_after = branch,
            StepEdit::Expected(outcome) => step.expected = outcome,
            StepEdit::Channel(channel) => step.channel = channel,
            StepEdit::Who(who) => step.who = who,
            StepEdit::Tools(tools) => step.tools = tools,
            StepEdit::Notes(notes) => step.notes = notes,
            StepEdit::Readiness(readiness) => step.readiness = readiness,
            StepEdit::Action(action) => step.action = action,
            StepEdit::Before(_, Some(other)) if other == id => {}
            StepEdit::Before(to, before) if to != audience => self.hand_over(audience, id, before)?,
            StepEdit::Before(_, before) => {
                let step = steps.remove(at);
                self.insert_step(audience, before, step)?;
            }
            StepEdit::Copy => {
                let copy = Step { id: StepId(next_id), ..step.clone() };
                steps.insert(at + 1, copy);
            }
            StepEdit::Remove => self.remove_step(audience, id),
        }
        Ok(())
    }

    pub(super) fn forget_marks(&mut self, id: StepId) {
        for audience in Audience::BOTH {
            let run = self.runs.of_mut(audience);
            run.marks.retain(|mark| mark.step != id);
            run.postpone(id, None);
        }
    }

    pub(super) fn add_step_for(
        &mut self,
        audience: Audience,
        action: ActionId,
        id: u32,
    ) -> Result<(), EditError> {
        let (_, found) = self.action(action).ok_or(EditError::NoSuchAction(action))?;
        let what = found.text.clone();
        let step = Step { what, action: Some(action), ..self.blank_step(audience, id) };
        self.insert_step(audience, None, step)
    }

    /// The first step of a sequence falls on its start; a later one, until said otherwise, three working days
    /// after the one before (*ours*).
    pub(super) fn blank_step(&self, audience: Audience, id: u32) -> Step {
        let delay = if self.sequences.of(audience).steps.is_empty() { Delay::AT_START } else { Delay::USUAL };
        Step { delay, ..Step::new(StepId(id)) }
    }

    pub(super) fn insert_step(
        &mut self,
        audience: Audience,
        before: Option<StepId>,
        step: Step,
    ) -> Result<(), EditError> {
        let steps = &mut self.sequences.of_mut(audience).steps;
        let place = |id| steps.iter().position(|step| step.id == id).ok_or(EditError::NoSuchStep(id));
        let at = before.map_or(Ok(steps.len()), place)?;
        steps.insert(at, step);
        Ok(())
    }

    pub(super) fn release_steps(&mut self, action: ActionId) {
        for step in self.steps_mut().filter(|step| step.action == Some(action)) {
            step.action = None;
        }
    }

    pub(super) fn step_place(&self, id: StepId) -> Result<(Audience, usize), EditError> {
        let place =
            |audience| Some((audience, self.sequences.of(audience).steps.iter().position(|s| s.id == id)?));
        Audience::BOTH.into_iter().find_map(place).ok_or(EditError::NoSuchStep(id))
    }

    pub(super) fn steps_mut(&mut self) -> impl Iterator<Item = &mut Step> {
        self.sequences.prospect.steps.iter_mut().chain(&mut self.sequences.customer.steps)
    }
}
