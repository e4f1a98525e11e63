//! Followthrough: a follow-up planner that lives in one browser tab.
//!
//! The modules stand in layers, innermost first. A module names itself and what stands above it in
//! this list; `tests/architecture.rs` keeps the direction. Only the last two know a browser.

pub mod calendar;

pub mod plan;

pub mod schedule;

pub mod roster;

pub mod agenda;

pub mod advice;

pub mod workshop;

pub mod words;

pub mod store;

pub mod exchange;

pub mod timeline;

#[cfg(feature = "ui")]
pub mod platform;

#[cfg(feature = "ui")]
pub mod ui;
