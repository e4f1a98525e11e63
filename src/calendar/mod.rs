//! Working days: which days are worked, and what date is so many of them away.
//!
//! A [`WorkWeek`] says which weekdays are worked, a [`WorkCalendar`] adds the holidays and counts. Both
//! answer exactly as the spreadsheet functions `WORKDAY.INTL` and `NETWORKDAYS.INTL` are defined in
//! ECMA-376 Part 1, 18.17.7 (facts B11 to B14), so that a sheet and this planner never disagree.
//!
//! ```
//! use chrono::NaiveDate;
//! use followthrough::calendar::{WorkCalendar, WorkWeek};
//!
//! let day = |d| NaiveDate::from_ymd_opt(2026, 9, d).unwrap();
//! let labor_day = day(7);
//! let calendar = WorkCalendar::new(WorkWeek::MONDAY_TO_FRIDAY, [labor_day]);
//! assert_eq!(calendar.workday(day(3), 3), Ok(day(9)));
//! ```
//!
//! A [`HolidayRule`] is a holiday of every year. A [`DayTable`] lays the working days of some years out in
//! advance, for dating many things at once.
//!
//! Units are whole days of the proleptic Gregorian calendar, from [`FIRST_DAY`] to [`LAST_DAY`]. A date
//! or a result beyond them is an [`OutOfRange`] error; nothing here panics, whatever it is given.
//!
//! Not offered, on purpose: hours and time zones (a follow-up is due on a day), a clock (today is an
//! argument), serial numbers of spreadsheets and their 29 February 1900, which never was.

mod civil;
mod day_number;
mod day_off;
mod day_table;
mod easter;
mod holiday_rule;
mod iso;
mod order;

mod range;
mod work_calendar;
mod work_week;

pub use civil::{after_days, after_months};
pub use day_number::{CalendarDays, DayNumber, WorkingDays};
pub use day_off::DayOff;
pub use day_table::{DayTable, DayTableError};
pub use easter::Easter;
pub use holiday_rule::{HolidayRule, Observed, RuleHoliday, YearDay, rule_holidays, rule_holidays_beside};
pub use iso::{iso_date, short_month};
pub use order::{sort_by, sort_by_number};
pub use range::{FIRST_DAY, LAST_DAY, OutOfRange};
pub use work_calendar::WorkCalendar;
pub use work_week::{WorkWeek, WorkWeekError};
