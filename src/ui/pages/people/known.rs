//! What is known of somebody, to be typed over.

use leptos::prelude::*;

use super::person::Shown;
use crate::plan::{Line, PersonId, PlanParts, Prose};
use crate::roster::{Contact, ContactEdit, RosterEdit};
use crate::ui::element::{El, el, html};
use crate::ui::parts::{Field, FieldKind, Options, country_select, select};
use crate::words;

/// Those who may look after somebody.
pub fn owner_options(plan: &PlanParts) -> Options {
    let person = |person: &crate::plan::Person| (person.id.0.to_string(), person.name.to_string());
    let nobody = (String::new(), "Nobody in particular".to_owned());
    std::iter::once(nobody).chain(plan.people.iter().map(person)).collect()
}

/// What the value of that choice means.
pub fn owner_from(value: &str) -> Option<PersonId> {
    value.parse().ok().map(PersonId)
}

/// The fields.
pub fn fields(shown: Shown) -> El {
    let session = shown.session;
    let value = move || {
        let owner = shown.read(|contact| contact.owner);
        owner.flatten().map(|owner| owner.0.to_string()).unwrap_or_default()
    };
    let options = move || session.read(|plan| owner_options(plan));
    let owner = select("Looked after by", value, options, move |value: String| {
        let edit = ContactEdit::Owner(owner_from(&value));
        session.change_people(RosterEdit::Contact(shown.id, edit), "Changed. Undo takes it back.")
    });
    let lives = move || shown.read(|contact| contact.country.clone()).flatten();
    let name = move || shown.read(words::name_of).unwrap_or_default();
    let country = country_select(["Holidays where they live", "Not said"], name, lives, move |country| {
        RosterEdit::Contact(shown.id, ContactEdit::Country(country))
    });
    let note = Callback::new(move |raw: String| {
        let note = Prose::parse(&raw).map_err(words::text_problem)?;
        session.type_of_people(RosterEdit::Contact(shown.id, ContactEdit::Note(note)))
    });
    let notes = move || shown.read(|contact| contact.note.to_string()).unwrap_or_default();
    el(html::Div)
        .class("person__known")
        .child(line(shown, "Name", |it| &it.name, ContactEdit::Name))
        .child(line(shown, "E-mail", |it| &it.reach.mail, ContactEdit::Mail))
        .child(line(shown, "Phone", |it| &it.reach.phone, ContactEdit::Phone))
        .child(line(shown, "Address", |it| &it.reach.address, ContactEdit::Address))
        .child(line(shown, "Group", |it| &it.segment, ContactEdit::Segment))
        .child(owner)
        .child(country)
        .child(
            el(html::Div)
                .class("person__notes")
                .child(Field::new("Notes", notes, note).kind(FieldKind::Prose).build()),
        )
}

fn line(shown: Shown, label: &'static str, of: fn(&Contact) -> &Line, edit: fn(Line) -> ContactEdit) -> El {
    let value = move || shown.read(|contact| of(contact).to_string()).unwrap_or_default();
    let commit = Callback::new(move |raw: String| {
        let line = Line::parse(&raw).map_err(words::text_problem)?;
        shown.session.type_of_people(RosterEdit::Contact(shown.id, edit(line)))
    });
    Field::new(label, value, commit).build()
}
