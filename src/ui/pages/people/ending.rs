//! How a sequence ends for somebody.

use super::person::Shown;
use super::under_way::keep_focus;
use crate::plan::Audience;
use crate::roster::Exit;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, exit_buttons};
use crate::words;

/// The ways it may end.
pub fn ways_out(shown: Shown, audience: Audience) -> El {
    let ways = exit_buttons(Look::Small, shown.session, move |exit| end(shown, audience, exit));
    let label = format!("How the {} sequence ends", words::lower(audience));
    el(html::Div)
        .class("person__ends")
        .attr(attr::Role, "group")
        .aria_label(label.clone())
        .child(el(html::P).class("field__label").child(label))
        .child(el(html::Div).class("roster__buttons").child(ways))
}

/// A first purchase leads on to the customer sequence.
fn end(shown: Shown, audience: Audience, exit: Exit) {
    let session = shown.session;
    let whole = session.whole_now();
    let edit = whole.exit(shown.id, audience, session.today_now(), exit);
    shown.change(edit, words::exit_noted(&whole, shown.id, audience, exit));
    keep_focus();
}
