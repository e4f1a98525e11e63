//! Why a change was refused, in words that say what to do instead. The plan is as it was.

use chrono::NaiveDate;

use super::day_and_year;
use super::problems::{date_problem, step_name};
use crate::plan::{
    Anchor, ChannelProfile, Closure, EditError, Flaw, Limit, Plan, Step, StepId, YearlyClosure,
};

/// Why the last day worked cannot be taken off.
pub fn no_day_worked() -> String {
    "At least one day must be worked. Tick another one first.".to_owned()
}

/// A change that was refused by the plan as it is.
pub fn edit_problem(plan: &Plan, error: EditError) -> String {
    match error {
        EditError::NoSuchGoal(_)
        | EditError::NoSuchAction(_)
        | EditError::NoSuchStep(_)
        | EditError::NoSuchPerson(_)
        | EditError::NoSuchEvent(_)
        | EditError::NoSuchLead(_) => {
            "This is no longer in the plan, perhaps after an undo. Nothing was changed.".to_owned()
        }
        EditError::Illegal(flaw) => flaw_problem(plan, flaw),
    }
}

fn flaw_problem(plan: &Plan, flaw: Flaw) -> String {
    match flaw {
        Flaw::TooMany(limit) => {
            format!("There is room for {} {}. Remove one first.", limit.max(), limited(limit))
        }
        Flaw::UnknownAction(step) => {
            let step = step_name(plan, step);
            format!("The action that {step} carries out is no longer in the plan. Choose another one.")
        }
        Flaw::UnknownPerson(step) => {
            let step = step_name(plan, step);
            format!("The person who does {step} is no longer in the plan. Choose somebody else.")
        }
        Flaw::UnknownEvent(step) => {
            let step = step_name(plan, step);
            format!("The date that {step} is counted from is no longer in the plan. Choose another one.")
        }
        Flaw::UnknownAway(_) => {
            "This person is no longer in the plan. Choose somebody else, or everybody.".to_owned()
        }
        Flaw::NotAbove { step, other } => not_above(plan, step, other),
        Flaw::LatestTooEarly(step) => {
            let step = step_name(plan, step);
            format!(
                "The latest day of {step} would come before its earliest. Change the other one first, or leave the latest day empty."
            )
        }
        Flaw::Marks(step) => {
            let step = step_name(plan, step);
            format!("What was noted as done does not fit {step} any more. Open that step again first.")
        }
        Flaw::Postponed(step) => {
            let step = step_name(plan, step);
            format!("Only what is still to be done can go on another day. Open {step} again first.")
        }
        Flaw::SetTwice => "These holidays are in the plan already.".to_owned(),
        Flaw::Closure(_) => {
            format!("It cannot end before it begins, nor last longer than {} days.", Closure::MAX_DAYS)
        }
        Flaw::YearlyClosure(_) => format!(
            "It has to be a day that some year has, and last no longer than {} days.",
            YearlyClosure::MAX_DAYS
        ),
        Flaw::DateOutOfRange(_) => date_problem(),
        Flaw::Profile(_) => profile_problem(),
        Flaw::IdUsedTwice(_) | Flaw::HolidaysUnordered | Flaw::DismissalsUnordered => {
            "This does not fit the plan any more. Nothing was changed.".to_owned()
        }
    }
}

fn limited(limit: Limit) -> &'static str {
    match limit {
        Limit::Goals => "goals in a plan",
        Limit::Actions => "actions for one goal",
        Limit::Steps => "steps in a sequence",
        Limit::Holidays => "other days off in a plan",
        Limit::People => "people in a plan",
        Limit::HolidaySets => "countries, regions and calendar files in a plan",
        Limit::SetDays => "days of one country, region or calendar file",
        Limit::Closures => "times closed or away in a plan",
        Limit::YearlyClosures => "days off every year in a plan",
        Limit::Worked => "extra working days in a plan",
        Limit::Events => "events in a plan",
        Limit::Leads => "leads in a plan",
        Limit::Dismissals => "dismissed suggestions in a plan",
    }
}

