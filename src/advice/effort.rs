//! What a contact takes, and what an hour of it brings (A5).

use super::stake::{at_stake, minutes};
use crate::calendar::sort_by_number;
use crate::plan::{PlanParts, Responsible, Step};
use crate::schedule::{Place, Schedule};

/// The work a plan asks for, and what it is worth (A5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Minutes that one contact takes, all steps on the expected path together.
    pub minutes: u64,
    /// Minutes that the new contacts of a month take, where their number is known.
    pub minutes_a_month: Option<u64>,
    /// What an hour brings on average, in hundredths: what is at stake, over the hours. None while the deal is not
    /// known or nothing takes any time.
    pub value_an_hour: Option<u64>,
}

/// The work a plan asks for.
pub fn effort(plan: &PlanParts, schedule: &Schedule) -> Effort {
    let minutes: u64 = expected_steps(plan, schedule).map(|step| minutes(plan, step)).sum();
    let value_an_hour = at_stake(plan).and_then(|value| value.saturating_mul(60).checked_div(minutes));
    let minutes_a_month = plan.contacts_a_month.map(|contacts| u64::from(contacts) * minutes);
    Effort { minutes, minutes_a_month, value_an_hour }
}

/// Those who work on a plan, each with the minutes of an average working day, the busiest first, and of those as busy
/// the one whose step is further up: a month brings its new contacts, and each takes all of the steps. Nobody where the
/// number of contacts is not known.
pub fn workload(plan: &PlanParts, schedule: &Schedule) -> Vec<(Responsible, u64)> {
    let Some(contacts) = plan.contacts_a_month.map(u64::from) else { return Vec::new() };
    let mut load: Vec<(Responsible, u64)> = Vec::new();
    for step in expected_steps(plan, schedule) {
        let (Some(who), minutes) = (step.who, minutes(plan, step)) else { continue };
        match load.iter_mut().find(|(known, _)| *known == who) {
            Some((_, sum)) => *sum += minutes,
            None => load.push((who, minutes)),
        }
    }
    // A year has 365.25 days, and so many working days as the week says: 12 * 7 * 4 = 336, 365.25 * 4 = 1461.
    let days_a_week = 7 - plan.work_week.days_off().count() as u64;
    for (_, minutes) in &mut load {
        *minutes = *minutes * contacts * 336 / (1461 * days_a_week.max(1));
    }
    load.retain(|(_, minutes)| *minutes > 0);
    sort_by_number(&mut load, |(_, minutes)| -i64::try_from(*minutes).unwrap_or(i64::MAX));
    load
}

fn expected_steps<'a>(plan: &'a PlanParts, schedule: &'a Schedule) -> impl Iterator<Item = &'a Step> {
    plan.sequences.iter().flat_map(|(audience, sequence)| {
        let told = sequence.steps.iter().zip(schedule.steps(audience));
        told.filter(|(_, facts)| facts.place == Place::OnPath).map(|(step, _)| step)
    })
}
