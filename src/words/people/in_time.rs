//! Everybody in time, in words: what a row shows.

use crate::agenda::{InTime, StepInTime};
use crate::words::waiting::lower_first;
use crate::words::{audience, day_of, fate, late};

/// What a row of the picture shows: `Prospect step 1, done, 2 Nov 2026; step 2, late since Tue 3 Nov; step 3, 9 Nov 2026`.
pub fn steps_in_line(row: &InTime) -> String {
    let mut before = None;
    let mut said = Vec::new();
    for step in &row.steps {
        let is_same = before.replace(step.audience) == Some(step.audience);
        let whose = if is_same { String::new() } else { format!("{} ", audience(step.audience)) };
        said.push(format!("{whose}step {}, {}", step.number, stands(step)));
    }
    said.join("; ")
}

fn stands(step: &StepInTime) -> String {
    match (step.late_since, step.fate) {
        (Some(since), _) => lower_first(&late(since)),
        (None, Some(became)) if became.is_over() => {
            format!("{}, {}", lower_first(&fate(became)), day_of(step.day))
        }
        (None, _) => day_of(step.day),
    }
}

/// That there are more than are drawn.
pub fn more_in_time(shown: usize, all: usize) -> String {
    format!("{shown} of {all} are shown, those first that wait the longest.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::{Forecasts, Whose, in_time};
    use crate::plan::Fate;
    use crate::words::people::tests::{date, marked, workspace};

    #[test]
    fn a_row_is_said_in_one_line() {
        let begun = marked(&workspace(), 0, "2026-11-30", Fate::Done(None));
        let said = |today: &str| {
            let (rows, all) = in_time(&Forecasts::of(&begun, date(today)), Whose::All, 9);
            assert_eq!((rows.len(), all), (1, 1));
            steps_in_line(&rows[0])
        };
        assert_eq!(
            said("2026-12-01"),
            "Prospect step 1, done, 30 Nov 2026; step 2, 2 Dec 2026; step 3, 9 Dec 2026"
        );
        assert!(
            said("2026-12-07").contains("step 2, late since Wed 2 Dec; step 3, "),
            "{}",
            said("2026-12-07")
        );
    }
}
