//! The seven pages of the workshop.

mod by;

mod destination;

mod fresh_start;

mod go;

mod goals;

mod prepare;

mod route;

pub use by::by;
pub use destination::destination;
pub use fresh_start::fresh_start;
pub use go::go;
pub use goals::goals;
pub use prepare::prepare;
pub use route::{FIELD, HolidaysOf, Looking, map_route, search};
