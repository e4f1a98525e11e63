//! Rows copied to a spreadsheet, and lines or cells pasted from one.

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use super::{Grid, new_row, step_of};
use crate::plan::StepId;
use crate::platform;
use crate::words;

/// Copies the rows that are selected, as cells; in a field marked text is copied as everywhere.
pub fn copy(grid: Grid, event: &ClipboardEvent) {
    let place = platform::cell_of(event);
    let is_on_tick = place.as_ref().is_some_and(|(_, cell)| cell == "tick");
    if !is_on_tick && platform::has_marked_text() {
        return;
    }
    let steps = match (grid.selection(), place.and_then(|(row, _)| step_of(&row)).filter(|_| is_on_tick)) {
        (selection, Some(id)) if selection.is_empty() => vec![id],
        (selection, _) => selection,
    };
    let text = table(grid, &steps);
    if !steps.is_empty() && platform::copy_text(event, &text) {
        grid.session.announce(format!("{} copied.", words::count(steps.len(), "step")));
        grid.session.remember(text, steps);
    }
}

fn table(grid: Grid, steps: &[StepId]) -> String {
    let (plan, schedule) = (grid.session.plan_now(), untrack(|| grid.session.schedule()));
    let row = |id: &StepId| {
        let (step, facts) = (plan.step(*id)?, schedule.step(*id)?);
        Some((words::row(&plan, step, facts), facts.fork))
    };
    words::table(&steps.iter().filter_map(row).collect::<Vec<_>>())
}

/// Makes a row of each line that is pasted, below the row it is pasted into. A single line goes into the field. Rows that
/// were copied here come as they were, with all that opens under them.
pub fn paste(grid: Grid, event: &ClipboardEvent) {
    let Some((row, _)) = platform::cell_of(event) else { return };
    let Some(text) = platform::pasted_text(event).filter(|text| text.trim_end().contains(['\n', '\t']))
    else {
        return;
    };
    event.prevent_default();
    let order = grid.order();
    let at = step_of(&row).and_then(|id| order.iter().position(|other| *other == id));
    let before = at.and_then(|at| order.get(at + 1).copied());
    let text = text.replace("\r\n", "\n");
    let outcome = match grid.session.remembered(&text) {
        Some(steps) => new_row::add_carried(grid, &steps, before),
        None => new_row::add_lines(grid, &text, before),
    };
    if let Err(problem) = outcome {
        grid.session.announce(problem);
    }
}
