//! A workflow for n8n, which runs a plan by itself: for each new contact it counts the days as we do (B11-B15), waits for each
//! step (B4, C2) and hands it to a node that whoever imports it fills in; outcomes are branches (B5).
//!
//! The form is that of n8n 2: nodes, and connections by their names. One Code node holds the pattern as data and finds
//! the next step and its day; a switch leads to the step's own wait, from there to what is done, and back. What came of a
//! step at which the way parts is asked by a form.
//!
//! **Invariant:** nothing a person typed is code or an expression: it stands in one JSON constant, in which all but
//! letters, digits and plain signs is escaped, and in the notes beside nodes. Names of nodes are ours.

mod data;

mod nodes;

use crate::exchange::{Rows, Written};
use crate::words;

/// The steps of both sequences as a workflow, switched off.
pub fn write(rows: &Rows<'_>) -> Written {
    let hour = rows.outgoing.wanted.alarm.unwrap_or(9);
    let (data, undated) = data::of(rows, hour);
    let code = include_str!("n8n/next_step.js").replacen("DATA", &data, 1);
    Written {
        bytes: nodes::workflow(rows, &code).into_bytes(),
        notes: words::without_event_date(undated).into_iter().collect(),
        ..Written::default()
    }
}
