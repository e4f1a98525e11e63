//! Which day lies where along a picture.

use chrono::NaiveDate;

use super::{Flow, Point};

/// The days along a picture.
pub trait DayAxis {
    /// Which way they run.
    fn flow(&self) -> Flow;

    /// How wide the picture is, in its own units.
    fn width(&self) -> i32;

    /// The day at a place along the axis, beyond its ends as well; none beyond all dates.
    fn day_at(&self, along: i32) -> Option<NaiveDate>;

    /// The middle of a day along the axis.
    fn place(&self, day: NaiveDate) -> i32;

    /// Where what lies at a point is on another day.
    fn moved(&self, at: Point, to: NaiveDate) -> Point {
        self.flow().point(self.place(to), self.flow().beside(at))
    }
}
