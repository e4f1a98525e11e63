//! Rules one by one. `tests/holiday_sets.rs` compares whole laws.

use super::*;
use Observed::*;

const WEEK: WorkWeek = WorkWeek::MONDAY_TO_FRIDAY;

fn fixed(month: u32, day: u32) -> YearDay {
    YearDay::Fixed { month, day }
}

fn nth(nth: u8, weekday: Weekday, month: u32) -> YearDay {
    YearDay::Nth { nth, weekday, month }
}

fn rule(day: YearDay, observed: Observed) -> HolidayRule {
    HolidayRule { observed, ..HolidayRule::new(day) }
}

/// The working days that the rules take away in a year.
fn days_off(rules: &[HolidayRule], year: i32) -> Vec<String> {
    let holidays = rule_holidays(rules, WEEK, year..=year);
    let dates = holidays.iter().map(|holiday| holiday.date);
    dates.filter(|date| WEEK.is_worked(date.weekday())).map(|date| date.format("%m-%d").to_string()).collect()
}

#[test]
fn a_new_years_day_may_be_kept_in_the_year_before() {
    let new_year = [rule(fixed(1, 1), NearestWeekday)]; // a Saturday in 2022
    assert_eq!([2021, 2022].map(|year| days_off(&new_year, year).join(" ")), ["01-01 12-31", ""]);
}

#[test]
fn two_days_off_in_a_row_are_kept_on_two_working_days() {
    let christmas = [rule(fixed(12, 25), NextWorkday), rule(fixed(12, 26), NextWorkday)];
    // From a Saturday, from a Sunday, and with only the second on a Saturday.
    let kept = [2021, 2022, 2026].map(|year| days_off(&christmas, year).join(" "));
    assert_eq!(kept, ["12-27 12-28", "12-26 12-27", "12-25 12-28"]);
}

#[test]
fn a_weekday_is_found_before_and_from_a_date_on() {
    let repentance = YearDay::Before { weekday: Weekday::Wed, month: 11, day: 23 }; // Buß- und Bettag in Saxony
    let midsummer = YearDay::OnOrAfter { weekday: Weekday::Sat, month: 6, day: 20 }; // Sweden
    let dates = |day: YearDay| [2022, 2026, 2027].map(|year| day.in_year(year).unwrap().to_string());
    assert_eq!(dates(repentance), ["2022-11-16", "2026-11-18", "2027-11-17"]);
    assert_eq!(dates(midsummer), ["2022-06-25", "2026-06-20", "2027-06-26"]);
}

#[test]
fn days_hang_on_either_easter() {
    let good_friday = |easter| YearDay::FromEaster(easter, -2).in_year(2026).unwrap().to_string();
    assert_eq!(good_friday(Easter::Western), "2026-04-03");
    assert_eq!(good_friday(Easter::Orthodox), "2026-04-10");
}

#[test]
fn a_day_that_a_year_lacks_is_left_out() {
    assert_eq!(days_off(&[HolidayRule::new(fixed(2, 29))], 2027), Vec::<String>::new());
    assert_eq!(days_off(&[HolidayRule::new(fixed(2, 29))], 2028), ["02-29"]);
    assert_eq!(nth(5, Weekday::Mon, 2).in_year(2026), None);
    assert_eq!(nth(0, Weekday::Mon, 2).in_year(2026), None);
    assert_eq!(fixed(13, 1).in_year(2026), None);
    assert_eq!(YearDay::Last { weekday: Weekday::Mon, month: 13 }.in_year(2026), None);
    assert_eq!(YearDay::Before { weekday: Weekday::Mon, month: 2, day: 30 }.in_year(2026), None);
}

#[test]
fn a_holiday_is_held_in_its_years_only() {
    let once = HolidayRule { years: 2023..=2023, ..HolidayRule::new(fixed(5, 8)) };
    let held = [2022, 2023, 2024].map(|year| days_off(std::slice::from_ref(&once), year).len());
    assert_eq!(held, [0, 1, 0]);
}

#[test]
fn each_policy_moves_its_own_weekdays() {
    // 4 July is a Saturday in 2026 and a Sunday in 2027.
    let kept = |observed| [2026, 2027].map(|year| days_off(&[rule(fixed(7, 4), observed)], year).join(" "));
    assert_eq!(kept(Lost), ["", ""]);
    assert_eq!(kept(SaturdayToFriday), ["07-03", ""]);
    assert_eq!(kept(SundayToMonday), ["", "07-05"]);
    assert_eq!(kept(NearestWeekday), ["07-03", "07-05"]);
    assert_eq!(kept(NextWorkday), ["07-06", "07-05"]);
}

