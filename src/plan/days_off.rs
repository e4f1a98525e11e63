//! Which days a plan's business and its people work.

use chrono::NaiveDate;

use super::{Closure, Flaw, Holiday, HolidaySet, PersonId, PlanParts};
use crate::calendar::WorkCalendar;

impl PlanParts {
    pub(super) fn check_days_off(&self) -> Result<(), Flaw> {
        let is_ordered = |days: &[Holiday]| days.is_sorted_by(|a, b| a.date < b.date);
        let sets_are_ordered = self.holiday_sets.iter().all(|set| is_ordered(&set.days));
        if !is_ordered(&self.holidays) || !sets_are_ordered || !self.worked.is_sorted_by(|a, b| a < b) {
            return Err(Flaw::HolidaysUnordered);
        }
        let is_twice = |(at, set): (usize, &HolidaySet)| {
            self.holiday_sets[..at].iter().any(|other| other.code == set.code)
        };
        if self.holiday_sets.iter().enumerate().any(is_twice) {
            return Err(Flaw::SetTwice);
        }
        for (at, closure) in self.closures.iter().enumerate() {
            let is_late = self.closures[..at].last().is_some_and(|before| before.first > closure.first);
            if is_late || !closure.is_sound() {
                return Err(Flaw::Closure(closure.first));
            }
            if let Some(who) = closure.who.filter(|who| self.person(*who).is_none()) {
                return Err(Flaw::UnknownAway(who));
            }
        }
        Ok(())
    }

    /// The calendar of the business: its working week, its days off, and the days worked after all.
    pub fn calendar(&self) -> WorkCalendar {
        self.calendar_without(None)
    }

    /// The calendar of a person: that of the business less the days that person is away (F8).
    pub fn calendar_of(&self, person: PersonId) -> WorkCalendar {
        self.calendar_without(Some(person))
    }

    fn calendar_without(&self, person: Option<PersonId>) -> WorkCalendar {
        let named = self.holidays.iter().chain(self.holiday_sets.iter().flat_map(|set| &set.days));
        let closed = |who: Option<PersonId>| {
            let closures = self.closures.iter().filter(move |closure| closure.who == who);
            closures.flat_map(Closure::days)
        };
        let days = named.map(|holiday| holiday.date).chain(closed(None));
        let business = WorkCalendar::new(self.work_week, days).with_worked(self.worked.iter().copied());
        match person {
            // A day worked by the business is none for somebody who is away.
            Some(person) => business.with_days_off(closed(Some(person))),
            None => business,
        }
    }

    /// What a day off is called, by whoever of the business or the person is off.
    pub fn day_off_name(&self, date: NaiveDate, person: Option<PersonId>) -> Option<&str> {
        let holidays = self.holidays.iter().chain(self.holiday_sets.iter().flat_map(|set| &set.days));
        let holidays = holidays.filter(|holiday| holiday.date == date).map(|holiday| &holiday.name);
        let closures = self.closures.iter().filter(|closure| closure.who.is_none() || closure.who == person);
        let closures = closures.filter(|closure| (closure.first..=closure.last).contains(&date));
        let mut names = holidays.chain(closures.map(|closure| &closure.name));
        names.find(|name| !name.is_blank()).map(|name| name.as_str())
    }
}
