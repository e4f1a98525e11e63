//! Writing a plan for another program: one module a format.
//!
//! Everything here is compiled into the worker only: the page names formats and never writes one itself.
//!
//! **Invariant:** text that a person typed stays text in every program that reads it, also where it begins like a formula.

mod table;

use super::{Format, Outgoing, Rows, Written};

/// What leaves, as a file of a format.
pub fn write(format: Format, outgoing: &Outgoing) -> Written {
    let rows = Rows::of(outgoing);
    match format {
        Format::Table => table::write(&rows),
    }
}
