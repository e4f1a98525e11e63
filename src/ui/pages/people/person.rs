//! Somebody: what is known of them, where they are on their way, and what passed between us.

use std::sync::Arc;

use leptos::task::spawn_local;

use super::{apart, known, passed, under_way};
use crate::exchange::{Format, TableColumns, Wanted};
use crate::plan::Audience;
use crate::roster::{Contact, ContactEdit, ContactId, RosterEdit, WorkspaceEdit};
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button, timeline_of};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{Route, Session, Workspace, export_as};
use crate::words;

/// Whom the page shows.
#[derive(Clone, Copy)]
pub struct Shown {
    pub session: Session,
    pub id: ContactId,
    contact: Memo<Option<Arc<Contact>>>,
}

impl Shown {
    /// Reads something of them, and follows it; none where they are gone.
    pub fn read<T>(self, part: impl FnOnce(&Contact) -> T) -> Option<T> {
        self.contact.with(|contact| contact.as_deref().map(part))
    }

    /// Makes a change, and says so. What is refused is said as well.
    pub fn change(self, edit: ContactEdit, words: String) {
        if let Err(problem) = self.try_change(edit, words) {
            self.session.announce(problem);
        }
    }

    /// Makes a change once somebody has seen what it moves, at once where no date moves, and says so.
    pub fn propose(self, edit: ContactEdit, words: String) {
        let edit = WorkspaceEdit::Roster(RosterEdit::Contact(self.id, edit));
        let proposed = self.session.propose_any(edit, words, Arc::new(under_way::keep_focus));
        proposed.unwrap_or_else(|problem| self.session.announce(problem));
    }

    /// What a change would move, in sentences, followed; nothing where it moves nothing.
    pub fn would_move(self, edit: ContactEdit) -> String {
        self.session.would_move_people(WorkspaceEdit::Roster(RosterEdit::Contact(self.id, edit)))
    }

    /// Makes a change, and says so.
    ///
    /// # Errors
    /// A sentence that says why it was refused.
    pub fn try_change(self, edit: ContactEdit, words: String) -> Result<(), String> {
        self.session.change_people(RosterEdit::Contact(self.id, edit), words)
    }
}

/// The page of one.
#[inline(never)]
pub fn person(id: ContactId) -> El {
    let session = Session::here();
    let shown = Shown { session, id, contact: session.contact(id) };
    let is_there = memo(move || shown.read(|_| ()).is_some());
    let name = move || shown.read(words::name_of).unwrap_or_else(|| "Nobody here".to_owned());
    let all = || {
        el(html::P)
            .class("person__back")
            .child(el(html::A).attr(attr::Href, Route::People.href()).child("All people"))
    };
    let gone = || el(html::P).class("stage__lead").child("This person is no longer on the plan.");
    el(html::Article)
        .class("person")
        .child(all())
        .child(el(html::H1).attr(attr::Tabindex, "-1").child(name))
        .show(move || !is_there.get(), gone)
        .show(move || is_there.get(), move || content(shown))
}

fn content(shown: Shown) -> El {
    let session = shown.session;
    let state = move || {
        let (whole, forecasts) = (session.whole(), session.forecasts());
        whole.roster.contact(shown.id).map(|it| words::state(&whole, &forecasts, it)).unwrap_or_default()
    };
    let numbers = |all: Vec<Audience>| all.into_iter().map(number).collect::<Vec<u32>>();
    let open = memo(move || {
        let open =
            shown.read(|it| Audience::BOTH.into_iter().filter(|who| it.open(*who).is_some()).collect());
        numbers(open.unwrap_or_default())
    });
    let startable = memo(move || numbers(shown.read(|it| it.startable().collect()).unwrap_or_default()));
    let is_on_any = memo(move || shown.read(|it| !it.enrolments.is_empty()).unwrap_or_default());
    el(html::Div)
        .class("person__content")
        .child(el(html::P).class("stage__lead").child(state))
        .child(apart::twin(shown))
        .child(known::fields(shown))
        .child(el(html::Div).for_each(open, move |who| under_way::section(shown, audience(who))))
        .child(
            el(html::Div)
                .class("person__starts")
                .for_each(startable, move |who| under_way::start(shown, audience(who))),
        )
        .child(under_way::ended(shown))
        .show(move || is_on_any.get(), move || in_time(shown))
        .child(passed::section(shown))
        .show(move || !open.with(Vec::is_empty), move || calendar(shown))
        .child(apart::removal(shown))
}

/// Their steps as a picture of time; what it shows stands in the tables above.
fn in_time(shown: Shown) -> El {
    el(html::Section)
        .class("group")
        .attr(attr::AriaLabelledby, "in-time")
        .child(el(html::H2).attr(attr::Id, "in-time").child("When it happens"))
        .child(timeline_of(shown.id))
}

/// What is to be done for them, as a file for a calendar.
fn calendar(shown: Shown) -> El {
    let (session, workspace) = (shown.session, Workspace::here());
    let export = move || {
        let wanted = Wanted { contact: Some(shown.id), ..Wanted::default() };
        spawn_local(async move {
            let columns = TableColumns::default();
            let said = export_as(session, workspace, Format::Calendar, wanted, &columns).await;
            if let Some(Ok(said) | Err(said)) = said {
                session.announce(said.lines().next().unwrap_or_default());
            }
        });
    };
    el(html::P).class("person__calendar").child(button(Look::Small, "Their steps for a calendar", export))
}

/// A sequence as a number in a list.
fn number(audience: Audience) -> u32 {
    match audience {
        Audience::Prospect => 0,
        Audience::Customer => 1,
    }
}

fn audience(number: u32) -> Audience {
    if number == 0 { Audience::Prospect } else { Audience::Customer }
}
