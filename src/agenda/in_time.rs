//! Everybody for whom something is open, with their steps as they lie in time.

use chrono::NaiveDate;

use super::forecast::{Course, Forecasts};
use crate::calendar::{DayNumber, sort_by};
use crate::plan::{Audience, Channel, Fate, PersonId, StepId};
use crate::roster::ContactId;

/// The steps of somebody for whom something is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InTime {
    /// Who.
    pub contact: ContactId,
    /// The steps of what is under way, each on its day.
    pub steps: Vec<StepInTime>,
}

/// A step on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepInTime {
    /// The sequence.
    pub audience: Audience,
    /// The step.
    pub step: StepId,
    /// Its number in the sequence (B2).
    pub number: usize,
    /// The day it was done, or is due.
    pub day: NaiveDate,
    /// What became of it.
    pub fate: Option<Fate>,
    /// Since when it is late.
    pub late_since: Option<NaiveDate>,
    /// How the contact is reached.
    pub channel: Option<Channel>,
}

impl StepInTime {
    /// The day on which it stands: what is late stands where it was due.
    pub fn stands_on(&self) -> NaiveDate {
        self.late_since.unwrap_or(self.day)
    }
}

/// Whose contacts are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's.
    #[default]
    All,
    /// Those somebody looks after.
    Of(PersonId),
    /// Those nobody in particular looks after.
    Nobodys,
}

/// The first of those for whom something is open, in order of the day on which that is due or since when it is late, so many
/// at most; and how many there are.
pub fn in_time(forecasts: &Forecasts, whose: Whose, most: usize) -> (Vec<InTime>, usize) {
    let is_meant = |course: &&Course| match whose {
        Whose::All => true,
        Whose::Of(person) => course.contact.owner == Some(person),
        Whose::Nobodys => course.contact.owner.is_none(),
    };
    let first = |course: &Course| {
        let days = course.timelines.iter().flat_map(|timeline| timeline.steps());
        days.filter_map(|(_, day)| Some(day.overdue().unwrap_or(day.waits_on()?))).min()
    };
    let waiting = forecasts.courses().filter(is_meant);
    let mut waiting: Vec<(DayNumber, &Course)> =
        waiting.filter_map(|course| Some((first(course)?, course))).collect();
    sort_by(&mut waiting, |(day, course), (other, its)| {
        (day, course.contact.id).cmp(&(other, its.contact.id))
    });
    let rows = waiting.iter().take(most).map(|(_, course)| forecasts.row(course)).collect();
    (rows, waiting.len())
}

impl Forecasts {
    fn row(&self, course: &Course) -> InTime {
        let mut steps = Vec::new();
        for (enrolment, timeline) in course.contact.enrolments.iter().zip(&course.timelines) {
            if !enrolment.is_open() {
                continue;
            }
            let laid = self.frame.laid.for_enrolment(enrolment);
            for (at, day) in timeline.steps().filter(|(_, day)| day.is_over || day.waits_on().is_some()) {
                let Some((entry, on)) = laid.steps.get(at).zip(day.due().and_then(DayNumber::date)) else {
                    continue;
                };
                steps.push(StepInTime {
                    audience: enrolment.audience,
                    step: entry.id,
                    number: at + 1,
                    day: on,
                    fate: enrolment.fact(entry.id).and_then(|fact| fact.mark).map(|(_, fate)| fate),
                    late_since: day.overdue().filter(|_| !day.is_over).and_then(DayNumber::date),
                    channel: entry.channel,
                });
            }
        }
        InTime { contact: course.contact.id, steps }
    }
}
