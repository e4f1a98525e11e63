//! The one place that touches the browser: its clock, its storage, its files, its page.
//!
//! Everything here is small and dull on purpose. What decides something stands in the layers inside.

mod ask;

mod clipboard;

mod clock;

mod copies;

mod database;

mod durable;

mod exported;

mod fetch;

mod files;

mod forget;

mod ids;

mod lasting;

mod light;

mod money;

mod offline;

mod own_file;

mod packed;

mod page;

mod panic;

mod press;

mod rows;

mod storage;

mod team;

mod text_field;

mod welcome;

mod worker;

pub use clipboard::{copy, copy_with};
pub use clock::{minutes_ahead, moment, now, pause, today, until_midnight};
pub use copies::open_copies;
pub use database::{Database, Loss};
pub use durable::{DurablePlace, NotCommitted};
pub use exported::{exported_before, remember_export};
pub use fetch::{NotFetched, fetch_text};
pub use files::{download, download_bytes, download_page, read};
pub use forget::{DELETING, begin_anew, delete_everything, start_over};
pub use ids::random_bits;
pub use lasting::{Safety, ask_for_lasting, safety};
pub use light::Light;
pub use money::{money, prints_on_letter};
pub use offline::{
    MISSING_NOTE, MISSING_PLANS, Offline, ask_page_again, is_one_file, offer_plans, open_new_version,
    version, why_missing,
};
pub use own_file::OwnFile;
pub use packed::{NotUnpacked, pack, unpack};
pub use page::{
    DRAFT, Neighbours, address, close_dialog, focus, focus_if_lost, focus_on, give_up_refused, go_to,
    has_open_dialog, in_address, is_dialog_open, is_drafting, is_focus_low, is_focus_on, is_hidden,
    is_in_field, is_narrow, is_over, mark_visited, open_dialog, press_main_button, print, replace_route,
    reveal, route, scroll_across, scroll_to, scrolled, set_title, stays_within, take_draft, tell_of_note,
    was_visited, width_of,
};
pub use panic::{has_stopped, report_panics};
pub use press::PressPart;
pub use rows::{
    CELL, LandingLine, SIGHT, cell_of, copy_text, focus_cell, has_marked_text, hold_pointer, open_cell,
    pasted_text, row_in_sight,
};
pub use storage::{BrowserStorage, TabMemory};
pub use team::{ask_list, signed, team_file};
pub use text_field::{caret, type_over};
pub use welcome::{WELCOME_SETTLED, go_on_from_welcome, leave_welcome, settle_welcome};
pub use worker::{Cargo, Helper, Made, NoAnswer};
