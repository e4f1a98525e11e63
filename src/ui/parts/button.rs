//! Buttons.

use crate::ui::element::{El, attr, el, ev, html};

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The way on.
    Main,
    /// One of several.
    Plain,
    /// Beside something.
    Small,
    /// Beside something, and rarely wanted.
    Quiet,
    /// It cannot be undone.
    Danger,
}

impl Look {
    /// The classes of a button.
    pub fn classes(self) -> &'static str {
        match self {
            Self::Main => "button button--main",
            Self::Plain => "button",
            Self::Small => "button button--small",
            Self::Quiet => "button button--small button--quiet",
            Self::Danger => "button button--small button--danger",
        }
    }
}

/// A button that says what it does.
pub fn button(look: Look, words: impl Into<String>, act: impl Fn() + 'static) -> El {
    el(html::Button)
        .attr(attr::Type, "button")
        .class(look.classes())
        .child(words.into())
        .on(ev::click, move |_| act())
}

/// A button in a row of many: listeners hear what it acts on.
pub fn row_button(
    look: Look,
    words: impl Into<String>,
    name: impl Fn() -> String + Send + Sync + 'static,
    act: impl Fn() + 'static,
) -> El {
    button(look, words, act).aria_label(name)
}
