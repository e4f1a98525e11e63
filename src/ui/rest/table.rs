//! What the functions of the rest are, and how it is fetched.

// What fetches it is a function of the browser's, called by what the macro writes.
#![allow(unsafe_code)]

use leptos::prelude::*;

use super::Rest;
use crate::ui::element::El;
use crate::ui::pages::{self, Incoming};
use crate::ui::{Finder, FollowingFile, Session, TeamList, Workspace, known, palette, parts, reviewing};

/// The rest, as a build that is not parted has it.
pub static REST: Rest = Rest {
    begin,
    page: pages::page,
    dialogs,
    file_banner: parts::file_banner,
    strip: parts::step_strip,
    receive: Incoming::receive,
    receive_link: Incoming::receive_link,
    export: parts::export,
    picture: parts::timeline_on_paper,
    open_example: pages::open_example,
};

fn begin(session: Session, workspace: Workspace, incoming: Incoming) {
    provide_context(TeamList::follow(session, workspace));
    provide_context(FollowingFile::follow(workspace));
    reviewing::keep_reviewed(session);
    known::follow(workspace);
    pages::print_sheet_on_demand(session, workspace);
    // A link that was opened meanwhile has waited.
    incoming.look_at_address();
}

fn dialogs(finder: Finder) -> Vec<El> {
    let [finding, keys] = palette::palette(finder);
    vec![pages::import_preview(), parts::proposal(), finding, keys]
}

/// It did not come.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg_attr(
    all(target_family = "wasm", not(debug_assertions)),
    wasm_split_helpers::wasm_split(rest, fallible)
)]
fn table() -> Result<&'static Rest, Missing> {
    Ok(&REST)
}

/// The rest, once it is here.
///
/// # Errors
/// It did not come.
pub async fn fetched() -> Result<&'static Rest, Missing> {
    #[cfg(all(target_family = "wasm", not(debug_assertions)))]
    return table().await;
    #[cfg(not(all(target_family = "wasm", not(debug_assertions))))]
    table()
}
