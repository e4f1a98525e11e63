//! What is said of the rhythm of contacts: too much, and too little (C2, C6, E9).

use std::collections::VecDeque;

use chrono::Days;

use super::{Contact, Desk, Detail, Note, Spot};
use crate::plan::{Anchor, Audience, Channel, Outcome, Step, Unit};

/// The most contacts in seven days, all channels together (*ours*, after C6). Answers do not count: the contact has
/// begun them.
pub const MOST_IN_SEVEN_DAYS: usize = 3;

/// Calls on alternate days are too close, and closer ones more so (C6).
const CALLS_APART: i64 = 3;

/// A fortnight (C2).
const FORTNIGHT: i64 = 14;

/// A wait of four weeks or a month is a long one (D6).
const LONG_WAIT: i64 = 28;

/// The longest pause that anybody asks for: a year (D6).
const YEAR: i64 = 366;

impl Desk<'_> {
    pub(super) fn late_second_touch(&self, note: Note<'_>) {
        if let Some((second, found)) = self.second_after_fortnight() {
            let detail = Detail::Days { channel: second.channel, found, limit: FORTNIGHT };
            note(Spot::Step(second.step.id), detail);
        }
    }

    pub(super) fn close_calls(&self, note: Note<'_>) {
        // Calls in vain are noticed too.
        for step in self.plan.steps().filter(|step| has_close_attempts(step)) {
            let found = step.attempts.gap().into();
            let detail = Detail::Days { channel: Channel::Phone, found, limit: CALLS_APART };
            note(Spot::Step(step.id), detail);
        }
        for (earlier, later) in self.repeated() {
            let found = later.days_since(&earlier);
            if is_close_call(&later, found) && !has_close_attempts(later.step) {
                let detail = Detail::Days { channel: Channel::Phone, found, limit: CALLS_APART };
                note(Spot::Step(later.step.id), detail);
            }
        }
    }

    pub(super) fn channels_used_too_often(&self, note: Note<'_>) {
        for (earlier, later) in self.repeated() {
            let found = later.days_since(&earlier);
            let limit = i64::from(self.plan.profile(later.channel).shortest);
            if found < limit && !is_close_call(&later, found) {
                note(Spot::Step(later.step.id), Detail::Days { channel: later.channel, found, limit });
            }
        }
    }

    pub(super) fn crowded_weeks(&self, note: Note<'_>) {
        for contacts in &self.contacts {
            let mut week: VecDeque<&Contact<'_>> = VecDeque::new();
            for contact in contacts.iter().filter(|contact| !contact.is_answer()) {
                while week.front().is_some_and(|first| contact.days_since(first) >= 7) {
                    week.pop_front();
                }
                week.push_back(contact);
                // Once a crowd: the one that is too many.
                if week.len() == MOST_IN_SEVEN_DAYS + 1 {
                    let (found, limit) = (week.len() as u64, MOST_IN_SEVEN_DAYS as u64);
                    note(Spot::Step(contact.step.id), Detail::Count { found, limit });
                }
            }
        }
    }

    pub(super) fn long_silences(&self, note: Note<'_>) {
        let told = self.second_after_fortnight().map(|(second, _)| second.step.id);
        for contacts in &self.contacts {
            let is_tail = long_tail(contacts);
            for (pair, is_tail) in contacts.windows(2).zip(is_tail.into_iter().skip(1)) {
                let [earlier, later] = pair else { continue };
                // Between the sequences lies the purchase, and an event has a day of its own: no wait is planned there.
                let is_waited = earlier.audience == later.audience && !later.step.delay.anchor.is_fixed();
                let found = later.days_since(earlier);
                let usual = i64::from(self.plan.profile(earlier.channel).longest);
                let limit = if is_tail || is_asked_for(later.step) { usual.max(YEAR) } else { usual };
                if is_waited && usual > 0 && found > limit && told != Some(later.step.id) {
                    note(Spot::Step(later.step.id), Detail::Days { channel: earlier.channel, found, limit });
                }
            }
        }
    }

    pub(super) fn slow_social_answers(&self, note: Note<'_>) {
        for (_, sequence) in self.plan.sequences.iter() {
            for (at, step) in sequence.steps.iter().enumerate() {
                let social = step.channel.filter(|it| matches!(it, Channel::SocialChat | Channel::Comments));
                let is_answer = at == 0 || step.only_after.is_some_and(|it| it.outcome == Outcome::Replied);
                let found = waits_days(step);
                if let Some(channel) = social.filter(|_| is_answer && found > 1) {
                    note(Spot::Step(step.id), Detail::Days { channel, found, limit: 1 });
                }
            }
        }
    }

    /// The second contact with a prospect and the days it comes after the first, where those are more than a fortnight.
    /// One that ends on a day off may take until the next working day.
    fn second_after_fortnight(&self) -> Option<(Contact<'_>, i64)> {
        let mut prospects =
            self.contacts.iter().flatten().filter(|contact| contact.audience == Audience::Prospect);
        let (first, second) = (prospects.next()?, prospects.next()?);
        let fortnight = first.date.checked_add_days(Days::new(FORTNIGHT.unsigned_abs()))?;
        let found = second.days_since(first);
        let is_late = found > FORTNIGHT
            && self.plan.calendar().next_workday(fortnight).is_ok_and(|latest| second.date > latest);
        is_late.then_some((*second, found))
    }

    /// Each contact that is no answer with the one before it through the same channel.
    fn repeated(&self) -> impl Iterator<Item = (Contact<'_>, Contact<'_>)> {
        self.contacts.iter().flat_map(|contacts| {
            let mut last: Vec<Contact<'_>> = Vec::new();
            contacts.iter().filter(|contact| !contact.is_answer()).filter_map(move |contact| {
                match last.iter_mut().find(|earlier| earlier.channel == contact.channel) {
                    Some(earlier) => Some((std::mem::replace(earlier, *contact), *contact)),
                    None => {
                        last.push(*contact);
                        None
                    }
                }
            })
        })
    }
}

