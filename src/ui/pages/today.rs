//! Today: what waits, for whom and why, late, due and next, to be done where it stands (B9).

mod acts;

mod line;

mod list;

mod month;

mod opened;

use leptos::prelude::*;

use crate::agenda::{GroupBy, days_clear};
use crate::plan::Responsible;
use crate::platform;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::parts::{Look, button, select, word_options};
use crate::ui::reactive::{effect, memo, var};
use crate::ui::{Paper, Route, Session};
use crate::words;
use acts::bar;
use line::{line, line_id};
use list::{Lines, SHOWN};
use month::month;

/// The ways to divide the list, by what is chosen.
const DIVISIONS: [(&str, Option<GroupBy>); 5] = [
    ("when it is due", None),
    ("who does it", Some(GroupBy::Person)),
    ("for whom", Some(GroupBy::Contact)),
    ("sequence", Some(GroupBy::Sequence)),
    ("goal", Some(GroupBy::Goal)),
];

/// What keys do on a line.
const KEYS: [(&str, &str); 10] = [
    ("↑ ↓", "move"),
    ("Enter", "open"),
    ("d", "done"),
    ("t", "tried in vain"),
    ("o", "other day"),
    ("s", "skip"),
    ("b", "they bought"),
    ("c", "copy the message"),
    ("x", "select"),
    ("?", "all keys"),
];

/// The page.
#[inline(never)]
pub fn today() -> El {
    let session = Session::here();
    let lines = Lines::of(session);
    // What is printed from here is this list.
    effect(move || session.printed().set(Some(Paper::agenda(lines.whose.get()))));
    on_cleanup(move || session.printed().set(None));
    let day = move || words::full_day(session.today());
    let is_empty = move || !session.has_people();
    el(html::Article)
        .class("today")
        .child(el(html::H1).attr(attr::Tabindex, "-1").child(day).on(ev::keydown, move |event| {
            // One arrives here.
            if event.key() == "ArrowDown"
                && let Some(first) = lines.first()
            {
                event.prevent_default();
                platform::focus(&format!("#{}", line_id(first)));
            }
        }))
        .show(is_empty, nobody)
        .show(move || !is_empty(), move || content(lines))
}

/// What to do where nobody is on the plan yet.
fn nobody() -> El {
    let people = el(html::A).class("button button--main").attr(attr::Href, Route::People.href());
    el(html::Div)
        .class("today__nobody")
        .child(el(html::P).class("stage__lead").child(
            "Nobody is on your sequences yet. Once somebody is, what is to be done for them stands here, day by day.",
        ))
        .child(el(html::P).child(people.child("Add the first people")))
}

fn content(lines: Lines) -> El {
    let clear = move || words::clear_days(days_clear(&lines.rested.get())).unwrap_or_default();
    let is_done = move || lines.is_all_done();
    let all_done = || el(html::P).class("today__done").child("Nothing is left for today.");
    let further = move || {
        button(Look::Quiet, "Show what comes after that", move || lines.days.update(|days| *days += 28))
    };
    let sections = lines.sections();
    let list = el(html::Div)
        .class("today__list")
        .child(el(html::Div).class("today__head").child(whose(lines)).child(division(lines)))
        .show(is_done, all_done)
        .child(el(html::Div).for_each(sections, move |number| section(lines, number)))
        .child(el(html::P).class("today__ways").child(further()).child(button(
            Look::Quiet,
            "Print this list",
            platform::print,
        )))
        .child(bar(lines));
    let beside = el(html::Div)
        .class("today__beside")
        .child(month(lines))
        .child(el(html::P).class("today__clear").child(clear))
        .child(keys());
    el(html::Div).class("today__content").child(list).child(beside)
}

/// Everybody, or one who does steps.
fn whose(lines: Lines) -> El {
    let chip = move |who: Option<Responsible>, words: String| {
        let is_chosen = move || lines.whose.get() == who;
        button(Look::Small, words, move || lines.whose.set(who))
            .class(("button--chosen", is_chosen))
            .attr(attr::AriaPressed, move || Some(is_chosen().to_string()))
    };
    let chips = move || {
        let plan = lines.session.plan().get();
        let people = lines.people();
        if people.len() < 2 {
            return ().into_any();
        }
        let one = |(who, count): (Responsible, usize)| {
            chip(Some(who), format!("{} {count}", words::responsible(&plan, who)))
        };
        let all = std::iter::once(chip(None, "Everybody".to_owned())).chain(people.into_iter().map(one));
        el(html::Div)
            .class("today__whose")
            .attr(attr::Role, "group")
            .aria_label("Whose")
            .child(all.collect::<Vec<_>>())
            .into_any()
    };
    let team = el(html::A)
        .class("today__team")
        .attr(attr::Href, Route::Team.href())
        .child("Who is away, how much fits");
    el(html::Div).class("today__people").child(chips).child(team)
}

/// By what the list is divided.
fn division(lines: Lines) -> El {
    let value = move || {
        let by = lines.by.get();
        let found = DIVISIONS.iter().find(|(_, known)| *known == by);
        found.map_or("", |(words, _)| words).to_owned()
    };
    let options = || word_options(&DIVISIONS.map(|(words, _)| words));
    select("Divided by", value, options, move |chosen| {
        let by = DIVISIONS.into_iter().find(|(words, _)| *words == chosen);
        lines.by.set(by.and_then(|(_, by)| by));
    })
}

/// One part of the list under its heading.
fn section(lines: Lines, number: u32) -> El {
    let all = lines.lines_of(number);
    let is_whole = var(false);
    let shown = memo(move || {
        let mut shown = all.get();
        if !is_whole.get() {
            shown.truncate(SHOWN);
        }
        shown
    });
    let count = move || all.with(Vec::len).to_string();
    let rest = move || {
        let words = format!("Show all {}", all.with_untracked(Vec::len));
        button(Look::Quiet, words, move || is_whole.set(true))
    };
    let heading = format!("today-{number}");
    el(html::Section)
        .class("today__section")
        .class(("today__section--late", move || lines.is_late(number)))
        .attr(attr::AriaLabelledby, heading.clone())
        .child(
            el(html::H2)
                .attr(attr::Id, heading)
                .child(move || lines.title(number))
                .child(el(html::Span).class("today__count").child(count)),
        )
        .child(el(html::Ol).for_each(shown, move |number| line(lines, number)))
        .show(move || !is_whole.get() && all.with(Vec::len) > SHOWN, rest)
}

/// The keys that act on the line that has the focus.
fn keys() -> El {
    let key = |(key, what): (&'static str, &'static str)| {
        el(html::Div).child(el(html::Dt).child(el(html::Kbd).child(key))).child(el(html::Dd).child(what))
    };
    el(html::Dl).class("today__keys").aria_label("Keys on a line").child(KEYS.map(key))
}
