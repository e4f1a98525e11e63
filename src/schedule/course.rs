//! One contact's time through a sequence, with what people decided about the rest of it.

use super::actuals::Actuals;
use super::count::Undated;
use crate::calendar::DayNumber;

/// What is known of one time through a sequence, and what was decided about the steps that are still open.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// What was done, from when on, and the day on which one looks.
    pub actuals: Actuals<'a>,
    /// Open steps that somebody put off or brought forward, in any order; the first of several about one step counts.
    pub postponed: &'a [Postponed],
    /// Days of touchpoints outside the plan from which what follows is counted, in order.
    pub touches: &'a [DayNumber],
    /// What becomes of the open steps.
    pub rest: Rest,
}

/// An open step that is to be done on a day somebody chose, or on the first working day after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Postponed {
    /// The place of the step in its sequence, from 0.
    pub step: usize,
    /// The day.
    pub to: DayNumber,
}

/// What becomes of the open steps of a course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// They come.
    #[default]
    Comes,
    /// They wait until somebody goes on.
    Waits,
    /// They never come: the course has ended.
    Ended,
}

impl Rest {
    /// Why open steps have no day, if they have none.
    pub(super) fn undated(self) -> Option<Undated> {
        match self {
            Self::Comes => None,
            Self::Waits => Some(Undated::Paused),
            Self::Ended => Some(Undated::Ended),
        }
    }
}

impl<'a> From<Actuals<'a>> for Course<'a> {
    /// A plan's own run, of which nothing is put off.
    fn from(actuals: Actuals<'a>) -> Self {
        Self::own(actuals, &[])
    }
}

impl<'a> Course<'a> {
    /// A plan's own run: nobody waits for its open steps before something of it was done or put off.
    pub fn own(actuals: Actuals<'a>, postponed: &'a [Postponed]) -> Self {
        let has_begun = !actuals.marks.is_empty() || !postponed.is_empty();
        let actuals = Actuals { status_date: actuals.status_date.filter(|_| has_begun), ..actuals };
        Self { actuals, postponed, touches: &[], rest: Rest::Comes }
    }

    /// The last touchpoint on a day or after it, if there is one.
    pub(super) fn touch_since(&self, day: DayNumber) -> Option<DayNumber> {
        self.touches.last().copied().filter(|touch| *touch >= day)
    }
}
