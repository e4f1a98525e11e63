//! What is said of the work: who does it, with what, on which days, and how much of it there is (A3, B7, B8, B13).

use super::{Desk, Detail, Note, Spot};
use crate::advice::effort::workload;
use crate::plan::{Audience, Channel};
use crate::schedule::Notice;

/// What one can do in a day, in minutes (*ours*).
pub const DAY_OF_WORK: u64 = 8 * 60;

impl Desk<'_> {
    pub(super) fn steps_on_days_off(&self, note: Note<'_>) {
        for dated in Audience::BOTH.into_iter().flat_map(|audience| self.schedule.steps(audience)) {
            if let (Some(Notice::DayOff(_)), Some(due)) = (dated.notice, dated.due) {
                note(Spot::Step(dated.step), Detail::Date(due));
            }
        }
    }

    pub(super) fn steps_without_owner(&self, note: Note<'_>) {
        for step in self.plan.steps().filter(|step| step.who.is_none()) {
            note(Spot::Step(step.id), Detail::None);
        }
    }

    pub(super) fn steps_without_tool(&self, note: Note<'_>) {
        for step in self.plan.steps().filter(|step| step.tools.is_blank()) {
            if step.channel.is_some_and(needs_tool) {
                note(Spot::Step(step.id), Detail::None);
            }
        }
    }

    pub(super) fn overloaded_people(&self, note: Note<'_>) {
        for (who, minutes) in workload(self.plan, self.schedule) {
            if minutes > DAY_OF_WORK {
                note(Spot::Who(who), Detail::Count { found: minutes, limit: DAY_OF_WORK });
            }
        }
    }

    pub(super) fn overdue_review(&self, note: Note<'_>) {
        if let Some(date) = self.plan.review.filter(|date| *date < self.today) {
            note(Spot::Plan, Detail::Date(date));
        }
    }
}

/// One meets and answers with nothing in one's hands; everything else needs something (B8).
fn needs_tool(channel: Channel) -> bool {
    !matches!(channel, Channel::InPerson | Channel::Comments | Channel::Internal)
}
