//! Advice: what a second pair of eyes would say about a plan.
//!
//! Pure functions of a plan or of its texts. They return findings as values, never as errors: a note is a thought
//! to consider, nothing is blocked by one. Their wording belongs to the screen.

mod balance;

mod channels;

mod earnings;

mod effort;

mod letter;

mod review;

mod rhythm;

mod rule;

mod sentence;

mod stake;

mod statement;

mod touch;

mod word;

pub use balance::{Balance, balance};
pub use channels::{ChannelAdvice, Fit, Manner, rank_channels};
pub use earnings::{Earnings, Verdict};
pub use effort::{Effort, effort, workload};
pub use review::{DAY_OF_WORK, Detail, Finding, MESSAGE_WORDS_AT_LEAST, Review, Spot};
pub use rhythm::MOST_IN_SEVEN_DAYS;
pub use rule::Rule;
pub use sentence::sentence_count;
pub use stake::USUAL_HOUR_COST;
pub use statement::{MAX_SENTENCES, StatementNote, statement_notes};
pub use touch::{Touch, touches};
