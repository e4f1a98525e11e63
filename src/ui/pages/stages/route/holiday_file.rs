//! Holidays from a calendar file that a person has.

use chrono::Datelike;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

use super::holiday_looking::Looking;
use super::holiday_offer::Offer;
use crate::exchange::{MAX_BYTES, Request, calendar_answer};
use crate::platform::{self, NoAnswer};
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::parts::unique_id;
use crate::words;

/// How many years on a day that comes every year is copied.
const YEARS_AHEAD: i32 = 14;

/// The field that takes the file.
pub fn file_field(looking: Looking) -> El {
    let id = unique_id("calendar");
    let input = el(html::Input)
        .class("import__input")
        .attr(attr::Id, id.clone())
        .attr(attr::Type, "file")
        .attr(attr::Accept, ".ics,text/calendar")
        // The reader is on its way while somebody looks for the file.
        .on(ev::click, |_| platform::call_worker())
        .on(ev::change, move |event| {
            let input: HtmlInputElement = event_target(&event);
            if let Some(file) = input.files().and_then(|files| files.item(0)) {
                receive(looking, file);
            }
            // So that the same file can be chosen once more.
            input.set_value("");
        });
    let words = "Add holidays from a calendar file (.ics)";
    let label = el(html::Label).class("button button--small import__label").attr(attr::For, id).child(words);
    el(html::Div).class("import").child(input).child(label)
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
        let problem =
            match platform::work_on(Some(&file), &request.to_text()).await.map(|text| calendar_answer(&text))
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
