//! What a change would move, in sentences (F4).

use std::ops::RangeInclusive;

use super::{known_as, step_of};
use crate::agenda::{Crowd, Overload, Overrun, Preview};
use crate::calendar::WorkingDays;
use crate::plan::Channel;
use crate::roster::{ContactId, Workspace};
use crate::words::grid::last_date;
use crate::words::{count, day_and_year, responsible, workdays};

/// How many of a kind are told one by one.
const MOST: usize = 3;

/// What a change moves: for how many, by how much, what meets on one day, what passes a limit, and the last date (F4).
pub fn preview(workspace: &Workspace, preview: &Preview) -> Vec<String> {
    if preview.is_empty() {
        return vec!["No date moves.".to_owned()];
    }
    let first = match preview.contacts {
        1 => "This changes dates of 1 person.".to_owned(),
        people => format!("This changes dates of {people} people."),
    };
    std::iter::once(first).chain(rest(workspace, preview)).collect()
}

/// What a change has moved that was taken as it was typed (F4).
pub fn moved(workspace: &Workspace, preview: &Preview) -> Vec<String> {
    let first = match preview.contacts {
        1 => "Dates of 1 person have moved.".to_owned(),
        people => format!("Dates of {people} people have moved."),
    };
    std::iter::once(first).chain(rest(workspace, preview)).collect()
}

/// What takes back so many of the last changes.
pub fn undo_changes(changes: usize) -> String {
    match changes {
        0 | 1 => "Undo the last change".to_owned(),
        several => format!("Undo the last {several} changes"),
    }
}

/// The same for one person, of whom it need not be said that it is one.
pub fn preview_of_one(workspace: &Workspace, preview: &Preview) -> String {
    match preview.is_empty() {
        true => String::new(),
        false => rest(workspace, preview).join(" "),
    }
}

/// What a step moves that is done on a day, or left out then, said before it is: `Done or skipped on that day: 2 steps come 1
/// working day earlier.` Empty where neither moves anything.
pub fn would_move(done: &str, skipped: &str) -> String {
    match [done, skipped] {
        [done, skipped] if done == skipped => said_before("Done or skipped on that day", done),
        said => {
            let acts = ["Done on that day", "Skipped on that day"];
            let all = acts.into_iter().zip(said).map(|(act, said)| said_before(act, said));
            all.filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ")
        }
    }
}

/// What a step moves on another day: one to come, to which it is put off, or one on which it was done.
pub fn would_move_to(is_ahead: bool, moves: &str) -> String {
    said_before(if is_ahead { "Put off to that day" } else { "Done on that day" }, moves)
}

fn said_before(act: &str, moves: &str) -> String {
    if moves.is_empty() { String::new() } else { format!("{act}: {moves}") }
}

/// By how much, what meets, what passes a limit, and the last date.
fn rest(workspace: &Workspace, preview: &Preview) -> Vec<String> {
    let mut said: Vec<_> = shifts(preview).collect();
    said.extend(counted(preview.added, "is new", "are new"));
    said.extend(counted(preview.dropped, "is no longer to be done", "are no longer to be done"));
    said.extend(counted(preview.held, "waits until you go on", "wait until you go on"));
    said.extend(taken_up(preview));
    said.extend(listed(&preview.crowds, ["day of that kind", "days of that kind"], |it| {
        crowd(workspace, *it)
    }));
    said.extend(listed(&preview.overruns, ["step like that", "steps like that"], |it| {
        overrun(workspace, *it)
    }));
    said.extend(listed(&preview.overloads, ["day with too much to do", "days with too much to do"], |it| {
        overload(workspace, it)
    }));
    said.extend(last(preview));
    said
}

/// How much later or earlier steps come.
fn shifts(preview: &Preview) -> impl Iterator<Item = String> {
    let those = |is_meant: fn(i64) -> bool| {
        let meant: Vec<_> = preview.shifts.iter().filter(|shift| is_meant(shift.by.0)).collect();
        let steps: usize = meant.iter().map(|shift| shift.steps).sum();
        let by = |shift: &&crate::agenda::Shift| shift.by.0.saturating_abs();
        let range = meant.iter().map(by).min()?..=meant.iter().map(by).max()?;
        Some((steps, range))
    };
    let later = those(|by| by > 0).map(|(steps, by)| comes(steps, &format!("{} later", length(&by))));
    let earlier = those(|by| by < 0).map(|(steps, by)| comes(steps, &format!("{} earlier", length(&by))));
    let beside = those(|by| by == 0).map(|(steps, _)| comes(steps, "on another day off"));
    [later, earlier, beside].into_iter().flatten()
}

fn comes(steps: usize, when: &str) -> String {
    let verb = if steps == 1 { "comes" } else { "come" };
    format!("{} {verb} {when}.", count(steps, "step"))
}

