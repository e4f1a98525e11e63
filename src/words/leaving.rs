//! What is said of a plan that leaves for another program.

use super::count;

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
