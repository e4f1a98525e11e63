//! How a sequence ends for somebody.

use super::person::Shown;
use super::under_way::keep_focus;
use crate::calendar::after_months;
use crate::plan::Audience;
use crate::roster::Exit;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button, opting_out};
use crate::words;

/// How long "not now" may be (D6).
const LATER: [(&str, i32); 3] =
    [("Not now: next month", 1), ("Not now: next quarter", 3), ("Not now: next year", 12)];

/// The ways it may end.
pub fn ways_out(shown: Shown, audience: Audience) -> El {
    let way =
        move |exit: Exit, words: &'static str| button(Look::Small, words, move || end(shown, audience, exit));
    let today = shown.session.today_now();
    let others = words::exits(today).into_iter().filter(|(exit, _)| !matches!(exit, Exit::NotNow(_)));
    let others = others.map(|(exit, words)| match exit {
        Exit::OptedOut => opting_out(words, move || end(shown, audience, exit)),
        exit => way(exit, words),
    });
    let others: Vec<_> = others.collect();
    let later =
        LATER.map(|(words, months)| way(Exit::NotNow(after_months(today, months).unwrap_or(today)), words));
    let label = format!("How the {} sequence ends", words::lower(audience));
    el(html::Div)
        .class("person__ends")
        .attr(attr::Role, "group")
        .aria_label(label.clone())
        .child(el(html::P).class("field__label").child(label))
        .child(el(html::Div).class("roster__buttons").child(others).child(later))
}

/// A first purchase leads on to the customer sequence.
fn end(shown: Shown, audience: Audience, exit: Exit) {
    let session = shown.session;
    let whole = session.whole_now();
    let edit = whole.exit(shown.id, audience, session.today_now(), exit);
    shown.change(edit, words::exit_noted(&whole, shown.id, audience, exit));
    keep_focus();
}
