//! The team: those who do the steps, when they are away, how much they have to do and how much more fits (F8).

mod absence;

mod away;

mod countries;

mod hours;

mod in_time;

mod weeks;

use crate::agenda::{Capacity, Load, load_ahead, room};
use crate::plan::{Audience, PersonId, Responsible};
use crate::platform;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button, place_link, section};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::Stage;

/// One of those who do the steps.
#[derive(Clone, Copy)]
struct Shown {
    session: Session,
    id: PersonId,
    name: Memo<String>,
}

impl Shown {
    fn of(session: Session, id: PersonId) -> Self {
        let name = session.slice(move |plan| words::responsible(plan, Responsible::Person(id)));
        Self { session, id, name }
    }

    /// A heading within the part of this person.
    fn heading(self, words: &'static str) -> El {
        let name = move || format!(" of {}", self.name.get());
        let whose = el(html::Span).class("visually-hidden").child(name);
        el(html::H3).child(words).child(whose)
    }
}

/// The page.
#[inline(never)]
pub fn team() -> El {
    let session = Session::here();
    let people = session.numbers(|plan| plan.people.iter().map(|person| person.id.0).collect());
    let is_empty = move || people.with(Vec::is_empty);
    el(html::Article)
        .class("team")
        .child(el(html::H1).attr(attr::Tabindex, "-1").child("Team"))
        .child(
            el(html::P)
                .class("stage__lead")
                .child("Who is away and what becomes of the steps then, how much there is to do, and how much more fits."),
        )
        .show(is_empty, nobody)
        .show(move || !is_empty(), move || content(session, people))
        .child(in_time::everybody(session))
}

/// Where those who do the steps are added.
fn nobody() -> El {
    let way = to_people().class("button button--main");
    el(html::Div)
        .child(el(html::P).class("empty").child(
            "Nobody is named in this plan yet, so all steps are yours. People who do steps are added in step 6, Prepare and build.",
        ))
        .child(own_days())
        .child(el(html::P).class("team__ways").child(way.child("Add people in step 6")))
}

/// A link to the place where people are named.
fn to_people() -> El {
    place_link(Route::Workshop(Stage::Prepare), ".people > summary".to_owned())
}

/// Where the owner's own days off are: theirs are those of the business.
fn own_days() -> El {
    let place = "main .working-days summary".to_owned();
    el(html::P)
        .class("team__note")
        .child("When you are away yourself, take these days off for the business: ")
        .child(place_link(Route::Workshop(Stage::Route), place).child("Working days in step 5"))
        .child(".")
}

fn content(session: Session, people: Memo<Vec<u32>>) -> El {
    let change = to_people().class(Look::Quiet.classes()).child("Add or rename people in step 6");
    let ahead = memo(move || load_ahead(&session.forecasts(), words::WEEKS_TOLD));
    // One scale for all, so that bars of two people can be compared.
    let longest = memo(move || {
        let forecasts = session.forecasts();
        let of_one = |number: u32| {
            let weeks = |load: &Load| Capacity::weeks(&forecasts, load, PersonId(number), words::WEEKS_TOLD);
            Capacity::longest(&ahead.with(weeks))
        };
        people.with(|people| people.iter().copied().map(of_one).max()).unwrap_or(1)
    });
    let one = move |number| person(Shown::of(session, PersonId(number)), ahead, longest);
    el(html::Div)
        .class("team__content")
        .child(el(html::Div).for_each(people, one))
        .child(own_days())
        .child(countries::countries(session))
        .child(room_for_new(session))
        .child(
            el(html::P)
                .class("team__ways")
                .child(button(Look::Quiet, "Print this page", platform::print))
                .child(change),
        )
}

/// All of one person.
fn person(shown: Shown, ahead: Memo<Load>, longest: Memo<u32>) -> El {
    let heading = format!("team-{}", shown.id.0);
    el(html::Section)
        .class("group team__person")
        .attr(attr::AriaLabelledby, heading.clone())
        .child(el(html::H2).attr(attr::Id, heading).child(move || shown.name.get()))
        .child(el(html::Div).class("team__said").child([away::away(shown), hours::hours(shown)]))
        .child(weeks::weeks(shown, ahead, longest))
}

/// How many new contacts fit on each sequence.
fn room_for_new(session: Session) -> El {
    let told = move |audience: Audience| {
        memo(move || {
            let forecasts = session.forecasts();
            let room = room(&forecasts, audience, words::WEEKS_TOLD);
            words::room_for_new(&forecasts.workspace().plan, audience, room)
        })
    };
    let one = |audience: Audience| {
        let said = told(audience);
        el(html::Div)
            .class("team__room")
            .child(el(html::H3).child(words::sequence(audience)))
            .child(el(html::P).class("team__fits").child(move || said.with(|[fits, _]| fits.clone())))
            .child(el(html::P).class("team__why").child(move || said.with(|[_, why]| why.clone())))
    };
    let basis = format!(
        "Counted so that nobody has more to do than their hours in any of the next {} weeks. New ones are shared among those who look after people on the sequence now.",
        words::WEEKS_TOLD
    );
    section(
        "How many new people you can take",
        el(html::Div).class("team__rooms").child(Audience::BOTH.map(one)),
    )
    .child(el(html::P).class("field__hint").child(basis))
}
