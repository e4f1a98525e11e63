//! Holidays before they are taken: what they would bring.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::day_choice::{DayChoice, day_choice};
use super::holiday_days::holiday_days;
use crate::exchange::{CalendarAnswer, FoundDay, ReadySet};
use crate::plan::{Edit, HolidaySet, Line};
use crate::roster::{RosterEdit, WorkspaceEdit};
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button};
use crate::words;

/// The name of the heading of an offer.
pub const OFFER: &str = "holiday-offer";

/// HolidaysOf days off holidays become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidaysOf {
    /// Those of the business.
    Business,
    /// Those of people for whom the country is chosen.
    People,
}

/// A set to be taken or left.
#[derive(Clone, PartialEq)]
pub struct Offer {
    set: HolidaySet,
    /// The days among which those of the set are still to be chosen; none where all are taken as they are.
    found: Vec<FoundDay>,
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
    pub fn file(name: &str, found: CalendarAnswer, today: NaiveDate) -> Self {
        let plain = name.rsplit_once('.').map_or(name, |(plain, _)| plain);
        let set = HolidaySet {
            code: Line::fitted(&format!("ics:{name}")),
            name: Line::fitted(plain),
            through: today.year(),
            days: Vec::new(),
            worked: Vec::new(),
        };
        Self { found: found.days, ..Self::new(set, found.notes, today, "Use these days") }
    }

    fn new(set: HolidaySet, notes: Vec<String>, today: NaiveDate, act: &'static str) -> Self {
        Self { set, found: Vec::new(), today, notes, act }
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
pub fn offer(offer: Offer, whose: HolidaysOf, answer: impl Fn(Answer) + Copy + Send + Sync + 'static) -> El {
    let session = Session::here();
    let Offer { set, found, today, notes, act } = offer;
    let name = set.name.to_string();
    let choice = (!found.is_empty()).then(|| DayChoice::of(&found));
    let days = match &choice {
        Some(choice) => day_choice(choice.clone(), today),
        None => ready_days(&set, today),
    };
    let take_chosen = move || {
        let mut set = set.clone();
        if let Some(choice) = &choice {
            set.days = choice.chosen();
            let Some(last) = set.days.last() else {
                return session.announce(words::NO_DAY_TICKED.to_owned());
            };
            set.through = last.date.year();
            if let Some(problem) = words::days_beyond_room(set.days.len()) {
                return session.announce(problem);
            }
        }
        take(session, whose, set, answer);
    };
    let ways = el(html::Div).class("dialog__ways").child(button(Look::Main, act, take_chosen)).child(button(
        Look::Plain,
        "Choose another",
        move || answer(Answer::Left),
    ));
    let note = |note: String| el(html::P).class("holiday-offer__note").child(note);
    el(html::Div)
        .class("holiday-offer")
        .attr(attr::Role, "group")
        .attr(attr::AriaLabelledby, OFFER)
        .child(el(html::H4).attr(attr::Id, OFFER).attr(attr::Tabindex, "-1").child(name))
        .child(days)
        .child(notes.into_iter().map(note).collect::<Vec<_>>())
        .child(ways)
}

/// Takes a set into the plan, or to the people, and says so.
pub fn take(
    session: Session,
    whose: HolidaysOf,
    set: HolidaySet,
    answer: impl Fn(Answer) + Copy + Send + Sync + 'static,
) {
    let taken = move || answer(Answer::Taken);
    let taken = match whose {
        HolidaysOf::Business => {
            let words = format!("{} added: every date steps over its days off now", set.name);
            session.propose(Edit::TakeHolidays(set), words, taken)
        }
        HolidaysOf::People => {
            let words = words::country_taken(&set);
            let edit = WorkspaceEdit::Roster(RosterEdit::TakeCountry(set));
            session.propose_any(edit, words, Arc::new(taken))
        }
    };
    if let Err(problem) = taken {
        answer(Answer::Refused(problem));
    }
}

fn ready_days(set: &HolidaySet, today: NaiveDate) -> El {
    let week = Session::here().plan_now().work_week;
    let lead = match set.coming(today).next() {
        None => "No day of it lies in the coming twelve months.".to_owned(),
        Some(_) => format!("{}, weekends not counted:", words::coming_days_off(set, week, today)),
    };
    el(html::Div)
        .class("holiday-offer__days")
        .child(el(html::P).child(lead))
        .child(holiday_days(Some(set), today))
}
