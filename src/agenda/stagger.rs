//! Starts spread over days, so that no day brings more than fits.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::capacity::{day_limit, week_limit};
use super::duty::{person_of, responsible};
use super::forecast::Forecasts;
use super::load::{load, monday};
use crate::calendar::DayNumber;
use crate::plan::{Audience, Channel, Line, PersonId};
use crate::schedule::{Dates, Days as _, Roll};

/// How far ahead starts are looked for, in calendar days.
const HORIZON: i32 = 366;

/// What a day may bring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Calls of one person, if there is a limit. Minutes are those of each person's week.
    pub calls_a_day: Option<u32>,
}

/// A start for each of those who asked for one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staggered {
    /// The day each starts on, in the order given; none for those who do not fit within a year.
    pub starts: Vec<Option<NaiveDate>>,
}

impl Staggered {
    /// The last day on which somebody starts.
    pub fn last(&self) -> Option<NaiveDate> {
        self.starts.iter().flatten().max().copied()
    }

    /// How many do not fit.
    pub fn left_out(&self) -> usize {
        self.starts.iter().filter(|start| start.is_none()).count()
    }
}

/// Finds a day to start on a sequence for each of some contacts, told by who looks after them and where they live: the first
/// from `from` on from which none of their days passes a limit, beside what is under way and those before them. What is
/// already too much on a day stays as it is, and gets no more.
///
/// Days only fill up, so that a day found full for one kind of contact is full for all later ones of that kind.
pub fn stagger(
    forecasts: &Forecasts,
    audience: Audience,
    contacts: &[(Option<PersonId>, Option<Line>)],
    from: NaiveDate,
    limits: Limits,
) -> Staggered {
    let first = DayNumber::of(from.max(forecasts.today));
    let Some(until) = first.plus(HORIZON * 3).date() else { return Staggered::default() };
    let laid = forecasts.frame.laid.current(audience);
    let mut load = load(forecasts, until);
    let mut kinds: HashMap<&(Option<PersonId>, Option<Line>), Kind> = HashMap::new();
    let mut dates = Dates::default();
    let mut starts = Vec::with_capacity(contacts.len());
    for contact in contacts {
        let (owner, country) = contact;
        let kind = kinds.entry(contact).or_insert_with(|| Kind { at: first, days: None });
        let mut found = None;
        while kind.at <= first.plus(HORIZON) && found.is_none() {
            let start = forecasts.frame.calendars.business().rolled(kind.at, Roll::Forward);
            let Ok(start) = start else { break };
            kind.at = start;
            let days = kind.days.get_or_insert_with(|| {
                let expected =
                    forecasts.frame.expected(audience, *owner, country.as_ref(), start, &mut dates);
                let of_step = expected.into_iter().map(|(at, due)| {
                    let entry = &laid.steps[at];
                    let who = responsible(entry.who, *owner);
                    let who = due.date().and_then(|day| forecasts.on_duty(who, day));
                    Planned { who, due, minutes: entry.minutes, channel: entry.channel }
                });
                of_step.collect()
            });
            for step in days.iter() {
                load.add(step.who, step.due, step.minutes, step.channel);
            }
            match days.iter().all(|step| step.fits(forecasts, &load, limits)) {
                true => found = Some(start),
                false => {
                    for step in days.iter() {
                        load.remove(step.who, step.due, step.minutes, step.channel);
                    }
                    (kind.at, kind.days) = (start.plus(1), None);
                }
            }
        }
        starts.push(found.and_then(DayNumber::date));
    }
    Staggered { starts }
}

/// Contacts that are alike.
struct Kind {
    /// The first day that may have room for one more.
    at: DayNumber,
    /// What one who starts then brings.
    days: Option<Vec<Planned>>,
}

/// A step of somebody who may start.
struct Planned {
    who: Option<crate::plan::Responsible>,
    due: DayNumber,
    minutes: u32,
    channel: Option<Channel>,
}

impl Planned {
    /// Whether its day, with it, stays within the limits. What takes longer than a share of the week has fills a day by
    /// itself, if the week has room for it.
    fn fits(&self, forecasts: &Forecasts, load: &super::load::Load, limits: Limits) -> bool {
        let on = load.on(self.who, self.due);
        let is_call = self.channel == Some(Channel::Phone);
        let calls_fit = !is_call || limits.calls_a_day.is_none_or(|most| on.calls <= most);
        let Some(person) = person_of(self.who).filter(|_| self.minutes > 0) else { return calls_fit };
        let Some(limit) = day_limit(forecasts, person, self.due) else { return calls_fit };
        let fills_day = || {
            let monday = monday(self.due);
            let taken = (0..7).map(|after| load.on(self.who, monday.plus(after)).minutes).sum::<u32>();
            limit > 0
                && on.minutes == self.minutes
                && week_limit(forecasts, person, monday).is_none_or(|limit| taken <= limit)
        };
        calls_fit && (on.minutes <= limit || fills_day())
    }
}
