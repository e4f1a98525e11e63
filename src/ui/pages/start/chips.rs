//! What is understood of the line somebody is in, and how to put it right.

use leptos::prelude::*;

use super::typed_list::{Read, TYPED_LIST, TypedList};
use crate::plan::{Channel, Outcome, Responsible};
use crate::platform;
use crate::ui::element::{El, attr, el, html, show as show_while};
use crate::ui::parts::{Look, Options, button, select};
use crate::ui::reactive::memo;
use crate::words;
use crate::workshop::{Doubt, Entry, PartKind, Replacement};

/// A choice that takes the words for words alone.
const NOTHING: &str = "";

/// The parts of that line, each a choice, and what of it is not understood.
pub fn chips(typed: TypedList) -> El {
    let number = move || typed.entry(number);
    let name =
        move || number().map(|number| format!("Step {number}, as it is understood")).unwrap_or_default();
    let content = move || {
        el(html::Div)
            .class("chips__choices")
            .child(chip(typed, "Channel", "chip chip--channel", PartKind::Channel, channels))
            .child(chip(typed, "When", "chip chip--wait", PartKind::Wait, waits))
            .child(chip(typed, "Who", "chip chip--person", PartKind::Person, people))
            .child(show_while(
                move || number().is_some_and(|number| number > 1),
                move || chip(typed, "Only if", "chip chip--condition", PartKind::Condition, conditions),
            ))
    };
    el(html::Div)
        .class("chips")
        .attr(attr::Role, "group")
        .aria_label(name)
        .show(move || number().is_some(), content)
        .child(doubts(typed))
}

fn number(read: &Read, entry: &Entry) -> usize {
    read.list.entries.iter().position(|it| it.line == entry.line).map_or(0, |at| at + 1)
}

/// What one kind of part can be, and which of it the line says: what is typed for each, with its words.
type Offered = fn(&Read, &Entry) -> (String, Options);

fn chip(typed: TypedList, label: &'static str, class: &'static str, kind: PartKind, offered: Offered) -> El {
    let shown = memo(move || typed.entry(offered).unwrap_or_default());
    let options = memo(move || shown.with(|(_, options)| options.clone()));
    let choose = move |chosen: String| {
        let words = Some(chosen.as_str()).filter(|words| *words != NOTHING);
        if let Some(change) = untrack(|| typed.entry(|read, entry| entry.amended(&read.text, kind, words))) {
            typed.write(change);
        }
    };
    el(html::Div).class(class).child(select(
        label,
        move || shown.with(|(value, _)| value.clone()),
        move || options.get(),
        choose,
    ))
}

fn options(none: &str, offered: impl Iterator<Item = (String, String)>) -> Options {
    std::iter::once((NOTHING.to_owned(), none.to_owned())).chain(offered).collect()
}

fn channels(_: &Read, entry: &Entry) -> (String, Options) {
    let value = entry.step.channel.map(words::channel_typed).unwrap_or(NOTHING);
    let all = Channel::ALL.into_iter();
    let all =
        all.map(|channel| (words::channel_typed(channel).to_owned(), words::channel(channel).to_owned()));
    (value.to_owned(), options("None", all))
}

fn waits(read: &Read, entry: &Entry) -> (String, Options) {
    let said = entry.part(PartKind::Wait).map(|part| read.text[part.place.clone()].to_owned());
    let of_line = said.iter().filter(|said| !words::USUAL_WAITS.contains(&said.as_str())).cloned();
    let all = of_line.chain(words::USUAL_WAITS.map(str::to_owned)).map(|words| (words.clone(), words));
    let all = options("As usual", all);
    (said.unwrap_or_default(), all)
}

fn people(read: &Read, entry: &Entry) -> (String, Options) {
    let Ok(plan) = &read.plan else { return Default::default() };
    let typed = |who| match who {
        Responsible::Person(_) => format!("@{}", words::who_typed(plan, who)),
        role => words::who_typed(plan, role),
    };
    let people = plan.people.iter().map(|person| Responsible::Person(person.id));
    let all =
        Responsible::ROLES.into_iter().chain(people).map(|who| (typed(who), words::responsible(plan, who)));
    (entry.step.who.map(typed).unwrap_or_default(), options("Nobody yet", all))
}

fn conditions(read: &Read, entry: &Entry) -> (String, Options) {
    let fork = read.schedule.step(entry.step.id).and_then(|facts| facts.fork);
    let value = fork.map(|fork| words::outcome_typed(fork.outcome)).unwrap_or(NOTHING);
    let all = Outcome::ALL.into_iter();
    let all =
        all.map(|outcome| (words::outcome_typed(outcome).to_owned(), words::outcome(outcome).to_owned()));
    (value.to_owned(), options("Always", all))
}

/// What is not understood of the line, with what would put it right; told once the typing has rested.
fn doubts(typed: TypedList) -> El {
    let told = memo(move || {
        if !typed.is_rested() {
            return Vec::new();
        }
        let told = typed.entry(|read, entry| {
            let told = |doubt: &Doubt| (words::list_doubt(&read.text, doubt), doubt.hints.clone());
            entry.doubts.iter().map(told).collect::<Vec<_>>()
        });
        told.unwrap_or_default()
    });
    let shown = move || {
        let doubt = |(words, hints): (String, Vec<Replacement>)| {
            let hint = |hint: Replacement| {
                let words = format!("Write “{}”", hint.words);
                button(Look::Small, words, move || {
                    typed.write(hint.clone());
                    platform::focus(&format!("#{}", TYPED_LIST));
                })
            };
            el(html::Div)
                .class("chips__doubt")
                .child(el(html::P).child(words))
                .child(hints.into_iter().map(hint).collect::<Vec<_>>())
        };
        el(html::Div).child(told.get().into_iter().map(doubt).collect::<Vec<_>>()).into_any()
    };
    el(html::Div).attr(attr::AriaLive, "polite").child(shown)
}
