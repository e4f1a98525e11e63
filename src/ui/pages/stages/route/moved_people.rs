//! Whose dates have moved by what was typed: told once the typing rests, with the way back (F4).

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::agenda::{Forecasts, Preview};
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::var;
use crate::words;

/// How long the typing rests before it is told.
const REST: Duration = Duration::from_millis(700);

/// The note, which is there until something else is changed.
pub fn moved_people() -> El {
    let session = Session::here();
    let before = StoredValue::new(None::<Arc<Forecasts>>);
    let told = var(Vec::<String>::new());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let rested = move || {
        // The page may be gone by then.
        let Some(earlier) = before.try_update_value(Option::take) else { return };
        let now = is_under_way(session).then(|| untrack(|| session.forecasts()));
        if let (Some(earlier), Some(now)) = (earlier, &now)
            && earlier.today() == now.today()
        {
            let preview = Preview::of(&earlier, now);
            if !preview.is_empty() {
                told.set(words::moved(now.workspace(), &preview));
            }
        }
        before.set_value(now);
    };
    Effect::new(move || {
        _ = session.whole();
        told.set(Vec::new());
        // What was shown or only taken back is nothing to tell: what is typed next is compared with this.
        if before.with_value(Option::is_none) || session.has_shown_moves() {
            return before.set_value(is_under_way(session).then(|| untrack(|| session.forecasts())));
        }
        if let Some(earlier) = waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        waiting.set_value(set_timeout_with_handle(rested, REST).ok());
    });
    let list = move || {
        let sentence = |said: String| el(html::Li).child(said);
        el(html::Ul).child(told.get().into_iter().map(sentence).collect::<Vec<_>>()).into_any()
    };
    let ways = move || {
        el(html::Div)
            .class("moved-people__ways")
            .child(button(Look::Small, "Undo the last change", move || session.undo()))
            .child(button(Look::Quiet, "Close", move || told.set(Vec::new())))
    };
    let is_silent = move || told.with(Vec::is_empty);
    el(html::Div)
        .class("moved-people")
        .class(("moved-people--silent", is_silent))
        .attr(attr::Role, "group")
        .aria_label("Whose dates have moved")
        .child(el(html::Div).attr(attr::AriaLive, "polite").child(list))
        .show(move || !is_silent(), ways)
}

fn is_under_way(session: Session) -> bool {
    let roster = session.roster().get_untracked();
    roster.contacts().any(|contact| contact.is_under_way())
}
