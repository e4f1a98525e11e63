//! The dialog in which everything is found, and whether it is open.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::platform;
use crate::ui::reactive::{Var, var};
use crate::ui::rest;

/// Opens the dialog in which everything is found.
#[derive(Clone, Copy)]
pub struct Finder {
    is_open: Var<bool>,
}

impl Default for Finder {
    fn default() -> Self {
        Self { is_open: var(false) }
    }
}

impl Finder {
    /// The dialog's name in the page.
    pub const DIALOG: &str = "palette";

    /// The one of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Opens it; the focus is in its field.
    pub fn open(self) {
        rest::with(move |_| {
            self.is_open.set(true);
            // Once the field is there, and before the browser hands out another key.
            spawn_local(async {
                tick().await;
                platform::open_dialog(Self::DIALOG);
                platform::focus("#palette input");
            });
        });
    }

    /// It was closed.
    pub(super) fn closed(self) {
        self.is_open.set(false);
    }

    /// Whether it is open, followed.
    pub(super) fn is_open(self) -> bool {
        self.is_open.get()
    }
}
