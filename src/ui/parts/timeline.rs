//! The sequences of a plan as a picture of time: each step a mark that tells and leads to its place.

mod drawing;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::place_link::go_to_place;
use super::{fold, place_link};
use crate::plan::{Audience, PlanParts, StepId};
use crate::platform;
use crate::schedule::{Schedule, has_begun};
use crate::timeline::{Frame, Mark, MarkState, Scene, Timeline};
use crate::ui::element::{El, attr, drawn, el, ev, html, svg};
use crate::ui::reactive::{Memo, memo};
use crate::ui::{Arrival, Route, Session};
use crate::words;
use crate::workshop::Stage;
use drawing::{Link, picture, shape};

/// A picture with what is told of each of its marks.
#[derive(PartialEq)]
struct Shown {
    timeline: Timeline,
    told: Vec<String>,
}

/// What is told while nothing is pointed at.
const HINT: &str =
    "Point at a step to read what it is. With the keyboard, the arrow keys go from step to step.";

/// The picture: across on a wide screen, down on a phone. Nothing where no step has a day.
pub fn timeline() -> El {
    let session = Session::here();
    let told = RwSignal::new(String::new());
    let drawn = move |frame: Frame, class: &'static str| {
        let shown = memo(move || Arc::new(shown(session, frame)));
        let before = StoredValue::new(Vec::<(StepId, NaiveDate)>::new());
        let content = move || {
            let days = before.get_value();
            let view = shown.with(|shown| shown.as_ref().as_ref().map(|shown| across(shown, told, &days)));
            before.set_value(days_of(shown));
            view.into_any()
        };
        el(html::Div).class(class).child(content)
    };
    let words = move || match told.get() {
        told if told.is_empty() => HINT.to_owned(),
        told => told,
    };
    request_animation_frame(|| {
        let today = web_sys::window().and_then(|window| window.document());
        let today = today.and_then(|it| it.query_selector(".timeline__wide [data-today]").ok().flatten());
        let at = today.and_then(|it| it.get_attribute("data-today")).and_then(|at| at.parse::<i32>().ok());
        platform::scroll_across(".timeline__wide", at.unwrap_or(0) - 240);
    });
    el(html::Figure)
        .class("timeline")
        .child(drawn(Frame::WIDE, "timeline__wide"))
        .child(drawn(Frame::TALL, "timeline__tall"))
        .child(el(html::P).class("timeline__told").child(words))
        .child(move || caveat(session).into_any())
        .child(fold(|| "How to read this".to_owned(), legend))
}

fn shown(session: Session, frame: Frame) -> Option<Shown> {
    let (schedule, today) = (session.schedule(), session.today());
    session.read(|plan| {
        let timeline = Timeline::of(Scene { plan, schedule: &schedule, today, only: None }, frame)?;
        let told = timeline.marks.iter().map(|mark| tell(plan, &schedule, mark, today)).collect();
        Some(Shown { timeline, told })
    })
}

fn tell(plan: &PlanParts, schedule: &Schedule, mark: &Mark, today: NaiveDate) -> String {
    let facts = schedule.step(mark.step);
    facts.map(|facts| words::step_in_time(plan, mark.audience, facts, today)).unwrap_or_default()
}

fn days_of(shown: Memo<Arc<Option<Shown>>>) -> Vec<(StepId, NaiveDate)> {
    let marks = |shown: &Shown| shown.timeline.marks.iter().map(|mark| (mark.step, mark.date)).collect();
    shown.with_untracked(|shown| shown.as_ref().as_ref().map(marks)).unwrap_or_default()
}

