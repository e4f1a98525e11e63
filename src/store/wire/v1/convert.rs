//! From the plan to version 1 and back.

use super::plan::{
    Action, Delay, Goal, Holiday, Measure, PerAudience, Person, Plan, RawDelay, Run, Sequence, Step, Who,
};
use super::words::{WordError, Written};
use crate::plan::{self, ActionId, GoalId, PersonId, PlanParts, Responsible, StepId};

impl From<&plan::Plan> for Plan {
    fn from(plan: &plan::Plan) -> Self {
        Self {
            origin: Written(plan.origin),
            name: Written(plan.name.clone()),
            business: Written(plan.business.clone()),
            offer: Written(plan.offer.clone()),
            deal_value: plan.deal_value.map(Written),
            currency: Written(plan.currency),
            contacts_a_month: plan.contacts_a_month,
            reasons: plan.reasons.iter().map(Written).collect(),
            statements: PerAudience::from(&plan.statements, |statement| Written(statement.clone())),
            goals: plan.goals.iter().map(Goal::from).collect(),
            sequences: PerAudience::from(&plan.sequences, Sequence::from),
            runs: PerAudience::from(&plan.runs, |run| Run { start: run.start.map(Written) }),
            work_week: Written(plan.work_week),
            holidays: plan.holidays.iter().map(Holiday::from).collect(),
            people: plan.people.iter().map(Person::from).collect(),
            review: plan.review.map(Written),
        }
    }
}

impl From<Plan> for PlanParts {
    fn from(plan: Plan) -> Self {
        Self {
            origin: plan.origin.0,
            name: plan.name.0,
            business: plan.business.0,
            offer: plan.offer.0,
            deal_value: read(plan.deal_value),
            currency: plan.currency.0,
            contacts_a_month: plan.contacts_a_month,
            reasons: plan.reasons.into_iter().map(|reason| reason.0).collect(),
            statements: plan.statements.into(|statement| statement.0),
            goals: plan.goals.into_iter().map(plan::Goal::from).collect(),
            sequences: plan.sequences.into(plan::Sequence::from),
            runs: plan.runs.into(|run| plan::Run { start: read(run.start) }),
            work_week: plan.work_week.0,
            holidays: plan.holidays.into_iter().map(plan::Holiday::from).collect(),
            people: plan.people.into_iter().map(plan::Person::from).collect(),
            review: read(plan.review),
        }
    }
}

fn read<T>(written: Option<Written<T>>) -> Option<T> {
    written.map(|written| written.0)
}

impl<T> PerAudience<T> {
    fn from<'a, U>(both: &'a plan::PerAudience<U>, write: impl Fn(&'a U) -> T) -> Self {
        Self { prospect: write(&both.prospect), customer: write(&both.customer) }
    }

    fn into<U>(self, read: impl Fn(T) -> U) -> plan::PerAudience<U> {
        plan::PerAudience { prospect: read(self.prospect), customer: read(self.customer) }
    }
}

impl From<&plan::Goal> for Goal {
    fn from(goal: &plan::Goal) -> Self {
        Self {
            id: goal.id.0,
            text: Written(goal.text.clone()),
            idea: goal.idea.map(Written),
            audience: goal.audience.map(Written),
            benefit: Written(goal.benefit),
            actions: goal.actions.iter().map(Action::from).collect(),
        }
    }
}

impl From<Goal> for plan::Goal {
    fn from(goal: Goal) -> Self {
        Self {
            id: GoalId(goal.id),
            text: goal.text.0,
            idea: read(goal.idea),
            audience: read(goal.audience),
            benefit: goal.benefit.0,
            actions: goal.actions.into_iter().map(plan::Action::from).collect(),
        }
    }
}

impl From<&plan::Action> for Action {
    fn from(action: &plan::Action) -> Self {
        let measure = &action.measure;
        Self {
            id: action.id.0,
            text: Written(action.text.clone()),
            measure: Measure {
                metric: Written(measure.metric.clone()),
                target: Written(measure.target.clone()),
                by: measure.by.map(Written),
                result: Written(measure.result.clone()),
            },
        }
    }
}

