//! A sequence as a grid: a row a step, with its dates; all else of a step opens under its row (B2-B8).
//!
//! It is a table with fields in it, so that listeners move about in it as in any other; keys do what they do in a
//! spreadsheet besides.

mod acts;

mod bar;

mod clipboard;

mod conditions;

mod details;

mod drag;

mod keys;

mod moved;

mod new_row;

mod row;

use leptos::prelude::*;

use super::choice::Chosen;
use super::sequence_table::Reason;
use super::who::who_options;
use super::{Options, event_options, is_long, word_options};
use crate::plan::{Audience, Channel, StepId};
use crate::platform;
use crate::schedule::Notice;
use crate::timeline::{Rail, Stop, rails};
use crate::ui::Session;
use crate::ui::element::{El, attr, el, ev, html};
use crate::ui::reactive::{Memo, Var, memo, var};
use crate::words;
use moved::Moved;

/// What the rows of one sequence share.
#[derive(Clone, Copy)]
struct Grid {
    session: Session,
    audience: Audience,
    steps: Memo<Vec<u32>>,
    selected: Var<Vec<StepId>>,
    /// Where selecting several began.
    anchor: StoredValue<Option<StepId>>,
    rails: Memo<Vec<Rail>>,
    /// The first step that waits for a start date.
    undated: Memo<Option<StepId>>,
    events: Memo<Options>,
    people: Memo<Options>,
    channels: Memo<Options>,
    moved: Moved,
    reason: Reason,
}

impl Grid {
    fn new(audience: Audience) -> Self {
        let session = Session::here();
        let stop = |facts: &crate::schedule::StepFacts| Stop {
            step: facts.step,
            fork: facts.fork.map(|fork| fork.step),
            depth: facts.depth,
        };
        let stops = move || session.schedule().steps(audience).iter().map(stop).collect::<Vec<_>>();
        let undated = move || {
            let schedule = session.schedule();
            let first = schedule.steps(audience).iter().find(|facts| facts.notice == Some(Notice::NoStart));
            first.map(|facts| facts.step)
        };
        Self {
            session,
            audience,
            steps: session.steps(audience),
            selected: var(Vec::new()),
            anchor: StoredValue::new(None),
            rails: memo(move || rails(&stops())),
            undated: memo(undated),
            events: memo(move || session.read(event_options)),
            people: memo(move || session.read(|plan| who_options(plan))),
            channels: memo(|| word_options(&Channel::ALL.map(words::channel))),
            moved: Moved::new(audience),
            reason: Reason::new(),
        }
    }

    /// The steps in their order.
    fn order(self) -> Vec<StepId> {
        self.steps.with_untracked(|steps| steps.iter().copied().map(StepId).collect())
    }

    /// Those that are selected, in their order; what has gone since does not count.
    fn selection(self) -> Vec<StepId> {
        let selected = self.selected.get_untracked();
        self.order().into_iter().filter(|id| selected.contains(id)).collect()
    }

    /// Those that are selected, if the step is one of them; else the step alone.
    fn with_selected(self, id: StepId) -> Vec<StepId> {
        let selection = self.selection();
        if selection.contains(&id) { selection } else { vec![id] }
    }

    fn select(self, id: StepId, is_selected: bool) {
        self.anchor.set_value(Some(id));
        self.selected.update(|selected| {
            selected.retain(|other| *other != id);
            if is_selected {
                selected.push(id);
            }
        });
    }

    /// Selects all from where selecting began to a step.
    fn select_to(self, from: StepId, to: StepId) {
        let order = self.order();
        let place = |id| order.iter().position(|other| *other == id);
        let began = self.anchor.get_value().filter(|id| place(*id).is_some()).unwrap_or(from);
        self.anchor.set_value(Some(began));
        if let (Some(one), Some(other)) = (place(began), place(to)) {
            self.selected.set(order[one.min(other)..=one.max(other)].to_vec());
        }
    }

    /// The name of the row in which the next step is typed.
    fn new_row(self) -> &'static str {
        match self.audience {
            Audience::Prospect => "new-prospect",
            Audience::Customer => "new-customer",
        }
    }
}

/// The name of the row of a step.
fn row_name(id: StepId) -> String {
    format!("step-{}", id.0)
}

/// The step whose row has that name.
fn step_of(row: &str) -> Option<StepId> {
    Some(StepId(row.strip_prefix("step-")?.parse().ok()?))
}

/// The channel of that name; none for an empty cell.
fn channel_from(chosen: &Chosen) -> Option<Channel> {
    let Chosen::Value(value) = chosen else { return None };
    Channel::ALL.into_iter().find(|channel| words::channel(*channel) == value)
}

/// The grid of a sequence.
pub fn sequence_grid(audience: Audience) -> El {
    let grid = Grid::new(audience);
    let name = format!("{} sequence", words::audience(audience));
    let column = |words: &'static str| {
        el(html::Th).attr(attr::Role, "columnheader").attr(attr::Scope, "col").child(words)
    };
    let head = el(html::Tr)
        .class("grid__head")
        .attr(attr::Role, "row")
        .child(["Step", "What", "When", "Due", "Who", "With"].map(column))
        .child(el(html::Td).attr(attr::Role, "cell"));
    let body = el(html::Tbody)
        .attr(attr::Role, "rowgroup")
        .for_each(grid.steps, move |number| row::row(StepId(number), grid));
    // The roles are said outright: rows are laid out as grids, which would take them away.
    let table = el(html::Table)
        .class(match audience {
            Audience::Prospect => "grid",
            Audience::Customer => "grid grid--customer",
        })
        .class(("grid--long", is_long(grid.steps)))
        .attr(attr::Role, "table")
        .aria_label(name)
        .child(el(html::Thead).attr(attr::Role, "rowgroup").child(head))
        .child(body)
        .child(el(html::Tfoot).attr(attr::Role, "rowgroup").child(new_row::new_row(grid)))
        .on(ev::keydown, move |event| keys::pressed(grid, &event))
        .on(ev::Custom::<web_sys::Event>::new(platform::SIGHT), move |event| {
            if let Some((row, is_seen)) = platform::row_in_sight(&event)
                && let Some(id) = step_of(&row)
            {
                grid.session.step(id).set_seen(is_seen);
            }
        })
        .on(ev::copy, move |event| clipboard::copy(grid, &event))
        .on(ev::paste, move |event| clipboard::paste(grid, &event));
    el(html::Div)
        .class("sequence")
        .child(table)
        .child(bar::bar(grid))
        .child(
            el(html::P)
                .class("visually-hidden")
                .attr(attr::AriaLive, "polite")
                .child(move || grid.moved.said()),
        )
        .child(grid.reason.note())
        .child(el(html::P).class("grid__keys").attr(attr::AriaHidden, "true").inner_html(KEYS))
}

/// The keys that are wanted most; all of them are told elsewhere.
const KEYS: &str = "<kbd>↑</kbd> <kbd>↓</kbd> row <kbd>Tab</kbd> cell <kbd>Enter</kbd> next row <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>?</kbd> all keys";
