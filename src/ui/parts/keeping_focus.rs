//! The focus, where what had it goes away.

use leptos::prelude::request_animation_frame;

use crate::platform;

/// Does something after which what has the focus may be gone: the nearest of what stays has it then, else the heading.
pub fn keeping_focus(act: impl FnOnce()) {
    returning(platform::Neighbours::of_focus(), act);
}

/// The same, with the focus going back to what had it at another time.
pub fn returning(neighbours: platform::Neighbours, act: impl FnOnce()) {
    act();
    request_animation_frame(|| {
        neighbours.keep_focus();
        platform::focus_if_lost("main h1");
    });
}
