//! The days of a calendar file, each with a tick: which of them are taken.

use std::ops::Range;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use crate::exchange::{DayKind, FoundDay};
use crate::plan::Holiday;
use crate::ui::element::{El, attr, el, ev, html, prop};
use crate::ui::parts::{Look, button, fold};
use crate::ui::reactive::{Var, var};
use crate::words;

/// Days, and which of them are ticked: at first those that are off.
#[derive(Clone)]
pub struct DayChoice {
    days: Arc<Vec<FoundDay>>,
    ticks: Var<Vec<bool>>,
}

impl DayChoice {
    /// Nothing is chosen yet.
    pub fn of(days: &[FoundDay]) -> Self {
        let ticks = days.iter().map(|day| day.kind == DayKind::Off).collect();
        Self { days: Arc::new(days.to_vec()), ticks: var(ticks) }
    }

    /// The days that are ticked.
    pub fn chosen(&self) -> Vec<Holiday> {
        let ticks = self.ticks.get_untracked();
        let chosen = self.days.iter().zip(ticks).filter(|(_, is_ticked)| *is_ticked);
        chosen.map(|(day, _)| Holiday { date: day.date, name: day.name.clone() }).collect()
    }

    fn ticked(&self, places: Range<usize>) -> usize {
        self.ticks.with(|ticks| ticks[places].iter().filter(|is_ticked| **is_ticked).count())
    }

    fn tick(&self, places: Range<usize>, is_ticked: bool) {
        self.ticks.update(|ticks| ticks[places].fill(is_ticked));
    }

    fn all(&self) -> Range<usize> {
        0..self.days.len()
    }

    /// The places of each year's days.
    fn years(&self) -> Vec<Range<usize>> {
        let mut from = 0;
        let years = self.days.chunk_by(|a, b| a.date.year() == b.date.year());
        years
            .map(|days| {
                let places = from..from + days.len();
                from = places.end;
                places
            })
            .collect()
    }
}

/// How many are ticked and whether there is room for them, and the days by year: those of the coming twelve months
/// are open.
pub fn day_choice(choice: DayChoice, today: NaiveDate) -> El {
    let count = {
        let choice = choice.clone();
        move || words::days_ticked(choice.ticked(choice.all()), choice.days.len())
    };
    let room = {
        let choice = choice.clone();
        move || words::days_beyond_room(choice.ticked(choice.all())).unwrap_or_default()
    };
    let all = |words: &'static str, is_ticked: bool| {
        let choice = choice.clone();
        button(Look::Small, words, move || choice.tick(choice.all(), is_ticked))
    };
    let years = choice.years();
    let is_near = |places: &Range<usize>| {
        let year = choice.days[places.start].date.year();
        (today.year()..=today.year() + 1).contains(&year)
    };
    // Where none is near, the first shows what there is.
    let open = if years.iter().any(is_near) { None } else { Some(0) };
    let groups = years.iter().enumerate().map(|(at, places)| {
        let is_open = is_near(places) || open == Some(at);
        year(choice.clone(), places.clone(), is_open)
    });
    let groups: Vec<_> = groups.collect();
    el(html::Div)
        .class("day-choice")
        .child(el(html::P).class("day-choice__count").attr(attr::AriaLive, "polite").child(count))
        .child(el(html::P).class("field__message").attr(attr::AriaLive, "polite").child(room))
        .child(
            el(html::Div)
                .class("day-choice__all")
                .child(all("Tick all", true))
                .child(all("Untick all", false)),
        )
        .child(groups)
}

fn year(choice: DayChoice, places: Range<usize>, is_open: bool) -> El {
    let number = choice.days[places.start].date.year();
    let about = {
        let (choice, places) = (choice.clone(), places.clone());
        move || {
            let ticked = words::days_ticked(choice.ticked(places.clone()), places.len());
            format!("{number}: {ticked}")
        }
    };
    let content = move || {
        let has_ticks = {
            let (choice, places) = (choice.clone(), places.clone());
            move || choice.ticked(places.clone()) > 0
        };
        let turn = {
            let (choice, places, has_ticks) = (choice.clone(), places.clone(), has_ticks.clone());
            move || choice.tick(places.clone(), !untrack(&has_ticks))
        };
        let turn_words = move || format!("{} all of {number}", if has_ticks() { "Untick" } else { "Tick" });
        let days: Vec<_> = places.clone().map(|at| day(&choice, at)).collect();
        el(html::Div)
            .child(
                el(html::Button)
                    .attr(attr::Type, "button")
                    .class(Look::Quiet.classes())
                    .child(turn_words)
                    .on(ev::click, move |_| turn()),
            )
            .child(el(html::Ul).class("day-choice__days").child(days))
    };
    let group = if is_open {
        el(html::Details)
            .class("fold")
            .attr(attr::Open, "")
            .child(el(html::Summary).child(about))
            .child(content())
    } else {
        fold(about, content)
    };
    group.aria_label(format!("Days of {number}"))
}

fn day(choice: &DayChoice, at: usize) -> El {
    let FoundDay { date, name, kind } = &choice.days[at];
    let (is_ticked, tick) = (choice.clone(), choice.clone());
    let input = el(html::Input)
        .attr(attr::Type, "checkbox")
        .prop(prop::Checked, move || is_ticked.ticked(at..at + 1) > 0)
        .on(ev::change, move |event| tick.tick(at..at + 1, event_target_checked(&event)));
    let name = if name.is_blank() { words::NAMELESS_DAY.to_owned() } else { name.to_string() };
    let note = kind.note().map(|note| el(html::Span).class("day-choice__note").child(note));
    el(html::Li).child(
        el(html::Label)
            .class("check day-choice__day")
            .child(input)
            .child(el(html::Time).attr(attr::Datetime, words::iso(*date)).child(words::day_and_year(*date)))
            .child(el(html::Span).child(name).child(note)),
    )
}
