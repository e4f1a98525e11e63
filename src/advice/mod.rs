//! Advice: what a second pair of eyes would say about a plan.
//!
//! Pure functions of a plan or of its texts. They return findings as values, never as errors: a note is a thought
//! to consider, nothing is blocked by one. Their wording belongs to the screen.

mod balance;

mod earnings;

mod letter;

mod sentence;

mod statement;

mod word;

pub use balance::{Balance, balance};
pub use earnings::{Earnings, Verdict};
pub use sentence::sentence_count;
pub use statement::{MAX_SENTENCES, StatementNote, statement_notes};
