//! The wording of everything the layers inside say as data. One place, plain words.

mod dates;

mod days_off;

mod findings;

mod problems;

mod refusals;

mod steps;

mod timing;

mod why;

pub use dates::{WEEK, day, day_and_year, day_of, iso, weekday};
pub use days_off::{
    closure_days, closure_name, found_in_file, not_fetched, set, unreadable_file, working_days,
};
pub use findings::{finding, finding_fix, finding_reason, thoughts};
pub use problems::{
    amount_problem, attempts_problem, date_problem, delay_problem, latest_problem, missing, notice,
    save_problem, statement_note, stays_open, step_above_problem, text_problem,
};
pub use refusals::{closure_problem, edit_problem};
pub use steps::{
    audience, branch, channel, conditions, count, fate, late, later, lower, outcome, reason, responsible,
    role, trigger_example, unit, with,
};
pub use timing::{counted, number_of, timing, wait_problem};
pub use why::{either, why};
