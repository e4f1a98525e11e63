//! Light or dark: as the system has it, or as somebody has chosen.

use web_sys::window;

/// What a person has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Light {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Beside the plans, so that it is none of them; `src/start.js` reads it before anything is drawn.
const KEY: &str = "followthrough-light";

const ATTRIBUTE: &str = "data-light";

impl Light {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in the storage and on the page.
    pub fn slug(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What the page shows now.
    pub fn chosen() -> Self {
        let root = window().and_then(|window| window.document()?.document_element());
        let shown = root.and_then(|root| root.get_attribute(ATTRIBUTE));
        Self::ALL.into_iter().find(|it| Some(it.slug()) == shown.as_deref()).unwrap_or_default()
    }

    /// Shows the page in it from now on. Where nothing can be kept, it lasts as long as the page.
    pub fn choose(self) {
        let Some(window) = window() else { return };
        if let Some(root) = window.document().and_then(|document| document.document_element()) {
            // Neither name is one that a browser refuses.
            _ = match self {
                Self::System => root.remove_attribute(ATTRIBUTE),
                Self::Light | Self::Dark => root.set_attribute(ATTRIBUTE, self.slug()),
            };
        }
        if let Ok(Some(storage)) = window.local_storage() {
            _ = match self {
                Self::System => storage.remove_item(KEY),
                Self::Light | Self::Dark => storage.set_item(KEY, self.slug()),
            };
        }
    }
}
