//! The geometry of pictures, apart from their drawing.
//!
//! A [`Road`] knows where its stops lie and how the line between them runs, a [`StackChart`] how high its stacks are
//! and which labels fit. What a stop or a block stands for is the drawing's business.

mod cadence;

mod road;

pub use cadence::{Label, Room, Stack, StackChart};
pub use road::{Layout, Point, Road};
