//! The way to a step.

use crate::plan::StepId;
use crate::ui::element::{El, el};
use crate::ui::{Route, Session};
use crate::workshop::Stage;

/// A link to a step on the route, which puts the focus on it.
pub fn step_link(session: Session, step: StepId, words: String) -> El {
    el("a")
        .attr("href", Route::Workshop(Stage::Route).href())
        .child(words)
        .on("click", move |_| session.want_focus(format!("#step-{} input", step.0)))
}
