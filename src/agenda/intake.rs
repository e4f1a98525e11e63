//! How many new contacts a week fit beside what is under way.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::capacity::week_limit;
use super::duty::responsible;
use super::forecast::Forecasts;
use super::load::{load, monday};
use crate::calendar::DayNumber;
use crate::plan::{Audience, PersonId, Responsible};
use crate::schedule::{Dates, Days as _};

/// How many new contacts a week fit, and what stands in the way of one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intake {
    /// New contacts in each week; none where nothing limits them.
    pub a_week: Option<u32>,
    /// What one more would pass first.
    pub bound: Option<Bound>,
}

/// The week of somebody that is full first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Whose.
    pub person: PersonId,
    /// Its Monday.
    pub week: NaiveDate,
    /// Minutes that are taken without anybody new.
    pub taken: u32,
    /// Minutes that one new contact a week adds by then.
    pub each: u32,
    /// Minutes that fit.
    pub limit: u32,
}

/// How many contacts can start on a sequence in each of the coming weeks, shared evenly among those who look after them,
/// so that nobody has more to do in any of these weeks than fits. A new contact starts on the first working day of its week
/// and goes the way that is expected.
///
/// Each week's work is what is under way plus so many times what one contact in each week up to then brings; the largest
/// number that fits all weeks is a division for each, so that it needs no search.
pub fn intake(forecasts: &Forecasts, audience: Audience, owners: &[PersonId], weeks: u16) -> Intake {
    let first = monday(DayNumber::of(forecasts.today));
    let last = first.plus(i32::from(weeks) * 7 - 1);
    let Some(until) = last.date() else { return Intake { a_week: None, bound: None } };
    let load = load(forecasts, until);
    let added = added(forecasts, audience, owners, first, last);
    let mut bounds: Vec<Bound> = Vec::new();
    for ((person, week), each) in added {
        let monday = DayNumber(week);
        let (Some(limit), Some(date)) = (week_limit(forecasts, person, monday), monday.date()) else {
            continue;
        };
        let taken = load.week_minutes(Some(Responsible::Person(person)), date);
        bounds.push(Bound { person, week: date, taken, each, limit });
    }
    let most = |bound: &Bound| {
        let sharing = u32::try_from(owners.len().max(1)).unwrap_or(1);
        // `each` is for all who share together, so that nothing is lost by rounding.
        bound.limit.saturating_sub(bound.taken).saturating_mul(sharing) / bound.each.max(1)
    };
    let bound = bounds.iter().min_by_key(|bound| (most(bound), bound.week, bound.person)).copied();
    Intake { a_week: bound.as_ref().map(most), bound }
}

/// Minutes that one new contact in each week and for each of the owners adds, by person and week.
fn added(
    forecasts: &Forecasts,
    audience: Audience,
    owners: &[PersonId],
    first: DayNumber,
    last: DayNumber,
) -> HashMap<(PersonId, i32), u32> {
    let laid = forecasts.frame.laid.current(audience);
    let mut dates = Dates::default();
    let mut added: HashMap<(PersonId, i32), u32> = HashMap::new();
    let shared: Vec<Option<PersonId>> = match owners {
        [] => vec![None],
        owners => owners.iter().copied().map(Some).collect(),
    };
    for owner in shared {
        let mut week = first;
        while week <= last {
            let start = week.max(DayNumber::of(forecasts.today));
            let start = forecasts.frame.calendars.business().rolled(start, crate::schedule::Roll::Forward);
            let Ok(start) = start else { break };
            for (at, due) in forecasts.frame.expected(audience, owner, None, start, &mut dates) {
                let entry = &laid.steps[at];
                let who = due
                    .date()
                    .filter(|_| due <= last)
                    .and_then(|day| forecasts.on_duty(responsible(entry.who, owner), day));
                if let Some(Responsible::Person(person)) = who.filter(|_| entry.minutes > 0) {
                    *added.entry((person, monday(due).0)).or_default() += entry.minutes;
                }
            }
            week = week.plus(7);
        }
    }
    added
}
