//! The lines of a list as they are understood: painted behind what is typed, and told beside it.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::typed_list::{Read, TypedList};
use crate::calendar::sort_by_number;
use crate::ui::element::{El, attr, el, html};
use crate::ui::reactive::{Memo, memo};
use crate::words;
use crate::workshop::PartKind;

/// What a line comes to.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    number: usize,
    due: Option<NaiveDate>,
    what: String,
    channel: &'static str,
    how: String,
    who: String,
    is_doubted: bool,
}

/// The lines, as many as the text has, painted behind it; beside each what it comes to. For the eye only.
pub fn rows(typed: TypedList) -> El {
    let lines = memo(move || numbers(typed.shown().text.matches('\n').count() + 1));
    let rows = el(html::Div).class("list__rows").class(("list__rows--sample", move || typed.is_sample()));
    rows.attr(attr::AriaHidden, "true").for_each(lines, move |line| {
        let line = at(line);
        let painted = memo(move || paint(typed, line));
        let told = memo(move || {
            let shown = typed.shown();
            let at = shown.list.entries.iter().position(|entry| entry.line == line)?;
            tell(typed, &shown, at)
        });
        let pieces = move || {
            let piece = |(class, words): (&'static str, String)| el(html::Span).class(class).child(words);
            let pieces = painted.get().into_iter().map(piece).collect::<Vec<_>>();
            el(html::Div).class("list__line").child(pieces).into_any()
        };
        el(html::Div).class("list__row").child(pieces).child(move || reading(el(html::Div), told))
    })
}

/// What the list comes to, step by step: for those who listen, and beneath the field where there is no room beside it.
pub fn readings(typed: TypedList) -> El {
    let steps = memo(move || numbers(typed.read().list.entries.len()));
    el(html::Ol).class("list__readings").aria_label("What it comes to").for_each(steps, move |step| {
        let told = memo(move || tell(typed, &typed.read(), at(step)));
        el(html::Li).child(move || reading(el(html::Div), told))
    })
}

fn numbers(count: usize) -> Vec<u32> {
    (0..u32::try_from(count).unwrap_or(u32::MAX)).collect()
}

fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn reading(place: El, told: Memo<Option<Told>>) -> AnyView {
    let Some(told) = told.get() else { return place.into_any() };
    let part = |class: &'static str, words: String| el(html::Span).class(class).child(words);
    let channel =
        (!told.channel.is_empty()).then(|| part("reading__channel", format!("{} · ", told.channel)));
    let how = el(html::Span).class("reading__how").child(channel).child(told.how);
    let doubted = part("reading__doubt", "Something is not understood. ".to_owned());
    place
        .class("reading")
        .child(part("reading__number", format!("{} ", told.number)))
        .child(part("reading__day", told.due.map(words::short_day).unwrap_or_default()))
        .child(
            el(html::Span)
                .class("reading__what")
                .child(part("reading__name", if told.what.is_empty() { "…".to_owned() } else { told.what }))
                .child(told.is_doubted.then_some(doubted))
                .child(how),
        )
        .child(part("reading__who", told.who))
        .into_any()
}

/// The pieces of a line, each with the class that marks it; behind the caret what could follow.
fn paint(typed: TypedList, line: usize) -> Vec<(&'static str, String)> {
    let read = typed.shown();
    let text = read.text.as_str();
    let starts = || std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let Some(start) = starts().nth(line) else { return Vec::new() };
    let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let is_here = typed.line() == line;
    let mut marks = Vec::new();
    if let Some(entry) = read.list.entries.iter().find(|entry| entry.line == line) {
        let class = |kind| match kind {
            PartKind::Channel => "list__channel",
            PartKind::Wait => "list__wait",
            PartKind::Person => "list__person",
            PartKind::Condition => "list__condition",
        };
        marks.extend(entry.parts.iter().map(|part| (part.place.clone(), class(part.kind))));
        if typed.is_settled(line) {
            marks.extend(entry.doubts.iter().map(|doubt| (doubt.place.clone(), "list__doubt")));
        }
    }
    sort_by_number(&mut marks, |(place, _)| i64::try_from(place.start).unwrap_or(i64::MAX));
    let mut pieces = Vec::new();
    let mut from = start;
    for (place, class) in marks.into_iter().filter(|(place, _)| place.end <= end) {
        if place.start >= from {
            pieces.push(("", text[from..place.start].to_owned()));
            pieces.push((class, text[place.clone()].to_owned()));
            from = place.end;
        }
    }
    pieces.push(("", text[from..end].to_owned()));
    if let Some(offer) = typed.offer().filter(|_| is_here) {
        pieces.push(("list__offer", offer.to_owned()));
    }
    pieces
}

fn tell(typed: TypedList, read: &Read, at: usize) -> Option<Told> {
    let entry = read.list.entries.get(at)?;
    let plan = read.plan.as_ref().ok()?;
    let facts = read.schedule.step(entry.step.id)?;
    let wait = words::wait(plan, facts);
    let wait = if entry.is_wait_said || at == 0 { wait } else { format!("{wait}, as usual") };
    let condition = words::condition(facts);
    let how = if condition.is_empty() { wait } else { format!("{condition} · {wait}") };
    Some(Told {
        number: facts.number,
        due: facts.due,
        what: entry.step.what.to_string(),
        channel: entry.step.channel.map(words::channel).unwrap_or_default(),
        how,
        who: entry.step.who.map(|who| words::responsible(plan, who)).unwrap_or_default(),
        is_doubted: !entry.doubts.is_empty() && typed.is_settled(entry.line),
    })
}
