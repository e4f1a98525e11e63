//! The frame of a workshop page.

use leptos::prelude::*;

use super::StageRoad;
use super::button::Look;
use super::handlers::press;
use crate::platform;
use crate::ui::{Route, Session};
use crate::workshop::Stage;

/// A stage's page: where one is, what it is for, its content, and the way on.
#[component]
pub fn StagePage(
    /// The stage.
    stage: Stage,
    /// What it is for, in a sentence or two.
    #[prop(into)]
    lead: String,
    /// Lets the page take the whole width.
    #[prop(optional)]
    wide: bool,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let session = Session::here();
    let back = stage.previous().map_or(Route::Home, Route::Workshop);
    let on = stage.next().map_or(Route::Home, Route::Workshop);
    let back_hint = stage.previous().map_or("Plan overview", Stage::title);
    let on_hint = stage.next().map_or("Plan overview", Stage::title);
    let go = move |to: Route| {
        session.pause();
        platform::go_to(&to.path());
    };
    view! {
        <article class="stage" class:stage--wide=wide>
            <StageRoad here=stage />
            <p class="stage__count">{format!("Step {} of 7", stage.number())}</p>
            <h1 class="stage__title" tabindex="-1">{stage.title()}</h1>
            <p class="stage__lead">{lead}</p>
            {children()}
            <nav class="stage__ways" aria-label="Steps">
                <button type="button" class=Look::Plain.classes() on:click=press(move || go(back))>
                    "Back"
                    <span class="stage__way-hint" aria-hidden="true">{back_hint}</span>
                </button>
                <button type="button" class=Look::Main.classes() on:click=press(move || go(on))>
                    "Continue"
                    <span class="stage__way-hint" aria-hidden="true">{on_hint}</span>
                </button>
            </nav>
        </article>
    }
}
