//! Finding holidays that are ready: the list is fetched when somebody turns to the field, a set when it is chosen.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::holiday_file::file_field;
use super::holiday_offer::{OFFER, Offer, offer};
use crate::exchange::{HolidayFileError, Listed, holiday_list, holiday_set};
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, el};
use crate::ui::parts::{Look, Options, button};
use crate::words;

/// More results than this are counted rather than shown.
const SHOWN: usize = 12;

/// The name of the field at which people look for holidays.
const FIELD: &str = "holiday-search";

/// What somebody looks for, and how far that has come.
#[derive(Clone, Copy)]
pub struct Looking {
    session: Session,
    looked: RwSignal<Looked>,
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
}

#[derive(Clone, Default, PartialEq)]
enum State {
    #[default]
    Resting,
    Fetching,
    /// It did not come and may come when it is tried again.
    NotFetched,
    /// It came and is of no use, for this reason.
    Refused(String),
}

impl Looking {
    /// Nothing is looked for.
    pub fn new() -> Self {
        Self { session: Session::here(), looked: RwSignal::new(Looked::default()) }
    }

    /// The day it is.
    pub fn today(self) -> NaiveDate {
        self.session.today_now()
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

    /// Says why what was offered is not taken; the focus goes back to the field.
    pub fn refuse(self, problem: String) {
        self.leave(false);
        self.looked.update(|it| it.state = State::Refused(problem));
    }

    /// Ends the offer; the focus goes back to the field, which is ready for another name when holidays were taken.
    pub fn leave(self, is_taken: bool) {
        self.looked.update(|it| {
            it.offer = None;
            if is_taken {
                it.typed.clear();
            }
        });
        request_animation_frame(|| platform::focus(&format!("#{FIELD}")));
    }

    fn typed(self, raw: String) {
        self.looked.update(|it| {
            (it.typed, it.offer) = (raw, None);
            // Whoever types on wants nothing of what was chosen before.
            if !it.listed.is_empty() {
                (it.state, it.wanted) = (State::Resting, None);
            }
        });
        self.want_list();
    }

    /// Fetches the list unless it is here or on its way.
    fn want_list(self) {
        let is_wanting = self.looked.with_untracked(|it| it.listed.is_empty() && it.state == State::Resting);
        if is_wanting {
            self.fetch(None);
        }
    }

    /// Fetches a set, or the list.
    fn fetch(self, wanted: Option<Listed>) {
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
            (None, _) => self.looked.update(|it| it.state = State::NotFetched),
            (Some(text), Some(set)) => {
                let today = self.today();
                let ready = holiday_set(&text, &set.code, today.year() - 1).map_err(refused);
                self.show(ready.map(|ready| Offer::ready(ready, today)));
            }
            (Some(text), None) => {
                let list = holiday_list(&text).map_err(refused);
                self.looked.update(|it| match list {
                    Ok(listed) => (it.listed, it.state) = (listed, State::Resting),
                    Err(problem) => it.state = State::Refused(problem),
                });
            }
        }
    }

    fn try_again(self) {
        self.fetch(self.looked.with_untracked(|it| it.wanted.clone()));
        platform::focus(&format!("#{FIELD}"));
    }

    fn choose(self, code: &str) {
        let set = self.looked.with_untracked(|it| it.listed.iter().find(|set| set.code == code).cloned());
        self.fetch(set);
    }

    /// What was found, as codes with names: the first of them.
    fn results(self) -> Options {
        self.looked.with(|it| {
            let found = if it.offer.is_none() { Listed::found(&it.listed, &it.typed) } else { Vec::new() };
            found.into_iter().take(SHOWN).map(|set| (set.code.clone(), set.name.clone())).collect()
        })
    }

    /// How far it has come, in words.
    fn status(self) -> String {
        self.looked.with(|it| {
            let is_searching = !it.typed.trim().is_empty() && it.offer.is_none() && !it.listed.is_empty();
            match (&it.state, Listed::found(&it.listed, &it.typed).len()) {
                (State::Fetching, _) => "Fetching the holidays…".to_owned(),
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

    fn problem(self) -> String {
        self.looked.with(|it| match &it.state {
            State::NotFetched => words::not_fetched(),
            State::Refused(problem) => problem.clone(),
            State::Resting | State::Fetching => String::new(),
        })
    }
}

/// The field with what it finds and what is offered, and the file besides.
pub fn search(looking: Looking) -> El {
    let results = Memo::new(move |_| looking.results());
    let list = move || {
        let result = |(code, name): (String, String)| {
            el("li").child(button(Look::Small, name, move || looking.choose(&code)))
        };
        let results: Vec<_> = results.get().into_iter().map(result).collect();
        if results.is_empty() {
            return ().into_any();
        }
        el("ul")
            .class("holiday-search__results")
            .name("Countries and regions found")
            .child(results)
            .into_any()
    };
    let input = el("input")
        .class("field__input")
        .fixed("id", FIELD)
        .fixed("type", "text")
        .fixed("autocomplete", "off")
        .fixed("aria-describedby", "holiday-search-hint holiday-search-found")
        .value(move || looking.looked.with(|it| it.typed.clone()))
        .typed(move |raw| looking.typed(raw))
        .on("focus", move |_| looking.want_list());
    let hint = el("p").class("field__hint").fixed("id", "holiday-search-hint");
    let found = el("p").class("field__hint").fixed("id", "holiday-search-found").fixed("aria-live", "polite");
    let has_failed = move || looking.looked.with(|it| it.state == State::NotFetched);
    let field = el("div")
        .class("field")
        .child(el("label").class("field__label").fixed("for", FIELD).child("Country or region"))
        .child(hint.child("Type a name, such as Bavaria or Mexico, or the two letters of a country."))
        .child(input)
        .child(found.text(move || looking.status()))
        .child(el("p").class("field__message").fixed("aria-live", "polite").text(move || looking.problem()));
    let content = move || looking.offered().map_or_else(|| ().into_any(), |it| offer(looking, it).into_any());
    el("div")
        .class("holiday-search")
        .child(field)
        .when(has_failed, move || button(Look::Plain, "Try again", move || looking.try_again()))
        .swap(list)
        .swap(content)
        .child(file_field(looking))
}
