//! The geometry of pictures, apart from their drawing.
//!
//! A [`Road`] knows where its stops lie and how the line between them runs, a [`StackChart`] how high its stacks are
//! and which labels fit, a [`Timeline`] on which day each step of a plan lies and where its name has room. How that
//! looks is the drawing's business.

mod cadence;

mod road;

mod sequence;

pub use cadence::{Label, Room, Stack, StackChart};
pub use road::{Layout, Point, Road};
pub use sequence::{
    Anchor, Area, Caption, Flow, Frame, Ink, Mark, MarkState, Names, Scene, Stroke, Timeline, Tone,
};
