//! The app's one picture: the road from here to the destination.

use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use super::stage_words;
use crate::plan::Audience;
use crate::schedule::{Fork, Place, StepFacts};
use crate::timeline::{Layout, Point, Road};
use crate::ui::element::{El, attr, el, html};
use crate::ui::{Route, Session};
use crate::words;
use crate::workshop::{Stage, StageState};

/// The seven stages as stops on a road, each a link.
pub fn stage_road(here: Stage) -> El {
    let session = Session::here();
    let stop = move |stage: Stage| {
        let state = move || session.progress().state(stage);
        let mark = el(html::Span).class("stage-road__mark").attr(attr::AriaHidden, "true");
        let link = el(html::A)
            .attr(attr::Href, Route::Workshop(stage).href())
            .attr(attr::AriaCurrent, move || (stage == here).then(|| "step".to_owned()))
            .child(mark.child(stage.number().to_string()))
            .child(el(html::Span).class("stage-road__name").child(stage.title()))
            .child(el(html::Span).class("visually-hidden").child(move || stage_words(session, stage)));
        let low = if stage.number() % 2 == 1 { " stage-road__stop--low" } else { "" };
        let is_here = if stage == here { " stage-road__stop--here" } else { "" };
        el(html::Li)
            .class(format!("stage-road__stop{low}{is_here}"))
            .class(("stage-road__stop--complete", move || state() == StageState::Complete))
            .child(link)
    };
    let road = Road::winding(7, Layout { per_row: 7, spacing: 100, row_height: 56, swing: 9 });
    let line = format!(
        r#"<svg class="stage-road__line" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true"><path d="{path}"/><path class="stage-road__middle" d="{path}"/></svg>"#,
        road.width,
        road.height,
        path = road.path
    );
    el(html::Nav)
        .class("stage-road")
        .aria_label("The seven steps")
        .child(picture(line))
        .child(el(html::Ol).child(Stage::ALL.map(stop)))
}

/// Both dated sequences as stops on one road, from the first contact to the destination.
pub fn plan_road() -> El {
    let session = Session::here();
    let stops =
        move || session.schedule().all().map(|(audience, facts)| (audience, *facts)).collect::<Vec<_>>();
    let summary = move || {
        let stops = stops();
        let count = |audience| stops.iter().filter(|(of, _)| *of == audience).count();
        format!(
            "The road of this plan: {} steps for prospects, then {} for customers. The tables below hold every date.",
            count(Audience::Prospect),
            count(Audience::Customer)
        )
    };
    let drawn = move |class: &'static str, per_row: usize| {
        el(html::Div).class(class).child(move || picture(plan_picture(&stops(), per_row)))
    };
    el(html::Figure)
        .class("plan-road")
        .attr(attr::Role, "img")
        .aria_label(summary)
        .child(drawn("plan-road__wide", 9))
        .child(drawn("plan-road__narrow", 4))
        .child(el(html::Div).class("plan-road__legend").attr(attr::AriaHidden, "true").inner_html(r#"<span class="plan-road__key plan-road__key--prospect">Prospect</span> <span class="plan-road__key plan-road__key--customer">Customer, from the first purchase on</span>"#))
}

/// The road with its stops as SVG: only numbers and dates go into it, never what a person has typed.
///
/// The road holds the path that is taken or expected; what comes only after another outcome leads off it.
fn plan_picture(stops: &[(Audience, StepFacts)], per_row: usize) -> String {
    let layout = Layout { per_row, spacing: 92, row_height: 92, swing: 7 };
    let road = Road::branching(&parts_from(stops), layout);
    let marks = stops.iter().zip(&road.stops).map(|((audience, facts), Point { x, y })| {
        let due = facts.due.map(words::day).unwrap_or_else(|| "–".to_owned());
        let aside = if facts.place == Place::OffPath { " plan-road__stop--aside" } else { "" };
        let (class, shape) = match audience {
            Audience::Prospect => ("prospect", r#"<circle r="15"/>"#),
            Audience::Customer => ("customer", r#"<rect x="-14" y="-14" width="28" height="28" rx="7"/>"#),
        };
        format!(
            r#"<g class="plan-road__stop plan-road__stop--{class}{aside}" transform="translate({x} {y})">{shape}<text class="plan-road__number" y="5">{}</text><text class="plan-road__date" y="33">{due}</text></g>"#,
            facts.number
        )
    });
    let spurs = road.spurs.iter().map(|path| format!(r#"<path class="plan-road__spur" d="{path}"/>"#));
    format!(
        r#"<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">{}<path class="plan-road__edge" d="{path}"/><path class="plan-road__line" d="{path}"/>{}</svg>"#,
        spurs.collect::<String>(),
        marks.collect::<String>(),
        width = road.width,
        height = road.height,
        path = road.path
    )
}

/// Which stop leads off the road to each: the step that decides, or the one before on the same path.
fn parts_from(stops: &[(Audience, StepFacts)]) -> Vec<Option<usize>> {
    let mut ends: Vec<(Fork, usize)> = Vec::new();
    let parts_from = |(at, (audience, facts)): (usize, &(Audience, StepFacts))| {
        let fork = facts.fork.filter(|_| facts.place == Place::OffPath)?;
        match ends.iter_mut().find(|(known, _)| *known == fork) {
            Some((_, end)) => Some(std::mem::replace(end, at)),
            None => {
                ends.push((fork, at));
                let is_fork =
                    |(other, facts): &(Audience, StepFacts)| other == audience && facts.step == fork.step;
                stops.iter().position(is_fork)
            }
        }
    };
    stops.iter().enumerate().map(parts_from).collect()
}

/// A picture drawn by the program.
fn picture(svg: String) -> AnyView {
    InertElement::new(svg).into_any()
}
