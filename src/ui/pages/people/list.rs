//! All people by name, or those that are looked for.

use super::draft::{Kind, draft};
use crate::roster::{ContactId, Whom, listed};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button, select, word_options};
use crate::ui::reactive::{memo, var};
use crate::ui::{Route, Session};
use crate::words;

/// As many rows are drawn before somebody asks for all.
const SHOWN: usize = 100;

/// The list.
pub fn list(session: Session) -> El {
    let sought = var(String::new());
    let whom = var(Whom::All);
    let is_whole = var(false);
    let found = memo(move || {
        let sought = sought.get();
        let all = session.roster().with(|roster| listed(roster, &sought, whom.get()));
        all.into_iter().map(|id| id.0).collect::<Vec<u32>>()
    });
    let shown = memo(move || {
        let mut shown = found.get();
        if !is_whole.get() {
            shown.truncate(SHOWN);
        }
        shown
    });
    let count = move || {
        let all = session.roster().with(|roster| roster.count());
        found.with(|found| words::people_found(found.len(), all))
    };
    let rest = move || {
        let words = format!("Show all {}", found.with(Vec::len));
        button(Look::Quiet, words, move || is_whole.set(true))
    };
    let nobody = || el(html::P).class("empty").child("Nobody is found by that. Look for less, or for all.");
    let choice = select(
        "Show",
        move || words::whom(whom.get()).to_owned(),
        || word_options(&Whom::ALL.map(words::whom)),
        move |chosen: String| {
            whom.set(Whom::ALL.into_iter().find(|it| words::whom(*it) == chosen).unwrap_or_default());
        },
    );
    el(html::Section)
        .class("roster__all")
        .attr(attr::AriaLabelledby, "people-all")
        .child(el(html::H2).attr(attr::Id, "people-all").attr(attr::Tabindex, "-1").child("Everybody"))
        .child(
            el(html::Div)
                .class("roster__sought")
                .child(draft("Search", "people-search", Kind::Search, sought))
                .child(choice)
                .child(el(html::P).class("roster__count").attr(attr::AriaLive, "polite").child(count)),
        )
        .child(
            el(html::Ul).class("roster__list").for_each(shown, move |number| row(session, ContactId(number))),
        )
        .show(move || found.with(Vec::is_empty), nobody)
        .show(move || !is_whole.get() && found.with(Vec::len) > SHOWN, rest)
}

fn row(session: Session, id: ContactId) -> El {
    let contact = session.contact(id);
    let said = memo(move || {
        let (whole, forecasts) = (session.whole(), session.forecasts());
        let Some(contact) = whole.roster.contact(id) else { return Default::default() };
        let owner = contact.owner.and_then(|owner| whole.plan.person(owner));
        let owner = owner.map(|person| person.name.to_string()).unwrap_or_default();
        [words::state(&whole, &forecasts, contact), contact.segment.to_string(), owner]
    });
    let name = move || contact.with(|contact| contact.as_deref().map(words::name_of).unwrap_or_default());
    let part = move |class: &'static str, at: usize| {
        el(html::Span).class(class).child(move || said.with(|said: &[String; 3]| said[at].clone()))
    };
    el(html::Li)
        .class("roster__person")
        .child(el(html::A).class("roster__name").attr(attr::Href, Route::Person(id).href()).child(name))
        .child(part("roster__state", 0))
        .child(part("roster__group", 1))
        .child(part("roster__owner", 2))
}
