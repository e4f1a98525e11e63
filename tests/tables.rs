//! Days laid out in a table answer as the calendar they are of, for every person.

#![cfg(test)]

#[path = "fixtures/routes.rs"]
mod routes;

use chrono::{Days, NaiveDate};
use followthrough::calendar::{DayNumber, WorkWeek};
use followthrough::plan::{Edit, Eves, Fate, StepEdit, Unit, Unit::*};
use proptest::prelude::*;
use routes::*;

#[test]
fn each_person_has_a_calendar_of_their_own() {
    use followthrough::plan::{Line, PersonId, Responsible};
    let plan = starting("2026-09-01", &[1, 1, 1].map(|count| from_start(count, WorkingDays)));
    let plan = ["Anna", "Ben", "Cleo"]
        .iter()
        .fold(plan, |plan, name| edited(&plan, Edit::AddPerson(Line::parse(name).unwrap())));
    let plan = closed(&plan, "2026-09-02", "2026-09-02", Some(PersonId(4)));
    let plan = closed(&plan, "2026-09-02", "2026-09-03", Some(PersonId(5)));
    let plan = (1..4).fold(plan, |plan, step| {
        with(&plan, step, StepEdit::Who(Some(Responsible::Person(PersonId(step + 3)))))
    });
    assert_eq!(due_on(&plan, "2026-09-01"), ["2026-09-03", "2026-09-04", "2026-09-02"]);
    let pattern = followthrough::schedule::Pattern::of(&plan, PROSPECT);
    assert_eq!(pattern.calendars().len(), 3, "Cleo is never away");
}

/// What days are asked: how far a count leads, whether one is worked, a holiday, an eve, and where one rolls to.
#[derive(Debug, PartialEq)]
struct Answers {
    due: Option<DayNumber>,
    is: (bool, bool, bool),
    rolled: (Option<DayNumber>, Option<DayNumber>),
}

fn answers(days: &impl followthrough::schedule::Days, day: DayNumber, count: i32) -> Answers {
    use followthrough::schedule::Roll;
    Answers {
        due: days.workday(day, count).ok(),
        is: (days.is_worked(day), days.is_holiday(day), days.is_eve(day)),
        rolled: (days.rolled(day, Roll::Forward).ok(), days.rolled(day, Roll::Back).ok()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Days laid out in a table, days asked of the calendar, and days gone through one by one are the same.
    #[test]
    fn a_table_answers_as_its_calendar_and_as_a_walk(
        mask in "[01]{6}0",
        holidays in prop::collection::vec(0..700_u64, 0..60),
        worked in prop::collection::vec(0..700_u64, 0..10),
        day in 100..600_i32,
        count in -40..40_i32,
    ) {
        use followthrough::calendar::WorkCalendar;
        use followthrough::schedule::Tabled;
        let first = date("2026-01-01");
        let dates = |days: &[u64]| days.iter().map(|day| first + Days::new(*day)).collect::<Vec<_>>();
        let week = WorkWeek::from_mask(&mask).unwrap();
        let calendar = WorkCalendar::new(week, dates(&holidays)).with_worked(dates(&worked));
        let table = Tabled::new(calendar.clone(), first, date("2027-12-31")).unwrap();
        let day = first.to_epoch_days() + day;
        let on = |day: i32| NaiveDate::from_epoch_days(day).unwrap();
        let is_worked = |day: i32| calendar.is_workday(on(day));
        let walk = |mut day: i32, count: i32| {
            for _ in 0..count.abs() {
                day += count.signum();
                while !is_worked(day) {
                    day += count.signum();
                }
            }
            day
        };
        let is_holiday = |day: i32| !is_worked(day) && week.is_worked(chrono::Datelike::weekday(&on(day)));
        let is_eve = (day + 1..).take_while(|next| !is_worked(*next)).take(7).any(is_holiday);
        let roll = |step: i32| (0..).map(|away| day + away * step).find(|day| is_worked(*day));
        let expected = Answers {
            due: Some(DayNumber(walk(day, count))),
            is: (is_worked(day), is_holiday(day), is_eve),
            rolled: (roll(1).map(DayNumber), roll(-1).map(DayNumber)),
        };
        prop_assert_eq!(&answers(&table, DayNumber(day), count), &expected);
        prop_assert_eq!(&answers(&calendar, DayNumber(day), count), &expected);
    }

    /// Many contacts by table get the dates of one plan by calendar.
    #[test]
    fn a_pattern_gives_the_same_dates_by_table(
        counts in prop::collection::vec((0..30_u16, 0..5_usize, 0..8_u16, any::<bool>()), 1..8),
        holidays in prop::collection::vec(0..300_u64, 0..20),
        marks in prop::collection::vec((0..8_usize, 0..60_i32), 0..3),
        today in prop::option::of(0..90_i32),
    ) {
        use followthrough::schedule::{Actuals, Dates, Marked, Pattern, Tabled};
        let first = date("2026-09-01");
        let delays: Vec<_> = counts.iter().map(|(count, unit, ..)| then(*count, Unit::ALL[*unit])).collect();
        let plan = counts.iter().zip(1..).fold(starting("2026-09-01", &delays), |plan, ((length, unit, tolerance, eve), id)| {
            let latest = (*tolerance > 0).then_some((length + tolerance, Unit::ALL[*unit]));
            with(&plan, id, window(latest, "", if *eve { Eves::Avoided } else { Eves::Taken }))
        });
        let days: Vec<_> = holidays.iter().map(|day| (first + Days::new(*day)).to_string()).collect();
        let plan = with_holidays(&plan, &days.iter().map(String::as_str).collect::<Vec<_>>());
        let pattern = Pattern::of(&plan, PROSPECT);
        let start = DayNumber::of(first);
        let marks: Vec<_> = marks
            .iter()
            .map(|(step, after)| Marked { step: *step, on: start.plus(*after), fate: Fate::Done(None) })
            .collect();
        let actuals = Actuals { start: Some(start), marks: &marks, status_date: today.map(|today| start.plus(today)) };
        let tabled = |calendar: &followthrough::calendar::WorkCalendar| {
            Tabled::new(calendar.clone(), first, date("2040-12-31")).unwrap()
        };
        let tables: Vec<_> = pattern.calendars().iter().map(tabled).collect();
        let mut by_table = Dates::default();
        pattern.date_into(&tables, actuals, &mut by_table);
        let by_calendar = pattern.date(actuals);
        prop_assert_eq!(by_table.steps(), by_calendar.steps());
    }
}
