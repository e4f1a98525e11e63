//! Two who are one person, and one who is to be gone.

use leptos::prelude::*;

use super::person::Shown;
use super::under_way::keep_focus;
use crate::platform;
use crate::roster::{ContactId, RosterEdit, likely_twins, twins_of};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Asking, Look, asking, button};
use crate::ui::reactive::{memo, var};
use crate::ui::{Route, Session, Workspace};
use crate::words;

/// As many pairs are told.
const MOST: usize = 3;

/// Who looks like the same person, with the way to make them one.
pub fn twin(shown: Shown) -> El {
    let session = shown.session;
    let others = memo(move || {
        let twins = session.roster().with(|roster| twins_of(roster, shown.id));
        twins.into_iter().map(|other| other.0).collect::<Vec<u32>>()
    });
    el(html::Div).for_each(others, move |other| like(shown, ContactId(other)))
}

/// Pairs on the plan that look like one person, each with the way to the page where they are made one.
pub fn twins(session: Session) -> El {
    let shown = move || {
        let roster = session.roster().get();
        let name = |id: ContactId| roster.contact(id).map(|it| words::name_of(it)).unwrap_or_default();
        let pair = |(one, two): (ContactId, ContactId)| {
            let link = el(html::A).attr(attr::Href, Route::Person(one).href()).child(name(one));
            el(html::P).child(link).child(format!(" looks like the same person as {}.", name(two)))
        };
        let pairs: Vec<_> = likely_twins(&roster).into_iter().take(MOST).map(pair).collect();
        if pairs.is_empty() {
            return ().into_any();
        }
        el(html::Div).class("person__twin").child(pairs).into_any()
    };
    el(html::Div).child(shown)
}

fn like(shown: Shown, other: ContactId) -> El {
    let session = shown.session;
    let contact = session.contact(other);
    let name = move || contact.with(|contact| contact.as_deref().map(words::name_of).unwrap_or_default());
    let is_asking = var(false);
    let words = Asking {
        warning: "What is known of both is kept here; where both have an address or a number, the one on this page stays.",
        go: "Make them one",
        keep: "Leave both",
    };
    let workspace = Workspace::here();
    let merge = move || {
        workspace.put_people_by();
        let edit = RosterEdit::Merge { keep: shown.id, gone: other, on: session.today_now() };
        let said = "They are one person now. Undo takes it apart again.";
        if let Err(problem) = session.change_people(edit, said) {
            session.announce(problem);
        }
        keep_focus();
    };
    let ask = button(Look::Small, "Make them one person", move || is_asking.set(true));
    el(html::Div)
        .class("person__twin")
        .child(
            el(html::P)
                .child("Looks like the same person as ")
                .child(el(html::A).attr(attr::Href, Route::Person(other).href()).child(name))
                .child("."),
        )
        .child(asking(ask, is_asking, words, merge))
}

/// The way to take somebody off the plan.
pub fn removal(shown: Shown) -> El {
    let session = shown.session;
    let is_asking = var(false);
    let words = Asking {
        warning: "Everything that is known of them goes, from earlier versions of the plan too. Undo brings them back as long as this page stays open.",
        go: "Remove them",
        keep: "Keep them",
    };
    let workspace = Workspace::here();
    let remove = move || {
        let name = untrack(|| shown.read(words::name_of)).unwrap_or_default();
        let said = format!("{name} is removed. Undo brings them back.");
        match session.change_people(RosterEdit::Remove(shown.id), said) {
            Ok(()) => {
                workspace.forget_contact(shown.id);
                platform::go_to(&Route::People.path());
            }
            Err(problem) => session.announce(problem),
        }
    };
    let ask = button(Look::Danger, "Remove this person", move || is_asking.set(true));
    el(html::Div).class("person__removal").child(asking(ask, is_asking, words, remove))
}
