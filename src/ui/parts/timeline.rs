//! The sequences of a plan as a picture of time: each step a mark that tells and leads to its place.

mod drawing;

mod pulling;

use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use super::place_link::go_to_place;
use super::{fold, place_link};
use crate::plan::{Audience, PlanParts, StepId};
use crate::platform;
use crate::roster::ContactId;
use crate::schedule::{Schedule, has_begun};
use crate::timeline::{Frame, MarkState, Scene, Timeline};
use crate::ui::element::{El, attr, data, el, ev, html, svg};
use crate::ui::reactive::{Var, var};
use crate::ui::{Arrival, Route, Session};
use crate::words;
use crate::workshop::Stage;
use drawing::{picture, shape};
use pulling::Pulling;

/// What is told while nothing is pointed at.
const HINT: &str = "Point at a step to read what it is, or pull an open one to another day. With the keyboard, the arrow keys go from step to step.";
/// Where the picture is scrolled.
const WIDE: &str = "timeline__wide";
/// Where the start date is set.
const START: &str = "#start-date input";

/// Whose steps a picture shows, and where its marks lead: to a page, and there to the place of each step.
#[derive(Clone, Copy)]
struct Leading {
    session: Session,
    arrival: Arrival,
    /// None for the plan's own run.
    whose: Option<ContactId>,
    route: Route,
    place: fn(Audience, StepId) -> String,
}

/// The picture: across on a wide screen, down on a phone. Nothing where no step has a day.
pub fn timeline() -> El {
    let session = Session::here();
    let names = session.slice(|plan| plan.steps().map(|step| step.what.to_string()).collect::<Vec<_>>());
    let place = |_, step| place_of(step);
    let to = Leading {
        session,
        arrival: Arrival::here(),
        whose: None,
        route: Route::Workshop(Stage::Route),
        place,
    };
    let before = StoredValue::new(Vec::new());
    figure(move |told| {
        // What is typed besides does not move a step.
        names.track();
        let (schedule, plan, today) = (session.schedule(), session.plan_now(), session.today());
        let scene = Scene { plan: &plan, schedule: &schedule, today, only: None };
        let mut views = pictures(scene, to, told, before);
        views.push(caveat(&plan, &schedule));
        el(html::Div).child(views).into_any()
    })
}

/// The steps of somebody in time, of each sequence the last time through it: two lanes. Nothing where none has a day.
pub fn timeline_of(id: ContactId) -> El {
    let session = Session::here();
    let place = |audience, step: StepId| format!("#{}-step-{}, #ended", words::lower(audience), step.0);
    let to = Leading { session, arrival: Arrival::here(), whose: Some(id), route: Route::Person(id), place };
    let before = StoredValue::new(Vec::new());
    figure(move |told| {
        let Some(own) = session.forecasts().own_plan(id) else { return ().into_any() };
        let scene = Scene { plan: &own.plan, schedule: &own.schedule, today: session.today(), only: None };
        el(html::Div).child(pictures(scene, to, told, before)).into_any()
    })
}

/// What is drawn, with what is told of the step that is pointed at, and what the signs mean.
fn figure(content: impl Fn(Var<String>) -> AnyView + Send + Sync + 'static) -> El {
    let told = var(String::new());
    let words = move || match told.get() {
        told if told.is_empty() => HINT.to_owned(),
        told => told,
    };
    el(html::Figure)
        .class("timeline")
        .child(move || content(told))
        .child(el(html::P).class("timeline__told").child(words))
        .child(fold(|| "How to read this".to_owned(), legend))
}

/// Across and down; which of the two is seen, the width of the screen decides.
fn pictures(
    scene: Scene<'_>,
    to: Leading,
    told: Var<String>,
    before: StoredValue<Vec<(StepId, NaiveDate)>>,
) -> Vec<El> {
    let days = before.get_value();
    let mut views = Vec::new();
    for (frame, class) in [(Frame::WIDE, WIDE), (Frame::TALL, "timeline__tall")] {
        let Some(timeline) = Timeline::of(scene, frame) else { continue };
        before.set_value(timeline.marks.iter().map(|mark| (mark.step, mark.date)).collect());
        let picture = told_picture(scene, &timeline, to, told, &days);
        views.push(el(html::Div).class(class).child(picture));
    }
    views
}

