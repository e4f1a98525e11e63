//! The keys that mean the same on every page.

use leptos::prelude::*;

use super::palette::show_keys;
use super::{Finder, Workspace, rest};
use crate::platform;
use crate::ui::element::ev;
use crate::ui::parts::keeping_focus;

/// Ctrl/Cmd+Z and Shift+Ctrl/Cmd+Z, or Ctrl+Y; Ctrl/Cmd+K; `?`; and Enter in a field of a dialog, which does what its
/// main button says.
pub fn listen(workspace: Workspace, finder: Finder) {
    _ = window_event_listener(ev::keydown, move |event| {
        let is_command = event.ctrl_key() || event.meta_key();
        if event.alt_key() || event.default_prevented() {
            return;
        }
        // Behind a dialog nothing changes.
        if platform::has_open_dialog() {
            let is_enter = event.key() == "Enter" && !is_command && !event.shift_key();
            if is_enter && platform::press_main_button(&event) {
                event.prevent_default();
            }
            return;
        }
        match (is_command, event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            // A draft has a way back of its own.
            (true, "z" | "y", _) if platform::is_drafting() => return,
            (true, "z", false) => keeping_focus(|| workspace.undo()),
            (true, "z", true) | (true, "y", false) => keeping_focus(|| workspace.redo()),
            (true, "k", false) => finder.open(),
            (false, "?", _) if !platform::is_in_field() => rest::with(|_| show_keys()),
            _ => return,
        }
        event.prevent_default();
    });
}
