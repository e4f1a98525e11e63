//! When the plan is reviewed: once the typing rests, so that no suggestion appears and goes with each key.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::Session;
use crate::ui::reactive::effect;

/// How long the typing rests before the plan is reviewed.
const REST: Duration = Duration::from_millis(250);

/// Keeps the review of the open plan up to date for as long as the page lives.
pub fn keep_reviewed(session: Session) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    effect(move || {
        session.plan().track();
        session.today();
        if let Some(earlier) = waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        // On a first visit there is nothing to review, and the part of the program that could is not there yet.
        if session.is_bare() && session.review_is_empty() {
            return;
        }
        waiting.set_value(set_timeout_with_handle(move || session.review_now(), REST).ok());
    });
}
