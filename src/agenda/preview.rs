//! What would move: the dates of everybody before a change and after it (F4).

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::capacity::day_limit;
use super::course::rest_of;
use super::duty::person_of;
use super::forecast::{Course, Forecasts, StepDay};
use super::laid::Entry;
use super::load::load;
use crate::calendar::{DayNumber, WorkingDays, sort_by, sort_by_number};
use crate::plan::{Audience, Channel, PerAudience, Responsible, StepId};
use crate::roster::ContactId;
use crate::schedule::Rest;

/// What a change would move, as it looks on one day. Steps that are done never move, and are in none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The contacts of whom an open step moves, comes or goes.
    pub contacts: usize,
    /// Open steps that are due on another day, by how many working days later; earlier when negative.
    pub shifts: Vec<Shift>,
    /// Open steps that were not there before.
    pub added: usize,
    /// Open steps that are no longer to be done.
    pub dropped: usize,
    /// Open steps that wait until somebody goes on.
    pub held: usize,
    /// Open steps that go on, since what was on hold or had ended does.
    pub taken_up: usize,
    /// The first day on which one of those is due.
    pub taken_up_from: Option<NaiveDate>,
    /// Which steps of the sequences move, and for how many.
    pub steps: Vec<(Audience, StepId, usize)>,
    /// Days on which more steps meet for one contact than before.
    pub crowds: Vec<Crowd>,
    /// Steps that pass a limit they kept before.
    pub overruns: Vec<Overrun>,
    /// Days on which somebody has more to do than fits, and more than before.
    pub overloads: Vec<Overload>,
    /// The last day on which something was due for those concerned.
    pub last_before: Option<NaiveDate>,
    /// The last day on which something is due for them.
    pub last_after: Option<NaiveDate>,
}

/// So many steps that are due so much later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// How much later, in working days of the business; none from one day off to another.
    pub by: WorkingDays,
    /// How many steps.
    pub steps: usize,
}

/// Several steps for one contact on one day, of which it notices something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crowd {
    /// For whom.
    pub contact: ContactId,
    /// The day.
    pub day: NaiveDate,
    /// How many.
    pub steps: usize,
}

/// A step that passes a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overrun {
    /// It comes after its last day (C2).
    TooLate(ContactId, StepId),
    /// It comes too soon after the one before through its channel (E9).
    TooSoon(ContactId, StepId, Channel),
}

/// A day on which somebody has more to do than fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overload {
    /// Who.
    pub who: Responsible,
    /// The day.
    pub day: NaiveDate,
    /// Minutes to do before.
    pub before: u32,
    /// Minutes to do.
    pub after: u32,
    /// Minutes that fit.
    pub limit: u32,
}

/// One step of a contact.
type Key = (Audience, usize, StepId);

impl Preview {
    /// What is different in `after`. Both look from the same day.
    pub fn of(before: &Forecasts, after: &Forecasts) -> Self {
        let mut found = Self::default();
        let mut shifts: BTreeMap<WorkingDays, usize> = BTreeMap::new();
        let mut steps: BTreeMap<(Audience, StepId), usize> = BTreeMap::new();
        // Where the steps are the same, nothing moves for whoever has the same days.
        let has_same_steps = before.plan().sequences == after.plan().sequences
            && before.roster().versions() == after.roster().versions();
        let is_same = |one: &Course, other: &Course| {
            Arc::ptr_eq(&one.contact, &other.contact) && one.timelines == other.timelines
        };
        for (one, other) in before.changed(after) {
            if has_same_steps && one.zip(other).is_some_and(|(one, other)| is_same(one, other)) {
                continue;
            }
            let earlier = Steps::of(before, one);
            let later = Steps::of(after, other);
            found.compare(after, &earlier, &later, &mut shifts, &mut steps);
        }
        found.shifts = shifts.into_iter().map(|(by, steps)| Shift { by, steps }).collect();
        found.steps = steps.into_iter().map(|((audience, step), count)| (audience, step, count)).collect();
        sort_by_number(&mut found.crowds, |crowd| {
            (i64::from(crowd.contact.0) << 32) + i64::from(crowd.day.to_epoch_days())
        });
        sort_by_number(&mut found.overruns, |overrun| match overrun {
            Overrun::TooLate(contact, step) => (i64::from(contact.0) << 32) + i64::from(step.0),
            Overrun::TooSoon(contact, step, _) => {
                (1 << 60) + (i64::from(contact.0) << 32) + i64::from(step.0)
            }
        });
        if !found.is_empty() {
            found.overloads = overloads(before, after);
        }
        found
    }

