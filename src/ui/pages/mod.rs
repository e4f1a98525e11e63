//! The pages.

mod about;

mod aids;

mod home;

mod import;

mod people;

mod plans;

mod sheet;

mod stages;

mod start;

mod team;

mod today;

pub use about::about;
pub use aids::{cadence, channels, files, on_paper, recipes, returns, review, traceability};
pub use home::home;
pub use import::{Incoming, cells_field, import_field, import_preview, sheet_field};
pub use people::{people, person};
pub use plans::plans;
pub use sheet::{print_sheet_on_demand, sheets};
pub use stages::{by, destination, fresh_start, go, goals, map_route, prepare};
pub use start::{TYPED_LIST, no_plan, not_found, start};
pub use team::team;
pub use today::today;
