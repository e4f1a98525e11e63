//! The days on which nothing is to be done for somebody who was opened again, looked at one by one.

use chrono::{Days, NaiveDate};
use followthrough::roster::{ContactEdit, Enrolment, EnrolmentEdit, RosterEdit, Workspace, WorkspaceEdit};

/// The days that are looked at before the start and after it.
const DAYS: u64 = 700;

fn is_held(enrolment: &Enrolment, day: NaiveDate) -> bool {
    enrolment.pauses.iter().any(|pause| pause.first <= day && pause.last.is_none_or(|last| day <= last))
}

/// What is opened again is on hold on the days it was on hold before and, besides, from the day it ended until the day before it
/// goes on; nothing else of it is changed. How many were opened again.
#[track_caller]
pub fn check_reopened(before: &Workspace, edit: &WorkspaceEdit) -> usize {
    match edit {
        WorkspaceEdit::All(edits) => {
            let mut workspace = before.clone();
            let each = edits.iter().map(|edit| {
                let checked = check_reopened(&workspace, edit);
                workspace = workspace.edited(edit.clone()).unwrap();
                checked
            });
            each.sum()
        }
        WorkspaceEdit::Roster(RosterEdit::Contact(
            id,
            ContactEdit::Enrolment(audience, EnrolmentEdit::Reopen(on)),
        )) => {
            let after = before.edited(edit.clone()).unwrap();
            let ended = before.roster.contact(*id).unwrap().last(*audience).unwrap();
            let open = after.roster.contact(*id).unwrap().open(*audience).unwrap();
            let left = ended.end.unwrap().on;
            let first = left.min(*on).checked_sub_days(Days::new(DAYS)).unwrap();
            for day in first.iter_days().take(2 * DAYS as usize) {
                let was_away = left <= day && day < *on;
                assert_eq!(
                    is_held(open, day),
                    is_held(ended, day) || was_away,
                    "{day}: {ended:#?} {open:#?}"
                );
            }
            assert_eq!(open.is_paused(), ended.is_paused());
            assert_eq!(
                Enrolment { pauses: Vec::new(), end: ended.end, ..open.clone() },
                Enrolment { pauses: Vec::new(), ..ended.clone() }
            );
            1
        }
        _ => 0,
    }
}
