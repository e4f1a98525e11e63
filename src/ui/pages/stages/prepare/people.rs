//! People by name who can be responsible (B7).

use leptos::prelude::*;

use crate::plan::{Edit, PersonId};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Field, Look, new_line, row_button, text_commit};

/// The people of the plan.
pub fn people() -> El {
    let session = Session::here();
    let people = session.numbers(|plan| plan.people.iter().map(|person| person.id.0).collect());
    let summary = move || match people.with(Vec::len) {
        0 => "Name the people who help".to_owned(),
        1 => "1 person helps by name".to_owned(),
        count => format!("{count} people help by name"),
    };
    el(html::Details)
        .class("group people")
        .child(el(html::Summary).child(summary))
        .child(el(html::P).child(
            "Roles such as “Myself” or “Automation” are always there. Add names where it matters who.",
        ))
        .child(el(html::Ul).class("people__list").for_each(people, |number| person(PersonId(number))))
        .child(new_line("Add a person", "Add", Edit::AddPerson))
}

fn person(id: PersonId) -> El {
    let session = Session::here();
    let name = move || {
        session.read(|plan| plan.person(id).map(|person| person.name.to_string()).unwrap_or_default())
    };
    let remove = move || {
        let words = format!("Removed: {}. Their steps have nobody now. Undo brings it back.", untrack(name));
        session.edit_and_say(Edit::RemovePerson(id), words);
    };
    let commit = text_commit(move |name| Edit::RenamePerson(id, name));
    el(html::Li)
        .class("people__person")
        .child(Field::new("Name", name, commit).quiet().build())
        .child(row_button(Look::Quiet, "Remove", move || format!("Remove {}", name()), remove))
}
