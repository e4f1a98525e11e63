//! The day it is, on a page that stays open: it changes at midnight, after sleep, and when the clock is set.

use std::time::Duration;

use leptos::prelude::*;

use super::Session;
use crate::platform;

/// How long the page goes on without a look at the clock: a machine that slept past midnight may tell nobody.
const LONGEST: Duration = Duration::from_secs(60);

/// Looks at the clock at midnight, once a minute, and whenever the page comes back into view.
pub fn keep_day(session: Session) {
    for event in ["focus", "pageshow", "visibilitychange"] {
        _ = window_event_listener_untyped(event, move |_| _ = session.today_now());
    }
    look_at_midnight(session);
}

fn look_at_midnight(session: Session) {
    let look = move || {
        session.today_now();
        look_at_midnight(session);
    };
    set_timeout(look, platform::until_midnight().min(LONGEST));
}
