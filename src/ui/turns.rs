//! The browser's turns while the app opens. A page is made in pieces, from its top down, so that between them the browser
//! can answer whoever is there already.

use std::time::Duration;

use crate::ui::reactive::{Var, var};
use leptos::prelude::*;

/// As many as a page is made in.
const LAST: u8 = 3;

/// How many turns the browser has had since the app was mounted; all of them for any page after the first.
#[derive(Clone, Copy)]
pub struct Turns(Var<u8>);

impl Turns {
    /// None yet; they come one after the other.
    pub fn begin() -> Self {
        let turns = Self(var(0));
        turns.wait();
        turns
    }

    /// All of them: somebody is typing already, and goes on with the page.
    pub fn over() -> Self {
        Self(var(LAST))
    }

    /// Those of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Whether the browser has had so many.
    pub fn have_come(self, count: u8) -> bool {
        self.0.get() >= count
    }

    /// Whether the browser has had all of them.
    pub fn are_over(self) -> bool {
        self.have_come(LAST)
    }

    fn wait(self) {
        let next = move || {
            self.0.update(|turn| *turn += 1);
            if self.0.get_untracked() < LAST {
                self.wait();
            }
        };
        set_timeout(next, Duration::ZERO);
    }
}
