//! Everybody in time: a row for each of those for whom something is open, each step a sign on its day (B9).

use leptos::prelude::*;

use crate::agenda::{InTime, Whose, in_time};
use crate::plan::{Channel, PersonId, Plan};
use crate::platform;
use crate::timeline::{MarkState, PeopleAxis, PersonMark, Reach};
use crate::ui::element::{El, attr, drawn, el, html, svg};
use crate::ui::parts::{Look, Options, button, fold, select, word_options};
use crate::ui::reactive::{memo, var};
use crate::ui::{Route, Session};
use crate::words;

/// As many rows are drawn, and so many more each time they are wanted.
const ROWS: usize = 25;

/// The value of those nobody in particular looks after.
const NOBODYS: &str = "nobody";

/// The part, made when it is opened.
pub fn everybody(session: Session) -> El {
    let is_under_way = memo(move || session.roster().with(|roster| roster.is_under_way()));
    el(html::Div).class("team__content").show(
        move || is_under_way.get(),
        move || {
            fold(|| "Everybody in time".to_owned(), move || content(session)).class("group team__in-time")
        },
    )
}

fn content(session: Session) -> El {
    let whose = var(Whose::All);
    let reach = var(Reach::Weeks);
    let most = var(ROWS);
    let value = move || match whose.get() {
        Whose::All => String::new(),
        Whose::Nobodys => NOBODYS.to_owned(),
        Whose::Of(person) => person.0.to_string(),
    };
    let choice = select(
        "Looked after by",
        value,
        move || session.read(owners),
        move |chosen: String| {
            most.set(ROWS);
            whose.set(match chosen.as_str() {
                NOBODYS => Whose::Nobodys,
                chosen => chosen.parse().map_or(Whose::All, |id| Whose::Of(PersonId(id))),
            });
        },
    );
    let far = select(
        "How far",
        move || far_words(reach.get()).to_owned(),
        || word_options(&Reach::ALL.map(far_words)),
        move |chosen: String| {
            let found = Reach::ALL.into_iter().find(|it| far_words(*it) == chosen);
            reach.set(found.unwrap_or_default());
        },
    );
    let found = memo(move || in_time(&session.forecasts(), whose.get(), most.get()));
    let table = move || {
        let (rows, _) = found.get();
        let (forecasts, whole) = (session.forecasts(), session.whole());
        let axis = PeopleAxis::around(session.today(), reach.get(), &whole.plan.calendar());
        // Where the rows are wider than the screen, they begin a little before today.
        let today = axis.today;
        request_animation_frame(move || platform::scroll_across(".in-time__wide", today - 60));
        let row = |row: &InTime| {
            let contact = whole.roster.contact(row.contact);
            let name = contact.map(|it| words::name_of(it)).unwrap_or_default();
            let state = contact.map(|it| words::state(&whole, &forecasts, it)).unwrap_or_default();
            let link = el(html::A).attr(attr::Href, Route::Person(row.contact).href()).child(name);
            let state = el(html::Span).class("in-time__state").child(state);
            el(html::Tr)
                .child(el(html::Th).attr(attr::Scope, "row").child(link).child(state))
                .child(el(html::Td).class("in-time__cell").child(strip(&axis, row)))
        };
        let column = |words: &'static str| el(html::Th).attr(attr::Scope, "col").child(words);
        let head = el(html::Tr).child(column("Who")).child(column("In time").child(scale(&axis)));
        el(html::Table)
            .class("in-time")
            .aria_label("Everybody in time")
            .child(el(html::Thead).child(head))
            .child(el(html::Tbody).child(rows.iter().map(row).collect::<Vec<_>>()))
            .into_any()
    };
    let is_more = move || found.with(|(rows, all)| rows.len() < *all);
    let more = move || {
        let words = move || found.with(|(rows, all)| words::more_in_time(rows.len(), *all));
        el(html::P).child(el(html::Span).child(words)).child(" ").child(button(
            Look::Quiet,
            "Show more of them",
            move || most.set(most.with_untracked(|most| most + ROWS)),
        ))
    };
    el(html::Div)
        .child(el(html::Div).class("team__fields").child([choice, far]))
        .child(
            el(html::Div)
                .class("in-time__wide")
                .attr(attr::Role, "region")
                .attr(attr::Tabindex, "0")
                .aria_label("Everybody in time, by days")
                .child(table),
        )
        .show(is_more, more)
        .child(legend())
}

fn far_words(reach: Reach) -> &'static str {
    match reach {
        Reach::Weeks => "Eight weeks",
        Reach::HalfYear => "Half a year",
        Reach::Year => "A year",
    }
}

fn owners(plan: &Plan) -> Options {
    let person = |person: &crate::plan::Person| (person.id.0.to_string(), person.name.to_string());
    let all = (String::new(), "Anybody".to_owned());
    let nobody = (NOBODYS.to_owned(), "Nobody in particular".to_owned());
    std::iter::once(all).chain(plan.people.iter().map(person)).chain([nobody]).collect()
}

