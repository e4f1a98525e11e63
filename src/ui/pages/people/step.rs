//! The steps of somebody's sequence, to be marked.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::person::Shown;
use super::step_opened::opened;
use crate::plan::{Audience, Fate, StepId};
use crate::platform;
use crate::roster::{ContactEdit, EnrolmentEdit, RosterEdit, WorkspaceEdit};
use crate::schedule::Place;
use crate::ui::element::{El, attr, data, el, html};
use crate::ui::parts::{Look, row_button};
use crate::ui::reactive::{Memo, Var, memo, var};
use crate::words;

/// What a row says.
#[derive(Clone, Default, PartialEq)]
struct Row {
    step: u32,
    number: usize,
    what: String,
    condition: String,
    day: Option<NaiveDate>,
    state: String,
    remark: String,
    is_over: bool,
    is_aside: bool,
    /// Whether what came of it has to be said.
    asks: bool,
}

/// The table.
#[derive(Clone, Copy)]
pub struct Table {
    shown: Shown,
    audience: Audience,
    rows: Memo<Arc<Vec<Row>>>,
    open: Var<Option<u32>>,
}

/// All steps of a sequence that is under way.
pub fn steps(shown: Shown, audience: Audience) -> El {
    let rows = memo(move || Arc::new(rows(shown, audience)));
    let table = Table { shown, audience, rows, open: var(None) };
    let all = memo(move || rows.with(|rows| rows.iter().map(|row| row.step).collect::<Vec<_>>()));
    let titles = ["Step", "What", "Day", "How it stands", "Mark it"];
    let column = |words: &'static str| {
        el(html::Th).attr(attr::Role, "columnheader").attr(attr::Scope, "col").child(words)
    };
    let head = el(html::Tr).attr(attr::Role, "row").child(titles.map(column));
    let name = format!("{} steps", words::audience(audience));
    let none = || {
        el(html::P)
            .class("empty")
            .child("This sequence has no steps yet. Write them on step 5, “Map the route”.")
    };
    el(html::Div)
        .class("sequence-table person__steps")
        .child(
            el(html::Table)
                .attr(attr::Role, "table")
                .aria_label(name)
                .child(el(html::Thead).attr(attr::Role, "rowgroup").child(head))
                .for_each(all, move |step| row(table, step)),
        )
        .show(move || all.with(Vec::is_empty), none)
}

fn rows(shown: Shown, audience: Audience) -> Vec<Row> {
    let session = shown.session;
    let (whole, forecasts, today) = (session.whole(), session.forecasts(), session.today());
    let Some(contact) = whole.roster.contact(shown.id) else { return Vec::new() };
    let at = contact.enrolments.iter().rposition(|it| it.is_open() && it.audience == audience);
    let Some(at) = at else { return Vec::new() };
    let enrolment = &contact.enrolments[at];
    let facts = forecasts.facts(shown.id, at).unwrap_or_default();
    let steps = whole.steps(enrolment);
    let row = |facts: &crate::schedule::StepFacts| {
        let step = steps.iter().find(|step| step.id == facts.step)?;
        let said = words::row(&whole.plan, step, facts);
        let is_over = facts.fate.is_some_and(Fate::is_over);
        let is_aside = facts.place == Place::OffPath;
        let is_late = facts.overdue_since.is_some();
        let state = match said.fate.is_empty() {
            false => said.fate,
            true if is_aside => "Not needed so far".to_owned(),
            true if is_late => String::new(),
            true => words::waits(facts, today),
        };
        Some(Row {
            step: facts.step.0,
            number: facts.number,
            what: if said.what.trim().is_empty() { "Not described yet".to_owned() } else { said.what },
            condition: words::condition(facts),
            day: facts.due,
            state,
            remark: if is_over || is_aside { String::new() } else { said.remark },
            is_over,
            is_aside,
            asks: whole.parts_after(enrolment, facts.step),
        })
    };
    facts.iter().filter_map(row).collect()
}

impl Table {
    /// Whose steps they are.
    pub fn shown(self) -> Shown {
        self.shown
    }

    /// Whether what came of a step has to be said, since the sequence parts there.
    pub fn asks(self, step: u32) -> bool {
        self.row(step).asks
    }

    fn row(self, step: u32) -> Row {
        self.rows.with(|rows| rows.iter().find(|row| row.step == step).cloned().unwrap_or_default())
    }

    /// The id of the button that is the first thing one can do with a step.
    pub fn way_id(self, step: u32) -> String {
        format!("{}-step-{step}", words::lower(self.audience))
    }

