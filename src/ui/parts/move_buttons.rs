//! Moving something in a list without dragging.

use leptos::prelude::*;

use super::handlers::press;
use crate::platform;

/// Two arrows. The focus stays on the one pressed; the caller announces the new place.
#[component]
pub fn MoveButtons(
    /// What is moved, in words.
    #[prop(into)]
    name: Signal<String>,
    /// Its place from 0, and how many there are.
    #[prop(into)]
    place: Signal<(usize, usize)>,
    /// Moves it to another place.
    go: Callback<usize>,
    /// The id of the element that moves.
    #[prop(into)]
    element: String,
) -> impl IntoView {
    let element = StoredValue::new(element);
    let button = move |direction: &'static str, sign: &'static str, target: fn((usize, usize)) -> Option<usize>| {
        let go_there = move || {
            let Some(to) = target(place.get_untracked()) else { return };
            go.run(to);
            // Moving an element takes its focus away; this gives it back once the list has been redrawn.
            let selector = format!("#{} [data-move={direction}]", element.get_value());
            request_animation_frame(move || platform::focus(&selector));
        };
        view! {
            <button
                type="button"
                class="button button--small button--arrow"
                data-move=direction
                aria-label=move || format!("Move {} {direction}", name.get())
                aria-disabled=move || target(place.get()).is_none().then_some("true")
                on:click=press(go_there)
            >
                {sign}
            </button>
        }
    };
    view! {
        {button("up", "↑", |(at, _)| at.checked_sub(1))}
        {button("down", "↓", |(at, of)| (at + 1 < of).then_some(at + 1))}
    }
}
