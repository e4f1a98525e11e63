//! Whose steps leave, and how.

use std::ops::RangeInclusive;

use super::columns;
use super::formats::Exports;
use crate::exchange::{Format, Wanted};
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Options, check, section, select, who_from, who_options, who_value};
use crate::words;

/// What stands for the steps of the two sequences, and for those of everybody.
const SEQUENCES: &str = "sequences";
const PEOPLE: &str = "people";

/// The hours at which one may want to be reminded.
const HOURS: RangeInclusive<u8> = 6..=20;

/// Whose steps, and done by whom: for all formats.
pub fn whose(exports: Exports) -> El {
    let Exports { session, wanted, .. } = exports;
    let has_people = move || session.has_people();
    let whose = move || {
        let value = move || if wanted.with(|it| it.people) { PEOPLE } else { SEQUENCES }.to_owned();
        let options = move || -> Options {
            let count = session.whole().roster.count();
            vec![
                (SEQUENCES.to_owned(), "The two sequences".to_owned()),
                (PEOPLE.to_owned(), format!("Everybody on the plan ({})", words::people_count(count))),
            ]
        };
        select("Whose steps", value, options, move |value| wanted.update(|it| it.people = value == PEOPLE))
    };
    let done_by = select(
        "Done by",
        move || wanted.with(|it| it.who.map(who_value).unwrap_or_default()),
        move || {
            let anybody = (String::new(), "Anybody".to_owned());
            std::iter::once(anybody).chain(session.read(|plan| who_options(plan))).collect()
        },
        move |value| wanted.update(|it| it.who = who_from(&value)),
    );
    section("What goes out", el(html::Div).class("files__options").show(has_people, whose).child(done_by))
}

/// What is asked besides, of some formats.
pub fn of(format: Format, exports: Exports) -> Option<El> {
    match format {
        Format::Calendar => Some(of_calendar(exports)),
        Format::Table => Some(of_table(exports)),
        Format::Cells => Some(columns::choice(format, exports)),
        _ => None,
    }
}

fn of_calendar(exports: Exports) -> El {
    let wanted = exports.wanted;
    let kind = select(
        "Each step as",
        move || if wanted.with(|it| it.tasks) { "task" } else { "day" }.to_owned(),
        || {
            let entries = [("day", "A whole day in the calendar"), ("task", "A task to tick off")];
            entries.map(|(value, words)| (value.to_owned(), words.to_owned())).to_vec()
        },
        move |value| wanted.update(|it| it.tasks = value == "task"),
    );
    let reminder = select(
        "Remind me",
        move || wanted.with(|it| it.alarm.map(|hour| hour.to_string()).unwrap_or_default()),
        || {
            let hours = HOURS.map(|hour| (hour.to_string(), format!("On the day, at {hour}:00")));
            std::iter::once((String::new(), "Not at all".to_owned())).chain(hours).collect()
        },
        move |value| wanted.update(|it| it.alarm = value.parse().ok()),
    );
    let changes = check(
        "Only what changed since the last time",
        move || wanted.with(|it| it.changes),
        move |is_set| wanted.update(|it| it.changes = is_set),
    );
    el(html::Div).class("files__options").child(kind).child(reminder).child(changes)
}

fn of_table(exports: Exports) -> El {
    let wanted = exports.wanted;
    let mark = check(
        "For Excel",
        move || wanted.with(|it| it.mark),
        move |is_set| wanted.update(|it| it.mark = is_set),
    );
    el(html::Div).class("files__options").child(mark).child(columns::choice(Format::Table, exports))
}

/// Nothing is asked, nothing is left out.
pub fn start() -> Wanted {
    Wanted { mark: true, ..Wanted::default() }
}
