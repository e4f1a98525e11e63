//! The rows of the fault matrix that need no browser: one test a row, with its figure.
//!
//! Others stand where what they are about is tested: kills between the two places at every await, quota and damage of
//! either (`tests/two_places.rs`), a stored plan cut at every byte (`tests/storage.rs`), a record cut at every byte and
//! with every bit turned (`src/store/record.rs`). Those with a browser lie beside this file.

#![cfg(test)]

#[path = "../fixtures/mod.rs"]
mod fixtures;

#[path = "../fixtures/trees.rs"]
mod trees;

mod clock;
mod cuts;
mod many;
mod wrong_values;
