//! What is told of a changed copy that came back.

use chrono::NaiveDate;

use super::{count, plan_about};
use crate::plan::PlanParts;

/// That nobody can say who changed what.
pub const COPY_WITHOUT_BASE: &str = "Which version this copy was made from is not known here. So nobody can say whether something was changed in the copy or in your plan since, and nothing is ticked.";

/// That the people who came with a copy are not taken.
pub const PEOPLE_IN_COPY_NOT_TAKEN: &str =
    "The people in the copy are not taken along: add it as a new plan to see them.";

/// Why two versions cannot be compared.
pub const COPY_NOT_COMPARED: &str = "The copy and your plan cannot be put together: there is more in them than one plan holds. Add the copy as a new plan.";

/// What stays because only the owner changed it.
pub fn copy_mine_stays(changes: usize) -> Option<String> {
    match changes {
        0 => None,
        1 => Some("One thing that only you changed stays as you have it.".to_owned()),
        _ => Some(format!("{changes} things that only you changed stay as you have them.")),
    }
}

/// Things in another order, where the order cannot be told by numbers.
pub const IN_ANOTHER_ORDER: &str = "in another order";

/// What the owner removed, and the copy has changed.
pub const REMOVED_BY_OWNER: &str = "Removed by you, changed in the copy";

/// A step that only the copy has.
pub fn step_of_copy(sequence: &str, number: usize) -> String {
    format!("{sequence}, step {number} of the copy")
}

/// What is told with the number of a step that only the copy has.
pub fn as_in_copy(told: &str, number: usize) -> String {
    let step = format!("step {number}");
    told.replacen(&step, &format!("{step} of the copy"), 1)
}

/// A step that stands in the other sequence.
pub fn moved_to(sequence: &str) -> String {
    format!("in the {}", sequence.to_lowercase())
}

/// What goes with something that is not ticked.
pub fn goes_with_more(things: &[String]) -> String {
    let (is, it) = if things.len() == 1 { ("does", "it") } else { ("do", "them") };
    format!(
        "Nothing was taken yet. {} {is} not fit without something that is not ticked. Tick that too, or untick {it}.",
        things.join("; ")
    )
}

/// A goal with so many actions.
pub fn goal_with_actions(goal: &str, actions: usize) -> String {
    if actions == 0 { goal.to_owned() } else { format!("{goal}, with {}", count(actions, "action")) }
}

/// `Take the changes into “My bakery”`.
pub fn take_into(plan: &str) -> String {
    format!("Take the changes into “{plan}”")
}

/// What a copy of a plan that is here is called.
pub fn copy_of(plan: &str) -> String {
    format!("A copy of “{plan}”")
}

/// Which plan here a copy is of, and what to do where it may be of another.
pub fn copy_is_of(plan: &PlanParts, changed: Option<NaiveDate>, others: usize) -> String {
    let about = plan_about(plan, changed);
    let more = match others {
        0 => String::new(),
        1 => " Another of your plans is called so and has its steps. If the copy is of that, open that one first.".to_owned(),
        _ => format!(
            " {others} others of your plans are called so and have its steps. If the copy is of one of those, open that one first."
        ),
    };
    format!("You have this plan: {about}.{more}")
}

/// That the plan which a copy is of was removed, and what can be done.
pub const COPY_OF_BINNED: &str = "It is in the bin. Bring it back to see what was changed in the copy and take that into it, or add the copy as a new plan.";

/// That a copy says what the plan says.
pub fn have_already(plan: &str) -> String {
    format!("You have “{plan}” already")
}

/// How what differs in a copy is taken.
pub const COPY_IS_TAKEN: &str = "What is ticked is taken as one change; undo takes it back. Where both of you changed something, yours stays unless you choose otherwise.";

/// What both changed.
pub fn both_changed(what: &str) -> String {
    format!("{what}. You have it otherwise than the copy:")
}

/// To keep what one has.
pub fn keep_yours(yours: &str) -> String {
    format!("Keep yours: {yours}")
}

/// To take what the copy says.
pub fn take_theirs(theirs: &str) -> String {
    format!("Take the copy’s: {theirs}")
}

/// That a copy says what the plan says.
pub const COPY_IS_SAME: &str = "Nothing in this copy differs from it. Nothing was added.";

/// That a copy is as it was when it left or came.
pub const COPY_IS_UNCHANGED: &str = "Nothing was changed in this copy. What you changed in your plan since is not in it. Nothing was added. To have the plan as it was then, add it as a new one; on “All plans”, “Earlier versions” has others.";
