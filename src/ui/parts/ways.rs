//! The paths a sequence may take besides the one that is expected (B5).

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::plan::{Audience, Plan};
use crate::schedule::Path;
use crate::ui::Session;
use crate::ui::element::{El, el, follow, html};
use crate::words;

/// Each other path with the dates it would have; nothing where the sequence does not part.
pub fn other_ways(audience: Audience) -> AnyView {
    let session = Session::here();
    follow(move || ways_list(&session.plan().get(), audience, session.today()).into_any())
}

/// The same as it is on a day.
pub fn ways_list(plan: &Plan, audience: Audience, today: NaiveDate) -> Option<El> {
    let paths: Vec<_> = Path::all(plan, audience, today).iter().filter_map(path).collect();
    if paths.is_empty() {
        return None;
    }
    let section = el(html::Section)
        .class("ways")
        .aria_label(format!("If it turns out otherwise with {}s", words::lower(audience)));
    Some(section.child(el(html::Ul).child(paths)))
}

fn path(path: &Path) -> Option<El> {
    let [fork, stops] = words::other_path(path)?;
    Some(el(html::Li).child(el(html::Strong).child(fork)).child(format!(": {stops}.")))
}