#[test]
fn a_saturday_that_is_worked_is_no_reason_to_move_a_holiday() {
    let six_days = WorkWeek::from_mask("0000001").unwrap();
    let holidays = rule_holidays(&[rule(fixed(7, 4), NearestWeekday)], six_days, 2026..=2026);
    assert_eq!(holidays.iter().map(|holiday| holiday.date.to_string()).collect::<Vec<_>>(), ["2026-07-04"]);
}

#[test]
fn a_holiday_is_not_kept_on_a_day_that_is_off_by_another_list() {
    let taken: NaiveDate = "2026-12-28".parse().unwrap();
    let rules = [rule(fixed(12, 27), NextWorkday)]; // a Sunday
    let holidays = rule_holidays_beside(&rules, WEEK, |day| day == taken, 2026..=2026);
    assert_eq!(holidays.last().map(|holiday| holiday.date.to_string()).as_deref(), Some("2026-12-29"));
}

#[track_caller]
fn comes_again(date: &str, ways: &[YearDay]) {
    assert_eq!(YearDay::of(date.parse().unwrap()), ways, "{date}");
}

#[test]
fn a_date_says_in_which_ways_it_can_come_again() {
    let last = |weekday, month| YearDay::Last { weekday, month };
    comes_again("2026-11-26", &[fixed(11, 26), nth(4, Weekday::Thu, 11), last(Weekday::Thu, 11)]);
    comes_again("2026-08-31", &[fixed(8, 31), last(Weekday::Mon, 8)]);
    comes_again(
        "2028-02-29",
        &[
            fixed(2, 29),
            last(Weekday::Tue, 2),
            YearDay::FromEaster(Easter::Western, -47),
            YearDay::FromEaster(Easter::Orthodox, -47),
        ],
    );
    comes_again(
        "2026-04-06",
        &[
            fixed(4, 6),
            nth(1, Weekday::Mon, 4),
            YearDay::FromEaster(Easter::Western, 1),
            YearDay::FromEaster(Easter::Orthodox, -6),
        ],
    );
}

#[test]
fn the_next_leap_day_may_be_eight_years_away() {
    let next = |from: &str| fixed(2, 29).next_from(from.parse().unwrap()).map(|day| day.to_string());
    assert_eq!(next("2028-02-29").as_deref(), Some("2028-02-29"));
    assert_eq!(next("2096-03-01").as_deref(), Some("2104-02-29"));
    assert_eq!(next("2399-01-01"), None);
}

#[test]
fn a_day_that_no_year_has_does_not_exist() {
    assert!(fixed(2, 29).exists() && nth(5, Weekday::Mon, 2).exists());
    let never = [
        fixed(2, 30),
        fixed(0, 1),
        nth(0, Weekday::Mon, 2),
        nth(6, Weekday::Mon, 2),
        YearDay::Last { weekday: Weekday::Mon, month: 13 },
        YearDay::Before { weekday: Weekday::Mon, month: 4, day: 31 },
        YearDay::FromEaster(Easter::Western, 71),
        YearDay::FromEaster(Easter::Western, i16::MIN),
    ];
    assert_eq!(never.map(YearDay::exists), [false; 8]);
}

#[test]
fn the_day_itself_and_the_day_it_is_kept_are_told_apart() {
    let holidays = rule_holidays(&[rule(fixed(7, 4), NearestWeekday)], WEEK, 2026..=2026);
    let told = holidays.iter().map(|holiday| (holiday.date.day(), holiday.rule, holiday.is_observed));
    assert_eq!(told.collect::<Vec<_>>(), [(3, 0, true), (4, 0, false)]);
}

#[test]
fn years_beyond_the_calendar_have_no_holidays() {
    let rules = [rule(fixed(12, 31), NextWorkday), rule(YearDay::FromEaster(Easter::Orthodox, 49), Lost)];
    assert_eq!(rule_holidays(&rules, WEEK, i32::MIN..=i32::MAX).len(), 600 * 2 + unlucky_years());
    assert_eq!(rule_holidays(&rules, WEEK, 2400..=i32::MAX), []);
    #[expect(clippy::reversed_empty_ranges, reason = "no years at all")]
    let none = rule_holidays(&rules, WEEK, 2030..=2020);
    assert_eq!(none, []);
    assert_eq!(fixed(1, 1).in_year(2400), None);
}

/// Years whose last day is on a weekend and is kept in the year after, as long as the calendar has one.
fn unlucky_years() -> usize {
    let last_days = (1800..2399).filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    last_days.filter(|date| !WEEK.is_worked(date.weekday())).count()
}
