//! Where in a file the parts of a plan do not fit together.

use crate::plan::{Action, Closure, Flaw, Limit, PlanParts, Step, StepId, YearlyClosure};
use crate::store::Fault;

/// The flaw as a fault, with its place in the file's own names.
pub(super) fn fault(parts: &PlanParts, flaw: Flaw) -> Fault {
    match flaw {
        Flaw::IdUsedTwice(id) => {
            let mut places = ids(parts).filter(|(_, found)| *found == id);
            let place = places.nth(1).map_or("plan".to_owned(), |(place, _)| place);
            Fault::new(place + ".id", format_args!("the id {id} is used twice"))
        }
        Flaw::UnknownAction(step) => {
            Fault::new(step_place(parts, step) + ".action", "there is no such action in the plan")
        }
        Flaw::UnknownPerson(step) => {
            Fault::new(step_place(parts, step) + ".who.person", "there is no such person in the plan")
        }
        Flaw::UnknownEvent(step) => {
            Fault::new(step_place(parts, step) + ".delay.from.event", "there is no such event in the plan")
        }
        Flaw::NotAbove { step, other } => Fault::new(
            step_place(parts, step),
            format_args!("it depends on step {}, which does not stand above it", other.0),
        ),
        Flaw::UnknownAway(person) => {
            Fault::new("plan.closures", format_args!("there is no person {} in the plan", person.0))
        }
        Flaw::Marks(step) => {
            let problem = "marks stand in order of their steps, one each, of steps of the sequence";
            Fault::new("plan.runs", format_args!("{problem}; that of step {} does not", step.0))
        }
        Flaw::Postponed(step) => {
            let problem = "other days stand in order of their steps, one each, of open steps of the sequence";
            Fault::new("plan.runs", format_args!("{problem}; that of step {} does not", step.0))
        }
        Flaw::SetTwice => Fault::new("plan.holidaySets", "one set is there twice"),
        Flaw::YearlyClosure(at) => Fault::new(
            format!("plan.yearlyClosures[{at}]"),
            format_args!(
                "each lasts 1 to {} days, some year has it, and none is there twice",
                YearlyClosure::MAX_DAYS
            ),
        ),
        Flaw::Closure(first) => Fault::new(
            "plan.closures",
            format_args!(
                "they stand in order and last 1 to {} days; that of {first} does not",
                Closure::MAX_DAYS
            ),
        ),
        Flaw::TooMany(limit) => {
            Fault::new(crowded(parts, limit), format_args!("there are more than {} of them", limit.max()))
        }
        Flaw::HolidaysUnordered => Fault::new("plan.holidays", "they must be in order of date, one a day"),
        Flaw::Profile(_) => Fault::new(
            "plan.channels",
            "they stand in order, one of each channel, and their numbers keep within limits",
        ),
        Flaw::DismissalsUnordered => Fault::new("plan.leftAlone", "they stand in order, one of each finding"),
        Flaw::LatestTooEarly(id) => {
            Fault::new(step_place(parts, id) + ".window", "the latest day comes before the earliest")
        }
        Flaw::DateOutOfRange(date) => {
            Fault::new("plan", format_args!("{date} lies beyond the years of the calendar"))
        }
    }
}

fn actions(parts: &PlanParts) -> impl Iterator<Item = (String, &Action)> {
    parts.goals.iter().enumerate().flat_map(|(goal, found)| {
        let actions = found.actions.iter().enumerate();
        actions.map(move |(at, action)| (format!("plan.goals[{goal}].actions[{at}]"), action))
    })
}

fn steps(parts: &PlanParts) -> impl Iterator<Item = (String, &Step)> {
    [("prospect", &parts.sequences.prospect), ("customer", &parts.sequences.customer)].into_iter().flat_map(
        |(audience, sequence)| {
            let steps = sequence.steps.iter().enumerate();
            steps.map(move |(at, step)| (format!("plan.sequences.{audience}.steps[{at}]"), step))
        },
    )
}

/// Everything that has an id, in the order of the file.
fn ids(parts: &PlanParts) -> impl Iterator<Item = (String, u32)> {
    let goals = parts.goals.iter().enumerate().map(|(at, goal)| (format!("plan.goals[{at}]"), goal.id.0));
    let actions = actions(parts).map(|(place, action)| (place, action.id.0));
    let steps = steps(parts).map(|(place, step)| (place, step.id.0));
    let people = parts.people.iter().enumerate();
    let people = people.map(|(at, person)| (format!("plan.people[{at}]"), person.id.0));
    let events = parts.events.iter().enumerate();
    let events = events.map(|(at, event)| (format!("plan.events[{at}]"), event.id.0));
    let leads = parts.campaign.leads.iter().enumerate();
    let leads = leads.map(|(at, lead)| (format!("plan.campaign.leads[{at}]"), lead.id.0));
    goals.chain(actions).chain(steps).chain(people).chain(events).chain(leads)
}

fn step_place(parts: &PlanParts, id: StepId) -> String {
    steps(parts).find(|(_, step)| step.id == id).map_or("plan".to_owned(), |(place, _)| place)
}

fn crowded(parts: &PlanParts, limit: Limit) -> String {
    match limit {
        Limit::Goals => "plan.goals".to_owned(),
        Limit::Holidays => "plan.holidays".to_owned(),
        Limit::People => "plan.people".to_owned(),
        Limit::HolidaySets | Limit::SetDays => "plan.holidaySets".to_owned(),
        Limit::Closures => "plan.closures".to_owned(),
        Limit::YearlyClosures => "plan.yearlyClosures".to_owned(),
        Limit::Worked => "plan.worked".to_owned(),
        Limit::Events => "plan.events".to_owned(),
        Limit::Leads => "plan.campaign.leads".to_owned(),
        Limit::Dismissals => "plan.leftAlone".to_owned(),
        Limit::Actions => {
            let crowded = parts.goals.iter().position(|goal| goal.actions.len() > limit.max());
            format!("plan.goals[{}].actions", crowded.unwrap_or_default())
        }
        Limit::Steps if parts.sequences.prospect.steps.len() > limit.max() => {
            "plan.sequences.prospect.steps".to_owned()
        }
        Limit::Steps => "plan.sequences.customer.steps".to_owned(),
    }
}
