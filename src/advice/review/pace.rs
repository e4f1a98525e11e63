//! What is said of the rhythm of contacts: too much, and too little (C2, C6, E9).

use chrono::Days;

use super::{Detail, Examination, Note, PlannedTouchpoint, Spot};
use crate::advice::spacing::{
    ATTEMPTS_APART, CALLS_APART, MOST_IN_SEVEN_DAYS, crowds, has_close_attempts, is_answer, repeated,
    silences, waits_days,
};
use crate::calendar::{CalendarDays, WorkingDays};
use crate::plan::{Audience, Channel};

/// A fortnight (C2).
const FORTNIGHT: CalendarDays = CalendarDays(14);

/// How soon one answers where others look on (E5, E6).
const A_DAY: CalendarDays = CalendarDays(1);

impl Examination<'_> {
    pub(super) fn late_second_touchpoint(&self, note: Note<'_>) {
        if let Some((second, found)) = self.second_after_fortnight() {
            let detail = Detail::Days { channel: second.channel, found, limit: FORTNIGHT };
            note(Spot::Step(second.step.id), detail);
        }
    }

    pub(super) fn close_calls(&self, note: Note<'_>) {
        // Calls in vain are noticed too.
        for step in self.plan.steps().filter(|step| has_close_attempts(step)) {
            let found = WorkingDays(step.attempts.gap().into());
            let detail = Detail::Attempts { found, limit: ATTEMPTS_APART };
            note(Spot::Step(step.id), detail);
        }
        for (earlier, later) in self.repeated() {
            let found = later.days_since(&earlier);
            if is_close_call(&later, found) && !has_close_attempts(later.step) {
                // What the channel bears, as everywhere: a fix that stopped short of it would be spoken of again.
                let shortest = CalendarDays(self.plan.profile(Channel::Phone).shortest.into());
                let limit = shortest.max(CALLS_APART);
                let detail = Detail::Days { channel: Channel::Phone, found, limit };
                note(Spot::Step(later.step.id), detail);
            }
        }
    }

    pub(super) fn channels_used_too_often(&self, note: Note<'_>) {
        for (earlier, later) in self.repeated() {
            let found = later.days_since(&earlier);
            let limit = CalendarDays(self.plan.profile(later.channel).shortest.into());
            if found < limit && !is_close_call(&later, found) {
                note(Spot::Step(later.step.id), Detail::Days { channel: later.channel, found, limit });
            }
        }
    }

    pub(super) fn crowded_weeks(&self, note: Note<'_>) {
        for contact in self.contacts.iter().flat_map(|contacts| crowds(contacts)) {
            let limit = MOST_IN_SEVEN_DAYS as u64;
            note(Spot::Step(contact.step.id), Detail::Count { found: limit + 1, limit });
        }
    }

    /// A prospect's second contact after a fortnight is spoken of already.
    pub(super) fn long_silences(&self, note: Note<'_>) {
        let told = self.second_after_fortnight().map(|(second, _)| second.step.id);
        for silence in self.contacts.iter().flat_map(|contacts| silences(self.plan, contacts)) {
            let (channel, step) = (silence.after.channel, silence.until.step.id);
            if told != Some(step) {
                let detail = Detail::Days { channel, found: silence.found, limit: silence.limit };
                note(Spot::Step(step), detail);
            }
        }
    }

    pub(super) fn slow_social_answers(&self, note: Note<'_>) {
        for (audience, sequence) in self.plan.sequences.iter() {
            for (step, facts) in sequence.steps.iter().zip(self.schedule.steps(audience)) {
                let social = step.channel.filter(|it| matches!(it, Channel::SocialChat | Channel::Comments));
                let is_answer = facts.number == 1 || is_answer(facts);
                let found = waits_days(facts);
                if let Some(channel) = social.filter(|_| is_answer && found > A_DAY) {
                    note(Spot::Step(step.id), Detail::Days { channel, found, limit: A_DAY });
                }
            }
        }
    }

    /// The second contact with a prospect and the days it comes after the first, where those are more than a fortnight.
    /// One that ends on a day off may take until the next working day.
    fn second_after_fortnight(&self) -> Option<(PlannedTouchpoint<'_>, CalendarDays)> {
        let mut prospects =
            self.contacts.iter().flatten().filter(|contact| contact.audience == Audience::Prospect);
        let (first, second) = (prospects.next()?, prospects.next()?);
        let fortnight = first.date.checked_add_days(Days::new(FORTNIGHT.0.unsigned_abs()))?;
        let found = second.days_since(first);
        let is_late = found > FORTNIGHT
            && self.plan.calendar().next_workday(fortnight).is_ok_and(|latest| second.date > latest);
        is_late.then_some((*second, found))
    }

    fn repeated(&self) -> impl Iterator<Item = (PlannedTouchpoint<'_>, PlannedTouchpoint<'_>)> {
        self.contacts.iter().flat_map(|contacts| repeated(contacts))
    }
}

fn is_close_call(call: &PlannedTouchpoint<'_>, days: CalendarDays) -> bool {
    call.channel == Channel::Phone && days < CALLS_APART
}