/// `2 working days`, `1 to 9 working days`.
fn length(by: &RangeInclusive<i64>) -> String {
    let most = workdays(WorkingDays(*by.end()));
    if by.start() == by.end() { most } else { format!("{} to {most}", by.start()) }
}

fn counted(steps: usize, one: &str, several: &str) -> Option<String> {
    let verb = if steps == 1 { one } else { several };
    (steps > 0).then(|| format!("{} {verb}.", count(steps, "step")))
}

/// What goes on where it was left, and from when.
fn taken_up(preview: &Preview) -> Option<String> {
    let first = day_and_year(preview.taken_up_from?);
    Some(match preview.taken_up {
        1 => format!("1 step goes on, on {first}."),
        steps => format!("{} go on, the first on {first}.", count(steps, "step")),
    })
}

/// The first few of a kind in a sentence each, and how many more there are.
fn listed<T>(all: &[T], rest: [&str; 2], words: impl Fn(&T) -> String) -> Vec<String> {
    let mut said: Vec<_> = all.iter().take(MOST).map(words).collect();
    match all.len().saturating_sub(MOST) {
        0 => {}
        1 => said.push(format!("There is 1 more {}.", rest[0])),
        more => said.push(format!("There are {more} more {}.", rest[1])),
    }
    said
}

fn name(workspace: &Workspace, id: ContactId) -> String {
    known_as(workspace, id).unwrap_or_else(|| "somebody without a name".to_owned())
}

fn crowd(workspace: &Workspace, crowd: Crowd) -> String {
    let (name, day) = (name(workspace, crowd.contact), day_and_year(crowd.day));
    format!("{} for {name} fall on one day, {day}.", count(crowd.steps, "step"))
}

fn overrun(workspace: &Workspace, overrun: Overrun) -> String {
    match overrun {
        Overrun::TooLate(contact, step) => {
            let step = step_of(workspace, Some(contact), step);
            format!("For {}, {step} comes after the last day that will do.", name(workspace, contact))
        }
        Overrun::TooSoon(contact, step, channel) => {
            let step = step_of(workspace, Some(contact), step);
            let before = before(channel);
            format!("For {}, {step} comes too soon after {before}.", name(workspace, contact))
        }
    }
}

/// What came before through the same channel.
fn before(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "the visit before it",
        Channel::Phone => "the call before it",
        Channel::Letter => "the letter before it",
        Channel::Email => "the e-mail before it",
        Channel::SocialChat => "the chat before it",
        Channel::Comments => "the comment before it",
        Channel::Internal => "the one before it",
    }
}

fn overload(workspace: &Workspace, overload: &Overload) -> String {
    let who = responsible(&workspace.plan, overload.who);
    let (day, minutes) = (day_and_year(overload.day), count(overload.after as usize, "minute"));
    match overload.limit {
        0 => format!("{who} has {minutes} to do on {day}, and does not work that day."),
        limit => format!("{who} has {minutes} to do on {day}, and {limit} fit."),
    }
}

