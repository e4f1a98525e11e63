//! What is said of the list that a team shares.

use chrono::NaiveDate;

use super::{count, day_and_year};

/// No more titles than these are named in a sentence.
const NAMED: usize = 5;

/// A step that goes on the team's list: `New: Call them, Tue 24 Nov 2026`.
pub fn team_new(title: &str, day: NaiveDate) -> String {
    format!("New: {title}, {}", day_and_year(day))
}

/// One that is there otherwise: its day, and the one before where that is another.
pub fn team_changed(title: &str, day: NaiveDate, before: NaiveDate) -> String {
    if day == before {
        return format!("Changed: {title}, {}", day_and_year(day));
    }
    format!("Moved: {title}, from {} to {}", day_and_year(before), day_and_year(day))
}

/// One that is to be done again.
pub fn team_open_again(title: &str, day: NaiveDate) -> String {
    format!("Open again: {title}, {}", day_and_year(day))
}

/// One that was done here.
pub fn team_done(title: &str, day: NaiveDate) -> String {
    format!("Done: {title}, {}", day_and_year(day))
}

/// One that is no longer to be done.
pub fn team_called_off(title: &str, day: NaiveDate) -> String {
    format!("Called off: {title}, {}", day_and_year(day))
}

/// What was sent: `Sent 40 steps: 38 new, 2 changed.` Where nothing was, that all is there.
pub fn team_sent(new: usize, changed: usize, done: usize, called_off: usize) -> String {
    let all = new + changed + done + called_off;
    if all == 0 {
        return "Nothing had to be sent: the team's list says what the plan says.".to_owned();
    }
    let parts = [(new, "new"), (changed, "changed"), (done, "done"), (called_off, "called off")];
    let parts: Vec<_> =
        parts.iter().filter(|(many, _)| *many > 0).map(|(many, what)| format!("{many} {what}")).collect();
    format!("Sent {}: {}.", count(all, "step"), parts.join(", "))
}

/// Which steps have other days on the list now.
pub fn team_moved(moved: &[(String, NaiveDate)]) -> Option<String> {
    let named: Vec<_> =
        moved.iter().take(NAMED).map(|(title, day)| format!("“{title}” to {}", day_and_year(*day))).collect();
    let rest = match moved.len().saturating_sub(NAMED) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    (!moved.is_empty()).then(|| format!("Moved there: {}{rest}.", named.join(", ")))
}

/// What the team ticked off, taken into the plan.
pub fn team_ticked(titles: &[String]) -> Option<String> {
    one_or_more(titles, "was ticked off by the team.", "were ticked off by the team.")
}

/// What was ticked off where what came of it decides what comes next (B5).
pub fn team_asked(titles: &[String]) -> Option<String> {
    let rest = "What came of it decides what comes next, so say it here.";
    one_or_more(titles, &format!("was ticked off. {rest}"), &format!("were ticked off. {rest}"))
}

/// What somebody called off on the list.
pub fn team_off_there(titles: &[String]) -> Option<String> {
    let rest = "Leave out here what is not to be done.";
    one_or_more(
        titles,
        &format!("was called off on the team's list and stays as it is there. {rest}"),
        &format!("were called off on the team's list and stay as they are there. {rest}"),
    )
}

/// What was done here and opened again on the list.
pub fn team_reopened(titles: &[String]) -> Option<String> {
    let rest = "Here it stays done: take the mark back if it is to be done once more.";
    one_or_more(
        titles,
        &format!("was opened again on the team's list. {rest}"),
        &format!("were opened again on the team's list. {rest}"),
    )
}

/// What somebody deleted on the list.
pub fn team_deleted(titles: &[String]) -> Option<String> {
    let rest = "It is not sent again unless you ask for it.";
    one_or_more(
        titles,
        &format!("was deleted on the team's list. {rest}"),
        &format!("were deleted on the team's list. {rest}"),
    )
}

/// What stands under a name of ours and is not ours, or cannot be read.
pub fn team_foreign(entries: usize) -> Option<String> {
    match entries {
        0 => None,
        1 => Some("1 entry on the team's list cannot be read and is left alone. Delete it there to have it sent anew.".to_owned()),
        _ => Some(format!("{entries} entries on the team's list cannot be read and are left alone. Delete them there to have them sent anew.")),
    }
}

/// What the server did not take.
pub fn team_refused(titles: &[String]) -> Option<String> {
    let rest = "If it came there in a calendar file, delete it there; what is left is sent at the next look.";
    one_or_more(
        titles,
        &format!("was not taken by the team's list. {rest}"),
        &format!("were not taken by the team's list. {rest}"),
    )
}

/// When the list was looked at last: `Looked at 9:05.`
pub fn team_looked(second: u32) -> String {
    let minute = second / 60;
    format!("Looked at {}:{:02}.", minute / 60, minute % 60)
}

/// How far the sending has come.
pub fn team_progress(answered: usize, asked: usize) -> String {
    format!("Speaking with the team's list: {answered} of {asked}…")
}

/// What would leave, above its lines.
pub fn team_leaves(lines: usize) -> String {
    match lines {
        0 => "Nothing waits to be sent.".to_owned(),
        1 => "This is what will leave, and nothing else:".to_owned(),
        _ => format!("These {lines} are what will leave, and nothing else:"),
    }
}

/// What is asked of those that somebody deleted.
pub fn team_again(deleted: usize) -> String {
    match deleted {
        1 => "Send once more the one that was deleted there".to_owned(),
        _ => format!("Send once more the {deleted} that were deleted there"),
    }
}

/// How what came back is taken back.
pub const UNDO_TAKES_IT_BACK: &str = "Undo takes it back.";

/// Why nothing can be sent without a user name.
pub const TEAM_WANTS_NAME: &str = "Write your user name and the password for the list, then send.";

/// What was forgotten, and what that means.
pub const TEAM_FORGOTTEN: &str =
    "The password is forgotten, and nothing is sent any more. The list stays as it is.";

/// What is wrong with the host's file.
pub const TEAM_BAD_FILE: &str = "The file team.json beside this page names no list here. Ask whoever set up this site to look at it: it has to name a path on this site.";

/// The part of the app that speaks with the list did not come.
pub const TEAM_NOT_LOADED: &str =
    "The part that speaks with the team's list could not be loaded. Check the connection, then try again.";

/// It broke.
pub const TEAM_BROKE: &str =
    "Something went wrong while the team's list was compared. Your plan is as it was: try again.";

fn one_or_more(titles: &[String], one: &str, more: &str) -> Option<String> {
    match titles {
        [] => None,
        [title] => Some(format!("“{title}” {one}")),
        _ => {
            let named: Vec<_> = titles.iter().take(NAMED).map(|title| format!("“{title}”")).collect();
            let rest = match titles.len().saturating_sub(NAMED) {
                0 => String::new(),
                rest => format!(" and {rest} more"),
            };
            Some(format!("{}{rest} {more}", named.join(", ")))
        }
    }
}
