//! What opens under a step: what came of it, and another day.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::draft::{Kind, draft, told};
use super::step::Table;
use crate::calendar::iso_date;
use crate::plan::{Fate, Outcome, StepId};
use crate::roster::EnrolmentEdit;
use crate::ui::element::{El, attr, el, html};
use crate::ui::parts::{Look, button, outcome_select, proposed_day};
use crate::ui::reactive::var;
use crate::words;

/// What came of it, and another day.
pub fn opened(table: Table, step: u32) -> El {
    let session = table.shown().session;
    let outcome = var(None::<Outcome>);
    let day = proposed_day(session);
    let problem = var(String::new());
    let is_due = untrack(|| table.asks(step));
    problem.set(if is_due {
        "What comes next depends on what came of it.".to_owned()
    } else {
        String::new()
    });
    let result = outcome_select(
        move || outcome.get(),
        move |chosen| {
            outcome.set(chosen);
            problem.set(String::new());
        },
    );
    let on_day = move |take: &dyn Fn(NaiveDate) -> Result<(), String>| {
        let taken = iso_date(&day.get_untracked()).ok_or_else(words::date_problem).and_then(take);
        // What was taken has closed this.
        problem.set(taken.err().unwrap_or_default());
    };
    let mark = move |fate: Fate| on_day(&|on| table.mark(step, on, fate));
    let put_off = move || {
        on_day(&|to| match to > session.today_now() {
            true => table.change(step, EnrolmentEdit::Postpone(StepId(step), Some(to)), words::put_off(to)),
            false => Err(words::put_off_to_past()),
        });
    };
    // What is done on another day than planned moves what follows.
    let moves = move || {
        let Some(on) = day.with(|day| iso_date(day)) else { return String::new() };
        let step_id = StepId(step);
        if on > session.today() {
            return words::would_move_to(true, &table.moves(EnrolmentEdit::Postpone(step_id, Some(on))));
        }
        let marked = |fate| table.moves(EnrolmentEdit::Mark(step_id, on, fate));
        let outcome = outcome.get();
        let is_refused = outcome.is_none() && table.asks(step);
        let done = if is_refused { String::new() } else { marked(Fate::Done(outcome)) };
        words::would_move(&done, &marked(Fate::Skipped))
    };
    el(html::Div)
        .class("person__opened")
        .child(el(html::Div).class("roster__fields").child(result).child(draft(
            "Day",
            format!("{}-day", table.way_id(step)),
            Kind::Date,
            day,
        )))
        .child(
            el(html::Div)
                .class("roster__buttons")
                .child(button(Look::Small, "Done on that day", move || {
                    mark(Fate::Done(untrack(|| outcome.get())));
                }))
                .child(button(Look::Small, "Skip", move || mark(Fate::Skipped)))
                .child(button(Look::Small, "Put off to that day", put_off)),
        )
        .child(el(html::P).class("person__moves").attr(attr::AriaLive, "polite").child(moves))
        .child(told(problem))
}
