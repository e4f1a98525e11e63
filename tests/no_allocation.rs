//! Many contacts are dated anew, as often as one likes, without asking for memory.

#![cfg(test)]

use chrono::NaiveDate;
use followthrough::calendar::{DayNumber, DayTable, WorkCalendar, WorkWeek};
use followthrough::plan::{Audience, Edit, Fate, Plan};
use followthrough::schedule::{Actuals, Cohort, Contact, Dates, Done, Marked, Pattern};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn contacts_on_one_path_are_dated_without_allocation() {
    let calendar = WorkCalendar::new(WorkWeek::default(), [date("2026-12-25")]);
    let table = DayTable::new(&calendar, date("2026-01-01"), date("2029-12-31")).unwrap();
    let cohort = Cohort::new([2, 3, 5, 10]);
    let start = DayNumber::of(date("2026-09-01"));
    let contacts = [Contact { start, done: Some(Done { step: 1, on: start.plus(9) }) }; 100];
    let mut days = vec![DayNumber::default(); 400];
    let asked = allocation_counter::measure(|| cohort.date(&calendar, &table, &contacts, &mut days).unwrap());
    assert_eq!((asked.count_total, days[3]), (0, start.plus(30)));
}

#[test]
fn once_warm_a_pattern_dates_without_allocation() {
    let step = || Edit::AddStep { audience: Audience::Prospect, before: None };
    let plan =
        [step(), step(), step()].into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap());
    let pattern = Pattern::of(&plan, Audience::Prospect);
    let start = DayNumber::of(date("2026-09-01"));
    let marks = [Marked { step: 0, on: start.plus(6), fate: Fate::Done(None) }];
    let actuals = Actuals { start: Some(start), marks: &marks, status_date: Some(start.plus(20)) };
    let mut dates = Dates::default();
    pattern.date_into(pattern.calendars(), actuals, &mut dates);
    let asked = allocation_counter::measure(|| pattern.date_into(pattern.calendars(), actuals, &mut dates));
    assert_eq!((asked.count_total, dates.steps().len()), (0, 3));
}
