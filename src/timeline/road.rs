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

/// A winding line with stops, and spurs that lead off it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Road {
    /// The picture's width.
    pub width: i32,
    /// The picture's height.
    pub height: i32,
    /// The line, as the `d` of an SVG path.
    pub path: String,
    /// The lines of the spurs, likewise.
    pub spurs: Vec<String>,
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

/// A run of stops that leads off the road, or off another spur, in a lane of its own below.
struct Spur {
    /// The stop it leads off; none where it comes before all of them.
    from: Option<usize>,
    /// Its stops, in order.
    stops: Vec<usize>,
}

impl Road {
    /// A road in rows that turns at each end, with evenly spaced stops.
    pub fn winding(stops: usize, layout: Layout) -> Self {
        Self::branching(&vec![None; stops], layout)
    }

    /// A road in rows that turns at each end. Of each stop it is said which one before it leads off the road to it; a
    /// stop of which nothing is said lies on the road. What leads off lies in lanes below its row, so that along each
    /// line the stops keep their order.
    ///
    /// A road without stops is empty.
    pub fn branching(parts_from: &[Option<usize>], layout: Layout) -> Self {
        let per_row = layout.per_row.max(1);
        let main: Vec<usize> = (0..parts_from.len()).filter(|at| parts_from[*at].is_none()).collect();
        let spurs = spurs(parts_from);
        // The row of the road in which a stop lies, or below which its spur does.
        let mut rows = vec![0; parts_from.len()];
        main.iter().enumerate().for_each(|(place, stop)| rows[*stop] = place / per_row);
        let mut lanes = vec![0_usize; main.len().div_ceil(per_row).max(usize::from(!spurs.is_empty()))];
        let mut first_lanes = Vec::with_capacity(spurs.len());
        for spur in &spurs {
            let row = spur.from.map_or(0, |from| rows[from]);
            spur.stops.iter().for_each(|stop| rows[*stop] = row);
            first_lanes.push(lanes[row]);
            lanes[row] += spur.stops.len().div_ceil(per_row);
        }
        let lines: Vec<usize> = lanes
            .iter()
            .scan(0, |line, lanes| {
                let here = *line;
                *line += 1 + lanes;
                Some(here)
            })
            .collect();
        let margin = layout.spacing / 2;
        let point = |line: usize, column: usize| Point {
            x: margin + layout.spacing * signed(column),
            y: layout.row_height * signed(line)
                + layout.row_height / 2
                + if column.is_multiple_of(2) { layout.swing } else { -layout.swing },
        };
        let column =
            |row: usize, along: usize| if row.is_multiple_of(2) { along } else { per_row - 1 - along };
        let mut stops = vec![Point { x: 0, y: 0 }; parts_from.len()];
        let mut columns = vec![0; parts_from.len()];
        for (place, stop) in main.iter().enumerate() {
            let row = place / per_row;
            columns[*stop] = column(row, place % per_row);
            stops[*stop] = point(lines[row], columns[*stop]);
        }
        for (spur, first_lane) in spurs.iter().zip(first_lanes) {
            let row = spur.from.map_or(0, |from| rows[from]);
            // One stop further on than where it leads off, as far as there is room for it.
            let along = spur.from.map_or(0, |from| column(row, columns[from]) + 1);
            let along = along.min(per_row.saturating_sub(spur.stops.len()));
            for (place, stop) in spur.stops.iter().enumerate() {
                columns[*stop] = column(row, (along + place) % per_row);
                stops[*stop] = point(lines[row] + 1 + first_lane + (along + place) / per_row, columns[*stop]);
            }
        }
        let widest = columns.iter().max().map_or(0, |column| column + 1);
        let line = |spur: &Spur| {
            let points: Vec<_> = spur.from.iter().chain(&spur.stops).map(|stop| stops[*stop]).collect();
            smooth_path(&points, margin)
        };
        let on_road: Vec<_> = main.iter().map(|stop| stops[*stop]).collect();
        let all_lines = lines.last().zip(lanes.last()).map_or(0, |(line, lanes)| line + 1 + lanes);
        Self {
            width: layout.spacing * signed(if parts_from.is_empty() { 0 } else { widest }),
            height: layout.row_height * signed(if parts_from.is_empty() { 0 } else { all_lines }),
            path: smooth_path(&on_road, margin),
            spurs: spurs.iter().map(line).collect(),
            stops,
        }
    }
}

/// The spurs of a road. What leads on from the last stop of a spur goes on along it.
fn spurs(parts_from: &[Option<usize>]) -> Vec<Spur> {
    let mut spurs: Vec<Spur> = Vec::new();
    let mut of_stop: Vec<Option<usize>> = vec![None; parts_from.len()];
    for (stop, from) in parts_from.iter().enumerate() {
        let Some(from) = from else { continue };
        let before = of_stop[*from].filter(|spur| spurs[*spur].stops.last() == Some(from));
        let spur = before.unwrap_or_else(|| {
            spurs.push(Spur { from: Some(*from), stops: Vec::new() });
            spurs.len() - 1
        });
        spurs[spur].stops.push(stop);
        of_stop[stop] = Some(spur);
    }
    spurs
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
    fn what_leads_off_the_road_lies_in_a_lane_below_its_row() {
        // 1, from it 2 and 3, then 4 on the road; in the next row 5.
        let road = Road::branching(&[None, Some(0), Some(1), None, None], layout(2));
        assert_eq!(places(&road), [(50, 40), (50, 120), (150, 120), (150, 40), (150, 200)]);
        assert_eq!((road.width, road.height), (200, 240));
        assert_eq!(road.path, "M50 40C100 40 100 40 150 40C200 40 200 200 150 200");
        assert_eq!(road.spurs, ["M50 40C0 40 0 120 50 120C100 120 100 120 150 120"]);
    }

    #[test]
    fn two_outcomes_of_one_stop_have_a_lane_each() {
        let road = Road::branching(&[None, Some(0), Some(0), None], layout(9));
        assert_eq!(places(&road), [(50, 40), (150, 120), (150, 200), (150, 40)]);
        assert_eq!((road.spurs.len(), road.height), (2, 240));
    }

    #[test]
    fn every_stop_lies_inside_the_picture_and_none_on_another() {
        for stops in 0..40_usize {
            for per_row in 0..9 {
                for fork in 1..5 {
                    let parts =
                        |at: usize| (at > 0 && at.is_multiple_of(fork + 1)).then(|| at - at % fork - 1);
                    let parts: Vec<_> = (0..stops).map(parts).collect();
                    let layout = Layout { per_row, spacing: 90, row_height: 70, swing: 12 };
                    let road = Road::branching(&parts, layout);
                    assert_eq!(road.stops.len(), stops);
                    let inside =
                        |p: &Point| (0..=road.width).contains(&p.x) && (0..=road.height).contains(&p.y);
                    assert!(road.stops.iter().all(inside), "{stops} stops, {per_row} in a row: {road:?}");
                    let places: std::collections::BTreeSet<_> = places(&road).into_iter().collect();
                    assert_eq!(places.len(), stops, "{parts:?}, {per_row} in a row");
                }
            }
        }
    }

    #[test]
    fn a_road_without_stops_is_empty() {
        let road = Road::winding(0, layout(4));
        assert_eq!((road.path.as_str(), road.width, road.height), ("", 0, 0));
    }
}
