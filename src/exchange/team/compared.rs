//! An entry compared on three sides: in the plan, on the list, and as both were last.

use chrono::NaiveDate;

use super::kept::{Becomes, Kept, There};
use super::memory::Standing;
use crate::exchange::write::Kind;

/// How an entry stands in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Here {
    /// To be done. What came of it may have to be said before it counts as done (B5).
    Open {
        /// Whether it has.
        is_asked: bool,
    },
    /// It was done on a day.
    Done(NaiveDate),
    /// There is nothing to be done.
    Gone,
}

/// What is found of it on the list.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found<'a> {
    /// Nothing.
    Nothing,
    /// What was there last, and nothing is to be changed about it.
    Same,
    /// An entry of another name than it should have, or one that cannot be read.
    Foreign,
    /// It.
    Kept(&'a Kept),
}

/// What is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing.
    Nothing,
    /// It stands so from now on.
    Stands(Standing),
    /// It is known no longer.
    Forget,
    /// It goes on the list.
    Create,
    /// What the plan says otherwise than last time is written into it.
    Change(Becomes),
    /// It is taken off the list.
    TakeAway,
    /// It was ticked off: on a day, where that is said.
    Tick(Option<NaiveDate>),
}

impl Here {
    /// What is to be done about an entry. `again` sends once more what somebody deleted.
    pub(super) fn step(self, found: Found<'_>, known: Option<Standing>, kind: Kind, again: bool) -> Step {
        let kept = match found {
            Found::Same | Found::Foreign => return Step::Nothing,
            Found::Nothing => return self.missing(known, again),
            Found::Kept(kept) => kept,
        };
        match (self, kept.there) {
            (Self::Open { .. }, There::Open) => Step::Change(Becomes::Same),
            // It was taken into the plan, and taken back there.
            (Self::Open { .. }, There::Done(_)) if matches!(known, Some(Standing::Done | Standing::Left)) => {
                Step::Change(Becomes::Open)
            }
            (Self::Open { is_asked: true }, There::Done(_)) => Step::Stands(Standing::Asked),
            (Self::Open { is_asked: false }, There::Done(on)) => Step::Tick(on),
            // Called off by ourselves, when it was not to be done.
            (Self::Open { .. }, There::CalledOff) if kept.said.is_none() => Step::Change(Becomes::Open),
            (Self::Open { .. }, There::CalledOff) => Step::Stands(Standing::CalledOff),
            (Self::Done(_), There::Done(_) | There::CalledOff) => Step::Stands(Standing::Done),
            (Self::Done(_), There::Open) if matches!(known, Some(Standing::Done | Standing::Reopened)) => {
                Step::Stands(Standing::Reopened)
            }
            (Self::Done(on), There::Open) if kind == Kind::Task => Step::Change(Becomes::Done(on)),
            (Self::Gone, There::Done(_) | There::CalledOff) => Step::Stands(Standing::Left),
            (Self::Done(_) | Self::Gone, There::Open) => Step::TakeAway,
        }
    }

    fn missing(self, known: Option<Standing>, again: bool) -> Step {
        match (self, known) {
            (Self::Open { .. }, None | Some(Standing::Left)) => Step::Create,
            (Self::Open { .. }, Some(_)) if again => Step::Create,
            (Self::Open { .. }, Some(_)) => Step::Stands(Standing::Deleted),
            (Self::Done(_) | Self::Gone, _) => Step::Forget,
        }
    }

    /// Whether there is something to be done about an entry that is on the list as it was last. `is_said` is whether the plan
    /// says the same of it as then.
    pub(super) fn asks_for_more(self, known: Standing, is_said: bool) -> bool {
        match (self, known) {
            (Self::Open { .. }, Standing::Open) => !is_said,
            (Self::Open { .. }, Standing::Asked | Standing::CalledOff) => false,
            (Self::Done(_), Standing::Done | Standing::Reopened) => false,
            (Self::Gone, Standing::Left) => false,
            _ => true,
        }
    }
}
