//! What was ticked off on the list, as changes of the plan and its people.

use chrono::NaiveDate;

use crate::plan::{Audience, Edit, Fate, StepId};
use crate::roster::{ContactEdit, ContactId, EnrolmentEdit, RosterEdit, Workspace, WorkspaceEdit};

/// A step that was ticked off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its name within the plan, as [`StepRow::name`](crate::exchange::StepRow::name) gives it.
    pub name: String,
    /// The day it was done.
    pub on: NaiveDate,
}

/// The changes that take ticks into a plan as it is. What is no longer there, or over already, is passed over.
pub fn ticks_taken(workspace: &Workspace, ticks: &[Tick]) -> Vec<WorkspaceEdit> {
    ticks.iter().filter_map(|tick| tick.edit(workspace)).collect()
}

impl Tick {
    fn edit(&self, workspace: &Workspace) -> Option<WorkspaceEdit> {
        let done = Fate::Done(None);
        let Some((contact, rest)) = self.name.strip_prefix('c').and_then(|rest| rest.split_once('-')) else {
            let step = StepId(self.name.strip_prefix('s')?.parse().ok()?);
            let plan = &workspace.plan;
            let is_over =
                plan.runs.iter().any(|(_, run)| run.mark(step).is_some_and(|mark| mark.fate.is_over()));
            return (plan.step(step).is_some() && !is_over)
                .then_some(WorkspaceEdit::Plan(Edit::Mark(step, self.on, done)));
        };
        let contact = ContactId(contact.parse().ok()?);
        let audience = match rest.as_bytes().first()? {
            b'p' => Audience::Prospect,
            b'c' => Audience::Customer,
            _ => return None,
        };
        let (time, step) = rest.get(1..)?.split_once("-s")?;
        let (time, step): (usize, _) = (time.parse().ok()?, StepId(step.parse().ok()?));
        let enrolments = &workspace.roster.contact(contact)?.enrolments;
        let of_sequence: Vec<_> = enrolments.iter().filter(|it| it.audience == audience).collect();
        let enrolment = of_sequence.get(time.checked_sub(1)?).filter(|it| it.is_open())?;
        let is_there = workspace.steps(enrolment).iter().any(|known| known.id == step);
        let is_over = enrolment.fact(step).is_some_and(|fact| fact.is_over());
        let edit = ContactEdit::Enrolment(audience, EnrolmentEdit::Mark(step, self.on, done));
        (is_there && !is_over).then_some(WorkspaceEdit::Roster(RosterEdit::Contact(contact, edit)))
    }
}