impl From<Action> for plan::Action {
    fn from(Action { id, text, measure }: Action) -> Self {
        let measure = plan::Measure {
            metric: measure.metric.0,
            target: measure.target.0,
            by: read(measure.by),
            result: measure.result.0,
        };
        Self { id: ActionId(id), text: text.0, measure }
    }
}

impl From<&plan::Sequence> for Sequence {
    fn from(sequence: &plan::Sequence) -> Self {
        Self {
            trigger: Written(sequence.trigger.clone()),
            steps: sequence.steps.iter().map(Step::from).collect(),
        }
    }
}

impl From<Sequence> for plan::Sequence {
    fn from(Sequence { trigger, steps }: Sequence) -> Self {
        Self { trigger: trigger.0, steps: steps.into_iter().map(plan::Step::from).collect() }
    }
}

impl From<&plan::Step> for Step {
    fn from(step: &plan::Step) -> Self {
        Self {
            id: step.id.0,
            what: Written(step.what.clone()),
            delay: Delay(step.delay),
            channel: step.channel.map(Written),
            who: step.who.map(Who::from),
            tools: Written(step.tools.clone()),
            notes: Written(step.notes.clone()),
            readiness: Written(step.readiness),
            action: step.action.map(|id| id.0),
        }
    }
}

impl From<Step> for plan::Step {
    fn from(step: Step) -> Self {
        Self {
            id: StepId(step.id),
            what: step.what.0,
            delay: step.delay.0,
            channel: read(step.channel),
            who: step.who.map(Responsible::from),
            tools: step.tools.0,
            notes: step.notes.0,
            readiness: step.readiness.0,
            action: step.action.map(ActionId),
        }
    }
}

impl From<Delay> for RawDelay {
    fn from(Delay(delay): Delay) -> Self {
        Self { count: delay.count(), unit: Written(delay.unit), from: Written(delay.anchor) }
    }
}

impl TryFrom<RawDelay> for Delay {
    type Error = WordError;

    fn try_from(raw: RawDelay) -> Result<Self, WordError> {
        plan::Delay::new(raw.count, raw.unit.0, raw.from.0).map(Self).ok_or(WordError::DelayTooLong)
    }
}

impl From<Responsible> for Who {
    fn from(who: Responsible) -> Self {
        match who {
            Responsible::Myself => Self::Myself,
            Responsible::CoWorker => Self::CoWorker,
            Responsible::Assistant => Self::Assistant,
            Responsible::Automation => Self::Automation,
            Responsible::Vendor => Self::Vendor,
            Responsible::Person(id) => Self::Person(id.0),
        }
    }
}

impl From<Who> for Responsible {
    fn from(who: Who) -> Self {
        match who {
            Who::Myself => Self::Myself,
            Who::CoWorker => Self::CoWorker,
            Who::Assistant => Self::Assistant,
            Who::Automation => Self::Automation,
            Who::Vendor => Self::Vendor,
            Who::Person(id) => Self::Person(PersonId(id)),
        }
    }
}

impl From<&plan::Holiday> for Holiday {
    fn from(holiday: &plan::Holiday) -> Self {
        Self { date: Written(holiday.date), name: Written(holiday.name.clone()) }
    }
}

impl From<Holiday> for plan::Holiday {
    fn from(Holiday { date, name }: Holiday) -> Self {
        Self { date: date.0, name: name.0 }
    }
}

impl From<&plan::Person> for Person {
    fn from(person: &plan::Person) -> Self {
        Self { id: person.id.0, name: Written(person.name.clone()) }
    }
}

impl From<Person> for plan::Person {
    fn from(Person { id, name }: Person) -> Self {
        Self { id: PersonId(id), name: name.0 }
    }
}
