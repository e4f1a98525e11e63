//! How much work the coming days bring, by whoever does it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::duty::responsible;
use super::forecast::Forecasts;
use crate::calendar::{DayNumber, sort_by};
use crate::plan::{Channel, Responsible};

/// Work by day and by whoever does it, in minutes (D2), and how many calls and visits that are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    pub(super) days: HashMap<(Option<Responsible>, i32), DayLoad>,
}

/// The work of somebody on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DayLoad {
    pub(super) minutes: u32,
    pub(super) calls: u32,
    pub(super) steps: u32,
}

/// What waits until a day: every open step of everybody, on the day it is due.
pub fn load(forecasts: &Forecasts, until: NaiveDate) -> Load {
    let mut load = Load::default();
    let until = DayNumber::of(until);
    for course in forecasts.courses() {
        for (enrolment, timeline) in course.contact.enrolments.iter().zip(&course.timelines) {
            if !enrolment.is_open() {
                continue;
            }
            let laid = forecasts.frame.laid.for_enrolment(enrolment);
            for (at, day) in timeline.steps() {
                let Some(due) = day.waits_on().filter(|due| *due <= until) else { continue };
                let entry = &laid.steps[at];
                let named = responsible(entry.who, course.contact.owner);
                let who = due.date().and_then(|due| forecasts.on_duty(named, due));
                load.add(who, due, entry.minutes, entry.channel);
            }
        }
    }
    load
}

/// What waits in so many weeks from that of the day one looks on.
pub fn load_ahead(forecasts: &Forecasts, weeks: u16) -> Load {
    let last = monday(DayNumber::of(forecasts.today())).plus(i32::from(weeks) * 7 - 1);
    last.date().map(|until| load(forecasts, until)).unwrap_or_default()
}

impl Load {
    pub(super) fn add(
        &mut self,
        who: Option<Responsible>,
        day: DayNumber,
        minutes: u32,
        channel: Option<Channel>,
    ) {
        let found = self.days.entry((who, day.0)).or_default();
        found.minutes = found.minutes.saturating_add(minutes);
        found.calls += u32::from(channel == Some(Channel::Phone));
        found.steps += 1;
    }

    /// Takes back what was added.
    pub(super) fn remove(
        &mut self,
        who: Option<Responsible>,
        day: DayNumber,
        minutes: u32,
        channel: Option<Channel>,
    ) {
        if let Some(found) = self.days.get_mut(&(who, day.0)) {
            found.minutes = found.minutes.saturating_sub(minutes);
            found.calls = found.calls.saturating_sub(u32::from(channel == Some(Channel::Phone)));
            found.steps = found.steps.saturating_sub(1);
        }
    }

    pub(super) fn on(&self, who: Option<Responsible>, day: DayNumber) -> DayLoad {
        self.days.get(&(who, day.0)).copied().unwrap_or_default()
    }

    /// Minutes of somebody on a day.
    pub fn minutes(&self, who: Option<Responsible>, day: NaiveDate) -> u32 {
        self.on(who, DayNumber::of(day)).minutes
    }

    /// Calls of somebody on a day.
    pub fn calls(&self, who: Option<Responsible>, day: NaiveDate) -> u32 {
        self.on(who, DayNumber::of(day)).calls
    }

    /// Minutes of somebody in the week of a day, Monday to Sunday.
    pub fn week_minutes(&self, who: Option<Responsible>, day: NaiveDate) -> u32 {
        let monday = monday(DayNumber::of(day));
        (0..7).map(|after| self.on(who, monday.plus(after)).minutes).fold(0, u32::saturating_add)
    }

    /// Steps of somebody from a day to another.
    pub fn steps_of(&self, who: Option<Responsible>, first: NaiveDate, last: NaiveDate) -> u32 {
        let days = DayNumber::of(first).0..=DayNumber::of(last).0;
        self.days
            .iter()
            .filter(|((whose, day), _)| *whose == who && days.contains(day))
            .map(|(_, load)| load.steps)
            .sum()
    }

    /// Everybody who has something to do, in order.
    pub fn people(&self) -> Vec<Option<Responsible>> {
        let mut people: Vec<_> = self.days.keys().map(|(who, _)| *who).collect();
        sort_by(&mut people, Ord::cmp);
        people.dedup();
        people
    }

    /// How many steps fall on a day, for all together.
    pub fn steps(&self, day: NaiveDate) -> u32 {
        let day = DayNumber::of(day).0;
        self.days.iter().filter(|((_, on), _)| *on == day).map(|(_, load)| load.steps).sum()
    }
}

/// The Monday of a week.
pub(super) fn monday(day: DayNumber) -> DayNumber {
    let after = day.weekday().num_days_from_monday();
    day.plus(-i32::try_from(after).unwrap_or(0))
}