    /// How many open steps are due on another day.
    pub fn moved(&self) -> usize {
        self.shifts.iter().map(|shift| shift.steps).sum()
    }

    /// Whether nothing moves, comes or goes.
    pub fn is_empty(&self) -> bool {
        self.contacts == 0
    }

    fn compare(
        &mut self,
        after: &Forecasts,
        earlier: &Steps,
        later: &Steps,
        shifts: &mut BTreeMap<WorkingDays, usize>,
        steps: &mut BTreeMap<(Audience, StepId), usize>,
    ) {
        let mut is_concerned = false;
        for (at, Placed { key, day, .. }) in later.all.iter().enumerate() {
            let Some(due) = day.waits_on() else { continue };
            match earlier.waits_on(*key, at) {
                Some(was) if was == due => continue,
                Some(was) => {
                    let business = after.frame.calendars.business();
                    let by = business.workdays_later(was, due).unwrap_or_default();
                    *shifts.entry(by).or_default() += 1;
                    *steps.entry((key.0, key.2)).or_default() += 1;
                }
                None if earlier.rests(*key, at) => {
                    self.taken_up += 1;
                    self.taken_up_from = [self.taken_up_from, due.date()].into_iter().flatten().min();
                }
                None => self.added += 1,
            }
            is_concerned = true;
        }
        for (at, Placed { key, day, .. }) in earlier.all.iter().enumerate() {
            if day.waits_on().is_none() {
                continue;
            }
            match later.placed(*key, at) {
                Some(found) if found.day.waits_on().is_some() || found.day.is_over => continue,
                Some(found) if found.rest == Rest::Waits => self.held += 1,
                _ => self.dropped += 1,
            }
            is_concerned = true;
        }
        if !is_concerned {
            return;
        }
        self.contacts += 1;
        self.last_before = self.last_before.max(earlier.last());
        self.last_after = self.last_after.max(later.last());
        let Some(contact) = later.contact else { return };
        let (known, days) = (earlier.noticed(), later.noticed());
        for same in days.chunk_by(|one, other| one == other) {
            let before = known.iter().filter(|day| **day == same[0]).count();
            let day = DayNumber(same[0]).date().filter(|_| same.len() > 1 && same.len() > before);
            self.crowds.extend(day.map(|day| Crowd { contact, day, steps: same.len() }));
        }
        let known = earlier.overruns();
        self.overruns.extend(later.overruns().into_iter().filter(|overrun| !known.contains(overrun)));
    }
}

/// The steps of a contact with their days.
struct Steps<'a> {
    contact: Option<ContactId>,
    forecasts: &'a Forecasts,
    all: Vec<Placed<'a>>,
}

/// A step with its day.
struct Placed<'a> {
    key: Key,
    day: StepDay,
    entry: &'a Entry,
    /// What becomes of the open steps beside it.
    rest: Rest,
}

impl<'a> Steps<'a> {
    fn of(forecasts: &'a Forecasts, course: Option<&'a Course>) -> Self {
        let mut all = Vec::new();
        let mut times: PerAudience<usize> = PerAudience::default();
        if let Some(course) = course {
            for (enrolment, timeline) in course.contact.enrolments.iter().zip(&course.timelines) {
                let time = times.of_mut(enrolment.audience);
                let laid = forecasts.frame.laid.for_enrolment(enrolment);
                let steps = timeline.steps().filter_map(|(at, day)| Some((laid.steps.get(at)?, day)));
                let rest = rest_of(enrolment);
                let key = |entry: &Entry| (enrolment.audience, *time, entry.id);
                all.extend(steps.map(|(entry, day)| Placed { key: key(entry), day, entry, rest }));
                *time += 1;
            }
        }
        Self { contact: course.map(|course| course.contact.id), forecasts, all }
    }

