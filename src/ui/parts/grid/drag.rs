//! Dragging steps by their number, within a sequence and between the two.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::PointerEvent;

use super::{Grid, step_of};
use crate::plan::{Audience, StepId};
use crate::platform::{self, LandingLine};
use crate::ui::element::{El, attr, el, ev, html};

/// So far a press may move and still be one, in pixels.
const STILL: i32 = 4;

/// A press on the number of a step.
#[derive(Default)]
struct Press {
    from: Option<(i32, i32)>,
    line: Option<LandingLine>,
}

/// The number of a step. A press on it selects the row; pulled, it takes along all that are selected with it.
pub fn handle(id: StepId, grid: Grid) -> El {
    let press = StoredValue::new(SendWrapper::new(Press::default()));
    let pressed = move |event: PointerEvent| {
        if event.button() == 0 {
            platform::hold_pointer(&event);
            press.update_value(|press| press.from = Some((event.client_x(), event.client_y())));
        }
    };
    let pulled = move |event: PointerEvent| {
        press.update_value(|press| {
            let Some((x, y)) = press.from else { return };
            let way = (event.client_x() - x).abs().max((event.client_y() - y).abs());
            if press.line.is_some() || way > STILL {
                // The line before goes first: the new one may be the same.
                press.line = None;
                press.line = LandingLine::at(&event);
            }
        });
    };
    let let_go = move |event: PointerEvent| {
        let Some(Press { from: Some(_), line }) =
            press.try_update_value(|press| std::mem::take(&mut **press))
        else {
            return;
        };
        match line.map(|line| line.row()) {
            Some(row) => land(grid, id, &row),
            None if event.shift_key() => grid.select_to(id, id),
            None => {
                let is_selected = grid.selected.with_untracked(|selected| selected.contains(&id));
                grid.select(id, !is_selected);
            }
        }
    };
    let cancel = move |_: PointerEvent| {
        _ = press.try_update_value(|press| std::mem::take(&mut **press));
    };
    el(html::Span)
        .class("grid__number")
        .attr(attr::Title, "Drag to move")
        .on(ev::pointerdown, pressed)
        .on(ev::pointermove, pulled)
        .on(ev::pointerup, let_go)
        .on(ev::pointercancel, cancel)
}

/// Puts what was dragged above the row of that name.
fn land(grid: Grid, id: StepId, row: &str) {
    let steps = grid.with_selected(id);
    let plan = grid.session.plan_now();
    let (to, before) = match (step_of(row), row) {
        (Some(before), _) => {
            let is_in =
                |audience: Audience| plan.sequences.of(audience).steps.iter().any(|step| step.id == before);
            (Audience::BOTH.into_iter().find(|audience| is_in(*audience)), Some(before))
        }
        (None, "new-customer") => (Some(Audience::Customer), None),
        (None, _) => (Some(Audience::Prospect), None),
    };
    if let Some(to) = to {
        grid.place(&steps, to, before);
    }
}
