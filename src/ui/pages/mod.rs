//! The pages.

mod about;

mod home;

mod import;

mod plans;

mod sheet;

mod stages;

mod start;

pub use about::About;
pub use home::Home;
pub use import::{ImportPreview, ImportField, Incoming};
pub use plans::Plans;
pub use sheet::print_sheet_on_demand;
pub use stages::{By, Destination, FreshStart, Go, Goals, MapRoute, Prepare};
pub use start::{NotFound, Start};
