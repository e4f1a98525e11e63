//! The row in which the next step is typed, as people write it, and the rows that pasted lines make.

use leptos::prelude::*;

use super::acts::focus_soon;
use super::{Grid, row_name};
use crate::plan::{Carried, Edit, Plan, StepId};
use crate::schedule::Schedule;
use crate::ui::element::{El, attr, data, el, ev, html, prop};
use crate::ui::reactive::{Var, memo, var};
use crate::words;
use crate::workshop::{CountedFrom, List, ListSetting, as_lines};

/// What is being typed for the next step.
#[derive(Clone, Copy)]
struct Typing {
    grid: Grid,
    text: Var<String>,
    /// Why it was not made a step.
    problem: Var<String>,
}

impl Typing {
    fn typed(self, text: String) {
        self.text.set(text);
        self.problem.set(String::new());
    }

    /// Makes a step of it. What was not understood is said first; pressed once more, it is taken as plain words.
    fn enter(self) {
        let text = self.text.get_untracked();
        let is_told = !self.problem.with_untracked(String::is_empty);
        match self.add(&text, is_told) {
            // The focus is still here: whoever types on at once loses nothing.
            Ok(()) => self.typed(String::new()),
            Err(words) => self.problem.set(words),
        }
    }

    /// Left with words in it, they are taken; what was not understood in them is taken as plain words.
    fn left(self) {
        let text = self.text.get_untracked();
        if text.trim().is_empty() {
            return;
        }
        match self.add(&text, true) {
            Ok(()) => self.typed(String::new()),
            Err(words) => self.problem.set(words),
        }
    }

    fn add(self, text: &str, is_told: bool) -> Result<(), String> {
        let (text, list) = &read(self.grid, text, None);
        if list.entries.is_empty() {
            return Err("Write what is done, then press Enter.".to_owned());
        }
        let doubt = list.entries.iter().flat_map(|entry| &entry.doubts).next();
        match doubt.filter(|_| !is_told) {
            Some(doubt) => {
                Err(format!("{} Press Enter again to take it as it is.", words::list_doubt(text, doubt)))
            }
            None => add(self.grid, list),
        }
    }

    /// What it would make: the step as it would stand in its row.
    fn meaning(self) -> String {
        self.text.with(|text| if text.trim().is_empty() { String::new() } else { meaning(self.grid, text) })
    }
}

/// Reads lines as they would stand before a step, or at the end: what is typed as what is pasted.
fn read(grid: Grid, text: &str, before: Option<StepId>) -> (String, List) {
    let plan = grid.session.plan_now();
    let setting = setting(grid, &plan, before);
    let lines = as_lines(text, setting);
    let list = List::read(&lines, setting);
    (lines, list)
}

fn setting<'a>(grid: Grid, plan: &'a Plan, before: Option<StepId>) -> ListSetting<'a> {
    let today = untrack(|| grid.session.today());
    ListSetting { plan, audience: grid.audience, before, today, from: CountedFrom::LineBefore }
}

fn meaning(grid: Grid, text: &str) -> String {
    let ((_, list), plan) = (read(grid, text, None), grid.session.plan_now());
    let next = list.edits().into_iter().try_fold((*plan).clone(), |plan, edit| plan.edited(edit));
    let (Ok(next), Some(step)) = (next, list.steps().next()) else { return String::new() };
    let schedule = Schedule::on(&next, untrack(|| grid.session.today()));
    let facts = schedule.step(step.id);
    facts.map(|facts| words::row_in_line(&words::row(&next, step, facts))).unwrap_or_default()
}

/// Puts what was read into the plan and says so.
fn add(grid: Grid, list: &List) -> Result<(), String> {
    if list.beyond > 0 {
        return Err(words::list_too_long(list.beyond));
    }
    commit(grid, list.edits(), list.entries.len())
}

fn commit(grid: Grid, edits: Vec<Edit>, steps: usize) -> Result<(), String> {
    grid.session.pause();
    let outcome = grid.session.commit(edits);
    grid.session.pause();
    outcome?;
    grid.session.announce(format!("{} added.", words::count(steps, "step")));
    Ok(())
}

/// Puts steps that were copied before a step or at the end.
///
/// # Errors
/// A sentence that says why not; the plan is as it was.
pub fn add_carried(grid: Grid, steps: &Carried, before: Option<StepId>) -> Result<(), String> {
    let (edits, first) = steps.edits(&grid.session.plan_now(), grid.audience, before);
    commit(grid, edits, steps.count())?;
    focus_soon(row_name(first), "what");
    Ok(())
}

/// Makes a step of each pasted line, or of each row of cells, before a step or at the end. What is not understood stays
/// in its words.
///
/// # Errors
/// A sentence that says why not; the plan is as it was.
pub fn add_lines(grid: Grid, text: &str, before: Option<StepId>) -> Result<(), String> {
    let (_, list) = read(grid, text, before);
    let Some(first) = list.steps().next().map(|step| step.id) else { return Ok(()) };
    add(grid, &list)?;
    focus_soon(row_name(first), "what");
    Ok(())
}

/// The row. Enter makes a step of what is typed and leaves the field ready for the next.
pub fn new_row(grid: Grid) -> El {
    let typing = Typing { grid, text: var(String::new()), problem: var(String::new()) };
    let id = grid.new_row();
    let meaning = memo(move || typing.meaning());
    let next = move || grid.steps.with(|steps| steps.len() + 1).to_string();
    let input = el(html::Input)
        .class("cell__input")
        .attr(attr::Type, "text")
        .attr(attr::Autocomplete, "off")
        .attr(attr::Enterkeyhint, "done")
        .attr(attr::Placeholder, "Type the next step, for example: call in two weeks, Ann")
        .attr(data::Cell, "new")
        .aria_label("Type the next step")
        .attr(attr::AriaDescribedby, format!("{id}-meaning {id}-problem"))
        .prop(prop::Value, move || typing.text.get())
        .on(ev::input, move |event| typing.typed(event_target_value(&event)))
        .attr(data::Draft, move || typing.text.with(|text| !text.trim().is_empty()).then(String::new))
        .on(ev::change, move |_| typing.left())
        .on(ev::keydown, move |event| match event.key().as_str() {
            "Enter" if !event.is_composing() => typing.enter(),
            "Escape" => typing.typed(String::new()),
            _ => {}
        });
    let told = el(html::P)
        .class("grid__meaning")
        .attr(attr::Id, format!("{id}-meaning"))
        .child(move || meaning.get());
    let message = el(html::P)
        .class("field__message")
        .attr(attr::Id, format!("{id}-problem"))
        .attr(attr::AriaLive, "polite")
        .child(move || typing.problem.get());
    let number = el(html::Span).class("grid__number grid__number--next").child(next);
    el(html::Tr)
        .class("grid__row grid__row--new")
        .attr(attr::Role, "row")
        .attr(attr::Id, id)
        .child(el(html::Td).class("grid__step").attr(attr::Role, "cell").child(number))
        .child(el(html::Td).class("grid__next").attr(attr::Role, "cell").child([input, told, message]))
}