/// Numbers of a channel that do not fit together.
pub fn profile_problem() -> String {
    format!(
        "Write up to {} minutes, attention from 1 to {}, and up to {} days, the first not above the second.",
        ChannelProfile::MAX_MINUTES,
        ChannelProfile::MOST_ATTENTION,
        ChannelProfile::MAX_DAYS
    )
}

/// A step has to stay below one it depends on.
fn not_above(plan: &Plan, step: StepId, other: StepId) -> String {
    let dependent = plan.step(step).filter(|step| step.depends_on().any(|it| it == other));
    let Some((dependent, (number, above))) = dependent.zip(number(plan, step).zip(number(plan, other)))
    else {
        return "A step can only follow from one that stands above it in its sequence.".to_owned();
    };
    if dependent.delay.anchor() == Anchor::Step(other) {
        format!(
            "Step {number} is counted from step {above}, so it has to stay below it. Change how step {number} is counted first."
        )
    } else {
        format!(
            "Step {number} belongs to an outcome of step {above}, so it has to stay below it. Change when step {number} is done first."
        )
    }
}

/// The number of a step within its sequence.
fn number(plan: &Plan, step: StepId) -> Option<usize> {
    let place = |steps: &[Step]| steps.iter().position(|it| it.id == step);
    plan.sequences.iter().find_map(|(_, sequence)| place(&sequence.steps)).map(|at| at + 1)
}

/// Days in a row that cannot be added; `None` when they can.
pub fn closure_problem(first: NaiveDate, last: NaiveDate) -> Option<String> {
    if last < first {
        let first = day_and_year(first);
        return Some(format!("It ends before it begins. Choose a last day on or after {first}."));
    }
    let is_long = (last - first).num_days() >= Closure::MAX_DAYS;
    is_long.then(|| {
        format!(
            "It lasts longer than {} days. Choose an earlier last day, or add it in parts.",
            Closure::MAX_DAYS
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Audience, Branch, Delay, Edit, Outcome, StepEdit, Unit};

    #[test]
    fn a_refused_move_names_the_step_that_hangs_on_it() {
        let edits = || {
            let add = || Edit::AddStep { audience: Audience::Prospect, before: None };
            let plan = [add(), add(), add()]
                .into_iter()
                .fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap());
            let ids: Vec<_> = plan.steps().map(|step| step.id).collect();
            (plan, ids)
        };
        let refused = |plan: &Plan, ids: &[StepId]| {
            let down = Edit::Step(ids[0], StepEdit::Before(Audience::Prospect, None));
            edit_problem(plan, plan.edited(down).unwrap_err())
        };
        let (plan, ids) = edits();
        let delay = Delay::after(2, Unit::Weeks, Anchor::Step(ids[0])).unwrap();
        let counted = plan.edited(Edit::Step(ids[1], StepEdit::Delay(delay))).unwrap();
        assert_eq!(
            refused(&counted, &ids),
            "Step 2 is counted from step 1, so it has to stay below it. Change how step 2 is counted first."
        );
        let branch = Branch { step: ids[0], outcome: Outcome::NotReached };
        let parted = plan.edited(Edit::Step(ids[2], StepEdit::OnlyAfter(Some(branch)))).unwrap();
        assert!(refused(&parted, &ids).starts_with("Step 3 belongs to an outcome of step 1"));
    }

    #[test]
    fn days_in_a_row_end_after_they_begin_and_within_a_year() {
        let day = |text: &str| text.parse().unwrap();
        let problem = |first: &str, last: &str| closure_problem(day(first), day(last));
        assert_eq!(problem("2026-12-24", "2026-12-24"), None);
        assert_eq!(problem("2027-01-01", "2028-01-01"), None);
        assert!(problem("2027-01-01", "2028-01-02").unwrap().contains("366 days"));
        assert!(problem("2026-12-24", "2026-12-23").unwrap().contains("on or after Thu 24 Dec 2026"));
    }
}
