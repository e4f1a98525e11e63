//! Whether there is room for new contacts on a sequence, and how much, by who looks after them now.

use super::forecast::Forecasts;
use super::intake::{Bound, intake};
use crate::calendar::sort_by;
use crate::plan::{Audience, PersonId};

/// Whether there is room for new contacts on a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The sequence has no steps yet.
    NoSteps,
    /// Nobody said how much time there is.
    NoHours,
    /// Those who said so do none of its steps, or these take no time.
    Unlimited,
    /// So much.
    Limited {
        /// New contacts in each week.
        a_week: u32,
        /// The week of somebody that is full first.
        bound: Bound,
        /// Minutes that one new contact a week brings whom that concerns, by then.
        each: u32,
    },
}

/// How many new contacts a week fit, for so many weeks, looked after by those who look after others on the sequence now; by
/// everybody where nobody does.
pub fn room(forecasts: &Forecasts, audience: Audience, weeks: u16) -> Room {
    let plan = &forecasts.workspace().plan;
    let has_hours = |person: PersonId| {
        let known = forecasts.roster().availability(person);
        known.is_some_and(|known| known.minutes_a_week.is_some())
    };
    if plan.sequences.of(audience).steps.is_empty() {
        return Room::NoSteps;
    }
    if !plan.people.iter().any(|person| has_hours(person.id)) {
        return Room::NoHours;
    }
    let owners = looking_after(forecasts, audience);
    let found = intake(forecasts, audience, &owners, weeks);
    match (found.a_week, found.bound) {
        (Some(a_week), Some(bound)) => {
            let sharing = u32::try_from(owners.len().max(1)).unwrap_or(1);
            Room::Limited { a_week, bound, each: bound.each.div_ceil(sharing) }
        }
        _ => Room::Unlimited,
    }
}

/// Who looks after those who are on a sequence now; everybody where nobody does.
fn looking_after(forecasts: &Forecasts, audience: Audience) -> Vec<PersonId> {
    let contacts = forecasts.roster().contacts();
    let mut owners: Vec<PersonId> = contacts
        .filter(|contact| contact.open(audience).is_some())
        .filter_map(|contact| contact.owner)
        .collect();
    sort_by(&mut owners, Ord::cmp);
    owners.dedup();
    if owners.is_empty() {
        owners.extend(forecasts.workspace().plan.people.iter().map(|person| person.id));
    }
    owners
}
