//! A plan that leaves for somebody who may change it and send it back, and one that came so: with the versions it descends from.
//!
//! **Invariant:** whatever leaves so is kept here under the stamp of what left; what left without names is kept with them.

use chrono::NaiveDate;

use super::json::{Copied, compact, export_copy};
use crate::plan::Plan;
use crate::roster::Workspace;
use crate::schedule::Schedule;
use crate::store::{Known, KnownText, Stamp};

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

impl Arrived {
    /// What is kept of it here, and by what it is known.
    pub fn sent(&self, today: NaiveDate) -> Sent {
        Sent::of(&self.whole.plan, today, &self.descent)
    }
}