/// The picture with its links: one place for the Tab key, the arrow keys go on from there.
fn told_picture(
    scene: Scene<'_>,
    timeline: &Timeline,
    to: Leading,
    told: Var<String>,
    before: &[(StepId, NaiveDate)],
) -> El {
    let Leading { session, arrival, whose, route, place } = to;
    let is_first = |state| matches!(state, MarkState::Late | MarkState::Next);
    let first = timeline.marks.iter().position(|mark| is_first(mark.state)).unwrap_or(0);
    let name = |step| {
        let placed = scene.schedule.placed(step);
        placed
            .map(|(who, facts)| words::step_in_time(scene.plan, who, facts, scene.today))
            .unwrap_or_default()
    };
    let places: Rc<[String]> = timeline.marks.iter().map(|mark| place(mark.audience, mark.step)).collect();
    let around = |at: usize, mark: &crate::timeline::Mark| {
        let is_moved = before.iter().any(|(step, date)| *step == mark.step && *date != mark.date);
        el(svg::A)
            .class(if is_moved { "timeline__mark timeline__mark--moved" } else { "timeline__mark" })
            .attr(data::At, at.to_string())
            .attr(attr::Href, route.href())
            .attr(attr::Tabindex, if at == first { "0" } else { "-1" })
            .aria_label(name(mark.step))
    };
    let pulling = Pulling::new(timeline);
    let hear = move |event: Event| {
        let mark = mark_at(&event);
        match (event.type_().as_str(), event.dyn_ref::<PointerEvent>()) {
            ("pointerdown", Some(event)) => {
                return mark.into_iter().for_each(|(mark, at)| pulling.press(event, mark, at));
            }
            ("pointermove", Some(event)) => {
                let pulled = pulling.pull(event).map(|(mark, to)| match to > session.today_now() {
                    true => words::step_pulled(mark.audience, mark.number, to),
                    false => words::put_off_to_past(),
                });
                return pulled.into_iter().for_each(|words| told.set(words));
            }
            ("pointerup" | "pointercancel", _) => {
                let Some((mark, to)) = pulling.let_go().filter(|_| event.type_() == "pointerup") else {
                    return;
                };
                let asked = session.propose_put_off(whose, (mark.audience, mark.step), to);
                return asked.unwrap_or_else(|problem| session.announce(problem));
            }
            // The browser would pull the link.
            ("dragstart", _) => return event.prevent_default(),
            ("click", _) if pulling.has_pulled() => return event.prevent_default(),
            _ => {}
        }
        if event.type_() != "keydown" {
            let name = mark.as_ref().and_then(|(mark, _)| mark.get_attribute("aria-label"));
            told.set(name.unwrap_or_default());
        }
        let Some((mark, at)) = mark else { return };
        match (event.type_().as_str(), event.dyn_ref::<KeyboardEvent>()) {
            ("focusin", _) => rove(&mark),
            ("click", _) => go_to_place(arrival, event.unchecked_ref(), route, &places[at]),
            (_, Some(key)) => {
                let last = places.len() - 1;
                let next = match key.key().as_str() {
                    "ArrowRight" | "ArrowDown" => (at + 1).min(last),
                    "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
                    "Escape" => return pulling.leave(),
                    "Home" => 0,
                    "End" => last,
                    _ => return,
                };
                event.prevent_default();
                let next = mark.parent_element().and_then(|it| nth(&it, next));
                next.into_iter().for_each(platform::focus_on);
            }
            _ => {}
        }
    };
    if let Some(today) = timeline.today {
        request_animation_frame(move || platform::scroll_across(".timeline__wide", today - 240));
    }
    let on = |view: El, hear: Rc<dyn Fn(Event)>| {
        let all = || hear.clone();
        let (point, click, keys, focus) = (all(), all(), all(), all());
        let (press, pull, let_go, cancel) = (all(), all(), all(), all());
        view.on(ev::pointerover, move |event| point(event.into()))
            .on(ev::click, move |event| click(event.into()))
            .on(ev::keydown, move |event| keys(event.into()))
            .on(ev::focusin, move |event| focus(event.into()))
            .on(ev::pointerdown, move |event| press(event.into()))
            .on(ev::pointermove, move |event| pull(event.into()))
            .on(ev::pointerup, move |event| let_go(event.into()))
            .on(ev::pointercancel, move |event| cancel(event.into()))
            .on(ev::dragstart, move |event| hear(event.into()))
    };
    let view = picture(timeline, &around)
        .attr(attr::Role, "group")
        .aria_label("The steps in time. The arrow keys go from step to step.");
    on(view, Rc::new(hear))
}

