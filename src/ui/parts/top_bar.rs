//! The bar at the top: where one is, what is kept, and the way back.

use leptos::prelude::*;

use crate::ui::desk::{Desk, SaveState};
use crate::ui::{Route, Session};

/// The bar at the top of every page.
#[component]
pub fn TopBar(
    /// The page shown.
    route: Signal<Route>,
) -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let current = move |page: Route| (route.get() == page).then_some("page");
    let (has_plan, past, future) = (desk.has_plan(), session.has_past(), session.has_future());
    view! {
        <header class="top-bar">
            <a class="top-bar__brand" href=Route::Start.href()>"Followthrough"</a>
            <nav class="top-bar__pages" aria-label="Pages">
                <Show when=move || has_plan.get()>
                    <a href=Route::Home.href() aria-current=move || current(Route::Home)>"Your plan"</a>
                </Show>
                <a href=Route::Plans.href() aria-current=move || current(Route::Plans)>"All plans"</a>
                <a href=Route::About.href() aria-current=move || current(Route::About)>"The method"</a>
            </nav>
            <Show when=move || has_plan.get()>
                <div class="top-bar__tools">
                    <SaveMark />
                    <button
                        type="button"
                        class="button button--small"
                        aria-disabled=move || (!past.get()).then_some("true")
                        title="Ctrl+Z"
                        on:click=move |_| session.undo()
                    >
                        "Undo"
                    </button>
                    <button
                        type="button"
                        class="button button--small"
                        aria-disabled=move || (!future.get()).then_some("true")
                        title="Ctrl+Shift+Z"
                        on:click=move |_| session.redo()
                    >
                        "Redo"
                    </button>
                </div>
            </Show>
        </header>
    }
}

/// Whether what is on the screen is kept. Not announced at each change: a failure has its own alert.
#[component]
fn SaveMark() -> impl IntoView {
    let state = Desk::here().save_state();
    let words = move || match state.get() {
        SaveState::Saved => "Saved",
        SaveState::Saving => "Saving",
        SaveState::NotSaved => "Not saved",
    };
    view! {
        <p
            class="save-mark"
            class:save-mark--bad=move || state.get() == SaveState::NotSaved
            role="status"
            aria-live="off"
            aria-label=words
        >
            {words}
        </p>
    }
}
