//! Somebody who is followed up.

use chrono::NaiveDate;

use super::{Enrolment, Touchpoint};
use crate::plan::{Audience, Line, PersonId, Prose};

/// Names a contact within its roster. None is given twice, not even after a removal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContactId(pub u32);

/// Somebody who is followed up: a lead, a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The name within the roster.
    pub id: ContactId,
    /// The name as it is written.
    pub name: Line,
    /// How to reach them.
    pub reach: Reach,
    /// What group they belong to: a trade, a region; blank where nobody said.
    pub segment: Line,
    /// Who looks after them: does the steps that name nobody, or the plan's owner (B7).
    pub owner: Option<PersonId>,
    /// The country whose holidays count for calls and visits (B13), by its code.
    pub country: Option<Line>,
    /// Notes.
    pub note: Prose,
    /// Their times through the sequences: those that have ended, in order of their ends, then those under way, one of a
    /// sequence at most.
    pub enrolments: Vec<Enrolment>,
    /// What else passed between us, in order of days.
    pub touchpoints: Vec<Touchpoint>,
    /// The day since which they want to hear nothing more: then nothing comes, ever.
    pub opted_out: Option<NaiveDate>,
}

/// How to reach somebody; blank where nobody said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reach {
    /// An e-mail address.
    pub mail: Line,
    /// A phone number.
    pub phone: Line,
    /// Where they are.
    pub address: Line,
}

/// Somebody new, with the sequence they start on, if they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewContact {
    /// The name.
    pub name: Line,
    /// How to reach them.
    pub reach: Reach,
    /// What group they belong to.
    pub segment: Line,
    /// Who looks after them.
    pub owner: Option<PersonId>,
    /// The country whose holidays count, by its code.
    pub country: Option<Line>,
    /// Notes.
    pub note: Prose,
    /// The sequence, the event that sets it off, and its day (B1).
    pub start: Option<(Audience, Line, NaiveDate)>,
}

impl Contact {
    /// The time through a sequence that is under way.
    pub fn open(&self, audience: Audience) -> Option<&Enrolment> {
        self.enrolments.iter().find(|enrolment| enrolment.is_open() && enrolment.audience == audience)
    }

    /// The last time through a sequence, under way or not.
    pub fn last(&self, audience: Audience) -> Option<&Enrolment> {
        self.enrolments.iter().rev().find(|enrolment| enrolment.audience == audience)
    }

    /// Whether anything is under way.
    pub fn is_under_way(&self) -> bool {
        self.enrolments.iter().any(Enrolment::is_open)
    }

    /// Whether a time through a sequence, by its place, can be taken up again: it is the last of its sequence and has ended.
    pub fn can_reopen(&self, enrolment: usize) -> bool {
        self.enrolments.get(enrolment).is_some_and(|it| {
            let is_last = self.last(it.audience).is_some_and(|last| std::ptr::eq(last, it));
            is_last && !it.is_open() && self.opted_out.is_none()
        })
    }

    /// The sequences they can start on (B1).
    pub fn startable(&self) -> impl Iterator<Item = Audience> + '_ {
        let all = Audience::BOTH.into_iter().filter(|_| self.opted_out.is_none());
        all.filter(|audience| self.open(*audience).is_none())
    }

    /// Its place among those under way is after all that have ended.
    pub(super) fn put(&mut self, enrolment: Enrolment) {
        let at = match enrolment.end {
            None => self.enrolments.len(),
            Some(end) => {
                self.enrolments.partition_point(|known| known.end.is_some_and(|known| known.on <= end.on))
            }
        };
        self.enrolments.insert(at, enrolment);
    }
}
