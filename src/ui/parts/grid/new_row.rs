//! The row in which the next step is typed.

use leptos::prelude::*;

use super::acts::focus_soon;
use super::{Grid, row_name};
use crate::plan::{Edit, Line, StepEdit, StepId};
use crate::ui::element::{El, attr, data, el, ev, html, prop};
use crate::words;

/// The row. Enter makes a step of what is typed and leaves the field ready for the next.
pub fn new_row(grid: Grid) -> El {
    let (text, problem) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem_id = format!("{}-problem", grid.new_row());
    let add = move || {
        let typed = text.get_untracked();
        if typed.trim().is_empty() {
            return problem.set("Write what is done, then press Enter.".to_owned());
        }
        match add_lines(grid, &typed, None) {
            Ok(()) => {
                text.set(String::new());
                problem.set(String::new());
                focus_soon(grid.new_row().to_owned(), "new");
            }
            Err(words) => problem.set(words),
        }
    };
    let next = move || grid.steps.with(|steps| steps.len() + 1).to_string();
    let input = el(html::Input)
        .class("cell__input")
        .attr(attr::Type, "text")
        .attr(attr::Autocomplete, "off")
        .attr(attr::Enterkeyhint, "done")
        .attr(attr::Placeholder, "Type the next step, for example: call in two weeks, Ann")
        .attr(data::Cell, "new")
        .aria_label("Type the next step")
        .attr(attr::AriaDescribedby, problem_id.clone())
        .prop(prop::Value, move || text.get())
        .on(ev::input, move |event| text.set(event_target_value(&event)))
        .on(ev::keydown, move |event| match event.key().as_str() {
            "Enter" if !event.is_composing() => add(),
            "Escape" => text.set(String::new()),
            _ => {}
        });
    let message = el(html::P)
        .class("field__message")
        .attr(attr::Id, problem_id)
        .attr(attr::AriaLive, "polite")
        .child(move || problem.get());
    let number = el(html::Span).class("grid__number grid__number--next").child(next);
    el(html::Tr)
        .class("grid__row grid__row--new")
        .attr(attr::Role, "row")
        .attr(attr::Id, grid.new_row())
        .child(el(html::Td).class("grid__step").attr(attr::Role, "cell").child(number))
        .child(el(html::Td).class("grid__next").attr(attr::Role, "cell").child([input, message]))
}

/// Makes a step of each line, before another or at the end, and says so.
///
/// # Errors
/// A sentence that says why not; the plan is as it was.
pub fn add_lines(grid: Grid, text: &str, before: Option<StepId>) -> Result<(), String> {
    let plan = grid.session.plan_now();
    let mut edits = Vec::new();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for (id, line) in (plan.next_id()..).map(StepId).zip(lines) {
        let what = Line::parse(line).map_err(words::text_problem)?;
        edits.push(Edit::AddStep { audience: grid.audience, before });
        edits.push(Edit::Step(id, StepEdit::What(what)));
    }
    let count = edits.len() / 2;
    let first = StepId(plan.next_id());
    if grid.commit(edits) && count > 1 {
        focus_soon(row_name(first), "what");
    }
    grid.session.announce(format!("{} added.", words::count(count, "step")));
    Ok(())
}
