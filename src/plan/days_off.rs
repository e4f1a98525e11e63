//! Which days a plan's business and its people work.

use crate::calendar::sort_by_number;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::{Closure, Flaw, Holiday, HolidaySet, Line, PersonId, PlanParts, YearlyClosure};
use crate::calendar::{
    FIRST_DAY, HolidayRule, LAST_DAY, Observed, WorkCalendar, WorkWeek, rule_holidays_beside,
};

/// A day of a yearly closure, and what that is called.
type YearlyDay<'a> = (NaiveDate, &'a Line);

impl PlanParts {
    pub(super) fn check_days_off(&self) -> Result<(), Flaw> {
        let is_ordered = |days: &[Holiday]| days.is_sorted_by(|a, b| a.date < b.date);
        let sets_are_ordered = self.holiday_sets.iter().all(|set| is_ordered(&set.days));
        let mut worked = self.holiday_sets.iter().map(|set| &set.worked).chain([&self.worked]);
        let worked_is_ordered = worked.all(|days| days.is_sorted_by(|a, b| a < b));
        if !is_ordered(&self.holidays) || !sets_are_ordered || !worked_is_ordered {
            return Err(Flaw::HolidaysUnordered);
        }
        let is_twice = |(at, set): (usize, &HolidaySet)| {
            self.holiday_sets[..at].iter().any(|other| other.code == set.code)
        };
        if self.holiday_sets.iter().enumerate().any(is_twice) {
            return Err(Flaw::SetTwice);
        }
        let is_bad = |(at, yearly): (usize, &YearlyClosure)| {
            !yearly.is_sound() || self.yearly_closures[..at].contains(yearly)
        };
        if let Some(at) = self.yearly_closures.iter().enumerate().position(is_bad) {
            return Err(Flaw::YearlyClosure(at));
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

    /// The calendar of somebody with a working week or holidays of their own: the days on which the business is closed
    /// hold for all, its sets of holidays only for those who have none of their own.
    pub fn calendar_with(&self, week: Option<WorkWeek>, holidays: Option<&HolidaySet>) -> WorkCalendar {
        let sets = holidays.map_or(&self.holiday_sets[..], std::slice::from_ref);
        self.calendar_made_of(week.unwrap_or(self.work_week), sets, None)
    }

    fn calendar_without(&self, person: Option<PersonId>) -> WorkCalendar {
        self.calendar_made_of(self.work_week, &self.holiday_sets, person)
    }

    fn calendar_made_of(
        &self,
        week: WorkWeek,
        sets: &[HolidaySet],
        person: Option<PersonId>,
    ) -> WorkCalendar {
        let closed = |who: Option<PersonId>| {
            let closures = self.closures.iter().filter(move |closure| closure.who == who);
            closures.flat_map(Closure::days)
        };
        let exchanged = sets.iter().flat_map(|set| set.worked.iter().copied());
        let yearly = self.yearly_days(FIRST_DAY.year()..=LAST_DAY.year());
        let named = self.holidays.iter().chain(sets.iter().flat_map(|set| &set.days));
        let days = named.map(|holiday| holiday.date).chain(closed(None));
        let days = days.chain(yearly.into_iter().map(|(date, _)| date));
        // A day worked in exchange in one country may be a holiday of another: then nobody works.
        let business = WorkCalendar::new(week, [])
            .with_worked(exchanged)
            .with_days_off(days)
            .with_worked(self.worked.iter().copied());
        match person {
            // A day worked by the business is none for somebody who is away.
            Some(person) => business.with_days_off(closed(Some(person))),
            None => business,
        }
    }

    /// The single days off of the plan and of its sets.
    fn named_days(&self) -> impl Iterator<Item = &Holiday> {
        self.holidays.iter().chain(self.holiday_sets.iter().flat_map(|set| &set.days))
    }

    /// The days of the yearly closures in some years, each as it falls and as it is kept.
    fn yearly_days(&self, years: RangeInclusive<i32>) -> Vec<YearlyDay<'_>> {
        let in_a_row = |yearly: &&YearlyClosure| yearly.days > 1;
        // Days in a row may reach into the year after.
        let from = years.start().saturating_sub(1)..=*years.end();
        let mut days: Vec<YearlyDay<'_>> = Vec::new();
        for yearly in self.yearly_closures.iter().filter(in_a_row) {
            for first in from.clone().filter_map(|year| yearly.day.in_year(year)) {
                let all = first.iter_days().take(yearly.days.into()).take_while(|day| *day <= LAST_DAY);
                days.extend(all.filter(|day| years.contains(&day.year())).map(|day| (day, &yearly.name)));
            }
        }
        let single: Vec<_> = self.yearly_closures.iter().filter(|yearly| yearly.days == 1).collect();
        let rules: Vec<_> = single
            .iter()
            .map(|yearly| HolidayRule { observed: yearly.observed, ..HolidayRule::new(yearly.day) })
            .collect();
        let mut taken: Vec<NaiveDate> = Vec::new();
        if rules.iter().any(|rule| rule.observed == Observed::NextWorkday) {
            let closed = self.closures.iter().filter(|closure| closure.who.is_none()).flat_map(Closure::days);
            taken.extend(self.named_days().map(|holiday| holiday.date).chain(closed));
            taken.extend(days.iter().map(|(date, _)| *date));
            sort_by_number(&mut taken, |day| day.to_epoch_days().into());
        }
        let is_taken = |day: NaiveDate| taken.binary_search(&day).is_ok();
        let kept = rule_holidays_beside(&rules, self.work_week, is_taken, years);
        days.extend(kept.into_iter().map(|kept| (kept.date, &single[kept.rule].name)));
        days
    }

    /// The days off of the business in some years, in order, each with what it is called; those also that a weekend
    /// takes anyway, or that are worked after all.
    pub fn days_off(&self, years: RangeInclusive<i32>) -> Vec<Holiday> {
        let named = self.named_days().cloned();
        let closed = self.closures.iter().filter(|closure| closure.who.is_none());
        let closed = closed
            .flat_map(|closure| closure.days().map(|date| Holiday { date, name: closure.name.clone() }));
        let yearly = self.yearly_days(FIRST_DAY.year()..=LAST_DAY.year()).into_iter();
        let yearly = yearly.map(|(date, name)| Holiday { date, name: name.clone() });
        let is_near = |holiday: &Holiday| years.contains(&holiday.date.year());
        let mut days: Vec<_> = named.chain(closed).chain(yearly).filter(is_near).collect();
        sort_by_number(&mut days, |holiday| holiday.date.to_epoch_days().into());
        days.dedup();
        days
    }

    /// What a day off is called, by whoever of the business or the person is off.
    pub fn day_off_name(&self, date: NaiveDate, person: Option<PersonId>) -> Option<&str> {
        let holidays = self.named_days().filter(|holiday| holiday.date == date).map(|holiday| &holiday.name);
        let closures = self.closures.iter().filter(|closure| closure.who.is_none() || closure.who == person);
        let closures = closures.filter(|closure| (closure.first..=closure.last).contains(&date));
        let yearly = self.yearly_days(date.year()..=date.year());
        let yearly = yearly.into_iter().filter(|(day, _)| *day == date).map(|(_, name)| name);
        let mut names = holidays.chain(closures.map(|closure| &closure.name)).chain(yearly);
        names.find(|name| !name.is_blank()).map(|name| name.as_str())
    }
}

#[cfg(test)]
mod tests;
