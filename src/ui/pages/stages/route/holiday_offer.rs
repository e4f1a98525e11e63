//! Holidays before they are taken: what they would bring.

use chrono::{Datelike, NaiveDate};

use super::holiday_days::holiday_days;
use crate::exchange::{CalendarDays, ReadySet};
use crate::plan::{Edit, HolidaySet, Line};
use crate::ui::Session;
use crate::ui::element::{El, el};
use crate::ui::parts::{Look, button};
use crate::words;

/// The name of the heading of an offer.
pub const OFFER: &str = "holiday-offer";

/// A set to be taken or left.
#[derive(Clone)]
pub struct Offer {
    set: HolidaySet,
    today: NaiveDate,
    notes: Vec<String>,
    /// What is said on the button that takes it.
    act: &'static str,
}

impl Offer {
    /// A set that is ready.
    pub fn ready(ready: ReadySet, today: NaiveDate) -> Self {
        let known = format!("Known to the end of {}. Source: {}.", ready.set.through, ready.source);
        let notes = ready.notes.into_iter().chain([known]).collect();
        Self::new(ready.set, notes, today, "Use these holidays")
    }

    /// What was found in a calendar file.
    pub fn file(name: &str, found: CalendarDays, today: NaiveDate) -> Self {
        let notes = words::found_in_file(&found.days, found.left_out);
        let plain = name.rsplit_once('.').map_or(name, |(plain, _)| plain);
        let set = HolidaySet {
            code: Line::fitted(&format!("ics:{name}")),
            name: Line::fitted(plain),
            through: found.days.last().map_or(today, |day| day.date).year(),
            days: found.days,
            worked: Vec::new(),
        };
        Self::new(set, notes, today, "Use these days")
    }

    fn new(set: HolidaySet, notes: Vec<String>, today: NaiveDate, act: &'static str) -> Self {
        Self { set, today, notes, act }
    }
}

/// What somebody answers to an offer.
pub enum Answer {
    /// The holidays are in the plan now.
    Taken,
    /// They cannot be taken, for this reason.
    Refused(String),
    /// Others are wanted.
    Left,
}

/// What would be off, where it comes from, and the ways to take it or leave it.
pub fn offer(offer: Offer, answer: impl Fn(Answer) + Copy + 'static) -> El {
    let session = Session::here();
    let Offer { set, today, notes, act } = offer;
    let name = set.name.to_string();
    let lead = match set.coming(today).count() {
        0 => "No day of it lies in the coming twelve months.".to_owned(),
        days => format!("{} off in the coming twelve months:", words::count(days, "day")),
    };
    let days = holiday_days(Some(&set), today);
    let take = move || {
        let words = format!("{} added: every date steps over its days off now", set.name);
        session.pause();
        let outcome = session.try_edit(Edit::TakeHolidays(set.clone()));
        session.pause();
        match outcome {
            Ok(()) => {
                answer(Answer::Taken);
                session.announce(words);
            }
            Err(problem) => answer(Answer::Refused(problem)),
        }
    };
    let ways = el("div").class("dialog__ways").child(button(Look::Main, act, take)).child(button(
        Look::Plain,
        "Choose another",
        move || answer(Answer::Left),
    ));
    let note = |note: String| el("p").class("holiday-offer__note").child(note);
    el("div")
        .class("holiday-offer")
        .fixed("role", "group")
        .fixed("aria-labelledby", OFFER)
        .child(el("h4").fixed("id", OFFER).fixed("tabindex", "-1").child(name))
        .child(el("p").child(lead))
        .child(days)
        .child(notes.into_iter().map(note).collect::<Vec<_>>())
        .child(ways)
}
