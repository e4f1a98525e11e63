//! Taking the plan out: as a file for another system (B10), and on paper (B9).

use leptos::prelude::untrack;

use super::aid_link;
use super::button::{Look, button};
use crate::platform::{self, OwnFile};
use crate::ui::element::{El, el, html};
use crate::ui::{FileState, FollowingFile, Session, Workspace, known};
use crate::words;
use crate::workshop::Aid;

/// The buttons, and the ways to what there is to choose from.
pub fn outputs() -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    el(html::Div)
        .class("outputs")
        .child(button(Look::Main, "Print", platform::print))
        .child(aid_link(Aid::Paper, "Choose what to print"))
        .child(button(Look::Plain, "Export JSON", move || export(session, workspace)))
        .child(own_file(workspace))
        .child(aid_link(Aid::Files, "For other programs"))
}

/// A file that follows the plan, where the browser lets a page write one.
fn own_file(workspace: Workspace) -> Option<El> {
    let file = FollowingFile::here();
    let has_none = move || file.state() == FileState::None;
    let follows = move || file.state() == FileState::Follows;
    let kept = move || {
        el(html::Span)
            .class("outputs__file")
            .child(move || words::copy_follows(&file.name()))
            .child(button(Look::Quiet, "Stop", move || file.let_go()).aria_label("Stop keeping the copy"))
    };
    OwnFile::can_be_chosen().then(|| {
        el(html::Span)
            .class("outputs__own")
            .show(has_none, move || {
                button(Look::Plain, "Keep a copy in a file", move || file.choose(workspace))
            })
            .show(follows, kept)
    })
}

/// Hands the plan to the person as a file.
pub fn export(session: Session, workspace: Workspace) {
    let name = known::send_file(workspace.open_plan(), &session.plan_now());
    if name.is_some() {
        workspace.copied();
    }
    let has_people = untrack(|| session.has_people());
    let said = name.map(|name| words::plan_exported_as(&name, has_people));
    session.announce(said.unwrap_or_else(words::download_refused));
}
