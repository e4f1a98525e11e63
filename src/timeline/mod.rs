//! The geometry of pictures, apart from their drawing.
//!
//! A [`Road`] knows where its stops lie and how the line between them runs, a [`StackChart`] how high its stacks are
//! and which labels fit, [`rails`] where the lines run beside the rows of a sequence that parts, a [`Timeline`] on which day
//! each step of a plan lies and where its name has room, a [`PeopleAxis`] where those of everybody do. [`WallMonth`] is a month of days for the wall, [`Brief`] what of a plan stands on one sheet,
//! [`laid_on_sheets`] how cards lie. How that looks is the drawing's business.

mod brief;

mod cadence;

mod cards;

mod day_axis;

mod people;

mod rails;

mod road;

mod sequence;

mod wall;

pub use brief::Brief;
pub use cadence::{Label, Room, Stack, StackChart};
pub use cards::{CardSize, laid_on_sheets};
pub use day_axis::DayAxis;
pub use people::{PeopleAxis, PersonMark, PersonSign, Reach};
pub use rails::{Piece, Rail, Stop, rails};
pub use road::{Layout, Point, Road};
pub use sequence::{
    Anchor, Area, Caption, Flow, Frame, Ink, Mark, MarkState, Names, Scene, Stroke, Timeline, Tone,
};
pub use wall::{WallDay, WallMonth, WallStep};
