//! Somebody is added.

use leptos::prelude::*;

use super::beginning::Beginning;
use super::draft::{Kind, draft, form as form_of, submit, told};
use super::known::{owner_from, owner_options};
use crate::plan::{Audience, Line};
use crate::platform;
use crate::roster::{ContactId, NewContact, Reach, RosterEdit};
use crate::ui::Session;
use crate::ui::element::{El, el, html};
use crate::ui::parts::select;
use crate::ui::reactive::{Var, var};
use crate::words;

/// What is typed of somebody new.
#[derive(Clone, Copy)]
struct Typed {
    texts: [Var<String>; 3],
    owner: Var<String>,
    beginning: Beginning,
    problem: Var<String>,
    said: Var<String>,
}

/// The form.
pub fn form(session: Session) -> El {
    let text = || var(String::new());
    let typed = Typed {
        texts: [text(), text(), text()],
        owner: text(),
        beginning: Beginning::new(session, Audience::Prospect),
        problem: text(),
        said: text(),
    };
    let [name, mail, phone] = typed.texts;
    let owner = select(
        "Looked after by",
        move || typed.owner.get(),
        move || session.read(|plan| owner_options(plan)),
        move |value| typed.owner.set(value),
    );
    let has_people = session.slice(|plan| !plan.people.is_empty());
    form_of("roster__form", move || add(session, typed))
        .aria_label("Add somebody")
        .child(
            el(html::Div)
                .class("roster__fields")
                .child(draft("Name", "new-name", Kind::Text, name))
                .child(draft("E-mail", "new-mail", Kind::Mail, mail))
                .child(draft("Phone", "new-phone", Kind::Phone, phone))
                .child(typed.beginning.choice())
                .child(typed.beginning.fields("new"))
                .child(owner.hidden(move || !has_people.get())),
        )
        .child(
            el(html::P)
                .class("roster__take")
                .child(submit("Add this person"))
                .child(el(html::Span).class("roster__said").child(move || typed.said.get())),
        )
        .child(told(typed.problem))
}

/// Adds them, says when their first step is due, and is ready for the next.
fn add(session: Session, typed: Typed) {
    match take(session, typed) {
        Ok(said) => {
            typed.texts.into_iter().for_each(|text| text.set(String::new()));
            typed.problem.set(String::new());
            session.announce(said.clone());
            typed.said.set(said);
        }
        Err(problem) => {
            typed.said.set(String::new());
            typed.problem.set(problem);
        }
    }
    platform::focus("#new-name");
}

fn take(session: Session, typed: Typed) -> Result<String, String> {
    let line = |text: Var<String>| Line::parse(text.get_untracked().trim()).map_err(words::text_problem);
    let [name, mail, phone] = typed.texts.map(line);
    let (name, mail, phone) = (name?, mail?, phone?);
    if name.is_blank() {
        return Err("Write the name first.".to_owned());
    }
    let new = NewContact {
        name,
        reach: Reach { mail, phone, ..Reach::default() },
        owner: owner_from(&typed.owner.get_untracked()),
        start: typed.beginning.read()?,
        ..NewContact::default()
    };
    session.change_people(RosterEdit::Add(vec![new]), "")?;
    let whole = session.whole_now();
    let contact = whole.roster.contact(ContactId(whole.roster.last_contact()));
    let forecasts = untrack(|| session.forecasts());
    Ok(contact.map(|contact| words::person_added(&whole, &forecasts, contact)).unwrap_or_default())
}
