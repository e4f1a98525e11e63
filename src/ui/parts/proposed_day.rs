//! The day that a form proposes.

use leptos::prelude::*;

use crate::ui::Session;
use crate::ui::reactive::{Var, effect, var};
use crate::words;

/// Today, overnight too, until somebody chooses another day.
pub fn proposed_day(session: Session) -> Var<String> {
    let day = var(words::iso(session.today_now()));
    let proposed = StoredValue::new(day.get_untracked());
    effect(move || {
        let today = words::iso(session.today());
        if day.get_untracked() == proposed.get_value() {
            day.set(today.clone());
        }
        proposed.set_value(today);
    });
    day
}