    /// A step, which mostly stands at the same place as before.
    fn placed(&self, key: Key, at: usize) -> Option<&Placed<'a>> {
        let is_it = |step: &&Placed<'_>| step.key == key;
        self.all.get(at).filter(is_it).or_else(|| self.all.iter().find(is_it))
    }

    fn waits_on(&self, key: Key, at: usize) -> Option<DayNumber> {
        self.placed(key, at)?.day.waits_on()
    }

    /// Whether a step is there and waits for nobody, since it is on hold or its sequence has ended.
    fn rests(&self, key: Key, at: usize) -> bool {
        self.placed(key, at).is_some_and(|placed| placed.rest != Rest::Comes)
    }

    fn last(&self) -> Option<NaiveDate> {
        self.all.iter().filter_map(|placed| placed.day.waits_on()).max()?.date()
    }

    /// The days of the open steps that the contact notices, in order.
    fn noticed(&self) -> Vec<i32> {
        let noticed = self.all.iter().filter(|placed| placed.entry.channel != Some(Channel::Internal));
        let mut days: Vec<i32> = noticed.filter_map(|placed| Some(placed.day.waits_on()?.0)).collect();
        sort_by_number(&mut days, |day| i64::from(*day));
        days
    }

    /// The open steps that pass a limit.
    fn overruns(&self) -> Vec<Overrun> {
        let mut found = Vec::new();
        let Some(contact) = self.contact else { return found };
        let mut through: Vec<(Channel, DayNumber, bool, StepId)> = Vec::new();
        for Placed { key, day, entry, .. } in &self.all {
            let waits = day.waits_on();
            if waits.is_some_and(|due| day.latest().is_some_and(|latest| due > latest)) {
                found.push(Overrun::TooLate(contact, key.2));
            }
            let on = waits.or_else(|| day.due().filter(|_| day.is_over));
            through.extend(entry.channel.zip(on).map(|(channel, on)| (channel, on, waits.is_some(), key.2)));
        }
        sort_by_number(&mut through, |(channel, on, ..)| ((*channel as i64) << 40) + i64::from(on.0));
        for pair in through.windows(2) {
            let [(channel, before, ..), (same, on, is_open, step)] = pair else { continue };
            let shortest = i32::from(self.forecasts.plan().profile(*channel).shortest);
            if channel == same && *is_open && on.0 - before.0 < shortest {
                found.push(Overrun::TooSoon(contact, *step, *channel));
            }
        }
        found
    }
}

/// Days on which somebody has more to do than fits, and more than before.
fn overloads(before: &Forecasts, after: &Forecasts) -> Vec<Overload> {
    if !after.roster().availabilities().iter().any(|known| known.minutes_a_week.is_some()) {
        return Vec::new();
    }
    let until = NaiveDate::MAX;
    let (one, other) = (load(before, until), load(after, until));
    let over = |((who, day), found): (&(Option<Responsible>, i32), &super::load::DayLoad)| {
        let (who, day, after_minutes) = ((*who)?, DayNumber(*day), found.minutes);
        let limit = day_limit(after, person_of(Some(who))?, day)?;
        let before = one.on(Some(who), day).minutes;
        let is_over = after_minutes > limit && after_minutes > before;
        is_over.then_some(Overload { who, day: day.date()?, before, after: after_minutes, limit })
    };
    let mut found: Vec<_> = other.days.iter().filter_map(over).collect();
    sort_by(&mut found, |one, other| (one.day, one.who).cmp(&(other.day, other.who)));
    found
}
