//! What happens when something is pressed, typed, ticked.
//!
//! All handlers of a kind have one type, whatever they do: the code that attaches them is then there once.

use leptos::ev;
use leptos::prelude::*;

/// A handler of an event.
pub type Handler<E> = Box<dyn FnMut(E)>;

/// Acts on a press.
pub fn press(act: impl Fn() + 'static) -> Handler<ev::MouseEvent> {
    Box::new(move |_| act())
}

/// Takes what a field holds after typing or choosing.
pub fn typed(take: impl Fn(String) + 'static) -> Handler<ev::Event> {
    Box::new(move |event| take(event_target_value(&event)))
}

/// Takes whether a box is ticked.
pub fn ticked(take: impl Fn(bool) + 'static) -> Handler<ev::Event> {
    Box::new(move |event| take(event_target_checked(&event)))
}

/// Acts on Enter.
pub fn enter(act: impl Fn() + 'static) -> Handler<ev::KeyboardEvent> {
    Box::new(move |event| {
        if event.key() == "Enter" {
            act();
        }
    })
}