/// The picture with its links: one place for the Tab key, the arrow keys go on from there.
fn across(shown: &Shown, told: RwSignal<String>, before: &[(StepId, NaiveDate)]) -> El {
    let arrival = Arrival::here();
    let route = Route::Workshop(Stage::Route);
    let first =
        shown.timeline.marks.iter().position(|mark| matches!(mark.state, MarkState::Late | MarkState::Next));
    let first = first.unwrap_or(0);
    let names = shown.told.clone();
    let link: Link = Box::new(move |link, mark, at| {
        let place = place_of(mark.step);
        link.attr(attr::Href, route.href())
            .attr(attr::Tabindex, if at == first { "0" } else { "-1" })
            .aria_label(names.get(at).cloned().unwrap_or_default())
            .on(ev::click, move |event| go_to_place(arrival, &event, route, &place))
    });
    let is_moved = |mark: &Mark| before.iter().any(|(step, date)| *step == mark.step && *date != mark.date);
    let (words, count) = (Arc::new(shown.told.clone()), shown.timeline.marks.len());
    let point = {
        let words = words.clone();
        move |event: Event| {
            told.set(mark_at(&event).and_then(|(_, at)| words.get(at).cloned()).unwrap_or_default())
        }
    };
    let arrive = {
        let point = point.clone();
        move |event: Event| {
            if let Some((mark, _)) = mark_at(&event) {
                rove(&mark);
            }
            point(event);
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let Some((mark, at)) = mark_at(&event) else { return };
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => at + 1,
            "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        let name = format!("[data-at=\"{}\"]", to.min(count - 1));
        let next = mark.parent_element().and_then(|picture| picture.query_selector(&name).ok().flatten());
        if let Some(next) = next {
            platform::focus_on(next);
        }
    };
    let today = shown.timeline.today.as_ref().map(|today| today.at.to_string());
    picture(&shown.timeline, Some(link), &is_moved)
        .attr(attr::Role, "group")
        .aria_label("The steps in time. The arrow keys go from step to step.")
        .attr(drawn::Today, today.unwrap_or_default())
        .on(ev::pointerover, move |event| point(event.into()))
        .on(ev::focusin, move |event| arrive(event.into()))
        .on(ev::keydown, keys)
}

/// The place of a step on its page.
pub fn place_of(step: StepId) -> String {
    format!("#step-{} input", step.0)
}

/// The mark at which something happens, and its place among the others.
fn mark_at(event: &Event) -> Option<(Element, usize)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let mark = target.closest("[data-at]").ok().flatten()?;
    let at = mark.get_attribute("data-at")?.parse().ok()?;
    Some((mark, at))
}

/// The Tab key comes back to this mark.
fn rove(mark: &Element) {
    let before =
        mark.parent_element().and_then(|picture| picture.query_selector("[tabindex=\"0\"]").ok().flatten());
    for (element, tab) in before.iter().map(|it| (it, "-1")).chain([(mark, "0")]) {
        // Only a name that is none would be refused.
        _ = element.set_attribute("tabindex", tab);
    }
}

/// What the picture cannot show, with the way to put it right.
fn caveat(session: Session) -> Option<El> {
    let schedule = session.schedule();
    let link = |words| place_link(Route::Workshop(Stage::Route), START.to_owned()).child(words);
    session.read(|plan| {
        let undated = schedule.all().filter(|(_, facts)| facts.due.is_none()).count();
        let lacks_start = plan.start(Audience::Prospect).is_none() && undated > 0;
        let has_customers = !plan.sequences.customer.steps.is_empty();
        let words = el(html::P).class("timeline__caveat");
        if lacks_start {
            return Some(words.child("The dates need a start. ").child(link("Set the start date")).child("."));
        }
        if undated > 0 {
            let steps = words::count(undated, "step");
            return Some(words.child(format!("Not in the picture, for want of a date: {steps}.")));
        }
        let waits = has_customers && !has_begun(plan, Audience::Customer);
        waits.then(|| {
            words
                .child("The steps after the first purchase are counted from the start, until its own day is set. ")
                .child(link("Set it"))
                .child(".")
        })
    })
}

/// Where the start date is set.
const START: &str = "main input[type=date]";

/// What the marks mean.
fn legend() -> El {
    let key = |state: MarkState, audience: Audience, words: &'static str| {
        let sign = el(svg::Svg)
            .class("timeline__key")
            .attr(drawn::ViewBox, "-16 -16 32 32")
            .attr(attr::AriaHidden, "true")
            .child(shape(state, audience, ""));
        el(html::Li).child(sign).child(words)
    };
    let prospect = Audience::Prospect;
    el(html::Ul).class("timeline__legend").child([
        key(MarkState::Expected, prospect, "A circle: before the first purchase"),
        key(MarkState::Expected, Audience::Customer, "A square: after it"),
        key(MarkState::Done, prospect, "Done"),
        key(MarkState::Next, prospect, "Next"),
        key(MarkState::Expected, prospect, "Later: its day follows from the steps before it"),
        key(MarkState::Late, prospect, "Late: the bar below it reaches to today"),
        key(MarkState::Skipped, prospect, "Skipped"),
        key(MarkState::Aside, prospect, "Only after another outcome"),
        el(html::Li)
            .child("A band behind a mark: any of these days will do. Small strokes below it: further tries."),
        el(html::Li).child("Shaded: weekends. Hatched: days off."),
    ])
}

/// One sequence for a sheet of paper; nothing where none of its steps has a day.
pub fn timeline_on_paper(
    plan: &PlanParts,
    schedule: &Schedule,
    today: NaiveDate,
    only: Audience,
) -> Option<El> {
    let scene = Scene { plan, schedule, today, only: Some(only) };
    let timeline = Timeline::of(scene, Frame::SHEET)?;
    Some(
        el(html::Div)
            .class("timeline")
            .child(picture(&timeline, None, &|_| false).attr(attr::AriaHidden, "true")),
    )
}
