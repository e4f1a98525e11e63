//! What is said of the work: who does it, with what, on which days, and how much of it there is (A3, B7, B8, B13).

use chrono::NaiveDate;

use super::{Detail, Examination, Note, Spot};
use crate::advice::effort::workload;
use crate::advice::stake::minutes;
use crate::calendar::DayOff;
use crate::plan::{Channel, Event, Responsible, Step};

/// What one can do in a day, in minutes (*ours*).
pub const DAY_OF_WORK: u64 = 8 * 60;

impl Examination<'_> {
    /// On the way that is taken or expected, by the pattern alone: what is done late is another matter.
    pub(super) fn steps_out_of_order(&self, note: Note<'_>) {
        for (audience, sequence) in self.plan.sequences.iter() {
            let mut latest = NaiveDate::MIN;
            for (step, facts) in sequence.steps.iter().zip(self.schedule.steps(audience)) {
                match facts.baseline.filter(|_| facts.happens()) {
                    Some(day) if day < latest => note(Spot::Step(step.id), Detail::Date(day)),
                    Some(day) => latest = day,
                    None => {}
                }
            }
        }
    }

    /// Only a delay of no working days, or of exact ones, leads to a day off (B14). What a system sends may go out at
    /// a weekend.
    pub(super) fn steps_on_days_off(&self, note: Note<'_>) {
        for (audience, sequence) in self.plan.sequences.iter() {
            for (step, facts) in sequence.steps.iter().zip(self.schedule.steps(audience)) {
                let is_sent = step.who == Some(Responsible::Automation);
                match (facts.day_off, facts.due.filter(|_| facts.is_open())) {
                    (Some(DayOff::Weekend(_)), _) if is_sent => {}
                    (Some(_), Some(due)) => note(Spot::Step(step.id), Detail::Date(due)),
                    _ => {}
                }
            }
        }
    }

    /// Nothing hangs on such an event: it was left behind.
    pub(super) fn unused_events(&self, note: Note<'_>) {
        let is_left = |event: &&Event| event.date.is_none() && !self.plan.counts_from(event.id);
        for event in self.plan.events.iter().filter(is_left) {
            note(Spot::Event(event.id), Detail::None);
        }
    }

    pub(super) fn steps_without_owner(&self, note: Note<'_>) {
        for step in self.plan.steps().filter(|step| is_settled(step) && step.who.is_none()) {
            note(Spot::Step(step.id), Detail::None);
        }
    }

    /// First who, then with what: a step that nobody does is not asked for tools too. A vendor brings them along.
    pub(super) fn steps_without_tool(&self, note: Note<'_>) {
        for step in self.plan.steps().filter(|step| is_settled(step) && step.tools.is_blank()) {
            let is_ours = step.who.is_some_and(|who| who != Responsible::Vendor);
            if is_ours && step.channel.is_some_and(needs_tool) {
                note(Spot::Step(step.id), Detail::None);
            }
        }
    }

    /// The average day of all contacts, or the fullest day of one: whichever is more.
    pub(super) fn overloaded_people(&self, note: Note<'_>) {
        let mut load = workload(self.plan, self.schedule);
        for (who, minutes) in self.fullest_days() {
            match load.iter_mut().find(|(known, _)| *known == who) {
                Some((_, most)) => *most = minutes.max(*most),
                None => load.push((who, minutes)),
            }
        }
        for (who, found) in load {
            if found > DAY_OF_WORK {
                note(Spot::Who(who), Detail::Count { found, limit: DAY_OF_WORK });
            }
        }
    }

    /// What one contact asks of each on each day.
    fn fullest_days(&self) -> Vec<(Responsible, u64)> {
        let mut days: Vec<(Responsible, u64)> = Vec::new();
        for day in self.planned.iter().flat_map(|planned| planned.chunk_by(|a, b| a.date == b.date)) {
            let first = days.len();
            for planned in day {
                let (Some(who), minutes) = (planned.step.who, minutes(self.plan, planned.step)) else {
                    continue;
                };
                match days[first..].iter_mut().find(|(known, _)| *known == who) {
                    Some((_, sum)) => *sum += minutes,
                    None => days.push((who, minutes)),
                }
            }
        }
        days
    }

    pub(super) fn overdue_review(&self, note: Note<'_>) {
        if let Some(date) = self.plan.review.filter(|date| *date < self.today) {
            note(Spot::Plan, Detail::Date(date));
        }
    }
}

/// What is done and how are known: time to say who, and with what.
fn is_settled(step: &Step) -> bool {
    !step.what.is_blank() && step.channel.is_some()
}

/// One meets and answers with nothing in one's hands; everything else needs something (B8).
fn needs_tool(channel: Channel) -> bool {
    !matches!(channel, Channel::InPerson | Channel::Comments | Channel::Internal)
}
