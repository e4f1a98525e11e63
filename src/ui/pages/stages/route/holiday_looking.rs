//! Looking for holidays that are ready: the list is fetched when somebody turns to the field, a set when it is chosen.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::holiday_offer::{Answer, HolidaysOf, OFFER, Offer, take};
use crate::exchange::{HolidayFileError, Listed, holiday_list, holiday_set};
use crate::platform::{self, Helper};
use crate::ui::Session;
use crate::ui::parts::Options;
use crate::ui::reactive::{Var, var};
use crate::words;

/// More results than this are counted rather than shown.
const SHOWN: usize = 12;

/// The name of the field at which people look for holidays.
pub const FIELD: &str = "holiday-search";

/// What somebody looks for, and how far that has come.
#[derive(Clone, Copy)]
pub struct Looking {
    session: Session,
    whose: HolidaysOf,
    looked: Var<Looked>,
}

#[derive(Default)]
struct Looked {
    typed: String,
    /// Empty until it has been fetched.
    listed: Vec<Listed>,
    state: State,
    /// The set that is wanted; none while it is the list.
    wanted: Option<Listed>,
    offer: Option<Offer>,
    /// The set is taken as it comes, without a look at its days.
    at_once: bool,
}

#[derive(Clone, Default, PartialEq)]
enum State {
    #[default]
    Resting,
    Fetching,
    /// A calendar file is being read.
    Reading,
    /// It did not come and may come when it is tried again.
    NotFetched,
    /// It came and is of no use, for this reason.
    Refused(String),
}

impl Looked {
    /// What was fetched has come or not. Where a calendar file was chosen meanwhile, that stands.
    fn end_fetching(&mut self, state: State) {
        if self.state == State::Fetching {
            self.state = state;
        }
    }
}

impl Looking {
    /// Nothing is looked for yet.
    pub fn new(whose: HolidaysOf) -> Self {
        Self { session: Session::here(), whose, looked: var(Looked::default()) }
    }

    /// HolidaysOf holidays are looked for.
    pub fn whose(self) -> HolidaysOf {
        self.whose
    }

    /// The day it is.
    pub fn today(self) -> NaiveDate {
        untrack(|| self.session.today())
    }

    /// What is typed.
    pub fn text(self) -> String {
        self.looked.with(|it| it.typed.clone())
    }

    /// Whether something did not come and may come when it is tried again.
    pub fn has_failed(self) -> bool {
        self.looked.with(|it| it.state == State::NotFetched)
    }

    /// Whether a calendar file is being read.
    pub fn is_reading(self) -> bool {
        self.looked.with(|it| it.state == State::Reading)
    }

    /// A calendar file is going to be read, in place of whatever was looked for.
    pub fn wait_for_file(self) {
        Helper::Worker.stop();
        self.looked.update(|it| (it.state, it.wanted, it.offer) = (State::Reading, None, None));
    }

    /// Nobody wants the calendar file any more.
    pub fn stop_reading(self) {
        Helper::Worker.stop();
        self.looked.update(|it| it.state = State::Resting);
        platform::focus(".holiday-search .import__input");
    }

    /// What is offered, if anything.
    pub fn offered(self) -> Option<Offer> {
        self.looked.with(|it| it.offer.clone())
    }

    /// Offers holidays, or says why not; the focus goes to what is offered.
    pub fn show(self, outcome: Result<Offer, String>) {
        // The page may be gone by then.
        _ = self.looked.try_update(|it| match outcome {
            Ok(offer) => (it.state, it.offer) = (State::Resting, Some(offer)),
            Err(problem) => (it.state, it.offer) = (State::Refused(problem), None),
        });
        request_animation_frame(|| platform::focus(&format!("#{OFFER}")));
    }

    /// Ends the offer; the focus goes back to the field, which is ready for another name when holidays were taken.
    pub fn answer(self, answer: Answer) {
        self.looked.update(|it| {
            it.offer = None;
            match answer {
                Answer::Taken => it.typed.clear(),
                Answer::Refused(problem) => it.state = State::Refused(problem),
                Answer::Left => {}
            }
        });
        request_animation_frame(|| platform::focus(&format!("#{FIELD}")));
    }

    /// Takes what is typed.
    pub fn typed(self, raw: String) {
        Helper::Worker.stop();
        self.looked.update(|it| {
            (it.typed, it.offer, it.at_once) = (raw, None, false);
            // Whoever types on wants nothing of what was chosen before.
            if !it.listed.is_empty() || it.state == State::Reading {
                (it.state, it.wanted) = (State::Resting, None);
            }
        });
        self.want_list();
    }

    /// Fetches the list unless it is here or on its way.
    pub fn want_list(self) {
        let is_wanting = self.looked.with_untracked(|it| it.listed.is_empty() && it.state == State::Resting);
        if is_wanting {
            self.fetch(None);
        }
    }

