//! What was done with lines of a list of today, as it is said.

use chrono::{Datelike, Days, NaiveDate};

use super::{exit, known_as, message_for, work};
use crate::agenda::{Act, Group, Item, Taken, What};
use crate::plan::Channel;
use crate::roster::{Contact, ContactId, Workspace};
use crate::words::{audience, count, day, day_and_year, month, responsible, weekday};

/// What was done, with how many lines are left and why: `Done: “Send the letter”, for Jo Hardy. Undo brings it back.`
pub fn acted(workspace: &Workspace, taken: &Taken, act: Act) -> String {
    let it = if taken.done.len() == 1 { "it" } else { "them" };
    let left = left(taken).map(|left| format!(" {left}")).unwrap_or_default();
    let said = match (&taken.done[..], act) {
        ([item], Act::Exit(how)) => {
            return format!("{}: {}. Undo takes it back.", whom(workspace, item.contact), exit(how));
        }
        ([item], act) => {
            let (what, whom) = (work(workspace, item), whom(workspace, item.contact));
            match act {
                Act::PutOff(to) => format!("“{what}”, for {whom}, is put off to {}.", day_and_year(to)),
                act => format!("{}: “{what}”, for {whom}.", done(act)),
            }
        }
        (items, Act::PutOff(to)) => {
            format!("{} put off to {}.", count(items.len(), "line"), day_and_year(to))
        }
        (items, act) => format!("{}: {}.", done(act), count(items.len(), "line")),
    };
    format!("{said} Undo brings {it} back.{left}")
}

/// Why nothing was done with any line.
pub fn not_acted(taken: &Taken) -> String {
    left(taken).unwrap_or_else(|| "There is nothing to do it with any more.".to_owned())
}

/// Which lines are left, and why.
fn left(taken: &Taken) -> Option<String> {
    let asked = match taken.asked {
        0 => None,
        1 => Some(
            "1 line is left: open it and say what came of it, since what comes next depends on that."
                .to_owned(),
        ),
        asked => Some(format!(
            "{asked} lines are left: open each and say what came of it, since what comes next depends on that."
        )),
    };
    let other = match taken.left {
        0 => None,
        1 => Some("With 1 line this cannot be done. Open it to see what can.".to_owned()),
        left => Some(format!("With {left} lines this cannot be done. Open them to see what can.")),
    };
    let all: Vec<String> = asked.into_iter().chain(other).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

fn whom(workspace: &Workspace, contact: ContactId) -> String {
    known_as(workspace, contact).unwrap_or_else(|| "somebody without a name".to_owned())
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Done(_) => "Done",
        Act::Tried => "Tried in vain",
        Act::Skip => "Skipped",
        Act::PutOff(_) | Act::Exit(_) => "Noted",
    }
}

/// What the lines of a part of a list have in common, as its heading (B7, F1).
pub fn group(workspace: &Workspace, group: Group) -> String {
    match group {
        Group::Person(Some(who)) => responsible(&workspace.plan, who),
        Group::Person(None) => "Nobody named".to_owned(),
        Group::Contact(contact) => whom(workspace, contact),
        Group::Sequence(Some(who)) => format!("{} sequence", audience(who)),
        Group::Sequence(None) => "Answers".to_owned(),
        Group::Goal(goal) => match goal.and_then(|goal| workspace.plan.goal(goal)) {
            Some(goal) => goal.text.to_string(),
            None => "For no goal".to_owned(),
        },
    }
}

/// What there is to say to somebody in a step, with the name filled in; none where nothing is written down (D2).
pub fn message(workspace: &Workspace, item: &Item) -> Option<String> {
    let What::Step(whose, step) = item.key().what else { return None };
    let contact = workspace.roster.contact(item.contact)?;
    let steps = workspace.steps(contact.last(whose)?);
    let notes = steps.iter().find(|known| known.id == step)?.notes.as_str().trim();
    (!notes.is_empty()).then(|| message_for(notes, contact))
}

/// `Thursday, 3 Dec`: the day as a heading.
pub fn full_day(date: NaiveDate) -> String {
    format!("{}, {}", weekday(date.weekday()), day(date))
}

/// What a calendar of the weeks from this one on is called: `Nov 2026`, `Nov and Dec 2026`.
pub fn weeks_ahead(today: NaiveDate, weeks: usize) -> String {
    let days = Days::new((weeks as u64).saturating_sub(1).saturating_mul(7));
    let last = today.checked_add_days(days).unwrap_or(today);
    match (today.year(), today.month()) == (last.year(), last.month()) {
        true => format!("{} {}", month(today), today.year()),
        false if today.year() == last.year() => {
            format!("{} and {} {}", month(today), month(last), last.year())
        }
        false => format!("{} {} and {} {}", month(today), today.year(), month(last), last.year()),
    }
}

/// By what somebody is reached through a channel: a number, an address; empty where that is not known.
pub fn reach(contact: &Contact, channel: Option<Channel>) -> String {
    let reach = &contact.reach;
    let line = match channel {
        Some(Channel::Phone) => &reach.phone,
        Some(Channel::Email) => &reach.mail,
        Some(Channel::InPerson | Channel::Letter) => &reach.address,
        Some(Channel::SocialChat | Channel::Comments | Channel::Internal) | None => return String::new(),
    };
    line.as_str().trim().to_owned()
}

/// How much waits for the people on a plan: `2 late, 5 to do today`; empty where nothing does.
pub fn waiting_today(late: usize, due: usize) -> String {
    let parts = [(late, "late"), (due, "to do today")];
    let said =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    said.collect::<Vec<_>>().join(", ")
}
