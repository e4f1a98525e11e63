//! Advice: what a second pair of eyes would say about a plan.
//!
//! Pure functions of a plan or of its texts. They return findings as values, never as errors: a note is a thought
//! to consider, nothing is blocked by one. Their wording belongs to the screen.

mod balance;

mod channels;

mod earnings;

mod effort;

mod letter;

mod cadence;

mod recipe;

mod review;

mod spacing;

mod rule;

mod sentence;

mod stake;

mod statement;

mod traceability;

mod touchpoint;

mod trade;

mod word;

pub use balance::{Balance, balance};
pub use cadence::{Band, Cadence, Cause, Held, Period, Scale, Silence, Strain};
pub use channels::{ChannelAdvice, Fit, Manner, rank_channels};
pub use earnings::{Earnings, Verdict, unknown_leads};
pub use effort::{Effort, effort, workload};
pub use recipe::{
    Answers, Card, Preview, Question, Recipe, RecipeOrder, RecipeStep, recipe_card, recipe_steps, usual_span,
};
pub use review::{DAY_OF_WORK, Detail, Finding, MESSAGE_WORDS_AT_LEAST, Review, Spot, fingerprint, fixes};
pub use rule::{Harm, Rule};
pub use sentence::sentence_count;
pub use spacing::MOST_IN_SEVEN_DAYS;
pub use stake::{USUAL_HOUR_COST, at_stake};
pub use statement::{MAX_SENTENCES, StatementNote, statement_notes};
pub use touchpoint::{Touchpoint, touchpoints};
pub use traceability::{ActionTrace, GoalTrace, Orphan, TiedStep, Traceability, goal_dates};
pub use trade::Trade;
