//! Taking the plan out: as a file for another system (B10), and on paper (B9).

use leptos::prelude::*;

use super::aid_link;
use super::button::{Look, button};
use super::check::check;
use super::fold;
use crate::exchange::{export_json, file_name};
use crate::plan::Audience;
use crate::platform::{self, OwnFile};
use crate::ui::element::{El, el, html, show};
use crate::ui::{Extra, FileState, FollowingFile, Session, Workspace};
use crate::words;
use crate::workshop::Aid;

/// The buttons, and what is printed besides the dated steps.
pub fn outputs() -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let poster = move |audience: Audience| {
        let name = match audience {
            Audience::Prospect => "Print a poster for prospects",
            Audience::Customer => "Print a poster for customers",
        };
        let has_steps = move || session.read(|plan| !plan.sequences.of(audience).steps.is_empty());
        show(has_steps, move || button(Look::Plain, name, move || print(session, Some(audience))))
    };
    el(html::Div)
        .class("outputs")
        .child(button(Look::Main, "Print", move || print(session, None)))
        .child(Audience::BOTH.map(poster))
        .child(button(Look::Plain, "Export JSON", move || export(session, workspace)))
        .child(own_file(workspace))
        .child(aid_link(Aid::Files, "For other programs"))
        .child(fold(|| "What else to print".to_owned(), move || wanted(session)))
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

/// What is printed only when it is wanted, to be ticked.
fn wanted(session: Session) -> El {
    let extras = session.extras();
    let one = move |extra: Extra| {
        let words = match extra {
            Extra::Cover => "Cover",
            Extra::Cadence => "Cadence",
            Extra::Traceability => "From goals to dates",
            Extra::Reasons => "Why each date",
            Extra::Strips => "Blank lines for real dates",
        };
        let is_wanted = move || extras.get().has(extra);
        check(words, is_wanted, move |is_wanted| extras.update(|extras| extras.want(extra, is_wanted)))
    };
    el(html::Div).class("outputs__extras").child(Extra::ALL.map(one))
}

/// Prints the plan, or a poster of one of its sequences. The sheet is made when the browser says that it prints.
fn print(session: Session, poster: Option<Audience>) {
    session.extras().update_untracked(|extras| extras.poster = poster);
    platform::print();
}

/// Hands the plan to the person as a file.
pub fn export(session: Session, workspace: Workspace) {
    let (plan, today) = (session.plan_now(), workspace.today());
    let text = export_json(&plan, &untrack(|| session.schedule()), today);
    let name = file_name(&plan, today);
    let is_offered = platform::download(&name, &text);
    if is_offered {
        workspace.copied();
    }
    session.announce(if is_offered { words::exported_as(&name) } else { words::download_refused() });
}
