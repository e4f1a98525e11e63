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
use crate::schedule::Schedule;
use crate::workshop::Stage;

/// What the rest of the program does for the first part.
#[derive(Clone, Copy)]
pub struct Rest {
    /// Begins what goes on beside the pages for as long as they live, and provides what they share.
    pub begin: fn(Session, Workspace),
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

thread_local! {
    static COMING: Cell<Coming> = const { Cell::new(at_first()) };
    static IS_ASKED: Cell<bool> = const { Cell::new(false) };
    static CHANGED: ArcTrigger = ArcTrigger::new();
    static WAITING: RefCell<Vec<Act>> = const { RefCell::new(Vec::new()) };
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

/// Does something once it is here, which may be now.
pub fn once_here(act: impl FnOnce(&'static Rest) + 'static) {
    match COMING.get() {
        Coming::Here(rest) => act(rest),
        _ => WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(act))),
    }
}

/// Asks for it, and does something as soon as it is here.
pub fn with(act: impl FnOnce(&'static Rest) + 'static) {
    once_here(act);
    fetch();
}

/// Asks for it, once more where it did not come.
pub fn fetch() {
    spawn_local(fetch_and_wait());
}

/// Asks for it, and waits until it is here or has not come.
pub async fn fetch_and_wait() {
    if matches!(COMING.get(), Coming::Here(_)) || IS_ASKED.replace(true) {
        return;
    }
    if matches!(COMING.get(), Coming::Missing) {
        set(Coming::OnItsWay);
    }
    match table::fetched().await {
        Ok(rest) => {
            COMING.set(Coming::Here(rest));
            WAITING.take().into_iter().for_each(|act| act(rest));
            set(Coming::Here(rest));
        }
        Err(table::Missing) => set(Coming::Missing),
    }
    IS_ASKED.set(false);
}

fn set(now: Coming) {
    COMING.set(now);
    CHANGED.with(ArcTrigger::notify);
}
