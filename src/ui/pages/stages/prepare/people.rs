//! People by name who can be responsible (B7).

use leptos::prelude::*;

use crate::plan::{Edit, PersonId};
use crate::ui::Session;
use crate::ui::parts::{Field, Look, NewLine, Rows, row_button, text_commit};

/// The people of the plan.
#[component]
pub fn People() -> impl IntoView {
    let session = Session::here();
    let ids = session.numbers(|plan| plan.people.iter().map(|person| person.id.0).collect());
    let summary = move || match ids.with(Vec::len) {
        0 => "Name the people who help".to_owned(),
        1 => "1 person helps by name".to_owned(),
        count => format!("{count} people help by name"),
    };
    view! {
        <details class="group people">
            <summary>{move || summary()}</summary>
            <p>"Roles such as “Myself” or “Automation” are always there. Add names where it matters who."</p>
            <ul class="people__list">
                <Rows of=ids row=|id| view! { <PersonItem id=PersonId(id) /> }.into_any() />
            </ul>
            <NewLine label="Add a person" act="Add" edit=Callback::new(Edit::AddPerson) />
        </details>
    }
}

#[component]
fn PersonItem(id: PersonId) -> impl IntoView {
    let session = Session::here();
    let name = session.slice(move |plan| plan.person(id).map(|person| person.name.to_string()).unwrap_or_default());
    let remove = move || {
        let words = format!("Removed: {}. Their steps have nobody now. Undo brings it back.", untrack(|| name.get()));
        session.edit_and_say(Edit::RemovePerson(id), words);
    };
    view! {
        <li class="people__person">
            <Field
                label="Name"
                quiet=true
                value=name
                commit=text_commit(move |name| Edit::RenamePerson(id, name))
            />
            {row_button(Look::Quiet, "Remove", move || format!("Remove {}", name.get()), remove)}
        </li>
    }
}
