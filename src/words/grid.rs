//! What the rows of a sequence say where it is laid out.

use chrono::NaiveDate;

use super::{Row, audience, comes_out, count, day_and_year};
use crate::plan::{Audience, StepId};
use crate::schedule::{Fork, MovedDates, Schedule, StepFacts};

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

/// What a step that is put on another day moves (F4): `Prospect step 2: Thu 10 Dec 2026 instead of Tue 8 Dec 2026.`, how
/// many others move, and what becomes of the last date. Empty where it stays, and all others do.
pub fn step_would_move(step: StepId, before: &Schedule, after: &Schedule) -> Vec<String> {
    let due = |(_, facts): (Audience, &StepFacts)| facts.due;
    let to = after.placed(step).and_then(due).filter(|to| before.placed(step).and_then(due) != Some(*to));
    let Some((who, facts)) = before.placed(step) else { return Vec::new() };
    let others = MovedDates::with(step, before, after);
    let itself = to.map(|to| {
        let from = facts.due.map(|from| format!(" instead of {}", day_and_year(from)));
        let (who, to) = (audience(who), day_and_year(to));
        format!("{who} step {}: {to}{}.", facts.number, from.unwrap_or_default())
    });
    let rest = match others.to[..] {
        [] if itself.is_none() => return Vec::new(),
        [] => None,
        [only] => Some(format!("1 other step moves, to {}.", day_and_year(only))),
        _ => Some(format!("{} other steps move.", others.to.len())),
    };
    [itself, rest, last_date(others.last_before, others.last_after)].into_iter().flatten().collect()
}

/// A step that is pulled to a day: `Prospect step 2: Thu 10 Dec 2026. Let go to see what moves.`
pub fn step_pulled(who: Audience, number: usize, to: NaiveDate) -> String {
    format!("{} step {number}: {}. Let go to see what moves.", audience(who), day_and_year(to))
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
    use crate::plan::{Anchor, Delay, Edit, Fate, Outcome, Plan, StepEdit, StepId, Unit};

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

    #[test]
    fn a_step_on_another_day_says_what_goes_with_it() {
        let start = NaiveDate::from_ymd_opt(2026, 11, 23);
        let step = || Edit::AddStep { audience: Audience::Prospect, before: None };
        let edits = [step(), step(), step(), Edit::Start(Audience::Prospect, start)];
        let plan = edits.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap());
        let ids: Vec<_> = plan.steps().map(|step| step.id).collect();
        let dates = |plan: &Plan| Schedule::on(plan, start.unwrap());
        let said = |at: usize, day: u32| {
            let to = NaiveDate::from_ymd_opt(2026, 11, day);
            let after = plan.edited(Edit::Postpone(ids[at], to)).unwrap();
            step_would_move(ids[at], &dates(&plan), &dates(&after))
        };
        let last = |to: &str| format!("The last date becomes {to} instead of Tue 1 Dec 2026.");
        assert_eq!(
            said(0, 25),
            [
                "Prospect step 1: Wed 25 Nov 2026 instead of Mon 23 Nov 2026.",
                "2 other steps move.",
                &last("Thu 3 Dec 2026")
            ]
        );
        assert_eq!(
            said(1, 27),
            [
                "Prospect step 2: Fri 27 Nov 2026 instead of Thu 26 Nov 2026.",
                "1 other step moves, to Wed 2 Dec 2026.",
                &last("Wed 2 Dec 2026"),
            ]
        );
        assert!(said(1, 26).is_empty());
        // On its own day the step stays, and what comes of it may move others; without a start it had no day.
        let unset = plan.edited(Edit::Start(Audience::Prospect, None)).unwrap();
        let done = unset.edited(Edit::Mark(ids[0], start.unwrap(), Fate::Done(None))).unwrap();
        assert_eq!(
            step_would_move(ids[0], &dates(&unset), &dates(&done)),
            [
                "Prospect step 1: Mon 23 Nov 2026.",
                "2 other steps move.",
                "The last date becomes Tue 1 Dec 2026."
            ]
        );
        let delay = Delay::after(1, Unit::WorkingDays, Anchor::PreviousStep).unwrap();
        let sooner = plan.edited(Edit::Step(ids[2], StepEdit::Delay(delay))).unwrap();
        assert_eq!(
            step_would_move(ids[1], &dates(&plan), &dates(&sooner)),
            ["1 other step moves, to Fri 27 Nov 2026.", &last("Fri 27 Nov 2026")]
        );
        assert_eq!(
            step_pulled(Audience::Customer, 2, start.unwrap()),
            "Customer step 2: Mon 23 Nov 2026. Let go to see what moves."
        );
    }
}
