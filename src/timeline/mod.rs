//! The geometry of pictures, apart from their drawing.
//!
//! A [`Road`] knows where its stops lie and how the line between them runs, a [`StackChart`] how high its stacks are
//! and which labels fit, [`rails`] where the lines run beside the rows of a sequence that parts, a [`Timeline`] on which day
//! each step of a plan lies and where its name has room. How that looks is the drawing's business.

mod cadence;

mod rails;

mod road;

mod sequence;

pub use cadence::{Label, Room, Stack, StackChart};
pub use rails::{Piece, Rail, Stop, rails};
pub use road::{Layout, Point, Road};
pub use sequence::{
    Anchor, Area, Caption, Flow, Frame, Ink, Mark, MarkState, Names, Scene, Stroke, Timeline, Tone,
};
