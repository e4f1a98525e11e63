//! Advice: what a second pair of eyes would say about a plan.
//!
//! Pure functions of a plan or of its texts. They return findings as values, never as errors: a note is a thought
//! to consider, nothing is blocked by one. Their wording belongs to the screen.

mod balance;

mod channels;

mod earnings;

mod effort;

mod letter;

mod pressure;

mod recipe;

mod review;

mod rhythm;

mod rule;

mod sentence;

mod stake;

mod statement;

mod thread;

mod touch;

mod trade;

mod word;

pub use balance::{Balance, balance};
pub use channels::{ChannelAdvice, Fit, Manner, rank_channels};
pub use earnings::{Earnings, Verdict, unknown_leads};
pub use effort::{Effort, effort, workload};
pub use pressure::{Band, Cause, Held, Period, Pressure, Scale, Silence, Strain};
pub use recipe::{Answers, Preview, Question, Recipe, RecipeStep};
pub use review::{DAY_OF_WORK, Detail, Finding, MESSAGE_WORDS_AT_LEAST, Review, Spot};
pub use rhythm::MOST_IN_SEVEN_DAYS;
pub use rule::Rule;
pub use sentence::sentence_count;
pub use stake::{USUAL_HOUR_COST, at_stake};
pub use statement::{MAX_SENTENCES, StatementNote, statement_notes};
pub use thread::{ActionThread, GoalThread, LooseEnd, Thread, TiedStep, goal_dates};
pub use touch::{Touch, touches};
pub use trade::Trade;
