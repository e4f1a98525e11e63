//! The seven steps as a strip in the bar at the top: where one is, and what stands on either side of it.

use crate::ui::element::{El, attr, el, html};
use crate::ui::{Route, Session};
use crate::workshop::{Stage, StageState};

use super::stage_words;

/// The strip with one of the steps marked as the present one. Where there is little room it shows that one and its
/// neighbours, over a line of seven pieces.
pub fn step_strip(here: Stage) -> El {
    let session = Session::here();
    let is_complete = move |stage: Stage| session.progress().state(stage) == StageState::Complete;
    let step = move |stage: Stage| {
        let [name, rest] = stage.short_title();
        let place = match stage.number().cmp(&here.number()) {
            _ if stage.next() == Some(here) => "strip__step strip__step--before",
            _ if stage.previous() == Some(here) => "strip__step strip__step--after",
            std::cmp::Ordering::Equal => "strip__step strip__step--here",
            _ => "strip__step",
        };
        let link = el(html::A)
            .class("strip__link")
            .attr(attr::Href, Route::Workshop(stage).href())
            .attr(attr::AriaCurrent, move || (stage == here).then(|| "step".to_owned()))
            .child(
                el(html::Span)
                    .class("strip__mark")
                    .attr(attr::AriaHidden, "true")
                    .child(stage.number().to_string()),
            )
            .child(
                el(html::Span)
                    .class("strip__name")
                    .child(name)
                    .child((!rest.is_empty()).then(|| el(html::Span).class("strip__rest").child(rest))),
            )
            .child(
                el(html::Span)
                    .class("visually-hidden")
                    .child(move || format!(", {}", stage_words(session, stage))),
            );
        el(html::Li).class(place).class(("strip__step--complete", move || is_complete(stage))).child(link)
    };
    let piece = move |stage: Stage| {
        el(html::Span)
            .class(if stage == here { "strip__piece strip__piece--here" } else { "strip__piece" })
            .class(("strip__piece--complete", move || is_complete(stage)))
    };
    el(html::Nav)
        .class("strip")
        .aria_label("The seven steps")
        .child(el(html::Ol).class("strip__steps").child(Stage::ALL.map(step)))
        .child(el(html::Div).class("strip__line").attr(attr::AriaHidden, "true").child(Stage::ALL.map(piece)))
}
