//! The rest of the program: all that a first page can do without. It is fetched while somebody reads that page.
//!
//! A release build parts the program in two (`scripts/parted.mjs`). What is reached through [`table`] alone makes the
//! second part, with the texts it shows; all else is the first.
//!
//! **Invariant:** what runs before the rest has come reaches it through [`Rest`] alone. A direct call would bring what it
//! calls back into the first part, which `tests/budget.json` holds.

mod table;

use std::cell::{Cell, RefCell};

use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::element::El;
use super::pages::Incoming;
use super::{Finder, Route, Session, Workspace};
use crate::plan::{Audience, PlanParts};
use crate::platform;
use crate::schedule::Schedule;
use crate::workshop::Stage;

/// What the rest of the program does for the first part.
#[derive(Clone, Copy)]
pub struct Rest {
    /// Begins what goes on beside the pages for as long as they live, and provides what they share.
    pub begin: fn(Session, Workspace, Incoming),
    /// The page an address leads to.
    pub page: fn(Route) -> El,
    /// The dialogs that may open on every page.
    pub dialogs: fn(Finder) -> Vec<El>,
    /// A word about the file of one's own.
    pub file_banner: fn() -> Option<El>,
    /// The seven steps in the bar at the top.
    pub strip: fn(Stage) -> El,
    /// Reads a file that was chosen or dropped.
    pub receive: fn(Incoming, File),
    /// Takes in the plan that is packed in an address.
    pub receive_link: fn(Incoming, String),
    /// Hands the open plan over as a file.
    pub export: fn(Session, Workspace),
    /// The steps of a plan as a picture of time; none where there are none.
    pub picture: fn(&PlanParts, &Schedule, NaiveDate, Audience) -> Option<El>,
    /// Opens the example.
    pub open_example: fn(Workspace),
}

/// How it stands with the rest.
#[derive(Clone, Copy)]
pub enum Coming {
    /// It may come at any moment.
    OnItsWay,
    /// It is here.
    Here(&'static Rest),
    /// It did not come.
    Missing,
}

type Act = Box<dyn FnOnce(&'static Rest)>;

/// What waits for it.
#[derive(Default)]
struct Waiting {
    /// Whoever hears what is said.
    session: Option<Session>,
    /// What is begun with it, before anything else is done.
    begin: Option<Act>,
    /// What was pressed last: of several presses for the same thing one is enough.
    pressed: Option<Act>,
    /// What goes on once it is known whether it comes.
    known: Vec<Box<dyn FnOnce()>>,
}

thread_local! {
    static COMING: Cell<Coming> = const { Cell::new(at_first()) };
    static IS_ASKED: Cell<bool> = const { Cell::new(false) };
    static CHANGED: ArcTrigger = ArcTrigger::new();
    static WAITING: RefCell<Waiting> = RefCell::default();
}

/// Without a browser nothing is fetched.
const fn at_first() -> Coming {
    if cfg!(target_family = "wasm") { Coming::OnItsWay } else { Coming::Here(&table::REST) }
}

/// How it stands, followed.
pub fn coming() -> Coming {
    CHANGED.with(ArcTrigger::track);
    COMING.get()
}

/// The rest, once it is here; followed.
pub fn here() -> Option<&'static Rest> {
    match coming() {
        Coming::Here(rest) => Some(rest),
        Coming::OnItsWay | Coming::Missing => None,
    }
}

/// Begins with it as soon as it is here, which may be now. Where it is late or back, it is asked for again.
pub fn begin(session: Session, act: impl FnOnce(&'static Rest) + 'static) {
    match COMING.get() {
        Coming::Here(rest) => act(rest),
        _ => WAITING.with_borrow_mut(|waiting| {
            waiting.session = Some(session);
            waiting.begin = Some(Box::new(act));
        }),
    }
    for event in ["followthrough:rest", "online"] {
        _ = window_event_listener_untyped(event, |_| fetch_if_missing());
    }
}

/// Does what was pressed: now, or as soon as it is here, which is said.
pub fn with(act: impl FnOnce(&'static Rest) + 'static) {
    if let Coming::Here(rest) = COMING.get() {
        return act(rest);
    }
    WAITING.with_borrow_mut(|waiting| waiting.pressed = Some(Box::new(act)));
    tell("One moment: the rest of the planner is on its way.");
    fetch();
}

/// Goes on once it is here or has not come.
pub fn once_known(act: impl FnOnce() + 'static) {
    match COMING.get() {
        Coming::OnItsWay => WAITING.with_borrow_mut(|waiting| waiting.known.push(Box::new(act))),
        Coming::Here(_) | Coming::Missing => return act(),
    }
    fetch();
}

/// Asks for it before anybody waits for it.
pub fn fetch_ahead() {
    if let Coming::OnItsWay = COMING.get() {
        fetch();
    }
}

/// Asks for it once more where it did not come.
pub fn fetch_if_missing() {
    if let Coming::Missing = COMING.get() {
        fetch();
    }
}

/// Asks for it, unless it is here or has been asked for.
pub fn fetch() {
    if matches!(COMING.get(), Coming::Here(_)) || IS_ASKED.replace(true) {
        return;
    }
    if let Coming::Missing = COMING.get() {
        set(Coming::OnItsWay);
    }
    spawn_local(async {
        let came = table::fetched().await;
        IS_ASKED.set(false);
        let (pressed, known) =
            WAITING.with_borrow_mut(|waiting| (waiting.pressed.take(), std::mem::take(&mut waiting.known)));
        match came {
            Ok(rest) => {
                COMING.set(Coming::Here(rest));
                let begin = WAITING.with_borrow_mut(|waiting| waiting.begin.take());
                begin.into_iter().for_each(|act| act(rest));
                set(Coming::Here(rest));
                pressed.into_iter().for_each(|act| act(rest));
            }
            Err(table::Missing) => {
                set(Coming::Missing);
                // It is not done at a moment when nobody expects it any more.
                pressed.into_iter().for_each(|_| tell(&platform::why_missing()));
            }
        }
        known.into_iter().for_each(|act| act());
    });
}

fn tell(words: &str) {
    WAITING.with_borrow(|waiting| waiting.session).into_iter().for_each(|session| session.announce(words));
}

fn set(now: Coming) {
    COMING.set(now);
    CHANGED.with(ArcTrigger::notify);
}
