//! Where the focus goes on the next page.

use leptos::prelude::*;

/// The place on the next page that gets the focus; its heading, if none is wanted.
#[derive(Clone, Copy, Default)]
pub struct Arrival(StoredValue<Option<String>>);

impl Arrival {
    /// The one of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The next page is wanted for a place on it, found by a selector.
    pub fn want(self, place: String) {
        self.0.set_value(Some(place));
    }

    /// The place that was wanted, once.
    pub(super) fn take(self) -> Option<String> {
        self.0.try_update_value(Option::take).flatten()
    }
}
