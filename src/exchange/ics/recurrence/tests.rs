//! The examples of RFC 5545, 3.8.5.3, as far as whole days go, and what it leaves open.

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn starts(rule: &str, first: &str, until_year: i32) -> Vec<String> {
    let rule = Rule::read(rule).unwrap_or_else(|| panic!("{rule}"));
    let until = rule.until.map(|until| until.date);
    let within = date(first)..=NaiveDate::from_ymd_opt(until_year, 12, 31).unwrap();
    let found = rule.starts(date(first), until, &within, &mut Budget::new(100_000)).unwrap();
    found.iter().map(NaiveDate::to_string).collect()
}

#[track_caller]
fn check(rule: &str, first: &str, expected: &[&str]) {
    let found = starts(rule, first, 2007);
    assert!(found.len() >= expected.len(), "{rule}: {found:?}");
    assert_eq!(&found[..expected.len()], expected, "{rule}");
}

#[track_caller]
fn check_all(rule: &str, first: &str, expected: &[&str]) {
    assert_eq!(starts(rule, first, 2030), expected, "{rule}");
}

#[test]
fn days_come_again() {
    check_all("FREQ=DAILY;COUNT=3", "1997-09-02", &["1997-09-02", "1997-09-03", "1997-09-04"]);
    check_all("FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02", &["1997-09-02", "1997-09-12", "1997-09-22"]);
    check("FREQ=DAILY;INTERVAL=2;UNTIL=19970906", "1997-09-02", &["1997-09-02", "1997-09-04", "1997-09-06"]);
    assert_eq!(starts("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01", 2007).len(), 93);
    assert_eq!(
        starts("FREQ=YEARLY;UNTIL=20000131;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", "1998-01-01", 2007).len(),
        93
    );
}

#[test]
fn weeks_begin_where_it_is_said() {
    let first = "1997-08-05";
    let from = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=";
    check_all(&format!("{from}MO"), first, &["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]);
    check_all(&format!("{from}SU"), first, &["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]);
    check_all(
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=4;BYDAY=TU,TH",
        "1997-09-02",
        &["1997-09-02", "1997-09-04", "1997-09-16", "1997-09-18"],
    );
}

#[test]
fn months_have_nth_weekdays_and_last_days() {
    check("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", &["1997-09-05", "1997-10-03", "1997-11-07"]);
    check(
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "1997-09-07",
        &["1997-09-07", "1997-09-28", "1997-11-02", "1997-11-30"],
    );
    check("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", &["1997-09-22", "1997-10-20", "1997-11-17"]);
    check(
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        "1997-09-28",
        &["1997-09-28", "1997-10-29", "1997-11-28", "1997-12-29", "1998-01-29", "1998-02-26"],
    );
    check(
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "1997-09-30",
        &["1997-09-30", "1997-10-01", "1997-10-31", "1997-11-01"],
    );
    check(
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "1997-09-02",
        &["1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"],
    );
    check(
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        "1997-09-04",
        &["1997-09-04", "1997-10-07", "1997-11-06"],
    );
    check(
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "1997-09-29",
        &["1997-09-29", "1997-10-30", "1997-11-27"],
    );
    check_all("FREQ=MONTHLY;COUNT=3", "1997-01-31", &["1997-01-31", "1997-03-31", "1997-05-31"]);
    check(
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "1997-09-13",
        &["1997-09-13", "1997-10-11", "1997-11-08"],
    );
}

#[test]
fn years_have_months_weeks_and_days() {
    check("FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10", &["1997-06-10", "1997-07-10", "1998-06-10"]);
    check(
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "1997-01-01",
        &["1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01", "2000-04-09", "2000-07-18"],
    );
    check("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", &["1997-05-19", "1998-05-18", "1999-05-17"]);
    check("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", &["1997-05-12", "1998-05-11", "1999-05-17"]);
    check(
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "1997-03-13",
        &["1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05"],
    );
    check(
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "1996-11-05",
        &["1996-11-05", "2000-11-07", "2004-11-02"],
    );
    check("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "1997-11-27", &["1997-11-27", "1998-11-26"]);
    check("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "1997-10-26", &["1997-10-26", "1998-10-25"]);
    check("FREQ=YEARLY", "1996-02-29", &["1996-02-29", "2000-02-29", "2004-02-29"]);
    // The last week of a year may begin the next.
    check("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=WE", "1997-12-24", &["1997-12-24", "1998-12-30", "1999-12-29"]);
}

#[test]
fn positions_are_those_of_the_whole_first_period() {
    check("FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=2", "1997-09-05", &["1997-09-05", "1997-09-12"]);
    check("FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1", "1997-09-05", &["1997-09-08", "1997-09-15"]);
}

#[test]
fn weekdays_with_and_without_a_number_are_both_meant() {
    check("FREQ=MONTHLY;BYDAY=1MO,TU", "1997-09-01", &["1997-09-01", "1997-09-02", "1997-09-09"]);
}

#[test]
fn a_rule_is_entered_in_the_middle_and_finds_the_same() {
    for rule in [
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;INTERVAL=3;COUNT=900",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=130",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=SU",
        "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31,-1",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=3,11",
        "FREQ=YEARLY;BYMONTH=3,11;COUNT=17",
    ] {
        let (rule, first) = (Rule::read(rule).unwrap(), date("1997-09-03"));
        let found = |from: NaiveDate| {
            rule.starts(first, None, &(from..=date("2007-12-31")), &mut Budget::new(100_000)).unwrap()
        };
        let all = found(first);
        for from in date("2003-12-20").iter_days().take(40) {
            let expected: Vec<_> = all.iter().copied().filter(|day| *day >= from).collect();
            assert_eq!(found(from), expected, "{rule:?} from {from}");
        }
    }
}

#[test]
fn what_is_no_rule_of_whole_days_is_refused() {
    for rule in [
        "",
        "FREQ=HOURLY",
        "FREQ=SOMETIMES",
        "BYMONTH=1",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYDAY=XX",
        "FREQ=YEARLY;BYDAY=0MO",
        "FREQ=YEARLY;INTERVAL=0",
        "FREQ=YEARLY;COUNT=0",
        "FREQ=YEARLY;COUNT=-1",
        "FREQ=YEARLY;UNTIL=never",
        "FREQ=YEARLY;BYHOUR=9",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=YEARLY;BYMONTH",
        "FREQ=YEARLY;RSCALE=HEBREW",
        "FREQ=YEARLY;BYMONTH=-1",
    ] {
        assert_eq!(Rule::read(rule), None, "{rule}");
    }
    let odd = Rule::read(" freq=yearly ; wkst=mo;interval=1;;BYHOUR=0;COUNT=99999999999999999999").unwrap();
    assert_eq!(odd.count, Some(i64::MAX.unsigned_abs()));
}

#[test]
fn a_rule_that_never_comes_or_takes_too_long_ends() {
    let never = Rule::read("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").unwrap();
    let within = date("2026-01-01")..=date("2041-12-31");
    assert_eq!(never.starts(date("1800-01-01"), None, &within, &mut Budget::new(1000)), Ok(Vec::new()));
    let long = Rule::read("FREQ=DAILY;BYMONTH=1;COUNT=9999999").unwrap();
    assert_eq!(long.starts(date("1800-01-01"), None, &within, &mut Budget::new(1000)), Err(Exhausted));
    let far = Rule::read("FREQ=YEARLY;INTERVAL=9223372036854775807").unwrap();
    let once = far.starts(date("2026-05-01"), None, &within, &mut Budget::new(1000));
    assert_eq!(once, Ok(vec![date("2026-05-01")]));
}
