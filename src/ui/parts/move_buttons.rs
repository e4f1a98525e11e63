//! Moving something in a list without dragging.

use leptos::prelude::*;

use super::button::{Look, button};
use crate::platform;
use crate::ui::element::{El, attr, data};
use crate::ui::reactive::Memo;

/// Two arrows. `place` is the place from 0 and how many there are; `go` moves to another place and announces
/// it. The focus stays on the arrow pressed; `element` is the id of what moves.
pub fn move_buttons(
    name: Memo<String>,
    place: Memo<(usize, usize)>,
    go: Callback<usize>,
    element: String,
) -> [El; 2] {
    let arrow = |direction: &'static str, sign: &'static str, target: fn((usize, usize)) -> Option<usize>| {
        let element = element.clone();
        let press = move || {
            let Some(to) = target(untrack(|| place.get())) else { return };
            go.run(to);
            // Moving an element takes its focus away; this gives it back once the list has been redrawn.
            let selector = format!("#{element} [data-move={direction}]");
            request_animation_frame(move || platform::focus(&selector));
        };
        button(Look::Small, sign, press)
            .class("button button--small button--arrow")
            .attr(data::Move, direction)
            .aria_label(move || format!("Move {} {direction}", name.get()))
            .attr(attr::AriaDisabled, move || target(place.get()).is_none().then(|| "true".to_owned()))
    };
    [
        arrow("up", "↑", |(at, _)| at.checked_sub(1)),
        arrow("down", "↓", |(at, of)| (at + 1 < of).then_some(at + 1)),
    ]
}
