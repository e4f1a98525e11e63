//! A table for HubSpot's import of tasks: a task an open step; where it is for somebody, their e-mail address ties it to
//! their record.
//!
//! The columns bear the names that HubSpot gives the properties of a task, the types are those it knows (call, e-mail,
//! to-do). That tasks can be imported by themselves, and that the form of dates is asked for, is said on its help pages;
//! which columns it recognizes without being told is not, and was not tried.
//!
//! The [guard](super::table::guarded) stays: such files are looked at in spreadsheets before they are taken in.

use super::table::{guarded, separated};
use crate::exchange::{Entries, Rows, Written};
use crate::plan::Channel;
use crate::words;

const COLUMNS: [&str; 7] =
    ["Task title", "Task notes", "Task type", "Task status", "Priority", "Due date", "Email"];

/// The open steps as tasks.
pub fn write(rows: &Rows<'_>) -> Written {
    let entries = Entries::of(rows);
    if entries.all.is_empty() {
        return Written::nothing(words::NONE_OPEN);
    }
    let titles = COLUMNS.map(str::to_owned).to_vec();
    let tasks = entries.all.iter().map(|entry| {
        let mail = entry.row.contact.map(|(contact, _)| contact.reach.mail.as_str().trim().to_owned());
        vec![
            guarded(entry.title()),
            guarded(entry.details(rows.plan())),
            kind(entry.row.step.channel).to_owned(),
            "Not started".to_owned(),
            "None".to_owned(),
            entry.due.map(words::iso).unwrap_or_default(),
            guarded(mail.unwrap_or_default()),
        ]
    });
    let bytes = separated(std::iter::once(titles).chain(tasks), rows.outgoing.wanted.mark);
    Written {
        bytes,
        notes: words::off_path_left_out(entries.off_path).into_iter().collect(),
        ..Written::default()
    }
}

fn kind(channel: Option<Channel>) -> &'static str {
    match channel {
        Some(Channel::Phone) => "Call",
        Some(Channel::Email) => "Email",
        _ => "To-do",
    }
}
