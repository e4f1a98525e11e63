//! What hangs loose, in words (F1).

use chrono::{Datelike, NaiveDate};

use super::{audience, count, day, day_and_year, lower};
use crate::advice::Orphan;
use crate::plan::{Action, Audience, PlanParts, StepId};

/// A orphan, with where it hangs.
pub fn orphan(plan: &PlanParts, end: Orphan) -> String {
    let goal = |id| plan.goal(id).map_or_else(String::new, |goal| goal.text.to_string());
    match end {
        Orphan::NoStatement(who) => format!("{}s have no destination yet", audience(who)),
        Orphan::UnsortedGoal(id) => format!("“{}” is not sorted yet", goal(id)),
        Orphan::GoalWithoutAction(id) => format!("“{}” has no action yet", goal(id)),
        Orphan::ActionWithoutStep(id) => {
            let text = plan.action(id).map_or_else(String::new, |(_, action)| action.text.to_string());
            format!("“by {text}” has no step yet")
        }
        Orphan::StepWithoutGoal(id) => format!("{} serves no goal", step_name(plan, id)),
    }
}

/// How many there are.
pub fn orphans(how_many: usize) -> String {
    match how_many {
        0 => "Nothing hangs loose: every goal leads to a date, and every date serves a goal.".to_owned(),
        some => format!("{}, each with a way to tie it", count(some, "loose end")),
    }
}

/// `Prospect step 3`.
pub fn step_name(plan: &PlanParts, id: StepId) -> String {
    let place = plan.step_number(id);
    place.map_or_else(|| "A step".to_owned(), |(who, number)| format!("{} step {number}", audience(who)))
}

/// `By a call`, or that it is not said yet.
pub fn by_action(action: &Action) -> String {
    match action.text.as_str().trim() {
        "" => "by something not said yet".to_owned(),
        text => format!("by {text}"),
    }
}

/// `Happens on Thu 3 Sep and Tue 8 Sep 2026`: a year is said where it ends, and the first few days only.
pub fn happens_on(dates: &[NaiveDate]) -> String {
    const SHOWN: usize = 6;
    let shown = &dates[..dates.len().min(SHOWN)];
    let said: Vec<_> = shown
        .iter()
        .enumerate()
        .map(|(at, date)| match shown.get(at + 1) {
            Some(next) if next.year() == date.year() => format!("{} {}", date.weekday(), day(*date)),
            _ => day_and_year(*date),
        })
        .collect();
    let rest = dates.len() - shown.len();
    match (said.as_slice(), rest) {
        ([], _) => String::new(),
        ([only], 0) => format!("Happens on {only}"),
        ([first @ .., last], 0) => format!("Happens on {} and {last}", first.join(", ")),
        (some, rest) => format!("Happens on {} and {}", some.join(", "), count(rest, "more day")),
    }
}

/// That an audience has no goals yet.
pub fn no_goals(who: Audience) -> String {
    format!("There are no goals for {}s yet. ", lower(who))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn the_days_of_a_goal_are_said_in_a_line() {
        assert_eq!(happens_on(&[]), "");
        assert_eq!(happens_on(&[date(2026, 9, 3)]), "Happens on Thu 3 Sep 2026");
        let two = [date(2026, 9, 3), date(2026, 9, 8)];
        assert_eq!(happens_on(&two), "Happens on Thu 3 Sep and Tue 8 Sep 2026");
        let turn = [date(2026, 12, 30), date(2027, 1, 4), date(2027, 1, 5)];
        assert_eq!(happens_on(&turn), "Happens on Wed 30 Dec 2026, Mon 4 Jan and Tue 5 Jan 2027");
    }

    #[test]
    fn of_many_days_the_first_are_said() {
        let days: Vec<_> = (1..=9).map(|day| date(2026, 9, day)).collect();
        assert!(happens_on(&days).ends_with("Sun 6 Sep 2026 and 3 more days"), "{}", happens_on(&days));
    }
}
