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
    /// Where the stops lie, in the order they were given.
    pub stops: Vec<Point>,
}

/// How a road is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Stops in a row, at most; below 1 counts as 1.
    pub per_row: usize,
    /// Between two stops.
    pub spacing: i32,
    /// Between two rows.
    pub row_height: i32,
    /// How far a row swings to both sides.
    pub swing: i32,
}

impl Road {
    /// A road in rows that turns at each end, with evenly spaced stops. One without stops is empty.
    pub fn winding(stops: usize, layout: Layout) -> Self {
        let per_row = layout.per_row.max(1);
        let margin = layout.spacing / 2;
        let stop = |at: usize| {
            let (row, along) = (at / per_row, at % per_row);
            let column = if row.is_multiple_of(2) { along } else { per_row - 1 - along };
            let swing = if column.is_multiple_of(2) { layout.swing } else { -layout.swing };
            Point {
                x: margin + layout.spacing * signed(column),
                y: layout.row_height * signed(row) + layout.row_height / 2 + swing,
            }
        };
        let places: Vec<_> = (0..stops).map(stop).collect();
        Self {
            width: layout.spacing * signed(stops.min(per_row)),
            height: layout.row_height * signed(stops.div_ceil(per_row)),
            path: smooth_path(&places, margin),
            stops: places,
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

    fn layout(per_row: usize) -> Layout {
        Layout { per_row, spacing: 100, row_height: 80, swing: 0 }
    }

    fn places(road: &Road) -> Vec<(i32, i32)> {
        road.stops.iter().map(|stop| (stop.x, stop.y)).collect()
    }

    #[test]
    fn stops_keep_their_distance_and_turn_at_the_end_of_a_row() {
        let road = Road::winding(7, layout(3));
        let expected = [(50, 40), (150, 40), (250, 40), (250, 120), (150, 120), (50, 120), (50, 200)];
        assert_eq!(places(&road), expected);
        assert_eq!((road.width, road.height), (300, 240));
    }

    #[test]
    fn every_stop_lies_inside_the_picture_and_none_on_another() {
        for stops in 0..40_usize {
            for per_row in 0..9 {
                let road = Road::winding(stops, Layout { per_row, spacing: 90, row_height: 70, swing: 12 });
                let inside = |p: &Point| (0..=road.width).contains(&p.x) && (0..=road.height).contains(&p.y);
                assert!(road.stops.iter().all(inside), "{stops} stops, {per_row} in a row: {road:?}");
                let places: std::collections::BTreeSet<_> = places(&road).into_iter().collect();
                assert_eq!(places.len(), stops, "{per_row} in a row");
            }
        }
    }

    #[test]
    fn a_road_without_stops_is_empty() {
        let road = Road::winding(0, layout(4));
        assert_eq!((road.path.as_str(), road.width, road.height), ("", 0, 0));
    }
}