    /// Fetches a set, or the list.
    fn fetch(self, wanted: Option<Listed>) {
        Helper::Worker.stop();
        let file = wanted.as_ref().map_or_else(|| "index.json".to_owned(), Listed::file);
        self.looked.update(|it| (it.state, it.wanted) = (State::Fetching, wanted.clone()));
        spawn_local(async move {
            let text = platform::fetch_text(&format!("holidays/{file}")).await;
            // Another set may be wanted by now, or the page be gone.
            if self.looked.try_with_untracked(|it| it.wanted == wanted) == Some(true) {
                self.take(wanted, text.ok());
            }
        });
    }

    fn take(self, wanted: Option<Listed>, text: Option<String>) {
        let refused = |error: HolidayFileError| error.to_string();
        match (text, wanted) {
            (None, _) => self.looked.update(|it| it.end_fetching(State::NotFetched)),
            (Some(text), Some(set)) => {
                let today = self.today();
                let ready = holiday_set(&text, &set.code, today.year() - 1).map_err(refused);
                let at_once =
                    self.looked.try_update(|it| std::mem::take(&mut it.at_once)).unwrap_or_default();
                match ready {
                    Ok(ready) if at_once => {
                        take(self.session, self.whose, ready.set, move |answer| self.answer(answer))
                    }
                    ready => self.show(ready.map(|ready| Offer::ready(ready, today))),
                }
            }
            (Some(text), None) => {
                let list = holiday_list(&text).map_err(refused);
                self.looked.update(|it| match list {
                    Ok(listed) => {
                        it.listed = listed;
                        it.end_fetching(State::Resting);
                    }
                    Err(problem) => it.end_fetching(State::Refused(problem)),
                });
            }
        }
    }

    /// Fetches once more what did not come.
    pub fn try_again(self) {
        self.fetch(self.looked.with_untracked(|it| it.wanted.clone()));
        platform::focus(&format!("#{FIELD}"));
    }

    /// The one set that is meant, with its code: the only one found, or the first of exactly that name.
    pub fn meant(self) -> Option<(String, String)> {
        self.looked.with(|it| {
            let found = if it.offer.is_none() { Listed::found(&it.listed, &it.typed) } else { Vec::new() };
            let typed = it.typed.trim();
            // A region is called by its own name as well.
            let is_called_so = |set: &Listed| {
                let region = set.name.split_once(": ").map_or("", |(_, region)| region);
                [set.name.as_str(), region].iter().any(|name| name.eq_ignore_ascii_case(typed))
            };
            let is_meant = |set: &&&Listed| found.len() == 1 || is_called_so(set);
            found.iter().find(is_meant).map(|set| (set.code.clone(), set.name.clone()))
        })
    }

    /// Fetches the set of that code and takes all of it.
    pub fn take_at_once(self, code: &str) {
        self.choose(code);
        self.looked.update(|it| it.at_once = true);
    }

    /// Fetches the set of that code.
    pub fn choose(self, code: &str) {
        let set = self.looked.with_untracked(|it| it.listed.iter().find(|set| set.code == code).cloned());
        self.looked.update(|it| it.at_once = false);
        self.fetch(set);
    }

    /// What was found, as codes with names: the first of them.
    pub fn results(self) -> Options {
        self.looked.with(|it| {
            let found = if it.offer.is_none() { Listed::found(&it.listed, &it.typed) } else { Vec::new() };
            found.into_iter().take(SHOWN).map(|set| (set.code.clone(), set.name.clone())).collect()
        })
    }

    /// How far it has come, in words.
    pub fn status(self) -> String {
        self.looked.with(|it| {
            let is_searching = !it.typed.trim().is_empty() && it.offer.is_none() && !it.listed.is_empty();
            match (&it.state, Listed::found(&it.listed, &it.typed).len()) {
                (State::Fetching, _) => "Fetching the holidays…".to_owned(),
                (State::Reading, _) => "Reading the calendar…".to_owned(),
                (State::Resting, 0) if is_searching => {
                    "No country or region is called that. Try its English name, or its two letters."
                        .to_owned()
                }
                (State::Resting, found @ ..=SHOWN) if is_searching => format!("{found} found"),
                (State::Resting, found) if is_searching => {
                    format!("{SHOWN} shown and {} more: type on", found - SHOWN)
                }
                _ => String::new(),
            }
        })
    }

    /// Why there is nothing, in words.
    pub fn problem(self) -> String {
        self.looked.with(|it| match &it.state {
            State::NotFetched => words::not_fetched(),
            State::Refused(problem) => problem.clone(),
            State::Resting | State::Fetching | State::Reading => String::new(),
        })
    }
}
