//! The sequences of a plan as a picture of time: each step a mark that tells and leads to its place.

mod drawing;

mod marks;

mod pulling;

use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{fold, place_link};
use crate::plan::{Audience, PlanParts, StepId};
use crate::platform;
use crate::roster::ContactId;
use crate::schedule::{Schedule, has_begun};
use crate::timeline::{Frame, MarkState, Scene, Timeline};
use crate::ui::element::{El, attr, data, el, html, svg};
use crate::ui::reactive::{Var, var};
use crate::ui::{Arrival, Route, Session};
use crate::words;
use crate::workshop::Stage;
use drawing::{picture, shape};
use marks::Marks;
pub use marks::mark_at;
pub use pulling::{Pullable, Pulling};

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
    let Leading { route, place, .. } = to;
    let is_first = |state| matches!(state, MarkState::Late | MarkState::Next);
    let first = timeline.marks.iter().position(|mark| is_first(mark.state)).unwrap_or(0);
    let name = |step| {
        let placed = scene.schedule.placed(step);
        placed
            .map(|(who, facts)| words::step_in_time(scene.plan, who, facts, scene.today))
            .unwrap_or_default()
    };
    let places = timeline.marks.iter().map(|mark| place(mark.audience, mark.step)).collect();
    let around = |at: usize, mark: &crate::timeline::Mark| {
        let is_moved = before.iter().any(|(step, date)| *step == mark.step && *date != mark.date);
        el(svg::A)
            .class(if is_moved { "timeline__mark timeline__mark--moved" } else { "timeline__mark" })
            .attr(data::At, at.to_string())
            .attr(attr::Href, route.href())
            .attr(attr::Tabindex, if at == first { "0" } else { "-1" })
            .aria_label(name(mark.step))
    };
    if let Some(today) = timeline.today {
        // Once it has taken the place of the one before, which may be narrower.
        request_animation_frame(move || {
            request_animation_frame(move || platform::scroll_across(".timeline__wide", today - 240));
        });
    }
    let steps = timeline.marks.iter().map(|mark| Pullable { whose: to.whose, mark: *mark });
    let pulling = Pulling::new(to.session, Box::new(timeline.clone()), steps.collect());
    let marks = Rc::new(Marks { to, told, places, pulling });
    let view = picture(timeline, &around)
        .attr(attr::Role, "group")
        .aria_label("The steps in time. The arrow keys go from step to step.");
    marks.heard_in(view)
}

/// The place of a step on its page.
pub fn place_of(step: StepId) -> String {
    format!("#step-{} [data-cell=what]", step.0)
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
