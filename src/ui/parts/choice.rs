//! A cell in which one of several is chosen by writing the beginning of its name, or from the list under it.
//!
//! The list opens on a press and on typing; what is marked in it is taken on Enter and on leaving the cell. Escape leaves
//! everything as it was. A name that is not in the list can be offered as a new one.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::{Options, unique_id};
use crate::plan::{Line, in_plain_letters, in_small_letters};
use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, Live, attr, data, el, ev, html, prop};
use crate::ui::reactive::{Memo, Var, var};

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing: the cell was emptied.
    Nothing,
    /// One of the options, by its value.
    Value(String),
    /// Something new, by its name.
    New(Line),
}

/// What a cell offers and where it puts what is chosen.
#[derive(Clone)]
pub struct Choice {
    /// What it is called.
    pub label: &'static str,
    /// The name by which keys find it.
    pub cell: &'static str,
    /// What it says while nothing is typed; empty where the cell is.
    pub hint: &'static str,
    /// What the plan holds, in words.
    pub value: Live<String>,
    /// What can be chosen.
    pub options: Memo<Options>,
    /// Whether a name that is not there can be added.
    pub takes_new: bool,
    /// Takes it into the plan.
    pub choose: Arc<dyn Fn(Chosen) + Send + Sync>,
}

#[derive(Clone)]
struct Choosing {
    session: Session,
    choice: Choice,
    id: String,
    /// What is typed; none while the plan's value is shown.
    typed: Var<Option<String>>,
    is_open: Var<bool>,
    /// Which of those on offer is marked.
    marked: Var<Option<usize>>,
}

impl Choosing {
    /// What fits the typing: first what begins so, then what holds it, then the new name.
    fn offers(&self, typed: &str) -> Vec<(Chosen, String)> {
        let whole = in_small_letters(typed.trim());
        let sought = in_plain_letters(typed.trim());
        let offer = |(value, words): &(String, String)| (Chosen::Value(value.clone()), words.clone());
        let (mut offers, mut later) = (Vec::new(), Vec::new());
        let mut is_known = sought.is_empty();
        for option in &self.choice.options.get_untracked() {
            is_known |= in_small_letters(&option.1) == whole;
            let words = in_plain_letters(&option.1);
            if words.starts_with(&sought) {
                offers.push(offer(option));
            } else if words.contains(&sought) {
                later.push(offer(option));
            }
        }
        offers.extend(later);
        if let Ok(name) = Line::parse(typed.trim())
            && self.choice.takes_new
            && !is_known
        {
            let words = format!("Add “{name}”");
            offers.push((Chosen::New(name), words));
        }
        offers
    }

    fn offered(&self) -> Vec<(Chosen, String)> {
        self.offers(self.typed.get_untracked().as_deref().unwrap_or_default())
    }

    fn type_in(&self, text: String) {
        let has_offer = !text.trim().is_empty() && !self.offers(&text).is_empty();
        self.typed.set(Some(text));
        self.marked.set(has_offer.then_some(0));
        self.is_open.set(true);
    }

    fn mark(&self, forward: bool) {
        let count = self.offered().len();
        let next = |marked: Option<usize>| match (marked, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        if count > 0 {
            self.marked.update(|marked| *marked = Some(next(*marked)));
        }
    }

    fn close(&self) {
        // The page may be gone already.
        self.typed.set(None);
        self.marked.set(None);
        self.is_open.set(false);
    }

    /// Takes what is marked, or that the cell is empty; whether nothing is left in it that fits nothing.
    fn take(&self) -> bool {
        let Some(typed) = self.typed.try_get_untracked() else { return true };
        let marked = self.marked.get_untracked().and_then(|at| self.offered().into_iter().nth(at));
        match (marked, typed.as_deref().map(str::trim)) {
            (Some((chosen, _)), _) => self.put(chosen),
            (None, Some("")) => self.put(Chosen::Nothing),
            (None, Some(_)) => return false,
            (None, None) => self.close(),
        }
        true
    }

    fn put(&self, chosen: Chosen) {
        self.close();
        (self.choice.choose)(chosen);
    }

    fn left(&self) {
        if !self.take() {
            let text = self.typed.get_untracked().unwrap_or_default();
            let words = format!("“{}” is none of those to choose from. Nothing has changed.", text.trim());
            self.session.announce(words);
            self.close();
        }
    }

    fn pressed(&self, event: &KeyboardEvent) {
        let is_open = self.is_open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if is_open && !event.alt_key() => {
                self.mark(event.key() == "ArrowDown");
                event.prevent_default();
            }
            "F4" if !is_open => {
                self.is_open.set(true);
                event.prevent_default();
            }
            "Enter" if !self.take() => event.prevent_default(),
            "Escape" if is_open => {
                event.stop_propagation();
                self.close();
            }
            _ => {}
        }
    }
}

