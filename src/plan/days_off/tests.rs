//! Days off that come again every year, and days worked in exchange for holidays (B13).

use chrono::{NaiveDate, Weekday};

use crate::calendar::{DayOff, Easter, Observed, WorkWeek, YearDay};
use crate::plan::{Closure, Edit, EditError, Flaw, Holiday, HolidaySet, Limit, Line, Plan, YearlyClosure};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn fixed(month: u32, day: u32) -> YearDay {
    YearDay::Fixed { month, day }
}

fn yearly(name: &str, day: YearDay, days: u16, observed: Observed) -> YearlyClosure {
    YearlyClosure { name: Line::fitted(name), day, days, observed }
}

#[track_caller]
fn with(edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap())
}

/// The days of some that are off on a worked weekday.
fn off<'a>(plan: &Plan, days: &[&'a str]) -> Vec<&'a str> {
    let calendar = plan.calendar();
    let is_off = |day: &&&str| calendar.day_off(date(day)) == Some(DayOff::Holiday);
    days.iter().filter(is_off).copied().collect()
}

#[test]
fn a_day_of_every_year_is_off_in_every_year_of_the_calendar() {
    let founders = yearly("Founders' day", fixed(3, 4), 1, Observed::Lost);
    let plan = with([Edit::AddYearlyClosure(founders.clone())]);
    let days = ["1801-03-04", "2026-03-04", "2027-03-04", "2031-03-04", "2399-03-04"];
    assert_eq!(off(&plan, &days), days);
    assert_eq!(plan.day_off_name(date("2031-03-04"), None), Some("Founders' day"));
    let without = plan.edited(Edit::RemoveYearlyClosure(founders)).unwrap();
    assert_eq!(without, Plan::blank());
}

#[test]
fn a_weekday_of_a_month_and_a_day_after_easter_come_every_year() {
    let fair = YearDay::Nth { nth: 4, weekday: Weekday::Thu, month: 11 };
    let monday = YearDay::FromEaster(Easter::Western, 1);
    let add = |day| Edit::AddYearlyClosure(yearly("", day, 1, Observed::Lost));
    let plan = with([add(fair), add(monday)]);
    let days = ["2026-11-26", "2027-11-25", "2028-11-23", "2026-04-06", "2027-03-29", "2026-11-25"];
    assert_eq!(off(&plan, &days), days[..5]);
}

#[test]
fn a_time_closed_every_year_reaches_over_the_turn_of_the_year() {
    let week = yearly("Between the years", fixed(12, 24), 9, Observed::Lost);
    let plan = with([Edit::AddYearlyClosure(week)]);
    let days =
        ["2026-12-23", "2026-12-24", "2026-12-31", "2027-01-01", "2027-01-04", "2028-12-29", "1800-01-01"];
    assert_eq!(off(&plan, &days), ["2026-12-24", "2026-12-31", "2027-01-01", "2028-12-29"]);
    assert_eq!(plan.day_off_name(date("2027-01-01"), None), Some("Between the years"));
}

#[test]
fn a_single_day_on_a_weekend_is_kept_as_its_policy_says() {
    // 4 July is a Saturday in 2026 and a Sunday in 2027.
    let days = ["2026-07-03", "2026-07-06", "2027-07-05", "2027-07-06"];
    let kept = |observed| {
        let plan = with([Edit::AddYearlyClosure(yearly("Day", fixed(7, 4), 1, observed))]);
        let kept = off(&plan, &days);
        assert!(kept.iter().all(|day| plan.day_off_name(date(day), None) == Some("Day")), "{kept:?}");
        kept
    };
    assert_eq!(kept(Observed::Lost), [""; 0]);
    assert_eq!(kept(Observed::NearestWeekday), ["2026-07-03", "2027-07-05"]);
    assert_eq!(kept(Observed::SundayToMonday), ["2027-07-05"]);
    assert_eq!(kept(Observed::NextWorkday), ["2026-07-06", "2027-07-05"]);
}

