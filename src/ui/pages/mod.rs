//! The pages.

mod about;

mod aids;

mod home;

mod import;

mod plans;

mod sheet;

mod stages;

mod start;

pub use about::about;
pub use aids::{cadence, channels, recipes, returns, review, traceability};
pub use home::home;
pub use import::{Incoming, import_field, import_preview};
pub use plans::plans;
pub use sheet::print_sheet_on_demand;
pub use stages::{by, destination, fresh_start, go, goals, map_route, prepare};
pub use start::{no_plan, not_found, start};
