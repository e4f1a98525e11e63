//! What can be done with all rows that are selected.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::choice::{Choice, choice_cell};
use super::super::{Look, button};
use super::Grid;
use crate::ui::element::{attr, el, html, show};
use crate::words;
use crate::workshop::Shift;

/// The bar, while something is selected.
pub fn bar(grid: Grid) -> AnyView {
    let count = move || {
        let selected = grid.selected.get();
        grid.steps
            .with(|steps| steps.iter().filter(|id| selected.iter().any(|other| other.0 == **id)).count())
    };
    let content = move || {
        let act = move |words: &'static str, act: fn(Grid)| button(Look::Quiet, words, move || act(grid));
        let other = grid.audience.other();
        let hand_over = move || {
            grid.place(&grid.selection(), other, None);
        };
        el(html::Div)
            .class("grid-bar")
            .attr(attr::Role, "group")
            .aria_label("Selected steps")
            .child(
                el(html::Strong)
                    .class("grid-bar__count")
                    .attr(attr::AriaLive, "polite")
                    .child(move || words::count(count(), "step")),
            )
            .child(act("↑ Move up", |grid| grid.shift(&grid.selection(), Shift::Up, None)))
            .child(act("↓ Move down", |grid| grid.shift(&grid.selection(), Shift::Down, None)))
            .child(choice_cell(who(grid)).class("cell choice grid-bar__choice"))
            .child(choice_cell(channel(grid)).class("cell choice grid-bar__choice"))
            .child(button(Look::Quiet, format!("Move to {}s", words::lower(other)), hand_over))
            .child(act("Duplicate", |grid| grid.duplicate(&grid.selection())))
            .child(
                act("Remove", |grid| grid.remove(&grid.selection()))
                    .class("button button--small button--quiet grid-bar__remove"),
            )
            .child(act("Select none", Grid::clear_selection))
    };
    show(move || count() > 0, content)
}

fn who(grid: Grid) -> Choice {
    Choice {
        label: "Who, for all that are selected",
        cell: "bar",
        hint: "Who…",
        value: Arc::new(String::new),
        options: grid.people,
        takes_new: true,
        choose: Arc::new(move |chosen| grid.give_selected(chosen)),
    }
}

fn channel(grid: Grid) -> Choice {
    Choice {
        label: "Channel, for all that are selected",
        cell: "bar",
        hint: "Channel…",
        value: Arc::new(String::new),
        options: grid.channels,
        takes_new: false,
        choose: Arc::new(move |chosen| grid.channel_selected(&chosen)),
    }
}
