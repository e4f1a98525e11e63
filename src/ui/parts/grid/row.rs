//! One step in a row.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::choice::{Choice, Chosen, choice_cell};
use super::super::wait_editor::wait_cell;
use super::super::who::who_edits;
use super::super::{Field, text_commit};
use super::details::details;
use super::{Grid, channel_from, drag, row_name};
use crate::advice::Spot;
use crate::plan::{Edit, StepEdit, StepId};
use crate::platform;
use crate::schedule::{Notice, Place};
use crate::timeline::Piece;
use crate::ui::FollowedStep;
use crate::ui::element::{El, attr, data, el, ev, html, prop};
use crate::ui::reactive::var;
use crate::words;

/// The row. What is seldom looked at is made when it is opened.
pub fn row(id: StepId, grid: Grid) -> El {
    let step = grid.session.step(id);
    let name = move || format!("{} step {}", words::audience(grid.audience), step.number());
    on_cleanup(move || step.set_seen(true));
    let is_open = var(false);
    // The number follows every change of the order; the lines of the row are at its place.
    let depth = move || {
        let at = step.number().checked_sub(1);
        grid.rails.with(|rails| at.and_then(|at| rails.get(at)).map_or(0, |rail| rail.depth))
    };
    let is_aside = move || step.standing().is_some_and(|standing| standing.place == Place::OffPath);
    let open = Callback::new(move |()| {
        is_open.set(true);
        let place = format!("#{} .wait__parts input", row_name(id));
        request_animation_frame(move || platform::focus(&place));
    });
    let has_thoughts = move || grid.session.review().about(Spot::Step(id)).next().is_some();
    let more = el(html::Button)
        .attr(attr::Type, "button")
        .class("grid__more")
        .attr(data::Cell, "more")
        .class(("grid__more--thoughts", has_thoughts))
        .attr(attr::Title, move || {
            let and = if has_thoughts() { ". The dot: the review suggests something here" } else { "" };
            format!("More: weekdays, retries, only if, notes{and}")
        })
        .attr(attr::AriaExpanded, move || is_open.get().to_string())
        .aria_label(move || format!("More about {}", name()))
        .on(ev::click, move |_| is_open.update(|is_open| *is_open = !*is_open));
    el(html::Tr)
        .class("grid__row")
        .class(("grid__row--aside", is_aside))
        .class(("grid__row--in-1", move || depth() == 1))
        .class(("grid__row--in-2", move || depth() >= DEEPEST))
        .class(("grid__row--open", move || is_open.get()))
        .class(("grid__row--over", move || step.facts().is_some_and(|facts| !facts.is_open())))
        .attr(attr::Id, row_name(id))
        .attr(attr::Role, "row")
        .aria_label(name)
        .child(mark(id, grid, step))
        .child(what(id, step))
        .child(cell("When").child(wait_cell(id, open)))
        .child(due(id, grid, step))
        .child(cell("Who").child(choice_cell(who(id, grid, step))))
        .child(
            cell("With")
                .attr(data::Channel, move || {
                    step.read(|step| step.channel).flatten().map(words::channel).map(str::to_owned)
                })
                .child(choice_cell(with(id, grid, step))),
        )
        .child(
            el(html::Td)
                .class("grid__rest")
                .attr(attr::Role, "cell")
                .child(more)
                .show(move || is_open.get(), move || details(id, grid, step)),
        )
}

fn cell(label: &'static str) -> El {
    el(html::Td).attr(attr::Role, "cell").attr(data::Label, label)
}

