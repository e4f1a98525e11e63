//! The holidays of countries in which some of the team or of the people live (B13).

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{HolidaySet, Line};
use crate::platform;
use crate::roster::{RosterEdit, WorkspaceEdit};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::pages::stages::{FIELD, HolidaysOf, Looking, search};
use crate::ui::parts::{Look, Options, fold, row_button};
use crate::ui::reactive::memo;
use crate::words;

/// The part, closed at first: its line names them.
pub fn countries(session: Session) -> El {
    let all = memo(move || {
        let pair = |set: &HolidaySet| (set.code.to_string(), set.name.to_string());
        session.roster().with(|roster| roster.countries().iter().map(pair).collect::<Options>())
    });
    let summary =
        move || words::countries(all.with(|all| all.iter().map(|(_, name)| name.clone()).collect()));
    let list = move || {
        let rows: Vec<_> = all.get().into_iter().map(|(code, name)| row(session, code, name)).collect();
        el(html::Ul).class("days-off__list").child(rows).into_any()
    };
    let content = move || {
        el(html::Div)
            .child(el(html::P).child(
                "For whoever lives where other days are off. Choose the country here, then on the page of each contact, and above for each of the team. A call or a visit also steps over the holidays of the contact.",
            ))
            .child(el(html::Div).child(list))
            .child(search(Looking::new(HolidaysOf::People)))
    };
    fold(summary, content).class("group")
}

fn row(session: Session, code: String, name: String) -> El {
    let label = format!("Remove the holidays of {name}");
    let said = format!("The holidays of {name} count for nobody any more. Undo brings them back.");
    let keep_focus = || request_animation_frame(|| platform::focus_if_lost(&format!("#{FIELD}")));
    let remove = move || {
        let edit = WorkspaceEdit::Roster(RosterEdit::DropCountry(Line::fitted(&code)));
        let dropped = session.propose_any(edit, said.clone(), Arc::new(keep_focus));
        dropped.unwrap_or_else(|problem| session.announce(problem));
    };
    el(html::Li).class("days-off__day").child(el(html::Span).child(name)).child(row_button(
        Look::Quiet,
        "Remove",
        move || label.clone(),
        remove,
    ))
}
