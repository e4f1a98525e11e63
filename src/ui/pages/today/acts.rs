//! What is done with lines of the list: one, or all that are selected, as one change.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::line::line_id;
use super::list::Lines;
use crate::agenda::{Act, Item};
use crate::platform;
use crate::ui::element::{attr, el, html, show};
use crate::ui::parts::{Look, button};
use crate::words;

/// Does something with lines, as one change that undo takes back. What cannot be done says why.
#[inline(never)]
pub fn act(lines: Lines, which: &[u32], act: Act) {
    let session = lines.session;
    let (whole, on) = (session.whole_now(), session.today_now());
    let items = lines.items_now(which);
    if let (Act::Done(None), [item]) = (act, &items[..])
        && item.asks_outcome(&whole)
    {
        ask_outcome(lines, which[0]);
        return;
    }
    let next = which.last().and_then(|last| lines.neighbour(*last, true));
    let before = which.first().and_then(|first| lines.neighbour(*first, false));
    let edits: Vec<_> = items.iter().filter_map(|item| item.edits(&whole, act, on)).flatten().collect();
    if edits.is_empty() {
        return session.announce("This cannot be done with this line. Open it to see what can.");
    }
    let said = match &items[..] {
        [item] => words::acted(&whole, item, act),
        items => words::acted_on_lines(items.len(), act),
    };
    match session.change_together(edits, said) {
        Ok(()) => {
            lines.selected.set(Vec::new());
            lines.open.set(None);
            let places = which.first().copied().into_iter().chain(next).chain(before).map(line_id);
            let places: Vec<String> = places.map(|id| format!("#{id}")).collect();
            request_animation_frame(move || {
                places.iter().map(String::as_str).chain(["main h1"]).for_each(platform::focus_if_lost);
            });
        }
        Err(problem) => session.announce(problem),
    }
}

/// Where the sequence parts, what came of a step is said before it is done.
fn ask_outcome(lines: Lines, line: u32) {
    lines.open.set(Some(line));
    lines.session.announce("What comes next depends on what came of it. Choose that first.");
    request_animation_frame(move || platform::focus(".today__line--open select"));
}

/// Selects a line, or no longer.
#[inline(never)]
pub fn select_line(lines: Lines, line: u32) {
    lines.selected.update(|selected| match selected.iter().position(|known| *known == line) {
        Some(at) => _ = selected.remove(at),
        None => selected.push(line),
    });
}

/// What there is to say to somebody, with the name filled in; none where nothing is written down.
pub fn message(lines: Lines, item: &Item) -> Option<String> {
    let whole = lines.session.whole_now();
    words::message(&whole, item)
}

/// Copies what there is to say.
#[inline(never)]
pub fn copy_message(lines: Lines, line: u32) {
    let session = lines.session;
    let Some(text) = lines.items_now(&[line]).first().and_then(|item| message(lines, item)) else {
        return session.announce("There is no message to copy. Write one under “More” of the step.");
    };
    spawn_local(async move {
        session.announce(match platform::copy(&text).await {
            true => "Copied.",
            false => "The browser did not let it be copied. Select the text and copy it by hand.",
        });
    });
}

/// The bar while lines are selected.
pub fn bar(lines: Lines) -> AnyView {
    let content = move || {
        let on_all = move |words: &'static str, what: Act| {
            button(Look::Quiet, words, move || act(lines, &untrack(|| lines.selection()), what))
        };
        let next_day = move || {
            let selection = untrack(|| lines.selection());
            let forecasts = untrack(|| lines.session.forecasts());
            let days = lines.items_now(&selection);
            let next = days.iter().filter_map(|item| forecasts.next_day(item)).max();
            next.into_iter().for_each(|to| act(lines, &selection, Act::PutOff(to)));
        };
        el(html::Div)
            .class("grid-bar")
            .attr(attr::Role, "group")
            .aria_label("Selected lines")
            .child(
                el(html::Strong)
                    .class("grid-bar__count")
                    .attr(attr::AriaLive, "polite")
                    .child(move || words::count(lines.selection().len(), "line")),
            )
            .child(on_all("Done", Act::Done(None)))
            .child(on_all("Tried in vain", Act::Tried))
            .child(button(Look::Quiet, "Next working day", next_day))
            .child(on_all("Skip", Act::Skip))
            .child(button(Look::Quiet, "Select none", move || lines.selected.set(Vec::new())))
    };
    show(move || !lines.selection().is_empty(), content)
}
