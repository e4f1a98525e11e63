//! A road with stops at even distances.

use std::fmt::Write;

/// A place in a picture, in its own units, from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

/// A winding line with stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Road {
    /// The picture's width.
    pub width: i32,
    /// The picture's height.
    pub height: i32,
    /// The line, as the `d` of an SVG path.
    pub path: String,
    /// Where the stops lie, in order.
    pub stops: Vec<Point>,
}

impl Road {
    /// A road in rows of at most `per_row` stops that turns at each end, `spacing` between stops and
    /// `row_height` between rows. Within a row it swings gently by `swing` to both sides.
    ///
    /// A road without stops is empty; `per_row` below 1 counts as 1.
    pub fn winding(stops: usize, per_row: usize, spacing: i32, row_height: i32, swing: i32) -> Self {
        let per_row = per_row.max(1);
        let rows = stops.div_ceil(per_row);
        let columns = stops.min(per_row);
        let margin = spacing / 2;
        let stops: Vec<Point> = (0..stops)
            .map(|at| {
                let (row, along) = (at / per_row, at % per_row);
                let column = if row % 2 == 0 { along } else { per_row - 1 - along };
                let side = if column % 2 == 0 { 1 } else { -1 };
                Point {
                    x: margin + spacing * signed(column),
                    y: row_height * signed(row) + row_height / 2 + side * swing,
                }
            })
            .collect();
        Self {
            width: spacing * signed(columns),
            height: row_height * signed(rows),
            path: smooth_path(&stops, margin),
            stops,
        }
    }
}

/// A count as a distance; no picture has more stops than fit.
fn signed(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// A line through the points: level at each stop within a row, a half circle where the row turns.
fn smooth_path(stops: &[Point], margin: i32) -> String {
    let mut path = String::new();
    let Some(first) = stops.first() else { return path };
    // Writing to a String cannot fail.
    _ = write!(path, "M{} {}", first.x, first.y);
    for pair in stops.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let turns = from.x == to.x;
        let bend = if turns {
            let outward = if from.x > margin { margin } else { -margin };
            (from.x + outward, to.x + outward)
        } else {
            let middle = from.x.midpoint(to.x);
            (middle, middle)
        };
        _ = write!(path, "C{} {} {} {} {} {}", bend.0, from.y, bend.1, to.y, to.x, to.y);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_keep_their_distance_and_turn_at_the_end_of_a_row() {
        let road = Road::winding(7, 3, 100, 80, 0);
        let places: Vec<_> = road.stops.iter().map(|stop| (stop.x, stop.y)).collect();
        let expected = [(50, 40), (150, 40), (250, 40), (250, 120), (150, 120), (50, 120), (50, 200)];
        assert_eq!(places, expected);
        assert_eq!((road.width, road.height), (300, 240));
    }

    #[test]
    fn every_stop_lies_inside_the_picture() {
        for stops in 0..40 {
            for per_row in 0..9 {
                let road = Road::winding(stops, per_row, 90, 70, 12);
                assert_eq!(road.stops.len(), stops);
                let inside = |p: &Point| (0..=road.width).contains(&p.x) && (0..=road.height).contains(&p.y);
                assert!(road.stops.iter().all(inside), "{stops} stops, {per_row} in a row");
            }
        }
    }

    #[test]
    fn a_road_without_stops_is_empty() {
        assert_eq!(Road::winding(0, 4, 90, 70, 0).path, "");
    }
}
