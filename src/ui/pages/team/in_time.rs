//! Everybody in time: a row for each of those for whom something is open, each step a sign on its day (B9).

use std::rc::Rc;

use leptos::prelude::*;

use crate::agenda::{InTime, StepInTime, Whose, in_time};
use crate::plan::{Channel, PersonId, Plan};
use crate::platform;
use crate::roster::ContactId;
use crate::timeline::{Mark, PeopleAxis, PersonMark, PersonSign, Reach};
use crate::ui::element::{El, attr, data, drawn, el, ev, html, svg};
use crate::ui::parts::{
    Look, Options, Pullable, Pulling, button, fold, mark_at, select, sign_keys, timeline_sign, word_options,
};
use crate::ui::reactive::{Var, memo, var};
use crate::ui::{Route, Session};
use crate::words;

/// As many rows are drawn, and so many more each time they are wanted.
const ROWS: usize = 25;

/// The value of those nobody in particular looks after.
const NOBODYS: &str = "nobody";

/// What is told while nothing is pulled.
const HINT: &str = "Pull an open step to another day to see what that moves. Or press a name: there each step has “Other day”.";

/// How high the head of the drawings is.
const SCALE: i32 = 28;

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
    let told = var(String::new());
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
        let mut steps = Vec::new();
        let row = |row: &InTime| {
            let contact = whole.roster.contact(row.contact);
            let name = contact.map(|it| words::name_of(it)).unwrap_or_default();
            let state = contact.map(|it| words::state(&whole, &forecasts, it)).unwrap_or_default();
            let link = el(html::A).attr(attr::Href, Route::Person(row.contact).href()).child(name);
            let state = el(html::Span).class("in-time__state").child(state);
            el(html::Tr)
                .child(el(html::Th).attr(attr::Scope, "row").child(link).child(state))
                .child(el(html::Td).class("in-time__cell").child(strip(&axis, row, &mut steps)))
        };
        let column = |words: &'static str| el(html::Th).attr(attr::Scope, "col").child(words);
        let head = el(html::Tr).child(column("Who")).child(column("In time").child(scale(&axis)));
        let rows = rows.iter().map(row).collect::<Vec<_>>();
        let table = el(html::Table)
            .class("in-time timeline")
            .aria_label("Everybody in time")
            .child(el(html::Thead).child(head))
            .child(el(html::Tbody).child(rows));
        pulled_in(table, Pulling::new(session, Box::new(axis), steps), told).into_any()
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
        .child(
            el(html::P)
                .class("timeline__told")
                .class(("timeline__told--now", move || !told.with(String::is_empty)))
                .child(move || match told.get() {
                    told if told.is_empty() => HINT.to_owned(),
                    told => told,
                }),
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
fn strip(axis: &PeopleAxis, row: &InTime, steps: &mut Vec<Pullable>) -> El {
    let marks = axis.marks(row);
    let height = PeopleAxis::height(&marks);
    canvas(height)
        .attr(attr::Role, "img")
        .aria_label(words::steps_in_line(row))
        .child(el(svg::Path).class("in-time__off").attr(drawn::D, bands(axis, height)))
        .child(el(svg::Path).class("in-time__today").attr(drawn::D, format!("M{} 0V{height}", axis.today)))
        .child(marks.iter().map(|mark| sign(mark, row.contact, steps)).collect::<Vec<_>>())
}

/// Has open steps be pulled to other days.
fn pulled_in(table: El, pulling: Pulling, told: Var<String>) -> El {
    let pulling = Rc::new(pulling);
    let [press, pull, let_go, cancel, key] = std::array::from_fn(|_| pulling.clone());
    // Nothing that is pulled here has the focus.
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            key.leave();
        }
    });
    on_cleanup(move || keys.remove());
    table
        .on(ev::pointerdown, move |event| {
            if let Some((mark, at)) = mark_at(&event) {
                press.press(&event, mark, at);
            }
        })
        .on(ev::pointermove, move |event| told.set(pull.pull(&event).unwrap_or_default()))
        .on(ev::pointerup, move |_| let_go.let_go())
        .on(ev::pointercancel, move |_| cancel.leave())
}

