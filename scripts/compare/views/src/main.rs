//! The pages of one form, behind the app's own state.

#[cfg(feature = "el")]
mod with_el;

#[cfg(feature = "view")]
mod with_view;

mod logic;

use followthrough::plan::Plan;
use followthrough::platform;
use followthrough::store::MemoryStorage;
use followthrough::ui::{Ports, Session, Workspace};
use leptos::prelude::*;

fn main() {
    platform::report_panics();
    mount_to_body(|| {
        let session = Session::new(Plan::blank(), platform::today);
        let workspace = Workspace::new(
            session,
            Ports {
                storage: Box::new(MemoryStorage::default()),
                is_lasting: false,
                random_bits: platform::random_bits,
                remember: |_| {},
            },
        );
        provide_context(session);
        provide_context(workspace);
        pages()
    });
}

/// The pages that were asked for, under each other.
fn pages() -> Vec<AnyView> {
    vec![
        #[cfg(all(feature = "el", feature = "home"))]
        with_el::home().into_any(),
        #[cfg(all(feature = "el", feature = "plans"))]
        with_el::plans().into_any(),
        #[cfg(all(feature = "el", feature = "step"))]
        with_el::steps().into_any(),
        #[cfg(all(feature = "view", feature = "home"))]
        with_view::home().into_any(),
        #[cfg(all(feature = "view", feature = "plans"))]
        with_view::plans().into_any(),
        #[cfg(all(feature = "view", feature = "step"))]
        with_view::steps().into_any(),
    ]
}
