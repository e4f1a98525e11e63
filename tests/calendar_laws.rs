//! The laws of working days, for any week, any holidays and any offset (B14).
//!
//! 8,192 cases a law, over 100,000 in all; `PROPTEST_CASES` sets another number.

#![cfg(test)]

use std::env;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use followthrough::calendar::{
    DayNumber, DayTable, FIRST_DAY, LAST_DAY, OutOfRange, WorkCalendar, WorkWeek, after_days, after_months,
};
use followthrough::schedule::{Cohort, Contact, Done};
use proptest::prelude::*;

/// The definition, day by day: what the engine must equal, told without it.
#[derive(Debug, Clone)]
struct Reference {
    /// From Monday, `true` where worked.
    worked: [bool; 7],
    holidays: Vec<NaiveDate>,
    /// Worked whatever they are.
    extra: Vec<NaiveDate>,
}

impl Reference {
    fn calendar(&self) -> WorkCalendar {
        let mask: String = self.worked.iter().map(|worked| if *worked { '0' } else { '1' }).collect();
        let week = WorkWeek::from_mask(&mask).expect("a day is worked");
        WorkCalendar::new(week, self.holidays.iter().copied()).with_worked(self.extra.iter().copied())
    }

    fn is_workday(&self, date: NaiveDate) -> bool {
        let is_weekday = self.worked[date.weekday().num_days_from_monday() as usize];
        self.extra.contains(&date) || (is_weekday && !self.holidays.contains(&date))
    }

    fn workday(&self, start: NaiveDate, days: i64) -> Result<NaiveDate, OutOfRange> {
        let (mut date, mut left) = (start, days.abs());
        while left > 0 {
            date = if days < 0 { date - Days::new(1) } else { date + Days::new(1) };
            if date < FIRST_DAY {
                return Err(OutOfRange::TooEarly);
            }
            if date > LAST_DAY {
                return Err(OutOfRange::TooLate);
            }
            left -= i64::from(self.is_workday(date));
        }
        Ok(date)
    }

    fn networkdays(&self, start: NaiveDate, end: NaiveDate) -> i64 {
        let (first, last, sign) = if start <= end { (start, end, 1) } else { (end, start, -1) };
        let dates = first.iter_days().take_while(|date| *date <= last);
        sign * dates.map(|date| i64::from(self.is_workday(date))).sum::<i64>()
    }
}

/// Dates of two years, dense enough for starts, ends and holidays to meet: in the middle of the calendar or
/// at one of its ends.
fn years() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![Just("2025-01-01"), Just("1800-01-01"), Just("2398-01-01")]
        .prop_map(|first| first.parse().expect("a date"))
}

fn within(first: NaiveDate) -> impl Strategy<Value = NaiveDate> {
    (0_u64..730).prop_map(move |days| first + Days::new(days))
}

/// A week, up to forty holidays with repeats and weekends, up to ten days worked whatever they are, and two dates
/// near them.
fn cases() -> impl Strategy<Value = (Reference, NaiveDate, NaiveDate)> {
    let week = any::<[bool; 7]>().prop_filter("a day is worked", |worked| worked.contains(&true));
    (week, years()).prop_flat_map(|(worked, first)| {
        let holidays = prop::collection::vec(within(first), 0..40);
        let extra = prop::collection::vec(within(first), 0..10);
        let reference =
            (holidays, extra).prop_map(move |(holidays, extra)| Reference { worked, holidays, extra });
        (reference, within(first), within(first))
    })
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    let days = NaiveDate::MIN.to_epoch_days()..=NaiveDate::MAX.to_epoch_days();
    let ends = [NaiveDate::MIN, NaiveDate::MAX, FIRST_DAY, LAST_DAY];
    prop_oneof![
        days.prop_map(|day| NaiveDate::from_epoch_days(day).expect("a date")),
        (0_u64..219_000).prop_map(|days| FIRST_DAY + Days::new(days)),
        prop::sample::select(ends.to_vec()),
    ]
}

fn any_days() -> impl Strategy<Value = i64> {
    prop_oneof![any::<i64>(), -300_000..300_000_i64, prop::sample::select(vec![i64::MIN, 0, i64::MAX])]
}

