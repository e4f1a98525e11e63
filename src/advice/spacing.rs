//! The cadence of touchpoints: what comes too soon, what is one too many, after what one is forgotten (C6, D6, E9).

use std::collections::VecDeque;

use chrono::NaiveDate;

use crate::calendar::{CalendarDays, WorkingDays};
use crate::plan::{Audience, Channel, Outcome, PlanParts, Step, Unit};
use crate::schedule::{Basis, StepFacts};

/// The most touchpoints in seven days, all channels together (*ours*, after C6). Answers do not count: the contact has
/// begun them.
pub const MOST_IN_SEVEN_DAYS: usize = 3;

/// Calls on alternate days are too close, and closer ones more so (C6).
pub(super) const CALLS_APART: CalendarDays = CalendarDays(3);

/// The same of attempts, which are counted in working days.
pub(super) const ATTEMPTS_APART: WorkingDays = WorkingDays(3);

/// Seven days.
const WEEK: CalendarDays = CalendarDays(7);

/// A wait of four weeks or a month is a long one (D6).
const LONG_WAIT: CalendarDays = CalendarDays(28);

/// The longest pause that anybody asks for: a year, and the days off on which it may end (D6).
const YEAR: CalendarDays = CalendarDays(373);

/// A day on which we turn to the contact.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlannedTouchpoint<'a> {
    pub date: NaiveDate,
    pub audience: Audience,
    pub channel: Channel,
    pub step: &'a Step,
    pub facts: &'a StepFacts,
}

/// A wait after which one is forgotten.
#[derive(Clone, Copy, Debug)]
pub(super) struct LongSilence<'a> {
    pub after: PlannedTouchpoint<'a>,
    pub until: PlannedTouchpoint<'a>,
    /// How long it lasts.
    pub found: CalendarDays,
    /// How long it may last.
    pub limit: CalendarDays,
}

impl<'a> PlannedTouchpoint<'a> {
    /// The contact that a step makes on a day. Inside work makes none, and comments are begun by the contact (E6).
    pub fn by(step: &'a Step, facts: &'a StepFacts, audience: Audience, date: NaiveDate) -> Option<Self> {
        let channel = step.channel.filter(|it| !matches!(it, Channel::Internal | Channel::Comments))?;
        Some(Self { date, audience, channel, step, facts })
    }

    /// The days since another contact.
    pub fn days_since(&self, earlier: &Self) -> CalendarDays {
        CalendarDays::between(earlier.date, self.date)
    }

    /// Whether they have written first: an answer is never too much (E6).
    fn is_answer(&self) -> bool {
        is_answer(self.facts)
    }
}

/// Each contact that is no answer with the one before it through the same channel.
pub(super) fn repeated<'a>(
    contacts: &[PlannedTouchpoint<'a>],
) -> impl Iterator<Item = (PlannedTouchpoint<'a>, PlannedTouchpoint<'a>)> {
    let mut last: Vec<PlannedTouchpoint<'a>> = Vec::new();
    contacts.iter().filter(|contact| !contact.is_answer()).filter_map(move |contact| {
        match last.iter_mut().find(|earlier| earlier.channel == contact.channel) {
            Some(earlier) => Some((std::mem::replace(earlier, *contact), *contact)),
            None => {
                last.push(*contact);
                None
            }
        }
    })
}

/// Of each crowd in seven days the contact that is one too many (C6).
pub(super) fn crowds<'a>(contacts: &[PlannedTouchpoint<'a>]) -> Vec<PlannedTouchpoint<'a>> {
    let mut week: VecDeque<&PlannedTouchpoint<'a>> = VecDeque::new();
    let mut found = Vec::new();
    for contact in contacts.iter().filter(|contact| !contact.is_answer()) {
        while week.front().is_some_and(|first| contact.days_since(first) >= WEEK) {
            week.pop_front();
        }
        week.push_back(contact);
        if week.len() == MOST_IN_SEVEN_DAYS + 1 {
            found.push(*contact);
        }
    }
    found
}

/// Waits after which one is forgotten (E9). The pauses of a long track, and those that were asked for, may last a year
/// (D6). Between the two sequences lies the purchase, and no wait is planned there.
pub(super) fn silences<'a>(
    plan: &PlanParts,
    contacts: &[PlannedTouchpoint<'a>],
) -> impl Iterator<Item = LongSilence<'a>> {
    let is_tail = long_tail(contacts).into_iter().skip(1);
    contacts.windows(2).zip(is_tail).filter_map(|(pair, is_tail)| {
        let [after, until] = *pair else { return None };
        let found = until.days_since(&after);
        let usual = CalendarDays(plan.profile(after.channel).longest.into());
        let limit = if is_tail || is_asked_for(until.facts) { usual.max(YEAR) } else { usual };
        let is_long = usual > CalendarDays(0) && found > limit && after.audience == until.audience;
        is_long.then_some(LongSilence { after, until, found, limit })
    })
}

/// Whether a step is on a long track: next month, quarter or year, or none for those who want none (D6).
pub(super) fn is_long_way(facts: &StepFacts) -> bool {
    is_asked_for(facts) || waits_days(facts) >= LONG_WAIT
}

/// Whether a call is tried anew on alternate days, or sooner.
pub(super) fn has_close_attempts(step: &Step) -> bool {
    let attempts = step.attempts;
    step.channel == Some(Channel::Phone)
        && attempts.count() > 1
        && WorkingDays(attempts.gap().into()) < ATTEMPTS_APART
}

/// Whether they have written first (E6).
pub(super) fn is_answer(facts: &StepFacts) -> bool {
    facts.fork.is_some_and(|fork| fork.outcome == Outcome::Replied)
}

/// A pause that was asked for, or a farewell.
fn is_asked_for(facts: &StepFacts) -> bool {
    facts.fork.is_some_and(|it| matches!(it.outcome, Outcome::NotNow | Outcome::Declined))
}

/// Which contacts are on the long track at the end of their sequence, on which each waits long (C5, D6). Whoever is
/// called in between would have forgotten (E9), so no call is on it.
fn long_tail(contacts: &[PlannedTouchpoint<'_>]) -> Vec<bool> {
    let mut is_over = [false; 2];
    let mut tail: Vec<bool> = contacts
        .iter()
        .rev()
        .map(|contact| {
            let is_over = &mut is_over[usize::from(contact.audience == Audience::Customer)];
            // What answers them does not end the track: it is they who come back.
            let is_on_track = contact.channel != Channel::Phone && is_long_way(contact.facts);
            *is_over |= !is_on_track && !contact.is_answer();
            !*is_over
        })
        .collect();
    tail.reverse();
    tail
}

/// The calendar days a step waits at least, where it is counted from another step or from the start.
pub(super) fn waits_days(facts: &StepFacts) -> CalendarDays {
    let count = i64::from(facts.wait.span.length());
    CalendarDays(match (facts.basis, facts.wait.span.unit()) {
        (Basis::Event(_) | Basis::Date(_) | Basis::Touchpoint(_) | Basis::Chosen(_), _) => 0,
        (_, Unit::Weeks) => count * 7,
        (_, Unit::Months) => count * 30,
        // Weekends lie between.
        (_, Unit::WorkingDays) => count + count / 5 * 2,
        (_, Unit::CalendarDays | Unit::ExactDays) => count,
    })
}
