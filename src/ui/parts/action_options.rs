//! The actions a step can carry out (F1).

use crate::calendar::sort_by_number;
use crate::plan::{Action, Audience, Goal, PlanParts};
use crate::ui::Session;
use crate::ui::reactive::{Memo, memo};
use crate::words;

use super::Options;

/// The actions to choose from, those of the audience's own goals first.
pub fn action_options(audience: Audience) -> Memo<Options> {
    let session = Session::here();
    memo(move || session.read(|plan| options(plan, audience)))
}

fn options(plan: &PlanParts, audience: Audience) -> Options {
    let mut actions: Vec<_> = plan.actions().filter(|(_, action)| !action.text.is_blank()).collect();
    sort_by_number(&mut actions, |(goal, _)| (goal.audience != Some(audience)).into());
    let option = |(goal, action): (&Goal, &Action)| {
        (action.id.0.to_string(), format!("{} – {}", goal.text, words::by_action(action)))
    };
    let none = (String::new(), "Choose…".to_owned());
    std::iter::once(none).chain(actions.into_iter().map(option)).collect()
}
