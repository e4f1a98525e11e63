//! The months of a calendar for the wall: a grid of days, and what is to be done on each (B9, B13).

use chrono::{Datelike, Months, NaiveDate};

use crate::calendar::DayOff;
use crate::plan::{Audience, Plan, StepId};
use crate::schedule::{Place, Schedule, has_begun};

/// No more months than hang on a wall.
const MOST: usize = 24;

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallMonth {
    /// Its days.
    pub days: Vec<WallDay>,
}

/// A day of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallDay {
    /// Which.
    pub date: NaiveDate,
    /// Why nobody works.
    pub off: Option<DayOff>,
    /// What a holiday is called; empty where it has no name.
    pub name: String,
    /// What is to be done.
    pub steps: Vec<WallStep>,
}

/// Something to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WallStep {
    /// The sequence.
    pub audience: Audience,
    /// The number in it (B2).
    pub number: usize,
    /// The step.
    pub step: StepId,
    /// Whether it should have been done before.
    pub is_late: bool,
}

impl WallMonth {
    /// The months in which something is to be done, in order.
    pub fn with_steps(plan: &Plan, schedule: &Schedule, today: NaiveDate) -> Vec<Self> {
        let steps = steps(plan, schedule, today);
        let mut firsts: Vec<_> = steps.iter().filter_map(|(day, _)| day.with_day(1)).collect();
        firsts.dedup();
        firsts.into_iter().take(MOST).map(|first| Self::of(plan, first, &steps)).collect()
    }

    /// Twelve months from the first in which something is to be done; none where there is nothing.
    pub fn year(plan: &Plan, schedule: &Schedule, today: NaiveDate) -> Vec<Self> {
        let steps = steps(plan, schedule, today);
        let Some(first) = steps.first().and_then(|(day, _)| day.with_day(1)) else { return Vec::new() };
        let firsts = (0..12).filter_map(|months| first.checked_add_months(Months::new(months)));
        firsts.map(|first| Self::of(plan, first, &steps)).collect()
    }

    fn of(plan: &Plan, first: NaiveDate, steps: &[(NaiveDate, WallStep)]) -> Self {
        let calendar = plan.calendar();
        let day = |date: NaiveDate| {
            let off = calendar.day_off(date);
            let name = if off == Some(DayOff::Holiday) { plan.day_off_name(date, None) } else { None };
            let here = steps.partition_point(|(day, _)| *day < date);
            let here = steps[here..].iter().take_while(|(day, _)| *day == date);
            WallDay {
                date,
                off,
                name: name.unwrap_or_default().to_owned(),
                steps: here.map(|(_, step)| *step).collect(),
            }
        };
        let days = first.iter_days().take_while(|date| date.month() == first.month());
        Self { days: days.map(day).collect() }
    }

    /// The first of the month.
    pub fn first(&self) -> NaiveDate {
        self.days.first().map(|day| day.date).unwrap_or_default()
    }

    /// Its weeks from Monday to Sunday, with gaps before its first day and after its last.
    pub fn weeks(&self) -> Vec<[Option<&WallDay>; 7]> {
        let before = self.first().weekday().num_days_from_monday() as usize;
        let weeks = (before + self.days.len()).div_ceil(7);
        let week = |week: usize| {
            std::array::from_fn(|at| (week * 7 + at).checked_sub(before).and_then(|day| self.days.get(day)))
        };
        (0..weeks).map(week).collect()
    }
}

