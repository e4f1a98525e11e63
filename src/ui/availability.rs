//! Whether the app opens without the internet, as it changes.

use leptos::prelude::*;

use crate::platform::Offline;

/// What the pages follow of it.
#[derive(Clone, Copy)]
pub struct Availability(Trigger);

impl Availability {
    /// Follows it for as long as the page lives.
    pub(super) fn follow() -> Self {
        let changed = Trigger::new();
        _ = window_event_listener_untyped(Offline::CHANGED, move |_| changed.notify());
        Self(changed)
    }

    /// The one of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// As it is now; who asks is told when it changes.
    pub fn now(self) -> Offline {
        self.0.track();
        Offline::now()
    }
}
