//! What differs between two versions of a plan.

use chrono::NaiveDate;

use super::Schedule;
use crate::plan::{Plan, Step, StepId};

/// What one version of a plan has and the other has not, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Steps that are in the later one only.
    pub added: usize,
    /// Steps that are in the earlier one only.
    pub removed: usize,
    /// Steps that say something else.
    pub changed: usize,
    /// Steps that are in both and due on another day.
    pub moved: usize,
    /// The goals and their actions are others.
    pub goals: bool,
    /// Something else was done.
    pub marks: bool,
    /// Anything else.
    pub rest: bool,
}

impl Differences {
    /// What differs, with the dates of both.
    pub fn between(earlier: (&Plan, &Schedule), later: (&Plan, &Schedule)) -> Self {
        let ((before, dates_before), (after, dates_after)) = (earlier, later);
        let is_in = |plan: &Plan, step: &Step| plan.step(step.id).is_some();
        let due = |dates: &Schedule, step: &Step| dates.step(step.id).and_then(|facts| facts.due);
        let both = || before.steps().filter_map(|step| Some((step, after.step(step.id)?)));
        let mut rest = before.clone().into_parts();
        rest.sequences.clone_from(&after.sequences);
        rest.goals.clone_from(&after.goals);
        rest.runs.clone_from(&after.runs);
        let is_otherwise = rest != **after || is_reordered(before, after);
        Self {
            added: after.steps().filter(|step| !is_in(before, step)).count(),
            removed: before.steps().filter(|step| !is_in(after, step)).count(),
            changed: both().filter(|(step, now)| step != now).count(),
            moved: both().filter(|(step, _)| due(dates_before, step) != due(dates_after, step)).count(),
            goals: before.goals != after.goals,
            marks: before.runs != after.runs,
            rest: is_otherwise,
        }
    }
}

/// What moved with a step when something became of it, or was decided of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedDates {
    /// The days on which other steps are due now.
    pub to: Vec<NaiveDate>,
    /// The last date of its sequence before.
    pub last_before: Option<NaiveDate>,
    /// The last date of its sequence now.
    pub last_after: Option<NaiveDate>,
}

impl MovedDates {
    /// What differs but for the step itself. The steps of both are the same.
    pub fn with(step: StepId, before: &Schedule, after: &Schedule) -> Self {
        let steps = before.all().zip(after.all()).map(|((_, before), (_, after))| (before, after));
        let moved = steps.filter(|(before, after)| after.step != step && before.due != after.due);
        let last = |schedule: &Schedule| {
            let (audience, _) = schedule.placed(step)?;
            schedule.steps(audience).iter().filter_map(|facts| facts.due).max()
        };
        Self {
            to: moved.filter_map(|(_, after)| after.due).collect(),
            last_before: last(before),
            last_after: last(after),
        }
    }
}

/// Whether the steps that are in both stand in another order, or a sequence is set off by something else.
fn is_reordered(before: &Plan, after: &Plan) -> bool {
    let order = |plan: &Plan, other: &Plan| -> Vec<_> {
        let both = plan.steps().filter(|step| other.step(step.id).is_some());
        both.map(|step| (step.id, plan.step_number(step.id).map(|(audience, _)| audience))).collect()
    };
    let triggers =
        |plan: &Plan| [&plan.sequences.prospect, &plan.sequences.customer].map(|it| it.trigger.clone());
    order(before, after) != order(after, before) || triggers(before) != triggers(after)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::plan::{Audience, Edit, Line, StepEdit};

    fn differences(before: &Plan, after: &Plan) -> Differences {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let dates = |plan: &Plan| Schedule::on(plan, today);
        Differences::between((before, &dates(before)), (after, &dates(after)))
    }

    fn after(plan: &Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
        edits.into_iter().fold(plan.clone(), |plan, edit| plan.edited(edit).unwrap())
    }

    fn plan() -> Plan {
        let start = NaiveDate::from_ymd_opt(2026, 11, 23);
        let step = || Edit::AddStep { audience: Audience::Prospect, before: None };
        after(&Plan::blank(), [step(), step(), Edit::Start(Audience::Prospect, start)])
    }

    #[test]
    fn a_plan_differs_from_itself_in_nothing() {
        assert_eq!(differences(&plan(), &plan()), Differences::default());
    }

    #[test]
    fn what_is_there_on_one_side_only_is_added_or_removed() {
        let before = plan();
        let longer = after(&before, [Edit::AddStep { audience: Audience::Prospect, before: None }]);
        assert_eq!(differences(&before, &longer), Differences { added: 1, ..Differences::default() });
        assert_eq!(differences(&longer, &before), Differences { removed: 1, ..Differences::default() });
    }

    #[test]
    fn a_later_start_moves_every_date_and_changes_no_step() {
        let before = plan();
        let start = NaiveDate::from_ymd_opt(2026, 11, 24);
        let later = after(&before, [Edit::Start(Audience::Prospect, start)]);
        assert_eq!(
            differences(&before, &later),
            Differences { moved: 2, marks: true, ..Differences::default() }
        );
    }

    #[test]
    fn what_a_step_says_its_place_and_all_else_are_told_apart() {
        let before = plan();
        let [first, second] = [0, 1].map(|at| before.sequences.prospect.steps[at].id);
        let what = Edit::Step(first, StepEdit::What(Line::fitted("Call")));
        assert_eq!(
            differences(&before, &after(&before, [what])),
            Differences { changed: 1, ..Default::default() }
        );
        let named = after(&before, [Edit::Name(Line::fitted("Spring"))]);
        assert_eq!(differences(&before, &named), Differences { rest: true, ..Default::default() });
        let goal = after(&before, [Edit::AddGoal(Line::fitted("Trust"))]);
        assert_eq!(differences(&before, &goal), Differences { goals: true, ..Default::default() });
        let mut parts = before.clone().into_parts();
        parts.sequences.prospect.steps.reverse();
        let turned = differences(&before, &parts.checked().unwrap());
        assert!(turned.rest && turned.added + turned.removed + turned.changed == 0, "{second:?} {turned:?}");
    }
}