/// The open steps that come, in order of their days; late ones stand on the present day.
fn steps(plan: &Plan, schedule: &Schedule, today: NaiveDate) -> Vec<(NaiveDate, WallStep)> {
    let step = |(audience, facts): (Audience, &crate::schedule::StepFacts)| {
        let due = facts.due.filter(|_| facts.is_open() && facts.place == Place::OnPath)?;
        let is_late = has_begun(plan, audience) && facts.late_since(today).is_some();
        let day = if is_late { due.max(today) } else { due };
        Some((day, WallStep { audience, number: facts.number, step: facts.step, is_late }))
    };
    let mut steps: Vec<_> = schedule.all().filter_map(step).collect();
    crate::calendar::sort_by_number(&mut steps, |(day, _)| day.to_epoch_days().into());
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Holiday, Line};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A step of each sequence on a Monday, and a holiday two days later.
    fn plan() -> Plan {
        let add = |audience| Edit::AddStep { audience, before: None };
        let name = Line::parse("Day of repentance").unwrap();
        let edits = [
            add(Audience::Prospect),
            add(Audience::Customer),
            Edit::Start(Audience::Prospect, Some(date("2026-11-16"))),
            Edit::Start(Audience::Customer, Some(date("2027-02-01"))),
            Edit::AddHoliday(Holiday { date: date("2026-11-18"), name }),
        ];
        edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
    }

    fn months(today: &str) -> Vec<WallMonth> {
        let plan = plan();
        WallMonth::with_steps(&plan, &Schedule::on(&plan, date(today)), date(today))
    }

    fn days_with_steps(months: &[WallMonth]) -> Vec<(NaiveDate, bool)> {
        let days = months.iter().flat_map(|month| &month.days);
        days.flat_map(|day| day.steps.iter().map(|step| (day.date, step.is_late))).collect()
    }

    #[test]
    fn the_months_are_those_with_something_to_do() {
        let months = months("2026-11-16");
        let firsts: Vec<_> = months.iter().map(WallMonth::first).collect();
        assert_eq!(firsts, ["2026-11-01", "2027-02-01"].map(date));
        assert_eq!(months[0].days.len(), 30);
        assert_eq!(months[1].days.len(), 28);
        assert_eq!(days_with_steps(&months), [(date("2026-11-16"), false), (date("2027-02-01"), false)]);
    }

    #[test]
    fn what_is_late_stands_on_the_day_on_which_one_looks() {
        assert_eq!(
            days_with_steps(&months("2026-11-20")),
            [(date("2026-11-20"), true), (date("2027-02-01"), false)]
        );
    }

    #[test]
    fn weeks_run_from_monday_to_sunday_with_gaps_at_both_ends() {
        let months = months("2026-11-16");
        let weeks = months[0].weeks();
        assert_eq!(weeks.len(), 6);
        assert!(weeks[0][..6].iter().all(Option::is_none), "1 November is a Sunday");
        assert_eq!(weeks[0][6].map(|day| day.date), Some(date("2026-11-01")));
        assert_eq!(weeks[5][0].map(|day| day.date), Some(date("2026-11-30")));
        assert!(weeks[5][1..].iter().all(Option::is_none));
        assert_eq!(months[1].weeks().len(), 4, "February 2027 is four whole weeks");
    }

    #[test]
    fn days_off_are_told_apart_and_holidays_named() {
        let months = months("2026-11-16");
        let day = |day: usize| &months[0].days[day - 1];
        assert_eq!(day(14).off, Some(DayOff::Weekend(chrono::Weekday::Sat)));
        assert_eq!((day(18).off, day(18).name.as_str()), (Some(DayOff::Holiday), "Day of repentance"));
        assert_eq!(day(17).off, None);
    }

    #[test]
    fn a_year_is_twelve_months_from_the_first_with_something_to_do() {
        let plan = plan();
        let year = WallMonth::year(&plan, &Schedule::on(&plan, date("2026-11-16")), date("2026-11-16"));
        assert_eq!(year.len(), 12);
        assert_eq!(year[0].first(), date("2026-11-01"));
        assert_eq!(year[11].first(), date("2027-10-01"));
        assert_eq!(days_with_steps(&year).len(), 2);
        let blank = Plan::blank();
        let none = WallMonth::year(&blank, &Schedule::of(&blank), date("2026-11-16"));
        assert_eq!(none, []);
    }
}
