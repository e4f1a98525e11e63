//! Holidays from a calendar file that a person has.

use chrono::Datelike;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

use super::holiday_looking::Looking;
use super::holiday_offer::Offer;
use crate::exchange::{IcsError, MAX_BYTES, read_holidays};
use crate::platform;
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

/// Reads a file and offers what is in it. One that is too large is not even opened.
fn receive(looking: Looking, file: File) {
    let today = looking.today();
    spawn_local(async move {
        let bytes = if file.size() > MAX_BYTES as f64 {
            Err(IcsError::TooLarge.to_string())
        } else {
            platform::read(&file).await.ok_or_else(words::unreadable_file)
        };
        let years = today.year() - 1..=today.year() + YEARS_AHEAD;
        let found = bytes.and_then(|bytes| read_holidays(&bytes, years).map_err(|error| error.to_string()));
        looking.show(found.map(|found| Offer::file(&file.name(), found, today)));
    });
}
