//! Dates besides the start that steps can be counted from: a renewal, a fair (B4).

use leptos::prelude::*;

use crate::plan::{Anchor, Edit, EventEdit, EventId, Plan};
use crate::ui::Session;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Field, Look, date_field, fold, new_line, row_button, text_commit};
use crate::words;

/// The group, closed at first: its line names the dates.
pub fn events() -> El {
    let session = Session::here();
    let summary = move || {
        session.read(|plan| {
            let names: Vec<_> = plan.events.iter().map(|event| name_of(plan, event.id)).collect();
            let names = if names.is_empty() { "only the start date".to_owned() } else { names.join(", ") };
            format!("Events: {names}")
        })
    };
    let content = move || {
        let events = session.numbers(|plan| plan.events.iter().map(|event| event.id.0).collect());
        el(html::Div)
            .class("events")
            .child(el(html::P).child(
                "Something that has a day of its own: a renewal, a fair, a delivery. A step can be counted from it, before or after; when its date changes, the step follows.",
            ))
            .child(el(html::Ul).class("events__list").for_each(events, |number| event(EventId(number))))
            .child(new_line("What happens on that day", "Add a date", Edit::AddEvent))
    };
    fold(summary, content).class("group")
}

fn name_of(plan: &Plan, id: EventId) -> String {
    let name = plan.event(id).map_or("", |event| event.name.as_str().trim());
    if name.is_empty() { "no name yet".to_owned() } else { name.to_owned() }
}

fn event(id: EventId) -> El {
    let session = Session::here();
    let name = move || session.read(|plan| name_of(plan, id));
    let text =
        move || session.read(|plan| plan.event(id).map_or_else(String::new, |event| event.name.to_string()));
    let date = move || session.read(|plan| plan.event(id).and_then(|event| event.date));
    let counted = move || {
        session.read(|plan| plan.steps().filter(|step| step.delay.anchor() == Anchor::Event(id)).count())
    };
    let told = move || match counted() {
        0 => "No step is counted from it yet: choose it under “Counted from” in a step.".to_owned(),
        1 => "1 step is counted from it. Without it, that step is counted from the step before.".to_owned(),
        steps => {
            format!("{steps} steps are counted from it. Without it, they are counted from the step before.")
        }
    };
    let remove = move || {
        let steps = match untrack(counted) {
            0 => String::new(),
            steps => format!(" Now counted from the step before: {}.", words::count(steps, "step")),
        };
        let done = format!("Removed: {}.{steps} Undo brings it back.", untrack(name));
        session.edit_and_say(Edit::Event(id, EventEdit::Remove), done);
    };
    let commit = text_commit(move |name| Edit::Event(id, EventEdit::Name(name)));
    let fields = el(html::Div)
        .class("fields-in-a-row")
        .child(Field::new("Name", text, commit).build())
        .child(date_field("Date", "", date, move |date| Edit::Event(id, EventEdit::Date(date))));
    let removal = row_button(Look::Quiet, "Remove", move || format!("Remove {}", name()), remove);
    let foot = el(html::Div).class("event__foot").child(el(html::P).child(told)).child(removal);
    el(html::Li).child(
        el(html::Div).class("event").attr(attr::Role, "group").aria_label(name).child(fields).child(foot),
    )
}
