//! Which days count: how the formulas name the days off of whoever does a step (B13, B14).
//!
//! Most plans need no more than a list of days off, as `WORKDAY.INTL` takes it. Where weekends are worked after all, where
//! somebody is away, or where the days before holidays are avoided, every day gets a row on a sheet of its own, in which
//! formulas find out whether it counts; the working days are then counted by those.

use chrono::{Datelike, NaiveDate};

use super::cell;
use crate::calendar::{DayNumber, LAST_DAY, WorkCalendar};
use crate::plan::{Eves, Holiday, PersonId, PlanParts, Responsible, Step};
use crate::schedule::StepFacts;

/// How many years before today, and after it, are looked at for the first and the last day that count.
const YEARS_AROUND: (i32, i32) = (10, 20);

/// How many years after the last date of the plan the days off are listed for, so that dates may move.
const YEARS_MORE: i32 = 2;

/// The first row of the lists, and how many empty rows behind them are left for more.
pub const FIRST_ROW: u32 = 4;
pub const ROOM: u32 = 40;

/// The stretch of days in which dates go on counting.
#[derive(Clone, Copy, Debug)]
pub struct Horizon {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// By whose days a step is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// Somebody who is away at times; else it is the business.
    person: Option<PersonId>,
    /// Whether days before holidays do not suit.
    avoids_eves: bool,
}

/// How a formula names the days of a step.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The weekdays off, as seven digits.
    pub week: &'static str,
    /// The days off.
    pub off: String,
    /// The days before holidays, where they do not suit; with them the days off.
    pub eves: Option<(String, String)>,
    /// Whether the weekdays off are among the days off.
    pub is_laid_out: bool,
}

/// Somebody who is away at times.
#[derive(Debug)]
pub struct Away {
    id: PersonId,
    pub name: String,
    pub days: Vec<NaiveDate>,
    calendar: WorkCalendar,
}

/// All days that matter to a workbook.
#[derive(Debug)]
pub struct CountedDays {
    pub horizon: Horizon,
    /// The days off of the business, with their names.
    pub off: Vec<Holiday>,
    /// Days worked after all, and those worked in exchange for holidays.
    pub worked: Vec<NaiveDate>,
    pub exchanged: Vec<NaiveDate>,
    pub away: Vec<Away>,
    business: WorkCalendar,
    laid_out: Vec<LaidOut>,
}

/// Columns of the sheet of days.
#[derive(Clone, Copy, Debug)]
pub struct LaidOut {
    person: Option<PersonId>,
    /// Where its days off are.
    pub column: u16,
    /// Whether the days before holidays stand beside them.
    pub has_eves: bool,
}

impl Horizon {
    /// Around today and all dates that are not too far from it.
    fn around(today: NaiveDate, dates: impl Iterator<Item = NaiveDate>) -> Self {
        let now = today.year().clamp(cell::FIRST_YEAR, LAST_DAY.year());
        let near = now - YEARS_AROUND.0..=now + YEARS_AROUND.1;
        let years = dates.map(|date| date.year()).filter(|year| near.contains(year));
        let (first, last) = years.fold((now, now), |(first, last), year| (first.min(year), last.max(year)));
        let first = NaiveDate::from_ymd_opt(first.max(cell::FIRST_YEAR), 1, 1).unwrap_or(today);
        let last = NaiveDate::from_ymd_opt(last + YEARS_MORE, 12, 31).unwrap_or(LAST_DAY).min(LAST_DAY);
        Self { first, last }
    }

    /// Whether a day lies in it.
    pub fn has(self, day: DayNumber) -> bool {
        (DayNumber::of(self.first)..=DayNumber::of(self.last)).contains(&day)
    }
}

impl CountedDays {
    /// The days of a plan whose steps stand as told.
    pub fn of<'a>(
        plan: &PlanParts,
        today: NaiveDate,
        steps: impl Iterator<Item = (&'a Step, StepFacts)> + Clone,
    ) -> Self {
        let dates = steps.clone().flat_map(|(_, facts)| {
            let from = facts.derivation.map(|derivation| derivation.from);
            [facts.due, facts.latest, facts.last_attempt, from].into_iter().flatten()
        });
        let horizon = Horizon::around(today, dates);
        let is_near = |date: &NaiveDate| (horizon.first..=horizon.last).contains(date);
        let exchanged = plan.holiday_sets.iter().flat_map(|set| set.worked.iter().copied());
        let mut days = Self {
            horizon,
            off: plan.days_off(horizon.first.year()..=horizon.last.year()),
            worked: plan.worked.iter().copied().filter(is_near).collect(),
            exchanged: exchanged.filter(is_near).collect(),
            away: away(plan, is_near),
            business: plan.calendar(),
            laid_out: Vec::new(),
        };
        for (step, facts) in steps {
            let by = days.by(step, &facts);
            days.lay_out(by);
        }
        days
    }

