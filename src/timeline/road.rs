//! A road with stops at even distances.

use std::fmt::Write;

/// A place in a picture, in its own units, from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A winding line with stops.
#[derive(Clone, Debug, PartialEq)]
pub struct Road {
    /// The picture's width.
    pub width: f64,
    /// The picture's height.
    pub height: f64,
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
    pub fn winding(stops: usize, per_row: usize, spacing: f64, row_height: f64, swing: f64) -> Self {
        let per_row = per_row.max(1);
        let rows = stops.div_ceil(per_row);
        let columns = stops.min(per_row);
        let margin = spacing / 2.0;
        let stops: Vec<Point> = (0..stops)
            .map(|at| {
                let (row, along) = (at / per_row, at % per_row);
                let column = if row % 2 == 0 { along } else { per_row - 1 - along };
                let side = if column % 2 == 0 { 1.0 } else { -1.0 };
                Point {
                    x: margin + spacing * column as f64,
                    y: row_height * (row as f64 + 0.5) + side * swing,
                }
            })
            .collect();
        Self {
            width: spacing * columns as f64,
            height: row_height * rows as f64,
            path: smooth_path(&stops, margin),
            stops,
        }
    }
}

/// A line through the points: level at each stop within a row, a half circle where the row turns.
fn smooth_path(stops: &[Point], margin: f64) -> String {
    let mut path = String::new();
    let Some(first) = stops.first() else { return path };
    // Writing to a String cannot fail.
    _ = write!(path, "M{:.1} {:.1}", first.x, first.y);
    for pair in stops.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let turns = (from.x - to.x).abs() < f64::EPSILON;
        let bend = if turns {
            let outward = if from.x > margin * 1.5 { margin } else { -margin };
            (from.x + outward, to.x + outward)
        } else {
            let middle = f64::midpoint(from.x, to.x);
            (middle, middle)
        };
        _ = write!(path, "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", bend.0, from.y, bend.1, to.y, to.x, to.y);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_keep_their_distance_and_turn_at_the_end_of_a_row() {
        let road = Road::winding(7, 3, 100.0, 80.0, 0.0);
        let places: Vec<_> = road.stops.iter().map(|stop| (stop.x, stop.y)).collect();
        let expected = [
            (50.0, 40.0),
            (150.0, 40.0),
            (250.0, 40.0),
            (250.0, 120.0),
            (150.0, 120.0),
            (50.0, 120.0),
            (50.0, 200.0),
        ];
        assert_eq!(places, expected);
        assert_eq!((road.width, road.height), (300.0, 240.0));
    }

    #[test]
    fn every_stop_lies_inside_the_picture() {
        for stops in 0..40 {
            for per_row in 0..9 {
                let road = Road::winding(stops, per_row, 90.0, 70.0, 12.0);
                assert_eq!(road.stops.len(), stops);
                let inside = |p: &Point| (0.0..=road.width).contains(&p.x) && (0.0..=road.height).contains(&p.y);
                assert!(road.stops.iter().all(inside), "{stops} stops, {per_row} in a row");
            }
        }
    }

    #[test]
    fn a_road_without_stops_is_empty() {
        assert_eq!(Road::winding(0, 4, 90.0, 70.0, 0.0).path, "");
    }
}
