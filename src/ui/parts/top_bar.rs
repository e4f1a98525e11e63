//! The bar at the top: where one is, what is kept, and the way back.

use leptos::prelude::*;

use super::button::Look;
use super::handlers::press;
use super::shown::Shown;
use crate::ui::desk::{Desk, SaveState};
use crate::ui::{Route, Session};

/// The bar at the top of every page.
#[component]
pub fn TopBar(
    /// The page shown.
    route: Signal<Route>,
) -> impl IntoView {
    let desk = Desk::here();
    let link = move |page: Route, words: &'static str| {
        view! {
            <a href=page.href() aria-current=move || (route.get() == page).then_some("page")>
                {words}
            </a>
        }
    };
    view! {
        <header class="top-bar">
            <a class="top-bar__brand" href=Route::Start.href()>"Followthrough"</a>
            <nav class="top-bar__pages" aria-label="Pages">
                <Shown when=move || desk.has_plan()>{link(Route::Home, "Your plan")}</Shown>
                {link(Route::Plans, "All plans")}
                {link(Route::About, "The method")}
            </nav>
            <Shown when=move || desk.has_plan()>
                <div class="top-bar__tools">
                    <SaveMark />
                    <WayBack />
                </div>
            </Shown>
        </header>
    }
}

/// Undo and redo. They stay in place when there is nothing to do, so that the focus is not lost.
#[component]
fn WayBack() -> impl IntoView {
    let session = Session::here();
    let way = |words: &'static str, keys: &'static str, can: fn(Session) -> bool, go: fn(Session)| {
        view! {
            <button
                type="button"
                class=Look::Small.classes()
                title=keys
                aria-disabled=move || (!can(session)).then_some("true")
                on:click=press(move || go(session))
            >
                {words}
            </button>
        }
    };
    view! {
        {way("Undo", "Ctrl+Z", Session::has_past, Session::undo)}
        {way("Redo", "Ctrl+Shift+Z", Session::has_future, Session::redo)}
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
            aria-label=move || words()
        >
            {move || words()}
        </p>
    }
}
