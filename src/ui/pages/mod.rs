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
pub use start::{missing, no_plan, not_found, on_its_way, open_example, start, start_new};
pub use team::team;
pub use today::today;

use crate::ui::element::El;
use crate::ui::{FirstPage, Route};
use crate::workshop::{Aid, Stage};

/// A page that does without the rest of the program.
pub fn first_page(page: FirstPage) -> El {
    match page {
        FirstPage::Start => start(),
        FirstPage::FreshStart => fresh_start(),
        FirstPage::NotFound => not_found(),
    }
}

/// The page an address leads to.
pub fn page(route: Route) -> El {
    match route {
        Route::Link => on_its_way(),
        Route::Start => start(),
        Route::Unknown => not_found(),
        Route::Home => home(),
        Route::Today => today(),
        Route::People => people(),
        Route::Person(contact) => person(contact),
        Route::Team => team(),
        Route::Plans => plans(),
        Route::About => about(),
        Route::Workshop(Stage::FreshStart) => fresh_start(),
        Route::Workshop(Stage::Destination) => destination(),
        Route::Workshop(Stage::Goals) => goals(),
        Route::Workshop(Stage::By) => by(),
        Route::Workshop(Stage::Route) => map_route(),
        Route::Workshop(Stage::Prepare) => prepare(),
        Route::Workshop(Stage::Go) => go(),
        Route::Aid(Aid::Recipes) => recipes(),
        Route::Aid(Aid::Channels) => channels(),
        Route::Aid(Aid::Cadence) => cadence(),
        Route::Aid(Aid::Review) => review(),
        Route::Aid(Aid::Traceability) => traceability(),
        Route::Aid(Aid::Return) => returns(),
        Route::Aid(Aid::Files) => files(),
        Route::Aid(Aid::Paper) => on_paper(),
    }
}
