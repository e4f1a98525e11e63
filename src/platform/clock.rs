//! The clock.

use std::time::Duration;

use chrono::NaiveDate;
use js_sys::{Date, Promise};
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

use crate::store::Moment;

/// Today's date where the person is. The only use of the browser's own dates: all others are civil.
pub fn today() -> NaiveDate {
    date(&Date::new_0())
}

/// This moment where the person is.
pub fn now() -> Moment {
    let now = Date::new_0();
    let second = (now.get_hours() * 60 + now.get_minutes()) * 60 + now.get_seconds();
    Moment { day: date(&now), second }
}

/// This moment in UTC, as `2026-11-23T09:30:00.000Z`.
pub fn moment() -> String {
    Date::new_0().to_iso_string().into()
}

/// How far the clock is ahead of the world's where the person is, in minutes.
pub fn minutes_ahead() -> i32 {
    // The browser says how far it is behind, in whole minutes.
    -(Date::new_0().get_timezone_offset() as i32)
}

/// Waits a while, in milliseconds.
pub async fn pause(milliseconds: i32) {
    let waited = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    _ = JsFuture::from(waited).await;
}

fn date(now: &Date) -> NaiveDate {
    let year = i32::try_from(now.get_full_year()).unwrap_or(0);
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// How long it is until the next day begins where the person is.
pub fn until_midnight() -> Duration {
    let now = Date::new_0();
    let midnight = Date::new_with_year_month_day(
        now.get_full_year(),
        i32::try_from(now.get_month()).unwrap_or(0),
        i32::try_from(now.get_date()).unwrap_or(0) + 1,
    );
    // A timer may fire a moment early; a day has 25 hours at times, and never less than none.
    Duration::from_secs_f64(((midnight.get_time() - now.get_time()) / 1000.0).max(0.0) + 0.05)
}
