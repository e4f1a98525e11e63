//! Plans of a few words.

use followthrough::plan::{
    ActionEdit, ActionId, Amount, Audience, Branch, Channel, Delay, Distance, Edit, GoalEdit, GoalId, Line,
    Outcome, Percent, PersonId, Plan, Prose, Responsible, Stakes, StepEdit, StepId,
};

use crate::routes::{CUSTOMER, PROSPECT, date};

/// A plan that is being written down, word by word.
#[derive(Clone)]
pub struct Draft {
    plan: Plan,
    step: StepId,
}

/// A blank plan that starts on Monday 7 September 2026.
pub fn draft() -> Draft {
    Draft { plan: Plan::blank(), step: StepId(0) }.edit(Edit::Start(PROSPECT, Some(date("2026-09-07"))))
}

pub fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

impl Draft {
    pub fn plan(self) -> Plan {
        self.plan
    }

    pub fn edit(self, edit: Edit) -> Self {
        Self { plan: self.plan.edited(edit).unwrap(), ..self }
    }

    /// The step written down last.
    pub fn last(&self) -> StepId {
        self.step
    }

    pub fn step(self, audience: Audience, what: &str, delay: Delay, channel: Channel) -> Self {
        let step = StepId(self.plan.next_id());
        let draft = Self { step, ..self.edit(Edit::AddStep { audience, before: None }) };
        draft
            .say(StepEdit::What(line(what)))
            .say(StepEdit::Delay(delay))
            .say(StepEdit::Channel(Some(channel)))
    }

    pub fn prospect(self, what: &str, delay: Delay, channel: Channel) -> Self {
        self.step(PROSPECT, what, delay, channel)
    }

    pub fn customer(self, what: &str, delay: Delay, channel: Channel) -> Self {
        self.step(CUSTOMER, what, delay, channel)
    }

    /// Says something of the last step.
    pub fn say(self, edit: StepEdit) -> Self {
        let step = self.step;
        self.edit(Edit::Step(step, edit))
    }

    pub fn by(self, who: Responsible) -> Self {
        self.say(StepEdit::Who(Some(who)))
    }

    pub fn with(self, tools: &str) -> Self {
        self.say(StepEdit::Tools(line(tools)))
    }

    pub fn notes(self, text: &str) -> Self {
        self.say(StepEdit::Notes(Prose::parse(text).unwrap()))
    }

    /// The last step belongs to an outcome of another.
    pub fn after(self, step: StepId, outcome: Outcome) -> Self {
        self.say(StepEdit::OnlyAfter(Some(Branch { step, outcome })))
    }

    /// Somebody by name.
    pub fn person(self, name: &str) -> (Self, PersonId) {
        let id = PersonId(self.plan.next_id());
        (self.edit(Edit::AddPerson(line(name))), id)
    }

    pub fn statement(self, text: &str) -> Self {
        self.edit(Edit::Statement(PROSPECT, Prose::parse(text).unwrap()))
    }

    /// A goal of an audience with its actions; the names of those.
    pub fn goal(self, audience: Audience, text: &str, actions: &[&str]) -> (Self, GoalId, Vec<ActionId>) {
        let goal = GoalId(self.plan.next_id());
        let draft = self.edit(Edit::AddGoal(line(text)));
        let mut draft = draft.edit(Edit::Goal(goal, GoalEdit::Audience(Some(audience))));
        let mut ids = Vec::new();
        for action in actions {
            ids.push(ActionId(draft.plan.next_id()));
            draft = draft.edit(Edit::AddAction(goal, line(action)));
        }
        (draft, goal, ids)
    }

    /// Goals of the business, without actions.
    pub fn wishes(self, texts: &[&str]) -> Self {
        texts.iter().fold(self, |draft, text| draft.edit(Edit::AddGoal(line(text))))
    }

    pub fn measured(self, action: ActionId, metric: &str) -> Self {
        self.edit(Edit::Action(action, ActionEdit::Metric(line(metric))))
    }

    /// What a deal brings, at what chance, how many contacts there are in a month, and how far away.
    pub fn stakes(self, deal: &str, contacts: u32, distance: Distance) -> Self {
        self.edit(Edit::DealValue(Amount::parse(deal).ok())).edit(Edit::ContactsAMonth(Some(contacts))).edit(
            Edit::Stakes(Stakes { distance: Some(distance), chance: Percent::new(100), ..Stakes::default() }),
        )
    }
}
