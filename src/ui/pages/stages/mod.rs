//! The seven pages of the workshop.

mod by;

mod destination;

mod fresh_start;

mod go;

mod goals;

mod prepare;

mod route;

pub use by::By;
pub use destination::Destination;
pub use fresh_start::FreshStart;
pub use go::Go;
pub use goals::Goals;
pub use prepare::Prepare;
pub use route::MapRoute;
