//! Taking the plan out: as a file for another system (B10), and on paper (B9).

use leptos::prelude::*;

use super::button::{Look, button};
use super::check::check;
use super::fold;
use crate::exchange::{export_json, file_name};
use crate::plan::Audience;
use crate::platform;
use crate::ui::element::{El, el, html, show};
use crate::ui::{Extra, Session, Workspace};

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
        .child(fold(|| "What else to print".to_owned(), move || wanted(session)))
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
    session.announce(if is_offered {
        format!("Exported as {name}")
    } else {
        "The browser refused the download. Allow downloads for this page, then try again.".to_owned()
    });
}