/// What the last date becomes.
fn last(preview: &Preview) -> Option<String> {
    match (preview.last_before, preview.last_after) {
        (Some(_), None) if preview.held > 0 => Some("They get days again when you go on.".to_owned()),
        (Some(_), None) => Some("Nothing is left to be done for them.".to_owned()),
        (before, after) => last_date(before, after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::{Forecasts, Shift};
    use crate::plan::{Audience, Fate, Responsible};
    use crate::roster::{ContactEdit, EnrolmentEdit, Exit, RosterEdit, WorkspaceEdit};
    use crate::words::people::tests::{ada, date, marked, workspace};

    #[test]
    fn where_nothing_moves_that_is_said() {
        assert_eq!(preview(&workspace(), &Preview::default()), ["No date moves."]);
    }

    #[test]
    fn a_step_done_late_moves_those_after_it() {
        let (before, today) = (workspace(), date("2026-12-01"));
        let after = marked(&before, 0, "2026-11-30", Fate::Done(None));
        let forecasts = Forecasts::of(&before, today);
        let found = Preview::of(&forecasts, &forecasts.after(&after, today));
        assert_eq!(
            preview(&after, &found),
            [
                "This changes dates of 1 person.",
                "2 steps come 1 working day earlier.",
                "The last date becomes Wed 9 Dec 2026 instead of Thu 10 Dec 2026.",
            ]
        );
    }

    #[test]
    fn what_was_typed_is_told_as_what_has_moved_already() {
        let (before, today) = (workspace(), date("2026-12-01"));
        let after = marked(&before, 0, "2026-11-30", Fate::Done(None));
        let forecasts = Forecasts::of(&before, today);
        let found = Preview::of(&forecasts, &forecasts.after(&after, today));
        let rest = [
            "2 steps come 1 working day earlier.",
            "The last date becomes Wed 9 Dec 2026 instead of Thu 10 Dec 2026.",
        ];
        assert_eq!(moved(&after, &found), [&["Dates of 1 person have moved."][..], &rest].concat());
        assert_eq!(preview_of_one(&after, &found), rest.join(" "));
        assert_eq!(preview_of_one(&after, &Preview::default()), "");
        assert_eq!([1, 2].map(undo_changes), ["Undo the last change", "Undo the last 2 changes"]);
    }

    #[test]
    fn what_a_step_would_move_is_said_with_what_is_done_with_it() {
        let cases = [
            ("A.", "A.", "Done or skipped on that day: A."),
            ("A.", "B.", "Done on that day: A. Skipped on that day: B."),
            ("A.", "", "Done on that day: A."),
            ("", "B.", "Skipped on that day: B."),
            ("", "", ""),
        ];
        for (done, skipped, said) in cases {
            assert_eq!(would_move(done, skipped), said);
        }
        assert_eq!(would_move_to(true, "A."), "Put off to that day: A.");
        assert_eq!(would_move_to(false, "A."), "Done on that day: A.");
        assert_eq!(would_move_to(true, ""), "");
    }

    #[test]
    fn steps_of_what_had_ended_go_on_from_the_day_it_is_opened_again() {
        let edit = |edit| {
            WorkspaceEdit::Roster(RosterEdit::Contact(
                ada(),
                ContactEdit::Enrolment(Audience::Prospect, edit),
            ))
        };
        let exit = EnrolmentEdit::End(date("2026-11-30"), Exit::Lost);
        let ended = marked(&workspace(), 0, "2026-11-30", Fate::Done(None)).edited(edit(exit)).unwrap();
        let on = date("2026-12-14");
        let said = |before: &Workspace| {
            let after = before.edited(edit(EnrolmentEdit::Reopen(on))).unwrap();
            let forecasts = Forecasts::of(before, on);
            preview(&after, &Preview::of(&forecasts, &forecasts.after(&after, on)))
        };
        let first = "This changes dates of 1 person.";
        let last = "The last date becomes Tue 22 Dec 2026.";
        assert_eq!(said(&ended), [first, "2 steps go on, the first on Tue 15 Dec 2026.", last]);
        let two_done = marked(&ended, 1, "2026-11-30", Fate::Done(None));
        assert_eq!(
            said(&two_done),
            [first, "1 step goes on, on Fri 18 Dec 2026.", "The last date becomes Fri 18 Dec 2026."]
        );
    }

    #[test]
    fn all_that_a_change_does_is_told_and_much_of_a_kind_is_counted() {
        let workspace = workspace();
        let step = workspace.plan.steps().next().unwrap().id;
        let who = Responsible::Person(workspace.plan.people[0].id);
        let day = date("2026-12-08");
        let overload = |limit| Overload { who, day, before: 0, after: 90, limit };
        let found = Preview {
            contacts: 2,
            shifts: [(-1, 1), (0, 2), (1, 3), (9, 4)]
                .map(|(by, steps)| Shift { by: WorkingDays(by), steps })
                .to_vec(),
            added: 1,
            dropped: 2,
            held: 1,
            taken_up: 4,
            taken_up_from: Some(day),
            steps: Vec::new(),
            crowds: vec![Crowd { contact: ada(), day, steps: 2 }; 5],
            overruns: vec![
                Overrun::TooLate(ada(), step),
                Overrun::TooSoon(ContactId(9), step, Channel::Phone),
            ],
            overloads: vec![overload(60), overload(0)],
            last_before: Some(day),
            last_after: Some(day),
        };
        let crowd = "2 steps for Ada Murphy fall on one day, Tue 8 Dec 2026.";
        assert_eq!(
            preview(&workspace, &found),
            [
                "This changes dates of 2 people.",
                "7 steps come 1 to 9 working days later.",
                "1 step comes 1 working day earlier.",
                "2 steps come on another day off.",
                "1 step is new.",
                "2 steps are no longer to be done.",
                "1 step waits until you go on.",
                "4 steps go on, the first on Tue 8 Dec 2026.",
                crowd,
                crowd,
                crowd,
                "There are 2 more days of that kind.",
                "For Ada Murphy, “Write to them” comes after the last day that will do.",
                "For somebody without a name, “Write to them” comes too soon after the call before it.",
                "Ann has 90 minutes to do on Tue 8 Dec 2026, and 60 fit.",
                "Ann has 90 minutes to do on Tue 8 Dec 2026, and does not work that day.",
                "The last date stays Tue 8 Dec 2026.",
            ]
        );
    }
}
