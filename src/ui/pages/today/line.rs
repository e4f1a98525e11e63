//! One line of the list: a step for somebody, with what opens under it.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::acts::{act, copy_message, select_line};
use super::list::Lines;
use super::opened::opened;
use crate::agenda::{Act, Forecasts, Item, Work};
use crate::plan::Audience;
use crate::platform;
use crate::roster::Exit;
use crate::ui::Route;
use crate::ui::element::{El, attr, data, el, ev, html, prop};
use crate::ui::parts::step_number;
use crate::words;

/// What a line says.
#[derive(Clone, Default, PartialEq)]
struct Said {
    what: String,
    name: String,
    channel: String,
    who: String,
    when: String,
    is_late: bool,
    step: Option<(Audience, usize)>,
}

impl Said {
    fn of(forecasts: &Forecasts, item: &Item) -> Self {
        let (whole, today) = (forecasts.workspace(), forecasts.today());
        let contact = whole.roster.contact(item.contact);
        let step = match item.work {
            Work::Step { audience, number, .. } | Work::Decide { audience, number, .. } => {
                Some((audience, number))
            }
            Work::Answer(_) | Work::ComeBack(_) => None,
        };
        let attempt = words::attempt(whole, item).filter(|_| item.standing.late_since().is_none());
        Self {
            what: words::work(whole, item),
            name: contact.map(|contact| contact.name.to_string()).unwrap_or_default(),
            channel: item.channel.map(|channel| words::channel(channel).to_owned()).unwrap_or_default(),
            who: item.who.map(|who| words::responsible(&whole.plan, who)).unwrap_or_default(),
            when: match (attempt, item.due <= today) {
                (Some(attempt), true) => attempt,
                _ => words::standing(item, today),
            },
            is_late: item.standing.late_since().is_some(),
            step,
        }
    }
}

/// The id of the button that opens a line.
pub fn line_id(line: u32) -> String {
    format!("line-{line}")
}

/// The row.
pub fn line(lines: Lines, line: u32) -> El {
    let said = lines.told(line, Said::of);
    let contact = lines.items_now(&[line]).first().map(|item| item.contact);
    let is_open = move || lines.open.get() == Some(line);
    let is_selected = move || lines.selected.with(|selected| selected.contains(&line));
    let toggle = move || lines.open.update(|open| *open = (*open != Some(line)).then_some(line));
    let tick = el(html::Input)
        .attr(attr::Type, "checkbox")
        .aria_label(move || said.with(|said| format!("Select: {}, {}", said.what, said.name)))
        .prop(prop::Checked, is_selected)
        .on(ev::change, move |_| select_line(lines, line));
    let what = el(html::Button)
        .class("today__what")
        .attr(attr::Type, "button")
        .attr(attr::Id, line_id(line))
        .attr(attr::AriaExpanded, move || Some(is_open().to_string()))
        .on(ev::click, move |_| toggle())
        .child(move || said.with(|said| said.what.clone()));
    let name = contact.map(|contact| {
        el(html::A)
            .class("today__name")
            .attr(attr::Href, Route::Person(contact).href())
            .child(move || said.with(|said| said.name.clone()))
    });
    let when = move || said.with(|said| said.when.clone());
    el(html::Li)
        .class("today__line")
        .class(("today__line--late", move || said.with(|said| said.is_late)))
        .class(("today__line--open", is_open))
        .on(ev::keydown, move |event| on_key(lines, line, &event))
        .child(el(html::Label).class("today__tick").child(tick))
        .child(move || match said.with(|said| said.step) {
            Some((audience, number)) => step_number(audience, number).into_any(),
            // An answer, or what is taken up again.
            None => el(html::Span)
                .class("worklist__number worklist__number--none")
                .attr(attr::AriaHidden, "true")
                .child("↩")
                .into_any(),
        })
        .child(what)
        .child(name)
        .child(
            el(html::Span)
                .class("today__channel")
                .attr(data::Channel, move || said.with(|said| said.channel.clone()))
                .child(move || said.with(|said| said.channel.clone())),
        )
        .child(el(html::Span).class("today__who").child(move || said.with(|said| said.who.clone())))
        .child(el(html::Span).class("today__when").child(when))
        .show(is_open, move || opened(lines, line))
}

/// Letters act on the line that has the focus, and never while something is typed.
#[inline(never)]
fn on_key(lines: Lines, line: u32, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
        return;
    }
    let is_on_line = platform::is_focus_on(".today__what, .today__tick input, .today__name");
    // What is selected is done together, as by the bar.
    let selection = untrack(|| lines.selection());
    let which = if selection.is_empty() { vec![line] } else { selection };
    let focus = |to: Option<u32>| to.into_iter().for_each(|to| platform::focus(&format!("#{}", line_id(to))));
    match event.key().as_str() {
        "Escape" if untrack(|| lines.open.get()) == Some(line) => {
            lines.open.set(None);
            focus(Some(line));
        }
        _ if !is_on_line => return,
        "ArrowDown" => focus(lines.neighbour(line, true)),
        "ArrowUp" => focus(lines.neighbour(line, false)),
        "d" => act(lines, &which, Act::Done(None)),
        "t" => act(lines, &which, Act::Tried),
        "s" => act(lines, &which, Act::Skip),
        "b" => act(lines, &[line], Act::Exit(Exit::Bought(None))),
        "c" => copy_message(lines, line),
        "x" => select_line(lines, line),
        "o" => {
            lines.open.set(Some(line));
            request_animation_frame(move || platform::focus(".today__line--open input[type=date]"));
        }
        _ => return,
    }
    event.prevent_default();
}