/// The place of a step on its page.
pub fn place_of(step: StepId) -> String {
    format!("#step-{} [data-cell=what]", step.0)
}

/// The mark at which something happens, and its place among the others.
fn mark_at(event: &Event) -> Option<(Element, usize)> {
    let mark = event.target()?.unchecked_into::<Element>().closest("[data-at]").ok()??;
    let at = mark.get_attribute("data-at")?.parse().ok()?;
    Some((mark, at))
}

fn nth(picture: &Element, at: usize) -> Option<Element> {
    picture.query_selector(&format!("[data-at=\"{at}\"]")).ok().flatten()
}

/// The Tab key comes back to this mark.
fn rove(mark: &Element) {
    let before = mark.parent_element().and_then(|it| it.query_selector("[tabindex=\"0\"]").ok().flatten());
    for (element, tab) in before.iter().map(|it| (it, "-1")).chain([(mark, "0")]) {
        // Only a name that is none would be refused.
        _ = element.set_attribute("tabindex", tab);
    }
}

/// What the picture cannot show, with the way to put it right.
fn caveat(plan: &PlanParts, schedule: &Schedule) -> El {
    let undated = schedule.all().filter(|(_, facts)| facts.due.is_none()).count();
    let has_start = plan.start(Audience::Prospect).is_some();
    let waits = !plan.sequences.customer.steps.is_empty() && !has_begun(plan, Audience::Customer);
    let (before, link) = match (undated, has_start) {
        (1.., false) => ("The dates need a start. ".to_owned(), "Set the start date"),
        (1.., true) => (
            format!("Not in the picture, for want of a date: {}. ", words::count(undated, "step")),
            "See which",
        ),
        (0, _) if waits => (
            "The steps after the first purchase are counted from the start, until its own day is set. "
                .to_owned(),
            "Set it",
        ),
        _ => (String::new(), ""),
    };
    let link = place_link(Route::Workshop(Stage::Route), START.to_owned()).child(link);
    el(html::P).class("timeline__caveat").hidden(before.is_empty()).child(before).child(link)
}

/// What the marks mean that are in every picture of time; of those that are late, what is said besides.
pub fn sign_keys(late: &'static str) -> [El; 7] {
    let key = |(state, audience, words): (MarkState, Audience, &'static str)| {
        let sign = el(svg::Svg)
            .class("timeline__key")
            .attr(attr::AriaHidden, "true")
            .child(timeline_sign(state, audience));
        el(html::Li).child(sign).child(words)
    };
    let (prospect, customer) = (Audience::Prospect, Audience::Customer);
    let keys = [
        (MarkState::Aside, prospect, "A circle: before the first purchase"),
        (MarkState::Aside, customer, "A square: after it"),
        (MarkState::Done, prospect, "Done"),
        (MarkState::Next, prospect, "Next"),
        (MarkState::Expected, prospect, "Later: its day follows from the steps before"),
        (MarkState::Late, prospect, late),
        (MarkState::Skipped, prospect, "Skipped"),
    ];
    keys.map(key)
}

/// A mark without a number, around the middle.
pub fn timeline_sign(state: MarkState, audience: Audience) -> El {
    shape(state, audience, 0)
}

/// What the marks mean.
fn legend() -> El {
    let more = [
        "Below the line: only after another outcome.",
        "A band behind a step: any of these days will do.",
        "Small strokes below a step: further tries.",
        "Shaded: weekends. Hatched: days off.",
    ];
    el(html::Ul)
        .class("timeline__legend")
        .child(sign_keys("Late: the bar below reaches to today"))
        .child(more.map(|words| el(html::Li).child(words)))
}

/// One sequence for a sheet of paper; nothing where none of its steps has a day.
pub fn timeline_on_paper(
    plan: &PlanParts,
    schedule: &Schedule,
    today: NaiveDate,
    only: Audience,
) -> Option<El> {
    let timeline = Timeline::of(Scene { plan, schedule, today, only: Some(only) }, Frame::SHEET)?;
    let view = picture(&timeline, &|_, _| el(svg::G)).attr(attr::AriaHidden, "true");
    Some(el(html::Div).class("timeline").child(view))
}
