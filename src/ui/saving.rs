//! When to save: soon after a change, and at once when the page goes.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::{Session, Workspace};
use crate::platform;

/// After a change, how long the typing may go on before it is written.
const REST: Duration = Duration::from_millis(300);

/// Keeps the open plan saved for as long as the page lives.
pub fn keep_saved(session: Session, workspace: Workspace) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(timeout) = waiting.try_update_value(Option::take).flatten() {
            timeout.clear();
        }
    };
    Effect::new(move || {
        session.plan().track();
        stop_waiting();
        if workspace.has_unsaved() {
            workspace.mark_changed();
            waiting.set_value(set_timeout_with_handle(move || workspace.save_now(), REST).ok());
        }
    });
    let save_at_once = move || {
        platform::take_draft();
        stop_waiting();
        workspace.save_now();
    };
    // A page that is hidden may never be shown again; one that goes is not told twice.
    _ = window_event_listener(ev::pagehide, move |_| save_at_once());
    _ = window_event_listener_untyped("visibilitychange", move |_| {
        if platform::is_hidden() {
            save_at_once();
        }
    });
    _ = window_event_listener(ev::storage, move |event| {
        match event.key() {
            Some(key) => workspace.hear(&key, event.new_value().as_deref()),
            // The whole storage was cleared.
            None => workspace.hear_cleared(),
        }
    });
}
