//! A sequence as a dated table.

use leptos::prelude::*;

use crate::plan::{Audience, Step, StepId};
use crate::schedule::Notice;
use crate::ui::element::{El, el};
use crate::ui::{FollowedStep, Session, words};

/// The dated table of a sequence. It follows every keystroke.
pub fn sequence_table(audience: Audience) -> El {
    let steps = Session::here().steps(audience);
    let name = format!("{} sequence", words::audience(audience));
    let column =
        |words: &'static str| el("th").fixed("role", "columnheader").fixed("scope", "col").child(words);
    let head =
        el("tr").fixed("role", "row").child(["Step", "What", "When", "Due", "Who", "With"].map(column));
    let body = el("tbody").fixed("role", "rowgroup").rows(steps, |number| row(StepId(number))).when(
        move || steps.with(Vec::is_empty),
        || {
            let cell = el("td").fixed("role", "cell").fixed("colspan", "6").class("sequence-table__empty");
            el("tr").fixed("role", "row").child(cell.child("No steps yet."))
        },
    );
    // The roles are said outright: on a phone the rows are laid out as blocks, which would take them away.
    el("div")
        .class("sequence-table")
        .fixed("role", "region")
        .fixed("tabindex", "0")
        .name(format!("Dates of the {} sequence", words::lower(audience)))
        .child(
            el("table")
                .fixed("role", "table")
                .name(name.clone())
                .child(el("caption").child(name))
                .child(el("thead").fixed("role", "rowgroup").child(head))
                .child(body),
        )
}

/// A keystroke redraws only the cells it changes.
fn row(id: StepId) -> El {
    let step = Session::here().step(id);
    let cell = move |label: &'static str| el("td").fixed("role", "cell").attr("data-label", label);
    let number = el("th").class("sequence-table__number").fixed("role", "rowheader").fixed("scope", "row");
    let shown = move |part: fn(&Step) -> String| move || step.read(part).unwrap_or_default();
    let when = move || step.read(|it| words::delay(it.delay, step.number())).unwrap_or_default();
    el("tr")
        .fixed("role", "row")
        .child(number.text(move || step.number().to_string()))
        .child(cell("What").class("sequence-table__what").text(shown(|step| step.what.to_string())))
        .child(cell("When").text(when))
        .child(cell("Due").child(due(step)))
        .child(cell("Who").text(move || step.who()))
        .child(cell("With").text(shown(words::with)))
}

/// A due date with what there is to know about it.
pub fn due(step: FollowedStep) -> [El; 2] {
    let date = move || step.dated().and_then(|dated| dated.due);
    let notice = move || step.dated().and_then(|dated| dated.notice);
    [
        el("time")
            .live_attr("datetime", move || date().map(words::iso))
            .text(move || date().map(words::day_and_year).unwrap_or_default()),
        el("span")
            .class("notice")
            .class_when("notice--quiet", move || notice() == Some(Notice::NoStart))
            .text(move || notice().map(words::notice).unwrap_or_default()),
    ]
}