    /// By whose days a step of the plan is counted.
    pub fn by(&self, step: &Step, facts: &StepFacts) -> By {
        let person = match step.who {
            Some(Responsible::Person(id)) => {
                Some(id).filter(|id| self.away.iter().any(|away| away.id == *id))
            }
            _ => None,
        };
        By { person, avoids_eves: facts.wait.eves == Eves::Avoided }
    }

    /// The same for the step of a contact, which is counted by the days of the business where it is counted at all.
    pub fn by_business(facts: &StepFacts) -> By {
        By { person: None, avoids_eves: facts.wait.eves == Eves::Avoided }
    }

    fn is_plain(&self, by: By) -> bool {
        let has_worked = !self.worked.is_empty() || !self.exchanged.is_empty();
        !has_worked && by.person.is_none() && !by.avoids_eves
    }

    fn lay_out(&mut self, by: By) {
        if self.is_plain(by) {
            return;
        }
        if self.laid_out.is_empty() {
            self.laid_out.push(LaidOut { person: None, column: 1, has_eves: false });
        }
        match self.laid_out.iter_mut().find(|known| known.person == by.person) {
            Some(known) => known.has_eves |= by.avoids_eves,
            None => {
                self.laid_out.push(LaidOut { person: by.person, column: 0, has_eves: by.avoids_eves });
            }
        }
        let mut column = 1;
        for known in &mut self.laid_out {
            known.column = column;
            column += if known.has_eves { 2 } else { 1 };
        }
    }

    /// The columns of the sheet of days; none where there is no need of it.
    pub fn laid_out(&self) -> &[LaidOut] {
        &self.laid_out
    }

    /// Its rows.
    pub fn rows(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.horizon.last;
        self.horizon.first.iter_days().take_while(move |date| *date <= last)
    }

    /// The calendar by which a step is counted.
    pub fn calendar(&self, by: By) -> &WorkCalendar {
        self.calendar_of(by.person)
    }

    /// That of some columns of the sheet of days.
    pub fn laid_calendar(&self, laid: LaidOut) -> &WorkCalendar {
        self.calendar_of(laid.person)
    }

    /// Whose days some columns of the sheet of days are; none for the business.
    pub fn person(&self, laid: LaidOut) -> Option<(usize, &Away)> {
        self.away.iter().enumerate().find(|(_, away)| Some(away.id) == laid.person)
    }

    fn calendar_of(&self, person: Option<PersonId>) -> &WorkCalendar {
        let away = self.away.iter().find(|away| Some(away.id) == person);
        away.map_or(&self.business, |away| &away.calendar)
    }

    /// How a formula names the days by which a step is counted.
    pub fn reference(&self, by: By) -> Reference {
        let laid = self.laid_out.iter().find(|laid| laid.person == by.person);
        let Some(laid) = laid.filter(|_| !self.is_plain(by)) else {
            return Reference {
                week: super::WORKING_WEEK,
                off: super::DAYS_OFF.to_owned(),
                eves: None,
                is_laid_out: false,
            };
        };
        let last = u32::try_from(self.rows().count()).unwrap_or_default();
        let range = |first, end| format!("{}!{}", super::DAYS_SHEET, cell::range((1, first), (last, end)));
        let eves = by
            .avoids_eves
            .then(|| (range(laid.column + 1, laid.column + 1), range(laid.column, laid.column + 1)));
        Reference { week: "\"0000000\"", off: range(laid.column, laid.column), eves, is_laid_out: true }
    }
}

/// Those who are away at times although the business works, with these days.
fn away(plan: &PlanParts, is_near: impl Fn(&NaiveDate) -> bool) -> Vec<Away> {
    let days = |id: PersonId| {
        let closures = plan.closures.iter().filter(move |closure| closure.who == Some(id));
        closures.flat_map(|closure| closure.days())
    };
    let away = plan.people.iter().filter(|person| days(person.id).next().is_some());
    let away = away.map(|person| Away {
        id: person.id,
        name: person.name.to_string(),
        days: days(person.id).filter(&is_near).collect(),
        calendar: plan.calendar_of(person.id),
    });
    away.collect()
}
