//! When somebody is away: what is known, and the way to say more.

use std::sync::Arc;

use leptos::prelude::*;

use super::Shown;
use super::absence::form;
use crate::platform;
use crate::roster::{Absence, PersonEdit, RosterEdit, WorkspaceEdit};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, row_button};
use crate::ui::reactive::{memo, var};
use crate::words;

/// The absences of somebody, and a further one.
pub fn away(shown: Shown) -> El {
    let all = memo(move || {
        let roster = shown.session.roster().get();
        roster.availability(shown.id).map(|known| known.absences.clone()).unwrap_or_default()
    });
    let is_none = move || all.with(Vec::is_empty);
    let list = move || {
        let one = |absence: &Absence| line(shown, absence);
        let lines: Vec<El> = all.with(|all| all.iter().map(one).collect());
        el(html::Ul).class("team__absences").aria_label("Away").child(lines).into_any()
    };
    let is_open = var(false);
    let panel = format!("away-{}", shown.id.0);
    let opener = format!("away-{}-open", shown.id.0);
    let toggle = move || {
        let is_shown = !untrack(|| is_open.get());
        is_open.set(is_shown);
        if is_shown {
            let place = format!("#away-{} input", shown.id.0);
            request_animation_frame(move || platform::focus(&place));
        }
    };
    let open = row_button(
        Look::Small,
        "Add days away",
        move || format!("Add days away of {}", shown.name.get()),
        toggle,
    )
    .class(("button--chosen", move || is_open.get()))
    .attr(attr::Id, opener.clone())
    .attr(attr::AriaExpanded, move || Some(is_open.get().to_string()))
    .attr(attr::AriaControls, panel.clone());
    el(html::Div)
        .class("team__away")
        .child(shown.heading("Away"))
        .show(is_none, || el(html::P).class("team__note").child("No days away are known."))
        .show(move || !is_none(), move || el(html::Div).child(list))
        .child(el(html::P).class("team__add").child(open))
        .child(
            el(html::Div)
                .attr(attr::Id, panel)
                .child(el(html::Div).show(move || is_open.get(), move || form(shown, is_open, &opener))),
        )
}

/// One of them, with the way to take it back.
fn line(shown: Shown, absence: &Absence) -> El {
    let session = shown.session;
    let plan = session.plan().get();
    let [days, name, steps] = words::absence(&plan, absence);
    let label = format!("Remove {days} of {}", words_of(shown));
    let said = words::absence_removed(&plan, shown.id, absence);
    let absence = absence.clone();
    let remove = move || {
        let edit = RosterEdit::Person(shown.id, PersonEdit::RemoveAbsence(absence.clone()));
        let keep_focus = move || {
            let place = format!("#away-{}-open", shown.id.0);
            request_animation_frame(move || platform::focus_if_lost(&place));
        };
        let removed = session.propose_any(WorkspaceEdit::Roster(edit), said.clone(), Arc::new(keep_focus));
        removed.unwrap_or_else(|problem| session.announce(problem));
    };
    let name = (!name.is_empty()).then(|| el(html::Span).class("team__called").child(name));
    el(html::Li)
        .child(
            el(html::Span)
                .class("team__days")
                .child(el(html::Strong).child(days))
                .child(name)
                .child(el(html::Span).class("team__cover").child(steps)),
        )
        .child(row_button(Look::Quiet, "Remove", move || label.clone(), remove))
}

fn words_of(shown: Shown) -> String {
    untrack(|| shown.name.get())
}
