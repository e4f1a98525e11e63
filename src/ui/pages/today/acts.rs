//! What is done with lines of the list: one, or all that are selected, as one change.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::line::line_id;
use super::list::Lines;
use crate::agenda::Act;
use crate::platform;
use crate::ui::element::{attr, el, html, show};
use crate::ui::parts::{Look, button};
use crate::words;

/// Does something with lines today, as one change that undo takes back. What cannot be done says why.
#[inline(never)]
pub fn act(lines: Lines, which: &[u32], act: Act) {
    act_on(lines, which, act, lines.session.today_now());
}

/// The same, on another day.
#[inline(never)]
pub fn act_on(lines: Lines, which: &[u32], act: Act, on: NaiveDate) {
    let session = lines.session;
    let whole = session.whole_now();
    let mut taken = act.with(&whole, &lines.items_now(which), on);
    if taken.done.is_empty() {
        return match which {
            [line] if taken.asked > 0 => ask_outcome(lines, *line),
            _ => session.announce(words::not_acted(&taken)),
        };
    }
    let next = which.last().and_then(|last| lines.neighbour(*last, true));
    let before = which.first().and_then(|first| lines.neighbour(*first, false));
    let said = words::acted(&whole, &taken, act);
    match session.change_together(std::mem::take(&mut taken.edits), said) {
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

/// Copies what there is to say.
#[inline(never)]
pub fn copy_message(lines: Lines, line: u32) {
    let session = lines.session;
    let whole = session.whole_now();
    let Some(text) = lines.items_now(&[line]).first().and_then(|item| words::message(&whole, item)) else {
        return session
            .announce("There is no message to copy. Write one in the notes of the step, on step 5.");
    };
    spawn_local(async move {
        session.announce(match (platform::copy(&text).await, words::left_open(&text)) {
            (true, open) if open.is_empty() => "Copied.".to_owned(),
            (true, open) => format!("Copied. Fill in {open} before it goes out."),
            (false, _) => {
                "The browser did not let it be copied. Select the text and copy it by hand.".to_owned()
            }
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
