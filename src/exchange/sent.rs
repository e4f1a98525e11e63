//! A plan that leaves for somebody who may change it and send it back, and one that came so: with the versions it descends from.
//!
//! **Invariant:** whatever leaves so is kept here under the stamp of what left; what left without names is kept with them.

use chrono::NaiveDate;

use super::json::{Copied, compact, export_copy};
use crate::plan::Plan;
use crate::roster::Workspace;
use crate::schedule::Schedule;
use crate::store::{Known, KnownText, PlanId, Stamp, Stored};

/// What leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The file.
    pub text: String,
    /// By what the version in it is known.
    pub stamp: Stamp,
    /// What is kept of it here.
    pub known: String,
}

impl Sent {
    /// A file to be read by people as well; `kept` are the texts of the versions known of the plan, the newest first.
    pub fn file(plan: &Plan, today: NaiveDate, kept: &[String]) -> Self {
        let descent = Known::named(Stamp::of(plan), kept);
        Self {
            text: export_copy(plan, &Schedule::on(plan, today), today, &descent),
            ..Self::of(plan, today, &descent)
        }
    }

    /// The same without what only people read.
    pub fn compact(plan: &Plan, today: NaiveDate, kept: &[String]) -> Self {
        Self::of(plan, today, &Known::named(Stamp::of(plan), kept))
    }

    /// What left without names is kept with them, to put what comes back together with the plan that has them.
    pub fn known_as(self, named: &Plan, today: NaiveDate) -> Self {
        let descent = KnownText::read(&self.known).map(|known| known.descent).unwrap_or_default();
        let known = KnownText { descent, file: &compact(named, today, &[]) }.write();
        Self { known, ..self }
    }

    fn of(plan: &Plan, today: NaiveDate, descent: &[Stamp]) -> Self {
        let text = compact(plan, today, descent);
        let known = KnownText { descent: descent.to_vec(), file: &text }.write();
        Self { text, stamp: Stamp::of(plan), known }
    }
}

/// What came: a plan, with people where some are on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// The plan and its people.
    pub whole: Workspace,
    /// The versions it descends from, itself the first.
    pub descent: Vec<Stamp>,
}

/// Whether one is another version of the other, as far as that can be told by its name and steps.
fn is_like(plan: &Plan, came: &Plan) -> bool {
    let (mut same, mut all) = (0, 0);
    for step in came.steps() {
        all += 1;
        same += usize::from(plan.step(step.id).is_some_and(|known| known.what == step.what));
    }
    plan.name == came.name && plan.business == came.business && all > 0 && same * 2 >= all
}

impl From<Copied> for Arrived {
    fn from(copied: Copied) -> Self {
        let Copied { plan, mut descent } = copied;
        // It may have been changed since it was written, by hand or by another program.
        let own = Stamp::of(&plan);
        if descent.first() != Some(&own) {
            descent.insert(0, own);
        }
        Self { whole: Workspace::new(plan), descent }
    }
}

/// The plan here that one which came is a copy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Original<'a> {
    /// Its name.
    pub id: &'a PlanId,
    /// The plan.
    pub stored: &'a Stored,
    /// How many others it may be a copy of as well.
    pub others: usize,
}

impl Arrived {
    /// The plan here that it is a copy of: the one that a version of it is known of; else one of its name with its steps, the
    /// open one first, and one in the bin only where there is no other.
    pub fn original<'a>(
        &self,
        plans: &'a [(PlanId, Stored)],
        known: Option<&PlanId>,
        open: Option<&PlanId>,
    ) -> Option<Original<'a>> {
        let is_it = |(id, stored): &&(PlanId, Stored)| match known {
            Some(known) => known == id,
            None => is_like(&stored.plan, &self.whole.plan),
        };
        let alike = || plans.iter().filter(is_it);
        let in_use = || alike().filter(|(_, stored)| !stored.state.is_binned());
        let (id, stored) = in_use()
            .find(|(id, _)| Some(id) == open)
            .or_else(|| in_use().next())
            .or_else(|| alike().next())?;
        Some(Original { id, stored, others: in_use().filter(|(other, _)| other != id).count() })
    }

    /// What is kept of it here, and by what it is known.
    pub fn sent(&self, today: NaiveDate) -> Sent {
        Sent::of(&self.whole.plan, today, &self.descent)
    }
}
