//! From version 1 to the plan. Frozen.

use super::flaw;
use crate::plan::{
    Action, ActionId, Attempts, Delay, Goal, GoalId, Holiday, Measure, PerAudience, Person, PersonId, Plan,
    PlanParts, Responsible, Run, Sequence, Step, StepId, Window,
};
use crate::store::Fault;
use crate::store::wire::{Fields, Found, number, word};

/// The plan, if its parts are right and fit together; otherwise where they are or do not.
pub(crate) fn plan(plan: Found<'_>) -> Result<Plan, Box<Fault>> {
    let parts = plan.object(parts)?;
    parts.clone().checked().map_err(|flaw| Box::new(flaw::fault(&parts, flaw)))
}

fn parts(plan: &mut Fields<'_>) -> Result<PlanParts, Box<Fault>> {
    Ok(PlanParts {
        origin: plan.word("origin")?,
        name: plan.word("name")?,
        business: plan.word_or_empty("business")?,
        offer: plan.word_or_empty("offer")?,
        deal_value: plan.option("dealValue", word)?,
        currency: plan.word("currency")?,
        contacts_a_month: plan.option("contactsAMonth", number)?,
        reasons: plan.field("reasons")?.list(word)?.into_iter().collect(),
        statements: per_audience(plan.field("statements")?, word)?,
        goals: plan.field("goals")?.list(goal)?,
        sequences: per_audience(plan.field("sequences")?, sequence)?,
        runs: per_audience(plan.field("runs")?, run)?,
        work_week: plan.word("workWeek")?,
        holidays: plan.field("holidays")?.list(holiday)?,
        holiday_sets: Vec::new(),
        closures: Vec::new(),
        worked: Vec::new(),
        events: Vec::new(),
        people: plan.field("people")?.list(person)?,
        review: plan.option("review", word)?,
    })
}

fn per_audience<T>(
    both: Found<'_>,
    read: fn(Found<'_>) -> Result<T, Box<Fault>>,
) -> Result<PerAudience<T>, Box<Fault>> {
    both.object(|both| {
        Ok(PerAudience { prospect: read(both.field("prospect")?)?, customer: read(both.field("customer")?)? })
    })
}

fn goal(goal: Found<'_>) -> Result<Goal, Box<Fault>> {
    goal.object(|goal| {
        Ok(Goal {
            id: GoalId(goal.number("id")?),
            text: goal.word("text")?,
            idea: goal.option("idea", word)?,
            audience: goal.option("audience", word)?,
            benefit: goal.word("benefit")?,
            actions: goal.field("actions")?.list(action)?,
        })
    })
}

fn action(action: Found<'_>) -> Result<Action, Box<Fault>> {
    action.object(|action| {
        Ok(Action {
            id: ActionId(action.number("id")?),
            text: action.word("text")?,
            measure: action.option("measure", measure)?.unwrap_or_default(),
        })
    })
}

fn measure(measure: Found<'_>) -> Result<Measure, Box<Fault>> {
    measure.object(|measure| {
        Ok(Measure {
            metric: measure.word_or_empty("metric")?,
            target: measure.word_or_empty("target")?,
            by: measure.option("by", word)?,
            result: measure.word_or_empty("result")?,
        })
    })
}

fn sequence(sequence: Found<'_>) -> Result<Sequence, Box<Fault>> {
    sequence.object(|sequence| {
        Ok(Sequence {
            trigger: sequence.word_or_empty("trigger")?,
            steps: sequence.field("steps")?.list(step)?,
        })
    })
}

fn step(step: Found<'_>) -> Result<Step, Box<Fault>> {
    step.object(|step| {
        Ok(Step {
            id: StepId(step.number("id")?),
            what: step.word("what")?,
            delay: delay(step.field("delay")?)?,
            window: Window::default(),
            attempts: Attempts::default(),
            only_after: None,
            expected: None,
            channel: step.option("channel", word)?,
            who: step.option("who", who)?,
            tools: step.word_or_empty("tools")?,
            notes: step.word_or_empty("notes")?,
            readiness: step.word("readiness")?,
            action: step.option("action", number)?.map(ActionId),
        })
    })
}

fn delay(delay: Found<'_>) -> Result<Delay, Box<Fault>> {
    delay.object(|delay| {
        let count = i16::try_from(delay.number("count")?).unwrap_or(i16::MAX);
        Delay::new(count, delay.word("unit")?, delay.word("from")?)
            .ok_or_else(|| delay.fault(&format!("a delay counts from 0 to {}", Delay::MAX_COUNT)))
    })
}

/// One of the five roles, or an object that names a person.
fn who(who: Found<'_>) -> Result<Responsible, Box<Fault>> {
    if who.is_object() {
        who.object(|who| Ok(Responsible::Person(PersonId(who.number("person")?))))
    } else {
        word(who)
    }
}

fn run(run: Found<'_>) -> Result<Run, Box<Fault>> {
    run.object(|run| Ok(Run { start: run.option("start", word)?, marks: Vec::new() }))
}

fn holiday(holiday: Found<'_>) -> Result<Holiday, Box<Fault>> {
    holiday
        .object(|holiday| Ok(Holiday { date: holiday.word("date")?, name: holiday.word_or_empty("name")? }))
}

fn person(person: Found<'_>) -> Result<Person, Box<Fault>> {
    person.object(|person| Ok(Person { id: PersonId(person.number("id")?), name: person.word("name")? }))
}
