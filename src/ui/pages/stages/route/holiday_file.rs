//! Holidays from a calendar file that a person has.

use chrono::Datelike;
use leptos::task::spawn_local;
use web_sys::File;

use super::holiday_looking::Looking;
use super::holiday_offer::Offer;
use crate::exchange::{MAX_BYTES, Request, calendar_answer};
use crate::platform::{Cargo, Helper, NoAnswer};
use crate::ui::element::El;
use crate::ui::parts::{Look, file_field};
use crate::words;

/// How many years on a day that comes every year is copied.
const YEARS_AHEAD: i32 = 14;

/// The field that takes the file. The reader is on its way while somebody looks for it.
pub fn calendar_field(looking: Looking) -> El {
    file_field(
        Look::Small,
        "Add holidays from a calendar file (.ics)",
        ".ics,text/calendar",
        || Helper::Worker.call(),
        move |file| receive(looking, file),
    )
}

/// Has a file read and offers what is in it. One that is too large is not even opened.
fn receive(looking: Looking, file: File) {
    looking.wait_for_file();
    if file.size() > MAX_BYTES as f64 {
        return looking.show(Err(words::CALENDAR_TOO_LARGE.to_owned()));
    }
    let today = looking.today();
    let request = Request::Calendar(today.year() - 1..=today.year() + YEARS_AHEAD);
    spawn_local(async move {
        let problem = match Helper::Worker
            .work_on(Cargo::File(&file), &request.to_text())
            .await
            .map(|text| calendar_answer(&text))
        {
            Ok(Some(found)) => {
                return looking.show(found.map(|found| Offer::file(&file.name(), found, today)));
            }
            Err(NoAnswer::Stopped) => return,
            Err(NoAnswer::Unreadable) => words::unreadable_file(),
            Err(NoAnswer::NotLoaded) => words::READER_NOT_LOADED.to_owned(),
            Err(NoAnswer::TooLong) => words::READING_TOO_LONG.to_owned(),
            Ok(None) | Err(NoAnswer::Broken) => words::READER_BROKE.to_owned(),
        };
        looking.show(Err(problem));
    });
}
