//! The pages beside the workshop, which look at the plan as a whole.

mod came;

mod channels;

mod files;

mod paper;

mod recipes;

mod returns;

mod review;

mod cadence;

mod traceability;

pub use cadence::cadence;
pub use channels::channels;
pub use files::files;
pub use paper::on_paper;
pub use recipes::recipes;
pub use returns::returns;
pub use review::review;
pub use traceability::traceability;
