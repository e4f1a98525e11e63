//! The lines beside the rows of a sequence: where it parts, they lead from the step that decides to those that come only
//! after an outcome of it, and on past them to the next step that comes in any case (B5).

use crate::plan::StepId;

/// What is drawn beside one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rail {
    /// How far the row is set in: how many forks lie before its step.
    pub depth: usize,
    /// The pieces of lines, each at the depth it runs in.
    pub pieces: Vec<(usize, Piece)>,
}

/// A piece of a line within a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// From the mark down to the next row.
    Leaving,
    /// From top to bottom.
    Passing,
    /// From the top to the mark.
    Arriving,
    /// From the top, turning off to the mark of the row that is set in.
    Turning,
}

/// A row, as far as the lines beside it go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its step.
    pub step: StepId,
    /// The step that decides whether it comes, if one does.
    pub fork: Option<StepId>,
    /// How many forks lie before it.
    pub depth: usize,
}

/// What is drawn beside each row, in their order.
pub fn rails(stops: &[Stop]) -> Vec<Rail> {
    let mut rails: Vec<Rail> =
        stops.iter().map(|stop| Rail { depth: stop.depth, pieces: Vec::new() }).collect();
    for (from, decides) in stops.iter().enumerate() {
        let turns = |stop: &Stop| stop.fork == Some(decides.step);
        let Some(last) = stops.iter().rposition(turns).filter(|last| *last > from) else { continue };
        let on = stops[last..].iter().position(|stop| stop.depth <= decides.depth).map(|on| last + on);
        // A step that is further out belongs to another line.
        let on = on.filter(|on| stops[*on].depth == decides.depth);
        let mut draw = |at: usize, piece| rails[at].pieces.push((decides.depth, piece));
        draw(from, Piece::Leaving);
        let end = on.unwrap_or(last);
        for (at, stop) in stops.iter().enumerate().take(end).skip(from + 1) {
            draw(at, Piece::Passing);
            if turns(stop) {
                draw(at, Piece::Turning);
            }
        }
        draw(end, if on.is_some() { Piece::Arriving } else { Piece::Turning });
    }
    rails
}

#[cfg(test)]
mod tests {
    use super::Piece::{Arriving, Leaving, Passing, Turning};
    use super::*;

    /// Rows by the number of the one that decides over each; 0 for none.
    fn pieces(forks: &[u32]) -> Vec<Vec<(usize, Piece)>> {
        let mut stops: Vec<Stop> = Vec::new();
        for (step, fork) in (1..).zip(forks) {
            let above = stops.iter().find(|stop| stop.step.0 == *fork);
            let (fork, depth) = (above.map(|stop| stop.step), above.map_or(0, |stop| stop.depth + 1));
            stops.push(Stop { step: StepId(step), fork, depth });
        }
        rails(&stops).into_iter().map(|rail| rail.pieces).collect()
    }

    #[test]
    fn a_sequence_that_does_not_part_has_no_lines() {
        assert_eq!(pieces(&[0, 0, 0]), [vec![], vec![], vec![]]);
    }

    #[test]
    fn a_line_turns_off_and_the_main_way_runs_on_past_it() {
        assert_eq!(
            pieces(&[0, 1, 0, 0]),
            [vec![(0, Leaving)], vec![(0, Passing), (0, Turning)], vec![(0, Arriving)], vec![]]
        );
    }

    #[test]
    fn a_line_ends_where_nothing_follows() {
        assert_eq!(
            pieces(&[0, 1, 1]),
            [vec![(0, Leaving)], vec![(0, Passing), (0, Turning)], vec![(0, Turning)]]
        );
    }

    #[test]
    fn a_step_further_down_is_reached_past_those_between() {
        assert_eq!(
            pieces(&[0, 0, 1]),
            [vec![(0, Leaving)], vec![(0, Passing)], vec![(0, Turning)]],
            "the second lies on the line"
        );
    }

    #[test]
    fn a_fork_within_a_fork_has_a_line_of_its_own() {
        assert_eq!(
            pieces(&[0, 1, 2, 0]),
            [
                vec![(0, Leaving)],
                vec![(0, Passing), (0, Turning), (1, Leaving)],
                vec![(0, Passing), (1, Turning)],
                vec![(0, Arriving)]
            ]
        );
    }
}
