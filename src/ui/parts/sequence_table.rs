//! A sequence as a dated table.

use leptos::prelude::*;

use super::{mark_step, unique_id};
use crate::plan::{Audience, Step, StepId};
use crate::schedule::{Notice, Place};
use crate::ui::element::{El, attr, data, el, ev, html};
use crate::ui::reactive::{Memo, Var, var};
use crate::ui::{FollowedStep, Session, Standing};
use crate::words;

/// The dated table of a sequence as it runs: planned beside due, and what became of each step, to be marked.
pub fn sequence_table(audience: Audience) -> El {
    let session = Session::here();
    let steps = session.steps(audience);
    let name = format!("{} sequence", words::audience(audience));
    let column = |words: &'static str| {
        el(html::Th).attr(attr::Role, "columnheader").attr(attr::Scope, "col").child(words)
    };
    let titles = ["Step", "What", "When", "Planned", "Due", "Who", "With", "Done"];
    let columns = titles.len().to_string();
    let head = el(html::Tr).attr(attr::Role, "row").child(titles.map(column));
    let reason = Reason::new();
    let body = el(html::Tbody)
        .attr(attr::Role, "rowgroup")
        .for_each(steps, move |number| row(StepId(number), reason))
        .show(
            move || steps.with(Vec::is_empty),
            move || {
                let cell = el(html::Td)
                    .attr(attr::Role, "cell")
                    .attr(attr::Colspan, columns.clone())
                    .class("sequence-table__empty");
                el(html::Tr).attr(attr::Role, "row").child(cell.child("No steps yet."))
            },
        );
    // The roles are said outright: on a phone the rows are laid out as blocks, which would take them away.
    let has_begun = move || session.read(|plan| plan.runs.of(audience).has_begun());
    el(html::Div)
        .class("sequence-table sequence-table--run")
        .class(("sequence-table--begun", has_begun))
        .class(("sequence-table--long", is_long(steps)))
        .attr(attr::Role, "region")
        .attr(attr::Tabindex, "0")
        .aria_label(format!("Dates of the {} sequence", words::lower(audience)))
        .child(
            el(html::Table)
                .attr(attr::Role, "table")
                .aria_label(name.clone())
                .child(el(html::Caption).child(name))
                .child(el(html::Thead).attr(attr::Role, "rowgroup").child(head))
                .child(body),
        )
        .child(reason.note())
}

/// Whether there are so many steps that those out of sight are better left out of layout.
pub fn is_long(steps: Memo<Vec<u32>>) -> impl Fn() -> bool + Send + Sync {
    const MANY: usize = 25;
    move || steps.with(|steps| steps.len() >= MANY)
}

/// A keystroke redraws only the cells it changes.
fn row(id: StepId, reason: Reason) -> El {
    let session = Session::here();
    let step = session.step(id);
    let cell = move |label: &'static str| el(html::Td).attr(attr::Role, "cell").attr(data::Label, label);
    let number =
        el(html::Th).class("sequence-table__number").attr(attr::Role, "rowheader").attr(attr::Scope, "row");
    let shown = move |part: fn(&Step) -> String| move || step.read(part).unwrap_or_default();
    let when = move || step.when();
    let is_aside = move || step.standing().is_some_and(|standing| standing.place == Place::OffPath);
    let is_over = move || step.standing().is_some_and(Standing::is_over);
    let what = cell("What")
        .class("sequence-table__what")
        .child(shown(|step| step.what.to_string()))
        .child(el(html::Span).class("sequence-table__condition").child(move || step.condition()));
    let date = el(html::Time).date(move || step.due());
    let variance = el(html::Span).class("sequence-table__variance").child(move || variance(step));
    el(html::Tr)
        .attr(attr::Role, "row")
        .class(("sequence-table__row--aside", is_aside))
        .class(("sequence-table__row--over", is_over))
        .child(number.child(move || step.number().to_string()))
        .child(what)
        .child(cell("When").child(when))
        .child(cell("Planned").child(move || planned(step)))
        .child(cell("Due").child([reason.button(id, date), notice(step), variance]))
        .child(cell("Who").child(move || step.who()))
        .child(cell("With").child(shown(words::with)))
        .child(cell("Done").child(mark_step(id, step)))
}

/// The day by the plan alone.
fn planned(step: FollowedStep) -> String {
    step.facts().and_then(|facts| facts.baseline).map(words::day_and_year).unwrap_or_default()
}

/// By how much it is later than planned.
fn variance(step: FollowedStep) -> String {
    step.facts().and_then(|facts| facts.variance).map(words::later).unwrap_or_default()
}

/// Why a date of the table is that one (F2): shown over the page by the button of a date, put away by Escape.
#[derive(Clone, Copy)]
pub struct Reason {
    name: StoredValue<String>,
    asked: Var<Option<StepId>>,
}

impl Reason {
    /// Nothing is asked yet.
    pub fn new() -> Self {
        Self { name: StoredValue::new(unique_id("why")), asked: var(None) }
    }

    /// A due date that tells on a press.
    pub fn button(self, id: StepId, date: El) -> El {
        el(html::Button)
            .attr(attr::Type, "button")
            .class("why")
            .attr(attr::Title, "Why this date?")
            .attr(attr::Popovertarget, self.name.get_value())
            .on(ev::click, move |_| self.asked.set(Some(id)))
            .child(date)
    }

    /// The note, to be put beside the table.
    pub fn note(self) -> El {
        let session = Session::here();
        let words = move || match self.asked.get().map(|id| session.why(id)) {
            Some(why) if why.is_empty() => "This step is done with, so nothing is counted for it.".to_owned(),
            why => why.unwrap_or_default(),
        };
        el(html::P)
            .class("why-note")
            .attr(attr::Id, self.name.get_value())
            .attr(attr::Popover, "auto")
            .attr(attr::Role, "note")
            .attr(attr::AriaLive, "polite")
            .child(words)
    }
}

/// A due date with what there is to know about it, for places beside the table.
pub fn due(step: FollowedStep) -> [El; 2] {
    [el(html::Time).date(move || step.due_settled()), notice(step)]
}

/// What there is to know about a due date.
fn notice(step: FollowedStep) -> El {
    let said = move || step.remark();
    let is_quiet = move || step.standing().and_then(|standing| standing.notice) == Some(Notice::NoStart);
    el(html::Span).class("notice").class(("notice--quiet", is_quiet)).child(said)
}
