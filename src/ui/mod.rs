//! The pages and their parts.

use leptos::prelude::*;

/// Mounts the app in the page.
pub fn start() {
    leptos::mount::mount_to_body(|| view! { <main><h1>"Followthrough"</h1></main> });
}
