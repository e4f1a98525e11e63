//! The one place that touchpoints the browser: its clock, its storage, its files, its page.
//!
//! Everything here is small and dull on purpose. What decides something stands in the layers inside.

mod clock;

mod fetch;

mod files;

mod ids;

mod money;

mod page;

mod panic;

mod storage;

pub use clock::today;
pub use fetch::{NotFetched, fetch_text};
pub use files::{download, read};
pub use ids::random_bits;
pub use money::money;
pub use page::{
    close_dialog, focus, focus_if_lost, go_to, is_dialog_open, is_hidden, open_dialog, print, route,
    scroll_to_top, set_title,
};
pub use panic::{has_stopped, report_panics};
pub use storage::{BrowserStorage, TabMemory};
