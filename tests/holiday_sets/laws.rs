//! What the ready sets say, beside what the laws of some countries say.

use chrono::Weekday;
use followthrough::calendar::{Easter, HolidayRule, Observed, Observed::*, WorkWeek, YearDay, rule_holidays};

use super::*;

fn fixed(month: u32, day: u32) -> YearDay {
    YearDay::Fixed { month, day }
}

fn easter(days: i16) -> YearDay {
    YearDay::FromEaster(Easter::Western, days)
}

fn nth(nth: u8, weekday: Weekday, month: u32) -> YearDay {
    YearDay::Nth { nth, weekday, month }
}

fn last(weekday: Weekday, month: u32) -> YearDay {
    YearDay::Last { weekday, month }
}

fn rule(day: YearDay, observed: Observed) -> HolidayRule {
    HolidayRule { observed, ..HolidayRule::new(day) }
}

fn from_year(year: i32, rule: HolidayRule) -> HolidayRule {
    HolidayRule { years: year..=i32::MAX, ..rule }
}

/// The set and the rules agree but for these dates, of which the former are only in the set and the latter only
/// by the rules. Sundays are left out: some sets name Easter Sunday, none changes a date by it.
#[track_caller]
fn check(code: &str, rules: &[HolidayRule], only_in_the_set: &[&str], only_by_the_rules: &[&str]) {
    let weekday = |date: &NaiveDate| chrono::Datelike::weekday(date) != Weekday::Sun;
    let in_years = |date: &NaiveDate| YEARS.contains(&chrono::Datelike::year(date));
    let set: BTreeSet<_> = set(code).into_iter().filter(weekday).filter(in_years).collect();
    let by_rules = rule_holidays(rules, WorkWeek::MONDAY_TO_FRIDAY, YEARS);
    let by_rules: BTreeSet<_> = by_rules.into_iter().map(|holiday| holiday.date).filter(weekday).collect();
    let told = |days: Vec<&NaiveDate>| days.into_iter().map(NaiveDate::to_string).collect::<Vec<_>>();
    assert_eq!(told(set.difference(&by_rules).collect()), only_in_the_set, "{code}: only in the set");
    assert_eq!(told(by_rules.difference(&set).collect()), only_by_the_rules, "{code}: only by the rules");
    assert!(set.len() > 100, "{code}: {} days compared", set.len());
}

/// 5 U.S.C. 6103.
#[test]
fn the_united_states_agree_with_their_law() {
    let rules = [
        rule(fixed(1, 1), NearestWeekday),
        rule(nth(3, Weekday::Mon, 1), Lost),
        rule(nth(3, Weekday::Mon, 2), Lost),
        rule(last(Weekday::Mon, 5), Lost),
        from_year(2021, rule(fixed(6, 19), NearestWeekday)),
        rule(fixed(7, 4), NearestWeekday),
        rule(nth(1, Weekday::Mon, 9), Lost),
        rule(nth(2, Weekday::Mon, 10), Lost),
        rule(fixed(11, 11), NearestWeekday),
        rule(nth(4, Weekday::Thu, 11), Lost),
        rule(fixed(12, 25), NearestWeekday),
    ];
    check("US", &rules, &[], &[]);
}

/// The Banking and Financial Dealings Act 1971, and the days proclaimed each year.
#[test]
fn england_agrees_with_its_law_but_for_the_days_proclaimed_once() {
    let rules = [
        rule(fixed(1, 1), NextWorkday),
        rule(easter(-2), Lost),
        rule(easter(1), Lost),
        rule(nth(1, Weekday::Mon, 5), Lost),
        rule(last(Weekday::Mon, 5), Lost),
        rule(last(Weekday::Mon, 8), Lost),
        rule(fixed(12, 25), NextWorkday),
        rule(fixed(12, 26), NextWorkday),
    ];
    // Victory in Europe, the Platinum Jubilee with the day moved to it, a state funeral, a coronation.
    let once = ["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"];
    check("GB-ENG", &rules, &once, &["2020-05-04", "2022-05-30"]);
}

/// The holiday laws of the sixteen states, with the days they share.
#[test]
fn the_german_states_agree_with_their_laws_but_for_the_days_kept_once() {
    let epiphany = || rule(fixed(1, 6), Lost);
    let womens_day = |year| from_year(year, rule(fixed(3, 8), Lost));
    let corpus_christi = || rule(easter(60), Lost);
    let assumption = || rule(fixed(8, 15), Lost);
    let reformation = || rule(fixed(10, 31), Lost);
    let all_saints = || rule(fixed(11, 1), Lost);
    let repentance = || rule(YearDay::Before { weekday: Weekday::Wed, month: 11, day: 23 }, Lost);
    let children = || rule(fixed(9, 20), Lost);
    let states = [
        ("DE-BB", vec![reformation()]),
        ("DE-BE", vec![womens_day(2019)]),
        ("DE-BW", vec![epiphany(), corpus_christi(), all_saints()]),
        ("DE-BY", vec![epiphany(), corpus_christi(), all_saints()]),
        ("DE-HB", vec![reformation()]),
        ("DE-HE", vec![corpus_christi()]),
        ("DE-HH", vec![reformation()]),
        ("DE-MV", vec![womens_day(2023), reformation()]),
        ("DE-NI", vec![reformation()]),
        ("DE-NW", vec![corpus_christi(), all_saints()]),
        ("DE-RP", vec![corpus_christi(), all_saints()]),
        ("DE-SH", vec![reformation()]),
        ("DE-SL", vec![corpus_christi(), assumption(), all_saints()]),
        ("DE-SN", vec![reformation(), repentance()]),
        ("DE-ST", vec![epiphany(), reformation()]),
        ("DE-TH", vec![children(), reformation()]),
    ];
    let shared = [fixed(1, 1), easter(-2), easter(1), fixed(5, 1), easter(39), easter(50), fixed(10, 3)];
    let shared = shared.into_iter().chain([fixed(12, 25), fixed(12, 26)]).map(HolidayRule::new);
    for (state, own) in states {
        let rules: Vec<_> = shared.clone().chain(own).collect();
        // Berlin: the end of the war, 75 and 80 years on, and the rising of 17 June, 75 years on.
        let once: &[&str] = if state == "DE-BE" { &["2020-05-08", "2025-05-08", "2028-06-17"] } else { &[] };
        check(state, &rules, once, &[]);
    }
}

/// Days that hang on orthodox Easter: Clean Monday, Good Friday, Easter Monday, Whit Monday.
#[test]
fn greece_keeps_the_days_of_orthodox_easter() {
    let set = set("GR");
    for days in [-48, -2, 1, 50] {
        for year in YEARS {
            let day = YearDay::FromEaster(Easter::Orthodox, days).in_year(year).unwrap();
            assert!(set.contains(&day), "{day}, {days} days from Easter");
        }
    }
}
