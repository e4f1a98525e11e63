//! What keys do in the rows. In a field all that belongs to writing keeps its ordinary meaning.

use web_sys::KeyboardEvent;

use super::{Grid, row_name, step_of};
use crate::plan::StepId;
use crate::platform;
use crate::workshop::Shift;

/// A key that was pressed somewhere in the grid.
pub fn pressed(grid: Grid, event: &KeyboardEvent) {
    if event.default_prevented() || event.is_composing() {
        return;
    }
    let Some((row, cell)) = platform::cell_of(event) else { return };
    let is_done = match step_of(&row) {
        Some(id) => in_row(grid, event, id, &cell),
        None => in_new_row(grid, event),
    };
    if is_done {
        event.prevent_default();
    }
}

/// Whether the key meant something.
fn in_row(grid: Grid, event: &KeyboardEvent, id: StepId, cell: &str) -> bool {
    let is_command = event.ctrl_key() || event.meta_key();
    let is_tick = cell == "tick";
    let is_button = matches!(cell, "due" | "more");
    match (event.key().as_str(), is_command, event.alt_key(), event.shift_key()) {
        ("ArrowUp", false, false, false) => go(grid, id, cell, Shift::Up),
        ("ArrowDown", false, false, false) => go(grid, id, cell, Shift::Down),
        ("ArrowUp", false, true, false) => shift(grid, id, cell, Shift::Up),
        ("ArrowDown", false, true, false) => shift(grid, id, cell, Shift::Down),
        ("ArrowUp", false, false, true) if is_tick => extend(grid, id, Shift::Up),
        ("ArrowDown", false, false, true) if is_tick => extend(grid, id, Shift::Down),
        ("Enter", false, false, false) if !is_button => go(grid, id, cell, Shift::Down),
        // A line has no lines of its own.
        ("Enter", false, false, true) => {}
        ("ArrowRight", false, false, false) if is_tick => platform::open_cell(&row_name(id), true),
        ("ArrowLeft", false, false, false) if is_tick => platform::open_cell(&row_name(id), false),
        ("d" | "D", true, false, false) => {
            platform::take_draft();
            grid.duplicate(&grid.with_selected(id));
        }
        ("Delete", false, false, false) if is_tick || is_button => grid.remove(&grid.with_selected(id)),
        ("Escape", false, false, false) if !grid.selection().is_empty() => grid.clear_selection(),
        _ => return false,
    }
    true
}

fn in_new_row(grid: Grid, event: &KeyboardEvent) -> bool {
    let is_up = event.key() == "ArrowUp" && !event.alt_key() && !event.shift_key();
    match grid.order().last().filter(|_| is_up) {
        Some(id) => platform::focus_cell(&row_name(*id), "what"),
        None => return false,
    }
    true
}

/// The row above or below; below the last stands the one for the next step.
fn row_beside(grid: Grid, id: StepId, way: Shift) -> Option<StepId> {
    let order = grid.order();
    let at = order.iter().position(|other| *other == id)?;
    match way {
        Shift::Up => Some(order[at.checked_sub(1)?]),
        Shift::Down => order.get(at + 1).copied(),
    }
}

fn go(grid: Grid, id: StepId, cell: &str, way: Shift) {
    match (row_beside(grid, id, way), way) {
        // Where there is no date yet there is none to go to.
        (Some(next), _) => platform::focus_cell(&row_name(next), cell),
        (None, Shift::Down) => platform::focus_cell(grid.new_row(), "new"),
        (None, Shift::Up) => {}
    }
}

fn shift(grid: Grid, id: StepId, cell: &str, way: Shift) {
    platform::take_draft();
    grid.shift(&grid.with_selected(id), way, Some((id, cell)));
}

/// Selects the row above or below as well, and goes there.
fn extend(grid: Grid, id: StepId, way: Shift) {
    if let Some(next) = row_beside(grid, id, way) {
        grid.select_to(id, next);
        platform::focus_cell(&row_name(next), "tick");
    }
}