/// The drawing of a row; what it shows is said as well.
fn strip(axis: &PeopleAxis, row: &InTime) -> El {
    let marks = axis.marks(row);
    canvas(PeopleAxis::HEIGHT)
        .attr(attr::Role, "img")
        .aria_label(words::steps_in_line(row))
        .child(el(svg::Path).class("in-time__off").attr(drawn::D, bands(axis)))
        .child(el(svg::Path).class("in-time__today").attr(drawn::D, line(axis.today)))
        .child(marks.iter().map(sign).collect::<Vec<_>>())
}

/// The head of the drawings: when weeks or months begin.
fn scale(axis: &PeopleAxis) -> El {
    let tick = |(at, name): &(i32, String)| {
        el(svg::Text)
            .class("in-time__tick")
            .attr(drawn::X, at.to_string())
            .attr(drawn::Y, "20")
            .child(name.clone())
    };
    // Under the names of the days, so that it crosses out none.
    let today = format!("M{} 25V{}", axis.today, PeopleAxis::HEIGHT);
    canvas(PeopleAxis::HEIGHT)
        .attr(attr::AriaHidden, "true")
        .child(el(svg::Path).class("in-time__today").attr(drawn::D, today))
        .child(axis.ticks.iter().map(tick).collect::<Vec<_>>())
}

fn canvas(height: i32) -> El {
    el(svg::Svg)
        .class("in-time__row")
        .attr(drawn::ViewBox, format!("0 0 {} {height}", PeopleAxis::WIDTH))
        .attr(drawn::Width, PeopleAxis::WIDTH.to_string())
        .attr(drawn::Height, height.to_string())
}

fn bands(axis: &PeopleAxis) -> String {
    let height = PeopleAxis::HEIGHT;
    axis.off.iter().map(|(from, to)| format!("M{from} 0H{to}V{height}H{from}z")).collect()
}

fn line(at: i32) -> String {
    format!("M{at} 0V{}", PeopleAxis::HEIGHT)
}

/// A sign around the middle, by the channel.
fn outline(channel: Option<Channel>) -> &'static str {
    match channel {
        Some(Channel::InPerson) => "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
        Some(Channel::Phone) => "M-7 6L0-7L7 6z",
        Some(Channel::Letter) => "M-8-5h16v10h-16z",
        Some(Channel::Email) => "M-6-6h12v12h-12z",
        Some(Channel::SocialChat) => "M0-8L8 0L0 8L-8 0z",
        Some(Channel::Comments) => "M-7-6L7-6L0 7z",
        Some(Channel::Internal) | None => "M-4-7h8v14h-8z",
    }
}

fn state(state: MarkState) -> &'static str {
    match state {
        MarkState::Done => "in-time__sign in-time__sign--done",
        MarkState::Skipped => "in-time__sign in-time__sign--skipped",
        MarkState::Late => "in-time__sign in-time__sign--late",
        MarkState::Next => "in-time__sign in-time__sign--next",
        MarkState::Expected | MarkState::Aside => "in-time__sign",
    }
}

fn sign(mark: &PersonMark) -> El {
    let at = format!("translate({} {})", mark.x, PeopleAxis::HEIGHT / 2);
    let group = el(svg::G).attr(drawn::Transform, at);
    let shape = el(svg::Path).class(state(mark.state)).attr(drawn::D, outline(mark.channel));
    // Late is told by a bar as well as by its colour.
    let late = (mark.state == MarkState::Late)
        .then(|| el(svg::Path).class("in-time__late").attr(drawn::D, "M-9 12h18"));
    group.child(shape).child(late)
}

/// What the signs mean.
fn legend() -> El {
    let small = || {
        el(svg::Svg)
            .class("in-time__key")
            .attr(attr::AriaHidden, "true")
            .attr(drawn::ViewBox, "-10 -10 20 24")
            .attr(drawn::Width, "20")
            .attr(drawn::Height, "24")
    };
    let channel = |channel: Channel| {
        let shape = el(svg::Path).class("in-time__sign").attr(drawn::D, outline(Some(channel)));
        el(html::Li).child(small().child(shape)).child(words::channel(channel))
    };
    let states = [
        (MarkState::Done, "Done"),
        (MarkState::Late, "Late: it stands where it was due"),
        (MarkState::Next, "Next"),
        (MarkState::Expected, "Later"),
    ];
    let stands = |(stands, words): (MarkState, &'static str)| {
        let shape = el(svg::Path).class(state(stands)).attr(drawn::D, outline(Some(Channel::Email)));
        let late = (stands == MarkState::Late)
            .then(|| el(svg::Path).class("in-time__late").attr(drawn::D, "M-9 12h18"));
        el(html::Li).child(small().child(shape).child(late)).child(words)
    };
    el(html::Ul)
        .class("in-time__legend")
        .child(states.map(stands))
        .child(Channel::ALL.map(channel))
        .child(el(html::Li).child("Shaded: days on which the business is closed"))
}
