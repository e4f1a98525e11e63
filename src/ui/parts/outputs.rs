//! Taking the plan out: as a file for another system (B10), and on paper (B9).

use leptos::prelude::*;

use super::button::{Look, button};
use super::check::check;
use crate::exchange::{export_json, file_name};
use crate::platform;
use crate::ui::element::{El, el, html};
use crate::ui::{Session, Workspace};

/// The buttons.
pub fn outputs() -> El {
    let (session, workspace) = (Session::here(), Workspace::here());
    let extras = session.extras();
    el(html::Div)
        .class("outputs")
        .child(button(Look::Main, "Print", platform::print))
        .child(button(Look::Plain, "Export JSON", move || export(session, workspace)))
        .child(check(
            "Print the reason of every date",
            move || extras.get().reasons,
            move |wanted| extras.update(|extras| extras.reasons = wanted),
        ))
        .child(check(
            "Blank lines for real dates",
            move || extras.get().strips,
            move |wanted| extras.update(|extras| extras.strips = wanted),
        ))
}

/// Hands the plan to the person as a file.
pub fn export(session: Session, workspace: Workspace) {
    let (plan, today) = (session.plan_now(), workspace.today());
    let text = export_json(&plan, &untrack(|| session.schedule()), today);
    let name = file_name(&plan, today);
    let is_offered = platform::download(&name, &text);
    session.announce(if is_offered {
        format!("Exported as {name}")
    } else {
        "The browser refused the download. Allow downloads for this page, then try again.".to_owned()
    });
}
