//! Why parts do not make a plan, and how much of everything one holds.

use chrono::NaiveDate;

use super::{Channel, PersonId, StepId};

/// What a plan can hold only so much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Goals in a plan.
    Goals,
    /// Actions of one goal.
    Actions,
    /// Steps of one sequence.
    Steps,
    /// Holidays in a plan.
    Holidays,
    /// People in a plan.
    People,
    /// Sets of holidays in a plan.
    HolidaySets,
    /// Days of one set of holidays.
    SetDays,
    /// Closures and absences in a plan.
    Closures,
    /// Days or times that come every year in a plan.
    YearlyClosures,
    /// Days worked although they are off otherwise.
    Worked,
    /// Events in a plan.
    Events,
    /// Leads of a campaign.
    Leads,
    /// Findings that are left alone.
    Dismissals,
}

impl Limit {
    /// The largest number allowed.
    pub fn max(self) -> usize {
        match self {
            Self::Goals => 200,
            Self::Actions => 50,
            Self::Steps | Self::Leads => 500,
            Self::Holidays => 2000,
            Self::People | Self::Closures | Self::Worked => 100,
            Self::HolidaySets => 6,
            Self::SetDays | Self::Dismissals => 1000,
            Self::Events => 50,
            Self::YearlyClosures => 20,
        }
    }

    pub(super) fn allows(self, count: usize) -> bool {
        count <= self.max()
    }
}

/// Why parts do not make a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// One id names two things.
    IdUsedTwice(u32),
    /// A step carries out an action that is not in the plan.
    UnknownAction(StepId),
    /// A step's responsible person is not in the plan.
    UnknownPerson(StepId),
    /// A step is counted from an event that is not in the plan.
    UnknownEvent(StepId),
    /// Somebody is away who is not in the plan.
    UnknownAway(PersonId),
    /// A step depends on one that does not stand above it in its sequence.
    NotAbove {
        /// The step.
        step: StepId,
        /// The one it is counted from, or whose outcome it belongs to.
        other: StepId,
    },
    /// A step's latest day comes before its earliest.
    LatestTooEarly(StepId),
    /// What was done is said of a step that is not in that sequence, twice of one, or out of order.
    Marks(StepId),
    /// Another day is chosen for a step that is not in that sequence or over, twice for one, or out of order.
    Postponed(StepId),
    /// There is more of something than a plan holds.
    TooMany(Limit),
    /// Holidays out of order, or two on one day; or days worked.
    HolidaysUnordered,
    /// One set of holidays is there twice.
    SetTwice,
    /// A closure that ends before it begins, is longer than [`Closure::MAX_DAYS`](super::Closure::MAX_DAYS), or stands out of order.
    Closure(NaiveDate),
    /// A yearly day that no year has, or whose length or moving is not allowed, or that is there twice; by its place.
    YearlyClosure(usize),
    /// A channel whose numbers are beyond their limits, which is there twice, or out of order.
    Profile(Channel),
    /// Findings left alone out of order, or one twice.
    DismissalsUnordered,
    /// A date beyond the years the calendar covers.
    DateOutOfRange(NaiveDate),
}
