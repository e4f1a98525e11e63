//! From versions 1 to 3 to the plan. Frozen.

use super::flaw;
use crate::calendar::WorkWeek;
use crate::plan::{
    Action, ActionId, Anchor, Attempts, Branch, Campaign, ChannelProfile, Closure, Delay, Direction,
    Dismissal, Event, EventId, Eves, Fate, Goal, GoalId, Holiday, HolidaySet, Lead, LeadId, Mark, Measure,
    PerAudience, Percent, Person, PersonId, Plan, PlanParts, Responsible, Run, Sequence, Span, Stakes, Step,
    StepId, Window,
};
use crate::store::Fault;
use crate::store::wire::{Fields, Found, number, word};

/// The plan, if its parts are right and fit together; otherwise where they are or do not.
pub(crate) fn plan(plan: Found<'_>) -> Result<Plan, Box<Fault>> {
    let parts = plan.object(parts)?;
    parts.clone().checked().map_err(|flaw| Box::new(flaw::fault(&parts, flaw)))
}

/// Filled in one by one: one half-read plan is dropped with less code than its many parts.
fn parts(plan: &mut Fields<'_>) -> Result<PlanParts, Box<Fault>> {
    let mut parts = Plan::blank().into_parts();
    parts.origin = plan.word("origin")?;
    parts.name = plan.word("name")?;
    parts.business = plan.word_or_empty("business")?;
    parts.offer = plan.word_or_empty("offer")?;
    parts.deal_value = plan.option("dealValue", word)?;
    parts.currency = plan.word("currency")?;
    parts.contacts_a_month = plan.option("contactsAMonth", number)?;
    parts.reasons = plan.field("reasons")?.list(word)?.into_iter().collect();
    parts.statements = per_audience(plan.field("statements")?, word)?;
    parts.goals = plan.field("goals")?.list(goal)?;
    parts.sequences = per_audience(plan.field("sequences")?, sequence)?;
    parts.runs = per_audience(plan.field("runs")?, run)?;
    parts.work_week = plan.word("workWeek")?;
    parts.holidays = plan.field("holidays")?.list(holiday)?;
    parts.holiday_sets = list(plan, "holidaySets", holiday_set)?;
    parts.closures = list(plan, "closures", closure)?;
    parts.worked = list(plan, "worked", word)?;
    parts.events = list(plan, "events", event)?;
    parts.people = plan.field("people")?.list(person)?;
    parts.review = plan.option("review", word)?;
    parts.stakes = plan.option("stakes", stakes)?.unwrap_or_default();
    parts.profiles = list(plan, "channels", profile)?;
    parts.campaign = plan.option("campaign", campaign)?.unwrap_or_default();
    parts.dismissals = list(plan, "leftAlone", dismissal)?;
    Ok(parts)
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
        let delay = delay(step.field("delay")?)?;
        let window = step.option("window", WrittenWindow::read)?.unwrap_or_default();
        let window =
            window.beside(delay).ok_or_else(|| step.fault("its window ends beyond the longest wait"))?;
        Ok(Step {
            id: StepId(step.number("id")?),
            what: step.word("what")?,
            delay,
            window,
            attempts: step.option("attempts", attempts)?.unwrap_or_default(),
            only_after: step.option("onlyAfter", branch)?,
            expected: step.option("expected", word)?,
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
        let length = u16::try_from(delay.number("count")?).unwrap_or(u16::MAX);
        let unit = delay.word("unit")?;
        let anchor = anchor(delay.field("from")?)?;
        let direction = delay.option("way", word)?.unwrap_or_default();
        Span::new(length, unit).and_then(|span| Delay::new(span, direction, anchor)).ok_or_else(|| {
            delay.fault(&format!(
                "a delay counts from 0 to {}, and back only from an event or a date",
                Span::MAX_LENGTH
            ))
        })
    })
}

/// `previous-step`, `start`, or an object that names a step, an event or a date.
fn anchor(from: Found<'_>) -> Result<Anchor, Box<Fault>> {
    if !from.is_object() {
        return match &*word::<String>(from)? {
            "previous-step" => Ok(Anchor::PreviousStep),
            "start" => Ok(Anchor::Start),
            _ => {
                Err(from
                    .fault("it must be previous-step, start, or an object with a step, an event or a date"))
            }
        };
    }
    from.object(|from| {
        if let Some(step) = from.option("step", number)? {
            return Ok(Anchor::Step(StepId(step)));
        }
        if let Some(event) = from.option("event", number)? {
            return Ok(Anchor::Event(EventId(event)));
        }
        Ok(Anchor::Date(from.word("date")?))
    })
}

/// A window as it is written: its latest day as so much more of the delay's unit, none where that is zero.
#[derive(Default)]
struct WrittenWindow {
    slack: u16,
    weekdays: Option<WorkWeek>,
    eves: Eves,
}

impl WrittenWindow {
    fn read(window: Found<'_>) -> Result<Self, Box<Fault>> {
        window.object(|window| {
            Ok(Self {
                slack: window.option("slack", number)?.unwrap_or(0),
                weekdays: window.option("weekdays", word)?,
                eves: window.option("eves", word)?.unwrap_or_default(),
            })
        })
    }

