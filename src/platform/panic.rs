//! The last line of defence: after a panic nothing is written any more.

use std::sync::atomic::{AtomicBool, Ordering};

use web_sys::{CustomEvent, window};

static STOPPED: AtomicBool = AtomicBool::new(false);

/// On a panic, stops every further write and tells the page, which then offers what is stored.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        STOPPED.store(true, Ordering::Relaxed);
        web_sys::console::error_1(&info.to_string().into());
        if let (Some(window), Ok(event)) = (window(), CustomEvent::new("followthrough:panic")) {
            _ = window.dispatch_event(&event);
        }
    }));
}

/// Whether there was a panic.
pub fn has_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}
