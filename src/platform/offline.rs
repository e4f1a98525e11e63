//! How it stands with opening the app without the internet. `src/keep.js` sees to it, and says so in the page.

use web_sys::{Event, window};

/// How much of the app this device keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// It is on its way, or is asked for soon.
    #[default]
    Coming,
    /// All of it: it opens without the internet.
    Kept,
    /// All of it, and of a newer version too, which opens when somebody says so.
    Renewed,
    /// Not all of it came. It is asked for again in a while.
    Failed,
    /// Nothing: this browser does not let this page.
    Refused,
}

impl Offline {
    /// What is told when it changes.
    pub const CHANGED: &'static str = "followthrough:offline";

    /// As it is now.
    pub fn now() -> Self {
        match said("data-offline").as_str() {
            "kept" => Self::Kept,
            "renewed" => Self::Renewed,
            "failed" => Self::Failed,
            "refused" => Self::Refused,
            _ => Self::Coming,
        }
    }
}

/// Loads the page anew, in the newer version that is kept.
pub fn open_new_version() {
    tell_page("followthrough:renew");
}

/// Where the page itself offers the stored plans as files, as long as what would do that has not come.
pub const MISSING_PLANS: &str = "missing-plans";

/// What it says of them.
pub const MISSING_NOTE: &str = "missing-note";

/// Has the page offer them.
pub fn offer_plans() {
    tell_page("followthrough:offer");
}

/// Somebody asks again for what has not come: the page is loaded anew where nothing else helps.
pub fn ask_page_again() {
    tell_page("followthrough:again");
}

pub(super) fn tell_page(what: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(what)) {
        _ = window.dispatch_event(&event);
    }
}

/// By what this build is told apart from every other; empty in one that is made for trying things out.
pub fn version() -> String {
    said("data-version")
}

/// Whether this page is the one file that holds the whole planner.
pub fn is_one_file() -> bool {
    !said("data-one-file").is_empty()
}

/// Why a part of the app has not come, for whoever waits for it.
pub fn why_missing() -> String {
    said("data-missing")
}

fn said(attribute: &str) -> String {
    let root = window().and_then(|window| window.document()?.document_element());
    root.and_then(|root| root.get_attribute(attribute)).unwrap_or_default()
}
