//! The geometry of pictures, apart from their drawing.
//!
//! The app has one picture: the road from here to the destination. A [`Road`] knows where its stops lie and how
//! the line between them runs; what a stop stands for is the drawing's business.

mod road;

pub use road::{Point, Road};