/// Whether a step is on a long track: next month, quarter or year, or none for those who want none (D6).
pub(super) fn is_long_way(step: &Step) -> bool {
    is_asked_for(step) || waits_days(step) >= LONG_WAIT
}

/// Whether a call is tried anew on alternate days, or sooner.
pub(in crate::advice) fn has_close_attempts(step: &Step) -> bool {
    let attempts = step.attempts;
    step.channel == Some(Channel::Phone) && attempts.count() > 1 && i64::from(attempts.gap()) < CALLS_APART
}

fn is_close_call(call: &Contact<'_>, days: i64) -> bool {
    call.channel == Channel::Phone && days < CALLS_APART
}

/// A pause that was asked for, or a farewell.
fn is_asked_for(step: &Step) -> bool {
    step.only_after.is_some_and(|it| matches!(it.outcome, Outcome::NotNow | Outcome::Declined))
}

/// Which contacts are on the long track at the end of their sequence, on which each waits long (C5, D6). Whoever is
/// called in between would have forgotten (E9), so no call is on it.
fn long_tail(contacts: &[Contact<'_>]) -> Vec<bool> {
    let mut is_over = [false; 2];
    let mut tail: Vec<bool> = contacts
        .iter()
        .rev()
        .map(|contact| {
            let is_over = &mut is_over[usize::from(contact.audience == Audience::Customer)];
            *is_over |= contact.channel == Channel::Phone || !is_long_way(contact.step);
            !*is_over
        })
        .collect();
    tail.reverse();
    tail
}

/// The calendar days a step waits at least, where it is counted from another step or from the start.
fn waits_days(step: &Step) -> i64 {
    let count = i64::from(step.delay.count());
    match (step.delay.anchor, step.delay.unit) {
        (Anchor::Event(_) | Anchor::Date(_), _) => 0,
        (_, Unit::Weeks) => count * 7,
        (_, Unit::Months) => count * 30,
        // Weekends lie between.
        (_, Unit::WorkingDays) => count + count / 5 * 2,
        (_, Unit::CalendarDays | Unit::ExactDays) => count,
    }
}
