//! What is said of a plan that leaves for another program.

use super::count;

/// Why no file is made of a plan without steps.
pub const NO_STEPS: &str =
    "There are no steps yet, so nothing was exported. Write some down first, in step 5 or on the start page.";

/// What a file says that is made all the same.
pub const NO_STEPS_IN_IT: &str = "There are no steps in it yet.";

/// Why no file is made of the steps of people.
pub const NOBODY_ON_A_SEQUENCE: &str = "Nobody is on a sequence yet, so nothing was exported. Start somebody on one, or choose “The two sequences”.";

/// Why no file is made of the steps of one contact.
pub const NOT_ON_A_SEQUENCE: &str =
    "They are not on a sequence yet, so nothing was exported. Start them on one first.";

/// Why no file is made of what one person does.
pub const NONE_OF_THEIRS: &str = "None of the steps is theirs, so nothing was exported. Choose “Anybody” under “Done by”, or give them some steps.";

/// Why no list of tasks is made.
pub const NONE_OPEN: &str = "No step is left to be done, so nothing was exported.";

/// Why no calendar is made.
pub const NONE_OPEN_WITH_DAY: &str = "No step that is left to be done has a day, so nothing was exported.";

/// Why no calendar with what changed is made.
pub const NOTHING_CHANGED: &str =
    "Nothing has changed since the last time, so nothing was exported. What was exported then still holds.";

/// How many steps are not in a file since they are on another path (B5); nothing to say of none.
pub fn off_path_left_out(steps: usize) -> Option<String> {
    match steps {
        0 => None,
        1 => Some("1 step is left out: it belongs to a path that is not expected.".to_owned()),
        _ => Some(format!("{steps} steps are left out: they belong to a path that is not expected.")),
    }
}

/// How many steps never come in what runs a plan, since their event has no date; nothing to say of none.
pub fn without_event_date(steps: usize) -> Option<String> {
    match steps {
        0 => None,
        1 => Some("1 step never comes there: its event has no date yet.".to_owned()),
        _ => Some(format!("{steps} steps never come there: their event has no date yet.")),
    }
}

/// How many steps are not in a campaign since dates cannot be taken there; nothing to say of none.
pub fn without_own_date(steps: usize) -> Option<String> {
    match steps {
        0 => None,
        1 => Some(
            "1 step is left out: it is counted from an event or a date, which is not taken there.".to_owned(),
        ),
        _ => Some(format!(
            "{steps} steps are left out: they are counted from an event or a date, which is not taken there, or from one that is.",
        )),
    }
}

/// How many steps are not in a file since nobody can say when they are due; nothing to say of none.
pub fn undated_left_out(steps: usize) -> Option<String> {
    match steps {
        0 => None,
        1 => Some("1 step is left out: it has no day yet.".to_owned()),
        _ => Some(format!("{steps} steps are left out: they have no day yet.")),
    }
}

/// How many days and tasks are not in a file since they are still as they were; nothing to say of none.
pub fn unchanged_left_out(entries: usize) -> Option<String> {
    match entries {
        0 => None,
        1 => Some("1 step is left out: it is as it was in the file before.".to_owned()),
        _ => Some(format!("{entries} steps are left out: they are as they were in the file before.")),
    }
}

/// How many days and tasks of the file before a file takes back; nothing to say of none.
pub fn called_off(entries: usize) -> Option<String> {
    let is = if entries == 1 { "is" } else { "are" };
    (entries > 0).then(|| format!("{} of the file before {is} called off.", count_of(entries)))
}

/// `1 entry`, `2 entries`.
fn count_of(entries: usize) -> String {
    if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") }
}

/// What is called off of which nothing else is known any more.
pub const NO_LONGER_PLANNED: &str = "No longer planned";

/// What a step is called that says nothing of what is done.
pub fn nameless_step(number: usize) -> String {
    format!("Step {number}")
}

/// That all tries of a step were in vain, and what that asks for (B5).
pub fn to_decide(what: &str) -> String {
    format!("Decide what comes next: {what}")
}

/// Which time through a sequence it is, after the first: `2nd time`.
pub fn nth_time(time: usize) -> String {
    let ending = match (time % 10, time % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{time}{ending} time")
}

/// When a step is tried again (B5).
pub fn after_the_try_before(gap: u16) -> String {
    format!("{} after the try before, if that was in vain", count(gap.into(), "working day"))
}
