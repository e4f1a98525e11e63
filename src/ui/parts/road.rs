//! The road of the seven steps.

use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use super::stage_words;
use crate::timeline::{Layout, Road};
use crate::ui::element::{El, attr, el, html};
use crate::ui::{Route, Session};
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

/// A picture drawn by the program.
fn picture(svg: String) -> AnyView {
    InertElement::new(svg).into_any()
}