fn config() -> ProptestConfig {
    let named = ProptestConfig::default();
    if env::var_os("PROPTEST_CASES").is_some() { named } else { ProptestConfig { cases: 8_192, ..named } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_engine_equals_counting_day_by_day((days, start, end) in cases(), offset in -400..400_i64) {
        let calendar = days.calendar();
        prop_assert_eq!(calendar.is_workday(start), days.is_workday(start));
        prop_assert_eq!(calendar.workday(start, offset), days.workday(start, offset));
        prop_assert_eq!(calendar.networkdays(start, end), Ok(days.networkdays(start, end)));
    }

    #[test]
    fn a_table_answers_as_its_calendar_within_its_days(
        (days, first, last) in cases(),
        into in 0..730_u64,
        offset in -400..400_i32,
    ) {
        let (first, last) = (first.min(last), first.max(last));
        let calendar = days.calendar();
        let table = DayTable::new(&calendar, first, last).expect("days in order");
        let start = first + Days::new(into);
        let due = calendar.workday(start, offset.into()).ok();
        let is_within = [Some(start), due].into_iter().all(|date| date.is_some_and(|date| first <= date && date <= last));
        prop_assert_eq!(table.workday_date(start, offset), due.filter(|_| is_within));
    }

    #[test]
    fn many_contacts_dated_together_are_each_dated_step_by_step(
        (days, first, last) in cases(),
        waits in prop::collection::vec(0..40_u16, 1..8),
        starts in prop::collection::vec((0..730_u64, prop::option::of((0..9_usize, 0..730_u64))), 0..5),
    ) {
        let calendar = days.calendar();
        let (from, to) = (first.min(last), first.max(last));
        let table = DayTable::new(&calendar, from, to).expect("days in order");
        let number = |after: u64| DayNumber::of(from + Days::new(after));
        let contacts: Vec<_> = starts
            .into_iter()
            .map(|(start, done)| Contact {
                start: number(start),
                done: done.map(|(step, on)| Done { step, on: number(on) }),
            })
            .collect();
        let mut dated = vec![DayNumber::default(); contacts.len() * waits.len()];
        let outcome = Cohort::new(waits.iter().copied()).date(&calendar, &table, &contacts, &mut dated);
        let step_by_step: Result<Vec<_>, _> = contacts
            .iter()
            .flat_map(|contact| {
                let mut from = contact.start.date().expect("a date");
                let done = |step| contact.done.filter(|done| done.step == step);
                let calendar = &calendar;
                waits.iter().enumerate().map(move |(step, wait)| {
                    from = match done(step) {
                        Some(done) => done.on.date().expect("a date"),
                        None => calendar.workday(from, i64::from(*wait))?,
                    };
                    Ok::<_, OutOfRange>(DayNumber::of(from))
                })
            })
            .collect();
        prop_assert_eq!(outcome.map(|()| dated), step_by_step);
    }

    #[test]
    fn the_result_is_a_working_day_unless_no_day_is_counted((days, start, _) in cases(), offset in -400..400_i64) {
        let calendar = days.calendar();
        prop_assert_eq!(calendar.workday(start, 0), Ok(start));
        if let (Ok(due), 1..) = (calendar.workday(start, offset), offset.abs()) {
            prop_assert!(calendar.is_workday(due), "{} is off", due);
            prop_assert_eq!(calendar.day_off(due), None);
        }
    }

    #[test]
    fn counting_on_is_counting_at_once((days, start, _) in cases(), a in 0..400_i64, b in 0..400_i64, sign in prop_oneof![Just(1), Just(-1)]) {
        let calendar = days.calendar();
        let in_two = calendar.workday(start, sign * a).and_then(|date| calendar.workday(date, sign * b));
        prop_assert_eq!(in_two, calendar.workday(start, sign * (a + b)));
    }

    #[test]
    fn the_way_back_from_a_working_day_is_as_long((days, start, _) in cases(), offset in -400..400_i64) {
        let calendar = days.calendar();
        if let (true, Ok(due)) = (calendar.is_workday(start), calendar.workday(start, offset)) {
            prop_assert_eq!(calendar.workday(due, -offset), Ok(start));
        }
    }

    #[test]
    fn networkdays_counts_what_workday_went((days, start, _) in cases(), offset in 1..400_i64) {
        let calendar = days.calendar();
        let and_the_start = i64::from(calendar.is_workday(start));
        if let Ok(due) = calendar.workday(start, offset) {
            prop_assert_eq!(calendar.networkdays(start, due), Ok(offset + and_the_start));
        }
        if let Ok(due) = calendar.workday(start, -offset) {
            prop_assert_eq!(calendar.networkdays(start, due), Ok(-(offset + and_the_start)));
        }
    }

    #[test]
    fn networkdays_the_other_way_round_is_the_negative((days, start, end) in cases()) {
        let calendar = days.calendar();
        let back = calendar.networkdays(end, start).map(|count| if start == end { count } else { -count });
        prop_assert_eq!(calendar.networkdays(start, end), back);
    }

    #[test]
    fn a_date_rolls_to_itself_or_the_working_day_after((days, start, _) in cases()) {
        let calendar = days.calendar();
        let offset = i64::from(!calendar.is_workday(start));
        prop_assert_eq!(calendar.next_workday(start), days.workday(start, offset));
    }

    #[test]
    fn a_further_holiday_never_brings_a_forward_date_nearer((mut days, start, holiday) in cases(), offset in 0..400_i64) {
        let before = days.calendar().workday(start, offset);
        days.holidays.push(holiday);
        match (before, days.calendar().workday(start, offset)) {
            (Ok(before), Ok(after)) => prop_assert!(before <= after, "{} came before {}", after, before),
            (before, after) => prop_assert_eq!(after, Err(OutOfRange::TooLate), "{:?} before", before),
        }
    }

    #[test]
    fn order_and_repeats_of_holidays_change_nothing(
        (days, shuffled) in cases().prop_flat_map(|(days, ..)| {
            let twice = [days.holidays.clone(), days.holidays.clone()].concat();
            (Just(days), Just(twice).prop_shuffle())
        }),
    ) {
        let calendar = days.calendar();
        let shuffled = WorkCalendar::new(calendar.week(), shuffled).with_worked(days.extra);
        prop_assert_eq!(shuffled, calendar);
    }

    #[test]
    fn united_calendars_work_when_each_of_them_does(
        (ours, from, _) in cases(),
        (theirs, ..) in cases(),
    ) {
        let both = [ours.calendar(), theirs.calendar()];
        match WorkCalendar::united(&both) {
            Some(united) => {
                for date in from.iter_days().take(60) {
                    prop_assert_eq!(united.is_workday(date), ours.is_workday(date) && theirs.is_workday(date), "{}", date);
                }
            }
            None => prop_assert!(ours.worked.iter().zip(theirs.worked).all(|(ours, theirs)| !(*ours && theirs))),
        }
    }

    #[test]
    fn no_input_panics(
        (start, end) in (any_date(), any_date()),
        days in any_days(),
        months in any::<i32>(),
        holidays in prop::collection::vec(any_date(), 0..40),
        code in any::<u8>(),
        mask in prop_oneof![any::<String>(), "[01]{7}", "[01x]{6,8}"],
    ) {
        let week = WorkWeek::from_mask(&mask).or(WorkWeek::from_code(code)).unwrap_or_default();
        let calendar = WorkCalendar::new(week, holidays);
        let known = FIRST_DAY..=LAST_DAY;
        let dates = [
            calendar.workday(start, days),
            calendar.next_workday(start),
            after_days(start, days),
            after_months(start, months),
        ];
        for date in dates {
            match date {
                Ok(date) => prop_assert!(known.contains(&date) && known.contains(&start), "{}", date),
                Err(OutOfRange::Given(date)) => prop_assert!(date == start && !known.contains(&start)),
                Err(error) => prop_assert!(known.contains(&error.limit())),
            }
        }
        let both_known = known.contains(&start) && known.contains(&end);
        prop_assert_eq!(calendar.networkdays(start, end).is_ok(), both_known);
        prop_assert_eq!(calendar.is_workday(start), calendar.day_off(start).is_none());
        for day in [Weekday::Mon, Weekday::Sun] {
            if let Ok(toggled) = week.toggled(day) {
                prop_assert_eq!(toggled.toggled(day), Ok(week));
            }
        }
    }
}
