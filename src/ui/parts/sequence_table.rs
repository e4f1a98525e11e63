//! A sequence as a dated table.

use leptos::prelude::*;

use crate::plan::{Audience, Plan, StepId};
use crate::schedule::{Dated, Notice};
use crate::ui::element::{El, el};
use crate::ui::{Followed, Session, words};

/// What one row shows.
#[derive(Clone, PartialEq)]
struct Row {
    dated: Dated,
    what: String,
    when: String,
    who: String,
    with: String,
}

impl Row {
    fn of(plan: &Plan, dated: Dated) -> Option<Self> {
        let step = plan.step(dated.step)?;
        Some(Self {
            dated,
            what: step.what.to_string(),
            when: words::delay(step.delay, dated.number),
            who: step.who.map(|who| words::responsible(plan, who)).unwrap_or_default(),
            with: words::with(step),
        })
    }
}

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

/// One memo a row: a keystroke redraws only the rows it changes.
fn row(id: StepId) -> El {
    let session = Session::here();
    let row = Followed::new(move || {
        let dated = session.schedule().step(id).copied()?;
        session.read(|plan| Row::of(plan, dated))
    });
    let shown = move |part: fn(&Row) -> String| move || row.read(part).unwrap_or_default();
    let cell = move |label: &'static str| el("td").fixed("role", "cell").attr("data-label", label);
    let number = el("th").class("sequence-table__number").fixed("role", "rowheader").fixed("scope", "row");
    el("tr")
        .fixed("role", "row")
        .child(number.text(shown(|row| row.dated.number.to_string())))
        .child(cell("What").class("sequence-table__what").text(shown(|row| row.what.clone())))
        .child(cell("When").text(shown(|row| row.when.clone())))
        .child(cell("Due").child(due(Memo::new(move |_| row.read(|row| row.dated)))))
        .child(cell("Who").text(shown(|row| row.who.clone())))
        .child(cell("With").text(shown(|row| row.with.clone())))
}

/// A due date with what there is to know about it.
pub fn due(dated: Memo<Option<Dated>>) -> [El; 2] {
    let date = move || dated.get().and_then(|dated| dated.due);
    let notice = move || dated.get().and_then(|dated| dated.notice);
    [
        el("time")
            .live_attr("datetime", move || date().map(words::iso))
            .text(move || date().map(words::day_and_year).unwrap_or_default()),
        el("span")
            .class("notice")
            .class_when("notice--quiet", move || notice() == Some(Notice::NoStart))
            .hidden_when(move || notice().is_none())
            .text(move || notice().map(words::notice).unwrap_or_default()),
    ]
}
