//! The one place that touches the browser: its clock, its storage, its files, its page.
//!
//! Everything here is small and dull on purpose. What decides something stands in the layers inside.

mod clock;

mod fetch;

mod files;

mod ids;

mod money;

mod page;

mod panic;

mod rows;

mod storage;

mod worker;

pub use clock::{today, until_midnight};
pub use fetch::{NotFetched, fetch_text};
pub use files::{download, read};
pub use ids::random_bits;
pub use money::money;
pub use page::{
    DRAFT, close_dialog, focus, focus_if_lost, go_to, has_open_dialog, is_dialog_open, is_drafting,
    is_hidden, open_dialog, print, route, scroll_to_top, set_title, stays_within, take_draft,
};
pub use panic::{has_stopped, report_panics};
pub use rows::{
    CELL, LandingLine, cell_of, copy_text, focus_cell, has_marked_text, hold_pointer, open_cell, pasted_text,
};
pub use storage::{BrowserStorage, TabMemory};
pub use worker::{NoAnswer, call_worker, stop_work, work_on};