    /// The window beside its delay; none where it would end beyond the longest wait.
    fn beside(self, delay: Delay) -> Option<Window> {
        let Self { slack, weekdays, eves } = self;
        let length = match delay.direction() {
            Direction::After => delay.length().checked_add(slack)?,
            Direction::Before => delay.length().checked_sub(slack)?,
        };
        let latest = if slack == 0 { None } else { Some(Span::new(length, delay.unit())?) };
        Some(Window { latest, weekdays, eves })
    }
}

fn attempts(attempts: Found<'_>) -> Result<Attempts, Box<Fault>> {
    attempts.object(|attempts| {
        let (count, gap) = (number(attempts.field("count")?)?, number(attempts.field("gap")?)?);
        Attempts::new(count, gap).ok_or_else(|| {
            attempts.fault(&format!(
                "there are 1 to {} attempts, 1 to {} working days apart",
                Attempts::MAX_COUNT,
                Attempts::MAX_GAP
            ))
        })
    })
}

fn branch(branch: Found<'_>) -> Result<Branch, Box<Fault>> {
    branch.object(|branch| {
        Ok(Branch { step: StepId(branch.number("step")?), outcome: branch.word("outcome")? })
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
    run.object(|run| Ok(Run { start: run.option("start", word)?, marks: list(run, "marks", mark)? }))
}

fn mark(mark: Found<'_>) -> Result<Mark, Box<Fault>> {
    mark.object(|mark| {
        let fate = match &*mark.word::<String>("fate")? {
            "done" => Fate::Done(mark.option("outcome", word)?),
            "skipped" => Fate::Skipped,
            "tried" => Fate::Tried(number(mark.field("times")?)?),
            _ => return Err(mark.fault("its fate must be one of done, skipped, tried")),
        };
        Ok(Mark { step: StepId(mark.number("step")?), on: mark.word("on")?, fate })
    })
}

/// A list that is not written where it is empty.
fn list<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    entry: fn(Found<'_>) -> Result<T, Box<Fault>>,
) -> Result<Vec<T>, Box<Fault>> {
    match fields.optional(name)? {
        Some(list) => list.list(entry),
        None => Ok(Vec::new()),
    }
}

fn holiday_set(set: Found<'_>) -> Result<HolidaySet, Box<Fault>> {
    set.object(|set| {
        Ok(HolidaySet {
            code: set.word("code")?,
            name: set.word("name")?,
            through: number(set.field("through")?)?,
            days: set.field("days")?.list(holiday)?,
            worked: Vec::new(),
        })
    })
}

fn closure(closure: Found<'_>) -> Result<Closure, Box<Fault>> {
    closure.object(|closure| {
        Ok(Closure {
            first: closure.word("first")?,
            last: closure.word("last")?,
            name: closure.word_or_empty("name")?,
            who: closure.option("who", number)?.map(PersonId),
        })
    })
}

fn event(event: Found<'_>) -> Result<Event, Box<Fault>> {
    event.object(|event| {
        Ok(Event {
            id: EventId(event.number("id")?),
            name: event.word("name")?,
            date: event.option("date", word)?,
        })
    })
}

fn stakes(stakes: Found<'_>) -> Result<Stakes, Box<Fault>> {
    stakes.object(|stakes| {
        let chance = match stakes.option("chance", number)? {
            Some(percent) => {
                Some(Percent::new(percent).ok_or_else(|| stakes.fault("the chance goes from 1 to 100"))?)
            }
            None => None,
        };
        let hour_cost = stakes.option("hourCost", word)?;
        Ok(Stakes { chance, hour_cost, distance: stakes.option("distance", word)? })
    })
}

fn profile(profile: Found<'_>) -> Result<ChannelProfile, Box<Fault>> {
    profile.object(|profile| {
        Ok(ChannelProfile {
            channel: profile.word("channel")?,
            minutes: number(profile.field("minutes")?)?,
            cost: profile.word("cost")?,
            attention: number(profile.field("attention")?)?,
            shortest: number(profile.field("shortest")?)?,
            longest: number(profile.field("longest")?)?,
        })
    })
}

fn campaign(campaign: Found<'_>) -> Result<Campaign, Box<Fault>> {
    campaign.object(|campaign| {
        Ok(Campaign {
            spend: campaign.option("spend", word)?,
            revenue: campaign.option("revenue", word)?,
            leads: list(campaign, "leads", lead)?,
        })
    })
}

fn lead(lead: Found<'_>) -> Result<Lead, Box<Fault>> {
    lead.object(|lead| {
        Ok(Lead {
            id: LeadId(lead.number("id")?),
            name: lead.word("name")?,
            brought: lead.option("brought", word)?,
        })
    })
}

fn dismissal(dismissal: Found<'_>) -> Result<Dismissal, Box<Fault>> {
    dismissal.object(|dismissal| {
        Ok(Dismissal {
            finding: dismissal.word("finding")?,
            print: dismissal.number("print")?,
            reason: dismissal.word_or_empty("reason")?,
        })
    })
}

fn holiday(holiday: Found<'_>) -> Result<Holiday, Box<Fault>> {
    holiday
        .object(|holiday| Ok(Holiday { date: holiday.word("date")?, name: holiday.word_or_empty("name")? }))
}

fn person(person: Found<'_>) -> Result<Person, Box<Fault>> {
    person.object(|person| Ok(Person { id: PersonId(person.number("id")?), name: person.word("name")? }))
}