/// The number, by which a step is dragged, with the box that selects its row and the lines that lead to it.
fn mark(id: StepId, grid: Grid, step: FollowedStep) -> El {
    let is_selected = move || grid.selected.with(|selected| selected.contains(&id));
    let tick = el(html::Input)
        .class("grid__tick")
        .attr(attr::Type, "checkbox")
        .attr(data::Cell, "tick")
        .aria_label(move || format!("Select step {}", step.number()))
        .prop(prop::Checked, is_selected)
        .on(ev::change, move |event| grid.select(id, event_target_checked(&event)));
    let number = drag::handle(id, grid).child(move || step.number().to_string());
    let lines = move || {
        let pieces = grid.rails.with(|rails| {
            let rail = step.number().checked_sub(1).and_then(|at| rails.get(at));
            rail.map(|rail| rail.pieces.clone()).unwrap_or_default()
        });
        let line = |(depth, piece): (usize, Piece)| {
            let piece = match piece {
                Piece::Leaving => "leaving",
                Piece::Passing => "passing",
                Piece::Arriving => "arriving",
                Piece::Turning => "turning",
            };
            el(html::I)
                .class(format!("rail rail--{piece} rail--{}", depth.min(DEEPEST)))
                .attr(attr::AriaHidden, "true")
        };
        pieces.into_iter().map(line).collect::<Vec<_>>().into_any()
    };
    el(html::Th)
        .class("grid__step")
        .attr(attr::Role, "rowheader")
        .attr(attr::Scope, "row")
        .child([el(html::Label).class("grid__pick").child(tick), number])
        .child(lines)
}

/// Rows are set in no further than for so many forks.
const DEEPEST: usize = 2;

/// What is done, and behind it the outcome it waits for.
fn what(id: StepId, step: FollowedStep) -> El {
    let text = move || step.read(|step| step.what.to_string()).unwrap_or_default();
    let commit = text_commit(move |text| Edit::Step(id, StepEdit::What(text)));
    let condition = move || step.fork().map(words::only_if).unwrap_or_default();
    cell("What")
        .class("grid__what")
        .child(Field::new("What", text, commit).cell("what"))
        .child(el(html::Span).class("grid__condition").child(condition))
}

/// The day it is due, which tells why, and what to know about it. The first step without a start asks for one.
fn due(id: StepId, grid: Grid, step: FollowedStep) -> El {
    let date = el(html::Time).date(move || step.due());
    let remark = move || {
        let notice = step.standing().and_then(|standing| standing.notice);
        if notice == Some(Notice::NoStart) { String::new() } else { step.remark() }
    };
    let fate = move || {
        let fate = step.facts().and_then(|facts| facts.fate).filter(|fate| fate.is_over());
        fate.map(words::fate).unwrap_or_default()
    };
    let has_no_start = move || grid.undated.get() == Some(id);
    let ask = move || {
        el(html::Button)
            .attr(attr::Type, "button")
            .class("link")
            .child("Set a start date")
            .on(ev::click, |_| platform::focus("#start-date input"))
    };
    cell("Due")
        .class("grid__due")
        .class(("grid__due--moved", move || grid.moved.has(id)))
        .child(grid.reason.button(id, date).attr(data::Cell, "due").hidden(move || step.due().is_none()))
        .child(el(html::Span).class("grid__fate").child(fate))
        .child(el(html::Span).class("notice").child(remark))
        .show(has_no_start, ask)
}

fn who(id: StepId, grid: Grid, step: FollowedStep) -> Choice {
    let choose = move |chosen: Chosen| {
        let edits = who_edits(&grid.session.plan_now(), &[id], chosen);
        grid.commit(edits);
    };
    Choice {
        label: "Who",
        cell: "who",
        hint: "Who",
        value: Arc::new(move || step.who()),
        options: grid.people,
        takes_new: true,
        choose: Arc::new(choose),
    }
}

fn with(id: StepId, grid: Grid, step: FollowedStep) -> Choice {
    let choose = move |chosen: Chosen| {
        grid.commit(vec![Edit::Step(id, StepEdit::Channel(channel_from(&chosen)))]);
    };
    Choice {
        label: "With",
        cell: "with",
        hint: "With",
        value: Arc::new(move || step.read(words::with).unwrap_or_default()),
        options: grid.channels,
        takes_new: false,
        choose: Arc::new(choose),
    }
}
