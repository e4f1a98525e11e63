//! Banners: what a person must know as long as it is so.

use leptos::prelude::*;

use super::button::{Look, button};
use super::export;
use super::shown::Shown;
use crate::plan::{Edit, Origin};
use crate::store::StorageError;
use crate::ui::desk::{Desk, Trouble};
use crate::ui::{Route, Session};

/// All banners that hold now.
#[component]
pub fn Banners() -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let trouble = desk.trouble();
    let is_example = session.slice(|plan| plan.origin == Origin::Example);
    let shown = move || match trouble.get() {
        Some(Trouble::Storage(error)) => Some(view! { <StorageBanner error /> }.into_any()),
        Some(Trouble::ChangedElsewhere) => Some(view! { <OtherTabBanner /> }.into_any()),
        Some(Trouble::RemovedElsewhere) => Some(view! { <RemovedBanner /> }.into_any()),
        None => None,
    };
    view! {
        <div class="banners">
            {move || shown()}
            <Shown when=move || desk.has_plan() && is_example.get()>
                <ExampleBanner />
            </Shown>
        </div>
    }
}

#[component]
fn StorageBanner(error: StorageError) -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let lead = match error {
        StorageError::Blocked => "This browser does not let the page keep anything. You can work on, but closing the tab loses the plan.",
        StorageError::Full => "The browser’s storage for this page is full, so your last changes are not saved.",
        StorageError::Failed => "The browser could not save your last changes.",
    };
    view! {
        <section class="banner banner--bad" role="alert">
            <p>{lead} " Export the plan to keep it."</p>
            <div class="banner__ways">
                <Shown when=move || desk.has_plan()>
                    {button(Look::Small, "Download the plan", move || export(session, desk))}
                </Shown>
                <Shown when=move || error != StorageError::Blocked>
                    {button(Look::Small, "Try again", move || desk.try_again())}
                    <a href=Route::Plans.href()>"Make room among your plans"</a>
                </Shown>
            </div>
        </section>
    }
}

#[component]
fn OtherTabBanner() -> impl IntoView {
    let (session, desk) = (Session::here(), Desk::here());
    let take = move || {
        if let Err(problem) = desk.take_other_version() {
            session.announce(problem);
        }
    };
    view! {
        <section class="banner banner--bad" role="alert">
            <p>"This plan was also changed in another tab. Nothing is overwritten: choose which version to go on with here."</p>
            <div class="banner__ways">
                {button(Look::Small, "Keep mine as a copy", move || desk.keep_as_copy())}
                {button(Look::Small, "Open the other version", take)}
            </div>
        </section>
    }
}

#[component]
fn RemovedBanner() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <section class="banner banner--bad" role="alert">
            <p>"This plan was removed in another tab. What you see is only here now."</p>
            <div class="banner__ways">
                {button(Look::Small, "Keep it as a copy", move || desk.keep_as_copy())}
            </div>
        </section>
    }
}

#[component]
fn ExampleBanner() -> impl IntoView {
    let session = Session::here();
    let adopt = move || session.edit_and_say(Edit::Adopt, "This is your own plan now");
    view! {
        <section class="banner" aria-label="Example">
            <p>
                <strong>"This is an example. "</strong>
                "Look around and change what you like; your own plans are not touched."
            </p>
            <div class="banner__ways">
                <a href=Route::Start.href()>"Start your own"</a>
                {button(Look::Small, "Make it mine", adopt)}
            </div>
        </section>
    }
}