/// The cell.
pub fn choice_cell(choice: Choice) -> El {
    let id = unique_id("choice");
    let (label, cell, hint) = (choice.label, choice.cell, choice.hint);
    let choosing = Choosing {
        session: Session::here(),
        choice,
        id: id.clone(),
        typed: var(None),
        is_open: var(false),
        marked: var(None),
    };
    let (is_open, typed, marked) = (choosing.is_open, choosing.typed, choosing.marked);
    let [shown, on_input, on_key, left, listed] = std::array::from_fn(|_| choosing.clone());
    let list_id = format!("{id}-list");
    let active = move || marked.get().map(|at| format!("{id}-{at}"));
    let input = el(html::Input)
        .class("cell__input")
        .attr(attr::Type, "text")
        .attr(attr::Role, "combobox")
        .attr(attr::Autocomplete, "off")
        .attr(attr::Spellcheck, "false")
        .attr(attr::Enterkeyhint, "next")
        .attr(attr::Placeholder, hint)
        .attr(data::Cell, cell)
        .aria_label(label)
        .attr(attr::AriaAutocomplete, "list")
        .attr(attr::AriaExpanded, move || is_open.get().to_string())
        .attr(attr::AriaControls, move || is_open.get().then(|| list_id.clone()))
        .attr(attr::AriaActivedescendant, active)
        .prop(prop::Value, move || typed.get().unwrap_or_else(|| (shown.choice.value)()))
        .on(ev::input, move |event| on_input.type_in(event_target_value(&event)))
        .on(ev::click, move |event| {
            let input: HtmlInputElement = event_target(&event);
            if !is_open.get_untracked() {
                input.select();
                is_open.set(true);
            }
        })
        .on(ev::keydown, move |event| on_key.pressed(&event));
    el(html::Div)
        .class("cell choice")
        .on(ev::focusout, move |event| {
            if !platform::stays_within(&event) {
                left.left();
            }
        })
        .child(input)
        .show(move || is_open.get(), move || list(listed.clone()))
}

fn list(choosing: Choosing) -> El {
    let id = choosing.id.clone();
    let options = move || {
        let offers = choosing.offers(choosing.typed.get().as_deref().unwrap_or_default());
        let marked = choosing.marked.get();
        let option = |(at, (chosen, words)): (usize, (Chosen, String))| {
            let choosing = choosing.clone();
            let is_marked = marked == Some(at);
            el(html::Li)
                .class("choice__option")
                .attr(attr::Id, format!("{}-{at}", choosing.id))
                .attr(attr::Role, "option")
                .attr(attr::AriaSelected, if is_marked { "true" } else { "false" })
                .child(words)
                .on(ev::click, move |_| choosing.put(chosen.clone()))
        };
        let none = offers.is_empty().then(|| {
            el(html::Li)
                .class("choice__none")
                .attr(attr::Role, "option")
                .attr(attr::AriaDisabled, "true")
                .attr(attr::AriaSelected, "false")
                .child("Nothing is called that")
        });
        offers.into_iter().enumerate().map(option).chain(none).collect::<Vec<_>>().into_any()
    };
    el(html::Ul)
        .class("choice__list")
        .attr(attr::Id, format!("{id}-list"))
        .attr(attr::Role, "listbox")
        .aria_label("Choices")
        // A press in here is no way out of the cell.
        .on(ev::mousedown, |event| event.prevent_default())
        .child(options)
}
