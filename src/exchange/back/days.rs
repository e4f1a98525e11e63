//! Days as people write them into cells: `2026-11-17`, `17.11.2026`, `Nov 17, 2026`, `17 Nov`, or the number under which a
//! spreadsheet keeps them. What could be two days is none.

use chrono::{Days, Months, NaiveDate};

use crate::calendar::iso_date;
use crate::plan::{Plan, StepId};
use crate::words;
use crate::workshop::{Kind, Setting, read_wait};

/// Which year is meant where none is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// The last one in which the day is over, or today.
    Past,
    /// The next one in which it is still to come, or today.
    Ahead,
    /// Nobody can tell.
    Open,
}

/// The day a cell says to somebody who reads it today.
///
/// # Errors
/// Why it says none, as it goes before “so this stays as it is”.
pub fn day(cell: &str, year: Year, today: NaiveDate) -> Result<NaiveDate, String> {
    read(cell, year, today).and_then(|day| if is_nought(day) { Err(words::no_day(cell)) } else { Ok(day) })
}

/// The day a cell says, none where it says nothing: spreadsheets keep an empty date as nought, and show the day that their
/// counting begins with.
///
/// # Errors
/// As [`day`].
pub fn optional_day(cell: &str, year: Year, today: NaiveDate) -> Result<Option<NaiveDate>, String> {
    let text = without_time(cell.trim());
    let is_less_than_a_day = text.parse::<f64>().is_ok_and(|number| (0.0..1.0).contains(&number));
    if matches!(text, "" | "1900-01-00" | "00:00" | "00:00:00") || is_less_than_a_day {
        return Ok(None);
    }
    read(cell, year, today).map(|day| Some(day).filter(|day| !is_nought(*day)))
}

/// Whether a day is one of those with which spreadsheets begin to count.
fn is_nought(day: NaiveDate) -> bool {
    (NaiveDate::from_ymd_opt(1899, 12, 29)..=NaiveDate::from_ymd_opt(1900, 1, 1)).contains(&Some(day))
}

fn read(cell: &str, year: Year, today: NaiveDate) -> Result<NaiveDate, String> {
    let cell = without_time(cell.trim());
    if let Some(day) = iso_date(cell).or_else(|| numbered(cell)) {
        return Ok(day);
    }
    // The day a year ago is this year's as well.
    let a_year_ago =
        today.checked_sub_months(Months::new(12)).and_then(|day| day.succ_opt()).unwrap_or(today);
    match year {
        Year::Past => written(cell, a_year_ago),
        Year::Ahead => written(cell, today),
        Year::Open => {
            let next = written(cell, today)?;
            if written(cell, a_year_ago)? == next { Ok(next) } else { Err(words::no_year(cell)) }
        }
    }
}

/// `2026-11-17 00:00:00` and `2026-11-17T09:30` without the time of the day.
fn without_time(cell: &str) -> &str {
    match cell.split_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') && (iso_date(day).is_some() || day == "1900-01-00") => day,
        _ => cell,
    }
}

/// The day that a spreadsheet keeps under a number, of this century.
fn numbered(cell: &str) -> Option<NaiveDate> {
    const FROM: u64 = 36_526;
    const TO: u64 = 73_050;
    let whole = cell.split_once('.').map_or(cell, |(whole, _)| whole);
    let number =
        whole.parse().ok().filter(|number| (FROM..=TO).contains(number) && cell.parse::<f64>().is_ok())?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number))
}

/// A day in words or digits, read as in a wait; without a year the next one from a day on.
fn written(cell: &str, from: NaiveDate) -> Result<NaiveDate, String> {
    // `17-Nov-2026`
    let has_name = cell.chars().any(char::is_alphabetic);
    let text = if has_name { cell.replace('-', " ") } else { cell.to_owned() };
    let plan = Plan::blank();
    let setting = Setting { plan: &plan, step: StepId(plan.next_id()), today: from };
    match read_wait(&text, setting) {
        Ok(reading) => reading.day().ok_or_else(|| words::no_day(cell)),
        Err(problem) if problem.kind == Kind::AmbiguousDate => Err(words::two_days(cell)),
        Err(_) => Err(words::no_day(cell)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn told(cell: &str, year: Year) -> Result<NaiveDate, String> {
        day(cell, year, date("2026-12-10"))
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for cell in [
            "2026-11-17",
            "2026-11-17 00:00:00",
            "2026-11-17T09:30",
            "17.11.2026",
            "17/11/2026",
            "11/17/2026",
            "17 Nov 2026",
            "17-Nov-2026",
            "17 November 2026",
            "Nov 17, 2026",
            "Tue 17 Nov 2026",
            "46343",
            "46343.5",
        ] {
            for year in [Year::Past, Year::Ahead, Year::Open] {
                assert_eq!(told(cell, year), Ok(date("2026-11-17")), "{cell}");
            }
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_last_or_the_next_one() {
        assert_eq!(told("17 Nov", Year::Past), Ok(date("2026-11-17")));
        assert_eq!(told("17 Nov", Year::Ahead), Ok(date("2027-11-17")));
        assert_eq!(told("10 Dec", Year::Past), Ok(date("2026-12-10")));
        assert_eq!(told("10 Dec", Year::Ahead), Ok(date("2026-12-10")));
        assert_eq!(told("11 Dec", Year::Past), Ok(date("2025-12-11")));
        let why = "“17 Nov” does not say which year (write it like 2026-12-31)";
        assert_eq!(told("17 Nov", Year::Open), Err(why.to_owned()));
    }

    #[test]
    fn what_could_be_two_days_or_is_none_is_not_read() {
        for cell in ["3/4/2026", "03-04-2026", "17.11.26"] {
            let why = told(cell, Year::Past).unwrap_err();
            assert!(why.contains("two different days"), "{why}");
        }
        for cell in ["", "soon", "31.11.2026", "3 days", "12", "99999", "Monday", "2026-13-01"] {
            assert!(told(cell, Year::Past).is_err(), "{cell}");
        }
    }

    #[test]
    fn what_spreadsheets_keep_for_an_empty_date_is_no_day() {
        let today = date("2026-12-10");
        for cell in [
            "",
            "0",
            "0.0",
            "0.25",
            "00:00",
            "1899-12-30",
            "1899-12-31 00:00:00",
            "1900-01-00",
            "1900-01-01",
            "30.12.1899",
        ] {
            assert_eq!(optional_day(cell, Year::Past, today), Ok(None), "{cell}");
            assert!(day(cell, Year::Open, today).is_err(), "{cell}");
        }
        assert_eq!(optional_day("1900-01-02", Year::Past, today), Ok(Some(date("1900-01-02"))));
        assert!(optional_day("-1", Year::Past, today).is_err());
    }
}