    /// Makes a change of a step.
    ///
    /// # Errors
    /// A sentence that says why it was refused.
    pub fn change(self, step: u32, edit: EnrolmentEdit, said: String) -> Result<(), String> {
        self.shown.try_change(ContactEdit::Enrolment(self.audience, edit), said)?;
        self.open.set(None);
        let way = format!("#{}", self.way_id(step));
        request_animation_frame(move || platform::focus_if_lost(&way));
        Ok(())
    }

    /// What a change of a step would move, in sentences; nothing where nothing moves.
    pub fn moves(self, edit: EnrolmentEdit) -> String {
        let edit = RosterEdit::Contact(self.shown.id, ContactEdit::Enrolment(self.audience, edit));
        self.shown.session.would_move_people(WorkspaceEdit::Roster(edit))
    }

    /// Something became of a step on a day.
    ///
    /// # Errors
    /// A sentence that says why not.
    pub fn mark(self, step: u32, on: NaiveDate, fate: Fate) -> Result<(), String> {
        let row = untrack(|| self.row(step));
        if matches!(fate, Fate::Done(None)) && row.asks {
            return Err("What comes next depends on what came of it. Choose that first.".to_owned());
        }
        if on > self.shown.session.today_now() {
            return Err(words::not_come_yet(on));
        }
        let said = words::step_marked(self.audience, row.number, fate);
        self.change(step, EnrolmentEdit::Mark(StepId(step), on, fate), said)
    }
}

/// A step, with what opens under it.
fn row(table: Table, step: u32) -> El {
    let row = memo(move || table.row(step));
    let cell = |label: &'static str| el(html::Td).attr(attr::Role, "cell").attr(data::Label, label);
    let is_over = memo(move || row.with(|row| row.is_over));
    let is_open = move || table.open.get() == Some(step);
    let text = move |part: fn(&Row) -> &String| move || row.with(|row| part(row).clone());
    let main = el(html::Tr)
        .attr(attr::Role, "row")
        .class(("sequence-table__row--aside", move || row.with(|row| row.is_aside)))
        .class(("sequence-table__row--over", move || is_over.get()))
        .child(
            el(html::Th)
                .class("sequence-table__number")
                .attr(attr::Role, "rowheader")
                .attr(attr::Scope, "row")
                .child(move || row.with(|row| row.number.to_string())),
        )
        .child(
            cell("What")
                .class("sequence-table__what")
                .child(text(|row| &row.what))
                .child(el(html::Span).class("sequence-table__condition").child(text(|row| &row.condition))),
        )
        .child(cell("Day").child(el(html::Time).date(move || row.with(|row| row.day))))
        .child(
            cell("How it stands")
                .child(el(html::Span).child(text(|row| &row.state)))
                .child(el(html::Span).class("notice").child(text(|row| &row.remark))),
        )
        .child(
            cell("Mark it").child(
                el(html::Span)
                    .class("roster__buttons")
                    .show(move || is_over.get(), move || again(table, step))
                    .show(move || !is_over.get(), move || ways(table, step)),
            ),
        );
    let more = move || {
        let cell = el(html::Td).attr(attr::Role, "cell").attr(attr::Colspan, "5");
        el(html::Tr).class("person__more").attr(attr::Role, "row").child(cell.child(opened(table, step)))
    };
    el(html::Tbody).attr(attr::Role, "rowgroup").child(main).show(is_open, more)
}

fn named(table: Table, step: u32, words: &'static str) -> impl Fn() -> String + Send + Sync + 'static {
    move || format!("{words}: {} step {}", words::lower(table.audience), table.row(step).number)
}

/// What can be done with a step that is over.
fn again(table: Table, step: u32) -> El {
    row_button(Look::Quiet, "Open again", named(table, step, "Open again"), move || {
        let said = words::step_open_again(table.audience, untrack(|| table.row(step)).number);
        if let Err(words) = table.change(step, EnrolmentEdit::Unmark(StepId(step)), said) {
            table.shown.session.announce(words);
        }
    })
    .attr(attr::Id, table.way_id(step))
}

/// What can be done with one that is not.
fn ways(table: Table, step: u32) -> El {
    let session = table.shown.session;
    let done = move || {
        if let Err(words) = table.mark(step, session.today_now(), Fate::Done(None)) {
            session.announce(words);
            table.open.set(Some(step));
            request_animation_frame(|| platform::focus(".person__more select"));
        }
    };
    let is_open = move || table.open.get() == Some(step);
    let toggle = move || table.open.set((!untrack(is_open)).then_some(step));
    el(html::Span)
        .class("roster__buttons")
        .child(
            row_button(Look::Small, "Done", named(table, step, "Done"), done)
                .attr(attr::Id, table.way_id(step)),
        )
        .child(
            row_button(Look::Quiet, "More", named(table, step, "More"), toggle)
                .attr(attr::AriaExpanded, move || Some(is_open().to_string())),
        )
}
