//! The agenda: who is due what, by whom, when and why, computed from plan, roster and the day on which one looks.
//!
//! [`Forecasts`] holds the dates of everybody's steps and makes them anew only for those who changed. They come from the
//! one [`Pattern`](crate::schedule::Pattern) of each sequence, as the facts of one contact do
//! ([`Forecasts::facts`]), so that a list, a page about somebody and a file say the same (B6, F4). Nothing is stored.

mod act;

mod calendars;

mod capacity;

mod clear_days;

mod course;

mod duty;

mod forecast;

mod in_time;

mod intake;

mod item;

mod laid;

mod letters;

mod list;

mod load;

mod own_plan;

mod preview;

mod rate;

mod results;

mod room;

mod stagger;

mod weeks;

pub use act::{Act, ItemKey, Taken, What};
pub use capacity::{Capacity, day_minutes};
pub use clear_days::days_clear;
pub use duty::{is_away, responsible};
pub use forecast::{Forecasts, Timeline};
pub use in_time::{InTime, StepInTime, Whose, in_time};
pub use intake::{Bound, Intake, intake};
pub use item::{Item, Standing, Work};
pub use letters::letters;
pub use list::{Agenda, Group, GroupBy, grouped};
pub use load::{Load, load, load_ahead};
pub use own_plan::OwnPlan;
pub use preview::{Crowd, Overload, Overrun, Preview, Shift};
pub use rate::Rate;
pub use results::{Ends, Results, StepTold, Tally, results};
pub use room::{Room, room};
pub use stagger::{Limits, Staggered, stagger};
pub use weeks::{DayAhead, weeks};