#[test]
fn a_day_is_not_kept_on_one_that_is_off_already() {
    let holiday = Holiday { date: date("2026-07-06"), name: Line::default() };
    let day = yearly("Day", fixed(7, 4), 1, Observed::NextWorkday);
    let plan = with([Edit::AddHoliday(holiday), Edit::AddYearlyClosure(day)]);
    assert_eq!(plan.day_off_name(date("2026-07-07"), None), Some("Day"));
    assert_eq!(off(&plan, &["2026-07-06", "2026-07-07", "2026-07-08"]), ["2026-07-06", "2026-07-07"]);
}

#[test]
fn a_yearly_closure_that_cannot_be_is_refused() {
    let bad = [
        yearly("", fixed(2, 30), 1, Observed::Lost),
        yearly("", fixed(1, 1), 0, Observed::Lost),
        yearly("", fixed(1, 1), YearlyClosure::MAX_DAYS + 1, Observed::Lost),
        yearly("", fixed(1, 1), 2, Observed::NextWorkday),
    ];
    for yearly in bad {
        let outcome = Plan::blank().edited(Edit::AddYearlyClosure(yearly.clone()));
        assert_eq!(outcome, Err(EditError::Illegal(Flaw::YearlyClosure(0))), "{yearly:?}");
    }
}

#[test]
fn the_same_yearly_closure_is_there_once_and_only_so_many_fit() {
    let day = |month, day| Edit::AddYearlyClosure(yearly("", fixed(month, day), 1, Observed::Lost));
    assert_eq!(with([day(1, 1), day(1, 1)]).yearly_closures.len(), 1);
    let most = u32::try_from(Limit::YearlyClosures.max()).unwrap();
    let full = with((1..=most).map(|at| day(1, at)));
    let crowded = full.edited(day(2, 1));
    assert_eq!(crowded, Err(EditError::Illegal(Flaw::TooMany(Limit::YearlyClosures))));
}

fn china(worked: &[&str]) -> HolidaySet {
    HolidaySet {
        code: Line::fitted("CN"),
        name: Line::fitted("China"),
        through: 2026,
        days: vec![Holiday { date: date("2026-02-20"), name: Line::fitted("Day off") }],
        worked: worked.iter().map(|day| date(day)).collect(),
    }
}

#[test]
fn days_worked_in_exchange_come_and_go_with_their_set() {
    let saturday = date("2026-02-14");
    let plan = with([Edit::TakeHolidays(china(&["2026-02-14"]))]);
    assert!(plan.calendar().is_workday(saturday));
    assert_eq!(plan.worked, []);
    let dropped = plan.edited(Edit::DropHolidays(Line::fitted("CN"))).unwrap();
    assert!(!dropped.calendar().is_workday(saturday));
}

#[test]
fn a_day_worked_in_exchange_is_off_where_something_else_says_so() {
    let take = || Edit::TakeHolidays(china(&["2026-02-14"]));
    let holiday = Holiday { date: date("2026-02-14"), name: Line::fitted("Carnival") };
    let closed =
        Closure { first: date("2026-02-13"), last: date("2026-02-16"), name: Line::default(), who: None };
    for other in [Edit::AddHoliday(holiday), Edit::AddClosure(closed)] {
        assert!(!with([take(), other]).calendar().is_workday(date("2026-02-14")));
    }
}

#[test]
fn days_worked_in_exchange_are_in_order_one_each() {
    let unordered = Plan::blank().edited(Edit::TakeHolidays(china(&["2026-02-28", "2026-02-14"])));
    assert_eq!(unordered, Err(EditError::Illegal(Flaw::HolidaysUnordered)));
}

#[test]
fn the_week_decides_which_days_are_moved() {
    let six_days = WorkWeek::from_mask("0000001").unwrap();
    let day = yearly("Day", fixed(7, 4), 1, Observed::NearestWeekday);
    let plan = with([Edit::WorkWeek(six_days), Edit::AddYearlyClosure(day)]);
    assert_eq!(off(&plan, &["2026-07-03", "2026-07-04", "2027-07-05"]), ["2026-07-04", "2027-07-05"]);
}
