//! What is said of the rhythm of contacts: too much, and too little (C2, C6, E9).

use super::{Desk, Detail, Note, Spot};
use crate::advice::pressure::{crowds, repeated, silences};
use crate::advice::touch::Touch;
use crate::plan::{Anchor, Audience, Channel, Outcome, Step, Unit};

/// The most contacts in seven days, all channels together (*ours*, after C6). Answers to comments do not count: the
/// contact has begun them.
pub const MOST_IN_SEVEN_DAYS: usize = 3;

/// Calls on alternate days are too close, and closer ones more so (C6).
pub(in crate::advice) const CALLS_APART: i64 = 3;

/// A fortnight (C2).
const FORTNIGHT: i64 = 14;

impl Desk<'_> {
    pub(super) fn late_second_touch(&self, note: Note<'_>) {
        let prospects: Vec<_> = self.touches_of(Audience::Prospect);
        let [first, second, ..] = prospects[..] else { return };
        let found = (second.date - first.date).num_days();
        if found > FORTNIGHT {
            let detail = Detail::Days { channel: second.channel, found, limit: FORTNIGHT };
            note(Spot::Step(second.step), detail);
        }
    }

    pub(super) fn close_calls(&self, note: Note<'_>) {
        for (earlier, later) in self.repeated() {
            let found = (later.date - earlier.date).num_days();
            if later.channel == Channel::Phone && found < CALLS_APART {
                let detail = Detail::Days { channel: Channel::Phone, found, limit: CALLS_APART };
                note(Spot::Step(later.step), detail);
            }
        }
        // Calls in vain are noticed too.
        for step in self.plan.steps() {
            let gap = i64::from(step.attempts.gap());
            if step.channel == Some(Channel::Phone) && step.attempts.count() > 1 && gap < CALLS_APART {
                let detail = Detail::Days { channel: Channel::Phone, found: gap, limit: CALLS_APART };
                note(Spot::Step(step.id), detail);
            }
        }
    }

    pub(super) fn channels_used_too_often(&self, note: Note<'_>) {
        for (earlier, later) in self.repeated() {
            let found = (later.date - earlier.date).num_days();
            let limit = i64::from(self.plan.profile(later.channel).shortest);
            let is_close_call = later.channel == Channel::Phone && found < CALLS_APART;
            if found < limit && !is_close_call {
                note(Spot::Step(later.step), Detail::Days { channel: later.channel, found, limit });
            }
        }
    }

    pub(super) fn crowded_weeks(&self, note: Note<'_>) {
        for touch in self.touches.iter().flat_map(|touches| crowds(touches)) {
            let (found, limit) = (MOST_IN_SEVEN_DAYS as u64 + 1, MOST_IN_SEVEN_DAYS as u64);
            note(Spot::Step(touch.step), Detail::Count { found, limit });
        }
    }

    pub(super) fn long_silences(&self, note: Note<'_>) {
        for silence in self.touches.iter().flat_map(|touches| silences(self.plan, touches)) {
            let (found, limit) = (silence.found, silence.limit);
            note(
                Spot::Step(silence.until.step),
                Detail::Days { channel: silence.after.channel, found, limit },
            );
        }
    }

    pub(super) fn slow_social_answers(&self, note: Note<'_>) {
        for (_, sequence) in self.plan.sequences.iter() {
            for (at, step) in sequence.steps.iter().enumerate() {
                let is_social = matches!(step.channel, Some(Channel::SocialChat | Channel::Comments));
                let is_answer = at == 0 || step.only_after.is_some_and(|it| it.outcome == Outcome::Replied);
                let days = waits_days(step);
                if is_social && is_answer && days > 1 {
                    let channel = step.channel.unwrap_or(Channel::SocialChat);
                    note(Spot::Step(step.id), Detail::Days { channel, found: days, limit: 1 });
                }
            }
        }
    }

    /// The contacts of one audience, in order of time.
    pub(super) fn touches_of(&self, audience: Audience) -> Vec<Touch> {
        let steps = self.schedule.steps(audience);
        let mut ids: Vec<_> = steps.iter().map(|dated| dated.step).collect();
        ids.sort_unstable();
        let all = self.touches.iter().flatten().copied();
        all.filter(|touch| ids.binary_search(&touch.step).is_ok()).collect()
    }

    /// Each contact through a channel with the one before it through the same channel.
    fn repeated(&self) -> impl Iterator<Item = (Touch, Touch)> {
        self.touches.iter().flat_map(|touches| repeated(touches))
    }
}

/// Whether a step is on a long track: next month, quarter or year (D6).
pub(in crate::advice) fn is_long_way(step: &Step) -> bool {
    step.only_after.is_some_and(|it| matches!(it.outcome, Outcome::NotNow | Outcome::Declined))
        || (step.delay.unit == Unit::Months && step.delay.count() >= 1)
        || (step.delay.unit == Unit::Weeks && step.delay.count() >= 4)
}

/// The calendar days a step waits at least, where it is counted from another step or from the start.
fn waits_days(step: &Step) -> i64 {
    let count = i64::from(step.delay.count());
    match (step.delay.anchor, step.delay.unit) {
        (Anchor::Event(_) | Anchor::Date(_), _) => 0,
        (_, Unit::Weeks) => count * 7,
        (_, Unit::Months) => count * 30,
        (_, Unit::WorkingDays | Unit::CalendarDays | Unit::ExactDays) => count,
    }
}
