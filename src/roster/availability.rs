//! When those who do the steps work, and who stands in for them (F8).

use chrono::{NaiveDate, Weekday};

use super::Roster;
use crate::calendar::{WorkWeek, WorkWeekError};
use crate::plan::{Closure, Line, PersonId, PlanParts};

/// When somebody works, where that is not as the business does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// Who it is.
    pub person: PersonId,
    /// The weekdays worked, if they are others than those of the business.
    pub week: Option<WorkWeek>,
    /// The country whose holidays count instead of the plan's sets of holidays, by its code.
    pub country: Option<Line>,
    /// Minutes for follow-up in a week, if there is a limit.
    pub minutes_a_week: Option<u16>,
    /// When they are away, in order, none on the days of another.
    pub absences: Vec<Absence>,
}

/// Days in a row on which somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The first day.
    pub first: NaiveDate,
    /// The last day, at most [`Closure::MAX_DAYS`] days in all.
    pub last: NaiveDate,
    /// What it is called; may be blank.
    pub name: Line,
    /// What becomes of the steps of these days.
    pub cover: Cover,
}

/// What becomes of the steps of somebody who is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cover {
    /// They wait: the days count as days off.
    Shift,
    /// Somebody else does them, on the days that one works.
    HandOver(PersonId),
    /// They stay where they are.
    Keep,
}

impl Availability {
    /// Somebody who works as the business does.
    pub fn usual(person: PersonId) -> Self {
        Self { person, week: None, country: None, minutes_a_week: None, absences: Vec::new() }
    }

    /// Whether there is nothing to keep.
    pub(super) fn is_usual(&self) -> bool {
        *self == Self::usual(self.person)
    }

    /// The absence that a day belongs to.
    pub fn absence(&self, day: NaiveDate) -> Option<&Absence> {
        self.absences.iter().find(|absence| absence.covers(day))
    }
}

impl Absence {
    /// Whether a day belongs to it.
    pub fn covers(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Its days.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.last;
        self.first.iter_days().take_while(move |date| *date <= last)
    }

    /// Whether it is neither backwards nor too long.
    pub(super) fn is_sound(&self) -> bool {
        (0..Closure::MAX_DAYS).contains(&(self.last - self.first).num_days())
    }
}

impl Roster {
    /// The weekdays that somebody works: their own, or those of the business.
    pub fn week_of(&self, plan: &PlanParts, person: PersonId) -> WorkWeek {
        self.availability(person).and_then(|known| known.week).unwrap_or(plan.work_week)
    }

    /// What the week of somebody becomes when one day of it changes; none where it is that of the business then.
    ///
    /// # Errors
    /// [`WorkWeekError::NothingWorked`] when it was the last day they work.
    pub fn week_toggled(
        &self,
        plan: &PlanParts,
        person: PersonId,
        day: Weekday,
    ) -> Result<Option<WorkWeek>, WorkWeekError> {
        let week = self.week_of(plan, person).toggled(day)?;
        Ok((week != plan.work_week).then_some(week))
    }
}
