//! Fields in which one more of a list is typed, with the button that adds it.

use std::rc::Rc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::KeyboardEvent;
use web_sys::wasm_bindgen::JsCast;

use crate::platform;
use crate::ui::Session;
use crate::ui::element::{El, el};
use crate::ui::parts::{Look, button, unique_id};

/// A field: a date or a line of text, and what it is called.
#[derive(Clone, Copy)]
pub enum Blank {
    /// A date.
    Date(&'static str),
    /// A line of text, which may stay empty.
    Text(&'static str),
}

/// The fields, something to choose besides, and the button. `add` takes what was typed, in order; it gives what to
/// announce, or why it cannot be added and what to do.
pub fn entry(
    blanks: &'static [Blank],
    choice: Option<El>,
    act: &'static str,
    add: impl Fn(&[String]) -> Result<String, String> + 'static,
) -> El {
    let texts = blanks.iter().map(|_| RwSignal::new(String::new())).collect();
    erased(blanks, texts, choice, act, SendWrapper::new(Rc::new(add)))
}

/// The same, where something to choose follows what is typed: the texts of the fields are given, one each.
pub fn entry_of(
    blanks: &'static [Blank],
    texts: Vec<RwSignal<String>>,
    choice: Option<El>,
    act: &'static str,
    add: impl Fn(&[String]) -> Result<String, String> + 'static,
) -> El {
    erased(blanks, texts, choice, act, SendWrapper::new(Rc::new(add)))
}

/// What adds the typed texts to the plan.
type Add = SendWrapper<Rc<dyn Fn(&[String]) -> Result<String, String>>>;

fn erased(
    blanks: &'static [Blank],
    texts: Vec<RwSignal<String>>,
    choice: Option<El>,
    act: &'static str,
    add: Add,
) -> El {
    let session = Session::here();
    let id = unique_id("entry");
    let problem_id = format!("{id}-problem");
    let problem = RwSignal::new(String::new());
    let run = {
        let (id, texts) = (id.clone(), texts.clone());
        Callback::new(move |(): ()| {
            let typed: Vec<_> = texts.iter().map(|text| text.get_untracked()).collect();
            session.pause();
            let outcome = add(&typed);
            session.pause();
            match outcome {
                Ok(words) => {
                    session.announce(words);
                    problem.set(String::new());
                    texts.iter().for_each(|text| text.set(String::new()));
                    platform::focus(&format!("#{id}-0"));
                }
                Err(words) => problem.set(words),
            }
        })
    };
    let field = |(at, (blank, text)): (usize, (&Blank, &RwSignal<String>))| {
        let (id, text) = (format!("{id}-{at}"), *text);
        let (classes, kind, label) = match *blank {
            Blank::Date(label) => ("field field--date", "date", label),
            Blank::Text(label) => ("field", "text", label),
        };
        let input = el("input")
            .class("field__input")
            .attr("id", id.clone())
            .fixed("type", kind)
            .fixed("autocomplete", "off")
            .attr("aria-describedby", problem_id.clone())
            .value(move || text.get())
            .typed(move |raw| text.set(raw))
            .on("keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter") {
                    run.run(());
                }
            });
        let label = el("label").class("field__label").attr("for", id).child(label);
        el("div").class(classes).child(label).child(input)
    };
    let fields: Vec<_> = blanks.iter().zip(&texts).enumerate().map(field).collect();
    let row = el("div").class("fields-in-a-row").child(fields).child(choice);
    let message = el("p")
        .class("field__message")
        .attr("id", problem_id.clone())
        .fixed("aria-live", "polite")
        .text(move || problem.get());
    el("div").class("entry").child(row.child(button(Look::Plain, act, move || run.run(())))).child(message)
}
