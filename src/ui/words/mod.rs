//! The wording of everything the layers inside say as data. One place, plain words.

mod dates;

mod problems;

mod steps;

pub use dates::{day, day_and_year, iso, weekday};
pub use problems::{
    amount_problem, date_problem, delay_problem, edit_problem, missing, notice, save_problem, statement_note,
    stays_open, text_problem,
};
pub use steps::{
    anchor, audience, channel, count, delay, lower, reason, responsible, role, trigger_example, unit, with,
};
