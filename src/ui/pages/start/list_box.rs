//! The box in which a list is typed and becomes dates.

use leptos::prelude::*;

use super::chips::chips;
use super::rows::{readings, rows};
use super::typed_list::{SAMPLE, TYPED_LIST, TypedList};
use crate::plan::Audience;
use crate::ui::element::{El, attr, data, el, ev, html, prop};
use crate::ui::parts::{Look, button};
use crate::ui::reactive::memo;
use crate::ui::rest;
use crate::words;

const TITLE: &str = "What you do after somebody gets in touch";

/// The box, what is understood of the line one is in, and the button that makes it a plan.
pub fn list_box(typed: TypedList) -> El {
    on_cleanup(move || typed.stop_waiting());
    let counting =
        move || match typed.is_from_start() {
            true => "Every wait is counted from today, the start. Days are working days, Monday to Friday."
                .to_owned(),
            false => "Each wait is counted from the line before. Days are working days, Monday to Friday."
                .to_owned(),
        };
    let turn = move || match typed.is_from_start() {
        true => "Count each from the line before".to_owned(),
        false => "Count all from the start".to_owned(),
    };
    let turning = button(Look::Quiet, "", move || typed.turn_counting()).child(turn);
    let total = memo(move || total(typed));
    el(html::Section)
        .class("list")
        .attr(attr::AriaLabelledby, "list-title")
        .child(el(html::H2).attr(attr::Id, "list-title").child(TITLE))
        .child(
            el(html::P)
                .class("list__hint")
                .attr(attr::Id, "list-hint")
                .child("One line for each thing you do. Dates appear as you type: this is how a contact of today would run."),
        )
        .child(
            el(html::Div)
                .class("list__box")
                .child(el(html::Div).class("list__paper").child(rows(typed)).child(field(typed)))
                .child(el(html::P).class("list__total").child(move || match typed.is_sample() {
                    true => "An example. Write your own over it.".to_owned(),
                    false => total.get(),
                })),
        )
        .child(readings(typed))
        .child(chips(typed))
        .child(el(html::P).class("list__counting").child(el(html::Span).child(counting)).child(turning))
        .child(el(html::Div).class("list__time").child(move || in_time(typed)))
        .child(
            el(html::Div)
                .class("list__make")
                .child(
                    button(Look::Main, "Make it a plan", move || typed.make())
                        .attr(attr::AriaDescribedby, "list-away"),
                )
                .child(
                    el(html::P)
                        .class("list__away")
                        .attr(attr::Id, "list-away")
                        .child(move || typed.put_away()),
                )
                .child(
                    el(html::P)
                        .class("field__message")
                        .attr(attr::Id, "list-problem")
                        .attr(attr::AriaLive, "polite")
                        .child(move || typed.problem()),
                ),
        )
        .child(el(html::P).class("visually-hidden").attr(attr::AriaLive, "polite").child(spoken(typed)))
}

fn field(typed: TypedList) -> El {
    el(html::Textarea)
        .class("list__field")
        .attr(attr::Id, TYPED_LIST)
        .attr(attr::Rows, "1")
        .attr(attr::AriaLabelledby, "list-title")
        .attr(attr::AriaDescribedby, "list-hint list-problem")
        .attr(attr::Placeholder, SAMPLE)
        .attr(attr::Autocapitalize, "none")
        .attr(attr::Autocomplete, "off")
        // Its own way back is the browser's.
        .attr(data::Draft, "")
        .prop(prop::Value, move || typed.text())
        .on(ev::input, move |event| typed.typed(&event_target(&event)))
        .on(ev::keyup, move |event| typed.look(&event_target(&event)))
        .on(ev::click, move |event| typed.look(&event_target(&event)))
        .on(ev::focus, move |event| typed.entered(&event_target(&event)))
        .on(ev::blur, move |_| typed.left())
        .on(ev::keydown, move |event| typed.pressed(&event))
}

/// The steps as a picture of time, as far as they can be told apart in one.
fn in_time(typed: TypedList) -> AnyView {
    const MOST: usize = 40;
    let read = typed.read();
    let picture = match &read.plan {
        Ok(plan) if (1..=MOST).contains(&read.list.entries.len()) => rest::here()
            .and_then(|rest| (rest.picture)(plan, &read.schedule, typed.today(), Audience::Prospect)),
        _ => None,
    };
    picture.unwrap_or_else(|| el(html::Div)).into_any()
}

fn total(typed: TypedList) -> String {
    let read = typed.read();
    match read.list.entries.len() {
        0 => String::new(),
        _ if read.list.beyond > 0 => words::list_too_long(read.list.beyond),
        count => {
            let days: Vec<_> =
                read.schedule.steps(Audience::Prospect).iter().filter_map(|facts| facts.due).collect();
            words::list_span(count, days.iter().min().copied().zip(days.iter().max().copied()))
        }
    }
}

/// What is said of the line one is in, once the typing has rested.
fn spoken(typed: TypedList) -> impl Fn() -> String + Send + Sync + 'static {
    let said = memo(move || {
        if !typed.is_rested() {
            return None;
        }
        let line = typed.entry(|read, entry| {
            let due = read.schedule.step(entry.step.id).and_then(|facts| facts.due);
            due.map(|due| format!("{}: {}. ", entry.step.what, words::day_and_year(due)))
        });
        Some(format!("{}{}", line.flatten().unwrap_or_default(), total(typed)))
    });
    move || said.get().unwrap_or_default()
}
