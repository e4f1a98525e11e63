//! What the rows of a sequence say where it is laid out.

use chrono::NaiveDate;

use super::{Row, comes_out, count, day_and_year};
use crate::schedule::Fork;

/// The outcome a step waits for, behind its words: `only if nobody is reached in step 2` (B5).
pub fn only_if(fork: Fork) -> String {
    format!("only if {} in step {}", comes_out(fork.outcome), fork.number)
}

/// Rows as a table for a spreadsheet, its cells parted by tabs, below their heads: the columns of the grid, and what a step
/// waits for where one does. Read as a list they are the same steps again.
pub fn table(rows: &[(Row, Option<Fork>)]) -> String {
    let mut heads = vec!["Step", "What", "When", "Due", "Who", "With"];
    let has_forks = rows.iter().any(|(_, fork)| fork.is_some());
    heads.extend(has_forks.then_some("Only if"));
    let mut table = heads.join("\t");
    for (row, fork) in rows {
        let fork = fork.map(|fork| [comes_out(fork.outcome), " in step ", &fork.number.to_string()].concat());
        let number = row.number.to_string();
        let cells = [&number, &row.what, &row.when, &row.due, &row.who, &row.with];
        let fork = has_forks.then(|| fork.unwrap_or_default());
        for (at, cell) in cells.into_iter().chain(&fork).enumerate() {
            table.push(if at == 0 { '\n' } else { '\t' });
            table.push_str(&cell.replace(['\t', '\n', '\r'], " "));
        }
    }
    table
}

/// What a typed line makes: `Call · Phone · 2 weeks after step 1 · Mon 7 Dec 2026 · Ann`.
pub fn row_in_line(row: &Row) -> String {
    let parts = [&row.what, &row.conditions, &row.with, &row.when, &row.due, &row.who];
    parts.map(String::as_str).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Where dates have moved to: how many they are, and what becomes of the last one of all:
/// `5 dates moved. The last date becomes Fri 29 Jan 2027 instead of Thu 28 Jan 2027.` Empty where none has moved.
pub fn dates_moved(to: &[NaiveDate], before: Option<NaiveDate>, after: Option<NaiveDate>) -> String {
    let moved = match to {
        [] => return String::new(),
        [only] => format!("1 date moved, to {}.", day_and_year(*only)),
        moved => format!("{} dates moved.", moved.len()),
    };
    std::iter::once(moved).chain(last_date(before, after)).collect::<Vec<_>>().join(" ")
}

/// What becomes of the last date; nothing where there is none any more.
pub(super) fn last_date(before: Option<NaiveDate>, after: Option<NaiveDate>) -> Option<String> {
    let after = after?;
    Some(match before {
        None => format!("The last date becomes {}.", day_and_year(after)),
        Some(before) if before == after => format!("The last date stays {}.", day_and_year(after)),
        Some(before) => {
            format!("The last date becomes {} instead of {}.", day_and_year(after), day_and_year(before))
        }
    })
}

/// What was done to a step, or to so many of them: `Prospect step 2 removed.`, `3 steps removed.`
pub fn acted_on(steps: usize, only: &str, done: &str) -> String {
    match steps {
        1 => format!("{only} {done}."),
        _ => format!("{} {done}.", count(steps, "step")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Outcome, StepId};

    #[test]
    fn a_row_has_its_cells_whatever_is_in_them() {
        let row = Row {
            what: "Call\tagain".to_owned(),
            when: "2 weeks after step 1".to_owned(),
            due: "Mon 7 Dec 2026".to_owned(),
            with: "Phone".to_owned(),
            number: 2,
            ..Row::default()
        };
        let heads = "Step\tWhat\tWhen\tDue\tWho\tWith";
        let cells = "2\tCall again\t2 weeks after step 1\tMon 7 Dec 2026\t\tPhone";
        assert_eq!(table(&[(row.clone(), None)]), [heads, "\n", cells].concat());
        let fork = Fork { step: StepId(1), number: 1, outcome: Outcome::NotReached };
        assert_eq!(
            table(&[(row, Some(fork))]),
            [heads, "\tOnly if\n", cells, "\tnobody is reached in step 1"].concat()
        );
    }

    #[test]
    fn dates_that_moved_are_counted_and_the_last_is_named() {
        let days = [26, 29, 27].map(|day| NaiveDate::from_ymd_opt(2027, 1, day).unwrap());
        let [earlier, last, _] = days;
        assert_eq!(
            dates_moved(&days, Some(earlier), Some(last)),
            "3 dates moved. The last date becomes Fri 29 Jan 2027 instead of Tue 26 Jan 2027."
        );
        assert_eq!(
            dates_moved(&days[..1], Some(last), Some(last)),
            "1 date moved, to Tue 26 Jan 2027. The last date stays Fri 29 Jan 2027."
        );
        assert_eq!(dates_moved(&[], Some(last), Some(last)), "");
    }
}
