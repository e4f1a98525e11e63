//! Actions as steps: their words are read as those of a list, so that what they say of when, how and who is not said in vain.

use chrono::NaiveDate;

use super::{CountedFrom, List, ListSetting};
use crate::plan::{ActionId, Audience, Edit, Plan, in_small_letters};

/// The changes that put actions at the end of a sequence, in their order (A25, F1). An action that says nothing is left
/// where it is.
///
/// # Errors
/// How many of them the sequence has no room for.
pub fn laid_out(
    plan: &Plan,
    audience: Audience,
    actions: &[ActionId],
    today: NaiveDate,
) -> Result<Vec<Edit>, usize> {
    let actions = actions.iter().filter_map(|id| plan.action(*id)).map(|(_, action)| action);
    let actions: Vec<_> = actions.filter(|action| !action.text.is_blank()).collect();
    let text = actions.iter().map(|action| action.text.as_str()).collect::<Vec<_>>().join("\n");
    let setting = ListSetting { plan, audience, before: None, today, from: CountedFrom::LineBefore };
    let mut list = List::read(&text, setting);
    if list.beyond > 0 {
        return Err(list.beyond);
    }
    for entry in &mut list.entries {
        let Some(action) = actions.get(entry.line) else { continue };
        entry.step.action = Some(action.id);
        // Where nothing was taken out of them, its words stay as they were written.
        let what = entry.step.what.as_str();
        if what.is_empty() || in_small_letters(what) == in_small_letters(action.text.as_str()) {
            entry.step.what = action.text.clone();
        }
    }
    Ok(list.edits())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Channel, GoalId, Line, Unit};

    #[test]
    fn what_an_action_says_of_when_and_how_becomes_the_step_s_own() {
        let line = |text: &str| Line::parse(text).unwrap();
        let goal = Edit::AddGoal(line("Trust"));
        let plan = Plan::blank().edited(goal).unwrap();
        let id = plan.goals[0].id;
        let actions = ["ringing the same day", "e-mailing a comparison, 2 days later", "thanking"];
        let plan = actions
            .into_iter()
            .fold(plan, |plan, text| plan.edited(Edit::AddAction(GoalId(id.0), line(text))).unwrap());
        let ids: Vec<_> = plan.goals[0].actions.iter().map(|action| action.id).collect();
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let edits = laid_out(&plan, Audience::Prospect, &ids, today).unwrap();
        let laid = edits.into_iter().try_fold(plan, |plan, edit| plan.edited(edit)).unwrap();
        let steps = &laid.sequences.prospect.steps;
        assert_eq!(
            steps.iter().map(|step| step.action).collect::<Vec<_>>(),
            ids.into_iter().map(Some).collect::<Vec<_>>()
        );
        assert_eq!(steps[1].what.as_str(), "E-mailing a comparison");
        assert_eq!((steps[1].delay.length(), steps[1].delay.unit()), (2, Unit::WorkingDays));
        assert_eq!(steps[1].channel, Some(Channel::Email));
        assert_eq!(steps[2].what.as_str(), "thanking");
        assert!(laid.sequences.customer.steps.is_empty());
    }
}