/// The head of the drawings: when weeks or months begin.
fn scale(axis: &PeopleAxis) -> El {
    let tick = |(at, name): &(i32, String)| {
        el(svg::Text)
            .class("in-time__tick")
            .attr(drawn::X, at.to_string())
            .attr(drawn::Y, "16")
            .child(name.clone())
    };
    // Under the names of the days, so that it crosses out none.
    let today = format!("M{} 21V{SCALE}", axis.today);
    canvas(SCALE)
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

fn bands(axis: &PeopleAxis, height: i32) -> String {
    axis.off.iter().map(|(from, to)| format!("M{from} 0H{to}V{height}H{from}z")).collect()
}

/// What is drawn within a sign: the channel, as it is drawn beside words (icons.css).
fn icon(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => {
            "M8 7.2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.8 14c.3-3 2.4-4.6 5.2-4.6s4.9 1.6 5.2 4.6z"
        }
        Channel::Phone => {
            "M3 2.2h2.7l1.2 3-1.6 1.3a8.5 8.5 0 0 0 4.2 4.2l1.3-1.6 3 1.2V13c0 .6-.5 1.1-1.1 1C7 13.6 2.4 9 2 3.3c0-.6.4-1.1 1-1.1z"
        }
        Channel::Letter => "M3 1.7h6.6L13 5.1v9.2H3zM9.4 1.9v3.4h3.4M5.4 8.2h5.2M5.4 11h5.2",
        Channel::Email => "M1.7 3.2h12.6v9.6H1.7zM2 3.6l6 5 6-5",
        Channel::SocialChat => "M2 2.7h12v8.1H7.2L4 13.7v-2.9H2z",
        Channel::Comments => "M6.4 3.2 2 7.2l4.4 4M2.3 7.2h6.2c3.2 0 5.2 1.9 5.2 5.4",
        Channel::Internal => "M2 7.4 8 2.2l6 5.2M3.6 6.2v7.6h8.8V6.2M6.6 13.6V9.8h2.8v3.8",
    }
}

/// A sign; a step is one of those that can be pulled.
fn sign(mark: &PersonMark, contact: ContactId, steps: &mut Vec<Pullable>) -> El {
    let at = format!("translate({} {})", mark.at.x, mark.at.y);
    let group = el(svg::G).attr(drawn::Transform, at);
    match mark.sign {
        PersonSign::Step(step, state) => {
            let StepInTime { audience, number, channel, .. } = step;
            let icon =
                channel.map(|channel| el(svg::Path).class("in-time__icon").attr(drawn::D, icon(channel)));
            let group = group.attr(data::At, steps.len().to_string());
            let group = if state.is_open() { group.class("in-time__open") } else { group };
            let (date, at) = (step.stands_on(), mark.at);
            let mark = Mark { audience, step: step.step, number, state, date, at };
            steps.push(Pullable { whose: Some(contact), mark });
            group.child(timeline_sign(state, audience).child(icon))
        }
        PersonSign::More(count) => {
            group.child(el(svg::Text).class("in-time__more").attr(drawn::Y, "4").child(format!("+{count}")))
        }
    }
}

/// What the signs mean: how a step stands by its frame, the channel by what is in it.
fn legend() -> El {
    let channel = |channel: Channel| {
        let name = words::channel(channel);
        el(html::Li).attr(data::Channel, name).child(name)
    };
    let list = || el(html::Ul).class("timeline__legend");
    el(html::Div)
        .class("in-time__legend timeline")
        .attr(attr::Role, "group")
        .aria_label("What the signs mean")
        .child(list().child(sign_keys("Late: it stands where it was due")))
        .child(list().child(Channel::ALL.map(channel)))
        .child(
            list().child(
                ["+2: so many more on these days", "Shaded: days on which the business is closed"]
                    .map(|words| el(html::Li).child(words)),
            ),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_drawn_in_a_sign_as_it_is_beside_words() {
        let beside_words = include_str!("../../../../style/icons.css");
        for channel in Channel::ALL {
            assert!(beside_words.contains(&format!(r#"d="{}""#, icon(channel))), "{channel:?}");
        }
    }
}
