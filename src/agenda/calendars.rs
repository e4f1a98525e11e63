//! The calendars by which the steps of contacts are counted: of whoever does a step, and of the contact's country.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::duty::stand_in;
use crate::calendar::{FIRST_DAY, LAST_DAY, WorkCalendar};
use crate::plan::{HolidaySet, Line, PersonId, PlanParts};
use crate::roster::{Availability, Roster};
use crate::schedule::{Days as _, Tabled};

/// How many years before and after the day one looks are laid out; beyond them the calendars themselves are asked.
const YEARS: (i32, i32) = (2, 3);

/// All calendars of a plan and its roster: of everybody who does not work as the business does, with each country.
#[derive(Clone, Debug)]
pub(super) struct Calendars {
    /// Those with a calendar of their own, by their places after the business, which is 0.
    people: HashMap<PersonId, usize>,
    /// The countries, by their places after none, which is 0.
    countries: HashMap<Line, usize>,
    /// As people work, by person and country.
    actual: Vec<Tabled>,
    /// The same as if nobody were away.
    planned: Vec<Tabled>,
    /// Whether the two differ, by person.
    is_away_at_times: Vec<bool>,
}

impl Calendars {
    pub(super) fn of(plan: &PlanParts, roster: &Roster, today: NaiveDate) -> Self {
        let mut planned = vec![plan.calendar()];
        let mut people = HashMap::new();
        for person in plan.people.iter().map(|person| person.id) {
            let availability = roster.availability(person);
            let is_closed = plan.closures.iter().any(|closure| closure.who == Some(person));
            if availability.is_none() && !is_closed {
                continue;
            }
            let holidays = availability.and_then(|known| roster.country(known.country.as_ref()?));
            let week = availability.and_then(|known| known.week);
            people.insert(person, planned.len());
            planned.push(match (week, holidays) {
                (None, None) => planned[0].clone(),
                _ => plan.calendar_with(week, holidays),
            });
        }
        let mut actual = planned.clone();
        let mut is_away_at_times = vec![false; planned.len()];
        for (person, place) in &people {
            let (on, off) = cover_days(plan, roster, &people, &planned, *person);
            if !on.is_empty() || !off.is_empty() {
                actual[*place] = planned[*place].clone().with_days_off(off).with_worked(on);
                is_away_at_times[*place] = true;
            }
        }
        let sets = roster.countries();
        let countries = sets.iter().zip(1..).map(|(set, place)| (set.code.clone(), place)).collect();
        let laid = |calendars: &[WorkCalendar]| {
            let all = calendars.iter().flat_map(|calendar| {
                let abroad =
                    |set: &HolidaySet| calendar.clone().with_days_off(set.days.iter().map(|day| day.date));
                std::iter::once(calendar.clone()).chain(sets.iter().map(abroad))
            });
            all.filter_map(|calendar| tabled(calendar, today)).collect()
        };
        Self { people, countries, actual: laid(&actual), planned: laid(&planned), is_away_at_times }
    }

    /// The place of the calendar by which somebody's steps are counted for a contact of a country.
    pub(super) fn place(&self, person: Option<PersonId>, country: Option<&Line>) -> usize {
        let person = self.person_place(person);
        let country = country.and_then(|code| self.countries.get(code)).copied().unwrap_or(0);
        person * (self.countries.len() + 1) + country
    }

    fn person_place(&self, person: Option<PersonId>) -> usize {
        person.and_then(|person| self.people.get(&person)).copied().unwrap_or(0)
    }

    pub(super) fn actual(&self, place: usize) -> &Tabled {
        &self.actual[place]
    }

    pub(super) fn planned(&self, place: usize) -> &Tabled {
        &self.planned[place]
    }

    /// That of the business.
    pub(super) fn business(&self) -> &Tabled {
        &self.planned[0]
    }

    /// Whether somebody is away on some days, so that the calendars as planned and as it is differ.
    pub(super) fn is_away_at_times(&self, place: usize) -> bool {
        self.is_away_at_times[place / (self.countries.len() + 1)]
    }
}

/// The days on which somebody stands in for a person, and those on which nobody does, while that person is away.
fn cover_days(
    plan: &PlanParts,
    roster: &Roster,
    people: &HashMap<PersonId, usize>,
    planned: &[WorkCalendar],
    person: PersonId,
) -> (Vec<NaiveDate>, Vec<NaiveDate>) {
    let absences = roster.availability(person).map_or(&[][..], |known: &Availability| &known.absences);
    let closures = plan.closures.iter().filter(|closure| closure.who == Some(person));
    let days = absences.iter().flat_map(|absence| absence.days());
    let days = days.chain(closures.flat_map(|closure| closure.days()));
    let is_covered = |day: &NaiveDate| {
        let calendar = |person| &planned[people.get(&person).copied().unwrap_or(0)];
        stand_in(plan, roster, person, *day).is_some_and(|it| calendar(it).is_workday(*day))
    };
    days.partition(is_covered)
}

fn tabled(calendar: WorkCalendar, today: NaiveDate) -> Option<Tabled> {
    let year = |years: i32, month, day| NaiveDate::from_ymd_opt(today.year() + years, month, day);
    let first = year(-YEARS.0, 1, 1).unwrap_or(today).clamp(FIRST_DAY, LAST_DAY);
    let last = year(YEARS.1, 12, 31).unwrap_or(today).clamp(FIRST_DAY, LAST_DAY);
    Tabled::new(calendar, first, last).ok()
}

/// Whether a day is worked by a calendar.
pub(super) fn is_worked(calendar: &Tabled, day: NaiveDate) -> bool {
    calendar.is_worked(crate::calendar::DayNumber::of(day))
}
