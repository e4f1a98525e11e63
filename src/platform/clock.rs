//! The clock.

use chrono::NaiveDate;
use js_sys::Date;

/// Today's date where the person is. The only use of the browser's own dates: all others are civil.
pub fn today() -> NaiveDate {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(0);
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}
