//! What a change moves for people, shown before it is taken (F4).

use leptos::prelude::*;

use super::button::{Look, button};
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::reactive::effect;

/// The name of the dialog.
const DIALOG: &str = "proposal";

/// The dialog. It opens whenever a change waits for somebody's word.
pub fn proposal() -> El {
    let session = Session::here();
    let is_waiting = move || session.proposed().is_some();
    effect(move || {
        if is_waiting() {
            platform::open_dialog(DIALOG);
        }
    });
    let content = move || match session.proposed() {
        Some(proposed) => told(session, proposed.moves()).into_any(),
        None => ().into_any(),
    };
    el(html::Dialog)
        .class("dialog")
        .attr(attr::Id, DIALOG)
        .attr(attr::AriaLabelledby, "proposal-title")
        .attr(attr::AriaDescribedby, "proposal-moves")
        .on(ev::close, move |_| {
            if !platform::is_dialog_open(DIALOG) {
                session.leave_proposed();
            }
        })
        .child(content)
}

fn told(session: Session, moves: &[String]) -> Vec<El> {
    let sentence = |said: &String| el(html::Li).child(said.clone());
    // What had the focus has it again before what is taken moves it on.
    let take = move || {
        platform::close_dialog(DIALOG);
        session.take_proposed();
    };
    vec![
        el(html::H2).attr(attr::Id, "proposal-title").child("What moves"),
        el(html::Ul)
            .class("proposal__moves")
            .attr(attr::Id, "proposal-moves")
            .child(moves.iter().map(sentence).collect::<Vec<_>>()),
        el(html::P).class("field__hint").child(
            "What is done stays as it is. Nothing is changed yet; once it is, one undo takes all of it back.",
        ),
        el(html::Div).class("dialog__ways").child(button(Look::Main, "Make the change", take)).child(button(
            Look::Plain,
            "Leave it as it is",
            || platform::close_dialog(DIALOG),
        )),
    ]
}
